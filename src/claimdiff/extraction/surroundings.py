"""What the claims of one document share: its attributions, references and quotation marks."""

from collections.abc import Mapping, Sequence
from functools import cached_property

from claimdiff.extraction.attribution import Attributed, find_attributions
from claimdiff.extraction.figures import read_dates, read_quantities
from claimdiff.extraction.quotations import QuotedSpan, find_quoted
from claimdiff.extraction.references import References, resolve_references
from claimdiff.extraction.stretches import Stretch, group_by_block, read_stretches
from claimdiff.model import DateMention, Document, Quantity


class Surroundings:
    """One document with everything that takes the whole document to know, worked out when asked for."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self._quoted: dict[int, list[QuotedSpan]] = {}
        self._stretches: dict[int, list[Stretch]] = {}
        self._figures: dict[int, tuple[tuple[Quantity, ...], tuple[DateMention, ...]]] = {}

    @cached_property
    def attributions(self) -> Mapping[int, Sequence[Attributed]]:
        """The attributions of each block, by its index."""
        return group_by_block(find_attributions(self.document))

    @cached_property
    def references(self) -> References:
        """What pronouns, short names and titles stand for."""
        return resolve_references(self.document)

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
            found = read_stretches(self.document, number, self.attributions.get(number, ()))
            known = self._stretches[number] = list(found)
        return known

    def figures_of(self, number: int) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
        """Return the quantities and the dates of a block."""
        known = self._figures.get(number)
        if known is None:
            block = self.document.blocks[number]
            dates = read_dates(self.document, block.start, block.end)
            known = read_quantities(self.document, block.start, block.end, dates), dates
            self._figures[number] = known
        return known

    def quoted_in(self, number: int) -> list[QuotedSpan]:
        """Return what is printed inside quotation marks in a block."""
        known = self._quoted.get(number)
        if known is None:
            block = self.document.blocks[number]
            known = self._quoted[number] = find_quoted(self.document.text, block.start, block.end)
        return known


_latest: list[Surroundings] = []


def survey_document(document: Document) -> Surroundings:
    """Return the document's surroundings; asking again for the same document costs nothing."""
    for known in _latest:
        if known.document is document:
            return known
    surroundings = Surroundings(document)
    _latest[:] = [surroundings]
    return surroundings
