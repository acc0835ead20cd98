"""What the claims of one document share: its attributions, references and quotation marks."""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cached_property
from operator import attrgetter
from typing import TypeVar

from claimdiff.extraction.attribution import Attributed, find_attributions
from claimdiff.extraction.figures import read_figures
from claimdiff.extraction.references import References, resolve_references
from claimdiff.extraction.sentence_words import BlockWords, read_words
from claimdiff.extraction.stretches import Stretch, group_by_block, read_stretches
from claimdiff.model import DateMention, Document, Quantity, Span, Speaker

Figure = TypeVar("Figure", Quantity, DateMention)


class Surroundings:
    """One document with everything that takes the whole document to know, worked out when asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._quoted: dict[int, list[tuple[int, int]]] = {}
        self._speakers: dict[int, tuple[Attributed, Speaker]] = {}
        self._stretches: dict[int, list[Stretch]] = {}
        self._figures: dict[int, tuple[tuple[Quantity, ...], tuple[DateMention, ...]]] = {}

    @cached_property
    def attributions(self) -> Mapping[int, Sequence[Attributed]]:
        """The attributions of each block, by its index."""
        found = find_attributions(self.document, references=self.references, words=self.words)
        return group_by_block(found)

    @cached_property
    def references(self) -> References:
        """What pronouns, short names and titles stand for."""
        return resolve_references(self.document, self.words)

    @cached_property
    def words(self) -> Sequence[BlockWords]:
        """The words, sentences and quotations of each block."""
        return read_words(self.document)

    def find_block(self, position: int) -> int:
        """Return the index of the block that holds a position, the nearest before it otherwise."""
        blocks = self.document.blocks
        low, high = 0, len(blocks)
        while low < high:
            middle = (low + high) // 2
            if blocks[middle].end <= position:
                low = middle + 1
            else:
                high = middle
        return min(low, max(0, len(blocks) - 1))

    def stretches_of(self, number: int) -> list[Stretch]:
        """Return the stretches of a block, in reading order."""
        known = self._stretches.get(number)
        if known is None:
            attributions = self.attributions.get(number, ())
            known = self._stretches[number] = list(read_stretches(self.words[number], attributions))
        return known

    def list_stretches(self) -> list[Stretch]:
        """Return the stretches of all blocks but section headings, in reading order."""
        blocks = enumerate(self.document.blocks)
        running = [number for number, block in blocks if block.kind != "heading"]
        return [stretch for number in running for stretch in self.stretches_of(number)]

    def name_speaker(self, said: Attributed | None) -> Speaker | None:
        """Return the speaker by the fullest name that the document gives for the words that name them."""
        if said is None or said.speaker is None:
            return None
        known = self._speakers.get(id(said))
        if known is None or known[0] is not said:
            known = self._speakers[id(said)] = said, self._look_up(said, said.speaker)
        return known[1]

    def _look_up(self, said: Attributed, speaker: Speaker) -> Speaker:
        spans = said.speaker_spans
        name = self.references.referent(spans[0]) if len(spans) == 1 else None
        name = name or self.references.fullest_name(speaker.name)
        if name == speaker.name:
            name = self.references.fullest_name(f"the {name}").removeprefix("the ")
        return (
            speaker if name == speaker.name else Speaker(name, speaker.role or self.references.role_of(name))
        )

    def read_figures(self) -> None:
        """Read the figures of all blocks but section headings at once, for a caller who wants them all."""
        for number, block in enumerate(self.document.blocks):
            if block.kind != "heading":
                self._figures[number] = read_figures(self.document, self.words[number])

    def figures_in(
        self, spans: Sequence[Span], number: int
    ) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
        """Return the quantities and the dates that lie in the spans, which lie in one block, if in any."""
        if not self.words:
            return (), ()
        known = self._figures.get(number)
        if known is None:
            known = self._figures[number] = read_figures(self.document, self.words[number])
        quantities, dates = known
        if not quantities and not dates:
            return known
        return _lying_in(quantities, spans), _lying_in(dates, spans)

    def quoted_in(self, spans: Sequence[Span], number: int) -> tuple[Span, ...]:
        """Return the parts of the spans that are printed inside quotation marks (outermost ones)."""
        known = self._quoted.get(number)
        if known is None:
            marks = self.words[number].quotes if self.words else ()
            known = sorted((mark.start, mark.end) for mark in marks if mark.end > mark.start)
            self._quoted[number] = known
        if not known:
            return ()
        found: set[Span] = set()
        for span in spans:
            at = max(0, bisect_right(known, (span.start, span.start)) - 1)
            while at < len(known) and known[at][0] < span.end:
                start, end = max(span.start, known[at][0]), min(span.end, known[at][1])
                if start < end:
                    found.add(Span(start, end))
                at += 1
        return tuple(sorted(found))


def _lying_in(items: Sequence[Figure], spans: Sequence[Span]) -> tuple[Figure, ...]:
    """Return the items (sorted and apart) whose span lies in one of the spans."""
    found: list[Figure] = []
    for span in spans if items else ():
        at = bisect_left(items, span.start, key=_starting)
        while at < len(items) and items[at].span.end <= span.end:
            found.append(items[at])
            at += 1
    return tuple(found)


_starting: Callable[[Quantity | DateMention], int] = attrgetter("span.start")


_latest: list[Surroundings] = []


def survey_document(document: Document) -> Surroundings:
    """Return the document's surroundings; asking again for the same document costs nothing."""
    for known in _latest:
        if known.document is document:
            return known
    surroundings = Surroundings(document)
    _latest[:] = [surroundings]
    return surroundings
