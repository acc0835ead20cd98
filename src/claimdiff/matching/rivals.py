"""What a pair gains from the pairs around it: rivals, third claims, and neighbours in the text."""

from collections.abc import Hashable, Iterable, Mapping, Sequence
from itertools import chain
from typing import TypeVar

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

Couple = tuple[str, str]
Item = TypeVar("Item", bound=Hashable)


def compare_rivals(
    scores: Mapping[Couple, float], document_of: Mapping[str, str], rows: Mapping[str, Sequence[str]]
) -> dict[Couple, list[float]]:
    """Return, per pair, the vector of RIVAL_FEATURES.

    In: the log-odds of every candidate pair on its own, the document of every claim, and the claims of
    every document in reading order. A lead is how far the pair lies above the claim's best other
    partner in that document, below zero when another is better. A third claim agrees when both sides
    go with it; neighbours agree when the claims beside one go with the claims beside the other.
    """
    leads = find_leads(scores, document_of, NOBODY, LEAD)
    partners = _list_partners(scores)
    beside = _list_beside(rows, partners)
    nobody: dict[str, float] = {}
    vectors: dict[Couple, list[float]] = {}
    for couple, (ours, theirs) in zip(scores, leads, strict=True):
        left, right = couple
        one, two = partners.get(left, nobody), partners.get(right, nobody)
        third = 0.0 if one.keys().isdisjoint(two) else _find_third(one, two)
        less, more = (ours, theirs) if ours <= theirs else (theirs, ours)
        near = beside.get(left, nobody).get(right, 0.0)
        vectors[couple] = [less, more, 1.0 if less >= 0 else 0.0, third, near / 2]
    return vectors


def find_leads(
    scores: Mapping[tuple[Item, Item], float], document_of: Mapping[Item, str], nobody: float, full: float
) -> list[tuple[float, float]]:
    """Return the leads on either side, -1 to 1, in the order of the scores.

    `nobody` is the score of a rival that is not there, `full` the difference in scores that counts as 1.
    """
    documents = _number(document_of.values())
    owner = {item: documents[document] for item, document in document_of.items()}
    # One number stands for an item and the document that its partner is in.
    many = len(documents)
    first_of = {item: many * number for number, item in enumerate(document_of)}
    sides = (
        [first_of[left] + owner[right] for left, right in scores],
        [first_of[right] + owner[left] for left, right in scores],
    )
    best = dict.fromkeys(chain(*sides), nobody)
    second = best.copy()
    for side in sides:
        for key, score in zip(side, scores.values(), strict=True):
            if score > second[key]:
                if score > best[key]:
                    second[key], best[key] = best[key], score
                else:
                    second[key] = score
    ours, theirs = (
        [
            score - (second[key] if score >= best[key] else best[key])
            for key, score in zip(side, scores.values(), strict=True)
        ]
        for side in sides
    )
    return [
        (
            one / full if -full <= one <= full else (1.0 if one > 0.0 else -1.0),
            two / full if -full <= two <= full else (1.0 if two > 0.0 else -1.0),
        )
        for one, two in zip(ours, theirs, strict=True)
    ]


def _number(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _list_partners(scores: Mapping[Couple, float]) -> dict[str, dict[str, float]]:
    """Return every claim's best partners with their support, 0 to 1."""
    found: dict[str, list[tuple[float, str]]] = {}
    for (left, right), score in scores.items():
        if score > _SUPPORTS:
            support = min(1.0, (score - _SUPPORTS) / (_FULL - _SUPPORTS))
            found.setdefault(left, []).append((-support, right))
            found.setdefault(right, []).append((-support, left))
    return {
        claim_id: {other: -negative for negative, other in sorted(partners)[:_PARTNERS]}
        for claim_id, partners in found.items()
    }


def _find_third(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    if len(theirs) < len(ours):
        ours, theirs = theirs, ours
    best = 0.0
    for other, support in ours.items():
        if support > best and other in theirs:
            best = max(best, min(support, theirs[other]))
    return best


def _list_beside(
    rows: Mapping[str, Sequence[str]], partners: Mapping[str, Mapping[str, float]]
) -> dict[str, dict[str, float]]:
    """Return, per claim, the claims near the best partners of the claims right before and after it.

    Each with the sum of the best support on either side, 0 to 2.
    """
    near = {claim_id: _look_around(row, at, 2) for row in rows.values() for at, claim_id in enumerate(row)}
    found: dict[str, dict[str, float]] = {}
    for row in rows.values():
        for at, claim_id in enumerate(row):
            sums: dict[str, float] = {}
            for neighbour in _look_around(row, at, 1):
                best: dict[str, float] = {}
                for partner, support in partners.get(neighbour, {}).items():
                    for other in near[partner]:
                        if support > best.get(other, 0.0):
                            best[other] = support
                for other, support in best.items():
                    sums[other] = sums.get(other, 0.0) + support
            if sums:
                found[claim_id] = sums
    return found


def _look_around(row: Sequence[str], at: int, reach: int) -> list[str]:
    """Return the claims of a row that stand at most `reach` places before or after one."""
    return [*row[max(0, at - reach) : at], *row[at + 1 : at + 1 + reach]]
