"""What a clause needs from its sentence stays with it."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims


def statements_of(text: str) -> list[str]:
    """Return the statements of a paragraph's claims."""
    return [claim.statement for claim in extract_claims(build_document(text))]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("There is no map that shows the old reef.", "There is no map that shows the old reef"),
        ("The lamp is lit only when a ferry comes in.", "The lamp is lit only when a ferry comes in"),
        ("That wasn't the storm that sank it.", "That wasn't the storm that sank it"),
        ("When a boat sinks, the line will pay for it.", "When a boat sinks, the line will pay for it"),
        (
            "The court convicted the mayor and 19 others of lying to the town.",
            "The court convicted the mayor and 19 others of lying to the town",
        ),
        ("That was when the mast fell.", "That was when the mast fell"),
        ("All but three were sailors.", "All but three were sailors"),
        (
            "A docker who slept on the boat after it rained said all but three had left.",
            "A docker who slept on the boat after it rained said all but three had left",
        ),
        (
            "Crews who used to sail for the line and its rival have founded a club.",
            "Crews who used to sail for the line and its rival have founded a club",
        ),
        ("The mayor is now putting a stop to it.", "The mayor is now putting a stop to it"),
        ("The council accused him of not taking notes.", "The council accused him of not taking notes"),
        (
            "Never sail out alone, or jump from the quay.",
            "Never sail out alone, or jump from the quay",
        ),
        (
            "The line is unlikely to quickly, if ever, approve the plan.",
            "The line is unlikely to quickly, if ever, approve the plan",
        ),
        (
            "He was charged with net theft and money laundering and is held in Ellery.",
            "He was charged with net theft and money laundering",
        ),
    ],
)
def test_what_the_verb_needs_stays_with_it(text: str, statement: str) -> None:
    """A clause that is denied, restricted or asked for is not told on its own."""
    assert statement in statements_of(text)
