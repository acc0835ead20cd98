"""The shape of the JSON contract, in key order, as msgspec structs.

`claimdiff schema` and the encoder both read it, so they can't disagree.
"""

from typing import Annotated, Any, Literal

import msgspec
from msgspec import Struct

from claimdiff.model import (
    Between,
    CellReason,
    Certainty,
    Comparator,
    FactStatus,
    Grade,
    Polarity,
    ReferenceDate,
    Rejection,
    Slot,
    Speaker,
    Speech,
)
from claimdiff.model.finding import ChangeKind, TimelineEntry
from claimdiff.model.verdict import EvidenceRelation, VerdictKind

SCHEMA_VERSION: Literal["1"] = "1"
Probability = Annotated[float, msgspec.Meta(ge=0, le=1)]
Offset = Annotated[int, msgspec.Meta(ge=0)]
Ordinal = Annotated[int, msgspec.Meta(ge=1)]


class ToolRow(Struct, frozen=True):
    name: str
    version: str


class SpanRow(Struct, frozen=True):
    start: Offset
    end: Offset
    line: Ordinal
    column: Ordinal
    quote: str


class SectionRow(Struct, frozen=True):
    title: str
    start: Offset
    end: Offset


class SkippedRow(Struct, frozen=True):
    start: Offset
    end: Offset
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
    probability: Probability | None


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
    probability: Probability
    explanation: str
    matter: str


class CellRow(Struct, frozen=True):
    document_id: str
    reason: CellReason
    fact_id: str | None
    claim_id: str | None
    probability: Probability | None


class OmissionRow(Struct, frozen=True):
    id: str
    topic: str
    fact_ids: list[str]
    stated_in: list[str]
    absent_from: list[str]
    rank: Ordinal
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


class PassageRow(Struct, frozen=True):
    """A passage that two documents print nearly word for word; `first` was published before the other."""

    left_document_id: str
    right_document_id: str
    left_span: SpanRow
    right_span: SpanRow
    words: int
    quotation: bool
    first: str | None


class Report(Struct, frozen=True):
    """`claimdiff compare --format json`."""

    schema_version: Literal["1"]
    tool: ToolRow
    settings: dict[str, Any]
    documents: list[DocumentRow]
    claims: list[ClaimRow]
    facts: list[FactRow]
    contradictions: list[ContradictionRow]
    omissions: list[OmissionRow]
    quotations: list[QuotationRow]
    rejections: list[Rejection]
    notes: list[str]
    passages: list[PassageRow]


class ClaimsReport(Struct, frozen=True):
    """`claimdiff claims --format json`."""

    documents: list[DocumentRow]
    claims: list[ClaimRow]


class EvidenceRow(Struct, frozen=True):
    document_id: str
    claim_id: str
    spans: list[SpanRow]
    relation: EvidenceRelation


class VerdictRow(Struct, frozen=True):
    id: str
    claim_id: str
    spans: list[SpanRow]
    words: list[SpanRow]
    statement: str
    verdict: VerdictKind
    rule: str
    message: str
    probability: Probability
    evidence: list[EvidenceRow]
    fingerprint: str


class CheckReport(Struct, frozen=True):
    """`claimdiff check --format json`."""

    schema_version: Literal["1"]
    tool: ToolRow
    settings: dict[str, Any]
    documents: list[DocumentRow]
    claims: list[ClaimRow]
    rejections: list[Rejection]
    verdicts: list[VerdictRow]
    ignored: list[VerdictRow]
    notes: list[str]


class RevisedRow(Struct, frozen=True):
    id: str
    kind: ChangeKind
    old: SideRow | None
    new: SideRow | None
    explanation: str


class RevisionReport(Struct, frozen=True):
    """`claimdiff revisions --format json`; documents are the old and the new version."""

    documents: list[DocumentRow]
    changes: list[RevisedRow]


class TimelineReport(Struct, frozen=True):
    """`claimdiff timeline --format json`."""

    documents: list[DocumentRow]
    timeline: list[TimelineEntry]
