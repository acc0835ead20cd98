"""What a noun phrase states in passing: who somebody is, to whom, how old."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims
from claimdiff.model import Claim


def asides_of(text: str) -> dict[str, str]:
    """Return the statements of a paragraph's asides by the words they stand on."""
    document = build_document(text)
    return {document.quote(c.spans[0]): c.statement for c in extract_claims(document) if c.aside}


@pytest.mark.parametrize(
    ("text", "words", "statement"),
    [
        (
            "On Monday the jury heard that grain trader Ada Moro had sold the barge to a rival.",
            "grain trader Ada Moro",
            "Ada Moro is a grain trader",
        ),
        (
            "The ferry was chartered last spring by travel agency Northlight for its summer guests.",
            "travel agency Northlight",
            "Northlight is a travel agency",
        ),
        (
            "Ada Moro was driven home from the harbour court by her lawyer Ivo Tamm late on Friday.",
            "her lawyer Ivo Tamm",
            "Ivo Tamm is Ada Moro's lawyer",
        ),
        (
            "The divers brought up a bell that Dutchman Ruben Haak had looked for since the spring.",
            "Dutchman Ruben Haak",
            "Ruben Haak is a Dutchman",
        ),
        (
            "Ada Moro left the quay when her 12-year-old cousin was pulled from the icy water.",
            "her 12-year-old cousin",
            "Ada Moro's cousin is 12 years old",
        ),
        (
            "The tide carried a 70-year-old fisherman past the light and out to the open sea.",
            "a 70-year-old fisherman",
            "A fisherman is 70 years old",
        ),
        (
            "The harbour guard searched the vessel, the Grey Heron, until the evening tide came in.",
            "the vessel, the Grey Heron",
            "The vessel is the Grey Heron",
        ),
    ],
)
def test_a_noun_phrase_that_states_a_fact_is_a_claim(text: str, words: str, statement: str) -> None:
    """Roles, ties, ages and names beside what bears them are claims inside the claim, worded as sentences."""
    assert asides_of(text)[words] == statement


def test_what_an_attribution_says_of_its_speaker_is_an_aside() -> None:
    """A role before the speaker's name is a claim, though the attribution is none."""
    found = asides_of("“The pier is safe,” Harbour Trust engineer Ada Moro told the council on Monday.")
    assert found["Harbour Trust engineer Ada Moro"] == "Ada Moro is a Harbour Trust engineer"


def test_a_deed_told_as_a_noun_is_an_aside() -> None:
    """Somebody's refusal, decision or attempt to do something is a claim of its own."""
    text = "The crew's refusal to sail angered the passengers who had paid for the whole summer."
    assert "The crew's refusal to sail" in asides_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Ada Moro opened the new pier on Monday before a crowd of several hundred people.",
        "President Ivo Tamm and General Ruben Haak crossed the strait in a small boat at dawn.",
        "The Harbour Council Resolution was read aloud in the market square on Friday evening.",
        "It's Ada Moro who opened the pier, and that's Ivo Tamm who built it in two summers.",
        "Nine boats, four nets and a crane were lost in the storm that struck the harbour.",
        "The council said on Monday that wife Mira Tamm and son Ivo had left the island for good.",
        "The 12-year-old climbed the mast of the ferry while the crew were asleep below the deck.",
        "The story was first told on Sunday evening by the channel Bravo in its late programme.",
        "In a note to the Ellery Post, a spokesman for Moro denied it on Monday.",
        "At a meeting in the port, Ellery, the girls sat in rows behind the mayor.",
        "Harbour spokesman Col. Ivo Renn told the crews to stay at home.",
        "The barge was drawn by British firm Foster and Partners two years ago.",
    ],
)
def test_titles_names_and_lists_state_nothing_in_passing(text: str) -> None:
    """A bare title, a word inside a name, and a list are no asides."""
    assert not asides_of(text)


def test_an_aside_lies_in_its_claim_and_never_repeats_it() -> None:
    """Asides are presupposed, have no speaker, and are clearly shorter than the claim around them."""
    text = "Ada Moro said that grain magnate Ivo Tamm had bribed the guards of the northern gate."
    claims: tuple[Claim, ...] = extract_claims(build_document(text))
    inner = next(claim for claim in claims if claim.aside)
    outer = next(
        claim
        for claim in claims
        if not claim.aside and claim.spans[0].start <= inner.spans[0].start < claim.spans[0].end
    )
    assert inner.presupposed and inner.speaker is None and not outer.presupposed
    assert inner.spans[0].end - inner.spans[0].start < 0.8 * (outer.spans[0].end - outer.spans[0].start)
