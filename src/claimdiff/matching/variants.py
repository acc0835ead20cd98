"""Which terms of one vocabulary are forms of each other: derived words and misspelt names."""

from collections.abc import Iterable

from rapidfuzz.distance import OSA

from claimdiff.language.tables import word_set
from claimdiff.matching.weights import find_rarity

# What a variant counts beside the same term.
VARIANT = 0.7
# Endings that make another word of a word without making it another thing; and those that do so only of
# longer words, since most short words before them are others ("part" and "party").
_ENDINGS = word_set("er or r ist ian an n ship hood dom men man women woman mate wide side down off ism ward")
_LATE_ENDINGS = word_set("i y")
_LATE = 5
# Endings of which only rare words may be thought to be made so.
_RARE_ENDINGS = word_set(
    """ic al ial ous iti ity ness ful out up work ment ation tion ion ive iv ance ant ent ee eer ess ary ory
    ori ari et at iz is proof ese es ish land s e t"""
)
_RARE_ENOUGH = 0.8
# Words that look as if they were made so.
_UNLIKE = word_set(
    "former matter factor shower proper career stretcher offici adverti potenti victori photon homer"
)
# Words are held against those that begin alike.
_BEGINNING = 4
_SHORTEST = 5
# Rare words of this length that differ in one letter are one name, spelt in two ways.
_SPELT = 6
_RARE = 0.95


class Variants:
    """Finds the variants of a term among the terms it was made of."""

    __slots__ = ("_beginnings",)

    def __init__(self, terms: Iterable[str]) -> None:
        self._beginnings: dict[str, list[str]] = {}
        for term in sorted(terms):
            if len(term) >= _BEGINNING and not term.startswith("#"):
                self._beginnings.setdefault(term[:_BEGINNING], []).append(term)

    def find(self, term: str) -> tuple[str, ...]:
        """Return the variants of a term, itself left out."""
        alike = self._beginnings.get(term[:_BEGINNING], ())
        return tuple(other for other in alike if other != term and _are_variants(term, other))


def _are_variants(one: str, two: str) -> bool:
    short, long = (one, two) if len(one) <= len(two) else (two, one)
    if len(long) < _SHORTEST:
        return False
    rarity = min(find_rarity(one), find_rarity(two))
    if long.startswith(short):
        ending = long[len(short) :]
        late = ending in _LATE_ENDINGS and len(short) >= _LATE
        rare = ending in _RARE_ENDINGS and rarity >= _RARE_ENOUGH
        return (late or rare or ending in _ENDINGS) and long not in _UNLIKE
    if len(short) < _SPELT or len(long) - len(short) > 2 or rarity < _RARE_ENOUGH:
        return False
    if short[:-1] == long[: len(short) - 1]:
        return True
    return rarity >= _RARE and OSA.distance(one, two) == 1
