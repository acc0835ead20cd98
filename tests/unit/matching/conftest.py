"""Builds claims out of one text, for the tests of this room."""

import datetime
from collections.abc import Callable

import pytest

import building
from claimdiff.language.calendar import find_dates
from claimdiff.matching.alignment import Alignment, align_claims
from claimdiff.model import Claim, DateMention, Span, Speaker

_DAY = datetime.date(2024, 5, 17)


def build_claim(text: str, claim_id: str = "c1", speaker: str | None = None, direct: bool = False) -> Claim:
    """Return a claim whose only evidence is the text itself, with its quantities and dates."""
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
    return building.build_claim(
        text,
        id=claim_id,
        document_id=f"d-{claim_id}",
        speaker=Speaker(speaker) if speaker else None,
        speech="direct" if direct else "narration",
        quantities=building.read_quantities(text),
        dates=dates,
        block=1,
        quoted=(Span(0, len(text)),) if direct else (),
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
