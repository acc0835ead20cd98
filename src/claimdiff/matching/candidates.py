"""Pairs worth a closer look, from an inverted index over terms; never all pairs."""

from array import array
from collections.abc import Iterable, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

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
    """Candidate pairs, sorted, by the numbers of their claims in `order`; and how many blocks were cut.

    `order` holds the claim ids, sorted; the left number of a pair is the smaller.
    """

    order: tuple[str, ...]
    lefts: list[int]
    rights: list[int]
    capped: int

    @property
    def pairs(self) -> list[tuple[str, str]]:
        """The pairs by their claim ids (left id < right id)."""
        order = self.order
        return [(order[left], order[right]) for left, right in zip(self.lefts, self.rights, strict=True)]


def find_candidates(views: Mapping[str, ClaimView]) -> Candidates:
    """Return the pairs of claims of different documents that share telling terms.

    A claim asks the index for its rarest terms first, and stops after VISITS entries; it keeps its best
    PARTNERS in each document. A pair is kept when either side keeps it.
    """
    order = sorted(views)
    profiles = _gather_profiles(views, order)
    said, around = _index(profiles)
    documents = [views[claim_id].claim.document_id for claim_id in order]
    # One number stands for a pair: the first claim's number times `many`, and the second's.
    many = max(1, len(order))
    kept: set[int] = set()
    capped = 0
    most = max(LEAST, min(MOST, PAIRS // many))
    visits = max(VISITS_EACH[0], min(VISITS_EACH[1], VISITS // many))
    for profile in profiles:
        scores, cut = _ask(profile.view, said, around, visits)
        capped += cut * len(profile.claims)
        ranked = _rank(profiles, scores, most)
        partners: dict[str, list[int]] = {}
        for number in profile.claims:
            document = documents[number]
            own = partners.get(document)
            if own is None:
                own = partners[document] = _choose(document, documents, ranked, most)
            kept.update([number * many + other if number < other else other * many + number for other in own])
    pairs = sorted(kept)
    return Candidates(tuple(order), [pair // many for pair in pairs], [pair % many for pair in pairs], capped)


class _Profile(NamedTuple):
    """Claims that ask the same and are found the same, by their numbers: copies of one text."""

    view: ClaimView
    claims: list[int]


def _gather_profiles(views: Mapping[str, ClaimView], order: Sequence[str]) -> list[_Profile]:
    """Return the claims by what they ask for; equal bags of a story are one object."""
    found: dict[tuple[int, int], _Profile] = {}
    for number, claim_id in enumerate(order):
        view = views[claim_id]
        key = id(view.terms), id(view.context)
        profile = found.get(key)
        if profile is None:
            profile = found[key] = _Profile(view, [])
        profile.claims.append(number)
    return list(found.values())


class _Postings:
    """Which profiles hold a term, by their numbers, the term's share of each, and how many claims that is.

    An array holds the shares, since they are read all the time.
    """

    __slots__ = ("claims", "numbers", "shares")

    def __init__(self) -> None:
        self.claims = 0
        self.numbers: list[int] = []
        self.shares = array("d")


Index = dict[str, _Postings]


def _index(profiles: Sequence[_Profile]) -> tuple[Index, Index]:
    said: Index = {}
    around: Index = {}
    for number, (view, claims) in enumerate(profiles):
        own, length = view.terms.weights, view.terms.length
        for term, weight in own.items():
            _post(said, term, number, weight / length, len(claims))
        length = view.context.length
        for term, weight in view.context.weights.items():
            if term not in own:
                _post(around, term, number, weight / length, len(claims))
    return said, around


def _post(index: Index, term: str, number: int, share: float, claims: int) -> None:
    postings = index.get(term)
    if postings is None:
        postings = index[term] = _Postings()
    postings.claims += claims
    postings.numbers.append(number)
    postings.shares.append(share)


def _ask(view: ClaimView, said: Index, around: Index, most: int) -> tuple[dict[int, float], int]:
    """Return the scores of the profiles that share a view's terms, and 1 where the search was cut short."""
    scores: dict[int, float] = {}
    visits = 0
    for size, _, worth, postings in sorted(_list_questions(view, said, around), key=itemgetter(0, 1, 2)):
        visits += size
        if visits > most:
            return scores, 1
        for number, share in zip(postings.numbers, postings.shares, strict=True):
            if number in scores:
                scores[number] += worth * share
            else:
                scores[number] = worth * share
    return scores, 0


def _list_questions(view: ClaimView, said: Index, around: Index) -> list[tuple[int, str, float, _Postings]]:
    """Return what to ask the index: how many entries, which term, what it is worth, and the entries."""
    questions: list[tuple[int, str, float, _Postings]] = []
    own, length = view.terms.weights, view.terms.length
    for term, weight in own.items():
        share = weight / length
        for postings, worth in ((said.get(term), share), (around.get(term), CONTEXT * share)):
            if postings:
                questions.append((postings.claims, term, worth, postings))
    for near, (strength, weight) in view.terms.reach.items():
        postings = None if near in own else said.get(near)
        if postings:
            questions.append((postings.claims, near, strength * weight / length, postings))
    length = view.context.length
    for term, weight in view.context.weights.items():
        if term not in own:
            postings = said.get(term)
            if postings:
                questions.append((postings.claims, term, CONTEXT * weight / length, postings))
    return questions


def _rank(profiles: Sequence[_Profile], scores: Mapping[int, float], most: int) -> list[int]:
    """Return the claims of the profiles that were found, by their numbers, the best first."""
    found: Iterable[tuple[int, float]] = scores.items()
    wanted = SEARCHED * most
    if len(scores) > wanted:
        # The best are nearly always among those far above the mean, so that only these need be sorted.
        far = 2 * sum(scores.values()) / len(scores)
        best = [score for score in scores.values() if score > far]
        least = sorted(best if len(best) >= wanted else scores.values())[-wanted]
        found = [row for row in found if row[1] >= least]
    ranked = sorted([(-score, number) for profile, score in found for number in profiles[profile].claims])
    return [number for _, number in ranked[:wanted]]


def _choose(own: str, documents: Sequence[str], ranked: Sequence[int], most: int) -> list[int]:
    """Return the best partners of a claim of the document `own`, at most PARTNERS of another document."""
    taken: dict[str, int] = {own: PARTNERS}
    kept: list[int] = []
    for other in ranked:
        document = documents[other]
        count = taken.get(document, 0)
        if count < PARTNERS:
            taken[document] = count + 1
            kept.append(other)
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
