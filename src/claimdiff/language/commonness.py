"""Which words are so common in any account that they tell little of what happened."""

from functools import cache

from claimdiff.language.stems import family
from claimdiff.language.tables import read_lines


@cache
def _common_families() -> frozenset[str]:
    return frozenset(family(word) for line in read_lines("common_words.txt") for word in line.split())


def is_common(word: str) -> bool:
    """Say whether a word (in any inflection, or its family root) frames facts rather than stating one."""
    return family(word) in _common_families()
