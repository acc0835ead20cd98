"""Whom "who" and "which" stand for."""

from claimdiff.extraction.sentence_words import BlockWords

_BEFORE_ANTECEDENT = frozenset("by to with that and from including for like than as".split())


def find_antecedent(words: BlockWords, relative: int) -> tuple[int, int]:
    """Return the token range of the noun phrase before "who"; empty where there is none."""
    last = relative
    if last > 0 and words.lowers[last - 1] == ",":
        last -= 1
    first = last
    while first > 0 and last - first < 8 and words.lowers[first - 1][0].isalnum():
        if words.lowers[first - 1] in _BEFORE_ANTECEDENT or words.is_finite(first - 1):
            break
        first -= 1
    return first, last
