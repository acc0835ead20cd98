"""What falls to a pair of its claims' chances, and where the claims stand in their documents."""

import pytest

from claimdiff.matching.places import Places
from claimdiff.matching.standing import compare_places, share_pairs

# Two documents: claims 0 to 2, and 3 and 4.
PLACES = Places([0, 0, 0, 1, 1], [0, 1, 2, 3, 4], [0, 0, 0, 1, 1], [[0, 1, 2], [3, 4]])


def test_a_pair_without_rivals_shares_with_nobody_only() -> None:
    """At even odds half of either claim's chances fall to the only pair, half to no partner at all."""
    ((less, more, both, _),) = share_pairs([0], [3], [0.0], PLACES)
    assert (less, more, both) == pytest.approx((0.5, 0.5, 0.25))


def test_a_rival_takes_from_the_claim_that_it_shares() -> None:
    """What another partner of the left claim takes leaves the right claim's own share as it is."""
    (less, more, _, _), _ = share_pairs([0, 0], [3, 4], [0.0, 0.0], PLACES)
    assert (less, more) == pytest.approx((1 / 3, 1 / 2))


def test_documents_with_more_likely_pairs_are_more_alike() -> None:
    """How alike two documents are grows with the chances of their pairs, and is at most 1."""
    alike = [share_pairs([0, 1], [3, 4], [score, score], PLACES)[0][3] for score in (-6.0, 0.0, 6.0)]
    assert alike == sorted(alike)
    assert alike[1] == pytest.approx(1.0 / 6**0.5)
    assert share_pairs([0, 1, 2, 0], [3, 4, 3, 4], [9.0] * 4, PLACES)[0][3] == 1.0


def test_places_are_shares_of_the_way_through_a_document() -> None:
    """The first claim stands at 0, the last at 1, whatever the length; the order of a pair is the same."""
    assert compare_places([0, 2, 4], [3, 3, 1], PLACES) == [(0.0, 0.0, 0.0), (1.0, 0.0, 1.0), (0.5, 0.5, 1.0)]
    assert compare_places([3], [2], PLACES) == compare_places([2], [3], PLACES)


def test_a_document_of_one_claim_has_a_place() -> None:
    """A single claim stands at the beginning."""
    single = Places([0, 1], [0, 1], [0, 1], [[0], [1]])
    assert compare_places([0], [1], single) == [(0.0, 0.0, 0.0)]
