"""What a pair gains from the pairs around it: rivals, third claims, and neighbours in the text."""

from collections.abc import Iterable, Mapping, Sequence

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
    surroundings = {
        claim_id: _look_around(row, at, partners) for row in rows.values() for at, claim_id in enumerate(row)
    }
    vectors: dict[Couple, list[float]] = {}
    for couple, (ours, theirs) in zip(scores, leads, strict=True):
        left, right = couple
        third = 0.0
        if left in partners and right in partners:
            third = _find_third(partners[left], partners[right])
        known, near = surroundings[left][0], surroundings[right][1]
        beside = _find_beside(known, near, right) if known else 0.0
        less, more = (ours, theirs) if ours <= theirs else (theirs, ours)
        vectors[couple] = [less, more, 1.0 if less >= 0 else 0.0, third, beside]
    return vectors


def _find_leads(scores: Mapping[Couple, float], document_of: Mapping[str, str]) -> list[tuple[float, float]]:
    """Return the leads on either side, in the order of the scores."""
    claims, documents = _number(document_of), _number(document_of.values())
    owner = {claim_id: documents[document] for claim_id, document in document_of.items()}
    many = len(documents)
    # One number stands for a claim and the document that its partner is in.
    keys = [
        (claims[left] * many + owner[right], claims[right] * many + owner[left]) for left, right in scores
    ]
    top: dict[int, tuple[float, float]] = {}
    nobody = (_NOBODY, _NOBODY)
    for both, score in zip(keys, scores.values(), strict=True):
        for key in both:
            first, second = top.get(key, nobody)
            if score > first:
                top[key] = score, first
            elif score > second:
                top[key] = first, score
            elif key not in top:
                top[key] = nobody
    leads: list[tuple[float, float]] = []
    for (one, two), score in zip(keys, scores.values(), strict=True):
        leads.append((_lead(score, *top[one]), _lead(score, *top[two])))
    return leads


def _number(names: Iterable[str]) -> dict[str, int]:
    return {name: number for number, name in enumerate(dict.fromkeys(names))}


def _lead(score: float, first: float, second: float) -> float:
    lead = score - second if score >= first else score - first
    return max(-LEAD, min(LEAD, lead)) / LEAD


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
    best = 0.0
    for other, support in ours.items():
        if support > best and other in theirs:
            best = max(best, min(support, theirs[other]))
    return best


Partners = Mapping[str, float]


def _look_around(
    row: Sequence[str], at: int, partners: Mapping[str, Partners]
) -> tuple[list[Partners], Sequence[str]]:
    """Return the partners of the claims right before and after one in the text, and the claims near it."""
    beside = [partners[row[to]] for to in (at - 1, at + 1) if 0 <= to < len(row) and row[to] in partners]
    return beside, row[max(0, at - 2) : at + 3]


def _find_beside(beside: Sequence[Partners], near: Sequence[str], right: str) -> float:
    """Return how well the claims next to two claims go together, the mean of the best on either side."""
    total = 0.0
    for known in beside:
        best = 0.0
        for other in near:
            if other in known and other != right and known[other] > best:
                best = known[other]
        total += best
    return total / 2
