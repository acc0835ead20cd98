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

    Who stands against somebody on one side stands on the other: against a claim of the first row or, where
    neither side is one, against a claim of its fact.
    """
    first, *others = rows
    places: dict[str, Place] = {}

    def settle(side: Side, place: Place) -> None:
        places.setdefault(side.claim_id, place)
        places.setdefault(fact_of.get(side.claim_id, side.claim_id), place)

    settle(first.left, "left")
    settle(first.right, "right")
    for row in others:
        left, right = row.left.claim_id, row.right.claim_id
        for one, two in ((left, right), (fact_of.get(left, left), fact_of.get(right, right))):
            if one in places or two in places:
                place = places[one] if one in places else _OTHER[places[two]]
                break
        else:
            place = "left"
        settle(row.left, place)
        settle(row.right, _OTHER[place])
        yield row, row.left, place
        yield row, row.right, _OTHER[place]
