"""Claims are gathered by average linkage."""

import random

from claimdiff.matching.clusters import cluster_claims


def test_every_claim_is_in_exactly_one_group() -> None:
    """Groups partition the claims, also those without any pair."""
    groups = cluster_claims(["a", "b", "c"], {("a", "b"): 0.9}, 0.5)
    assert groups == [("a", "b"), ("c",)]


def test_a_drifting_chain_is_cut_at_its_weakest_link() -> None:
    """a-b-c-d with weak ends falls apart, since the mean over all pairs between groups counts."""
    chances = {("a", "b"): 0.9, ("b", "c"): 0.6, ("c", "d"): 0.9}
    assert cluster_claims("abcd", chances, 0.4) == [("a", "b"), ("c", "d")]


def test_a_group_that_agrees_all_round_is_joined() -> None:
    """Three claims that all go with each other become one group."""
    chances = {("a", "b"): 0.6, ("a", "c"): 0.5, ("b", "c"): 0.7}
    assert cluster_claims("abc", chances, 0.4) == [("a", "b", "c")]


def test_the_order_of_the_input_does_not_matter() -> None:
    """Shuffled claims and pairs give the same groups."""
    source = random.Random(7)
    names = [f"c{number}" for number in range(14)]
    chances = {(left, right): source.random() for i, left in enumerate(names) for right in names[i + 1 :]}
    expected = cluster_claims(names, chances, 0.45)
    for _ in range(5):
        pairs = list(chances.items())
        source.shuffle(pairs)
        source.shuffle(names)
        assert cluster_claims(names, dict(pairs), 0.45) == expected


def test_nothing_is_joined_at_the_threshold_itself() -> None:
    """A mean must lie above the threshold."""
    assert cluster_claims("ab", {("a", "b"): 0.5}, 0.5) == [("a",), ("b",)]
