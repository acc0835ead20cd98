"""Words that may stand for each other in two tellings of one thing."""

from functools import lru_cache

from claimdiff.findings.wording import word_key
from claimdiff.language.lexicon import synonyms

_KINDRED = 0.7


@lru_cache(maxsize=16384)
def kindred_keys(key: str) -> tuple[tuple[str, float], ...]:
    """Return a word's key and those of its synonyms, each with how much of its weight it is worth."""
    others = {word_key(word) for word in synonyms(key)} - {key, ""}
    return ((key, 1.0), *((other, _KINDRED) for other in sorted(others)))
