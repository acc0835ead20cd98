"""Reports as JSON, and their JSON Schema."""

import re
from typing import Any

import msgspec

from claimdiff.model import Claim, Comparison, Document
from claimdiff.reporting.report import build_claims_report, build_report
from claimdiff.reporting.report_shape import CheckReport, ClaimsReport, Report, RevisionReport, TimelineReport

_ROW_TYPES = {
    "documents": "document",
    "claims": "claim",
    "facts": "fact",
    "contradictions": "contradiction",
    "omissions": "omission",
    "quotations": "quotation",
    "rejections": "rejection",
}
_SHAPES: dict[str, type[msgspec.Struct]] = {
    "compare": Report,
    "check": CheckReport,
    "claims": ClaimsReport,
    "revisions": RevisionReport,
    "timeline": TimelineReport,
}
SCHEMA_KINDS = tuple(_SHAPES)
_SURROGATE = re.compile("[\ud800-\udfff]")


def render_json(comparison: Comparison, *, with_text: bool = False) -> str:
    """Return the contract's report as indented JSON with a final line end."""
    return encode_report(build_report(comparison, with_text=with_text))


def render_claims_json(
    documents: tuple[Document, ...], claims: tuple[Claim, ...], *, with_text: bool = False
) -> str:
    """Return documents and claims alone, as `claimdiff claims --format json` prints them."""
    return encode_report(build_claims_report(documents, claims, with_text=with_text))


def render_jsonl(comparison: Comparison, *, with_text: bool = False) -> str:
    """Return the report one row a line: {"type": "contradiction", …}, the head of the report first."""
    report = msgspec.to_builtins(build_report(comparison, with_text=with_text))
    head = {key: value for key, value in report.items() if key not in _ROW_TYPES}
    rows = [{"type": "report", **head}]
    for name, kind in _ROW_TYPES.items():
        rows += [{"type": kind, **row} for row in report[name]]
    return "".join(_encode(row).decode() + "\n" for row in rows)


def render_schema(kind: str = "compare") -> str:
    """Return the JSON Schema that the JSON of a command fits: one of `SCHEMA_KINDS`, else a KeyError."""
    schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": f"claimdiff {kind}"}
    return encode_report({**schema, **msgspec.json.schema(_SHAPES[kind])})


def encode_report(report: Any) -> str:
    """Return a report as indented JSON; characters that UTF-8 can't hold become U+FFFD."""
    return msgspec.json.format(_encode(report), indent=2).decode() + "\n"


def _encode(value: Any) -> bytes:
    try:
        return msgspec.json.encode(value)
    except UnicodeEncodeError:
        return msgspec.json.encode(_replace_surrogates(msgspec.to_builtins(value)))


def _replace_surrogates(value: Any) -> Any:
    """Replace lone surrogates one for one, so that offsets stay true."""
    if isinstance(value, str):
        return _SURROGATE.sub("\ufffd", value)
    if isinstance(value, dict):
        return {_replace_surrogates(key): _replace_surrogates(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_replace_surrogates(item) for item in value]
    return value
