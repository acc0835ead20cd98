"""How surely two values can't both hold, in words."""

import pytest

from claimdiff.model import Difference
from claimdiff.reporting.explanation import describe_strength


@pytest.mark.parametrize(
    ("exclusive", "strength", "words"),
    [
        (True, 0.9, "can't both hold"),
        (False, 0.0, "can both hold"),
        (False, 0.4, "can't both hold if of one thing, 40 % sure"),
    ],
)
def test_a_difference_never_says_both(exclusive: bool, strength: float, words: str) -> None:
    """A difference that is not sure is told as one that depends, not as one that can and can't hold."""
    difference = Difference(
        "quantity", "six", "two", (), (), exclusive, "“six” and “two” cannot both hold", strength
    )
    assert describe_strength(difference) == words
