"""Negation, denial, spelling, opposites and swapped roles."""

from collections.abc import Callable

import pytest

from claimdiff.matching.alignment import Alignment
from claimdiff.matching.differences import find_differences
from claimdiff.matching.slots.denial import measure_denial, weigh_denial
from claimdiff.matching.slots.negation import find_negated
from claimdiff.matching.slots.polarity import judge_polarity
from claimdiff.matching.slots.roles import find_swapped
from claimdiff.matching.slots.spelling import are_initials, opposed_by_prefix, spelled_alike
from claimdiff.matching.units import prepare_claim
from claimdiff.model import Claim

Align = Callable[..., Alignment]


@pytest.mark.parametrize(
    ("text", "reached"),
    [
        ("moro did not win the race", {"win"}),
        ("no one was hurt in ellery", {"hurt"}),
        ("nobody was hurt", {"was", "hurt"}),
        ("moro failed to moor the boat", {"moor"}),
        ("moro did not immediately reply", {"immediately", "reply"}),
        ("moro won , not ruiz", {"ruiz"}),
        ("not only ellery flooded", set()),
        ("she is not in this picture", set()),
        ("nobody denied that it sank", set()),
        ("police arrested nobody on friday", {"arrested"}),
        ("police arrested no one on friday", {"arrested"}),
    ],
)
def test_negation_reaches_its_own_words(text: str, reached: set[str]) -> None:
    """A negation reaches the words it denies, and two of them cancel out."""
    words = text.split()
    found = {word for word, negated in zip(words, find_negated(words), strict=True) if negated}
    assert reached <= found or not reached
    if not reached:
        assert not found & {"ellery", "flooded", "picture", "sank"}


def test_condition_denies_nothing(lay_side_by_side: Align) -> None:
    """What is put as a condition is neither affirmed nor denied."""
    assert judge_polarity(lay_side_by_side("If the pier does not burn", "The pier burned")) is None


def test_denial_of_both_sides_is_agreement(lay_side_by_side: Align) -> None:
    """Two denials of one thing agree, whatever their words."""
    left, right = "The board denied raising the fees", "The board did not raise the fees"
    assert judge_polarity(lay_side_by_side(left, right)) is None


def test_being_told_not_to_do_a_thing_denies_it_weakly(lay_side_by_side: Align) -> None:
    """A warning not to do something does not say that it is not done."""
    found = judge_polarity(
        lay_side_by_side("The mayor urged Ruiz not to raise the fees", "Ruiz did raise the harbour fees")
    )
    assert found is None or found.strength < 0.5


@pytest.mark.parametrize(
    ("one", "two", "alike"),
    [
        ("organiser", "organizer", True),
        ("reentry", "re-entry", True),
        ("lawsuit", "suit", True),
        ("airstrike", "strike", True),
        ("injured", "uninjured", False),
        ("barge", "badge", False),
    ],
)
def test_spelling_variants_are_one_word(one: str, two: str, alike: bool) -> None:
    """Hyphens, British spelling and compounds are one word; a negative prefix makes another."""
    assert spelled_alike(one, two) is alike


@pytest.mark.parametrize(
    ("one", "two", "opposed"),
    [
        ("injured", "uninjured", True),
        ("active", "inactive", True),
        ("agree", "disagree", True),
        ("form", "inform", False),
        ("migrant", "immigrant", False),
        ("cover", "discover", False),
    ],
)
def test_negative_prefixes_oppose(one: str, two: str, opposed: bool) -> None:
    """A prefix that negates makes an opposite, one that only looks like it does not."""
    assert opposed_by_prefix(one, two) is opposed


def test_initials_stand_for_the_full_name() -> None:
    """A name and its initials are one name."""
    assert are_initials("EHB", "Ellery Harbour Board")
    assert are_initials("E.H.B.", "Ellery Harbour Board")
    assert not are_initials("EHB", "Ellery Fish Market")


def test_exchanged_names_are_a_swap_and_the_passive_is_none(lay_side_by_side: Align) -> None:
    """Names in each other's place are found; "by" turns the roles round again."""
    assert find_swapped(lay_side_by_side("Moro sued Ruiz over the pier", "Ruiz sued Moro over the pier"))
    assert not find_swapped(lay_side_by_side("Moro sued Ruiz", "Ruiz was sued by Moro"))


def test_headline_that_debunks_is_told_from_one_that_reports(make_claim: Callable[..., Claim]) -> None:
    """A denial cue on one side only sets two headlines apart; a denied hoax affirms."""
    report, debunked, both = (
        prepare_claim(make_claim(text))
        for text in (
            "Whale swims up the Ellery canal",
            "No, a whale did not swim up the Ellery canal",
            "Ellery whale was no hoax, keeper says",
        )
    )
    assert weigh_denial(report, debunked) >= 0.5
    assert measure_denial(both) == 0.0


def test_an_imitation_denies_no_report(make_claim: Callable[..., Claim]) -> None:
    """A fake thing is a thing in the story; a fake report, or what is called fake, is a denial."""
    imitations = ("Gang sold fake tickets for the ferry", "Two held with false passports at Port Ellery")
    denials = ("Fake photo of the harbour shark spreads", "The shark is fake", "Shark called fake by divers")
    weighed = [
        [measure_denial(prepare_claim(make_claim(text))) for text in row] for row in (imitations, denials)
    ]
    assert weighed == [[0.0] * 2, [1.0] * 3]


@pytest.mark.parametrize(
    ("one", "two", "opposed"),
    [
        (
            "The ferry was due to leave the pier at noon",
            "The ferry was due to take off the pier at noon",
            False,
        ),
        ("The pilot will leave the post at the pier", "The pilot will take the post at the pier", True),
    ],
)
def test_a_verb_with_a_particle_is_another_verb(
    lay_side_by_side: Align, one: str, two: str, opposed: bool
) -> None:
    """To take is to leave's opposite, to take off is not."""
    found = find_differences(lay_side_by_side(one, two))
    assert any(row.exclusive and row.slot == "meaning" for row in found) is opposed
