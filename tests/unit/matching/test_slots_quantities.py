"""Arithmetic of bounds, units and rounding, and whether two numbers count the same."""

from collections.abc import Callable

import pytest

from claimdiff.matching.alignment import Alignment
from claimdiff.matching.slots.quantities import bounds_of, can_both_hold, judge_quantities
from claimdiff.model import Comparator, Quantity, Span

Align = Callable[..., Alignment]


def _quantity(
    value: float, comparison: Comparator = "exactly", unit: str | None = "docker", kind: str = "count"
) -> Quantity:
    return Quantity(Span(0, 1), "", value, unit, comparison, None, kind)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_quantity(100, "more than"), _quantity(90, "at least")),
        (_quantity(30, "about"), _quantity(30, "more than")),
        (_quantity(1.2e6), _quantity(1.24e6)),
        (_quantity(1000, "about"), _quantity(980, "about")),
        (_quantity(6, "at least"), _quantity(11)),
        (_quantity(230, unit="kilometre", kind="measure"), _quantity(140, unit="mile", kind="measure")),
        (_quantity(2, unit="week", kind="duration"), _quantity(14, unit="day", kind="duration")),
    ],
)
def test_values_that_one_figure_satisfies_can_both_hold(one: Quantity, two: Quantity) -> None:
    """Open bounds, round figures and converted units are compatible, in either order."""
    assert can_both_hold(one, two)
    assert can_both_hold(two, one)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (_quantity(2), _quantity(4, "at least")),
        (_quantity(20, kind="position"), _quantity(21, kind="position")),
        (_quantity(100, "fewer than"), _quantity(150, "more than")),
        (_quantity(44, "about"), _quantity(56, "about")),
        (_quantity(160, "at most"), _quantity(140, "at most")),
        (_quantity(3, unit="week", kind="duration"), _quantity(4, unit="month", kind="duration")),
        (_quantity(5, "more than"), _quantity(5, "fewer than")),
    ],
)
def test_values_that_no_figure_satisfies_cannot_both_hold(one: Quantity, two: Quantity) -> None:
    """Disjoint bounds contradict, in either order; "up to" tells what was reached."""
    assert not can_both_hold(one, two)
    assert not can_both_hold(two, one)


def test_bounds_of_a_range_are_its_ends() -> None:
    """A range allows everything between its ends."""
    assert bounds_of(Quantity(Span(0, 1), "", 3, None, "exactly", 5)) == (3, 5)


def test_the_dead_and_the_hurt_are_not_compared(lay_side_by_side: Align) -> None:
    """Numbers of people with different fates count different things."""
    found = judge_quantities(
        lay_side_by_side("The blast in Ellery killed two people", "The blast in Ellery injured nine people")
    )
    assert found == []


def test_a_part_is_not_held_against_the_whole(lay_side_by_side: Align) -> None:
    """Fewer of one sort among more in all is judged too weakly to be exclusive."""
    found = judge_quantities(
        lay_side_by_side("The wreck killed 12 people", "The wreck killed 10 Norwegian sailors")
    )
    assert all(one.strength < 0.5 for one in found)


def test_amounts_of_different_things_are_not_compared(lay_side_by_side: Align) -> None:
    """Money is compared by what it pays for, not by its currency."""
    found = judge_quantities(
        lay_side_by_side(
            "The port expects a $5 million fine this winter",
            "The port had expected a winter with earnings of $2 million",
        )
    )
    assert all(one.strength < 0.5 for one in found)


def test_equal_numbers_are_matched_before_others_are_compared(lay_side_by_side: Align) -> None:
    """A number that stands on both sides is never set against another one."""
    found = judge_quantities(lay_side_by_side("Moro stopped on lap 48 of 71", "Moro stopped on lap 38 of 71"))
    assert [(one.compatible, one.strength > 0.5) for one in found if not one.compatible] == [(False, True)]
