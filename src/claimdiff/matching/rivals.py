"""Partners compete: a claim has at most one good partner per document, more often than not."""

from collections.abc import Mapping

# A lead is over the claim's next best partner in that document, -1 to 1.
RIVAL_FEATURES = ("smaller lead", "greater lead", "best of both")
LEAD = 3.0
_NOBODY = -6.0


def compare_rivals(
    scores: Mapping[tuple[str, str], float], document_of: Mapping[str, str]
) -> dict[tuple[str, str], list[float]]:
    """Return, per pair, the vector of RIVAL_FEATURES.

    In: the log-odds of every candidate pair on its own, and the document of every claim. A lead is
    how far the pair lies above the claim's best other partner in that document, below zero when another
    is better.
    """
    top: dict[tuple[str, str], list[float]] = {}
    for (left, right), score in scores.items():
        for key in ((left, document_of[right]), (right, document_of[left])):
            best = top.setdefault(key, [_NOBODY, _NOBODY])
            if score > best[0]:
                best[:] = score, best[0]
            elif score > best[1]:
                best[1] = score
    vectors: dict[tuple[str, str], list[float]] = {}
    for (left, right), score in scores.items():
        leads = []
        for key in ((left, document_of[right]), (right, document_of[left])):
            first, second = top[key]
            lead = score - second if score >= first else score - first
            leads.append(max(-LEAD, min(LEAD, lead)) / LEAD)
        mutual = 1.0 if min(leads) >= 0 else 0.0
        vectors[left, right] = [min(leads), max(leads), mutual]
    return vectors
