"""A View as Markdown: for a ticket, a mail, or a page."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimdiff.reporting.phrasing import (
    NOT_TRUTH,
    describe_change,
    describe_overview,
    join_keys,
    name_group,
    percent,
    place_further,
    plural,
    say_absences,
    say_coverage,
    say_hidden,
    say_where,
)
from claimdiff.reporting.view import ContradictionRow, FactRow, Piece, QuotationRow, Rows, SideView, View
from claimdiff.reporting.visible import escape_markdown, show_text

_MARKS = {"agreement": "=", "contradiction": "≠", "development": "→", "unsure": "?", "single-source": "·"}


def render_markdown(view: View) -> str:
    """Return a View as Markdown; text from files can't act as markup in it."""
    parts = (
        _write_overview(view),
        _write_contradictions(view),
        _write_agreement(view),
        _write_omissions(view),
        _write_quotations(view),
        _write_rejections(view),
    )
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def _escape(text: str) -> str:
    return escape_markdown(show_text(text))


def _write_overview(view: View) -> Iterator[str]:
    totals = view.totals
    origins = f" ({plural(totals.origins, 'origin')})" if totals.origins < len(view.source_keys) else ""
    yield f"# {plural(len(view.source_keys), 'source')} compared{origins}"
    yield ""
    yield f"{plural(totals.claims, 'claim')}, {plural(totals.facts, 'fact')}."
    yield ""
    if view.sources is not None:
        yield "| | Source | Date | Words | Claims | Shared | Unique |"
        yield "|---|---|---|--:|--:|--:|--:|"
        for row in view.sources.shown:
            copies = f" (same copy: {join_keys(row.same_origin)})" if row.same_origin else ""
            date = ("~" if row.date_inferred else "") + (row.date or "–")
            figures = " | ".join(f"{n:,}" for n in (row.words, row.claims, row.shared, row.unique))
            yield f"| {row.key} | {_escape(row.label)}{copies} | {date} | {figures} |"
        yield ""
    overview = describe_overview(view)
    for name, text, _ in overview:
        yield f"- **{name}**: {_escape(text)}"
    if overview:
        yield ""
        yield f"*{NOT_TRUTH}*"
        yield ""
    for note in view.notes:
        yield f"> Note: {_escape(note)}"
        yield ""


def _write_hidden(rows: Rows[Any], what: str) -> Iterator[str]:
    if rows.hidden:
        yield f"… {say_hidden(rows, what)}"
        yield ""


def _write_contradictions(view: View) -> Iterator[str]:
    groups = (
        ("contradictions", view.contradictions),
        ("disputes", view.disputes),
        ("developments", view.developments),
    )
    for name, rows in groups:
        if rows is None or not rows.total:
            continue
        title, text = name_group(name)
        yield f"## {title}"
        yield ""
        yield f"*{text}*"
        yield ""
        for number, row in enumerate(rows.shown, 1):
            yield from _write_contradiction(number, row)
        yield from _write_hidden(rows, name)


def _write_contradiction(number: int, row: ContradictionRow) -> Iterator[str]:
    unsure = "unsure, " if row.status == "unsure" else ""
    yield f"### {number}. {row.kind}, {unsure}{percent(row.probability)}"
    yield ""
    yield _escape(row.explanation)
    yield ""
    yield f"| {_name_side(row.left)} | {_name_side(row.right)} |"
    yield "|---|---|"
    yield f"| {_write_pieces(row.left.pieces)} | {_write_pieces(row.right.pieces)} |"
    others = [f"also in {join_keys(side.others)}" if side.others else "" for side in (row.left, row.right)]
    if any(others):
        yield f"| {others[0]} | {others[1]} |"
    yield ""
    for side in row.further:
        place = f"{side.key} {_escape(side.label)}, line {side.line} ({percent(side.probability)})"
        yield f"- {place_further(row, side)}: {place}: {_escape(side.text)}"
    if row.further:
        yield ""


def _name_side(side: SideView) -> str:
    return f"{side.key} {_escape(say_where(side))}"


def _write_pieces(pieces: Sequence[Piece]) -> str:
    text = ""
    for piece in pieces:
        bare = piece.text.strip()
        shown = _escape(bare)
        if piece.style == "marked" and bare:
            shown = f"<b>{shown}</b>"
        lead = " " if piece.text[:1].isspace() else ""
        tail = " " if bare and piece.text[-1:].isspace() else ""
        text += f"{lead}{shown}{tail}"
    return text.strip()


def _write_agreement(view: View) -> Iterator[str]:
    rows = view.agreement
    if rows is None or len(view.source_keys) < 2:
        return
    yield "## Agreement"
    yield ""
    if not rows.total:
        yield f"No fact is told by {view.min_sources} sources."
        yield ""
        return
    yield "| | Fact | " + " | ".join(view.source_keys) + " | Origins |"
    yield "|---|---|" + ":-:|" * len(view.source_keys) + "--:|"
    for row in rows.shown:
        cells = " | ".join("–" if not number else "●" if number == 1 else str(number) for number in row.cells)
        teller = f" · {_escape(row.speaker)}" if row.speaker else ""
        fact = f"{_escape(row.statement)}{teller}{_write_versions(row)}"
        yield f"| {_MARKS[row.status]} | {fact} | {cells} | {row.origins} |"
    yield ""
    yield from _write_hidden(rows, "facts")


def _write_versions(row: FactRow) -> str:
    if len(row.versions) < 2 or not any(version.value for version in row.versions):
        return ""
    told = [
        f"{'●' if v.number == 1 else v.number} {_escape(v.value or 'as above')} ({join_keys(v.keys)})"
        for v in row.versions
    ]
    return "<br>" + "; ".join(told)


def _write_omissions(view: View) -> Iterator[str]:
    rows = view.omissions
    if rows is None or len(view.source_keys) < 2:
        return
    yield "## Omissions"
    yield ""
    if not rows.total:
        yield "None found."
        yield ""
    for row in rows.shown:
        yield f"- **{_escape(row.topic)}**: {plural(row.claims, 'claim')}, {say_coverage(row)}"
        for statement in row.statements:
            yield f"  - {_escape(statement)}"
        for line in say_absences(row):
            yield f"  - *{_escape(line)}*"
    yield ""
    yield from _write_hidden(rows, "topics")


def _write_quotations(view: View) -> Iterator[str]:
    rows = view.quotations
    if rows is None or not rows.total:
        return
    yield "## Quotations"
    yield ""
    for row in rows.shown:
        yield from _write_quotation(row)
    yield from _write_hidden(rows, "quotations")


def _write_quotation(row: QuotationRow) -> Iterator[str]:
    yield f"**{_escape(row.speaker or 'Speaker not named')}**"
    yield ""
    for variant in row.variants:
        words = _write_pieces(variant.pieces)
        notes = [_escape(flag) for flag in variant.flags]
        notes += [_escape(describe_change(*change)) for change in variant.changes]
        told = f" ({'; '.join(notes)})" if notes else ""
        grade = "fullest" if variant is row.variants[0] else variant.grade
        yield f"- {variant.key} {_escape(variant.label)}, line {variant.line}, {grade}{told}: {words}"
    yield ""


def _write_rejections(view: View) -> Iterator[str]:
    if not view.rejections:
        return
    yield "## Not read"
    yield ""
    for path, reason in view.rejections:
        yield f"- {_escape(path)}: {_escape(reason)}"
