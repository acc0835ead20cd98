"""What the sentences around two claims say of the pair: a claim is told where its sentence is told."""

from collections.abc import Callable, Iterable, Mapping, Sequence

from claimdiff.matching.features import cover_terms, overlap_terms
from claimdiff.matching.rivals import find_leads
from claimdiff.matching.views import ClaimView, TermBag
from claimdiff.model import Claim

# Of a pair on its own, 0 to 1: copies share them.
SENTENCE_FEATURES = (
    "sentences share words",
    "both told in the other's sentence",
    "told in the other's sentence",
)
# Of a pair among the others, -1 to 1: how far its sentences are closer than either to any third.
SENTENCE_LEADS = ("sentences' smaller lead", "sentences' greater lead")
# A lead of this much cosine is a full one.
_FULL = 0.5

Couple = tuple[str, str]
Sentence = tuple[str, int, int]
Closeness = Callable[[TermBag, TermBag], float]


def remember_closeness() -> Closeness:
    """Return a soft cosine of two bags that computes each pair of bags once."""
    known: dict[tuple[int, int], float] = {}

    def compare(one: TermBag, two: TermBag) -> float:
        key = id(one), id(two)
        found = known.get(key)
        if found is None:
            found = known[key] = overlap_terms(one, two)[0]
        return found

    return compare


def compare_sentences(left: ClaimView, right: ClaimView, closeness: Closeness) -> list[float]:
    """Return the vector of SENTENCE_FEATURES; the same for either order of the pair."""
    if right.claim.id < left.claim.id:
        left, right = right, left
    ours, theirs = cover_terms(left.terms, right.sentence), cover_terms(right.terms, left.sentence)
    less, more = (ours, theirs) if ours <= theirs else (theirs, ours)
    return [closeness(left.sentence, right.sentence), less, more]


def list_sentences(claims: Sequence[Claim]) -> dict[str, Sentence]:
    """Return, per claim id, the sentence it lies in."""
    return {claim.id: (claim.document_id, claim.sentence.start, claim.sentence.end) for claim in claims}


def lead_sentences(
    closeness: Mapping[Couple, float],
    sentence_of: Mapping[str, Sentence],
    wanted: Iterable[Couple] | None = None,
) -> dict[Couple, list[float]]:
    """Return, per pair (of those wanted), the vector of SENTENCE_LEADS.

    In: how close the sentences of every candidate pair are, 0 to 1, and the sentence of every claim. A lead
    is over the sentence's next best partner in that document, below zero when another is better.
    """
    numbers: dict[Sentence, int] = {}
    number_of = {claim: numbers.setdefault(place, len(numbers)) for claim, place in sentence_of.items()}
    pairs = {(number_of[left], number_of[right]): score for (left, right), score in closeness.items()}
    owner = {number: sentence[0] for sentence, number in numbers.items()}
    leads = dict(zip(pairs, find_leads(pairs, owner, 0.0, _FULL), strict=True))
    return {
        couple: sorted(leads[number_of[couple[0]], number_of[couple[1]]])
        for couple in (closeness if wanted is None else wanted)
    }
