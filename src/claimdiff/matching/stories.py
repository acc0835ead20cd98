"""Documents → stories: an article about something else is not matched with the rest."""

from collections.abc import Sequence
from math import sqrt

from claimdiff.language.signature import sign_document
from claimdiff.matching.weights import Weights
from claimdiff.model import Document, Matching

# Two articles are on one story from this cosine of their telling terms. On seven annotated stories the least
# is .22 inside a story and .31 to an article's nearest companion; between stories the median is .015.
LINK = 0.1
# A text of fewer terms says too little of itself to be told apart: less is asked of it, nothing of two such.
SHORT = 25
SHORT_LINK = 0.04


def split_stories(documents: Sequence[Document]) -> tuple[tuple[Document, ...], ...]:
    """Return the documents in groups that tell one story each, linked through companions.

    Whether two documents are linked depends on these two alone, so that an unrelated document changes
    nothing among the others. The order of `documents` is kept, in groups and between them.
    """
    terms = [_weigh_terms(document) for document in documents]
    leader = list(range(len(documents)))
    for at in range(len(documents)):
        for before in range(at):
            first, second = _find(leader, before), _find(leader, at)
            if first != second and _are_linked(terms[before], terms[at]):
                leader[max(first, second)] = min(first, second)
    groups: dict[int, list[Document]] = {}
    for at, document in enumerate(documents):
        groups.setdefault(_find(leader, at), []).append(document)
    return tuple(tuple(group) for group in groups.values())


def join_matchings(parts: Sequence[Matching]) -> Matching:
    """Return the matchings of several stories as one, sorted as a single one is."""
    return Matching(
        tuple(sorted((fact for part in parts for fact in part.facts), key=lambda fact: fact.id)),
        tuple(
            sorted((pair for part in parts for pair in part.pairs), key=lambda pair: (pair.left, pair.right))
        ),
        sum(part.capped for part in parts),
    )


def _weigh_terms(document: Document) -> dict[str, float]:
    """Return the document's terms as a vector of length 1; common news words count next to nothing."""
    rarity = Weights.from_texts(())
    weights = {term: weight * rarity.of(term) ** 2 for term, weight in sign_document(document).items()}
    length = sqrt(sum(weight * weight for weight in weights.values())) or 1.0
    return {term: weight / length for term, weight in weights.items()}


def _are_linked(left: dict[str, float], right: dict[str, float]) -> bool:
    few, many = sorted((left, right), key=len)
    if len(many) < SHORT:
        return True
    shared = sum(weight * many[term] for term, weight in few.items() if term in many)
    return shared >= (SHORT_LINK if len(few) < SHORT else LINK)


def _find(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at
