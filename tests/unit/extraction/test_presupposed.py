"""Claims that are carried along: appositives, ages, asides of an attribution."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims
from claimdiff.model import Claim, Document


def claims_of(text: str) -> tuple[Document, tuple[Claim, ...]]:
    """Return a paragraph's document and claims."""
    document = build_document(text)
    return document, extract_claims(document)


def presupposed_in(text: str) -> list[str]:
    """Return what the presupposed claims quote."""
    document, claims = claims_of(text)
    return [document.quote(claim.spans[0]) for claim in claims if claim.presupposed]


@pytest.mark.parametrize(
    ("text", "aside"),
    [
        (
            "On Monday Ada Ruiz, the mayor of Port Ellery, resigned after a long inquiry into the pier.",
            "Ada Ruiz, the mayor of Port Ellery",
        ),
        ("On Monday Ivo Tamm, 52, was rescued from the sinking trawler by divers.", "Ivo Tamm, 52"),
        (
            "The pier was rotten, said Peter Moro, a diver from Port Ellery.",
            "Peter Moro, a diver from Port Ellery",
        ),
    ],
)
def test_appositives_and_ages_are_presupposed(text: str, aside: str) -> None:
    """What is said in passing is a claim of its own, marked as such."""
    assert aside in presupposed_in(text)


@pytest.mark.parametrize(
    "text",
    [
        "In October, the crew left the town.",
        "Boats, nets and crates were lost in the storm.",
        "On Monday, the mayor resigned.",
    ],
)
def test_lists_and_dates_are_no_appositives(text: str) -> None:
    """A comma alone makes no appositive."""
    assert presupposed_in(text) == []


def test_an_attribution_with_a_place_is_an_event() -> None:
    """“told reporters at the harbour” happened; “said” alone is no claim."""
    document, claims = claims_of("“The pier fell at noon,” Peter Moro told reporters at the old harbour.")
    quotes = [document.quote(claim.spans[0]) for claim in claims]
    assert "Peter Moro told reporters at the old harbour" in quotes
    bare, said = claims_of("“The pier fell at noon,” Peter Moro said.")
    assert [bare.quote(claim.spans[0]).rstrip(",") for claim in said] == ["The pier fell at noon"]
