"""The findings of a View as sections of the page."""

from collections.abc import Sequence
from typing import Any

from claimdiff.reporting.html.markup import Html, join, tag, text
from claimdiff.reporting.phrasing import (
    describe_change,
    name_group,
    percent,
    place_further,
    plural,
    say_absences,
    say_coverage,
)
from claimdiff.reporting.view import (
    ContradictionRow,
    FactRow,
    OmissionRow,
    Piece,
    QuotationRow,
    Rows,
    SideView,
    Telling,
    VariantRow,
    View,
)

SHOWN_STATEMENTS = 8
_STATUS = {
    "agreement": ("=", "agreement"),
    "contradiction": ("≠", "contradiction"),
    "development": ("→", "development"),
    "unsure": ("?", "unsure"),
    "single-source": ("·", "one source"),
}


def draw_contradictions(view: View) -> Html:
    """Contradictions, disputes and developments, each a card with both sides."""
    sections: list[Html] = []
    groups = (
        ("contradictions", view.contradictions),
        ("disputes", view.disputes),
        ("developments", view.developments),
    )
    for name, rows in groups:
        if rows is None or not rows.total:
            continue
        title, gathers = name_group(name)
        cards = join([_draw_contradiction(row) for row in rows.shown])
        head = tag("h2", text(f"{title} "), tag("small", text(f"{_count(rows)}: {gathers}")))
        sections.append(tag("section", head, cards, id=name))
    return join(sections)


def _count(rows: Rows[Any]) -> str:
    return f"{len(rows.shown)} of {rows.total}" if rows.hidden else str(rows.total)


def _draw_contradiction(row: ContradictionRow) -> Html:
    unsure = "unsure, " if row.status == "unsure" else ""
    head = tag(
        "h3",
        tag("span", text(f"{row.kind}, {unsure}{percent(row.probability)}"), class_=f"kind {row.status}"),
        text(" "),
        text(row.explanation),
    )
    sides = tag("div", _draw_side(row.left), _draw_side(row.right), class_="sides")
    further = [
        tag(
            "li",
            text(
                f"{place_further(row, side)}: {side.key} {side.label}, line {side.line} "
                f"({percent(side.probability)}): {side.text}"
            ),
        )
        for side in row.further
    ]
    keys = " ".join(dict.fromkeys((row.left.key, row.right.key, *(side.key for side in row.further))))
    body = join([head, sides, tag("ul", *further, class_="further") if further else Html("")])
    return tag(
        "article",
        body,
        class_="finding",
        id=row.id,
        data_kind=row.kind,
        data_keys=keys,
    )


def _draw_side(side: SideView) -> Html:
    speaker = f" · {side.speaker} says" if side.speaker else ""
    head = tag(
        "header",
        badge(side.key),
        text(f" {side.label}, line {side.line}{speaker} "),
        to_article(side.claim_id),
    )
    others = tag("footer", text(f"also in {', '.join(side.others)}")) if side.others else Html("")
    return tag("blockquote", head, tag("p", draw_pieces(side.pieces)), others)


def badge(key: str) -> Html:
    """A source's letter, linked to its article."""
    return tag("a", text(key), class_="key", href=f"#source-{key}")


def to_article(claim_id: str) -> Html:
    """A link to the claim where it stands in its article."""
    return tag("a", text("in the article"), class_="place", href=f"#{claim_id}")


def draw_pieces(pieces: Sequence[Piece]) -> Html:
    """A sentence with its context dimmed and the differing words marked."""
    shown = []
    for piece in pieces:
        words = text(piece.text)
        if piece.style == "marked":
            words = tag("mark", words)
        elif piece.style == "context":
            words = tag("span", words, class_="context")
        shown.append(words)
    return join(shown)


def draw_agreement(view: View) -> Html:
    """The matrix of facts by sources."""
    rows = view.agreement
    if rows is None or not rows.total:
        return Html("")
    heads = [tag("th", badge(key), scope="col") for key in view.source_keys]
    head = tag(
        "tr",
        tag("td"),
        tag("th", text("Fact"), scope="col"),
        *heads,
        tag("th", text("Origins"), scope="col"),
    )
    body = [_draw_fact(row, view.source_keys) for row in rows.shown]
    legend = tag("p", text("● told so, ② told otherwise, – not found, ? unsure"), class_="legend")
    table = tag("table", tag("thead", head), tag("tbody", *body), class_="matrix")
    title = tag("h2", text("Agreement "), tag("small", text(f"{_count(rows)} facts, most origins first")))
    return tag("section", title, legend, tag("div", table, class_="wide", tabindex=0), id="agreement")


def _draw_fact(row: FactRow, keys: Sequence[str]) -> Html:
    mark, name = _STATUS[row.status]
    values = [version for version in row.versions if version.value]
    told = Html("")
    if len(row.versions) > 1 and values:
        told = tag(
            "small",
            text(
                "; ".join(
                    f"{_cell(v.number)} {v.value or 'as above'} ({', '.join(v.keys)})" for v in row.versions
                )
            ),
            class_="versions",
        )
    cells = [
        tag("td", text(_cell(number)), class_=None if not number else "stated" if number == 1 else "other")
        for number in row.cells
    ]
    words = tag("ul", *map(_draw_telling, row.tellings))
    teller = tag("small", text(f" · {row.speaker}"), class_="speaker") if row.speaker else Html("")
    summary = tag("summary", text(row.statement), teller)
    fact = tag("td", tag("details", summary, words), told, class_="fact")
    present = " ".join(key for key, number in zip(keys, row.cells, strict=True) if number)
    return tag(
        "tr",
        tag("td", tag("abbr", text(mark), title=name), class_=f"status {row.status}"),
        fact,
        *cells,
        tag("td", text(row.origins)),
        class_="finding",
        id=row.fact_id,
        data_kind=name,
        data_keys=present,
    )


def _draw_telling(telling: Telling) -> Html:
    version = f" {_cell(telling.version)}" if telling.version > 1 else ""
    place = tag("a", text(telling.key), class_="key", href=f"#{telling.claim_id}")
    return tag("li", place, text(f"{version} “{telling.text}”"))


def _cell(number: int) -> str:
    return "–" if not number else "●②③④⑤⑥⑦⑧⑨"[min(number, 9) - 1]


def draw_omissions(view: View) -> Html:
    """Topics that only some sources cover."""
    rows = view.omissions
    if rows is None or not rows.total:
        return Html("")
    title = tag(
        "h2", text("Omissions "), tag("small", text(f"{_count(rows)} topics that only some sources cover"))
    )
    return tag("section", title, *(_draw_omission(row) for row in rows.shown), id="omissions")


def _draw_omission(row: OmissionRow) -> Html:
    head = tag(
        "h3", text(row.topic), tag("small", text(f" {plural(row.claims, 'claim')}, {say_coverage(row)}"))
    )
    items = [tag("li", text(statement)) for statement in row.statements[:SHOWN_STATEMENTS]]
    if len(row.statements) > SHOWN_STATEMENTS:
        rest = len(row.statements) - SHOWN_STATEMENTS
        items.append(tag("li", text(f"and {plural(rest, 'more fact')}"), class_="why"))
    facts = tag("ul", *items)
    why = tag("ul", *(tag("li", text(line)) for line in say_absences(row)), class_="why")
    return tag(
        "article",
        head,
        facts,
        why,
        class_="finding",
        id=row.id,
        data_kind="omission",
        data_keys=" ".join(row.stated_in),
    )


def draw_quotations(view: View) -> Html:
    """Each utterance with the forms that sources give it."""
    rows = view.quotations
    if rows is None or not rows.total:
        return Html("")
    title = tag(
        "h2",
        text("Quotations "),
        tag("small", text(f"{_count(rows)} utterances, as each source prints them")),
    )
    return tag("section", title, *(_draw_quotation(row) for row in rows.shown), id="quotations")


def _draw_quotation(row: QuotationRow) -> Html:
    head = tag("h3", text(row.speaker or "Speaker not named"))
    items = [_draw_variant(variant, first=variant is row.variants[0]) for variant in row.variants]
    keys = " ".join(dict.fromkeys(variant.key for variant in row.variants))
    return tag(
        "article",
        head,
        tag("ul", *items),
        class_="finding",
        id=row.id,
        data_kind="quotation",
        data_keys=keys,
    )


def _draw_variant(variant: VariantRow, *, first: bool) -> Html:
    grade = "fullest" if first else variant.grade
    notes = [*variant.flags, *(describe_change(*change) for change in variant.changes)]
    told = tag("small", text("; ".join(notes)), class_="changes") if notes else Html("")
    return tag(
        "li",
        badge(variant.key),
        text(f" {variant.label}, line {variant.line}: "),
        tag("b", text(grade), class_=f"grade {grade}"),
        text(" "),
        tag("q", draw_pieces(variant.pieces)),
        told,
    )
