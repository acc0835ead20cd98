"""What two aligned claims differ in, slot by slot, and whether both can hold."""

from collections.abc import Callable

import pytest
from msgspec.structs import replace

from claimdiff.matching.alignment import Alignment, align_claims
from claimdiff.matching.differences import find_differences
from claimdiff.model import Claim, Difference

Align = Callable[..., Alignment]


def _exclusive(alignment: Alignment) -> list[Difference]:
    return [one for one in find_differences(alignment) if one.exclusive]


@pytest.mark.parametrize(
    ("left", "right", "slot"),
    [
        (
            "Exactly two dockers were killed in the fire",
            "At least four dockers were killed in the fire",
            "quantity",
        ),
        ("The race was stopped on lap 20", "The race was stopped on lap 21", "quantity"),
        ("The ferry sank on Friday off Ellery", "The ferry sank on Monday off Ellery", "date"),
        (
            "The council met in Lisbon to vote on the quay",
            "The council met in Vienna to vote on the quay",
            "place",
        ),
        ("The harbour council accepted the offer", "The harbour council rejected the offer", "meaning"),
        ("The captain signed the lease", "The captain has not signed the lease", "polarity"),
        ("Two dockers were injured", "No one was injured", "polarity"),
        (
            "A thief drove a truck into the customs house",
            "A thief drove a car into the customs house",
            "actor",
        ),
        ("Moro beat Ruiz in the harbour regatta", "Ruiz beat Moro in the harbour regatta", "actor"),
        (
            "Moro is now testifying before the harbour court",
            "Moro is due to testify before the harbour court",
            "date",
        ),
    ],
)
def test_details_that_exclude_each_other_are_exclusive(
    lay_side_by_side: Align, left: str, right: str, slot: str
) -> None:
    """A detail that cannot be both ways is an exclusive difference of its slot."""
    assert slot in {one.slot for one in _exclusive(lay_side_by_side(left, right))}


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("More than 100 dockers walked out", "At least 90 dockers walked out"),
        ("About 30 boats were lost", "More than 30 boats were lost"),
        ("Nearly 1,000 troops guard the port", "Roughly 1,000 troops guard the port"),
        ("The repair cost $1.2 million", "The repair cost $1.24 million"),
        ("The fire killed two dockers", "The fire wounded nine dockers"),
        ("The wreck lies 130 miles off Ellery", "The wreck lies about 210 kilometres off Ellery"),
        ("The pier burned down", "The wooden pier burned down on Friday"),
        ("The council met in France", "The council met in Paris"),
        ("Ruiz was beaten by Moro", "Moro beat Ruiz"),
        ("The captain did not accept the offer", "The captain rejected the offer"),
        ("The US envoy left the port", "The American envoy left the port"),
        ("The organiser cancelled the regatta", "The organizer cancelled the regatta"),
    ],
)
def test_details_that_can_both_hold_are_not_exclusive(lay_side_by_side: Align, left: str, right: str) -> None:
    """Bounds, rounding, another unit, a wider place, the passive and an addition contradict nothing."""
    assert _exclusive(lay_side_by_side(left, right)) == []


def test_identical_claims_have_no_differences(lay_side_by_side: Align) -> None:
    """A claim does not differ from itself."""
    text = "At least two dockers were not hurt on Friday, Moro may have said."
    assert find_differences(lay_side_by_side(text, text)) == ()


def test_lost_hedge_is_a_difference_of_certainty(lay_side_by_side: Align) -> None:
    """A hedge that only one side has is reported, and excludes nothing."""
    found = find_differences(
        lay_side_by_side("The mayor arguably meddled in the vote", "The mayor meddled in the vote")
    )
    assert [(one.slot, one.exclusive) for one in found] == [("certainty", False)]


def test_quotation_with_another_word_is_a_difference_of_quotation(lay_side_by_side: Align) -> None:
    """Other words in one place of one speaker's quotation exclude each other; a shorter form does not."""
    changed = lay_side_by_side("We are sailing home tonight", "They are sailing home tonight", direct=True)
    assert {one.slot for one in _exclusive(changed)} == {"quotation"}
    shorter = lay_side_by_side("We are sailing home tonight", "sailing home tonight", direct=True)
    assert _exclusive(shorter) == []


def test_unknown_word_in_one_place_is_graded_but_not_exclusive(lay_side_by_side: Align) -> None:
    """A word that is not known to mean the same is a difference, without a verdict."""
    found = find_differences(
        lay_side_by_side("The ferry struck a barge off Ellery", "The ferry struck a buoy off Ellery")
    )
    assert [(one.left, one.right, one.exclusive) for one in found] == [("barge", "buoy", False)]
    assert 0 < found[0].strength <= 0.5


def test_spans_point_at_the_differing_words(lay_side_by_side: Align) -> None:
    """The spans of a difference cut its words out of the documents' text."""
    left, right = "The ferry sank on Friday off Ellery", "The ferry, they say, sank on Monday off Ellery"
    found = find_differences(lay_side_by_side(left, right))
    assert found
    for one in found:
        assert [left[span.start : span.end] for span in one.left_spans] == [one.left]
        assert [right[span.start : span.end] for span in one.right_spans] == [one.right]


def test_no_shared_word_means_no_differences(lay_side_by_side: Align) -> None:
    """Claims about different things are not compared detail by detail."""
    assert find_differences(lay_side_by_side("Two dockers died", "Herring cost four crowns")) == ()


def test_headline_that_debunks_contradicts_whatever_its_words(make_claim: Callable[..., Claim]) -> None:
    """Of two headlines, one that calls a report false contradicts it; another wording of it does not."""

    def compare(left: str, right: str) -> list[str]:
        one, two = (replace(make_claim(text, text), headline=True) for text in (left, right))
        found = find_differences(align_claims(one, two, left_text=left, right_text=right))
        return [difference.slot for difference in found if difference.strength >= 0.5]

    report = "Whale swims up canal into Port Ellery"
    assert compare(report, "Story of Ellery whale is a hoax, harbour master says") == ["polarity"]
    assert compare(report, "Giant of the sea visits Ellery market") == []


def test_a_denial_of_the_whole_is_hardly_one_of_a_part(lay_side_by_side: Align) -> None:
    """ "Not banned altogether" leaves room for "banned" in part; a plain "not banned" leaves none."""
    banned = "The harbour council banned night fishing"
    plain = find_differences(lay_side_by_side(banned, "The harbour council has not banned night fishing"))
    partly = find_differences(
        lay_side_by_side(banned, "The harbour council has not banned night fishing altogether")
    )
    assert max(one.strength for one in plain if one.slot == "polarity") > 0.5
    assert max((one.strength for one in partly if one.slot == "polarity"), default=0.0) < 0.5


def test_who_bears_one_name_may_do_several_things(lay_side_by_side: Align) -> None:
    """Claims that share a name alone are hardly set against each other by what else they name."""

    def weigh(other: str) -> float:
        alignment = lay_side_by_side("Tarn Harbour Police has arrested the driver", other)
        return max(one.strength for one in find_differences(alignment) if one.slot == "actor")

    near = weigh("Tarn Harbour Police has arrested the journalists")
    assert weigh("Tarn Harbour Police advised him not to speak to journalists") < near / 2
