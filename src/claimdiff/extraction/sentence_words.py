"""The words of a block with their places: what the attribution rules walk over."""

import re
from bisect import bisect_left, bisect_right
from itertools import chain

from claimdiff.extraction.quotations import QuotedSpan, find_quoted
from claimdiff.extraction.sentences import split_sentences
from claimdiff.extraction.speech_cues import AUXILIARIES, STRONG_VERBS
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tokens import tokenize
from claimdiff.model import Document, Span

_TOKEN = re.compile(
    r"(?:[^\W\d_]\.){2,}|\d+(?:[.,:]\d+)*(?:[^\W_]+)?|[^\W_]+(?:['’\-–&][^\W_]+)*|[^\w\s]", re.UNICODE
)
_DIGIT = re.compile(r"\d")
# Where that cuts otherwise than `tokenize`: rare marks, rows of dots or dashes, "north–south", "28km".
_CUT_OTHERWISE = re.compile(
    r"[_`ʼ‐‑\u0300-\u036f.\-–\d](?:(?<=[_`ʼ‐‑\u0300-\u036f])|(?<=\.)\.|(?<=-)-|(?<=–)\w|(?<=\d)-?[^\W\d])"
)


class _Finiteness(dict[str, tuple[bool, bool]]):
    """Of each word met so far: is it a finite verb, and may it be one where it is no name."""

    def __missing__(self, word: str) -> tuple[bool, bool]:
        if len(self) > _MOST_WORDS:
            self.clear()
        sure = word in AUXILIARIES or word in STRONG_VERBS
        known = self[word] = sure, classify_word(word) in ("V", "VQ")
        return known


_MOST_WORDS = 100_000
_FINITENESS = _Finiteness()


def read_block_words(document: Document, number: int) -> "BlockWords":
    """Return the words of a document's block, by its index."""
    block = document.blocks[number]
    return BlockWords(document.text, block.start, block.end, number)


class BlockWords:
    """A block's tokens, sentences and quotations, found once for all that reads them.

    `tokens` are those of each sentence, as `tokenize` cuts them. `starts`, `ends` and `lowers` run in
    parallel over the words that attribution walks over, in lower case with straight apostrophes; they
    are the same tokens but where a number is glued to its unit or a dash joins two words.
    `sentence_first[k]` is the index of sentence k's first word. `vocabulary` holds every word, and
    the parts of compounds and possessives, so that a rule whose words are not there need not look;
    `has_digits` says so of digits.
    `quotes` are the outermost quotations. Look-ups cost one bisection.
    """

    __slots__ = (
        "_quote_ends",
        "_quote_starts",
        "end",
        "ends",
        "has_digits",
        "index",
        "lowers",
        "quotes",
        "sentence_first",
        "sentences",
        "start",
        "starts",
        "text",
        "tokens",
        "vocabulary",
    )

    def __init__(self, text: str, start: int, end: int, index: int = 0) -> None:
        self.text, self.start, self.end, self.index = text, start, end, index
        self.sentences: list[Span] = split_sentences(text, start, end)
        self.tokens = [tokenize(text, sentence.start, sentence.end) for sentence in self.sentences]
        self._read_words()
        self.sentence_first: list[int] = [bisect_left(self.starts, span.start) for span in self.sentences]
        self.quotes: list[QuotedSpan] = [
            quoted for quoted in find_quoted(text, start, end) if not quoted.depth
        ]
        self._quote_starts = [quoted.outer_start for quoted in self.quotes]
        self._quote_ends = [quoted.outer_end for quoted in self.quotes]

    def _read_words(self) -> None:
        """Take the words over from the tokens, or cut them where they differ."""
        text, start, end = self.text, self.start, self.end
        if self.tokens and _CUT_OTHERWISE.search(text, start, end) is None:
            starts, ends, _, lowers = zip(*chain.from_iterable(self.tokens), strict=True)
        else:
            found = [match.span() for match in _TOKEN.finditer(text, start, end)]
            starts, ends = zip(*found, strict=True) if found else ((), ())
            lowers = tuple(text[first:last].lower() for first, last in found)
        self.starts: list[int] = list(starts)
        self.ends: list[int] = list(ends)
        # No token holds a line end, so that all are changed in one go.
        joined = "\n".join(lowers).replace("’", "'")
        self.lowers: list[str] = joined.split("\n") if joined else []
        parts = joined.replace("'", "\n").replace("-", "\n").replace("–", "\n").replace("&", "\n")
        self.has_digits = _DIGIT.search(text, start, end) is not None
        self.vocabulary = frozenset(self.lowers if parts == joined else self.lowers + parts.split("\n"))

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

    def has_quotation(self, start: int, end: int) -> bool:
        """Say whether a quotation opens between two positions."""
        place = bisect_left(self._quote_starts, start)
        return place < len(self._quote_starts) and self._quote_starts[place] < end

    def surface(self, token: int) -> str:
        """Return a token as printed."""
        return self.text[self.starts[token] : self.ends[token]]

    def is_capital(self, token: int) -> bool:
        """Say whether a token begins with a capital letter."""
        return self.text[self.starts[token]].isupper()
