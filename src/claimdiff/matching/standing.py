"""How a pair stands among all pairs of its two documents, and where in them its claims stand."""

from collections import defaultdict
from collections.abc import Sequence
from math import exp, sqrt

from claimdiff.matching.places import Places, number_sides

# How much of either claim's chances in the other's document falls to the pair, and how much the two documents
# have in common, all 0 to 1.
SHARE_FEATURES = ("smaller share", "greater share", "both shares", "documents alike")
# How far apart, and how far down its document, the claims stand, 0 to 1: news tells what matters first.
PLACE_FEATURES = ("places apart", "earlier place", "later place")
# Log-odds beyond these count as these.
_BOUND = 8.0


def share_pairs(
    lefts: Sequence[int], rights: Sequence[int], scores: Sequence[float], places: Places
) -> list[tuple[float, ...]]:
    """Return the vector of SHARE_FEATURES for every pair.

    In: the two claims of every candidate pair, by number, and its log-odds on its own. A claim's chances in a
    document are the odds of its pairs there, and 1 for no partner at all.
    """
    home, many = places.home, len(places.rows)
    odds = [exp(max(-_BOUND, min(_BOUND, score))) for score in scores]
    ours, theirs = number_sides(lefts, rights, home)
    couples = [
        _number_couple(home[left], home[right], many) for left, right in zip(lefts, rights, strict=True)
    ]
    totals: dict[int, float] = defaultdict(lambda: 1.0)
    common: dict[int, float] = defaultdict(float)
    for one, two, couple, odd in zip(ours, theirs, couples, odds, strict=True):
        totals[one] += odd
        totals[two] += odd
        common[couple] += odd / (1.0 + odd)
    sizes = [len(row) for row in places.rows]
    alike = {
        couple: min(1.0, total / sqrt(sizes[couple // many] * sizes[couple % many]))
        for couple, total in common.items()
    }
    vectors: list[tuple[float, ...]] = []
    for one, two, couple, odd in zip(ours, theirs, couples, odds, strict=True):
        less, more = odd / totals[one], odd / totals[two]
        if less > more:
            less, more = more, less
        vectors.append((less, more, less * more, alike[couple]))
    return vectors


def _number_couple(one: int, two: int, many: int) -> int:
    return one * many + two if one <= two else two * many + one


def compare_places(lefts: Sequence[int], rights: Sequence[int], places: Places) -> list[tuple[float, ...]]:
    """Return the vector of PLACE_FEATURES for every pair of claims, given by number."""
    depth = [0.0] * len(places.home)
    for row in places.rows:
        for at, claim in enumerate(row):
            depth[claim] = at / max(1, len(row) - 1)
    vectors: list[tuple[float, ...]] = []
    for left, right in zip(lefts, rights, strict=True):
        first, second = depth[left], depth[right]
        if first > second:
            first, second = second, first
        vectors.append((second - first, first, second))
    return vectors
