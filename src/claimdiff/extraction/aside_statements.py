"""Word what is stated in passing as a sentence: "grain trader Ada Moro" is "Ada Moro is a grain trader"."""

import re
from collections.abc import Callable, Sequence

from claimdiff.extraction.aside_words import ARTICLES
from claimdiff.extraction.asides import write_letters
from claimdiff.language.commonness import is_common
from claimdiff.language.tokens import Token

# The letters of asides (see `aside_words`): a name with what its bearer is before it; two phrases with a
# comma between them; a name and an age; somebody of an age.
_NAMED = re.compile(r"(?P<what>[^,]*[rkfm])(?P<who>E+)")
_TWO = re.compile(r"(?P<one>[^,WVBHM]+),(?P<two>[^,WVBHM]+)")
_AGED = re.compile(r"(?P<who>E+),#")
_OLD = re.compile(r"(?P<before>[^,y]+)y[^,]*[^,E]|y(?P<name>E+)")
_PLURALS = frozenset("ZY")
# Letters of words from lists, which are no names.
_COMMON = frozenset("rkf")
_SMALL = ARTICLES | {"the", "another", "his", "her", "its", "their", "my", "our"}
_VOWELS = frozenset("aeio")

#: Returns the words of a range of the aside's tokens, references resolved.
Reader = Callable[[int, int], str]


def word_aside(tokens: Sequence[Token], tags: Sequence[str], read: Reader) -> str | None:
    """Return an aside's tokens as a sentence, None where their words had better stand as they are.

    `read` gives the words of the tokens from one index up to another.
    """
    letters = write_letters(tokens, tags)
    if aged := _AGED.fullmatch(letters):
        return f"{read(0, aged.end('who'))} is {tokens[-1].text} years old"
    if named := _NAMED.fullmatch(letters):
        what = _uncapitalise(tokens[0], letters[0], read(0, named.end("what")))
        determined = letters[0] in "Dh#" or "o" in named["what"]
        return f"{read(*named.span('who'))} is {what if determined else _add_article(what)}"
    two = _TWO.fullmatch(letters)
    if two and not (_NAMED.fullmatch(two["one"]) and _NAMED.fullmatch(two["two"])):  # no list
        return _word_apposition(tokens, letters, two, read)
    old = _OLD.fullmatch(letters)
    return _word_age(tokens, old, read) if old else None


def _word_age(tokens: Sequence[Token], old: re.Match[str], read: Reader) -> str:
    """“Her cousin is 15 years old”; of whom “the 35-year-old driver” is known, by name."""
    at = max(0, old.end("before"))
    age, unit, _ = tokens[at].lower.rsplit("-", 2)
    if old["name"]:
        return f"{read(*old.span('name'))} is {age} {unit}s old"
    whole, plain = read(0, len(tokens)), " ".join(token.text for token in tokens)
    named = whole.removeprefix(plain).strip() if whole.startswith(plain) else ""
    rest = read(at + 1, len(tokens))
    who = named or (_add_article(rest) if tokens[0].lower in ARTICLES else f"{read(0, at)} {rest}")
    return f"{who} is {age} {unit}s old"


def _word_apposition(tokens: Sequence[Token], letters: str, two: re.Match[str], read: Reader) -> str:
    one, other = two.span("one"), two.span("two")
    verb = "are" if _PLURALS.intersection(two["one"]) else "is"
    if set(two["two"]) == {"E"} and two["one"][-1] != "E":  # "the skipper, Ada Moro"
        return f"{read(*other)} {verb} {_uncapitalise(tokens[0], letters[0], read(*one))}"
    return f"{read(*one)} {verb} {read(*other)}"


def _uncapitalise(token: Token, letter: str, words: str) -> str:
    """Return words that may open a sentence as they stand inside one; what may be a name stays."""
    common = letter in _COMMON or token.lower in _SMALL or (letter != "E" and is_common(token.lower))
    if not common or not words.startswith(token.text) or token.text[1:] != token.lower[1:]:
        return words
    return words[:1].lower() + words[1:]


def _add_article(what: str) -> str:
    return f"{'an' if what[:1].lower() in _VOWELS else 'a'} {what}"
