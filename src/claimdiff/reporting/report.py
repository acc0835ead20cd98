"""Fills the contract's report from a Comparison."""

from bisect import bisect_right

import msgspec

from claimdiff.model import Claim, Comparison, Document, Side, Span
from claimdiff.reporting.report_shape import (
    SCHEMA_VERSION,
    AttributionRow,
    ChangeRow,
    ClaimRow,
    ClaimsReport,
    ContradictionRow,
    DateRow,
    DocumentRow,
    FactRow,
    OmissionRow,
    PassageRow,
    QuantityRow,
    QuotationRow,
    Report,
    SectionRow,
    SideRow,
    SkippedRow,
    SpanRow,
    ToolRow,
    VariantRow,
)
from claimdiff.version import VERSION


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
        documents=document_rows(comparison.documents, comparison.claims, comparison.origins, with_text),
        claims=[claim_row(claim, locate) for claim in comparison.claims],
        facts=[msgspec.convert(fact, FactRow, from_attributes=True) for fact in comparison.facts],
        contradictions=[
            ContradictionRow(
                row.id,
                row.kind,
                row.between,
                row.status,
                side_row(row.left, locate),
                side_row(row.right, locate),
                row.probability,
                row.explanation,
                row.matter or row.id,
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
        passages=[
            PassageRow(
                row.left_document_id,
                row.right_document_id,
                locate.row(row.left_document_id, row.left_span),
                locate.row(row.right_document_id, row.right_span),
                row.words,
                row.quotation,
                row.first,
            )
            for row in comparison.passages
        ],
    )


def build_claims_report(
    documents: tuple[Document, ...], claims: tuple[Claim, ...], *, with_text: bool = False
) -> ClaimsReport:
    """Lay out documents and their claims alone."""
    locate = SpanLocator(documents)
    return ClaimsReport(
        document_rows(documents, claims, {d.id: d.id for d in documents}, with_text),
        [claim_row(claim, locate) for claim in claims],
    )


def document_rows(
    documents: tuple[Document, ...], claims: tuple[Claim, ...], origins: dict[str, str], with_text: bool
) -> list[DocumentRow]:
    """Return the contract's rows of documents, claims counted."""
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


def claim_row(claim: Claim, locate: SpanLocator) -> ClaimRow:
    """Return the contract's row of a claim."""
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


def side_row(side: Side, locate: SpanLocator) -> SideRow:
    return SideRow(
        side.document_id,
        side.claim_id,
        locate.rows(side.document_id, side.spans),
        side.value,
        locate.rows(side.document_id, side.words),
    )
