"""Fills the contract's report of a check, and the problem rows that every other check format reads."""

import msgspec
from msgspec import Struct

from claimdiff.model.verdict import Check, Verdict
from claimdiff.reporting.report import SpanLocator, claim_row, document_rows
from claimdiff.reporting.report_shape import (
    SCHEMA_VERSION,
    CheckReport,
    EvidenceRow,
    SpanRow,
    ToolRow,
    VerdictRow,
)
from claimdiff.version import VERSION

# Verdicts that say nothing an editor has to act on.
QUIET_RULES = frozenset({"CD001", "CD902"})
ERROR_VERDICTS = frozenset({"contradicted", "altered-quotation", "misattributed-quotation"})
# How a source stands to the draft, in words.
EVIDENCE_LEADS = {"supports": "says so", "contradicts": "says otherwise", "related": "comes nearest"}


class EvidenceNote(Struct, frozen=True):
    """A source's words beside a verdict."""

    label: str
    path: str
    span: SpanRow
    relation: str


class FixRow(Struct, frozen=True):
    """A stretch of the draft and what a source has in its place."""

    span: SpanRow
    text: str


class Problem(Struct, frozen=True):
    """One verdict laid out for people: where it is in the draft, what to underline, what the sources say.

    `level` is "error" for what the draft gets wrong, "warning" for what lacks support, "note" otherwise.
    `fixes`, to be made together, put a source's words in the draft's place.
    """

    rule: str
    verdict: str
    level: str
    message: str
    probability: float
    fingerprint: str
    path: str
    spans: list[SpanRow]
    words: list[SpanRow]
    evidence: list[EvidenceNote]
    fixes: list[FixRow] = []


def build_check_report(check: Check, *, with_text: bool = False) -> CheckReport:
    """Lay a Check out as the contract's report; `with_text` adds the documents' text."""
    locate = SpanLocator(check.documents)
    origins = {document.id: document.id for document in check.documents}
    return CheckReport(
        schema_version=SCHEMA_VERSION,
        tool=ToolRow("claimdiff", VERSION),
        settings=check.settings,
        documents=document_rows(check.documents, check.claims, origins, with_text),
        claims=[claim_row(claim, locate) for claim in check.claims],
        rejections=list(check.rejections),
        verdicts=[_verdict_row(verdict, check, locate) for verdict in check.verdicts],
        ignored=[_verdict_row(verdict, check, locate) for verdict in check.ignored],
        notes=list(check.notes),
    )


def render_check_json(check: Check, *, with_text: bool = False) -> str:
    """Return the contract's report of a check as indented JSON with a final line end."""
    encoded = msgspec.json.encode(build_check_report(check, with_text=with_text))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def list_problems(check: Check) -> list[Problem]:
    """Return the verdicts an editor should see, in the order of the draft."""
    locate = SpanLocator(check.documents)
    names = {document.id: document for document in check.documents}
    draft = check.documents[0]
    return [
        Problem(
            rule=verdict.rule,
            verdict=verdict.verdict,
            level=level_of(verdict),
            message=verdict.message,
            probability=verdict.probability,
            fingerprint=verdict.fingerprint,
            path=draft.path,
            spans=locate.rows(draft.id, verdict.spans),
            words=locate.rows(draft.id, verdict.words),
            evidence=[
                EvidenceNote(
                    names[item.document_id].label,
                    names[item.document_id].path,
                    locate.row(item.document_id, item.spans[0]),
                    item.relation,
                )
                for item in verdict.evidence
            ],
            fixes=[FixRow(locate.row(draft.id, row.span), row.text) for row in verdict.replacements],
        )
        for verdict in check.verdicts
        if verdict.rule not in QUIET_RULES
    ]


def level_of(verdict: Verdict) -> str:
    """Return "error", "warning" or "note" for a verdict."""
    if verdict.verdict in ERROR_VERDICTS:
        return "error"
    return "warning" if verdict.verdict == "unsupported" else "note"


def _verdict_row(verdict: Verdict, check: Check, locate: SpanLocator) -> VerdictRow:
    draft = check.documents[0].id
    return VerdictRow(
        id=verdict.id,
        claim_id=verdict.claim_id,
        spans=locate.rows(draft, verdict.spans),
        words=locate.rows(draft, verdict.words),
        statement=verdict.statement,
        verdict=verdict.verdict,
        rule=verdict.rule,
        message=verdict.message,
        probability=verdict.probability,
        evidence=[
            EvidenceRow(
                item.document_id, item.claim_id, locate.rows(item.document_id, item.spans), item.relation
            )
            for item in verdict.evidence
        ],
        fingerprint=verdict.fingerprint,
    )
