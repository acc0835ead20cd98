"""Who gives a version's value, and who only tells the rest."""

import pytest

from building import build_claim, find_span
from claimdiff.model import Claim, DateMention
from claimdiff.reporting.tellers import list_tellers


def tell(document_id: str, statement: str, day: str = "", value: str = "") -> Claim:
    """Return a claim of a document, with a day named in its statement."""
    dates = (DateMention(find_span(statement, day), day, value, "day", True),) if day else ()
    return build_claim(statement, id=f"c-{document_id}", document_id=document_id, dates=dates)


@pytest.mark.parametrize(
    ("value", "documents"),
    [
        ("at the end of a trip on Friday", set()),
        ("Friday", {"a", "b"}),
        ("6 March", {"a", "b"}),
        ("a chartered ship", {"c"}),
        ("tug", set()),
    ],
)
def test_only_who_gives_the_value_tells_it(value: str, documents: set[str]) -> None:
    """A day counts by its date where it is the value, other values by their words, silence for nobody."""
    claims = [
        tell("a", "The ferry sails on Friday", "Friday", "2031-03-06"),
        tell("b", "The ferry sails on 6 March", "6 March", "2031-03-06"),
        tell("c", "The ferry will be a chartered ship"),
    ]
    assert list_tellers(claims, value, lambda claim: claim.statement) == documents
