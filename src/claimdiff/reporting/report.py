"""The JSON report of the contract: its shape, in key order, and how a Comparison fills it.

The shape is written as msgspec structs, so that `claimdiff schema` and the encoder can't disagree.
"""

from bisect import bisect_right
from typing import Literal

import msgspec
from msgspec import Struct

from claimdiff.model import (
    Between,
    CellReason,
    Certainty,
    Claim,
    Comparator,
    Comparison,
    Document,
    FactStatus,
    Grade,
    Polarity,
    ReferenceDate,
    Rejection,
    Side,
    Slot,
    Span,
    Speaker,
    Speech,
)
from claimdiff.version import VERSION

SCHEMA_VERSION: Literal["1"] = "1"


class ToolRow(Struct, frozen=True):
    name: str
    version: str


class SpanRow(Struct, frozen=True):
    start: int
    end: int
    line: int
    column: int
    quote: str


class SectionRow(Struct, frozen=True):
    title: str
    start: int
    end: int


class SkippedRow(Struct, frozen=True):
    start: int
    end: int
    reason: str


class DocumentRow(Struct, frozen=True):
    id: str
    path: str
    label: str
    outlet: str | None
    title: str | None
    published_at: str | None
    reference_date: ReferenceDate
    language: str
    origin_id: str
    sections: list[SectionRow]
    skipped: list[SkippedRow]
    claim_count: int
    format: str
    encoding: str
    url: str | None
    text: str | msgspec.UnsetType = msgspec.UNSET


class AttributionRow(Struct, frozen=True):
    speaker_spans: list[SpanRow]
    cue_spans: list[SpanRow]


class QuantityRow(Struct, frozen=True):
    surface: str
    value: float
    unit: str | None
    comparison: Comparator
    high: float | None
    kind: str


class DateRow(Struct, frozen=True):
    surface: str
    value: str
    precision: str
    inferred: bool


class ClaimRow(Struct, frozen=True):
    id: str
    document_id: str
    spans: list[SpanRow]
    statement: str
    speaker: Speaker | None
    speech: Speech
    attribution: AttributionRow | None
    checkable: bool
    presupposed: bool
    polarity: Polarity
    certainty: Certainty
    quantities: list[QuantityRow]
    dates: list[DateRow]
    section: str | None


class VersionRow(Struct, frozen=True):
    claim_ids: list[str]
    document_ids: list[str]
    value: str | None


class FactRow(Struct, frozen=True):
    id: str
    statement: str
    claim_ids: list[str]
    document_ids: list[str]
    status: FactStatus
    versions: list[VersionRow]
    origin_count: int
    probability: float | None


class SideRow(Struct, frozen=True):
    document_id: str
    claim_id: str
    spans: list[SpanRow]
    value: str
    words: list[SpanRow]


class ContradictionRow(Struct, frozen=True):
    id: str
    kind: Slot
    between: Between
    status: Literal["contradiction", "unsure"]
    left: SideRow
    right: SideRow
    probability: float
    explanation: str


class CellRow(Struct, frozen=True):
    document_id: str
    reason: CellReason
    fact_id: str | None
    claim_id: str | None
    probability: float | None


class OmissionRow(Struct, frozen=True):
    id: str
    topic: str
    fact_ids: list[str]
    stated_in: list[str]
    absent_from: list[str]
    rank: int
    cells: list[CellRow]


class ChangeRow(Struct, frozen=True):
    before: str
    after: str


class VariantRow(Struct, frozen=True):
    document_id: str
    claim_id: str
    spans: list[SpanRow]
    grade: Grade
    changes: list[ChangeRow]
    flags: list[str]


class QuotationRow(Struct, frozen=True):
    id: str
    speaker: str | None
    variants: list[VariantRow]


class Report(Struct, frozen=True):
    """`claimdiff compare --format json`."""

    schema_version: Literal["1"]
    tool: ToolRow
    settings: dict[str, object]
    documents: list[DocumentRow]
    claims: list[ClaimRow]
    facts: list[FactRow]
    contradictions: list[ContradictionRow]
    omissions: list[OmissionRow]
    quotations: list[QuotationRow]
    rejections: list[Rejection]
    notes: list[str]


class ClaimsReport(Struct, frozen=True):
    """`claimdiff claims --format json`."""

    documents: list[DocumentRow]
    claims: list[ClaimRow]


class SpanLocator:
    """Turns spans into rows with line, column and quote; line starts are found once per document."""

    def __init__(self, documents: tuple[Document, ...]) -> None:
        self._texts = {document.id: document.text for document in documents}
        self._starts: dict[str, list[int]] = {}

    def row(self, document_id: str, span: Span) -> SpanRow:
        text = self._texts[document_id]
        starts = self._starts.get(document_id)
        if starts is None:
            starts = self._starts[document_id] = line_starts(text)
        line = bisect_right(starts, span.start)
        return SpanRow(
            span.start, span.end, line, span.start - starts[line - 1] + 1, text[span.start : span.end]
        )

    def rows(self, document_id: str, spans: tuple[Span, ...]) -> list[SpanRow]:
        return [self.row(document_id, span) for span in spans]


def line_starts(text: str) -> list[int]:
    """Return the offset of each line; a line ends at LF, CR LF or CR."""
    starts, at = [0], 0
    while True:
        feed, carriage = text.find("\n", at), text.find("\r", at)
        if feed < 0 and carriage < 0:
            return starts
        if carriage >= 0 and (feed < 0 or carriage < feed):
            at = carriage + (2 if text[carriage + 1 : carriage + 2] == "\n" else 1)
        else:
            at = feed + 1
        starts.append(at)


def build_report(comparison: Comparison, *, with_text: bool = False) -> Report:
    """Lay a Comparison out as the contract's report; `with_text` adds the documents' text."""
    locate = SpanLocator(comparison.documents)
    return Report(
        schema_version=SCHEMA_VERSION,
        tool=ToolRow("claimdiff", VERSION),
        settings=comparison.settings,
        documents=_document_rows(comparison.documents, comparison.claims, comparison.origins, with_text),
        claims=[_claim_row(claim, locate) for claim in comparison.claims],
        facts=[msgspec.convert(fact, FactRow, from_attributes=True) for fact in comparison.facts],
        contradictions=[
            ContradictionRow(
                row.id,
                row.kind,
                row.between,
                row.status,
                _side_row(row.left, locate),
                _side_row(row.right, locate),
                row.probability,
                row.explanation,
            )
            for row in comparison.contradictions
        ],
        omissions=[msgspec.convert(row, OmissionRow, from_attributes=True) for row in comparison.omissions],
        quotations=[
            QuotationRow(
                group.id,
                group.speaker,
                [
                    VariantRow(
                        variant.document_id,
                        variant.claim_id,
                        locate.rows(variant.document_id, variant.spans),
                        variant.grade,
                        [ChangeRow(c.before, c.after) for c in variant.changes],
                        list(variant.flags),
                    )
                    for variant in group.variants
                ],
            )
            for group in comparison.quotations
        ],
        rejections=list(comparison.rejections),
        notes=list(comparison.notes),
    )


def build_claims_report(
    documents: tuple[Document, ...], claims: tuple[Claim, ...], *, with_text: bool = False
) -> ClaimsReport:
    """Lay out documents and their claims alone."""
    locate = SpanLocator(documents)
    return ClaimsReport(
        _document_rows(documents, claims, {d.id: d.id for d in documents}, with_text),
        [_claim_row(claim, locate) for claim in claims],
    )


def _document_rows(
    documents: tuple[Document, ...], claims: tuple[Claim, ...], origins: dict[str, str], with_text: bool
) -> list[DocumentRow]:
    counts: dict[str, int] = {}
    for claim in claims:
        counts[claim.document_id] = counts.get(claim.document_id, 0) + 1
    return [
        DocumentRow(
            id=d.id,
            path=d.path,
            label=d.label,
            outlet=d.outlet,
            title=d.title,
            published_at=d.published_at,
            reference_date=d.reference_date,
            language=d.language,
            origin_id=origins[d.id],
            sections=[SectionRow(s.title, s.start, s.end) for s in d.sections],
            skipped=[SkippedRow(s.start, s.end, s.reason) for s in d.skipped],
            claim_count=counts.get(d.id, 0),
            format=d.format,
            encoding=d.encoding,
            url=d.url,
            text=d.text if with_text else msgspec.UNSET,
        )
        for d in documents
    ]


def _claim_row(claim: Claim, locate: SpanLocator) -> ClaimRow:
    home = claim.document_id
    said = claim.attribution
    attribution = (
        None
        if said is None
        else AttributionRow(locate.rows(home, said.speaker_spans), locate.rows(home, said.cue_spans))
    )
    return ClaimRow(
        id=claim.id,
        document_id=home,
        spans=locate.rows(home, claim.spans),
        statement=claim.statement,
        speaker=claim.speaker,
        speech=claim.speech,
        attribution=attribution,
        checkable=claim.checkable,
        presupposed=claim.presupposed,
        polarity=claim.polarity,
        certainty=claim.certainty,
        quantities=[
            QuantityRow(q.surface, q.value, q.unit, q.comparison, q.high, q.kind) for q in claim.quantities
        ],
        dates=[DateRow(d.surface, d.value, d.precision, d.inferred) for d in claim.dates],
        section=claim.section,
    )


def _side_row(side: Side, locate: SpanLocator) -> SideRow:
    return SideRow(
        side.document_id,
        side.claim_id,
        locate.rows(side.document_id, side.spans),
        side.value,
        locate.rows(side.document_id, side.words),
    )
