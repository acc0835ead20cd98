"""A claim as the matcher sees it: weighable terms, figures, days, names and the sentence around it."""

import datetime
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from math import sqrt
from typing import NamedTuple

from msgspec import Struct

from claimdiff.language.tokens import fold
from claimdiff.matching.nearness import near_terms
from claimdiff.matching.terms import LONGEST, list_names, list_terms
from claimdiff.matching.variants import VARIANT, Variants
from claimdiff.matching.weights import Weights
from claimdiff.model import Claim, Document, Quantity, Span

# How far around its sentence, in code points, a claim's paragraph is read.
NEIGHBOURS = 400
# So many quantities of a claim are looked at, with so many code points on either side.
COUNTED = 8
NEAR = 40


Reach = dict[str, tuple[float, float]]


class TermBag(Struct, frozen=True, gc=False):
    """Terms with their weights. `length` is the root of the squared weights, `total` their sum.

    `reach` maps every term that is one of these, or may stand for one, to its strength (1, or less for a
    stand-in) and the weight of the one meant: one look-up tells of both.
    """

    weights: dict[str, float]
    reach: Reach
    length: float
    total: float


class ClaimView(Struct, frozen=True, gc=False):
    """What pairs are compared on.

    `terms` are those of the statement; a term is a word family, or "#6" for a figure. `context` are the
    terms of the sentence and the paragraph around it, `sentence` those of the sentence and of all
    statements that it makes. `counted` holds each quantity with the terms near
    it, `wording` the words of the statement's beginning, folded and sorted.
    """

    claim: Claim
    terms: TermBag
    sentence: TermBag
    context: TermBag
    names: frozenset[str]
    counted: tuple[tuple[Quantity, frozenset[str]], ...]
    days: tuple[tuple[int, int], ...]
    quotation: str
    wording: str


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


def _list_counted(claim: Claim) -> tuple[tuple[Quantity, frozenset[str]], ...]:
    """Return the claim's quantities with the terms of the words near them in the statement."""
    found = []
    lower = claim.statement.lower()
    for quantity in claim.quantities[:COUNTED]:
        at = lower.find(quantity.surface.lower())
        if at >= 0:
            before = claim.statement[max(0, at - NEAR) : at].split()[-3:]
            end = at + len(quantity.surface)
            after = claim.statement[end : end + NEAR].split()[:4]
            found.append((quantity, frozenset(list_terms(" ".join((*before, *after))))))
    return tuple(found)


class Weigher:
    """Makes term bags: knows the weights of a vocabulary, and which of its terms may stand for which."""

    __slots__ = ("_exact", "_near", "_variants", "_vocabulary", "_weights")

    def __init__(self, weights: Weights, vocabulary: frozenset[str]) -> None:
        self._weights = weights
        self._vocabulary = vocabulary
        self._variants = Variants(vocabulary)
        self._near: dict[str, tuple[tuple[str, float], ...]] = {}
        self._exact: Reach = {}

    def weigh(self, terms: Iterable[str]) -> TermBag:
        """Return the bag of some terms; repeated ones count once."""
        reach = {term: self._exact.get(term) or self._meet(term) for term in terms}
        weights = {term: weight for term, (_, weight) in reach.items()}
        for term, weight in weights.items():
            for near, strength in self._list_near(term):
                known = reach.get(near)
                if near not in weights and (known is None or (strength, weight) > known):
                    reach[near] = (strength, weight)
        length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
        return TermBag(weights, reach, length, sum(weights.values()) or 1.0)

    def _meet(self, term: str) -> tuple[float, float]:
        """Return the strength and weight of a term itself; all bags share it."""
        known = self._exact[term] = 1.0, self._weights.of(term)
        return known

    def _list_near(self, term: str) -> tuple[tuple[str, float], ...]:
        near = self._near.get(term)
        if near is None:
            found = dict.fromkeys(self._variants.find(term), VARIANT)
            found.update(pair for pair in near_terms(term) if pair[0] in self._vocabulary)
            near = self._near[term] = tuple(sorted(found.items()))
        return near


class Wording(NamedTuple):
    """What a view takes from the words of a statement alone."""

    names: frozenset[str]
    sorted_words: str


def read_wording(statement: str) -> Wording:
    """Return the names of a statement, and the words of its beginning, folded and sorted."""
    words = " ".join(sorted(fold(statement[:2000])[:400].split()))
    return Wording(list_names(statement), words)


def view_claim(
    claim: Claim,
    terms: TermBag,
    sentence: TermBag,
    context: TermBag,
    document: Document | None = None,
    wording: Wording | None = None,
) -> ClaimView:
    """Return the view of a claim, given its terms and those around it; no document for a text alone."""
    quotation = ""
    if document is not None and claim.quoted:
        quotation = fold(" ".join(document.text[span.start : span.end] for span in claim.quoted)[:2000])
    names, words = wording or read_wording(claim.statement)
    return ClaimView(
        claim=claim,
        terms=terms,
        sentence=sentence,
        context=context,
        names=names,
        counted=_list_counted(claim) if claim.quantities else (),
        days=_days(claim) if claim.dates else (),
        quotation=quotation,
        wording=words,
    )


def view_pair(left: Claim, right: Claim) -> tuple[ClaimView, ClaimView]:
    """Return the views of two claims without a story: words are weighed by how rare the news has them."""
    terms = [list_terms(claim.statement, claim.quantities) for claim in (left, right)]
    weigher = Weigher(Weights.from_texts(()), frozenset(terms[0] + terms[1]))
    bags = [weigher.weigh(row) for row in terms]
    return view_claim(left, bags[0], bags[0], bags[0]), view_claim(right, bags[1], bags[1], bags[1])


def view_story(documents: Sequence[Document], claims: Sequence[Claim]) -> dict[str, ClaimView]:
    """Return the views of a story's claims by claim id; words are weighed by how rare the story has them.

    Bags of the same terms are one object, so that copies are told by identity.
    """
    by_document = {document.id: document for document in documents}
    read = cache(list_terms)
    terms = {claim.id: _list_own_terms(claim, read) for claim in claims}
    surroundings: dict[str, tuple[str, int, int]] = {}
    around: dict[tuple[str, int, int], tuple[str, ...]] = {}
    for claim in claims:
        document = by_document.get(claim.document_id)
        if document is not None:
            key = (document.id, *_surround(claim, document))
            surroundings[claim.id] = key
            if key not in around:
                around[key] = read(document.text[key[1] : key[2]])
    vocabulary = frozenset(term for row in (*terms.values(), *around.values()) for term in row)
    weigher = Weigher(Weights.from_texts([terms[claim.id] for claim in claims]), vocabulary)
    told = _tell_sentences(by_document, claims, terms, read)
    rows = dict.fromkeys((*around.values(), *told.values(), *terms.values()))
    bags = {row: weigher.weigh(row) for row in rows}
    wordings: dict[str, Wording] = {}
    views: dict[str, ClaimView] = {}
    for claim in claims:
        own = terms[claim.id]
        context = around[surroundings[claim.id]] if claim.id in surroundings else own
        sentence = told[claim.document_id, claim.sentence]
        wording = wordings.get(claim.statement)
        if wording is None:
            wording = wordings[claim.statement] = read_wording(claim.statement)
        document = by_document.get(claim.document_id)
        views[claim.id] = view_claim(claim, bags[own], bags[sentence], bags[context], document, wording)
    return views


def _list_own_terms(claim: Claim, read: Callable[[str], tuple[str, ...]]) -> tuple[str, ...]:
    if claim.quantities:
        return list_terms(claim.statement, claim.quantities)
    return read(claim.statement)


def _tell_sentences(
    by_document: Mapping[str, Document],
    claims: Sequence[Claim],
    terms: Mapping[str, tuple[str, ...]],
    read: Callable[[str], tuple[str, ...]],
) -> dict[tuple[str, Span], tuple[str, ...]]:
    """Return the terms of every sentence: its own, then those that only its statements have."""
    told: dict[tuple[str, Span], dict[str, None]] = {}
    for claim in sorted(claims, key=lambda c: (c.document_id, c.spans, c.id)):
        key = (claim.document_id, claim.sentence)
        known = told.get(key)
        if known is None:
            document = by_document.get(claim.document_id)
            end = min(claim.sentence.end, claim.sentence.start + 4 * NEIGHBOURS)
            own = document.text[claim.sentence.start : end] if document is not None else ""
            known = told[key] = dict.fromkeys(read(own))
        if len(known) < LONGEST:
            known.update(dict.fromkeys(terms[claim.id]))
    return {key: tuple(known) for key, known in told.items()}


def _surround(claim: Claim, document: Document) -> tuple[int, int]:
    """Return the stretch that tells what a claim is about: its sentence and paragraph, cut to size."""
    start, end = claim.sentence.start, claim.sentence.end
    if claim.block < len(document.blocks):
        block = document.blocks[claim.block]
        if block.start <= start and block.end >= end:
            start, end = max(block.start, start - NEIGHBOURS), min(block.end, end + NEIGHBOURS)
    return start, min(end, start + 4 * NEIGHBOURS)
