"""What speaks for and against one fact in a pair of claims, as named numbers."""

from collections.abc import Callable
from math import log

from rapidfuzz import fuzz

from claimdiff.matching.nearness import near_terms
from claimdiff.matching.views import COUNTED, ClaimView, TermBag
from claimdiff.model import Quantity

# In the order of the vectors; each is about -1 to 1.
FEATURES = (
    "shared words",
    "shared words, squared",
    "covered by the other",
    "covers the other",
    "covered by the other's sentence",
    "sentences alike",
    "shared names",
    "other names",
    "same figure",
    "other figure",
    "one thing counted",
    "same day",
    "same polarity",
    "same quotation",
    "letters alike",
    "length",
    "lengths differ",
    "headline",
)

# What two claims without a story are compared on beside FEATURES.
LONE_FEATURES = (
    "shared rare word",
    "same certainty",
    "same opening",
    "same ending",
    "figure on one side",
    "other day",
    "speaker on one side",
)


def overlap_terms(left: TermBag, right: TermBag) -> tuple[float, float, float]:
    """Return the soft overlap of two bags: cosine, and the share of each that the other covers, 0 to 1.

    A term that may stand for another counts with its strength.
    """
    reach = right.reach
    product = covered = covers = 0.0
    for term, weight in left.weights.items():
        if term in reach:
            strength, other = reach[term]
            product += strength * weight * other
            covered += strength * weight
            covers += strength * other
    if not covered:
        return 0.0, 0.0, 0.0
    cosine = product / (left.length * right.length)
    return min(1.0, cosine), covered / left.total, min(1.0, covers / right.total)


def cover_terms(terms: TermBag, context: TermBag) -> float:
    """Return the share of a claim's terms that a context holds, 0 to 1."""
    reach = context.reach
    reached = 0.0
    for term, weight in terms.weights.items():
        if term in reach:
            reached += weight * reach[term][0]
    return reached / terms.total


def _cosine(one: TermBag, two: TermBag) -> float:
    if len(two.weights) < len(one.weights):
        one, two = two, one
    theirs = two.weights
    shared = 0.0
    for term, weight in one.weights.items():
        if term in theirs:
            shared += weight * theirs[term]
    return shared / (one.length * two.length)


def bounds(quantity: Quantity) -> tuple[float, float]:
    """Return the least and the greatest value that a quantity allows."""
    low, high = quantity.value, quantity.value if quantity.high is None else quantity.high
    if quantity.comparison in ("at least", "more than"):
        return low, float("inf")
    if quantity.comparison in ("at most", "fewer than"):
        return float("-inf"), high
    if quantity.comparison == "about":
        slack = 0.1 * abs(high)
        return low - slack, high + slack
    return low, high


def compare_quantities(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> tuple[float, float]:
    """Return the shares of figures that agree and that clash, 0 to 1, the mean of both sides."""
    if not left or not right:
        return 0.0, 0.0
    agree = clash = 0.0
    for ours, theirs in ((left[:COUNTED], right[:COUNTED]), (right[:COUNTED], left[:COUNTED])):
        for one in ours:
            states = [_compare(one, two) for two in theirs if one.kind == two.kind]
            if 1 in states:
                agree += 0.5 / len(ours)
            elif states:
                clash += 0.5 / len(ours)
    return agree, clash


def _compare(one: Quantity, two: Quantity) -> int:
    if one.value == two.value:
        return 1
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    near = min(abs(one.value), abs(two.value)) >= 0.75 * max(abs(one.value), abs(two.value))
    return 1 if near and low <= other_high and other_low <= high else 0


def _compare_counted(left: ClaimView, right: ClaimView) -> float:
    """Return how surely a quantity on either side counts one thing, 0 to 1, whatever the figures."""
    best = 0.0
    for one, ours in left.counted:
        for two, theirs in right.counted:
            if one.kind == two.kind and ours and theirs:
                shared = sum(
                    1 for term in ours if term in theirs or any(n in theirs for n, _ in near_terms(term))
                )
                best = max(best, shared / min(len(ours), len(theirs), 3))
    return min(1.0, best)


def _compare_days(left: ClaimView, right: ClaimView) -> float:
    """Return 1 where both tell the same day, less for a longer time that both may mean, else 0."""
    for start, end in left.days:
        for other_start, other_end in right.days:
            if start <= other_end + 1 and other_start <= end + 1:
                return 1.0 / (1.0 + log(1 + max(end - start, other_end - other_start)))
    return 0.0


# Tells how alike two contexts are, 0 to 1.
Likeness = Callable[[TermBag, TermBag], float]


def remember_cosines() -> Likeness:
    """Return what compares contexts, each two of them once: claims of one paragraph share their context.

    Contexts are told apart by identity, so that it must not outlive them.
    """
    known: dict[tuple[int, int], float] = {}

    def compare(one: TermBag, two: TermBag) -> float:
        key = id(one), id(two)
        found = known.get(key)
        if found is None:
            found = known[key] = _cosine(one, two)
        return found

    return compare


def compare_claims(left: ClaimView, right: ClaimView, likeness: Likeness = _cosine) -> list[float]:
    """Return the vector of a pair, in the order of FEATURES; the same for either order of the pair."""
    if right.claim.id < left.claim.id:
        left, right = right, left
    ours, theirs = left.terms, right.terms
    cosine, covered, covers = overlap_terms(ours, theirs)
    less, more = (covered, covers) if covered < covers else (covers, covered)
    ours_told, theirs_told = cover_terms(ours, right.context), cover_terms(theirs, left.context)
    fewest = shared_names = 0
    if left.names and right.names:
        fewest = min(len(left.names), len(right.names))
        shared_names = len(left.names & right.names)
    one, two = left.claim, right.claim
    agree = clash = 0.0
    if one.quantities and two.quantities:
        agree, clash = compare_quantities(one.quantities, two.quantities)
    quotation = 0.0
    if len(left.quotation) >= 8 and len(right.quotation) >= 8:
        quotation = max(0.0, fuzz.partial_ratio(left.quotation[:400], right.quotation[:400]) / 50 - 1)
    longer, shorter = ours.total, theirs.total
    if longer < shorter:
        longer, shorter = shorter, longer
    return [
        cosine,
        cosine * cosine,
        less,
        more,
        ours_told if ours_told < theirs_told else theirs_told,
        likeness(left.context, right.context),
        shared_names / fewest if fewest else 0.0,
        1.0 if fewest and not shared_names else 0.0,
        agree,
        clash,
        _compare_counted(left, right) if left.counted and right.counted else 0.0,
        _compare_days(left, right) if left.days and right.days else 0.0,
        1.0 if one.polarity == two.polarity else 0.0,
        quotation,
        fuzz.ratio(left.wording, right.wording) / 100,
        min(1.0, log(1 + shorter) / 2),
        1.0 - shorter / longer,
        1.0 if one.headline != two.headline else 0.0,
    ]


def compare_lone(left: ClaimView, right: ClaimView) -> list[float]:
    """Return what LONE_FEATURES say of a pair, in their order; the same for either order of the pair."""
    ours, theirs = left.terms.weights, right.terms.weights
    rarest = max((min(weight, theirs[term]) for term, weight in ours.items() if term in theirs), default=0.0)
    one, two = left.claim, right.claim
    edges = [(next(iter(terms), ""), next(reversed(terms), "")) for terms in (ours, theirs)]
    return [
        rarest,
        1.0 if one.certainty == two.certainty else 0.0,
        1.0 if edges[0][0] == edges[1][0] else 0.0,
        1.0 if edges[0][1] == edges[1][1] else 0.0,
        1.0 if bool(one.quantities) != bool(two.quantities) else 0.0,
        1.0 if left.days and right.days and not _compare_days(left, right) else 0.0,
        1.0 if (one.speaker is None) != (two.speaker is None) else 0.0,
    ]
