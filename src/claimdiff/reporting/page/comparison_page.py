"""A Comparison as one page: overview, findings, quotations, and the articles annotated."""

from collections.abc import Iterable, Mapping, Sequence

from claimdiff.model import Comparison, Fact
from claimdiff.reporting.layout import build_view, source_key
from claimdiff.reporting.page.articles import ClaimMark, annotate_article
from claimdiff.reporting.page.elements import Child, Markup, tag
from claimdiff.reporting.page.pictures import Picture, draw_coverage, draw_similarity, draw_timeline
from claimdiff.reporting.page.shell import build_toolbar, wrap_page
from claimdiff.reporting.view import ContradictionRow, Piece, Selection, SideView, SourceRow, View

_CAUTION = "That sources agree does not make a thing true: they may share one origin, or one mistake."


def render_page(comparison: Comparison) -> str:
    """Return a whole HTML page with everything the comparison found."""
    view = build_view(comparison, Selection(top=0))
    sources = view.sources.shown if view.sources else ()
    title = f"{len(sources)} sources compared, claim by claim"
    return wrap_page(
        title,
        tag("header", tag("h1", title), _navigation(view), class_="top"),
        tag(
            "main",
            _overview(view, comparison, sources),
            build_toolbar([(row.key, row.label) for row in sources]),
            tag("div", *_findings(view, comparison), id="findings", tabindex="-1"),
            _articles(comparison, view),
        ),
    )


def _navigation(view: View) -> Markup:
    totals = view.totals
    links = [
        ("contradictions", f"{totals.contradictions} contradictions"),
        ("disputes", f"{totals.disputes} disputes"),
        ("developments", f"{totals.developments} developments"),
        ("agreement", f"{totals.shared_facts} shared facts"),
        ("omissions", f"{totals.topics} topics not in all"),
        ("quotations", f"{totals.quotations} quotations"),
        ("articles", "articles"),
    ]
    items = [tag("li", tag("a", words, href=f"#{target}")) for target, words in links]
    return tag("nav", tag("ul", *items), aria_label="Parts")


def _overview(view: View, comparison: Comparison, sources: Sequence[SourceRow]) -> Markup:
    rows = [
        tag(
            "tr",
            tag("th", row.key, scope="row"),
            tag("td", tag("a", row.label, href=f"#article-{row.key}")),
            tag("td", ("~" if row.date_inferred else "") + (row.date or "no date")),
            *(
                tag("td", str(number), class_="number")
                for number in (row.words, row.claims, row.shared, row.unique)
            ),
            tag("td", ", ".join(row.same_origin)),
        )
        for row in sources
    ]
    names = ("", "Source", "Date", "Words", "Claims", "Shared", "Unique", "Same copy as")
    table = tag(
        "table",
        tag("caption", "The sources. ~ a date inferred from the other sources."),
        tag("thead", tag("tr", *(tag("th", name, scope="col") for name in names))),
        tag("tbody", *rows),
    )
    pictures = _pictures(view, comparison, sources)
    return tag(
        "section",
        tag("h2", "Overview"),
        _scrollable(table, "The sources"),
        tag(
            "p",
            f"{view.totals.shared_facts} facts are told by two or more sources, "
            f"{view.totals.widely_shared_facts} by three or more; "
            f"{view.totals.single_source_facts} by one alone. "
            f"{view.totals.origins} of {len(sources)} sources are independent. ",
            tag("strong", _CAUTION),
        ),
        *(
            tag("figure", _scrollable(one.drawing, name), tag("figcaption", one.caption))
            for name, one in pictures
        ),
        *_notes(view),
        id="overview",
    )


def _notes(view: View) -> Iterable[Child]:
    yield from (tag("p", note, class_="note") for note in view.notes)
    if view.rejections:
        yield tag("h3", "Not read")
        yield tag("ul", *(tag("li", f"{path}: {reason}") for path, reason in view.rejections))


def _pictures(
    view: View, comparison: Comparison, sources: Sequence[SourceRow]
) -> Iterable[tuple[str, Picture]]:
    if view.agreement and view.agreement.shown:
        ordered = sorted(
            view.agreement.shown, key=lambda row: ([not cell for cell in row.cells], row.fact_id)
        )
        rows = [(f"fact-{row.fact_id}", row.cells, row.status == "contradiction") for row in ordered]
        yield "Coverage", draw_coverage(view.source_keys, rows)
    if len(sources) > 1:
        yield "Similarity", draw_similarity(view.source_keys, _measure_shares(comparison))
    drawn = draw_timeline([(row.key, row.date[:10], row.date_inferred) for row in sources if row.date])
    if drawn:
        yield "Time", drawn


def _measure_shares(comparison: Comparison) -> list[list[float]]:
    """Return for each document the share of its facts that each other one tells too."""
    ids = [document.id for document in comparison.documents]
    told: dict[str, set[str]] = {one: set() for one in ids}
    for fact in comparison.facts:
        for document_id in fact.document_ids:
            told[document_id].add(fact.id)
    return [[len(told[a] & told[b]) / len(told[a]) if told[a] else 0.0 for b in ids] for a in ids]


def _findings(view: View, comparison: Comparison) -> Iterable[Markup]:
    parts = [
        ("contradictions", "Contradictions", "Sources that can't both be right.", view.contradictions),
        ("disputes", "Disputes", "Speakers who disagree; the sources report it.", view.disputes),
        (
            "developments",
            "Developments",
            "Figures that moved between two publication times.",
            view.developments,
        ),
    ]
    for name, title, lead, rows in parts:
        shown = rows.shown if rows else ()
        yield _part(name, title, lead, [_contradiction(row) for row in shown])
    yield _agreement(view, comparison)
    yield _omissions(view)
    yield _quotations(view)


def _part(name: str, title: str, lead: str, rows: Sequence[Markup]) -> Markup:
    empty = tag("p", "None found.", class_="empty") if not rows else None
    return tag("section", tag("h2", title), tag("p", lead), empty, *rows, id=name)


def _contradiction(row: ContradictionRow) -> Markup:
    sure = f"{row.probability:.0%}" + (", unsure" if row.status == "unsure" else "")
    further = [
        tag("li", tag("a", f"{one.key} {one.label}", href=f"#article-{one.key}"), f": “{one.text}”")
        for one in row.further
    ]
    return tag(
        "article",
        tag("h3", tag("span", row.kind, class_="kind"), f" {sure} ", _link(f"contradiction-{row.id}")),
        tag("p", row.explanation),
        tag("div", _side(row.left), _side(row.right), class_="sides"),
        tag("details", tag("summary", f"{len(further)} more"), tag("ul", *further)) if further else None,
        id=f"contradiction-{row.id}",
        class_="item",
        tabindex="0",
        data_kind=row.kind,
        data_sources=f"{row.left.key} {row.right.key}",
        data_count="2",
    )


def _side(side: SideView) -> Markup:
    who = f", {side.speaker} says" if side.speaker else ""
    return tag(
        "div",
        tag(
            "p", tag("a", f"{side.key} {side.label}", href=f"#article-{side.key}"), f", line {side.line}{who}"
        ),
        tag("blockquote", *_pieces(side.pieces)),
        class_="side",
    )


def _pieces(pieces: Sequence[Piece]) -> Iterable[Markup]:
    names = {"marked": "mark", "evidence": "span", "context": "span"}
    for piece in pieces:
        yield tag(names[piece.style], piece.text, class_=piece.style)


def _agreement(view: View, comparison: Comparison) -> Markup:
    claims = {claim.id: claim for claim in comparison.claims}
    documents = {document.id: document for document in comparison.documents}
    keys = {document.id: source_key(n) for n, document in enumerate(comparison.documents)}
    facts = {fact.id: fact for fact in comparison.facts}
    order = {claim.id: n for n, claim in enumerate(comparison.claims)}
    rows = []
    for row in view.agreement.shown if view.agreement else ():
        words = [
            tag(
                "li",
                tag("a", f"{keys[claims[c].document_id]} ", href=f"#claim-{c}"),
                f"{documents[claims[c].document_id].label}: “",
                " … ".join(documents[claims[c].document_id].quote(span) for span in claims[c].spans),
                "”",
            )
            for c in _in_order(facts[row.fact_id], order)
        ]
        told = " ".join(key for key, cell in zip(view.source_keys, row.cells, strict=True) if cell)
        cells = [
            tag(
                "span",
                _cell(cell),
                class_="cell told" if cell == 1 else "cell other" if cell else "cell",
                title=key,
            )
            for key, cell in zip(view.source_keys, row.cells, strict=True)
        ]
        versions = [
            tag("li", f"{version.number}: {version.value or 'as above'} ({', '.join(version.keys)})")
            for version in row.versions
            if len(row.versions) > 1
        ]
        sure = f" {row.probability:.0%}" if row.probability is not None else ""
        rows.append(
            tag(
                "details",
                tag("summary", tag("span", *cells, class_="cells"), f" {row.statement}"),
                tag(
                    "p",
                    f"{row.status}{sure}, {row.sources} sources, {row.origins} origins ",
                    _link(f"fact-{row.fact_id}"),
                ),
                tag("ul", *versions) if versions else None,
                tag("ul", *words),
                id=f"fact-{row.fact_id}",
                class_="item fact",
                data_sources=told,
                data_count=str(row.sources),
                data_kind=row.status,
            )
        )
    lead = f"One square a source, in the order {', '.join(view.source_keys)}. {_CAUTION}"
    return _part("agreement", "Agreement", lead, rows)


def _in_order(fact: Fact, order: Mapping[str, int]) -> list[str]:
    """Return a fact's claims in the order of the documents and of the text."""
    return sorted(fact.claim_ids, key=order.__getitem__)


def _cell(version: int) -> str:
    return "–" if not version else "●" if version == 1 else str(version)


def _omissions(view: View) -> Markup:
    rows = []
    for row in view.omissions.shown if view.omissions else ():
        absent = [
            tag(
                "li",
                f"{one.key} {one.label}: {one.reason.replace('-', ' ')}",
                f", nearest (line {one.line}, {one.probability or 0:.0%}): “{one.nearest}”"
                if one.nearest
                else None,
            )
            for one in row.absent
        ]
        rows.append(
            tag(
                "details",
                tag(
                    "summary",
                    tag("strong", row.topic),
                    f" {row.claims} claims, in {', '.join(row.stated_in)}, ",
                    f"not in {', '.join(row.absent_from)}",
                ),
                tag("ul", *(tag("li", statement) for statement in row.statements)),
                tag("p", "Not in:"),
                tag("ul", *absent),
                id=f"omission-{row.id}",
                class_="item",
                data_sources=" ".join(row.stated_in),
                data_count=str(len(row.stated_in)),
            )
        )
    return _part("omissions", "Omissions", "Topics that only some sources cover.", rows)


def _quotations(view: View) -> Markup:
    rows = []
    for row in view.quotations.shown if view.quotations else ():
        variants = []
        for one in row.variants:
            changes = [
                tag(
                    "li",
                    tag("del", before) if before else "(nothing)",
                    " → ",
                    tag("ins", after) if after else "(nothing)",
                )
                for before, after in one.changes
            ]
            variants.append(
                tag(
                    "li",
                    tag("a", f"{one.key} {one.label}", href=f"#article-{one.key}"),
                    f", line {one.line}, ",
                    tag("em", one.grade),
                    f" ({', '.join(one.flags)})" if one.flags else None,
                    tag("blockquote", *_pieces(one.pieces)),
                    tag("ul", *changes) if changes else None,
                )
            )
        rows.append(
            tag(
                "article",
                tag("h3", row.speaker or "Speaker not named", " ", _link(f"quotation-{row.id}")),
                tag("ul", *variants),
                id=f"quotation-{row.id}",
                class_="item",
                tabindex="0",
                data_kind="quotation",
                data_sources=" ".join(sorted({one.key for one in row.variants})),
                data_count=str(len({one.key for one in row.variants})),
            )
        )
    lead = "Each utterance as the sources print it; the fullest form comes first."
    return _part("quotations", "Quotations", lead, rows)


def _articles(comparison: Comparison, view: View) -> Markup:
    marks = _mark_claims(
        comparison, {row.fact_id for row in view.agreement.shown} if view.agreement else set()
    )
    articles = []
    for number, document in enumerate(comparison.documents):
        key = source_key(number)
        claims = [claim for claim in comparison.claims if claim.document_id == document.id]
        articles.append(
            tag(
                "details",
                tag("summary", f"{key} {document.label}"),
                tag("p", document.path, class_="path"),
                tag("div", *annotate_article(document, claims, marks), class_="text"),
                id=f"article-{key}",
            )
        )
    legend = tag(
        "p",
        tag("span", "shared", class_="claim shared"),
        " with another source, ",
        tag("span", "unique", class_="claim unique"),
        " to this one, ",
        tag("span", "contradicted", class_="claim contradicted"),
        ", ",
        tag("span", "not article", class_="skipped"),
        ".",
    )
    return tag("section", tag("h2", "Articles"), legend, *articles, id="articles")


def _mark_claims(comparison: Comparison, listed: set[str]) -> dict[str, ClaimMark]:
    disputed = {
        side.claim_id: row.id
        for row in comparison.contradictions
        if row.status == "contradiction" and row.between != "moments"
        for side in (row.left, row.right)
    }
    marks: dict[str, ClaimMark] = {}
    for fact in comparison.facts:
        shared = len(fact.document_ids) > 1
        for claim_id in fact.claim_ids:
            if claim_id in disputed:
                target = f"#contradiction-{disputed[claim_id]}"
                marks[claim_id] = ClaimMark("contradicted", target, "contradicted or disputed")
            elif shared and fact.id in listed:
                note = f"told by {len(fact.document_ids)} sources"
                marks[claim_id] = ClaimMark("shared", f"#fact-{fact.id}", note)
            else:
                marks[claim_id] = ClaimMark("unique", f"#claim-{claim_id}", "told by this source alone")
    return marks


def _scrollable(content: Markup, name: str) -> Markup:
    return tag("div", content, class_="wide", tabindex="0", role="region", aria_label=name)


def _link(target: str) -> Markup:
    return tag("a", "#", href=f"#{target}", class_="anchor", aria_label="Link to this row")
