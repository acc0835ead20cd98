"""Which terms of one vocabulary are forms of each other: derived words, misspelt names, close figures."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable

from rapidfuzz.distance import OSA

from claimdiff.language.tables import word_set
from claimdiff.matching.weights import find_rarity

# What a variant counts beside the same term.
VARIANT = 0.8
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
# Figures of at least this much, this close to each other, may tell one thing rounded or revised.
_FIGURE = 15.0
_CLOSE = 0.93


class Variants:
    """Finds the variants of a term among the terms it was made of."""

    __slots__ = ("_beginnings", "_figures", "_values")

    def __init__(self, terms: Iterable[str]) -> None:
        self._beginnings: dict[str, list[str]] = {}
        figures: list[tuple[float, str]] = []
        for term in sorted(terms):
            if term.startswith("#"):
                figures.append((float(term[1:]), term))
            elif len(term) >= _BEGINNING:
                self._beginnings.setdefault(term[:_BEGINNING], []).append(term)
        figures.sort()
        self._figures = [term for _, term in figures]
        self._values = [value for value, _ in figures]

    def find(self, term: str) -> tuple[str, ...]:
        """Return the variants of a term, itself left out."""
        if term.startswith("#"):
            return self._find_figures(term)
        if len(term) < _BEGINNING:
            return ()
        alike = self._beginnings.get(term[:_BEGINNING], ())
        return tuple(other for other in alike if other != term and _are_variants(term, other))

    def _find_figures(self, term: str) -> tuple[str, ...]:
        value = float(term[1:])
        if value * _CLOSE < _FIGURE:
            return ()
        first = bisect_left(self._values, value * _CLOSE)
        last = bisect_right(self._values, value / _CLOSE)
        return tuple(other for other in self._figures[first:last] if other != term)


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
