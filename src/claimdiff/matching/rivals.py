"""What a pair gains from the pairs around it: rivals, third claims, and neighbours in the text."""

from collections.abc import Iterable, Mapping, Sequence
from itertools import chain

from claimdiff.matching.places import number_sides

# A lead is over the claim's next best partner in that document, -1 to 1; support is 0 to 1.
RIVAL_FEATURES = ("smaller lead", "greater lead", "best of both", "third claim agrees", "neighbours agree")
LEAD = 3.0
# What a rival that is not there scores, in log-odds; a pair of no more takes nothing from any other.
NOBODY = -6.0
# Log-odds from which a pair supports others, and where its support is full.
_SUPPORTS = -2.5
_FULL = 2.0
# A claim passes support on from so many of its best partners.
_PARTNERS = 12


def compare_rivals(
    lefts: Sequence[int],
    rights: Sequence[int],
    scores: Sequence[float],
    home: Sequence[int],
    rows: Iterable[Sequence[int]],
) -> list[tuple[float, ...]]:
    """Return, per pair, the vector of RIVAL_FEATURES.

    In: the two claims of every candidate pair, by number, and its log-odds on its own; the document of every
    claim, by number, and the claims of every document in reading order. A lead is how far the pair lies
    above the claim's best other partner in that document, below zero when another is better. A third claim
    agrees when both sides go with it; neighbours agree when the claims beside one go with the claims beside
    the other.
    """
    leads = find_leads(lefts, rights, scores, home, NOBODY, LEAD)
    partners = _list_partners(lefts, rights, scores)
    beside = _list_beside(rows, partners)
    nobody: dict[int, float] = {}
    known = partners.get
    vectors: list[tuple[float, ...]] = []
    for left, right, (less, more) in zip(lefts, rights, leads, strict=True):
        one, two = known(left, nobody), known(right, nobody)
        third = 0.0 if one.keys().isdisjoint(two) else _find_third(one, two)
        near = beside.get(left, nobody).get(right, 0.0)
        vectors.append((less, more, 1.0 if less >= 0 else 0.0, third, near / 2))
    return vectors


def find_leads(
    lefts: Sequence[int],
    rights: Sequence[int],
    scores: Sequence[float],
    home: Sequence[int],
    nobody: float,
    full: float,
) -> list[tuple[float, float]]:
    """Return the smaller and the greater of the leads on either side, -1 to 1, for every pair.

    `home` is the document of every item, by number; `nobody` the score of a rival that is not there, `full`
    the difference in scores that counts as 1.
    """
    sides = number_sides(lefts, rights, home)
    best = dict.fromkeys(chain(*sides), nobody)
    second = best.copy()
    for side in sides:
        for key, score in zip(side, scores, strict=True):
            if score > second[key]:
                if score > best[key]:
                    second[key], best[key] = best[key], score
                else:
                    second[key] = score
    leads = []
    for one, two, score in zip(*sides, scores, strict=True):
        top = best[one]
        ours = score - (second[one] if score >= top else top)
        top = best[two]
        theirs = score - (second[two] if score >= top else top)
        less, more = (ours, theirs) if ours <= theirs else (theirs, ours)
        leads.append(
            (
                less / full if -full <= less <= full else (1.0 if less > 0.0 else -1.0),
                more / full if -full <= more <= full else (1.0 if more > 0.0 else -1.0),
            )
        )
    return leads


def _list_partners(
    lefts: Sequence[int], rights: Sequence[int], scores: Sequence[float]
) -> dict[int, dict[int, float]]:
    """Return every claim's best partners with their support, 0 to 1."""
    found: dict[int, list[tuple[float, int]]] = {}
    for left, right, score in zip(lefts, rights, scores, strict=True):
        if score > _SUPPORTS:
            support = min(1.0, (score - _SUPPORTS) / (_FULL - _SUPPORTS))
            found.setdefault(left, []).append((-support, right))
            found.setdefault(right, []).append((-support, left))
    return {
        claim: {other: -negative for negative, other in sorted(partners)[:_PARTNERS]}
        for claim, partners in found.items()
    }


def _find_third(ours: Mapping[int, float], theirs: Mapping[int, float]) -> float:
    if len(theirs) < len(ours):
        ours, theirs = theirs, ours
    best = 0.0
    for other, support in ours.items():
        if support > best and other in theirs:
            best = max(best, min(support, theirs[other]))
    return best


def _list_beside(
    rows: Iterable[Sequence[int]], partners: Mapping[int, Mapping[int, float]]
) -> dict[int, dict[int, float]]:
    """Return, per claim, the claims near the best partners of the claims right before and after it.

    Each with the sum of the best support on either side, 0 to 2.
    """
    rows = list(rows)
    near = {claim: _look_around(row, at, 2) for row in rows for at, claim in enumerate(row)}
    around: dict[int, dict[int, float]] = {}
    for claim, supports in partners.items():
        best: dict[int, float] = {}
        for partner, support in supports.items():
            for other in near[partner]:
                if other not in best or support > best[other]:
                    best[other] = support
        around[claim] = best
    found: dict[int, dict[int, float]] = {}
    for row in rows:
        for at, claim in enumerate(row):
            sums: dict[int, float] = {}
            for neighbour in _look_around(row, at, 1):
                for other, support in around.get(neighbour, {}).items():
                    sums[other] = sums.get(other, 0.0) + support
            if sums:
                found[claim] = sums
    return found


def _look_around(row: Sequence[int], at: int, reach: int) -> list[int]:
    """Return the claims of a row that stand at most `reach` places before or after one."""
    return [*row[max(0, at - reach) : at], *row[at + 1 : at + 1 + reach]]
