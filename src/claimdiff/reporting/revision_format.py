"""What changed between two versions of an article: for the terminal, and as JSON."""

from claimdiff.model import Revision, Side
from claimdiff.model.finding import Change, ChangeKind
from claimdiff.reporting.json_format import encode_report
from claimdiff.reporting.phrasing import plural
from claimdiff.reporting.pieces import cut_pieces
from claimdiff.reporting.report import SpanLocator, document_rows, side_row
from claimdiff.reporting.report_shape import RevisedRow, RevisionReport
from claimdiff.reporting.terminal import Styling, close_console, open_console
from claimdiff.reporting.visible import show_text

_ORDER: tuple[tuple[ChangeKind, str, str], ...] = (
    ("corrected", "corrected", "bold yellow"),
    ("quotation", "quotation changed", "bold red"),
    ("strengthened", "strengthened", "bold yellow"),
    ("softened", "softened", "bold yellow"),
    ("added", "added", "bold green"),
    ("dropped", "dropped", "bold red"),
)


def render_revision_json(revision: Revision, *, with_text: bool = False) -> str:
    """Return {documents, changes}, with spans on each side of a change."""
    locate = SpanLocator(revision.documents)
    origins = {document.id: document.id for document in revision.documents}
    rows = [
        RevisedRow(
            change.id,
            change.kind,
            side_row(change.old, locate) if change.old is not None else None,
            side_row(change.new, locate) if change.new is not None else None,
            change.explanation,
        )
        for change in revision.changes
    ]
    documents = document_rows(revision.documents, revision.claims, origins, with_text)
    return encode_report(RevisionReport(documents, rows))


def render_revision(revision: Revision, *, width: int = 80, styling: Styling = "none") -> str:
    """Return the changes in the order of the new text, old words under -, new words under +."""
    from rich.console import Console
    from rich.text import Text

    console: Console = open_console(width, styling)
    old, new = revision.documents
    counts = [
        f"{sum(change.kind == kind for change in revision.changes)} {name}"
        for kind, name, _ in _ORDER
        if any(change.kind == kind for change in revision.changes)
    ]
    for sign, document in (("-", old), ("+", new)):
        date = f"  {document.published_at[:16]}" if document.published_at else ""
        console.print(Text(f"{sign} {show_text(document.path)}{date}", "bold"))
    if not counts:
        console.print(Text("No claim was added, dropped or changed."))
        return close_console(console)
    console.print(Text(f"{plural(len(revision.changes), 'change')}: {', '.join(counts)}"))
    for change in revision.changes:
        name, style = next((name, style) for kind, name, style in _ORDER if kind == change.kind)
        console.print()
        console.print(Text.assemble((name, style), f"  {show_text(change.explanation)}"))
        for sign, side in (("-", change.old), ("+", change.new)):
            if side is not None:
                console.print(_draw_side(revision, change, side, sign, styling == "none"))
    return close_console(console)


def _draw_side(revision: Revision, change: Change, side: Side, sign: str, plain: bool) -> object:
    from rich.text import Text

    from claimdiff.reporting.terminal_disagreements import draw_pieces
    from claimdiff.reporting.terminal_shapes import draw_bullet

    document = next(row for row in revision.documents if row.id == side.document_id)
    claim = next((row for row in revision.claims if row.id == side.claim_id), None)
    line = SpanLocator((document,)).row(document.id, side.spans[0]).line
    whole = change.kind in ("added", "dropped")
    words = () if whole else side.words
    pieces = cut_pieces(document, side.spans, words, None if claim is None else claim.sentence)
    text = Text()
    text.append(f"line {line}: ", "dim")
    text.append_text(draw_pieces(pieces, plain))
    return draw_bullet(text, 2, sign)
