"""Claims one a line, as compilers print places: file:line:column."""

from collections.abc import Sequence

from claimdiff.model import Claim, Document
from claimdiff.reporting.report import SpanLocator
from claimdiff.reporting.visible import show_text


def render_claim_list(documents: Sequence[Document], claims: Sequence[Claim]) -> str:
    """Return a line "path:line:column: speaker: statement" per claim; narration has no speaker."""
    locate = SpanLocator(tuple(documents))
    paths = {document.id: show_text(document.path) for document in documents}
    lines = []
    for claim in claims:
        at = locate.row(claim.document_id, claim.spans[0])
        speaker = f"{show_text(claim.speaker.name)}: " if claim.speaker is not None else ""
        place = f"{paths[claim.document_id]}:{at.line}:{at.column}"
        lines.append(f"{place}: {speaker}{show_text(claim.statement)}\n")
    return "".join(lines)
