"""A View as one CSV table, a row per finding and source; no cell of it can run in a spreadsheet."""

import csv
import io
from collections.abc import Iterator, Sequence

from claimdiff.reporting.phrasing import describe_change, place_further
from claimdiff.reporting.view import ContradictionRow, FactRow, Piece, View
from claimdiff.reporting.visible import show_text

COLUMNS = (
    "part",
    "id",
    "kind",
    "status",
    "probability",
    "source",
    "path",
    "line",
    "text",
    "value",
    "other_source",
    "other_path",
    "other_line",
    "other_text",
    "other_value",
    "note",
)
_RUNS = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def render_csv(view: View) -> str:
    """Return a View as CSV (RFC 4180, with a byte-order mark, so that spreadsheets read it as UTF-8).

    A cell that a spreadsheet would run starts with an apostrophe.
    """
    stream = io.StringIO()
    writer = csv.DictWriter(stream, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    for row in _list_rows(view):
        writer.writerow({name: neutralise_cell(value) for name, value in row.items()})
    return "\ufeff" + stream.getvalue()


def neutralise_cell(value: object) -> str:
    """Return a value as the text of a cell that no spreadsheet takes for a formula."""
    text = show_text("" if value is None else str(value))
    return f"'{text}" if text.startswith(_RUNS) else text


def _list_rows(view: View) -> Iterator[dict[str, object]]:
    yield from _list_sources(view)
    groups = (
        ("contradiction", view.contradictions),
        ("dispute", view.disputes),
        ("development", view.developments),
    )
    for part, contradictions in groups:
        for contradiction in contradictions.shown if contradictions is not None else ():
            yield _write_contradiction(part, contradiction)
            for side in contradiction.further:
                yield {
                    "part": part,
                    "id": side.id,
                    "kind": contradiction.kind,
                    "probability": side.probability,
                    "source": side.label,
                    "line": side.line,
                    "text": side.text,
                    "note": f"on the matter of {contradiction.id}, {place_further(contradiction, side)}",
                }
    labels = {row.key: row.label for row in view.sources.shown} if view.sources is not None else {}
    for fact in view.agreement.shown if view.agreement is not None else ():
        yield from _list_cells(fact, view.source_keys, labels)
    yield from _list_omissions(view, labels)
    yield from _list_quotations(view)
    for path, reason in view.rejections:
        yield {"part": "rejection", "path": path, "note": reason}


def _list_sources(view: View) -> Iterator[dict[str, object]]:
    for row in view.sources.shown if view.sources is not None else ():
        counts = f"{row.words} words, {row.claims} claims, {row.shared} shared, {row.unique} unique"
        copies = f"; copy of {', '.join(row.same_origin)}" if row.same_origin else ""
        inferred = "; date inferred" if row.date_inferred else ""
        yield {
            "part": "source",
            "id": row.document_id,
            "source": row.label,
            "path": row.path,
            "value": row.date,
            "note": f"{row.key}: {counts}{copies}{inferred}",
        }


def _write_contradiction(part: str, row: ContradictionRow) -> dict[str, object]:
    return {
        "part": part,
        "id": row.id,
        "kind": row.kind,
        "status": row.status,
        "probability": row.probability,
        "source": row.left.label,
        "path": row.left.path,
        "line": row.left.line,
        "text": _join_pieces(row.left.pieces),
        "value": row.left.value,
        "other_source": row.right.label,
        "other_path": row.right.path,
        "other_line": row.right.line,
        "other_text": _join_pieces(row.right.pieces),
        "other_value": row.right.value,
        "note": row.explanation,
    }


def _join_pieces(pieces: Sequence[Piece]) -> str:
    return "".join(piece.text for piece in pieces)


def _list_cells(fact: FactRow, keys: Sequence[str], labels: dict[str, str]) -> Iterator[dict[str, object]]:
    values = {version.number: version.value for version in fact.versions}
    for key, number in zip(keys, fact.cells, strict=True):
        yield {
            "part": "agreement",
            "id": fact.fact_id,
            "kind": "not found" if not number else "stated" if number == 1 else "told otherwise",
            "status": fact.status,
            "probability": fact.probability,
            "source": labels.get(key, key),
            "text": fact.statement,
            "value": values.get(number),
            "note": f"{fact.sources} sources, {fact.origins} origins",
        }


def _list_omissions(view: View, labels: dict[str, str]) -> Iterator[dict[str, object]]:
    for row in view.omissions.shown if view.omissions is not None else ():
        stated = ", ".join(labels.get(key, key) for key in row.stated_in)
        for cell in row.absent:
            yield {
                "part": "omission",
                "id": row.id,
                "kind": cell.reason,
                "probability": cell.probability,
                "source": cell.label,
                "line": cell.line,
                "text": cell.nearest,
                "value": row.topic,
                "other_source": stated,
                "other_text": " / ".join(row.statements),
                "note": f"{row.claims} claims",
            }


def _list_quotations(view: View) -> Iterator[dict[str, object]]:
    for row in view.quotations.shown if view.quotations is not None else ():
        for variant in row.variants:
            notes = [*variant.flags, *(describe_change(*change) for change in variant.changes)]
            yield {
                "part": "quotation",
                "id": row.id,
                "kind": variant.grade,
                "source": variant.label,
                "path": variant.path,
                "line": variant.line,
                "text": _join_pieces(variant.pieces),
                "value": row.speaker,
                "note": "; ".join(notes),
            }
