"""The articles in full, each claim marked as shared, alone or contradicted, and linked to its fact."""

from itertools import pairwise

from claimdiff.model import Claim, Comparison, Document, Span
from claimdiff.reporting.html.markup import Html, join, running_text, tag, text
from claimdiff.reporting.view import SourceRow, View

_RANKS = ("unique", "shared", "contradicted")
_TITLES = {
    "unique": "only this source tells it",
    "shared": "another source tells it too",
    "contradicted": "another source tells it otherwise",
}


class ClaimIndex:
    """Which fact a claim belongs to, how it stands, and which facts have a row of their own."""

    def __init__(self, comparison: Comparison, rows: frozenset[str]) -> None:
        self.rows = rows
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

    def link(self, claim: Claim) -> str | None:
        fact = self.fact_of[claim.id]
        return f"#{fact.id}" if fact.id in self.rows else None

    def anchors(self, claim: Claim) -> list[str]:
        """The addresses that lead to this claim: its own, and that of a fact without a row."""
        fact = self.fact_of[claim.id]
        lone = fact.id not in self.rows and claim.id == fact.claim_ids[0]
        return [claim.id, *([fact.id] if lone else [])]


def draw_articles(comparison: Comparison, view: View) -> Html:
    """Every article, folded until it is asked for."""
    shown = view.agreement.shown if view.agreement is not None else ()
    index = ClaimIndex(comparison, frozenset(row.fact_id for row in shown))
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
        *(_mark(name, text(title)) for name, title in _TITLES.items()),
        tag("span", text("not article"), class_="skipped"),
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
            fresh = [claim for claim in active if claim.id not in anchored]
            anchored.update(claim.id for claim in fresh)
            ids = [name for claim in fresh for name in index.anchors(claim)]
            pieces += [tag("a", id=name) for name in ids[1:]]
            pieces.append(_mark_claim(words, active, index, ids[0] if ids else None))
        elif start < skip_until:
            pieces.append(tag("span", words, class_="skipped"))
        else:
            pieces.append(words)
    return join(pieces)


def _mark_claim(words: Html, active: list[Claim], index: ClaimIndex, name: str | None) -> Html:
    gravest = max(active, key=lambda claim: (_RANKS.index(index.standing(claim)), claim.id))
    link = index.link(gravest)
    return _mark(index.standing(gravest), words, link, name)


def _mark(standing: str, words: Html, link: str | None = None, name: str | None = None) -> Html:
    """Return words marked; what only one source tells by the shortest element there is, since most is."""
    if standing == "unique" and link is None:
        return tag("u", words, id=name)
    return tag("a" if link is not None else "span", words, class_=standing, href=link, id=name)
