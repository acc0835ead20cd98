"""What speaks for and against one fact in a pair of claims, as named numbers."""

from math import log

from rapidfuzz import fuzz

from claimdiff.matching.nearness import near_terms
from claimdiff.matching.views import ClaimView
from claimdiff.model import Quantity

# In the order of the vectors; each is about -1 to 1.
FEATURES = (
    "shared words",
    "shared words, squared",
    "covered by the other",
    "covers the other",
    "shared in context",
    "covered by the other's sentence",
    "sentences alike",
    "shared rare word",
    "shared names",
    "other names",
    "same figure",
    "other figure",
    "figure on one side",
    "same day",
    "other day",
    "same polarity",
    "same certainty",
    "same speaker",
    "other speaker",
    "speaker on one side",
    "same quotation",
    "letters alike",
    "same opening",
    "same ending",
    "length",
    "lengths differ",
    "places differ",
    "headline",
)


def overlap_terms(left: ClaimView, right: ClaimView) -> tuple[float, float, float, float]:
    """Return the soft overlap of two claims' terms.

    Out: the cosine, the weight of left covered by right and the reverse (each 0 to 1), and the greatest
    weight of a shared term. A near synonym counts with its strength.
    """
    ours, theirs = left.terms, right.terms
    product = covered = covers = rarest = 0.0
    for term, weight in ours.items():
        other = theirs.get(term)
        if other is not None:
            product += weight * other
            covered += weight
            covers += other
            rarest = max(rarest, weight)
            continue
        best = 0.0
        for near, strength in near_terms(term):
            if near in theirs and near not in ours and strength > best:
                best, other = strength, theirs[near]
        if best and other is not None:
            product += best * weight * other
            covered += best * weight
            covers += best * other
            rarest = max(rarest, best * min(weight, other))
    return (
        min(1.0, product / (left.length * right.length)),
        covered / left.total,
        min(1.0, covers / right.total),
        rarest,
    )


def _cover(terms: dict[str, float], total: float, context: dict[str, float]) -> float:
    reached = 0.0
    for term, weight in terms.items():
        if term in context:
            reached += weight
        else:
            best = max((strength for near, strength in near_terms(term) if near in context), default=0.0)
            reached += best * weight
    return reached / total


def _cosine(one: dict[str, float], two: dict[str, float], one_length: float, two_length: float) -> float:
    if len(two) < len(one):
        one, two = two, one
    return sum(weight * two[term] for term, weight in one.items() if term in two) / (one_length * two_length)


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


def compare_quantities(left: tuple[Quantity, ...], right: tuple[Quantity, ...]) -> tuple[float, float, float]:
    """Return the shares of figures that agree, that clash, and whether only one side has any."""
    if not left and not right:
        return 0.0, 0.0, 0.0
    if not left or not right:
        return 0.0, 0.0, 1.0
    agree = clash = 0
    for one in left[:8]:
        states = [_compare(one, two) for two in right[:8] if one.kind == two.kind]
        if 1 in states:
            agree += 1
        elif states:
            clash += 1
    count = min(len(left), 8)
    return agree / count, clash / count, 0.0


def _compare(one: Quantity, two: Quantity) -> int:
    if one.value == two.value:
        return 1
    (low, high), (other_low, other_high) = bounds(one), bounds(two)
    near = min(abs(one.value), abs(two.value)) >= 0.75 * max(abs(one.value), abs(two.value))
    return 1 if near and low <= other_high and other_low <= high else 0


def _compare_days(left: ClaimView, right: ClaimView) -> tuple[float, float]:
    if not left.days or not right.days:
        return 0.0, 0.0
    for start, end in left.days:
        for other_start, other_end in right.days:
            if start <= other_end + 1 and other_start <= end + 1:
                wide = max(end - start, other_end - other_start)
                return 1.0 / (1.0 + log(1 + wide)), 0.0
    return 0.0, 1.0


def compare_claims(left: ClaimView, right: ClaimView) -> list[float]:
    """Return the vector of a pair, in the order of FEATURES; the same for either order of the pair."""
    if right.claim.id < left.claim.id:
        left, right = right, left
    cosine, covered, covers, rarest = overlap_terms(left, right)
    in_context = _cover(left.terms, left.total, right.context), _cover(right.terms, right.total, left.context)
    sentences = _cosine(left.context, right.context, left.context_length, right.context_length)
    shared_names = left.names & right.names
    fewest = min(len(left.names), len(right.names))
    agree, clash, one_sided = compare_quantities(left.claim.quantities, right.claim.quantities)
    back = compare_quantities(right.claim.quantities, left.claim.quantities)
    same_day, other_day = _compare_days(left, right)
    one, two = left.claim, right.claim
    speakers = (1 if left.speaker else 0) + (1 if right.speaker else 0)
    same_speaker = bool(left.speaker & right.speaker)
    quotation = 0.0
    if min(len(left.quotation), len(right.quotation)) >= 8:
        quotation = max(0.0, fuzz.partial_ratio(left.quotation[:400], right.quotation[:400]) / 100 - 0.5) * 2
    letters = fuzz.token_sort_ratio(left.wording[:600], right.wording[:600]) / 100
    longer, shorter = max(left.total, right.total), min(left.total, right.total)
    return [
        cosine,
        cosine * cosine,
        min(covered, covers),
        max(covered, covers),
        max(in_context) - max(covered, covers),
        min(in_context),
        sentences,
        rarest,
        len(shared_names) / fewest if fewest else 0.0,
        1.0 if fewest and not shared_names else 0.0,
        (agree + back[0]) / 2,
        (clash + back[1]) / 2,
        one_sided,
        same_day,
        other_day,
        1.0 if one.polarity == two.polarity else 0.0,
        1.0 if one.certainty == two.certainty else 0.0,
        1.0 if same_speaker else 0.0,
        1.0 if speakers == 2 and not same_speaker else 0.0,
        1.0 if speakers == 1 else 0.0,
        quotation,
        letters,
        1.0 if left.order[:1] and left.order[:1] == right.order[:1] else 0.0,
        1.0 if left.order[-1:] and left.order[-1:] == right.order[-1:] else 0.0,
        min(1.0, log(1 + shorter) / 2),
        1.0 - shorter / longer if longer else 0.0,
        abs(left.place - right.place),
        1.0 if one.headline != two.headline else 0.0,
    ]
