"""Dates as intervals of days."""

from datetime import date

import pytest

from claimdiff.language.calendar import find_dates

FRIDAY = date(2016, 11, 11)


def interval(text: str, reference: date | None = FRIDAY) -> tuple[str, str] | None:
    found = find_dates(text, reference)
    assert len(found) == 1, found
    first, last = found[0].first, found[0].last
    return None if first is None or last is None else (first.isoformat(), last.isoformat())


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("on Friday", "2016-11-11", "2016-11-11"),
        ("late Thursday", "2016-11-10", "2016-11-10"),
        ("yesterday", "2016-11-10", "2016-11-10"),
        ("last Friday", "2016-11-04", "2016-11-04"),
        ("the ferry will sail on Tuesday", "2016-11-15", "2016-11-15"),
        ("last week", "2016-10-31", "2016-11-06"),
        ("last month", "2016-10-01", "2016-10-31"),
        ("earlier this month", "2016-11-01", "2016-11-30"),
        ("last November", "2015-11-01", "2015-11-30"),
        ("in December", "2015-12-01", "2015-12-31"),
        ("since October", "2016-10-01", "2016-11-11"),
        ("next year", "2017-01-01", "2017-12-31"),
        ("two years ago", "2014-01-01", "2014-12-31"),
        ("in the past three months", "2016-08-01", "2016-11-11"),
        ("in a fortnight", "2016-11-25", "2016-11-25"),
        ("on New Year's Eve", "2015-12-31", "2015-12-31"),
        ("Oct. 19", "2016-10-19", "2016-10-19"),
        ("in May of last year", "2015-05-01", "2015-05-31"),
        ("snow had fallen by Tuesday", "2016-11-08", "2016-11-08"),
        ("it must be ready by Tuesday", "2016-11-15", "2016-11-15"),
        ("they broke the rules by landing fish on Tuesday", "2016-11-08", "2016-11-08"),
        ("it must be ready by the end of May", "2017-05-01", "2017-05-31"),
        ("until November 20", "2016-11-20", "2016-11-20"),
    ],
)
def test_relative_dates_count_from_the_reference(text: str, first: str, last: str) -> None:
    """Days, weeks, months and years without a year are resolved against the day of writing."""
    found = find_dates(text, date(2016, 1, 5) if "Eve" in text else FRIDAY)
    assert [(str(item.first), str(item.last), item.inferred) for item in found] == [(first, last, True)]


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("in 2017", "2017-01-01", "2017-12-31"),
        ("Nov. 13, 2016", "2016-11-13", "2016-11-13"),
        ("Sunday, Nov. 13, 2016", "2016-11-13", "2016-11-13"),
        ("13 November 2016", "2016-11-13", "2016-11-13"),
        ("May 2016", "2016-05-01", "2016-05-31"),
        ("the 1990s", "1990-01-01", "1999-12-31"),
        ("the 2000s", "2000-01-01", "2009-12-31"),
        ("on Christmas Day 2015", "2015-12-25", "2015-12-25"),
        ("from 2010 to 2014", "2010-01-01", "2014-12-31"),
        ("between May 3, 2016 and June 24, 2018", "2016-05-03", "2018-06-24"),
        ("2016-11-13", "2016-11-13", "2016-11-13"),
        ("summer 2015", "2015-06-01", "2015-08-31"),
    ],
)
def test_full_dates_need_no_reference(text: str, first: str, last: str) -> None:
    """Dates with a year stand by themselves."""
    assert interval(text, None) == (first, last)


@pytest.mark.parametrize("text", ["on Friday", "last week", "in October", "two weeks ago", "yesterday"])
def test_without_a_reference_relative_dates_stay_open(text: str) -> None:
    """A date that needs the day of writing is found but not resolved without it."""
    assert interval(text, None) is None


@pytest.mark.parametrize(
    "text",
    [
        "they may march on",
        "we sat in the sun for a second",
        "more than 2000 people",
        "May said so",
        "on Fridays",
        "flight 1989",
        "The march to the port",
        "told Harbour Today",
        "a Long March 9 rocket lifted off",
        "LONG MARCH 9 LIFTS OFF",
        "walked in the Great March of 1930",
    ],
)
def test_these_are_no_dates(text: str) -> None:
    """Verbs, names, habits and counts are no dates."""
    assert find_dates(text, FRIDAY) == []


@pytest.mark.parametrize(
    "text", ["the board's March 9 vote", "a long March 9 session", "Sorrel Board March 9"]
)
def test_march_without_a_longer_name_is_the_month(text: str) -> None:
    """What stands before a date is no part of a name unless it makes one of it."""
    assert interval(text) == ("2016-03-09", "2016-03-09")


def test_an_impossible_date_is_passed_over() -> None:
    """A day that no calendar has raises nothing."""
    assert find_dates("on 2016-02-31", FRIDAY) == []
