"""The tokens of a text and what their forms tell, as parallel lists: read once for a whole document."""

from bisect import bisect_left
from collections.abc import Sequence
from typing import NamedTuple

from claimdiff.extraction.word_forms import FORMS
from claimdiff.language.tokens import Token, cut_words
from claimdiff.model import Block


class Columns(NamedTuple):
    """Tokens with `starts` and `ends`, and of each its lower case with straight apostrophes, class and flags.

    See `word_forms` for the last three.
    """

    starts: list[int]
    ends: list[int]
    tokens: list[Token]
    straights: list[str]
    kinds: list[str]
    flags: list[int]

    def take(self, first: int, last: int) -> "Columns":
        """Return the columns of the tokens `first` up to but without `last`."""
        return Columns(
            self.starts[first:last],
            self.ends[first:last],
            self.tokens[first:last],
            self.straights[first:last],
            self.kinds[first:last],
            self.flags[first:last],
        )

    def extend(self, more: "Columns") -> None:
        """Put the columns of later tokens behind these."""
        self.starts.extend(more.starts)
        self.ends.extend(more.ends)
        self.tokens.extend(more.tokens)
        self.straights.extend(more.straights)
        self.kinds.extend(more.kinds)
        self.flags.extend(more.flags)


def read_columns(text: str, start: int, end: int) -> Columns:
    """Return the tokens of `text[start:end]`, as `tokenize` cuts them, with what their forms tell."""
    starts, ends, words = cut_words(text, start, end)
    if not words:
        return Columns([], [], [], [], [], [])
    lowers, straights, kinds, flags = map(list, zip(*map(FORMS.__getitem__, words), strict=True))
    return Columns(starts, ends, list(map(Token, starts, ends, words, lowers)), straights, kinds, flags)


def read_blocks(text: str, blocks: Sequence[Block]) -> list[Columns]:
    """Return the columns of each block of a text, cut all at once where white space parts the blocks."""
    start = min((block.start for block in blocks), default=0)
    end = max((block.end for block in blocks), default=0)
    held = sum(block.end - block.start for block in blocks)
    if end - start > 2 * held or not all(_stands_apart(text, block) for block in blocks):
        return [read_columns(text, block.start, block.end) for block in blocks]
    whole = read_columns(text, start, end)
    edges = whole.starts
    return [whole.take(bisect_left(edges, block.start), bisect_left(edges, block.end)) for block in blocks]


def _stands_apart(text: str, block: Block) -> bool:
    """Say whether white space or an end of the text stands on both sides of a block: no token crosses."""
    start, end = block.start, block.end
    return (start == 0 or text[start - 1].isspace()) and (end >= len(text) or text[end].isspace())
