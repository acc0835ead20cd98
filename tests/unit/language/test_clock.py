"""Clock times and the day they fall on."""

from datetime import date

from claimdiff.language.clock import find_clock_times

FRIDAY = date(2016, 11, 11)


def test_the_date_beside_tells_the_day() -> None:
    """A clock time falls on the day told beside it, as an ISO moment."""
    found = find_clock_times("The ferry left at 2:30 p.m. on Thursday and docked at 9pm.", FRIDAY)
    assert [(item.moment, item.precision) for item in found] == [
        ("2016-11-10T14:30", "minute"),
        ("2016-11-10T21:00", "hour"),
    ]


def test_without_a_date_the_day_is_open() -> None:
    """No date near, no day: the writing day is not taken for it."""
    (found,) = find_clock_times("The ferry left at 21:05.", FRIDAY)
    assert (found.day, found.moment, found.minute) == (None, "", 21 * 60 + 5)


def test_a_week_or_month_is_no_day() -> None:
    """Only a single day may date a clock time."""
    (found,) = find_clock_times("Last week it left, then at 7 a.m.", FRIDAY)
    assert found.day is None
