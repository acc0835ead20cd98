"""What a word's form alone tells, worked out once for each form met: one look-up a word."""

import re
from collections.abc import Iterable
from itertools import count

from claimdiff.extraction.aside_words import KINDS, TELLING_KINDS
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tables import word_set

#: A word in lower case; that with a straight apostrophe; its class; what else is to be known of it (flags).
Form = tuple[str, str, str, int]

#: Flags: the tag must be chosen by what stands around the word; the word holds a digit; it holds a
#: character that may make attribution cut it otherwise; it is a compound or possessive; it is printed with
#: capitals; it begins with a letter and is longer than three characters; it begins with a capital; it names
#: what is told in passing (see `aside_words`), and that is an age. `watch` gives more.
DOUBTFUL, DIGITS, RARE, PARTED, CHANGED, LONG, CAPITAL, TELLING, AGED = 1, 2, 4, 8, 16, 32, 64, 128, 256

PRONOMINAL = word_set("this that these those all some many both each several most few such another her")
# Classes that nothing around a word changes; and those that only a capital changes, or for these words.
_CLOSED = frozenset('RPCSBHObVIQE;:().?!"~')
_PLAIN = frozenset("DWNUAXM#")
_SHIFTING = PRONOMINAL | {"so", "that"}
_DIGIT = re.compile(r"\d")
_RARE = re.compile(r"[_`ʼ‐‑\u0300-\u036f–]|\..|.\.|--")
_JOINT = re.compile(r"['\-–&]")
_MOST_WORDS = 100_000


class _Forms(dict[str, Form]):
    """The forms of the words met so far, by the words as printed."""

    def __missing__(self, text: str) -> Form:
        if len(self) > _MOST_WORDS:
            self.clear()
        lower = straight = text.lower()
        marks = 0
        if not (text.isascii() and text.isalpha()):  # few words hold more than plain letters
            straight = lower.replace("’", "'")
            marks = _find_marks(text, straight)
        kind = classify_word(lower)
        open_to_capital = kind in _PLAIN and lower not in _SHIFTING
        flags = 0 if (kind in _CLOSED and lower != "am") or (open_to_capital and text == lower) else DOUBTFUL
        flags |= marks | _WATCHED.get(straight, 0)
        flags |= (CHANGED if text != lower else 0) | (CAPITAL if text[0].isupper() else 0)
        named = KINDS[text]
        flags |= (TELLING if named in TELLING_KINDS else 0) | (AGED if named == "y" else 0)
        if len(text) > 3 and text[0].isalpha():
            flags |= LONG
        known = self[text] = lower, straight, kind, flags
        return known


FORMS = _Forms()
_WATCHED: dict[str, int] = {}
_WATCHES = -2 * AGED  # all flags that `watch` may give
_next_flag = count(AGED.bit_length())


def watch(words: Iterable[str]) -> int:
    """Return a new flag for some words in lower case: a token that is or holds one of them will have it.

    So a rule can skip what has none of its words. Tokens with rare marks have it as well.
    """
    flag = 1 << next(_next_flag)
    for word in words:
        _WATCHED[word] = _WATCHED.get(word, 0) | flag
    FORMS.clear()
    return flag


def _find_marks(text: str, straight: str) -> int:
    """Return the flags that tell of digits, joints and rare marks, with those of a compound's parts."""
    flags = DIGITS if _DIGIT.search(text) else 0
    if _JOINT.search(straight):
        flags |= PARTED
        for part in _JOINT.split(straight):
            flags |= _WATCHED.get(part, 0)
    if _RARE.search(text):
        flags |= RARE | _WATCHES
    return flags
