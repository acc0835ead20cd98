"""The words of a block with their places: what the attribution rules walk over."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator
from functools import reduce
from operator import or_, sub

from claimdiff.extraction.quotations import QUOTATION_MARKS, QuotedSpan, find_quoted
from claimdiff.extraction.sentences import split_sentences
from claimdiff.extraction.speech_cues import AUXILIARIES, STRONG_VERBS
from claimdiff.extraction.word_columns import Columns, read_blocks, read_columns
from claimdiff.extraction.word_forms import DIGITS, RARE, watch
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.model import Document, Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:[^\W_]+)?|[^\W_]+(?:['’\-–&][^\W_]+)*|[^\w\s]", re.UNICODE
)
# Where that cuts otherwise than `tokenize`: rare marks, rows of dots or dashes, "north–south", "28km".
_CUT_OTHERWISE = re.compile(
    r"[_`ʼ‐‑\u0300-\u036f.\-–\d](?:(?<=[_`ʼ‐‑\u0300-\u036f])|(?<=\.)\.|(?<=-)-|(?<=–)\w|(?<=\d)-?[^\W\d])"
)


_QUOTING = watch(QUOTATION_MARKS)
#: So many code points between two tokens are no plain space.
WIDE = 3


class _Finiteness(dict[str, tuple[bool, bool]]):
    """Of each word met so far: is it a finite verb, and may it be one where it is no name?"""

    def __missing__(self, word: str) -> tuple[bool, bool]:
        if len(self) > _MOST_WORDS:
            self.clear()
        sure = word in AUXILIARIES or word in STRONG_VERBS
        known = self[word] = sure, classify_word(word) in ("V", "VQ")
        return known


_MOST_WORDS = 100_000
_FINITENESS = _Finiteness()


def read_words(document: Document) -> list["BlockWords"]:
    """Return the words of each of a document's blocks."""
    text, blocks = document.text, document.blocks
    columns = read_blocks(text, blocks)
    return [
        BlockWords(text, block.start, block.end, number, columns[number])
        for number, block in enumerate(blocks)
    ]


class BlockWords:
    """A block's tokens, sentences and quotations, found once for all that reads them.

    `tokens` are the block's, as `tokenize` cuts them, with their `kinds` (classes) and `flags` (see
    `word_forms`); `bounds` are each sentence's first token and the one behind its last. `starts`, `ends` and
    `lowers` run in parallel over the words that attribution walks over, in lower case with straight
    apostrophes; they are the same tokens but where a number is glued to its unit or a dash joins two
    words. `sentence_first[k]` is the index of sentence k's first word. `met` are the flags of all tokens
    and `sentence_flags[k]` those of sentence k's, so that a rule whose words are not there need not look;
    `is_wide` says that much white space stands between tokens.
    `quotes` are the outermost quotations. Look-ups cost one bisection.
    """

    __slots__ = (
        "_quote_ends",
        "_quote_starts",
        "bounds",
        "end",
        "ends",
        "flags",
        "index",
        "is_wide",
        "kinds",
        "lowers",
        "met",
        "quotes",
        "sentence_first",
        "sentence_flags",
        "sentences",
        "start",
        "starts",
        "text",
        "tokens",
    )

    def __init__(
        self, text: str, start: int, end: int, index: int = 0, columns: Columns | None = None
    ) -> None:
        """Read a block; `columns` are those of its tokens where the caller has them."""
        self.text, self.start, self.end, self.index = text, start, end, index
        self.sentences: list[Span] = split_sentences(text, start, end)
        self._take_words(self._part_sentences(columns or read_columns(text, start, end)))
        self.quotes: list[QuotedSpan] = []
        if self.met & _QUOTING:
            self.quotes = [quoted for quoted in find_quoted(text, start, end) if not quoted.depth]
        self._quote_starts = [quoted.outer_start for quoted in self.quotes]
        self._quote_ends = [quoted.outer_end for quoted in self.quotes]

    def _part_sentences(self, columns: Columns) -> Columns:
        """Note each sentence's tokens; cut sentence by sentence where one would end inside a token."""
        ends = columns.ends
        self.bounds: list[tuple[int, int]] = []
        last = 0
        for span in self.sentences:
            first, last = last, bisect_left(ends, span.end, last) + 1
            self.bounds.append((first, last))
            if ends[last - 1] != span.end:
                return self._cut_sentences()
        return columns

    def _cut_sentences(self) -> Columns:
        whole = Columns([], [], [], [], [], [])
        self.bounds = []
        for span in self.sentences:
            first = len(whole.starts)
            whole.extend(read_columns(self.text, span.start, span.end))
            self.bounds.append((first, len(whole.starts)))
        return whole

    def _take_words(self, columns: Columns) -> None:
        """Take over what is known of each token, and cut the words anew where they differ."""
        text = self.text
        self.starts, self.ends, self.tokens, self.lowers, self.kinds, self.flags = columns
        self.is_wide = max(map(sub, self.starts[1:], self.ends), default=0) > WIDE
        self.sentence_first = [first for first, _ in self.bounds]
        self.sentence_flags = [reduce(or_, self.flags[first:last], 0) for first, last in self.bounds]
        self.met = reduce(or_, self.sentence_flags, 0)
        if self.met & (DIGITS | RARE) and _CUT_OTHERWISE.search(text, self.start, self.end) is not None:
            found = [match.span() for match in _TOKEN.finditer(text, self.start, self.end)]
            self.starts, self.ends = [first for first, _ in found], [last for _, last in found]
            self.lowers = [text[first:last].lower().replace("’", "'") for first, last in found]
            self.sentence_first = [bisect_left(self.starts, span.start) for span in self.sentences]

    def find_flagged(self, flag: int, pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
        """Yield the matches of a pattern for one word in the tokens that have a flag."""
        if self.met & flag:
            for token, flags in zip(self.tokens, self.flags, strict=True):
                if flags & flag:
                    yield from pattern.finditer(self.text, token.start, min(token.end + 1, self.end))

    def range_of(self, number: int) -> tuple[int, int]:
        """Return the half-open token range of a sentence."""
        first = self.sentence_first[number]
        last = self.sentence_first[number + 1] if number + 1 < len(self.sentences) else len(self.starts)
        return first, last

    def range_at(self, token: int) -> int:
        """Return the first token of the sentence that a token lies in."""
        return self.sentence_first[max(0, bisect_right(self.sentence_first, token) - 1)]

    def end_of(self, token: int) -> int:
        """Return the token after the last one of the sentence that a token lies in."""
        place = bisect_right(self.sentence_first, token)
        return self.sentence_first[place] if place < len(self.sentence_first) else len(self.starts)

    def token_at(self, position: int) -> int:
        """Return the index of the first token that starts at or after a position."""
        return bisect_left(self.starts, position)

    def quote_over(self, position: int) -> QuotedSpan | None:
        """Return the outermost quotation that covers a position, marks included."""
        if not self._quote_starts:
            return None
        place = bisect_right(self._quote_starts, position) - 1
        if place >= 0 and self._quote_ends[place] > position:
            return self.quotes[place]
        return None

    def quote_ending(self, position: int) -> QuotedSpan | None:
        """Return the quotation whose closing mark ends at a position."""
        if not self._quote_ends:
            return None
        place = bisect_left(self._quote_ends, position)
        if place < len(self._quote_ends) and self._quote_ends[place] == position:
            return self.quotes[place]
        return None

    def quote_starting(self, position: int) -> QuotedSpan | None:
        """Return the quotation whose opening mark stands at a position."""
        if not self._quote_starts:
            return None
        place = bisect_left(self._quote_starts, position)
        if place < len(self._quote_starts) and self._quote_starts[place] == position:
            return self.quotes[place]
        return None

    def is_finite(self, token: int) -> bool:
        """Say whether a token is a finite verb, as far as its form alone tells (never a capitalised one)."""
        sure, possible = _FINITENESS[self.lowers[token]]
        return sure or (possible and not self.is_capital(token))

    def surface(self, token: int) -> str:
        """Return a token as printed."""
        return self.text[self.starts[token] : self.ends[token]]

    def is_capital(self, token: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return self.text[self.starts[token]].isupper()
