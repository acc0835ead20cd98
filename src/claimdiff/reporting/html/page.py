"""The page of a comparison."""

from claimdiff.model import Comparison
from claimdiff.reporting.html.articles import draw_articles
from claimdiff.reporting.html.days import draw_timeline
from claimdiff.reporting.html.findings import (
    badge,
    draw_agreement,
    draw_contradictions,
    draw_omissions,
    draw_quotations,
)
from claimdiff.reporting.html.markup import Html, join, tag, text
from claimdiff.reporting.html.pictures import draw_coverage, draw_days, draw_likeness
from claimdiff.reporting.html.shell import Shell, wrap_page
from claimdiff.reporting.phrasing import NOT_TRUTH, describe_overview, plural
from claimdiff.reporting.view import View
from claimdiff.version import VERSION

_PARTS = (
    "contradictions",
    "disputes",
    "developments",
    "agreement",
    "omissions",
    "quotations",
    "timeline",
    "articles",
)


def render_html(comparison: Comparison, view: View) -> str:
    """Return the page; it loads nothing, and shows everything with scripts off.

    `view` should hold every row: what it leaves out can't be found on the page.
    """
    totals = view.totals
    content = join(
        [
            _draw_overview(view),
            draw_contradictions(view),
            draw_agreement(view),
            draw_omissions(view),
            draw_quotations(view),
            draw_timeline(comparison, view),
            draw_articles(comparison, view),
            _draw_rejections(view),
        ]
    )
    sources = view.sources.shown if view.sources is not None else ()
    shell = Shell(
        title=f"{plural(len(view.source_keys), 'source')} compared",
        summary=", ".join(
            (plural(totals.claims, "claim"), plural(totals.facts, "fact"), plural(totals.origins, "origin"))
        ),
        parts=_PARTS,
        kinds=_list_kinds(view),
        sources=[(row.key, f"{row.key} {row.label}") for row in sources],
        footer=f"Made by claimdiff {VERSION}. {NOT_TRUTH}",
    )
    return wrap_page(shell, content)


def _list_kinds(view: View) -> list[str]:
    rows = [
        row.kind
        for part in (view.contradictions, view.disputes, view.developments)
        if part is not None
        for row in part.shown
    ]
    return list(
        dict.fromkeys([*rows, "agreement", "contradiction", "development", "unsure", "omission", "quotation"])
    )


def _draw_overview(view: View) -> Html:
    head = tag(
        "tr",
        tag("td"),
        *(tag("th", text(name), scope="col") for name in ("Source", "Date")),
        *(
            tag("th", text(name), scope="col", class_="number")
            for name in ("Words", "Claims", "Shared", "Unique")
        ),
    )
    rows = []
    for row in view.sources.shown if view.sources is not None else ():
        copies = f" (same copy: {', '.join(row.same_origin)})" if row.same_origin else ""
        date = ("~" if row.date_inferred else "") + (row.date or "–")
        figures = (row.words, row.claims, row.shared, row.unique)
        rows.append(
            tag(
                "tr",
                tag("td", badge(row.key)),
                tag("td", text(f"{row.label}{copies}")),
                tag("td", text(date), class_="when"),
                *(tag("td", text(f"{figure:,}"), class_="number") for figure in figures),
            )
        )
    found = [
        tag("li", tag("b", text(name)), text(f": {words}")) for name, words, _ in describe_overview(view)
    ]
    notes = [tag("p", text(f"Note: {note}"), class_="note") for note in view.notes]
    return tag(
        "section",
        tag("div", tag("table", head, *rows), class_="wide", tabindex=0),
        tag("ul", *found),
        tag("p", tag("strong", text(NOT_TRUTH))),
        *notes,
        draw_coverage(view),
        draw_likeness(view),
        draw_days(view),
        id="overview",
    )


def _draw_rejections(view: View) -> Html:
    if not view.rejections:
        return Html("")
    items = [tag("li", text(f"{path}: {reason}")) for path, reason in view.rejections]
    return tag("section", tag("h2", text("Not read")), tag("ul", *items), id="not-read")
