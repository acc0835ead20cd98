"""Dated facts in the order of what they tell: for the terminal, and as JSON."""

from collections.abc import Sequence

from claimdiff.model import Comparison
from claimdiff.model.finding import TimelineEntry
from claimdiff.reporting.json_format import encode_report
from claimdiff.reporting.layout import source_key
from claimdiff.reporting.phrasing import plural
from claimdiff.reporting.report import document_rows
from claimdiff.reporting.report_shape import TimelineReport
from claimdiff.reporting.terminal import Styling, close_console, open_console
from claimdiff.reporting.visible import shorten_text, show_text


def render_timeline_json(
    comparison: Comparison, entries: Sequence[TimelineEntry], *, with_text: bool = False
) -> str:
    """Return {documents, timeline}."""
    rows = document_rows(comparison.documents, comparison.claims, comparison.origins, with_text)
    return encode_report(TimelineReport(rows, list(entries)))


def render_timeline(
    comparison: Comparison,
    entries: Sequence[TimelineEntry],
    *,
    limit: int | None = None,
    width: int = 80,
    styling: Styling = "none",
) -> str:
    """Return one row per dated fact: when, what, and who had it, the first first."""
    from rich.table import Table
    from rich.text import Text

    console = open_console(width, styling)
    keys = {document.id: source_key(i) for i, document in enumerate(comparison.documents)}
    for document in comparison.documents:
        published = (document.published_at or "no date")[:16]
        console.print(
            Text.assemble(
                (f" {keys[document.id]} ", "bold"), f"{show_text(document.label)}  ", (published, "dim")
            )
        )
    console.print()
    if not entries:
        console.print(Text("No claim could be dated."))
        return close_console(console)
    table = Table(box=None, pad_edge=False, padding=(0, 2, 0, 0), header_style="dim")
    table.add_column("When", no_wrap=True)
    table.add_column("What", overflow="fold", ratio=1)
    table.add_column("Told by", overflow="fold", max_width=20)
    shown, before = entries[:limit], ""
    for entry in shown:
        when = describe_date(entry)
        told = list(dict.fromkeys(keys[report.document_id] for report in entry.reports))
        first = keys[entry.first_document_id] if entry.first_document_id is not None else None
        table.add_row(
            Text("" if when == before else when, "dim" if entry.inferred else ""),
            Text(shorten_text(show_text(entry.statement), max(80, (width - 34) * 2))),
            Text.assemble(*((f"{key} ", "bold" if key == first else "") for key in told)),
        )
        before = when
    console.print(table)
    if len(entries) > len(shown):
        console.print(
            Text(f"… {plural(len(entries) - len(shown), 'more dated fact')}; --all shows them", "dim")
        )
    if any(len(entry.reports) > 1 and entry.first_document_id is not None for entry in shown):
        console.print(Text("told by: who published first stands first", "dim"))
    if any(entry.inferred for entry in shown):
        console.print(Text("~ worked out from the day of publication", "dim"))
    return close_console(console)


def describe_date(entry: TimelineEntry) -> str:
    """Return an entry's date as exactly as it is known: a day, a month, a year, or from – to."""
    start, _, end = entry.value.partition("/")
    mark = "~" if entry.inferred else ""
    if entry.precision in ("minute", "hour"):
        return mark + start[:16].replace("T", " ")
    if start[:10] == end[:10] or not end:
        return mark + start[:10]
    if entry.precision == "month" and start[:7] == end[:7]:
        return mark + start[:7]
    if entry.precision == "year" and start[:4] == end[:4]:
        return mark + start[:4]
    shared = 5 if start[:5] == end[:5] else 0
    return f"{mark}{start[:10]} – {end[shared:10]}"
