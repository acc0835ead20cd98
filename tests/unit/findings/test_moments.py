"""Figures that moved between two publications."""

import pytest

from claimdiff.findings.moments import is_development, published_apart
from claimdiff.model import Difference, Quantity, Span


def quantity(surface, value, unit, kind="count"):
    return Quantity(Span(0, 1), surface, value, unit, "exactly", kind=kind)


def told(document, claim, text, surface, value, unit, published, kind="count"):
    one = document(text, label=published or "undated", published_at=published)
    return one, claim(one, text[:-1], quantities=(quantity(surface, value, unit, kind),))


@pytest.mark.parametrize(
    ("first", "second", "expected"),
    [
        ("2031-05-02T08:00:00", "2031-05-02T14:00:00", True),
        ("2031-05-02", "2031-05-03", True),
        ("2031-05-02T08:00:00", "2031-05-02T08:05:00", False),
        ("2031-05-02", "2031-05-02T17:00:00", False),
        (None, "2031-05-03", False),
    ],
)
def test_a_toll_moves_only_between_two_moments(document, claim, first, second, expected):
    """A toll that differs is a development where the documents came out apart in time."""
    one, left = told(document, claim, "The blast killed two sailors.", "two", 2.0, "sailor", first)
    two, right = told(document, claim, "The blast killed six sailors.", "six", 6.0, "sailor", second)
    difference = Difference("quantity", "two", "six", (), (), True)
    assert is_development(left, right, difference, {one.id: one, two.id: two}) is expected


def test_a_place_in_order_does_not_move(document, claim):
    """Which lap or page it was is settled, whenever it is told."""
    one, left = told(
        document, claim, "It stopped on lap 20.", "lap 20", 20.0, "lap", "2031-05-02", "position"
    )
    two, right = told(
        document, claim, "It stopped on lap 21.", "lap 21", 21.0, "lap", "2031-05-03", "position"
    )
    difference = Difference("quantity", "lap 20", "lap 21", (), (), True)
    assert not is_development(left, right, difference, {one.id: one, two.id: two})


def test_a_bad_date_is_no_date(document):
    """A date that is no ISO date can't be compared."""
    one, two = document("A.", published_at="next spring"), document("B.", published_at="2031-05-02")
    assert published_apart(one, two) is None
