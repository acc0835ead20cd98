"""Dates of one event that cannot both be right."""

from collections.abc import Callable

import pytest

from claimdiff.matching.alignment import Alignment
from claimdiff.matching.slots.dates import judge_dates
from claimdiff.matching.slots.meaning import split_interval
from claimdiff.matching.slots.phases import find_phase_change

Align = Callable[..., Alignment]


@pytest.mark.parametrize(
    ("left", "right", "meet"),
    [
        ("The strike began on Friday", "The strike began on Monday", False),
        ("The strike began this week", "The strike began last week", False),
        ("The strike began on 3 May 2024", "The strike began in May 2024", True),
        ("The strike began in 2021", "The strike began in 2023", False),
    ],
)
def test_dates_of_one_event_meet_or_not(lay_side_by_side: Align, left: str, right: str, meet: bool) -> None:
    """Intervals that overlap can be one date, disjoint ones cannot."""
    assert [pair.meet for pair in judge_dates(lay_side_by_side(left, right))] == [meet]


def test_days_on_which_something_is_said_are_judged_weakly(lay_side_by_side: Align) -> None:
    """The same thing may be said on two days."""
    found = judge_dates(
        lay_side_by_side("Moro said on Friday the pier is safe", "Moro said on Monday the pier is safe")
    )
    assert all(pair.strength < 0.5 for pair in found)


def test_dates_of_one_actor_need_not_date_one_event(lay_side_by_side: Align) -> None:
    """Where only names are shared, two dates are no conflict."""
    found = judge_dates(
        lay_side_by_side(
            "On Friday, the Ellery Harbour Board raised the fees", "The Ellery Harbour Board met on Monday"
        )
    )
    assert all(pair.strength < 0.5 for pair in found)


def test_possessive_dates_are_dates(lay_side_by_side: Align) -> None:
    """The 's of a date does not hide it."""
    found = judge_dates(lay_side_by_side("Moro won Saturday's regatta", "Moro won Sunday's regatta"))
    assert [pair.meet for pair in found] == [False]


def test_what_is_under_way_is_not_still_to_come(lay_side_by_side: Align) -> None:
    """A verb that is now going on and one that is planned are told apart; two plans are not."""
    going = "Moro is currently testifying before the harbour court"
    planned = "Moro is due to testify before the harbour court"
    assert find_phase_change(lay_side_by_side(going, planned)) is not None
    assert find_phase_change(lay_side_by_side(planned, "Moro will testify before the harbour court")) is None


def test_who_speaks_of_themselves_promises(lay_side_by_side: Align) -> None:
    """ "We are working on it" and "we will work on it", both in somebody's own words, can both hold."""
    words = "we are currently working with the harbour crew", "we will work with the harbour crew"
    assert find_phase_change(lay_side_by_side(*words)) is not None
    assert find_phase_change(lay_side_by_side(*words, direct=True)) is None


def test_interval_ends_are_ordered_as_text() -> None:
    """An end without a clock time comes after every moment of its day."""
    first, last = split_interval("2024-05-17/2024-05-17")
    assert first <= "2024-05-17T23:59" <= last
