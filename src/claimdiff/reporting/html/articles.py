"""The articles in full, each claim marked as shared, alone or contradicted, and linked to its fact."""

from itertools import pairwise

from claimdiff.model import Claim, Comparison, Document, Span
from claimdiff.reporting.html.findings import badge, to_article
from claimdiff.reporting.html.markup import Html, join, running_text, tag, text
from claimdiff.reporting.view import SourceRow, View

_RANKS = ("unique", "shared", "contradicted")
_TITLES = {
    "unique": "only this source tells it",
    "shared": "another source tells it too",
    "contradicted": "another source tells it otherwise",
}


class ClaimIndex:
    """Which fact a claim belongs to, and how it stands."""

    def __init__(self, comparison: Comparison) -> None:
        self.fact_of = {claim_id: fact for fact in comparison.facts for claim_id in fact.claim_ids}
        self.contradicted = {
            side.claim_id
            for row in comparison.contradictions
            if row.status == "contradiction"
            for side in (row.left, row.right)
        }

    def standing(self, claim: Claim) -> str:
        if claim.id in self.contradicted:
            return "contradicted"
        return "shared" if len(self.fact_of[claim.id].document_ids) > 1 else "unique"

    def link(self, claim: Claim) -> str:
        return f"#fact-{self.fact_of[claim.id].id}"


def draw_lone_facts(comparison: Comparison, view: View) -> Html:
    """The facts that the matrix does not show, so that a link to any fact leads somewhere."""
    drawn = _drawn_facts(view)
    keys = dict(zip((document.id for document in comparison.documents), view.source_keys, strict=True))
    claims = {claim.id: claim for claim in comparison.claims}
    items = [
        tag(
            "li",
            *(badge(keys[document_id]) for document_id in fact.document_ids),
            text(f" {fact.statement} "),
            to_article(claims[fact.claim_ids[0]].id),
            id=f"fact-{fact.id}",
        )
        for fact in comparison.facts
        if fact.id not in drawn
    ]
    if not items:
        return Html("")
    summary = tag("summary", tag("b", text("Told by one source alone")), tag("small", text(f" {len(items)}")))
    return tag("section", tag("details", summary, tag("ul", *items)), id="alone")


def _drawn_facts(view: View) -> frozenset[str]:
    shown = view.agreement.shown if view.agreement is not None else ()
    return frozenset(row.fact_id for row in shown)


def draw_articles(comparison: Comparison, view: View) -> Html:
    """Every article, folded until it is asked for."""
    index = ClaimIndex(comparison)
    rows = {row.document_id: row for row in view.sources.shown} if view.sources is not None else {}
    by_document: dict[str, list[Claim]] = {}
    for claim in comparison.claims:
        by_document.setdefault(claim.document_id, []).append(claim)
    articles = [
        _draw_article(document, by_document.get(document.id, []), index, rows[document.id])
        for document in comparison.documents
        if document.id in rows
    ]
    legend = tag(
        "p",
        *(tag("span", text(f" {title} "), class_=f"claim {name}") for name, title in _TITLES.items()),
        class_="legend",
    )
    return tag("section", tag("h2", text("The articles")), legend, *articles, id="articles")


def _draw_article(document: Document, claims: list[Claim], index: ClaimIndex, row: SourceRow) -> Html:
    date = ("~" if row.date_inferred else "") + (row.date or "no date")
    facts = f"{date}, {row.words} words, {row.claims} claims, {row.shared} shared"
    summary = tag("summary", tag("b", text(f"{row.key} {row.label}")), tag("small", text(f" {facts}")))
    body = tag("div", annotate_text(document, claims, index), class_="article", lang=document.language)
    return tag("details", summary, tag("p", tag("code", text(document.path))), body, id=f"source-{row.key}")


def annotate_text(document: Document, claims: list[Claim], index: ClaimIndex) -> Html:
    """Return the whole text with its claims marked; where claims overlap the graver standing shows."""
    spans: list[tuple[Span, Claim]] = [(span, claim) for claim in claims for span in claim.spans]
    bounds = {0, len(document.text)}
    for span, _ in spans:
        bounds.update((span.start, span.end))
    for skip in document.skipped:
        bounds.update((skip.start, skip.end))
    starts: dict[int, list[Claim]] = {}
    ends: dict[int, list[Claim]] = {}
    for span, claim in spans:
        starts.setdefault(span.start, []).append(claim)
        ends.setdefault(span.end, []).append(claim)
    skipped = {skip.start: skip for skip in document.skipped}
    active: list[Claim] = []
    anchored: set[str] = set()
    pieces: list[Html] = []
    skip_until = -1
    for start, end in pairwise(sorted(bounds)):
        for claim in ends.get(start, ()):
            active.remove(claim)
        active += starts.get(start, ())
        if start in skipped:
            skip_until = skipped[start].end
        words = running_text(document.text[start:end])
        if active:
            anchors = [claim.id for claim in active if claim.id not in anchored]
            anchored.update(anchors)
            pieces.append(
                join([tag("span", id=f"claim-{claim_id}", class_="anchor") for claim_id in anchors])
            )
            pieces.append(_mark_claim(words, active, index))
        elif start < skip_until:
            pieces.append(tag("span", words, class_="skipped", title="not article"))
        else:
            pieces.append(words)
    return join(pieces)


def _mark_claim(words: Html, active: list[Claim], index: ClaimIndex) -> Html:
    gravest = max(active, key=lambda claim: (_RANKS.index(index.standing(claim)), claim.id))
    standing = index.standing(gravest)
    return tag("a", words, class_=f"claim {standing}", title=_TITLES[standing], href=index.link(gravest))
