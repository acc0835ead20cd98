"""What the sentences around two claims say of the pair: a claim is told where its sentence is told."""

from collections.abc import Callable, Sequence

from claimdiff.matching.features import cover_terms, overlap_terms
from claimdiff.matching.places import Places
from claimdiff.matching.rivals import find_leads
from claimdiff.matching.views import ClaimView, TermBag

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


def lead_sentences(
    lefts: Sequence[int],
    rights: Sequence[int],
    closeness: Sequence[float],
    places: Places,
    wanted: Sequence[int],
) -> list[tuple[float, float]]:
    """Return, for the pairs wanted (by their places in the other sequences), the vectors of SENTENCE_LEADS.

    In: the two claims of every candidate pair, by number, and how close their sentences are, 0 to 1. A lead
    is over the sentence's next best partner in that document, below zero when another is better.
    """
    sentence, home = places.sentence, places.sentence_home
    many = max(1, len(home))
    codes = [sentence[left] * many + sentence[right] for left, right in zip(lefts, rights, strict=True)]
    pairs = dict(zip(codes, closeness, strict=True))
    ours, theirs = [code // many for code in pairs], [code % many for code in pairs]
    leads = find_leads(ours, theirs, list(pairs.values()), home, 0.0, _FULL)
    lead_of = dict(zip(pairs, leads, strict=True))
    return [lead_of[codes[at]] for at in wanted]
