"""Pairs that stand alone."""

from collections.abc import Callable

import pytest

from claimdiff.extraction import read_statement
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


def _call(left: str, right: str) -> str:
    return score_pair(read_statement(left), read_statement(right)).relation


@pytest.mark.parametrize(
    ("left", "right"),
    [
        (
            "Whale swims up the Ellery and blocks the lock",
            "That whale in the Ellery lock? It is a hoax, says harbour master",
        ),
        (
            "Port Ellery to sell its lighthouse to a hotel chain",
            "Council debunks claim that lighthouse is for sale",
        ),
        (
            "Lighthouse keeper saved by singing seals",
            "Keeper saved by seals: a story too good to check",
        ),
        ("Fisherman nets a crown in Port Ellery bay", "Fisherman who netted crown made it all up"),
    ],
)
def test_a_headline_that_calls_the_other_s_report_false_contradicts_it(left: str, right: str) -> None:
    """However loosely both are worded, they can't both hold."""
    assert _call(left, right) == "contradiction"


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("Whale swims up the Ellery and blocks the lock", "Harbour bus tickets are fake, police warn"),
        ("Ferry captain sacked after night on the rocks", "Captain of stranded ferry dismissed"),
        ("Mayor dismisses unfounded reports of a sale", "Lighthouse sale dismissed as a hoax by mayor"),
    ],
)
def test_headlines_on_another_matter_or_of_one_mind_do_not_contradict(left: str, right: str) -> None:
    """A falsehood about something else, a dismissed person, two denials: nothing excludes the other."""
    assert _call(left, right) != "contradiction"
