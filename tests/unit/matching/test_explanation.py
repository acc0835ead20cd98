"""The waterfall of a pair."""

import math
from collections.abc import Callable

import pytest

from claimdiff.matching import explain_pair, score_pair
from claimdiff.model import Claim

Make = Callable[..., Claim]


def test_the_steps_sum_to_the_probability_shown(make_claim: Make) -> None:
    """Base and steps give the same number as every other view of the pair."""
    pair = score_pair(
        make_claim("The crane fell on two dockers", "c1"), make_claim("Two dockers were hit by a crane", "c2")
    )
    explanation = explain_pair(pair, 0.3)
    assert explanation.score == pytest.approx(
        explanation.base + sum(step.share for step in explanation.steps)
    )
    assert 1 / (1 + math.exp(-explanation.score)) == pytest.approx(pair.one_fact, abs=1e-4)
    assert explanation.probability == pair.one_fact


def test_steps_are_parted_into_for_and_against_strongest_first(make_claim: Make) -> None:
    """Nothing is lost between the two lists, and the strongest step leads."""
    pair = score_pair(make_claim("Two boats sank", "c1"), make_claim("The mayor spoke of two boats", "c2"))
    explanation = explain_pair(pair)
    assert len(explanation.speaks_for) + len(explanation.speaks_against) == len(explanation.steps)
    sizes = [abs(step.share) for step in explanation.steps]
    assert sizes == sorted(sizes, reverse=True)


def test_what_is_missing_is_above_zero_only_below_the_threshold(make_claim: Make) -> None:
    """A near miss says by how much it fell short."""
    pair = score_pair(make_claim("Two boats sank off Ellery", "c1"), make_claim("Two boats sank", "c2"))
    probability = pair.one_fact
    assert explain_pair(pair, probability / 2).missing < 0
    assert explain_pair(pair, (1 + probability) / 2).missing > 0
