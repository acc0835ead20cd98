"""Pairs that stand alone."""

from collections.abc import Callable

import pytest

from claimdiff.matching import score_pair
from claimdiff.model import Claim, ScoredPair

Make = Callable[..., Claim]


def _score(make_claim: Make, left: str, right: str) -> ScoredPair:
    return score_pair(make_claim(left, "c1"), make_claim(right, "c2"))


def test_identical_texts_are_the_same(make_claim: Make) -> None:
    """Closeness itself never makes a contradiction."""
    pair = _score(make_claim, "Two dockers were injured on Friday", "Two dockers were injured on Friday")
    assert pair.relation == "same"
    assert pair.contradiction < 0.05 < 0.8 < pair.same


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "The harbour council rejected the offer on Friday",
            "The harbour council accepted the offer on Friday",
        ),
        ("The regatta was stopped on lap 20 of 71", "The regatta was stopped on lap 21 of 71"),
        ("Two dockers were injured at the quay", "No one was injured at the quay"),
    ],
)
def test_a_small_edit_that_can_not_also_hold_is_a_contradiction(
    make_claim: Make, left: str, right: str
) -> None:
    """Nearly identical texts with one excluding detail are not called the same."""
    assert _score(make_claim, left, right).relation == "contradiction"


def test_texts_about_different_things_are_not_one_fact(make_claim: Make) -> None:
    """Nothing shared, nothing claimed."""
    pair = _score(make_claim, "The price of bread rose in May", "A whale was seen off Port Ellery")
    assert pair.one_fact < 0.2
    assert pair.relation in ("related", "unrelated")


def test_a_pair_scores_alike_from_either_side(make_claim: Make) -> None:
    """Left and right are only names; ids are in order."""
    one, two = make_claim("The crane fell", "c1"), make_claim("A crane has fallen on the quay", "c2")
    assert score_pair(one, two) == score_pair(two, one)
    assert score_pair(two, one).left == "c1"


def test_probabilities_are_consistent(make_claim: Make) -> None:
    """Same and contradiction add up to one fact, and one fact is one topic."""
    pair = _score(make_claim, "The mayor resigned on Monday", "The mayor stepped down on Tuesday")
    assert pair.one_fact == pytest.approx(pair.same + pair.contradiction)
    assert 0.0 <= pair.one_fact <= pair.related <= 1.0
