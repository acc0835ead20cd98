"""How surely two values can't both hold, in words."""

import pytest

from claimdiff.model import Difference, ScoredPair
from claimdiff.reporting.explanation import (
    ExplainedClaim,
    describe_strength,
    lay_out_pair,
    render_explanation,
)


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


def test_a_waterfall_shows_what_hardly_counts_as_one_step() -> None:
    """Steps under .05 stand in one row, which keeps the sum whole; two of them are shown as they are."""
    told = ExplainedClaim("The quay is open", None)
    small = [("same day", 0.02), ("other figure", -0.04), ("length", 0.01)]

    def show(steps: list[tuple[str, float]]) -> str:
        features = {"base": -2.0, **dict(steps)}
        pair = ScoredPair("a", "b", 0.4, 0.0, 0.4, "related", features)
        laid_out = lay_out_pair(pair, told, told, "texts of their own", 0.33, steps)
        return render_explanation(laid_out)

    folded = show([("shared words", 1.5), *small])
    assert "3 more, each under 0.05  -0.01" in folded
    assert "same day" not in folded
    assert "-0.51" in folded
    assert "same day" in show([("shared words", 1.5), *small[:2]])
