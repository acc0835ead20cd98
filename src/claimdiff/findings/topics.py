"""Facts that some documents lack, gathered into topics."""

import heapq
from collections import Counter
from collections.abc import Mapping, Sequence

from msgspec import Struct

from claimdiff.findings.coverage import FactView
from claimdiff.findings.topic_names import SectionTitles, Theme, find_theme, name_topic
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Claim, Document

_JOINED = 0.2
_LARGEST_TOPIC = 9
_LARGEST_BLOCK = 40
_SAME_SENTENCE = 0.35
_SAME_BLOCK = 0.2
_NEXT_BLOCK = 0.06
_SAME_SECTION = 0.45
_SECTIONS_APART = 0.25
_LARGEST_SECTION = 16
_TOLD_SHARE = 0.33


class Topic(Struct, frozen=True):
    """Facts on one thing that some document lacks; `documents` are those that tell a good part of it."""

    name: str
    views: tuple[FactView, ...]
    documents: frozenset[str]


def gather_topics(
    views: Sequence[FactView],
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    story: StoryWords,
) -> list[Topic]:
    """Group facts into topics, nearest first, as long as some document still lacks the whole topic.

    Groups that share a theme and are told by the same documents are one topic.
    """
    titles = SectionTitles(views, documents)
    everyone = frozenset(documents)
    # What shares nothing that could name it is gathered under its own number.
    gathered: dict[tuple[Theme | int, frozenset[str]], list[FactView]] = {}
    for number, members in enumerate(_Agglomeration(views, story, everyone, titles).run()):
        rows = [views[at] for at in members]
        telling = find_tellers(rows)
        absent = sorted(everyone - telling)
        if absent:
            theme = find_theme(rows, absent, titles, claims, documents, story)
            gathered.setdefault((number if theme is None else theme, telling), []).extend(rows)
    topics: list[Topic] = []
    taken: set[str] = set()
    for (shared, telling), rows in sorted(gathered.items(), key=lambda row: -len(row[1])):
        theme = shared if isinstance(shared, Theme) else None
        # A heading names only the most of what stands under it.
        if theme is not None and theme.heading and theme.words in taken:
            theme = None
        if theme is not None:
            taken.add(theme.words)
        name = name_topic(theme, rows, everyone - telling, claims)
        topics.append(Topic(name, tuple(rows), telling))
    return topics


def find_tellers(views: Sequence[FactView]) -> frozenset[str]:
    """Return the documents that tell a good part of the facts, at least one of them in full."""
    told: Counter[str] = Counter()
    for view in views:
        told.update(sorted(view.documents))
    stated = frozenset(document_id for view in views for document_id in view.fact.document_ids)
    least = _TOLD_SHARE * len(views)
    most = max(told.values())
    return frozenset(
        document_id
        for document_id, count in told.items()
        if count >= least or count == most or (document_id in stated and count >= 0.75 * least)
    )


class _Agglomeration:
    """Average-link clustering over a sparse graph of facts."""

    def __init__(
        self,
        views: Sequence[FactView],
        story: StoryWords,
        everyone: frozenset[str],
        titles: SectionTitles,
    ) -> None:
        self._views = views
        self._titles = titles
        self._everyone = everyone
        self._members = {at: [at] for at in range(len(views))}
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
        for pair, bonus in _neighbour_bonus(self._views, self._titles).items():
            scores[pair] = scores.get(pair, 0.0) + bonus
        for one, two in scores:
            if sections_part(self._views[one], self._views[two]):
                scores[one, two] -= _SECTIONS_APART
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
            if size_one + size_two > (_LARGEST_SECTION if self._in_one_section(one, two) else _LARGEST_TOPIC):
                continue
            if self._lacking(one) & self._lacking(two) == set():
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

    def _in_one_section(self, one: int, two: int) -> bool:
        rows = [self._views[at].sections for at in (*self._members[one], *self._members[two])]
        return any(map(self._titles.is_topical, sorted(frozenset.intersection(*rows))))

    def _lacking(self, group: int) -> frozenset[str]:
        """Return the documents that tell none or little of a group's facts."""
        return self._everyone - find_tellers([self._views[at] for at in self._members[group]])

    def _merge(self, one: int, two: int) -> None:
        self._members[one] += self._members.pop(two)
        for other, total in self._links.pop(two).items():
            del self._links[other][two]
            if other != one:
                self._links[one][other] = self._links[other][one] = self._links[one].get(other, 0.0) + total


def _neighbour_bonus(views: Sequence[FactView], titles: SectionTitles) -> dict[tuple[int, int], float]:
    """Score facts that stand together: in one sentence, one paragraph, side by side, in one section.

    Facts under different headings of one document are pushed apart.
    """
    by_block: dict[tuple[str, int], list[tuple[int, int]]] = {}
    by_section: dict[tuple[str, str], list[int]] = {}
    for at, view in enumerate(views):
        for document_id, block, sentence in view.places:
            by_block.setdefault((document_id, block), []).append((at, sentence))
        for section in filter(titles.is_topical, sorted(view.sections)):
            by_section.setdefault(section, []).append(at)
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
                add(one, two, _NEXT_BLOCK)
    for _, members in sorted(by_section.items()):
        for place, one in enumerate(members[:_LARGEST_BLOCK]):
            for two in members[place + 1 : _LARGEST_BLOCK]:
                add(one, two, _SAME_SECTION)
    return found


def sections_part(one: FactView, two: FactView) -> bool:
    """Tell whether two facts stand under different headings (or none) of a document that has them."""
    headed = {document_id for document_id, _ in one.sections | two.sections}
    ours = {row for row in one.sections if row[0] in headed}
    theirs = {row for row in two.sections if row[0] in headed}
    shared = {place[0] for place in one.places} & {place[0] for place in two.places} & headed
    return bool(shared) and not ours & theirs
