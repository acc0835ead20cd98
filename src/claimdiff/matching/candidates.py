"""Pairs worth a closer look, from an inverted index over terms; never all pairs."""

from collections.abc import Mapping
from heapq import nlargest

from msgspec import Struct

from claimdiff.matching.views import ClaimView

# How many entries of the index all claims together and one claim may visit (from, to): keeps the cost of a
# claim the same in any story.
VISITS = 8_000_000
VISITS_EACH = (900, 4000)
# The closest partners kept per claim and document, and per claim over all documents: at most MOST, and
# in a large story as many as keep all kept pairs near PAIRS.
PARTNERS = 16
MOST = 160
LEAST = 6
# In a large story, partners are chosen among the best this many times over.
SEARCHED = 8
PAIRS = 60_000
# What a shared context term, or a near synonym, counts beside a shared term of the statements.
CONTEXT = 0.35
# A term of at least this weight makes two claims of one document worth comparing; of so many holders at most.
TELLING = 0.4
REPEATS = 12


class Candidates(Struct, frozen=True):
    """Candidate pairs (left id < right id) with a rough score, sorted; and how many blocks were cut."""

    pairs: tuple[tuple[str, str, float], ...]
    capped: int


def find_candidates(views: Mapping[str, ClaimView]) -> Candidates:
    """Return the pairs of claims of different documents that share telling terms.

    A claim asks the index for its rarest terms first, and stops after VISITS entries; it keeps its best
    PARTNERS in each document. A pair is kept when either side keeps it.
    """
    order = sorted(views)
    said, around = _index(views, order)
    kept: dict[tuple[str, str], float] = {}
    capped = 0
    most = max(LEAST, min(MOST, PAIRS // max(1, len(order))))
    visits = max(VISITS_EACH[0], min(VISITS_EACH[1], VISITS // max(1, len(order))))
    for claim_id in order:
        scores, cut = _ask(views[claim_id], said, around, visits)
        capped += cut
        for other, score in _keep(views, claim_id, order, scores, most):
            pair = (claim_id, other) if claim_id < other else (other, claim_id)
            kept[pair] = max(kept.get(pair, 0.0), score)
    return Candidates(tuple((left, right, kept[left, right]) for left, right in sorted(kept)), capped)


Posting = tuple[int, float]


def _index(
    views: Mapping[str, ClaimView], order: list[str]
) -> tuple[dict[str, list[Posting]], dict[str, list[Posting]]]:
    said: dict[str, list[Posting]] = {}
    around: dict[str, list[Posting]] = {}
    for number, claim_id in enumerate(order):
        view = views[claim_id]
        own = view.terms.weights
        for term, weight in own.items():
            said.setdefault(term, []).append((number, weight / view.terms.length))
        for term, weight in view.context.weights.items():
            if term not in own:
                around.setdefault(term, []).append((number, weight / view.context.length))
    return said, around


def _ask(
    view: ClaimView, said: Mapping[str, list[Posting]], around: Mapping[str, list[Posting]], most: int
) -> tuple[dict[int, float], int]:
    questions: list[tuple[int, str, float, list[Posting]]] = []
    own = view.terms.weights
    for term, weight in own.items():
        share = weight / view.terms.length
        for postings, worth in ((said.get(term), share), (around.get(term), CONTEXT * share)):
            if postings:
                questions.append((len(postings), term, worth, postings))
    for near, (strength, weight) in view.terms.reach.items():
        if near in said:
            questions.append((len(said[near]), near, strength * weight / view.terms.length, said[near]))
    for term, weight in view.context.weights.items():
        if term not in own and term in said:
            share = CONTEXT * weight / view.context.length
            questions.append((len(said[term]), term, share, said[term]))
    questions.sort(key=lambda question: question[:3])
    scores: dict[int, float] = {}
    visits = 0
    for size, _, worth, postings in questions:
        visits += size
        if visits > most:
            return scores, 1
        for number, weight in postings:
            scores[number] = scores.get(number, 0.0) + worth * weight
    return scores, 0


def _keep(
    views: Mapping[str, ClaimView], claim_id: str, order: list[str], scores: Mapping[int, float], most: int
) -> list[tuple[str, float]]:
    own = views[claim_id].claim.document_id
    best = nlargest(SEARCHED * most, scores.items(), key=lambda item: (item[1], -item[0]))
    ranked = sorted((-score, order[number]) for number, score in best)
    taken: dict[str, int] = {}
    kept: list[tuple[str, float]] = []
    for negative, other in ranked:
        document = views[other].claim.document_id
        if document == own or taken.get(document, 0) >= PARTNERS:
            continue
        taken[document] = taken.get(document, 0) + 1
        kept.append((other, -negative))
        if len(kept) == most:
            break
    return kept


def find_repeats(views: Mapping[str, ClaimView]) -> list[tuple[str, str]]:
    """Return the pairs of claims of one document that share a telling term, sorted: it may repeat itself."""
    holders: dict[tuple[str, str], list[str]] = {}
    for claim_id in sorted(views):
        view = views[claim_id]
        for term, weight in view.terms.weights.items():
            if weight >= TELLING:
                holders.setdefault((view.claim.document_id, term), []).append(claim_id)
    found: set[tuple[str, str]] = set()
    for key in sorted(holders):
        sharing = holders[key][:REPEATS]
        found.update((left, right) for i, left in enumerate(sharing) for right in sharing[i + 1 :])
    return sorted(found)
