"""Whole dates are read, others are left alone."""

import pytest

from claimdiff.reading.dates import DATE, normalise_date, read_date


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("2031-05-04", "2031-05-04"),
        ("2031-05-04T08:15:00", "2031-05-04T08:15:00"),
        ("4 May 2031", "2031-05-04"),
        ("Sunday, May 4th, 2031", "2031-05-04"),
        ("Sun 04 May 2031", "2031-05-04"),
        ("2031/05/04", "2031-05-04"),
        ("24/05/2031", "2031-05-24"),
        ("05/24/2031", "2031-05-24"),
    ],
)
def test_written_out_dates_are_read(text: str, day: str) -> None:
    """The usual ways of writing a whole date give its ISO day."""
    match = DATE.match(text)
    assert match is not None
    assert read_date(match) == day


def test_ambiguous_and_impossible_days_give_none() -> None:
    """04/05/2031 may be April or May, and there is no 31 February."""
    for text in ("04/05/2031", "31 February 2031"):
        match = DATE.match(text)
        assert match is not None
        assert read_date(match) is None


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2031-05-04T08:15:00+02:00", "2031-05-04T08:15:00+02:00"),
        ("Sun, 04 May 2031 08:15:00 GMT", "2031-05-04"),
        (1935648900, "2031-05-04T08:15:00+00:00"),
        (1935648900000, "2031-05-04T08:15:00+00:00"),
        ("in the spring", None),
        ("May 2031", None),
        (True, None),
        (["2031-05-04"], None),
        (float("nan"), None),
    ],
)
def test_metadata_values_are_normalised(value: object, day: str | None) -> None:
    """A record's date comes as a string or as seconds; anything else is no date."""
    assert normalise_date(value) == day


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("26-Apr-2024 10:00", "2024-04-26"),
        ("2024 Apr 26", "2024-04-26"),
        ("Fri Apr 26 10:15:00 2024", "2024-04-26"),
        ("Apr 31 2024", None),
        ("04/05/2024", None),
        ("sometime in May 2024", None),
    ],
)
def test_unusual_metadata_dates_are_read_only_where_they_are_whole(text: str, day: str | None) -> None:
    """A day, a month in letters and a year in any order are a date; less, or two readings, are none."""
    assert normalise_date(text) == day
