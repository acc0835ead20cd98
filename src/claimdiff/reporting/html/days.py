"""The facts that a date is given for, in order: what happened when, and who told it."""

from claimdiff.model import Comparison
from claimdiff.model.finding import TimelineEntry
from claimdiff.reporting.html.findings import badge
from claimdiff.reporting.html.markup import Html, join, tag, text
from claimdiff.reporting.timeline_format import describe_date
from claimdiff.reporting.view import View

SHOWN_ENTRIES = 80


def draw_timeline(comparison: Comparison, view: View) -> Html:
    """A row per dated fact, those that most sources tell where there are too many for a page.

    Only on a page of everything: who asked for one part gets that.
    """
    entries = comparison.timeline
    if not entries or view.sources is None or view.agreement is None or view.omissions is None:
        return Html("")
    widest = sorted(entries, key=lambda entry: -len(entry.reports))[:SHOWN_ENTRIES]
    kept = {entry.id for entry in widest}
    keys = dict(zip((document.id for document in comparison.documents), view.source_keys, strict=True))
    rows_there = frozenset(row.fact_id for row in view.agreement.shown)
    rows, before = [], ""
    for entry in entries:
        if entry.id in kept:
            when = describe_date(entry)
            rows.append(_draw_entry(entry, "" if when == before else when, keys, entry.fact_id in rows_there))
            before = when
    count = f"{len(rows)} of {len(entries)}" if len(rows) < len(entries) else str(len(entries))
    head = tag("tr", *(tag("th", text(name), scope="col") for name in ("When", "What", "Told by")))
    notes = "~ worked out from the day of publication. Sources in the order they were published."
    return tag(
        "section",
        tag("h2", text("Timeline "), tag("small", text(f"{count} facts that a date is given for"))),
        tag("div", tag("table", head, *rows), class_="wide", tabindex=0),
        tag("p", text(notes), class_="legend"),
        id="timeline",
    )


def _draw_entry(entry: TimelineEntry, when: str, keys: dict[str, str], has_row: bool) -> Html:
    claim_id = entry.reports[0].claim_id
    link = entry.fact_id if has_row else claim_id
    told = dict.fromkeys(keys[report.document_id] for report in entry.reports)
    return tag(
        "tr",
        tag("td", text(when), class_="when"),
        tag("td", tag("a", text(entry.statement), href=f"#{link}")),
        tag("td", join([badge(key) for key in told], " ")),
    )
