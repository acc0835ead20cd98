"""Who did it to whom: the same names the other way round."""

from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim

# Little words that turn the roles round or join both names, so that order says nothing.
_TURNING = frozenset(["by", "and", "with", "or"])
# Names farther apart than this (in units) are hardly two sides of one verb.
_WIDEST = 4
# How many units into a claim its subject is looked for.
_OPENING = 2
_ONE_SENTENCE = 0.6
_SAME_SENTENCE = 0.8


class Swap(NamedTuple):
    """Two shared units that stand in each other's place; `strength` 0 to 1."""

    left: tuple[int, int]
    right: tuple[int, int]
    strength: float


def find_swapped(alignment: "Alignment") -> Swap | None:
    """Return two matched pairs that stand crosswise around what is shared, None if there are none.

    "Moro beat Ruiz" and "Ruiz beat Moro" swap; "Ruiz was beaten by Moro" does not, since "by" turns it round.
    """
    if alignment.coverage < _ONE_SENTENCE:
        return None
    left, right = alignment.left, alignment.right
    places = [match.right for match in alignment.matches]
    if places == sorted(places):
        return None
    crossed = [
        (match.left, match.right)
        for match in alignment.matches
        if left.units[match.left].kind in ("name", "word") and _is_crossed(alignment, match.left, match.right)
    ]
    for at, (i0, j0) in enumerate(crossed):
        for i1, j1 in crossed[at + 1 : at + 6]:
            if (
                j1 >= j0
                or _same_thing(left, i0, i1)
                or _is_turned(left, (i0, i1)) != _is_turned(right, (j1, j0))
            ):
                continue
            are_names = left.units[i0].kind == left.units[i1].kind == "name"
            if _in_place(alignment, i0, j1) and _in_place(alignment, i1, j0) and i1 - i0 > 1:
                return Swap((i0, i1), (j1, j0), 0.85 if are_names else 0.6)
            if are_names and _verb_between(alignment, (i0, i1), (j1, j0)):
                return Swap((i0, i1), (j1, j0), 0.7)
    return None


def _is_crossed(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether a neighbour of the pair on the left is matched beyond the pair on the right."""
    before, after = alignment.right_of.get(i - 1), alignment.right_of.get(i + 1)
    return (
        (before is not None and before > j) or (after is not None and after < j) or (before is after is None)
    )


def _same_thing(claim: "PreparedClaim", i: int, j: int) -> bool:
    one, two = claim.units[i], claim.units[j]
    return one.key == two.key or one.name == two.name >= 0


def _in_place(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether the name or word on the left stands where the other one stands on the right."""
    left, right, right_of = alignment.left, alignment.right, alignment.right_of
    (first, last), (begin, end) = _extent(left, i), _extent(right, j)
    before = first == 0 or begin == 0 or right_of.get(first - 1) == begin - 1
    at_end = last == len(left.units) - 1 and end == len(right.units) - 1
    return before and (at_end or right_of.get(last + 1) == end + 1)


def _extent(claim: "PreparedClaim", index: int) -> tuple[int, int]:
    """Return the first and last unit of the name that a unit belongs to; of a word, the word."""
    name, first, last = claim.units[index].name, index, index
    if name >= 0:
        while first > 0 and claim.units[first - 1].name == name:
            first -= 1
        while last + 1 < len(claim.units) and claim.units[last + 1].name == name:
            last += 1
    return first, last


def _verb_between(alignment: "Alignment", ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    """Return whether what stands between both names is short, and the same on both sides."""
    if max(ours[1] - ours[0], theirs[1] - theirs[0]) > _WIDEST or alignment.coverage < _SAME_SENTENCE:
        return False
    between = [
        alignment.right_of.get(i, -1)
        for i in range(ours[0] + 1, ours[1])
        if alignment.left.units[i].kind in ("word", "light")
    ]
    return bool(between) and all(theirs[0] < j < theirs[1] for j in between)


def _is_turned(claim: "PreparedClaim", ends: tuple[int, int]) -> bool:
    """Return whether one side says it in the passive, or joins both names by "and"."""
    return any(claim.units[i].before in _TURNING for i in range(ends[0] + 1, ends[1] + 1))


def subjects_differ(alignment: "Alignment") -> bool:
    """Return whether each claim opens with a name that the other lacks: then two did alike."""
    left, right = alignment.left, alignment.right
    ours = next((i for i, unit in enumerate(left.units[:_OPENING]) if unit.kind == "name"), None)
    theirs = next((j for j, unit in enumerate(right.units[:_OPENING]) if unit.kind == "name"), None)
    if ours is None or theirs is None or ours in alignment.right_of:
        return False
    return theirs not in alignment.right_of.values()
