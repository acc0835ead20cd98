"""The number grammar: values, units, comparisons, and what is no quantity."""

import pytest

from claimdiff.language.numerals import Numeral, find_quantities


def read_one(text: str) -> Numeral:
    found = find_quantities(text)
    assert len(found) == 1, found
    return found[0]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1,250 crates", 1250.0),
        ("a hundred boats", 100.0),
        ("half a million crates", 500000.0),
        ("one and a half hours", 1.5),
        ("two dozen nets", 24.0),
        ("twenty-five sailors", 25.0),
        ("three hundred and twenty-one tonnes", 321.0),
        ("$1.5bn", 1.5e9),
        ("£4m", 4e6),
        ("2.5million crates", 2.5e6),
        ("two thousand five hundred crates", 2500.0),
        ("a pair of ferries", 2.0),
        ("4 and a half minutes", 4.5),
        ("3.1 seconds", 3.1),
    ],
)
def test_digits_and_words_give_plain_values(text: str, value: float) -> None:
    """A number's value is in plain units however it is written."""
    assert read_one(text).value == value


@pytest.mark.parametrize(
    ("text", "comparison"),
    [
        ("at least six sailors", "at least"),
        ("no fewer than six sailors", "at least"),
        ("six or more sailors", "at least"),
        ("more than 30 sailors", "more than"),
        ("over a hundred sailors", "more than"),
        ("the more-than 30 sailors", "more than"),
        ("a fewer-than 30 crew", "fewer than"),
        ("up to 30 sailors", "at most"),
        ("as many as 30 sailors", "at most"),
        ("no more than 30 sailors", "at most"),
        ("fewer than 30 sailors", "fewer than"),
        ("nearly 1,000 sailors", "about"),
        ("some 30 sailors", "about"),
        ("30 sailors", "exactly"),
    ],
)
def test_qualifiers_tell_how_it_compares(text: str, comparison: str) -> None:
    """Words around a number become one of six comparisons."""
    assert read_one(text).comparison == comparison


@pytest.mark.parametrize(
    ("text", "unit", "kind"),
    [
        ("three more sailors", "sailor", "count"),
        ("10 of the 12 crew", "crew", "count"),
        ("at least 40 people", "person", "count"),
        ("120 were hurt", None, "count"),
        ("£1.3million", "gbp", "money"),
        ("20 million dollars", "usd", "money"),
        ("89 percent", "%", "percent"),
        ("5 per cent", "%", "percent"),
        ("a three-day strike", "day", "duration"),
        ("10 minutes", "minute", "duration"),
        ("a 37-year-old skipper", "year", "age"),
        ("Moro, 41, said", "year", "age"),
        ("about 230 km", "kilometre", "measure"),
        ("600 tons of fuel", "ton", "measure"),
        ("on lap 20", "lap", "position"),
        ("the 28th lap", "lap", "position"),
        ("14th position", "position", "position"),
    ],
)
def test_units_and_kinds(text: str, unit: str | None, kind: str) -> None:
    """A quantity knows what it counts and of what kind it is."""
    first = find_quantities(text)[0]
    assert (first.unit, first.kind) == (unit, kind)


@pytest.mark.parametrize(
    "text",
    [
        "one of them",
        "no one came",
        "the first boat",
        "a two-state plan",
        "one day it may sail",
        "Formula One",
        "the G7 and F1",
        "the Boeing 737 landed",
        "one another",
        "dozens of boats",
        "in 2017",
        "Nov. 13, 2016",
        "13 November",
        "the tanker Grey Gull 2 sank",
        "form W-2",
        "in the past three months",
        "two weeks ago",
        "several boats and a handful of nets",
    ],
)
def test_these_are_no_quantities(text: str) -> None:
    """Names, dates, pronouns, ordinals and vague amounts have no value."""
    assert find_quantities(text) == []


def test_the_span_holds_qualifier_number_and_measure() -> None:
    """A quantity's words are its qualifier, number and unit of measure."""
    text = "It lies roughly 130 miles off."
    found = read_one(text)
    assert text[found.start : found.end] == "roughly 130 miles"


@pytest.mark.parametrize(("text", "low", "high"), [("10-12 boats", 10, 12), ("5-6,000 people", 5000, 6000)])
def test_a_range_has_two_ends(text: str, low: float, high: float) -> None:
    """A range is one quantity with a lower and an upper end."""
    found = read_one(text)
    assert (found.value, found.high) == (low, high)


def test_a_change_is_two_quantities() -> None:
    """ "From 19 to 12" tells two numbers, not a range."""
    assert [found.value for found in find_quantities("cut from 19 points to 12")] == [19.0, 12.0]


def test_clock_times_are_hours_of_the_day() -> None:
    """Clock times count as hours from midnight and are marked as times."""
    found = find_quantities("between 2:30 p.m. and 11pm, not 21:15")
    assert [(item.value, item.kind) for item in found] == [(14.5, "time"), (23.0, "time"), (21.25, "time")]


def test_shares_are_per_cent() -> None:
    """Fractions of a whole are given in per cent."""
    assert [(n.value, n.unit) for n in find_quantities("half of the nets and two-thirds of the boats")] == [
        (50.0, "%"),
        (pytest.approx(66.667, abs=0.001), "%"),
    ]


def test_offsets_count_in_the_whole_text() -> None:
    """A stretch's quantities keep the offsets of the whole text and ignore what lies outside."""
    text = "7 boats and 9 nets and 5 crates"
    assert [text[n.start : n.end] for n in find_quantities(text, 8, 18)] == ["9"]
