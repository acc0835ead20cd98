"""Builds claims out of one text, for the tests of this room."""

import datetime
from collections.abc import Callable

import pytest

from claimdiff.language.calendar import find_dates
from claimdiff.language.numerals import find_quantities
from claimdiff.matching.alignment import Alignment, align_claims
from claimdiff.model import Claim, DateMention, Quantity, Span, Speaker

_DAY = datetime.date(2024, 5, 17)


def build_claim(text: str, claim_id: str = "c1", speaker: str | None = None, direct: bool = False) -> Claim:
    """Return a claim whose only evidence is the text itself, with its quantities and dates."""
    quantities = tuple(
        Quantity(Span(n.start, n.end), text[n.start : n.end], n.value, n.unit, n.comparison, n.high, n.kind)
        for n in find_quantities(text)
    )
    dates = tuple(
        DateMention(
            Span(d.start, d.end),
            text[d.start : d.end],
            f"{d.first}/{d.last}" if d.first and d.last else "",
            d.precision,
            d.inferred,
        )
        for d in find_dates(text, _DAY)
    )
    whole = Span(0, len(text))
    return Claim(
        id=claim_id,
        document_id=f"d-{claim_id}",
        spans=(whole,),
        statement=text,
        speaker=Speaker(speaker) if speaker else None,
        speech="direct" if direct else "narration",
        attribution=None,
        checkable=True,
        presupposed=False,
        polarity="affirmed",
        certainty="asserted",
        quantities=quantities,
        dates=dates,
        section=None,
        sentence=whole,
        block=1,
        quoted=(whole,) if direct else (),
    )


@pytest.fixture
def make_claim() -> Callable[..., Claim]:
    """A function that makes a claim of a text."""
    return build_claim


@pytest.fixture
def lay_side_by_side() -> Callable[..., Alignment]:
    """A function that aligns two texts, each taken for one claim."""

    def align(left: str, right: str, *, direct: bool = False) -> Alignment:
        speaker = "Ida Moro" if direct else None
        return align_claims(
            build_claim(left, "c1", speaker, direct),
            build_claim(right, "c2", speaker, direct),
            left_text=left,
            right_text=right,
        )

    return align
