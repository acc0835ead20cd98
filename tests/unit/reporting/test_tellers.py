"""Who gives a version's value, and who only tells the rest."""

import pytest

from building import build_claim, find_span
from claimdiff.model import Claim, DateMention, Speaker
from claimdiff.reporting.tellers import find_speaker, list_tellers


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


@pytest.mark.parametrize(
    ("speakers", "expected"),
    [
        (("Ines Calloway", "Calloway"), "Ines Calloway"),
        (("Ines Calloway", None), None),
        (("Ines Calloway", "Tobias Renn"), None),
        ((None, None), None),
    ],
)
def test_a_fact_that_one_person_tells_is_that_persons(
    speakers: tuple[str | None, ...], expected: str | None
) -> None:
    """The fullest name stands for all; an outlet's own voice or a second speaker makes it nobody's."""
    claims = [
        build_claim("The wiring failed", id=f"c{n}", speaker=Speaker(name) if name else None)
        for n, name in enumerate(speakers)
    ]
    assert find_speaker("The wiring failed", claims) == expected


def test_a_headline_takes_nobody_the_floor() -> None:
    """A headline leaves the fact to who tells it below; a statement that opens with the name is enough."""
    below = build_claim("Calloway hoped for rain", id="c1", speaker=Speaker("Calloway"))
    above = build_claim("Hope for rain", id="c2", headline=True)
    assert find_speaker("There was hope for rain", [below, above]) == "Calloway"
    assert find_speaker("Calloway hoped for rain", [below, above]) is None
