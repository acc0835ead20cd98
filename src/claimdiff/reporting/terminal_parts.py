"""The parts of the terminal report, each drawn from its rows of the View; text from files is never markup."""

from collections.abc import Iterator, Sequence
from typing import Any

from rich.box import MINIMAL
from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimdiff.reporting.phrasing import (
    NOT_TRUTH,
    describe_change,
    describe_overview,
    name_group,
    percent,
    plural,
    say_coverage,
    say_where,
)
from claimdiff.reporting.view import (
    ContradictionRow,
    FactRow,
    OmissionRow,
    Piece,
    QuotationRow,
    Rows,
    SideView,
    VariantRow,
    View,
)
from claimdiff.reporting.visible import shorten_text, show_piece, show_text

STYLES = {"context": "dim", "evidence": "", "marked": "bold underline red"}
STATUS_MARKS = {
    "agreement": ("=", "green"),
    "contradiction": ("≠", "bold red"),
    "development": ("→", "cyan"),
    "unsure": ("?", "yellow"),
    "single-source": ("·", ""),
}
CIRCLED = "●②③④⑤⑥⑦⑧⑨"
SIDE_BY_SIDE = 72
LEGEND = "● told so   ② told otherwise   – not found"
LABEL_WIDTH = 11
MARGIN = 4


def draw_overview(view: View, width: int) -> Iterator[RenderableType]:
    """The sources, and one line per kind of finding."""
    totals = view.totals
    head = Text()
    head.append(plural(len(view.source_keys), "source"), "bold")
    if totals.origins < len(view.source_keys):
        head.append(f" ({plural(totals.origins, 'origin')})")
    head.append(f" · {plural(totals.claims, 'claim')} · {plural(totals.facts, 'fact')}")
    yield head
    if view.sources is not None:
        yield ""
        yield _draw_sources(view, width)
        if any(row.date_inferred for row in view.sources.shown):
            yield Text("    ~ inferred from the other sources", "dim")
        yield from _say_hidden(view.sources, "sources")
    rows = describe_overview(view)
    if rows:
        yield ""
        grid = Table.grid(padding=(0, 2))
        grid.add_column(no_wrap=True)
        grid.add_column(overflow="fold")
        for name, text, alarming in rows:
            grid.add_row(Text(name, "bold red" if alarming else "bold"), Text(text))
        yield Padding(grid, (0, 0, 0, 1))
    if view.agreement is not None and rows:
        yield Padding(Text(NOT_TRUTH, "dim"), (0, 0, 0, 1))
    for note in view.notes:
        yield Text(f" Note: {show_text(note)}", "yellow")


def _draw_sources(view: View, width: int) -> Table:
    assert view.sources is not None
    table = Table(box=None, pad_edge=False, padding=(0, 1), header_style="dim", expand=False)
    table.add_column("", no_wrap=True)
    table.add_column("Source", overflow="fold", max_width=max(12, width - 50))
    table.add_column("Date", no_wrap=True)
    for name in ("Words", "Claims", "Shared", "Unique"):
        table.add_column(name, justify="right", no_wrap=True)
    for row in view.sources.shown:
        date = ("~" if row.date_inferred else "") + (row.date or "–")
        label = Text(show_text(row.label), overflow="fold")
        if row.same_origin:
            label.append(f" (copy of {', '.join(row.same_origin)})", "dim")
        table.add_row(
            Text(f" {row.key}", "bold"),
            label,
            Text(date, "dim" if row.date_inferred or row.date is None else ""),
            *(Text(f"{figure:,}") for figure in (row.words, row.claims, row.shared, row.unique)),
        )
    return table


def _title(name: str, text: str = "", style: str = "bold") -> Iterator[RenderableType]:
    yield ""
    line = Text(overflow="fold")
    line.append(name.upper(), style)
    if text:
        line.append(f"  {text}", "dim")
    yield line


def _say_hidden(rows: Rows[Any], what: str) -> Iterator[RenderableType]:
    if rows.hidden:
        yield Text(f"    … {rows.hidden:,} more {what}; --all shows them", "dim")


def draw_contradictions(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """Contradictions between sources, then the disputes of speakers, then the figures that moved."""
    groups = (
        ("contradictions", view.contradictions),
        ("disputes", view.disputes),
        ("developments", view.developments),
    )
    for name, rows in groups:
        if rows is None or not rows.total:
            continue
        title, text = name_group(name)
        yield from _title(title, text, "bold red" if name == "contradictions" else "bold")
        for number, row in enumerate(rows.shown, 1):
            yield from _draw_contradiction(number, row, width, plain)
        yield from _say_hidden(rows, name)


def _draw_contradiction(
    number: int, row: ContradictionRow, width: int, plain: bool
) -> Iterator[RenderableType]:
    head = Text()
    head.append(f"{number:>2}. ", "bold")
    unsure = "unsure, " if row.status == "unsure" else ""
    head.append(f"{row.kind}, {unsure}{percent(row.probability)}", "bold yellow" if unsure else "bold")
    head.append(f"  {show_text(row.explanation)}")
    yield ""
    yield _hang(head, 4)
    left, right = (_draw_side(side, plain) for side in (row.left, row.right))
    if width < SIDE_BY_SIDE:
        yield Padding(left, (0, 0, 0, 4))
        yield Padding(right, (0, 0, 0, 4))
        return
    sides = Table(box=MINIMAL, show_header=False, show_edge=False, pad_edge=False, expand=True)
    sides.add_column(ratio=1, overflow="fold")
    sides.add_column(ratio=1, overflow="fold")
    sides.add_row(left, right)
    yield Padding(sides, (0, 0, 0, 4))


def _hang(text: Text, indent: int) -> RenderableType:
    """Lay a text out with every line but the first indented."""
    grid = Table.grid()
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column(overflow="fold")
    first, rest = text.divide([indent])
    grid.add_row(first, rest)
    return grid


def _draw_side(side: SideView, plain: bool) -> Text:
    head = Text(f"{side.key} {say_where(side)}", "bold")
    text = Text.assemble(head, "\n", _draw_pieces(side.pieces, plain), overflow="fold")
    if side.others:
        text.append(f"\nalso in {', '.join(side.others)}", "dim")
    return text


def _draw_pieces(pieces: Sequence[Piece], plain: bool) -> Text:
    text = Text()
    for piece in pieces:
        shown = show_piece(piece.text)
        if piece.style == "marked" and plain:
            shown = f"‹{shown}›"
        text.append(shown, STYLES[piece.style])
    text.rstrip()
    return text


def draw_agreement(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """The matrix of facts by sources."""
    rows = view.agreement
    if rows is None or len(view.source_keys) < 2:
        return
    yield from _title("Agreement", "facts by sources, most origins first")
    if not rows.total:
        yield Text(f"    no fact is told by {view.min_sources} sources")
        return
    yield Text(
        "    ● told so   ② told otherwise   – not found   Agreement does not make a thing true.", "dim"
    )
    labels = _column_labels(view, width)
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    table.add_column("", width=3, no_wrap=True, justify="right")
    table.add_column("Fact", overflow="fold", ratio=1)
    for label in labels:
        table.add_column(
            Text(label), width=max(map(cell_len, label.split("\n"))), justify="center", no_wrap=True
        )
    for row in rows.shown:
        table.add_row(*_draw_fact(row, 2 * (width - MARGIN - sum(cell_len(label) + 1 for label in labels))))
    yield table
    yield from _say_hidden(rows, "facts")


def _column_labels(view: View, width: int) -> list[str]:
    """Return the sources' letters, with their names under them where the facts still have 80 columns."""
    named = view.sources.shown if view.sources is not None else ()
    if len(named) != len(view.source_keys) or width - (LABEL_WIDTH + 1) * len(named) < 84:
        return list(view.source_keys)
    names = [show_text(row.label).removeprefix("The ") for row in named]
    return [f"{row.key}\n{shorten_text(name, LABEL_WIDTH)}" for row, name in zip(named, names, strict=True)]


def _draw_fact(row: FactRow, limit: int) -> Iterator[Text]:
    mark, style = STATUS_MARKS[row.status]
    yield Text(mark, style)
    text = Text(shorten_text(show_text(row.statement), limit), overflow="fold")
    values = [version for version in row.versions if version.value]
    if len(row.versions) > 1 and values:
        told = [
            f"{_cell(v.number)} {shorten_text(show_text(v.value or 'as above'), 40)} ({', '.join(v.keys)})"
            for v in row.versions
        ]
        text.append("\n" + "   ".join(told), "cyan" if row.status == "development" else "yellow")
    yield text
    for number in row.cells:
        yield Text(_cell(number), "dim" if not number else "green" if number == 1 else "bold yellow")


def _cell(number: int) -> str:
    return "–" if number == 0 else CIRCLED[min(number, len(CIRCLED)) - 1]


def draw_omissions(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """Topics that some sources cover and others do not."""
    rows = view.omissions
    if rows is None or len(view.source_keys) < 2:
        return
    yield from _title("Omissions", "topics that only some sources cover")
    if not rows.total:
        yield Text("    none found")
    for row in rows.shown:
        yield ""
        yield from _draw_omission(row, width)
    yield from _say_hidden(rows, "topics")


def _draw_omission(row: OmissionRow, width: int) -> Iterator[RenderableType]:
    head = Text("    ")
    head.append(show_text(row.topic), "bold")
    head.append(f": {plural(row.claims, 'claim')}, {say_coverage(row)}")
    yield head
    shown = row.statements[:3]
    for statement in shown:
        yield _bullet(Text(shorten_text(show_text(statement), width * 2)), 6, "·")
    if len(row.statements) > len(shown):
        yield Text(
            f"        and {plural(len(row.statements) - len(shown), 'more fact', 'more facts')}", "dim"
        )
    for lead, keys, nearest in _absences(row):
        text = Text(f"{', '.join(keys)} {lead}", "dim")
        if nearest:
            text.append(f": “{shorten_text(nearest, 110)}”", "dim")
        yield _bullet(text, 6, "–")


def _absences(row: OmissionRow) -> Iterator[tuple[str, list[str], str]]:
    silent = [cell.key for cell in row.absent if cell.reason == "silent"]
    if silent:
        yield "silent", silent, ""
    before = [cell.key for cell in row.absent if cell.reason == "published-before"]
    if before:
        yield "published before this", before, ""
    for cell in row.absent:
        if cell.reason == "below-threshold":
            sure = f", {percent(cell.probability)} the same" if cell.probability is not None else ""
            yield f"nearest (line {cell.line or '?'}{sure})", [cell.key], show_text(cell.nearest or "")


def _bullet(text: Text, indent: int, mark: str) -> RenderableType:
    grid = Table.grid()
    grid.add_column(width=indent + 2, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(" " * indent + mark, "dim"), text)
    return grid


def draw_quotations(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """Each utterance with the forms that sources give it."""
    rows = view.quotations
    if rows is None or not rows.total:
        return
    yield from _title("Quotations", "one utterance, as each source prints it")
    for row in rows.shown:
        yield ""
        yield from _draw_quotation(row, width, plain)
    yield from _say_hidden(rows, "quotations")


def _draw_quotation(row: QuotationRow, width: int, plain: bool) -> Iterator[RenderableType]:
    fullest, *others = row.variants
    head = Text()
    head.append(f"{show_text(row.speaker or 'Speaker not named')}: ", "bold")
    head.append(_in_marks(fullest))
    yield Padding(head, (0, 0, 0, 4))
    yield _bullet(Text(f"{_say_place(fullest)}: the fullest form", "dim"), 6, "·")
    for variant in others:
        text = Text()
        text.append(f"{_say_place(variant)}: ", "dim")
        text.append(variant.grade, "bold red" if variant.grade in ("altered", "spliced") else "bold")
        notes = [
            *map(show_text, variant.flags),
            *(describe_change(*change) for change in variant.changes[:5]),
        ]
        if len(variant.changes) > 5:
            notes.append(f"and {len(variant.changes) - 5} more changes")
        if notes:
            text.append(": " + "; ".join(notes))
        if variant.grade not in ("identical", "truncated"):
            text.append("\n" + _in_marks(variant), "dim")
        yield _bullet(text, 6, "·")


def _say_place(variant: VariantRow) -> str:
    return f"{variant.key} {show_text(variant.label)}, line {variant.line}"


def _in_marks(variant: VariantRow) -> str:
    words = show_text("".join(piece.text for piece in variant.pieces)).strip("“”\"' ")
    return f"“{shorten_text(words, 300)}”"


def draw_rejections(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """What could not be read, and why."""
    if not view.rejections:
        return
    yield from _title("Not read")
    for path, reason in view.rejections:
        yield _bullet(Text(f"{show_text(path)}: {show_text(reason)}"), 4, "·")
