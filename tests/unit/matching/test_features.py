"""What speaks for one fact in a pair of claims."""

from collections.abc import Callable

import pytest

from claimdiff.matching.features import FEATURES, compare_claims, compare_quantities
from claimdiff.matching.views import view_pair
from claimdiff.model import Claim

Make = Callable[..., Claim]


def _features(left: Claim, right: Claim) -> dict[str, float]:
    return dict(zip(FEATURES, compare_claims(*view_pair(left, right)), strict=True))


def test_identical_claims_share_all_their_words(make_claim: Make) -> None:
    """Two equal wordings cover each other in full."""
    text = "Two dockers were injured when a crane fell on the quay"
    found = _features(make_claim(text, "c1"), make_claim(text, "c2"))
    assert found["shared words"] == pytest.approx(1.0)
    assert found["covered by the other"] == pytest.approx(1.0)
    assert found["letters alike"] == 1.0
    assert found["same figure"] == 1.0


def test_the_order_of_a_pair_does_not_matter(make_claim: Make) -> None:
    """A pair has one vector, whichever side is called left."""
    one = make_claim("The crane fell on two dockers", "c1")
    two = make_claim("Three people were hurt by a falling crane in Port Ellery", "c2")
    left, right = view_pair(one, two)
    assert compare_claims(left, right) == compare_claims(right, left)


def test_word_formation_and_synonyms_are_shared_words(make_claim: Make) -> None:
    """Denial and denied, killed and dead speak for one thing."""
    plain = _features(make_claim("The mayor denied it", "c1"), make_claim("A denial by the mayor", "c2"))
    assert plain["covered by the other"] > 0.9
    near = _features(make_claim("Four sailors were killed", "c1"), make_claim("Four sailors are dead", "c2"))
    far = _features(make_claim("Four sailors were killed", "c1"), make_claim("Four sailors are rich", "c2"))
    assert near["shared words"] > far["shared words"]


def test_one_thing_counted_whatever_the_figures(make_claim: Make) -> None:
    """Two tolls of one thing are near each other; a toll and a length are not."""
    tolls = _features(make_claim("killing at least two people", "c1"), make_claim("killed six people", "c2"))
    mixed = _features(make_claim("killing at least two people", "c1"), make_claim("six boats sailed", "c2"))
    assert tolls["one thing counted"] > 0.5 > mixed["one thing counted"]


def test_bounds_that_allow_each_other_agree(make_claim: Make) -> None:
    """More than 100 and 120 do not clash; 20 and 120 do."""
    hundred = make_claim("more than 100 boats").quantities
    assert compare_quantities(hundred, make_claim("120 boats").quantities) == (1.0, 0.0)
    assert compare_quantities(make_claim("20 boats").quantities, make_claim("120 boats").quantities) == (
        0.0,
        1.0,
    )


def test_every_feature_is_finite_for_odd_texts(make_claim: Make) -> None:
    """Marks, one letter and foreign script give numbers, not exceptions."""
    for text in ("!", "a", "\u202e\u202e x", "日本語", "1 2 3 4 5 6 7 8 9 10"):
        values = compare_claims(*view_pair(make_claim(text, "c1"), make_claim("The quay", "c2")))
        assert len(values) == len(FEATURES)
        assert all(-1.0 <= value <= 1.0 for value in values)
