"""Groups articles into stories: average-linkage clustering over rare shared terms, near in time.

Average linkage after Sokal and Michener (1958), over tf-idf cosines of the articles' signatures. Only
articles that share a rare term and stand near each other in time are ever compared.
"""

import heapq
import math
from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

# Where two articles are this alike on average, they tell one story; measured on a set of 69 real events.
_ALIKE = 0.12
# An article's rarest terms, by which candidates are found.
_KEY_TERMS = 18
# Articles before and after it in time that a term may bring together with an article.
_NEIGHBOURS = 40
# A term in more than this share of the articles says nothing of the story.
_COMMON = 0.15
# Days apart that cost nothing; beyond them likeness fades with the logarithm of the distance.
_FREE_DAYS = 3
_FADE = 0.1
# Pairs of two large groups that must bear out their likeness; beyond it, not every pair is compared.
_ENOUGH_PAIRS = 1600


class Signature(Struct, frozen=True):
    """One article to be grouped: a number of its own, its day (ordinal or None) and weighted terms."""

    number: int
    day: int | None
    terms: dict[str, float]


class Grouping(Struct, frozen=True):
    """Stories as tuples of article numbers, sorted; `capped` counts the terms whose reach was cut short."""

    stories: tuple[tuple[int, ...], ...]
    capped: int


def group_signatures(signatures: Sequence[Signature]) -> Grouping:
    """Group articles into stories. Every article is in exactly one; the order of input does not matter."""
    ordered = sorted(signatures, key=lambda one: (one.day or 0, one.number))
    vectors = _weigh(ordered)
    candidates, capped = _find_candidates(vectors)
    likeness: dict[int, dict[int, float]] = {}
    for left, right in candidates:
        alike = _cosine(vectors[left], vectors[right]) * _fade(ordered[left].day, ordered[right].day)
        if alike > _ALIKE / 8:
            likeness.setdefault(left, {})[right] = alike
            likeness.setdefault(right, {})[left] = alike
    groups = _link(len(ordered), likeness)
    stories = [tuple(sorted(ordered[at].number for at in group)) for group in groups]
    return Grouping(tuple(sorted(stories)), capped)


def _weigh(signatures: Sequence[Signature]) -> list[dict[str, float]]:
    seen = Counter(term for one in signatures for term in one.terms)
    total = len(signatures)
    most = max(3.0, _COMMON * total)
    vectors = []
    for one in signatures:
        raw = {
            term: weight * math.log((1 + total) / seen[term])
            for term, weight in one.terms.items()
            if seen[term] <= most
        }
        norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        vectors.append({term: value / norm for term, value in raw.items()})
    return vectors


def _find_candidates(vectors: Sequence[dict[str, float]]) -> tuple[list[tuple[int, int]], int]:
    """Return pairs that share one of their heaviest terms; articles are in order of time."""
    postings: dict[str, list[int]] = {}
    for at, vector in enumerate(vectors):
        heaviest = sorted(vector.items(), key=lambda item: (-item[1], item[0]))[:_KEY_TERMS]
        for term, _ in heaviest:
            postings.setdefault(term, []).append(at)
    pairs: set[tuple[int, int]] = set()
    capped = 0
    for posting in postings.values():
        capped += len(posting) > _NEIGHBOURS
        for place, left in enumerate(posting):
            pairs.update((left, right) for right in posting[place + 1 : place + 1 + _NEIGHBOURS])
    return sorted(pairs), capped


def _cosine(left: dict[str, float], right: dict[str, float]) -> float:
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[term] for term, value in left.items() if term in right)


def _fade(left: int | None, right: int | None) -> float:
    if left is None or right is None:
        return 1.0
    return 1 / (1 + _FADE * math.log1p(max(0, abs(left - right) - _FREE_DAYS)))


class _Links:
    """Sum and number of compared pairs between two groups."""

    __slots__ = ("known", "total")

    def __init__(self, total: float, known: int) -> None:
        self.total = total
        self.known = known


def _link(count: int, likeness: dict[int, dict[int, float]]) -> list[list[int]]:
    """Merge the two most alike groups until none is alike enough; ties go to the lower numbers."""
    members = {at: [at] for at in range(count)}
    links = {at: {other: _Links(value, 1) for other, value in row.items()} for at, row in likeness.items()}

    def average(left: int, right: int) -> float:
        link = links[left][right]
        return link.total / max(link.known, min(len(members[left]) * len(members[right]), _ENOUGH_PAIRS))

    heap = [(-average(a, b), a, b) for a, row in links.items() for b in row if a < b]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        if -negative < _ALIKE:
            break
        current = links.get(left, {}).get(right)
        if current is None or abs(average(left, right) + negative) > 1e-12:
            continue
        _merge(left, right, members, links)
        for other in links[left]:
            a, b = min(left, other), max(left, other)
            heapq.heappush(heap, (-average(a, b), a, b))
    return list(members.values())


def _merge(left: int, right: int, members: dict[int, list[int]], links: dict[int, dict[int, _Links]]) -> None:
    members[left] += members.pop(right)
    gone = links.pop(right)
    home = links[left]
    home.pop(right, None)
    for other, link in gone.items():
        if other == left:
            continue
        row = links[other]
        row.pop(right, None)
        known = home.get(other)
        merged = _Links(link.total + known.total, link.known + known.known) if known else link
        home[other] = row[left] = merged
