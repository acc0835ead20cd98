"""What changed between two versions of one article, claim by claim."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimdiff.findings.quotemarks import find_quoted
from claimdiff.findings.sides import make_side, shorten
from claimdiff.findings.utterances import list_sentences, shared_length
from claimdiff.findings.wordchanges import align_words
from claimdiff.findings.wording import StoryWords
from claimdiff.language.cues import HEDGES
from claimdiff.language.digest import content_id
from claimdiff.model import (
    Claim,
    DateMention,
    Difference,
    Document,
    Matching,
    Quantity,
    ScoredPair,
    Side,
    Span,
)
from claimdiff.model.finding import Change, ChangeKind

_PAIRED = 0.45
_COVERED = 0.72
_QUOTED_ALIKE = 0.5
_SOFTENERS = frozenset(("about", "at least", "at most", "more than", "fewer than"))
_FACTUAL = ("quantity", "date", "place", "actor", "polarity", "meaning", "attribution")
_Values = tuple[Quantity | DateMention, Quantity | DateMention]


class _Link(NamedTuple):
    """An old claim and the new one that answers to it."""

    likeness: float
    old: Claim
    new: Claim


def find_revisions(
    old: Document,
    new: Document,
    old_claims: Sequence[Claim],
    new_claims: Sequence[Claim],
    matching: Matching,
) -> tuple[Change, ...]:
    """Return the changes from one version of an article to the next, in the order of the new text.

    In: both documents, their claims, and the matching of the two. Sentences that stand in both, wherever
    they stand, are no changes; nor is a claim whose words the other version still has in one sentence.
    Dropped claims come where they stood.
    """
    story = StoryWords((old, new), list_sentences((*old_claims, *new_claims)))
    pairs = {(pair.left, pair.right): pair for pair in matching.pairs}
    kept_old, kept_new = _unchanged_sentences(old, new, story)
    olds = [claim for claim in old_claims if claim.sentence not in kept_old]
    news = [claim for claim in new_claims if claim.sentence not in kept_new]
    rows, quoted = _compare_quotations(old, new, olds, news, story)
    olds = [claim for claim in olds if claim.id not in quoted]
    news = [claim for claim in news if claim.id not in quoted]
    links = _link_claims(olds, news, pairs, story)
    linked = {link.old.id for link in links} | {link.new.id for link in links}
    for link in links:
        change = _judge(link, pairs)
        if change is not None:
            rows.append((_place(link.new, new), 0, change))
    rows += [
        (_place(claim, old), 1, _one_sided("dropped", claim))
        for claim in olds
        if claim.id not in linked and not _still_told(claim, new.id, story)
    ]
    rows += [
        (_place(claim, new), 2, _one_sided("added", claim))
        for claim in news
        if claim.id not in linked and not _still_told(claim, old.id, story)
    ]
    return tuple(row[2] for row in sorted(rows, key=lambda row: (row[0], row[1], row[2].id)))


def _place(claim: Claim, document: Document) -> float:
    return claim.spans[0].start / max(1, len(document.text))


def _unchanged_sentences(old: Document, new: Document, story: StoryWords) -> tuple[set[Span], set[Span]]:
    """Return the sentences of each version that stand word for word in the other."""

    def worded(document: Document) -> dict[Span, tuple[str, ...]]:
        words = story.by_id[document.id]
        found: dict[Span, tuple[str, ...]] = {}
        for span in story.sentences.get(document.id, ()):
            first, last = words.between(span)
            found[span] = tuple(words.words[first:last])
        return found

    before, after = worded(old), worded(new)
    both = set(before.values()) & set(after.values())
    return (
        {span for span, words in before.items() if words in both},
        {span for span, words in after.items() if words in both},
    )


def _link_claims(
    olds: Sequence[Claim],
    news: Sequence[Claim],
    pairs: Mapping[tuple[str, str], ScoredPair],
    story: StoryWords,
) -> list[_Link]:
    """Pair claims one to one, the likest first."""
    by_stem: dict[str, list[Claim]] = {}
    for claim in news:
        for stem in sorted(_stems(claim, story)):
            by_stem.setdefault(stem, []).append(claim)
    candidates: dict[tuple[str, str], _Link] = {}
    for claim in olds:
        rarest = sorted(_stems(claim, story), key=lambda stem: (story.frequency(stem), stem))[:6]
        for stem in rarest:
            for other in by_stem.get(stem, ())[:60]:
                if (claim.id, other.id) not in candidates:
                    likeness = _likeness(claim, other, pairs, story)
                    candidates[claim.id, other.id] = _Link(likeness, claim, other)
    taken: set[str] = set()
    links: list[_Link] = []
    for link in sorted(candidates.values(), key=lambda row: (-row.likeness, row.old.id, row.new.id)):
        if link.likeness >= _PAIRED and link.old.id not in taken and link.new.id not in taken:
            taken |= {link.old.id, link.new.id}
            links.append(link)
    return links


def _stems(claim: Claim, story: StoryWords) -> set[str]:
    found: set[str] = set()
    for span in claim.spans:
        found |= story.stems_in(claim.document_id, span)
    return found


def _words(claim: Claim, story: StoryWords) -> list[str]:
    words = story.by_id[claim.document_id]
    found: list[str] = []
    for span in claim.spans:
        first, last = words.between(span)
        found += words.words[first:last]
    return found


def _likeness(
    old: Claim, new: Claim, pairs: Mapping[tuple[str, str], ScoredPair], story: StoryWords
) -> float:
    from rapidfuzz.distance import Indel

    left, right = sorted((old.id, new.id))
    pair = pairs.get((left, right))
    scored = pair.one_fact if pair is not None else 0.0
    return max(scored, Indel.normalized_similarity(_words(old, story), _words(new, story)))


def _still_told(claim: Claim, document_id: str, story: StoryWords) -> bool:
    """Tell whether one sentence of a document holds nearly all the weight of a claim's words."""
    stems = _stems(claim, story)
    whole = sum(sorted(map(story.weight, stems)))
    if not stems:
        return True
    return any(
        sum(sorted(map(story.weight, stems & story.stems_in(document_id, span)))) >= _COVERED * whole
        for span in story.sentences.get(document_id, ())
    )


def _one_sided(kind: ChangeKind, claim: Claim) -> Change:
    side = make_side(claim, shorten(claim.statement))
    old, new = (side, None) if kind == "dropped" else (None, side)
    verb = "no longer says" if kind == "dropped" else "now says"
    return Change(content_id("v", kind, claim.id), kind, old, new, f"It {verb} “{shorten(claim.statement)}”.")


def _judge(link: _Link, pairs: Mapping[tuple[str, str], ScoredPair]) -> Change | None:
    """Return the change that a linked pair of claims comes to, None for mere rewording."""
    left, right = sorted((link.old.id, link.new.id))
    pair = pairs.get((left, right))
    differences = [] if pair is None else [_turn(row, link.old.id == pair.left) for row in pair.differences]
    for difference in differences:
        if difference.exclusive and difference.slot in _FACTUAL:
            values = difference.left, difference.right
            return _two_sided("corrected", link, values, difference.left_spans, difference.right_spans)
    others = [*_other_figures(link), *_other_days(link)]
    if others:
        before, after = others[0]
        values = before.surface, after.surface
        return _two_sided("corrected", link, values, (before.span,), (after.span,))
    softer = _bound_shift(link) or _hedge_shift(link)
    if softer:
        kind: ChangeKind = "softened" if softer > 0 else "strengthened"
        return _two_sided(kind, link, ("", ""), (), ())
    return None


def _turn(difference: Difference, in_order: bool) -> Difference:
    """Return a difference with the old claim on the left."""
    if in_order:
        return difference
    return Difference(
        difference.slot,
        difference.right,
        difference.left,
        difference.right_spans,
        difference.left_spans,
        difference.exclusive,
        difference.note,
        difference.strength,
    )


def _other_figures(link: _Link) -> list[_Values]:
    """Return the figures of one kind of thing that are others in the new wording, where each has one."""
    before, after = _only_figures(link.old), _only_figures(link.new)
    return [
        (figure, after[thing])
        for thing, figure in before.items()
        if thing in after and (figure.value, figure.high) != (after[thing].value, after[thing].high)
    ]


def _only_figures(claim: Claim) -> dict[tuple[str, str | None], Quantity]:
    """Return a claim's figures by kind and unit, where it has one of these."""
    counts = Counter((figure.kind, figure.unit) for figure in claim.quantities)
    rows = {(figure.kind, figure.unit): figure for figure in claim.quantities}
    return {thing: figure for thing, figure in rows.items() if counts[thing] == 1}


def _other_days(link: _Link) -> list[_Values]:
    """Return the dates where each wording has one, as exact, in other words and of another day."""
    if len(link.old.dates) != 1 or len(link.new.dates) != 1:
        return []
    before, after = link.old.dates[0], link.new.dates[0]
    other = before.value and after.value and before.value != after.value
    told_so = before.surface.casefold() != after.surface.casefold() and before.precision == after.precision
    return [(before, after)] if other and told_so else []


def _bound_shift(link: _Link) -> int:
    """Return 1 where a figure became a bound or rough, -1 where it became exact, 0 else."""
    old = {quantity.value: quantity.comparison for quantity in link.old.quantities}
    for quantity in link.new.quantities:
        before = old.get(quantity.value)
        if before is None or before == quantity.comparison:
            continue
        if before == "exactly" and quantity.comparison in _SOFTENERS:
            return 1
        if quantity.comparison == "exactly":
            return -1
    return 0


def _hedge_shift(link: _Link) -> int:
    """Return 1 where the new wording is less sure than the old, -1 where it is surer, 0 else."""
    if link.old.certainty != link.new.certainty:
        return 1 if link.new.certainty == "hedged" else -1
    old = {word.casefold() for word in link.old.hedges} & HEDGES
    new = {word.casefold() for word in link.new.hedges} & HEDGES
    return (len(new) > len(old)) - (len(new) < len(old))


def _compare_quotations(
    old: Document, new: Document, olds: Sequence[Claim], news: Sequence[Claim], story: StoryWords
) -> tuple[list[tuple[float, int, Change]], set[str]]:
    """Return the quotations whose words changed, with their places, and the claims inside them.

    Quotations are paired as wholes, the likest first; the claims of a pair are not compared again.
    """
    from rapidfuzz.distance import Indel

    before, after = _quoted_in(old, olds, story), _quoted_in(new, news, story)
    candidates = sorted(
        (
            (Indel.normalized_similarity(words, other), one, two)
            for one, words in before.items()
            for two, other in after.items()
        ),
        key=lambda row: (-row[0], row[1], row[2]),
    )
    rows: list[tuple[float, int, Change]] = []
    inside: set[str] = set()
    taken: set[tuple[str, Span]] = set()
    for likeness, one, two in candidates:
        if likeness < _QUOTED_ALIKE or ("old", one) in taken or ("new", two) in taken:
            continue
        taken |= {("old", one), ("new", two)}
        ours, theirs = _claims_inside(olds, one), _claims_inside(news, two)
        inside |= {
            claim.id
            for claim, quoted in (*((c, one) for c in ours), *((c, two) for c in theirs))
            if _mostly_inside(claim, quoted)
        }
        if before[one] != after[two] and ours and theirs:
            change = _quotation_change(ours[0], theirs[0], (one, two), (old, new), story)
            rows.append((_place(theirs[0], new), 0, change))
    return rows, inside


def _quoted_in(document: Document, claims: Sequence[Claim], story: StoryWords) -> dict[Span, list[str]]:
    """Return the quotations that hold one of the claims, with their words."""
    words = story.by_id[document.id]
    found: dict[Span, list[str]] = {}
    for span in find_quoted(document):
        if _claims_inside(claims, span):
            first, last = words.between(span)
            found[span] = words.words[first:last]
    return found


def _claims_inside(claims: Sequence[Claim], quoted: Span) -> list[Claim]:
    """Return the claims that lie mostly inside a quotation, else those that hold it, in reading order."""
    touching = [claim for claim in claims if shared_length(claim.spans, quoted)]
    inside = [claim for claim in touching if _mostly_inside(claim, quoted)]
    return sorted(inside or touching, key=lambda claim: (claim.spans, claim.id))


def _mostly_inside(claim: Claim, quoted: Span) -> bool:
    return shared_length(claim.spans, quoted) * 2 > sum(span.end - span.start for span in claim.spans)


def _quotation_change(
    old: Claim,
    new: Claim,
    quoted: tuple[Span, Span],
    documents: tuple[Document, Document],
    story: StoryWords,
) -> Change:
    left, right = story.by_id[documents[0].id], story.by_id[documents[1].id]
    (a, b), (c, d) = left.between(quoted[0]), right.between(quoted[1])
    rows = align_words(left.words[a:b], right.words[c:d])
    before = [left.span(a + row[0], a + row[1]) for row in rows if row[1] > row[0]]
    after = [right.span(c + row[2], c + row[3]) for row in rows if row[3] > row[2]]
    one, two = (shorten(document.quote(span)) for document, span in zip(documents, quoted, strict=True))
    return Change(
        content_id("v", "quotation", old.id, new.id),
        "quotation",
        make_side(old, one, before, quoted[:1]),
        make_side(new, two, after, quoted[1:]),
        f"“{one}” became “{two}”.",
    )


def _two_sided(
    kind: ChangeKind,
    link: _Link,
    values: tuple[str, str],
    old_words: Sequence[Span],
    new_words: Sequence[Span],
) -> Change:
    before = values[0] or shorten(link.old.statement)
    after = values[1] or shorten(link.new.statement)
    old: Side = make_side(link.old, before, old_words)
    new: Side = make_side(link.new, after, new_words)
    return Change(
        content_id("v", kind, link.old.id, link.new.id),
        kind,
        old,
        new,
        f"“{shorten(before)}” became “{shorten(after)}”.",
    )
