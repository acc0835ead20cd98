"""Facts that some documents lack, gathered into topics and named."""

import heapq
from collections import Counter
from collections.abc import Iterable, Sequence

from msgspec import Struct

from claimdiff.findings.coverage import FactView
from claimdiff.findings.wording import StoryWords
from claimdiff.language.cues import STOPWORDS
from claimdiff.model import Claim

_JOINED = 0.2
_LARGEST_TOPIC = 9
_LARGEST_BLOCK = 40
_SAME_SENTENCE = 0.35
_SAME_BLOCK = 0.2
_NEXT_BLOCK = 0.06
_SECTION_SHARE = 0.6


class Topic(Struct, frozen=True):
    """Facts on one thing, those that some document lacks; `documents` are all that state or touch it."""

    name: str
    views: tuple[FactView, ...]
    documents: frozenset[str]


def gather_topics(
    views: Sequence[FactView], claims: Sequence[Claim], story: StoryWords, everyone: frozenset[str]
) -> list[Topic]:
    """Group facts into topics, nearest first, as long as some document still lacks the whole topic."""
    groups = _Agglomeration(views, story, everyone).run()
    by_id = {claim.id: claim for claim in claims}
    topics: list[Topic] = []
    for members in groups:
        rows = tuple(views[at] for at in members)
        documents = frozenset().union(*(row.documents for row in rows))
        topics.append(Topic(name_topic(rows, by_id, story), rows, documents))
    return topics


class _Agglomeration:
    """Average-link clustering over a sparse graph of facts."""

    def __init__(self, views: Sequence[FactView], story: StoryWords, everyone: frozenset[str]) -> None:
        self._views = views
        self._everyone = everyone
        self._members = {at: [at] for at in range(len(views))}
        self._documents = {at: views[at].documents for at in range(len(views))}
        self._links: dict[int, dict[int, float]] = {at: {} for at in range(len(views))}
        self._norm = [sum(sorted(story.weight(s) ** 2 for s in view.stems)) ** 0.5 for view in views]
        for (one, two), score in sorted(self._score_pairs(story).items()):
            if score > 0:
                self._links[one][two] = self._links[two][one] = score

    def _score_pairs(self, story: StoryWords) -> dict[tuple[int, int], float]:
        scores: dict[tuple[int, int], float] = {}
        by_stem: dict[str, list[int]] = {}
        for at, view in enumerate(self._views):
            for stem in sorted(view.stems):
                by_stem.setdefault(stem, []).append(at)
        for stem in sorted(by_stem):
            block, weight = by_stem[stem], story.weight(stem) ** 2
            if len(block) > _LARGEST_BLOCK:
                continue
            for place, one in enumerate(block):
                for two in block[place + 1 :]:
                    share = weight / max(1e-9, self._norm[one] * self._norm[two])
                    scores[one, two] = scores.get((one, two), 0.0) + share
        for pair, bonus in _neighbour_bonus(self._views).items():
            scores[pair] = scores.get(pair, 0.0) + bonus
        return scores

    def run(self) -> list[list[int]]:
        """Return the groups as lists of places in the views, in order."""
        heap = [
            (-score, one, two, 1, 1)
            for one, row in self._links.items()
            for two, score in row.items()
            if one < two and score >= _JOINED
        ]
        heapq.heapify(heap)
        while heap:
            _, one, two, size_one, size_two = heapq.heappop(heap)
            if len(self._members.get(one, ())) != size_one or len(self._members.get(two, ())) != size_two:
                continue
            if size_one + size_two > _LARGEST_TOPIC:
                continue
            if self._documents[one] | self._documents[two] == self._everyone:
                continue
            self._merge(one, two)
            for other, total in sorted(self._links[one].items()):
                score = total / (len(self._members[one]) * len(self._members[other]))
                if score >= _JOINED:
                    pair = (one, other) if one < other else (other, one)
                    heapq.heappush(
                        heap, (-score, *pair, len(self._members[pair[0]]), len(self._members[pair[1]]))
                    )
        return [sorted(members) for _, members in sorted(self._members.items())]

    def _merge(self, one: int, two: int) -> None:
        self._members[one] += self._members.pop(two)
        self._documents[one] |= self._documents.pop(two)
        for other, total in self._links.pop(two).items():
            del self._links[other][two]
            if other != one:
                self._links[one][other] = self._links[other][one] = self._links[one].get(other, 0.0) + total


def _neighbour_bonus(views: Sequence[FactView]) -> dict[tuple[int, int], float]:
    """Score facts that stand together: in one sentence, one paragraph, or side by side in one section."""
    by_block: dict[tuple[str, int], list[tuple[int, int]]] = {}
    for at, view in enumerate(views):
        for document_id, block, sentence in view.places:
            by_block.setdefault((document_id, block), []).append((at, sentence))
    found: dict[tuple[int, int], float] = {}

    def add(one: int, two: int, bonus: float) -> None:
        if one != two:
            pair = (one, two) if one < two else (two, one)
            found[pair] = max(found.get(pair, 0.0), bonus)

    for (document_id, block), rows in sorted(by_block.items()):
        for place, (one, sentence) in enumerate(rows[:_LARGEST_BLOCK]):
            for two, other_sentence in rows[place + 1 : _LARGEST_BLOCK]:
                add(one, two, _SAME_SENTENCE if sentence == other_sentence else _SAME_BLOCK)
            for two, _ in by_block.get((document_id, block + 1), ())[:_LARGEST_BLOCK]:
                together = views[one].sections & views[two].sections
                add(one, two, _SAME_BLOCK if together else _NEXT_BLOCK)
    return found


def name_topic(views: Sequence[FactView], claims: dict[str, Claim], story: StoryWords) -> str:
    """Name a topic: the heading most of its facts stand under, else their most telling phrase."""
    titles = Counter(title for view in views for _, title in view.sections)
    if titles:
        title, count = min(titles.items(), key=lambda row: (-row[1], row[0]))
        if count >= _SECTION_SHARE * len(views) and len(views) > 1:
            return title
    rows = [claims[claim_id] for view in views for claim_id in view.fact.claim_ids]
    phrases = _count_phrases(rows, story)
    if not phrases:
        return views[0].fact.statement
    return min(phrases.items(), key=lambda row: (-row[1], row[0]))[0]


def _count_phrases(claims: Iterable[Claim], story: StoryWords) -> dict[str, float]:
    """Score each run of up to three words that begins and ends with a word of meaning."""
    scores: dict[str, float] = {}
    printed: dict[tuple[str, ...], str] = {}
    counts: Counter[tuple[str, ...]] = Counter()
    for claim in claims:
        words = story.by_id[claim.document_id]
        seen: set[tuple[str, ...]] = set()
        for span in claim.spans:
            first, last = words.between(span)
            for start in range(first, last):
                for size in (1, 2, 3):
                    key = _phrase_key(words.stems[start : min(start + size, last)], size)
                    if key is None or key in seen:
                        continue
                    seen.add(key)
                    place = words.span(start, start + size)
                    text = words.document.text[place.start : place.end]
                    if "\n" not in text and not any(mark in text for mark in ",;:.!?"):
                        printed.setdefault(key, text)
                        counts[key] += 1
    for key, count in sorted(counts.items()):
        text = printed[key]
        weight = sum(map(story.weight, key)) / len(key) ** 0.5
        named = 1.35 if _is_name(text) else 1.0
        scores[text] = max(scores.get(text, 0.0), weight * named * count**0.75)
    return scores


def _phrase_key(stems: Sequence[str], size: int) -> tuple[str, ...] | None:
    if len(stems) < size or not all(stems) or stems[0].isdigit():
        return None
    return tuple(stems)


def _is_name(text: str) -> bool:
    words = text.split()
    return all(word[0].isupper() for word in words) and not any(word.lower() in STOPWORDS for word in words)
