"""Rows on one matter as one row: the clearest first, and on whose side the others stand."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Literal

from claimdiff.model import Contradiction, Side

Matter = tuple[Contradiction, ...]
Place = Literal["left", "right"]
_OTHER: dict[Place, Place] = {"left": "right", "right": "left"}


def fold_matters(rows: Sequence[Contradiction]) -> list[Matter]:
    """Gather the rows of one matter, in the order of their first."""
    groups: dict[str, list[Contradiction]] = {}
    for row in rows:
        groups.setdefault(row.matter or row.id, []).append(row)
    return [tuple(group) for group in groups.values()]


def list_further(rows: Matter, fact_of: Mapping[str, str]) -> Iterator[tuple[Contradiction, Side, Place]]:
    """Yield the sides of a matter's other rows, each with the side of the first that it stands beside.

    Who stands against somebody on one side stands on the other; a claim's fact or, where both sides are
    of one fact, the claim itself tells where it stands.
    """
    first, *others = rows
    places: dict[str, Place] = {}

    def names(side: Side) -> tuple[str, str]:
        return side.claim_id, fact_of.get(side.claim_id, side.claim_id)

    def settle(side: Side, place: Place) -> None:
        for name in names(side):
            places.setdefault(name, place)

    def find(side: Side) -> Place | None:
        return next((places[name] for name in names(side) if name in places), None)

    settle(first.left, "left")
    settle(first.right, "right")
    for row in others:
        place = find(row.left)
        if place is None:
            right = find(row.right)
            place = _OTHER[right] if right is not None else "left"
        settle(row.left, place)
        settle(row.right, _OTHER[place])
        yield row, row.left, place
        yield row, row.right, _OTHER[place]
