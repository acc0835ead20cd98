"""Pairs worth a closer look, from an inverted index over terms; never all pairs."""

from array import array
from collections.abc import Mapping, Sequence

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
    documents = [views[claim_id].claim.document_id for claim_id in order]
    # One number stands for a pair: the first claim's number times `many`, and the second's.
    many = max(1, len(order))
    kept: dict[int, float] = {}
    capped = 0
    most = max(LEAST, min(MOST, PAIRS // many))
    visits = max(VISITS_EACH[0], min(VISITS_EACH[1], VISITS // many))
    for number, claim_id in enumerate(order):
        scores, cut = _ask(views[claim_id], said, around, visits)
        capped += cut
        for other, score in _keep(number, documents, scores, most):
            pair = number * many + other if number < other else other * many + number
            if score > kept.get(pair, 0.0):
                kept[pair] = score
    pairs = tuple((order[pair // many], order[pair % many], kept[pair]) for pair in sorted(kept))
    return Candidates(pairs, capped)


# Which claims hold a term, by their numbers, and its share of each; arrays, since they are read all the time.
Postings = tuple[list[int], "array[float]"]


def _index(
    views: Mapping[str, ClaimView], order: list[str]
) -> tuple[dict[str, Postings], dict[str, Postings]]:
    said: dict[str, Postings] = {}
    around: dict[str, Postings] = {}
    for number, claim_id in enumerate(order):
        view = views[claim_id]
        own, length = view.terms.weights, view.terms.length
        for term, weight in own.items():
            _post(said, term, number, weight / length)
        length = view.context.length
        for term, weight in view.context.weights.items():
            if term not in own:
                _post(around, term, number, weight / length)
    return said, around


def _post(index: dict[str, Postings], term: str, number: int, share: float) -> None:
    postings = index.get(term)
    if postings is None:
        postings = index[term] = ([], array("d"))
    postings[0].append(number)
    postings[1].append(share)


def _ask(
    view: ClaimView, said: Mapping[str, Postings], around: Mapping[str, Postings], most: int
) -> tuple[dict[int, float], int]:
    """Return the scores of the claims that share a view's terms, and 1 where the search was cut short."""
    scores: dict[int, float] = {}
    known = scores.get
    visits = 0
    for size, _, worth, (numbers, shares) in sorted(_list_questions(view, said, around)):
        visits += size
        if visits > most:
            return scores, 1
        for number, share in zip(numbers, shares, strict=True):
            scores[number] = known(number, 0.0) + worth * share
    return scores, 0


def _list_questions(
    view: ClaimView, said: Mapping[str, Postings], around: Mapping[str, Postings]
) -> list[tuple[int, str, float, Postings]]:
    """Return what to ask the index: how many entries, which term, what it is worth, and the entries."""
    questions: list[tuple[int, str, float, Postings]] = []
    own, length = view.terms.weights, view.terms.length
    for term, weight in own.items():
        share = weight / length
        for postings, worth in ((said.get(term), share), (around.get(term), CONTEXT * share)):
            if postings:
                questions.append((len(postings[0]), term, worth, postings))
    for near, (strength, weight) in view.terms.reach.items():
        postings = said.get(near)
        if postings:
            questions.append((len(postings[0]), near, strength * weight / length, postings))
    length = view.context.length
    for term, weight in view.context.weights.items():
        if term not in own:
            postings = said.get(term)
            if postings:
                questions.append((len(postings[0]), term, CONTEXT * weight / length, postings))
    return questions


def _keep(
    asked: int, documents: Sequence[str], scores: Mapping[int, float], most: int
) -> list[tuple[int, float]]:
    """Return the best partners of a claim with their scores, at most PARTNERS of a document."""
    numbers = sorted(scores)
    if len(scores) > SEARCHED * most:
        least = sorted(scores.values())[-SEARCHED * most]
        numbers = [number for number in numbers if scores[number] >= least]
    ranked = sorted(numbers, key=scores.__getitem__, reverse=True)
    own = documents[asked]
    taken: dict[str, int] = {}
    kept: list[tuple[int, float]] = []
    for other in ranked[: SEARCHED * most]:
        document = documents[other]
        if document == own or taken.get(document, 0) >= PARTNERS:
            continue
        taken[document] = taken.get(document, 0) + 1
        kept.append((other, scores[other]))
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
