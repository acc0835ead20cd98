"""A small comparison made by hand: three invented articles on a fire in the harbour of Port Ellery."""

from collections.abc import Sequence
from typing import Any

import pytest

from building import build_document, cut_claim, find_span
from claimdiff.model import (
    Claim,
    Comparison,
    Contradiction,
    Document,
    Fact,
    Omission,
    OmissionCell,
    QuotationGroup,
    QuotationVariant,
    ReferenceDate,
    Rejection,
    Side,
    Span,
    Speaker,
    Version,
    WordChange,
)

TEXTS = {
    "gull": "A van caught fire on the quay.\nSix people were hurt, police said.\n"
    "“It may have been a spark,” Ann Roe said.",
    "tide": "A lorry caught fire on the quay.\nAt least two people were hurt.\n"
    "“It was a spark,” Ann Roe said.",
    "bell": "A van burned on the quay.\nThe lifeboat station has no crew.\nFishermen want it reopened.",
}


def make_document(name: str, text: str, **changes: Any) -> Document:
    """A plain document whose blocks are its lines."""
    made_up: dict[str, Any] = {
        "id": f"d-{name}",
        "path": f"{name}.txt",
        "label": f"The {name.title()}",
        "published_at": "2031-03-04",
        "reference_date": ReferenceDate("2031-03-04", "dateline"),
    }
    return build_document(text, **{**made_up, **changes})


def make_claims(document: Document) -> list[Claim]:
    """One claim a line, spoken by Ann Roe where it is quoted."""
    claims = []
    for number, block in enumerate(document.blocks):
        span = Span(block.start, block.end)
        quoted = "“" in document.quote(block)
        claims.append(
            cut_claim(
                document,
                span,
                id=f"c-{document.id[2:]}-{number}",
                speaker=Speaker("Ann Roe", "harbour master") if quoted else None,
                speech="direct" if quoted else "narration",
                block=number,
            )
        )
    return claims


def make_fact(
    name: str, statement: str, versions: Sequence[tuple[str | None, tuple[str, ...]]], **changes: Any
) -> Fact:
    """A fact over claims named like "gull-0"."""
    rows = tuple(
        Version(
            tuple(f"c-{claim}" for claim in claims),
            tuple(f"d-{claim.split('-')[0]}" for claim in claims),
            value,
        )
        for value, claims in versions
    )
    documents = tuple(dict.fromkeys(document for row in rows for document in row.document_ids))
    values: dict[str, Any] = {
        "id": f"f-{name}",
        "statement": statement,
        "claim_ids": tuple(claim for row in rows for claim in row.claim_ids),
        "document_ids": documents,
        "status": "agreement" if len(documents) > 1 else "single-source",
        "versions": rows,
        "origin_count": len(documents),
        "probability": 0.9 if len(documents) > 1 else None,
    }
    return Fact(**{**values, **changes})


def make_side(document: Document, claim: Claim, value: str) -> Side:
    """A side whose words at fault are its value."""
    return Side(document.id, claim.id, claim.spans, value, (find_span(document.text, value),))


@pytest.fixture
def ferry() -> Comparison:
    """Three sources with one finding of each sort."""
    documents = {name: make_document(name, text) for name, text in TEXTS.items()}
    documents["bell"] = make_document(
        "bell", TEXTS["bell"], published_at=None, reference_date=ReferenceDate("2031-03-04", "companions")
    )
    claims = {claim.id: claim for document in documents.values() for claim in make_claims(document)}
    gull, tide = documents["gull"], documents["tide"]

    def contradict(name: str, line: int, left: str, right: str, **changes: Any) -> Contradiction:
        values: dict[str, Any] = {
            "id": f"x-{name}",
            "kind": "actor",
            "between": "sources",
            "status": "contradiction",
            "left": make_side(gull, claims[f"c-gull-{line}"], left),
            "right": make_side(tide, claims[f"c-tide-{line}"], right),
            "probability": 0.914,
            "explanation": f"The Gull says {left}, The Tide says {right}.",
        }
        return Contradiction(**{**values, **changes})

    return Comparison(
        documents=tuple(documents.values()),
        claims=tuple(claims.values()),
        facts=(
            make_fact(
                "hurt",
                "People were hurt.",
                [("Six", ("gull-1",)), ("At least two", ("tide-1",))],
                status="development",
            ),
            make_fact("spark", "It may have been a spark.", [(None, ("gull-2", "tide-2"))]),
            make_fact(
                "fire",
                "A van caught fire on the quay.",
                [("van", ("gull-0", "bell-0")), ("lorry", ("tide-0",))],
                status="contradiction",
            ),
            make_fact("boat", "The lifeboat station has no crew.", [(None, ("bell-1",))]),
            make_fact("wish", "Fishermen want it reopened.", [(None, ("bell-2",))]),
        ),
        pairs=(),
        contradictions=(
            contradict("van", 0, "van", "lorry"),
            contradict("toll", 1, "Six", "At least two", kind="quantity", between="moments"),
            contradict(
                "said",
                2,
                "may have been",
                "was",
                kind="quotation",
                between="speakers",
                status="unsure",
                probability=0.41,
            ),
        ),
        omissions=(
            Omission(
                "o-boat",
                "The lifeboat station",
                ("f-boat", "f-wish"),
                ("d-bell",),
                ("d-gull", "d-tide"),
                1,
                (
                    OmissionCell("d-gull", "silent"),
                    OmissionCell("d-tide", "below-threshold", "f-hurt", "c-tide-1", 0.22),
                ),
            ),
        ),
        quotations=(
            QuotationGroup(
                "q-spark",
                "Ann Roe",
                (
                    QuotationVariant(
                        "d-gull", "c-gull-2", (find_span(gull.text, "It may have been a spark"),), "identical"
                    ),
                    QuotationVariant(
                        "d-tide",
                        "c-tide-2",
                        (find_span(tide.text, "It was a spark"),),
                        "altered",
                        (WordChange("may have been", "was"),),
                        ("hedge dropped",),
                    ),
                ),
            ),
        ),
        rejections=(Rejection("cat.png", "reading", "not text: it holds NUL bytes"),),
        origins={document.id: document.id for document in documents.values()},
        settings={"one_fact_threshold": 0.5},
    )
