"""Reports as JSON, and their JSON Schema."""

import msgspec

from claimdiff.model import Comparison
from claimdiff.reporting.report import build_report
from claimdiff.reporting.report_shape import Report


def render_json(comparison: Comparison, *, with_text: bool = False) -> str:
    """Return the contract's report as indented JSON with a final line end."""
    encoded = msgspec.json.encode(build_report(comparison, with_text=with_text))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"


def render_schema() -> str:
    """Return the JSON Schema that every report of `compare` fits."""
    encoded = msgspec.json.encode(msgspec.json.schema(Report))
    return msgspec.json.format(encoded, indent=2).decode() + "\n"
