"""A claim as the matcher sees it: weighable terms, figures, days, names and the sentence around it."""

import datetime
from collections.abc import Iterable, Sequence
from math import sqrt

from msgspec import Struct

from claimdiff.language.stems import family
from claimdiff.language.tokens import content_words, fold
from claimdiff.matching.weights import Weights
from claimdiff.model import Claim, Document, Quantity

# A claim longer than this is compared by its first terms only, so that one endless line costs no more.
LONGEST = 120
# How far around its sentence, in code points, a claim's paragraph is read.
NEIGHBOURS = 400


class ClaimView(Struct, frozen=True):
    """What pairs are compared on.

    `terms` maps each term of the statement to its weight; a term is a word family, or "#6" for a figure.
    `context` holds the terms of the sentence and its neighbours, the claim's own included. `length` is
    the root of the squared weights. `place` is where in its document the claim stands, 0 to 1.
    """

    claim: Claim
    order: tuple[str, ...]
    terms: dict[str, float]
    length: float
    context: dict[str, float]
    context_length: float
    total: float
    context_total: float
    names: frozenset[str]
    days: tuple[tuple[int, int], ...]
    speaker: frozenset[str]
    quotation: str
    wording: str
    place: float


def list_terms(text: str, quantities: Sequence[Quantity] = ()) -> tuple[str, ...]:
    """Return the terms of a text in order: word families, and "#6" for every figure."""
    words = [family(word) for word in content_words(text) if not word[0].isdigit()]
    figures = [f"#{quantity.value:g}" for quantity in quantities]
    return tuple(words[:LONGEST] + figures[:LONGEST])


def list_names(text: str) -> frozenset[str]:
    """Return the families of the capitalised words of a text, the first word left out unless it recurs."""
    found: set[str] = set()
    for position, word in enumerate(text.split()[: 2 * LONGEST]):
        bare = word.strip("\"'“”‘’(),.;:!?")
        if (position and bare[:1].isupper()) or (bare.isupper() and len(bare) > 1):
            found.update(family(stem) for stem in content_words(bare))
    return frozenset(found)


def _days(claim: Claim) -> tuple[tuple[int, int], ...]:
    spans = []
    for mention in claim.dates:
        first, _, last = mention.value.partition("/")
        try:
            start = datetime.date.fromisoformat(first[:10]).toordinal()
            end = datetime.date.fromisoformat((last or first)[:10]).toordinal()
        except ValueError:
            continue
        spans.append((start, end))
    return tuple(sorted(spans))


def _weigh(terms: Iterable[str], weights: Weights) -> tuple[dict[str, float], float]:
    weighed = {term: weights.of(term) for term in terms}
    return weighed, sqrt(sum(weight * weight for weight in weighed.values())) or 1.0


def view_claim(
    claim: Claim,
    terms: Sequence[str],
    around: Sequence[str],
    weights: Weights,
    document: Document | None = None,
) -> ClaimView:
    """Return the view of a claim.

    In: its terms, the terms of the sentences around it, the story's term weights, and its document
    (None for a text that stands alone).
    """
    weighed, length = _weigh(terms, weights)
    context, context_length = _weigh((*terms, *around), weights)
    speaker = claim.speaker.name if claim.speaker else ""
    quotation = ""
    if document is not None and claim.quoted:
        quotation = fold(" ".join(document.text[span.start : span.end] for span in claim.quoted)[:2000])
    return ClaimView(
        claim=claim,
        order=tuple(terms),
        terms=weighed,
        length=length,
        context=context,
        context_length=context_length,
        total=sum(weighed.values()) or 1.0,
        context_total=sum(context.values()) or 1.0,
        names=list_names(claim.statement),
        days=_days(claim),
        speaker=frozenset(family(word) for word in content_words(speaker)),
        quotation=quotation,
        wording=fold(claim.statement[:2000]),
        place=claim.spans[0].start / max(1, len(document.text)) if document is not None else 0.5,
    )


def view_story(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, ClaimView]:
    """Return the views of a story's claims by claim id; words are weighed by how rare the story has them."""
    by_document = {document.id: document for document in documents}
    terms = {claim.id: list_terms(claim.statement, claim.quantities) for claim in claims}
    weights = Weights.from_texts([terms[claim.id] for claim in claims])
    surroundings: dict[tuple[str, int, int], tuple[str, ...]] = {}
    views: dict[str, ClaimView] = {}
    for claim in claims:
        document = by_document.get(claim.document_id)
        around: tuple[str, ...] = ()
        if document is not None:
            start, end = _surround(claim, document)
            key = (document.id, start, end)
            if key not in surroundings:
                surroundings[key] = list_terms(document.text[start:end])
            around = surroundings[key]
        views[claim.id] = view_claim(claim, terms[claim.id], around, weights, document)
    return views


def _surround(claim: Claim, document: Document) -> tuple[int, int]:
    """Return the stretch that tells what a claim is about: its sentence and paragraph, cut to size."""
    start, end = claim.sentence.start, claim.sentence.end
    if claim.block < len(document.blocks):
        block = document.blocks[claim.block]
        if block.start <= start and block.end >= end:
            start, end = max(block.start, start - NEIGHBOURS), min(block.end, end + NEIGHBOURS)
    return start, min(end, start + 4 * NEIGHBOURS)
