"""Pictures made from the data, as inline SVG and tables that can be read without colour."""

from collections.abc import Sequence

from claimdiff.reporting.figures import count_shared, group_days, order_coverage
from claimdiff.reporting.html.markup import Html, join, tag, text
from claimdiff.reporting.view import View
from claimdiff.reporting.visible import shorten_text

CELL = 14
SHOWN_FACTS = 160


def draw_coverage(view: View) -> Html:
    """Facts by sources as a strip: a column per shared fact, sorted so that blocks show.

    A full square is told so, an empty one another version, a dot not found; a bar on top marks facts whose
    versions contradict each other, or of which it is not sure that they are one.
    """
    facts = order_coverage(view, SHOWN_FACTS)
    if not facts:
        return Html("")
    left, top = 28, 12
    width, height = left + CELL * len(facts) + 4, top + CELL * len(view.source_keys) + 4
    shapes: list[Html] = []
    for y, key in enumerate(view.source_keys):
        shapes.append(
            tag("text", text(key), x=left - 8, y=top + y * CELL + CELL - 3, text_anchor="end", class_="label")
        )
    for x, fact in enumerate(facts):
        at = left + x * CELL
        column = _draw_column(at, top, fact.cells)
        if fact.status in ("contradiction", "unsure", "development"):
            column.append(tag("rect", x=at + 2, y=3, width=CELL - 4, height=4, class_=f"flag {fact.status}"))
        name = shorten_text(fact.statement, 90)
        shapes.append(tag("a", *column, href=f"#{fact.fact_id}", aria_label=name))
    picture = tag(
        "svg",
        *shapes,
        viewBox=f"0 0 {width} {height}",
        width=width,
        height=height,
        role="group",
        aria_label="which source tells which shared fact",
        class_="coverage",
    )
    caption = (
        "Full: told so. Empty: told otherwise. Dot: not found. "
        "A bar on top: its versions can't all hold, or it is unsure."
    )
    return tag(
        "figure",
        tag("div", picture, class_="wide", tabindex=0),
        tag("figcaption", text(f"Shared facts, a column each. {caption}")),
    )


def _draw_column(x: int, top: int, cells: Sequence[int]) -> list[Html]:
    """One path per look of a cell, squares as ends of strokes: that keeps a page of many sources small."""
    paths = {"stated": "", "other": "", "absent": ""}
    for row, number in enumerate(cells):
        y = top + row * CELL
        if number > 1:
            paths["other"] += f"M{x + 3} {y + 3}h8v8h-8z"
        else:
            paths["stated" if number else "absent"] += f"M{x + 7} {y + 7}h0"
    return [tag("path", d=path, class_=name) for name, path in paths.items() if path]


def draw_likeness(view: View) -> Html:
    """How much of what a source shares it shares with each other one, as a table of counts."""
    if view.agreement is None or len(view.source_keys) < 2:
        return Html("")
    counts = count_shared(view)
    head = tag("tr", tag("td"), *(tag("th", text(key), scope="col") for key in view.source_keys))
    rows = [head]
    for one, key in enumerate(view.source_keys):
        cells = []
        for two in range(len(view.source_keys)):
            if one == two:
                cells.append(tag("td", text("·"), class_="self"))
                continue
            share = counts[one][two] / counts[one][one] if counts[one][one] else 0
            cells.append(tag("td", text(counts[one][two]), class_=f"level-{round(share * 5)}"))
        rows.append(tag("tr", tag("th", text(key), scope="row"), *cells))
    copies = [
        f"{' and '.join(row.keys)} print {row.passages} passages alike ({row.words} words)"
        for row in view.copies
    ]
    caption = "Facts that two sources share. " + ("; ".join(copies) + "." if copies else "")
    return tag("figure", tag("table", *rows, class_="likeness"), tag("figcaption", text(caption)))


def draw_days(view: View) -> Html:
    """Where sources carry different days: when each was published, in order."""
    days = group_days(view)
    if len(days) < 2:
        return Html("")
    items = [
        tag(
            "li",
            tag("time", text(date)),
            text(" "),
            join([tag("span", text(f"{row.key} {row.label}"), class_="chip") for row in rows]),
        )
        for date, rows in days
    ]
    return tag("figure", tag("ol", *items, class_="days"), tag("figcaption", text("When each was published")))
