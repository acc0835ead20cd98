"""The parts of the terminal report, each drawn from its rows of the View; text from files is never markup."""

from collections.abc import Iterator

from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimdiff.reporting.phrasing import (
    NOT_TRUTH,
    describe_overview,
    join_keys,
    plural,
    say_absences,
    say_coverage,
)
from claimdiff.reporting.terminal_shapes import draw_bullet, draw_hidden, draw_title
from claimdiff.reporting.view import (
    FactRow,
    OmissionRow,
    Rows,
    View,
)
from claimdiff.reporting.visible import shorten_text, show_text

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
LEGEND = "● told so   ② told otherwise   – not found   ? unsure   · who says so"
LABEL_WIDTH = 11
MARGIN = 4
SHOWN_FACTS = 3
NARROW = 64
MATRIX_ROOM = 24


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
        yield from draw_hidden(view.sources, "sources")
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
    narrow = width < NARROW
    table.add_column("Source", overflow="fold", min_width=10, max_width=max(12, width - 50 + 16 * narrow))
    table.add_column("Date", no_wrap=True)
    for name in ("Words", "Claims", "Shared", "Unique")[2 * narrow :]:
        table.add_column(name, justify="right", no_wrap=True)
    for row in view.sources.shown:
        date = ("~" if row.date_inferred else "") + (row.date or "–")
        label = Text(show_text(row.label), overflow="fold")
        if row.same_origin:
            label.append(f" (same copy: {join_keys(row.same_origin)})", "dim")
        table.add_row(
            Text(f" {row.key}", "bold"),
            label,
            Text(date, "dim" if row.date_inferred or row.date is None else ""),
            *(Text(f"{n:,}") for n in (row.words, row.claims, row.shared, row.unique)[2 * narrow :]),
        )
    return table


def draw_agreement(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """The matrix of facts by sources."""
    rows = view.agreement
    if rows is None or len(view.source_keys) < 2:
        return
    yield from draw_title("Agreement", "facts by sources, most origins first")
    if not rows.total:
        yield Text(f"    no fact is told by {view.min_sources} sources")
        return
    labels = _column_labels(view, width)
    copied = any(row.origins < row.sources for row in rows.shown)
    room = width - MARGIN - sum(max(map(cell_len, label.split("\n"))) + 1 for label in labels) - 8 * copied
    if room < MATRIX_ROOM:
        yield from _draw_fact_list(view, rows, width)
    else:
        yield draw_bullet(Text(LEGEND, "dim"), 2, "")
        yield _draw_matrix(rows, labels, room, copied)
    yield from draw_hidden(rows, "facts")


def _draw_matrix(rows: Rows[FactRow], labels: list[str], room: int, copied: bool) -> Table:
    table = Table(box=None, pad_edge=False, padding=(0, 1, 0, 0), header_style="bold", expand=True)
    table.add_column("", width=3, no_wrap=True, justify="right")
    table.add_column("Fact", overflow="fold", ratio=1)
    for label in labels:
        column = max(map(cell_len, label.split("\n")))
        table.add_column(Text(label), width=column, justify="center", no_wrap=True)
    if copied:
        table.add_column("Origins", justify="right", no_wrap=True)
    for row in rows.shown:
        table.add_row(*_draw_fact(row, 2 * room), *([Text(str(row.origins))] if copied else []))
    return table


def _draw_fact_list(view: View, rows: Rows[FactRow], width: int) -> Iterator[RenderableType]:
    """The facts one under the other, for more sources than fit side by side."""
    for row in rows.shown:
        mark, fact, *_ = _draw_fact(row, 2 * width)
        told = [key for key, number in zip(view.source_keys, row.cells, strict=True) if number == 1]
        otherwise = [key for key, number in zip(view.source_keys, row.cells, strict=True) if number > 1]
        fact.append(f"\n{plural(row.sources, 'source')}, {plural(row.origins, 'origin')}: ", "dim")
        fact.append(join_keys(told), "dim")
        if otherwise:
            fact.append(f"; told otherwise: {join_keys(otherwise)}", "dim")
        yield draw_bullet(fact, 2, mark.plain)


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
    teller = f" · {show_text(row.speaker)}" if row.speaker else ""
    text = Text(shorten_text(show_text(row.statement), limit - len(teller)), overflow="fold")
    text.append(teller, "dim")
    values = [version for version in row.versions if version.value]
    if len(row.versions) > 1 and values:
        told = [
            f"{_cell(v.number)} {shorten_text(show_text(v.value or 'as above'), 40)} ({join_keys(v.keys)})"
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
    yield from draw_title("Omissions", "topics that only some sources cover")
    if not rows.total:
        yield Text("    none found")
    for row in rows.shown:
        yield ""
        yield from _draw_omission(row, width)
    yield from draw_hidden(rows, "topics")


def _draw_omission(row: OmissionRow, width: int) -> Iterator[RenderableType]:
    head = Text()
    head.append(show_text(row.topic), "bold")
    head.append(f": {plural(row.claims, 'claim')}, {say_coverage(row)}")
    yield Padding(head, (0, 0, 0, 4))
    room = max(40, (width - 8) * (1 if width > 60 else 2))
    for statement in row.statements[:SHOWN_FACTS]:
        yield draw_bullet(Text(shorten_text(show_text(statement), room)), 6, "·")
    rest = len(row.statements) - SHOWN_FACTS
    if rest > 0:
        yield Text(f"        and {plural(rest, 'more fact')}", "dim")
    for line in say_absences(row):
        yield draw_bullet(Text(line, "dim"), 6, "–")


def draw_rejections(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """What could not be read, and why."""
    if not view.rejections:
        return
    yield from draw_title("Not read")
    for path, reason in view.rejections:
        yield draw_bullet(Text(f"{show_text(path)}: {show_text(reason)}"), 4, "·")
