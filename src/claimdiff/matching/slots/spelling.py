"""What the letters of two words or names tell: one word spelled two ways, a part of it, or its negation."""

from functools import lru_cache

from claimdiff.language.tokens import fold
from claimdiff.matching.slots import list_words

_NEGATIVE_PREFIXES = ("un", "non")
# These negate adjectives and their nouns ("inactive"), while "inform" and "immigrant" hold no negation.
# What these are put before is something else ("second-largest", "ex-president").
_TELLING_PREFIXES = ("second", "third", "fourth", "mis", "anti", "half", "vice", "pre", "post", "counter")
_ADJECTIVE_PREFIXES = ("in", "im", "ir", "il")
_ADJECTIVE_ENDINGS = ("able", "ible", "ility", "ent", "ency", "ant", "ance", "ive", "ate", "al")
_DISSENTING = list_words(
    """disagree disapprove disappear disallow dishonest disloyal disprove disconnect disobey disrespect
    discourage disable disqualify distrust dislike disarm dissatisfied disagreement disapproval displeased
    disadvantage disproportionate"""
)
# Words that hold another word behind such a prefix by chance.
_CHANCE = list_words(
    "under unit until unite union united island indeed instead immigrate immigrant international"
)
_MARKS = str.maketrans("", "", "-'’.&")


@lru_cache(maxsize=16384)
def spelled_alike(one: str, two: str) -> bool:
    """Return whether two words are one word in two spellings, or one is a compound of the other.

    Hyphens, full stops and apostrophes do not count ("reentry", "re-entry"), long words may differ by a
    letter or two ("organiser"), a compound holds its last part ("lawsuit", "suit").
    """
    first, second = _plain(one), _plain(two)
    if first == second:
        return True
    if not first.isalpha() or not second.isalpha():
        return False
    short, long = (first, second) if len(first) <= len(second) else (second, first)
    short = short.removesuffix("e") if len(short) > 4 else short
    if "-" in one and "-" in two and one.split("-")[0] == two.split("-")[0]:
        return False
    if len(short) >= 4 and (long.startswith(short) or long.removesuffix("e").endswith(short)):
        return not opposed_by_prefix(first, second) and not long.startswith(_TELLING_PREFIXES)
    if len(short) < 6 or first[0] != second[0]:
        return False
    from rapidfuzz.distance import Levenshtein

    return Levenshtein.normalized_similarity(first, second) >= 0.8


@lru_cache(maxsize=16384)
def _plain(word: str) -> str:
    return fold(word).translate(_MARKS)


def opposed_by_prefix(one: str, two: str) -> bool:
    """Return whether one word is the other with a negative prefix ("injured", "uninjured")."""
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if len(short) < 4 or long in _CHANCE or not long.endswith(short):
        return False
    prefix = long[: -len(short)].rstrip("-")
    if prefix in _ADJECTIVE_PREFIXES:
        return long.endswith(_ADJECTIVE_ENDINGS)
    return prefix in _NEGATIVE_PREFIXES or (prefix == "dis" and long in _DISSENTING)


def are_initials(one: str, two: str) -> bool:
    """Return whether one name is made of the initials of the other ("UN", "United Nations")."""
    short, long = sorted((one, two), key=len)
    letters = fold(short).translate(_MARKS).replace(" ", "")
    words = [word for word in fold(long).replace("-", " ").split() if word[0].isalnum()]
    if not 2 <= len(letters) <= 6 or len(words) < 2:
        return False
    full = "".join(word[0] for word in words)
    return letters in (full, "".join(word[0] for word in words if word not in ("of", "the", "and", "for")))
