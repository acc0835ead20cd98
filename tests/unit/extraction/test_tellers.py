"""When a pronoun in reported speech stands for who says it."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims


def statements_of(text: str) -> list[str]:
    """Return the statements of a paragraph's claims."""
    return [claim.statement for claim in extract_claims(build_document(text))]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The council said it will build a pier.", "The council will build a pier"),
        ("The council said it will build a pier and that it hired crews.", "The council hired crews"),
        ("Harbour officials said it would sink in May.", "It would sink in May"),
        ("An expert warned that it drifts to the rocks.", "It drifts to the rocks"),
        ("Harbour Line said the crane was old as it fell in May.", "It fell in May"),
        ("They can reach ten feet, the Norland Reef Club said.", "They can reach ten feet"),
    ],
)
def test_a_pronoun_stands_for_the_teller_only_where_it_can(text: str, statement: str) -> None:
    """“It” is no human being, no plural and nobody named only behind the speech."""
    assert statement in statements_of(text)
