"""What stands in whose place between two claims' shared words."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Literal, NamedTuple

from claimdiff.matching.slots.meaning import kinds_exclude, words_oppose
from claimdiff.matching.units import PreparedClaim

# Gaps wider than this (in units a side) hold no substitution: nothing tells who replaces whom there.
_WIDEST_GAP = 7
# A pair inside a wider gap needs more than being of one kind: the same little word before it, the same end.
_ENOUGH = 1.3
_ENDINGS = ("ing", "ed", "ly", "s", "ion", "er", "al", "ive", "ous", "ment", "ity", "ness")
_KIND_SCORES: dict[tuple[str, str], float] = {
    ("date", "date"): 3.0,
    ("number", "number"): 3.0,
    ("name", "name"): 2.0,
    ("word", "word"): 1.0,
    ("light", "light"): 0.5,
    ("light", "word"): 0.3,
    ("word", "light"): 0.3,
    ("name", "word"): 0.4,
    ("word", "name"): 0.4,
}


class Substitution(NamedTuple):
    """Units on the left in whose place other units stand on the right.

    `closeness` (0 to 1) says how surely it is the same place: 1 for one unit each between the same
    neighbours, less for wider gaps and open ends. `framed` says how: "between" matched neighbours, or
    in the same "role" (the same little word after the same head) at different places.
    """

    left: tuple[int, ...]
    right: tuple[int, ...]
    closeness: float
    framed: Literal["between", "role"]


def substitute_between(
    left: PreparedClaim,
    right: PreparedClaim,
    anchors: Sequence[tuple[int, int]],
    left_free: list[int],
    right_free: list[int],
) -> list[Substitution]:
    """Pair what is left between the same two neighbours; the claims' ends count as weaker neighbours.

    What is paired is taken out of the two lists of free units.
    """
    found: list[Substitution] = []
    edges = [(-1, -1), *anchors, (len(left.units), len(right.units))]
    left_set, right_set = set(left_free), set(right_free)
    for (i0, j0), (i1, j1) in pairwise(edges):
        if i1 - i0 < 2 or j1 - j0 < 2:
            continue
        lefts = [i for i in range(i0 + 1, i1) if i in left_set]
        rights = [j for j in range(j0 + 1, j1) if j in right_set]
        if not lefts or not rights or len(lefts) > _WIDEST_GAP or len(rights) > _WIDEST_GAP:
            continue
        ends = (i0 >= 0) + (i1 < len(left.units))
        found.extend(_pair_gap(left, right, lefts, rights, 0.7 + 0.15 * ends))
    _take(found, left_free, right_free)
    return found


def substitute_by_role(
    left: PreparedClaim,
    right: PreparedClaim,
    right_of: dict[int, int],
    left_free: list[int],
    right_free: list[int],
) -> list[Substitution]:
    """Pair leftovers with the same little word after the same head ("rammed a truck", "rammed a car")."""
    found: list[Substitution] = []
    free = set(right_free)
    for i in left_free:
        there = right_of.get(i - 1)
        if there is None or there + 1 not in free:
            continue
        one, two = left.units[i], right.units[there + 1]
        if one.kind == two.kind and one.before == two.before:
            found.append(Substitution((i,), (there + 1,), 0.6, "role"))
            free.discard(there + 1)
    _take(found, left_free, right_free)
    return found


def _take(found: Sequence[Substitution], left_free: list[int], right_free: list[int]) -> None:
    if found:
        ours = {i for one in found for i in one.left}
        theirs = {j for one in found for j in one.right}
        left_free[:] = [i for i in left_free if i not in ours]
        right_free[:] = [j for j in right_free if j not in theirs]


def _pair_gap(
    left: PreparedClaim, right: PreparedClaim, lefts: list[int], rights: list[int], certainty: float
) -> list[Substitution]:
    single = len(lefts) == len(rights) == 1
    pairs = [(0, 0, 1.0)] if single else _best_pairs(left, right, lefts, rights)
    spread = (min(len(lefts), len(rights)) / max(len(lefts), len(rights))) ** 0.5
    found: list[Substitution] = []
    taken: set[int] = set()
    for at, to, score in pairs:
        i, j = lefts[at], rights[to]
        if i in taken or (not single and score < _ENOUGH):
            continue
        ours, theirs = _whole_name(left, i, lefts), _whole_name(right, j, rights)
        taken.update(ours)
        held = 1.0 if single else min(1.0, 0.55 + 0.15 * score) * max(spread, 0.6)
        found.append(Substitution(ours, theirs, certainty * held, "between"))
    return found


def _whole_name(claim: PreparedClaim, index: int, free: Sequence[int]) -> tuple[int, ...]:
    name = claim.units[index].name
    if name < 0:
        return (index,)
    return tuple(i for i in free if claim.units[i].name == name)


def _best_pairs(
    left: PreparedClaim, right: PreparedClaim, lefts: list[int], rights: list[int]
) -> list[tuple[int, int, float]]:
    """Return the pairs, in order on both sides, whose scores add up to most, with how surely they belong."""
    rows, columns = len(lefts), len(rights)
    sure = [
        [
            _score(left, right, i, j, (at == to == 0) + (rows - at == columns - to == 1))
            for to, j in enumerate(rights)
        ]
        for at, i in enumerate(lefts)
    ]
    scores = [
        [sure[at][to] + (_draw(left, right, i, j) if sure[at][to] else 0.0) for to, j in enumerate(rights)]
        for at, i in enumerate(lefts)
    ]
    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for at in range(rows - 1, -1, -1):
        for to in range(columns - 1, -1, -1):
            best[at][to] = max(best[at + 1][to], best[at][to + 1], best[at + 1][to + 1] + scores[at][to])
    pairs, at, to = [], 0, 0
    while at < rows and to < columns:
        if scores[at][to] > 0 and best[at][to] == best[at + 1][to + 1] + scores[at][to]:
            pairs.append((at, to, sure[at][to]))
            at, to = at + 1, to + 1
        elif best[at][to] == best[at + 1][to]:
            at += 1
        else:
            to += 1
    return pairs


def _score(left: PreparedClaim, right: PreparedClaim, i: int, j: int, edges: int) -> float:
    one, two = left.units[i], right.units[j]
    score = _KIND_SCORES.get((one.kind, two.kind), 0.0)
    if not score:
        return 0.0
    if one.before == two.before:
        score += 0.5 if one.before else 0.3
    if one.kind == "word" and find_ending(one.text) == find_ending(two.text):
        score += 0.3
    return score + 0.3 * edges


def _draw(left: PreparedClaim, right: PreparedClaim, i: int, j: int) -> float:
    """Return what words that exclude each other add to their being paired; it makes the place no surer."""
    one, two = left.units[i].key, right.units[j].key
    return 2.5 if words_oppose(one, two) or kinds_exclude(one, two) else 0.0


@lru_cache(maxsize=16384)
def find_ending(word: str) -> str:
    """Return the ending that tells what sort of word it is ("ed", "ly"), "" for none."""
    lower = word.lower()
    return next((ending for ending in _ENDINGS if lower.endswith(ending)), "")
