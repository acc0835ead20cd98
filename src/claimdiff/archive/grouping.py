"""Groups articles into stories: average-linkage clustering over rare shared terms, near in time.

Average linkage after Sokal and Michener (1958), over tf-idf cosines of the articles' signatures. Only
articles that share a rare term and stand near each other in time are ever compared.
"""

import heapq
import math
from array import array
from collections.abc import Iterable, Iterator, Sequence
from itertools import repeat
from operator import mul

from msgspec import Struct

# Where two articles are this alike on average, they tell one story; measured on a set of 69 real events.
_ALIKE = 0.12
# An article's rarest terms, by which candidates are found.
_KEY_TERMS = 18
# Articles before and after it in time that a term may bring together with an article.
_NEIGHBOURS = 40
# A term in more than this share of the articles says nothing of the story; in a small archive, where one
# story may fill half of it, only a term in more articles than _FEW.
_COMMON = 0.15
_FEW = 20
# Days apart that cost nothing; beyond them likeness fades with the logarithm of the distance.
_FREE_DAYS = 3
_FADE = 0.1
# Rounding aside, two groups this alike on average hold two articles this alike.
_SURELY = 0.999
# Pairs of two large groups that must bear out their likeness; beyond it, not every pair is compared.
_ENOUGH_PAIRS = 1600
_ZEROS = repeat(0.0)


class Signature(Struct, frozen=True):
    """One article to be grouped: a number of its own, its day (ordinal or None) and weighted terms."""

    number: int
    day: int | None
    terms: dict[str, float]


class Grouping(Struct, frozen=True):
    """Stories as tuples of article numbers, sorted; `capped` counts the terms whose reach was cut short."""

    stories: tuple[tuple[int, ...], ...]
    capped: int


class _Vectors(Struct, frozen=True):
    """The articles in order of time: numbers, days, and per article its terms (as numbers) and their weights.

    Arrays, since all articles are held at once: twelve bytes a term.
    """

    numbers: list[int]
    days: list[int | None]
    terms: list["array[int]"]
    weights: list["array[float]"]
    names: list[str]


def group_signatures(signatures: Iterable[Signature]) -> Grouping:
    """Group articles into stories. Every article is in exactly one; the order of input does not matter."""
    vectors = _weigh(signatures)
    compared, capped = _compare_candidates(vectors)
    groups = [
        group
        for members, likeness in _part(len(vectors.numbers), compared)
        for group in _link(members, likeness)
    ]
    stories = [tuple(sorted(vectors.numbers[at] for at in group)) for group in groups]
    return Grouping(tuple(sorted(stories)), capped)


def _weigh(signatures: Iterable[Signature]) -> _Vectors:
    """Return the articles' tf-idf vectors, each of length 1, without the terms that most articles have."""
    known: dict[str, int] = {}
    rows: list[tuple[int, int, int | None, array[int], array[float]]] = []
    for one in signatures:
        terms = array("I", [known.setdefault(term, len(known)) for term in one.terms])
        rows.append((one.day or 0, one.number, one.day, terms, array("d", one.terms.values())))
    rows.sort(key=lambda row: row[:2])
    total = len(rows)
    most = max(_FEW, _COMMON * total)
    seen = [0] * len(known)
    for row in rows:
        for term in row[3]:
            seen[term] += 1
    rarity = [math.log((1 + total) / count) if count <= most else 0.0 for count in seen]
    kept: list[array[int]] = []
    weights: list[array[float]] = []
    for *_, terms, values in rows:
        told = [(term, value) for term, value in zip(terms, values, strict=True) if rarity[term]]
        raw = [value * rarity[term] for term, value in told]
        norm = math.sqrt(sum(value * value for value in raw)) or 1.0
        kept.append(array("I", [term for term, _ in told]))
        weights.append(array("d", [value / norm for value in raw]))
    return _Vectors([row[1] for row in rows], [row[2] for row in rows], kept, weights, list(known))


# Pairs of articles (the earlier first) and how alike they are.
_Compared = tuple["array[int]", "array[int]", "array[float]"]


def _compare_candidates(vectors: _Vectors) -> tuple[_Compared, int]:
    """Compare the articles that share one of their heaviest terms and stand near each other in time.

    Returns the pairs that are at all alike, and how many terms were too common to be followed everywhere.
    """
    heaviest: list[list[int]] = []
    postings: dict[int, list[int]] = {}
    for at, (terms, weights) in enumerate(zip(vectors.terms, vectors.weights, strict=True)):
        ranked = sorted(zip(terms, weights, strict=True), key=lambda item: (-item[1], vectors.names[item[0]]))
        heaviest.append([term for term, _ in ranked[:_KEY_TERMS]])
        for term in heaviest[-1]:
            postings.setdefault(term, []).append(at)
    lefts, rights, likeness = array("I"), array("I"), array("d")
    passed = dict.fromkeys(postings, 0)
    for left, keys in enumerate(heaviest):
        near: set[int] = set()
        for term in keys:
            place = passed[term] = passed[term] + 1
            near.update(postings[term][place : place + _NEIGHBOURS])
        weight_of = dict(zip(vectors.terms[left], vectors.weights[left], strict=True)).get
        for right in sorted(near):
            shared = map(weight_of, vectors.terms[right], _ZEROS)
            alike = sum(map(mul, shared, vectors.weights[right]))
            alike *= _fade(vectors.days[left], vectors.days[right])
            if alike > _ALIKE / 8:
                lefts.append(left)
                rights.append(right)
                likeness.append(alike)
    return (lefts, rights, likeness), sum(len(posting) > _NEIGHBOURS for posting in postings.values())


def _part(count: int, compared: _Compared) -> Iterator[tuple[list[int], dict[int, dict[int, float]]]]:
    """Part the articles where no two are alike enough to be linked; yield each part with its likenesses.

    An average is no more than its greatest member, so that no story reaches over two parts.
    """
    leader = list(range(count))
    for left, right, alike in zip(*compared, strict=True):
        if alike > _ALIKE * _SURELY:
            first, second = _find(leader, left), _find(leader, right)
            leader[max(first, second)] = min(first, second)
    members: dict[int, list[int]] = {}
    for at in range(count):
        leader[at] = _find(leader, at)
        members.setdefault(leader[at], []).append(at)
    likeness: dict[int, dict[int, dict[int, float]]] = {first: {} for first in members}
    for left, right, alike in zip(*compared, strict=True):
        if (first := leader[left]) == leader[right]:
            likeness[first].setdefault(left, {})[right] = alike
            likeness[first].setdefault(right, {})[left] = alike
    for first, part in members.items():
        yield part, likeness.pop(first)


def _find(leader: list[int], at: int) -> int:
    while leader[at] != at:
        leader[at] = leader[leader[at]]
        at = leader[at]
    return at


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


def _link(articles: Sequence[int], likeness: dict[int, dict[int, float]]) -> list[list[int]]:
    """Merge the two most alike groups until none is alike enough; ties go to the lower numbers."""
    members = {at: [at] for at in articles}
    links = {at: {other: _Links(value, 1) for other, value in row.items()} for at, row in likeness.items()}

    def average(left: int, right: int) -> float:
        link = links[left][right]
        return link.total / max(link.known, min(len(members[left]) * len(members[right]), _ENOUGH_PAIRS))

    heap = [(-alike, a, b) for a, row in likeness.items() for b, alike in row.items() if a < b]
    heap = [entry for entry in heap if -entry[0] >= _ALIKE]
    heapq.heapify(heap)
    while heap:
        negative, left, right = heapq.heappop(heap)
        current = links.get(left, {}).get(right)
        if current is None or abs(average(left, right) + negative) > 1e-12:
            continue
        _merge(left, right, members, links)
        for other in links[left]:
            a, b = min(left, other), max(left, other)
            alike = average(a, b)
            if alike >= _ALIKE:
                heapq.heappush(heap, (-alike, a, b))
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
