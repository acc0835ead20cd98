"""Who did it to whom: the same names the other way round."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim

# "who" and "which" may hand the role on to a name named before, so that order alone says nothing.
_PASSIVE = frozenset(["by"])


def find_swapped(alignment: "Alignment") -> tuple[tuple[int, int], tuple[int, int]] | None:
    """Return two matched pairs of names that stand crosswise around one matched verb, None if there are none.

    "Moro beat Ruiz" and "Ruiz beat Moro" swap; "Ruiz was beaten by Moro" does not, since "by" turns it round.
    """
    left, right = alignment.left, alignment.right
    names = [
        (match.left, match.right)
        for match in alignment.matches
        if left.units[match.left].kind == right.units[match.right].kind == "name"
    ]
    for at, (i0, j0) in enumerate(names):
        for i1, j1 in names[at + 1 : at + 4]:
            crossed = j1 < j0 and left.units[i0].name != left.units[i1].name
            if (
                crossed
                and _verb_between(alignment, (i0, i1), (j1, j0))
                and not _turned(left, right, (i0, i1), (j1, j0))
            ):
                return (i0, j0), (i1, j1)
    return None


def _verb_between(alignment: "Alignment", ours: tuple[int, int], theirs: tuple[int, int]) -> bool:
    return any(
        theirs[0] < alignment.right_of.get(i, -1) < theirs[1] and alignment.left.units[i].kind == "word"
        for i in range(ours[0] + 1, ours[1])
    )


def _turned(
    left: "PreparedClaim", right: "PreparedClaim", ours: tuple[int, int], theirs: tuple[int, int]
) -> bool:
    """Return whether one side alone says it in the passive or joins both names by "and"."""
    return _has_turn(left, ours) or _has_turn(right, theirs)


def _has_turn(claim: "PreparedClaim", ends: tuple[int, int]) -> bool:
    return any(
        claim.units[i].before in _PASSIVE or claim.units[i].before in ("and", "with", "or")
        for i in range(ends[0], ends[1] + 1)
    )
