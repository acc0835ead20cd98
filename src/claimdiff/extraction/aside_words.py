"""What kind of thing a word names, for what is stated in passing: one letter a word, one look-up."""

from functools import cache

from claimdiff.language.places import is_demonym
from claimdiff.language.tables import read_data, word_set

_TIME_WORDS = word_set(
    """monday tuesday wednesday thursday friday saturday sunday january february march april june july
    august september october november december jan feb mar apr jun jul aug sep sept oct nov dec today
    yesterday tomorrow tonight day days week weeks weekend month months year years morning afternoon
    evening night midnight noon hour hours minute minutes century spring summer autumn winter season eve"""
)
#: Articles before one of many.
ARTICLES = word_set("a an")
_OWNERS = word_set("his her its their my our your whose")
_PEOPLE_ENDINGS = ("man", "woman", "men", "women")
_PEOPLES = word_set("finn dane swede briton brit scot turk pole spaniard czech kurd serb croat slovak arab")
_CONTRACTIONS = word_set("it's that's he's she's there's what's who's here's where's let's how's")
_AGES = ("-year-old", "-month-old", "-week-old")
_PLURAL = {"p": "Z", "r": "Z", "k": "Y"}
_MOST_WORDS = 100_000


@cache
def _listed() -> dict[str, str]:
    """Return the letter of every listed noun and of its plural."""
    letters: dict[str, str] = {}
    text = read_data("claimdiff.extraction", "aside_words.txt")
    for line in text.splitlines():
        letter, _, words = line.partition(" ")
        if letter == "#":
            continue
        for word in words.split():
            letters.setdefault(word, letter)
            letters.setdefault(_pluralise(word), _PLURAL.get(letter, letter))
    return letters


def _pluralise(word: str) -> str:
    if word.endswith(("s", "sh", "ch", "x")):
        return word + "es"
    if word.endswith("y") and word[-2:-1] not in "aeiou":
        return word[:-1] + "ies"
    return word[:-3] + "men" if word.endswith("man") else word + "s"


class _Kinds(dict[str, str]):
    """The letters of the words met so far, by the words as printed."""

    def __missing__(self, text: str) -> str:
        if len(self) > _MOST_WORDS:
            self.clear()
        known = self[text] = _find_kind(text)
        return known


@cache
def _plain_kinds() -> dict[str, str]:
    """Return the letters of words without any mark in them, those that name a people left out."""
    return _listed() | dict.fromkeys(_OWNERS, "h") | dict.fromkeys(_TIME_WORDS, "t")


def _find_kind(text: str) -> str:
    """Return a word's letter; most words hold no mark, and need but one look-up."""
    if text.isascii() and text.isalpha() and (text.islower() or not is_demonym(text)):
        return _plain_kinds().get(text.lower(), "")
    word = text.lower().replace("’", "'")
    if word == "'":
        return word
    if word.endswith("'s") or (word.endswith("s'") and len(word) > 3):
        return "" if word in _CONTRACTIONS else "o"
    if word.endswith(_AGES):
        return "y"
    if text[0].isupper() and is_demonym(text):
        person = word.endswith(_PEOPLE_ENDINGS) and word != "german"
        return "m" if person or word in _PEOPLES else "d"
    listed = _listed()
    return listed.get(word) or (listed.get(word.rsplit("-", 1)[1], "") if "-" in word else "")


#: A word's letter: p title, r role, Z several of either, k tie to another, Y ties, f institution, v vehicle,
#: l place, c deed, t time, h "his", o "Ruiz's", y "12-year-old", m "Dane", d "Danish"; ' an apostrophe that
#: stands apart; "" where none fits.
KINDS = _Kinds()
#: Without one of these nothing is told in passing but by an adjective before a name.
TELLING_KINDS = frozenset("pZrkYfvcoym'")
