"""What a pair gains from the pairs around it: rivals, third claims, and neighbours in the text."""

from collections.abc import Mapping, Sequence

# A lead is over the claim's next best partner in that document, -1 to 1; support is 0 to 1.
RIVAL_FEATURES = ("smaller lead", "greater lead", "best of both", "third claim agrees", "neighbours agree")
LEAD = 3.0
_NOBODY = -6.0
# Log-odds from which a pair supports others, and where its support is full.
_SUPPORTS = -2.5
_FULL = 2.0
# A claim passes support on from so many of its best partners.
_PARTNERS = 12

Couple = tuple[str, str]


def compare_rivals(
    scores: Mapping[Couple, float], document_of: Mapping[str, str], rows: Mapping[str, Sequence[str]]
) -> dict[Couple, list[float]]:
    """Return, per pair, the vector of RIVAL_FEATURES.

    In: the log-odds of every candidate pair on its own, the document of every claim, and the claims of
    every document in reading order. A lead is how far the pair lies above the claim's best other
    partner in that document, below zero when another is better. A third claim agrees when both sides
    go with it; neighbours agree when the claims beside one go with the claims beside the other.
    """
    leads = _find_leads(scores, document_of)
    partners = _list_partners(scores)
    place = {claim_id: (row, at) for row in rows.values() for at, claim_id in enumerate(row)}
    vectors: dict[Couple, list[float]] = {}
    for left, right in scores:
        ours, theirs = leads[left, right]
        third = _find_third(partners.get(left, {}), partners.get(right, {}))
        beside = _find_beside(left, right, place, partners)
        mutual = 1.0 if min(ours, theirs) >= 0 else 0.0
        vectors[left, right] = [min(ours, theirs), max(ours, theirs), mutual, third, beside]
    return vectors


def _find_leads(
    scores: Mapping[Couple, float], document_of: Mapping[str, str]
) -> dict[Couple, tuple[float, float]]:
    top: dict[Couple, list[float]] = {}
    for (left, right), score in scores.items():
        for key in ((left, document_of[right]), (right, document_of[left])):
            best = top.setdefault(key, [_NOBODY, _NOBODY])
            if score > best[0]:
                best[:] = score, best[0]
            elif score > best[1]:
                best[1] = score
    leads: dict[Couple, tuple[float, float]] = {}
    for (left, right), score in scores.items():
        both = []
        for key in ((left, document_of[right]), (right, document_of[left])):
            first, second = top[key]
            lead = score - second if score >= first else score - first
            both.append(max(-LEAD, min(LEAD, lead)) / LEAD)
        leads[left, right] = both[0], both[1]
    return leads


def _list_partners(scores: Mapping[Couple, float]) -> dict[str, dict[str, float]]:
    """Return every claim's best partners with their support, 0 to 1."""
    found: dict[str, list[tuple[float, str]]] = {}
    for (left, right), score in scores.items():
        if score > _SUPPORTS:
            support = min(1.0, (score - _SUPPORTS) / (_FULL - _SUPPORTS))
            found.setdefault(left, []).append((-support, right))
            found.setdefault(right, []).append((-support, left))
    return {
        claim_id: {other: -negative for negative, other in sorted(partners)[:_PARTNERS]}
        for claim_id, partners in found.items()
    }


def _find_third(ours: Mapping[str, float], theirs: Mapping[str, float]) -> float:
    if len(theirs) < len(ours):
        ours, theirs = theirs, ours
    return max(
        (min(support, theirs[other]) for other, support in ours.items() if other in theirs), default=0.0
    )


def _find_beside(
    left: str,
    right: str,
    place: Mapping[str, tuple[Sequence[str], int]],
    partners: Mapping[str, Mapping[str, float]],
) -> float:
    """Return how well the claims next to two claims go together, the mean of the best on either side."""
    (row, at), (other_row, other_at) = place[left], place[right]
    total = 0.0
    for step in (-1, 1):
        if not 0 <= at + step < len(row):
            continue
        known = partners.get(row[at + step])
        if not known:
            continue
        near = other_row[max(0, other_at - 2) : other_at + 3]
        total += max((known.get(other, 0.0) for other in near if other != right), default=0.0)
    return total / 2
