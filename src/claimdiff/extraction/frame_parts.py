"""A cue with its subject and what is said, and the stretches of text they stand for."""

from msgspec import Struct

from claimdiff.extraction.contents import Complement
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.subjects import Subject

#: Marks that part an attribution from what is said.
CLOSERS = frozenset(",—–-")


class Frame(Struct, frozen=True, gc=False):
    """An attribution as tokens and code points.

    `contents` are stretches of what is said, `words` those of the attribution itself (code points,
    half-open); `side` is "left", "right", "both", "after" (a colon that leads to the next block) or
    "bare" (nothing said in this sentence). `join` is how the content is joined on (see Complement); `right`
    are the tokens of what is said after the cue.
    """

    cue: int
    group: int
    cue_end: int
    lemma: str
    kind: str
    form: str
    subject: Subject
    contents: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]
    side: str
    join: str
    quoted: bool
    passive: bool
    right: tuple[int, int] = (0, 0)


def stretch_of(words: BlockWords, complement: Complement) -> tuple[int, int] | None:
    """Return the code points of a complement; one quotation's later sentences belong to it."""
    if complement.last <= complement.first:
        return None
    start, end = words.starts[complement.first], words.ends[complement.last - 1]
    quoted = words.quote_over(words.starts[complement.last - 1])
    if quoted is not None and quoted.outer_start >= start and quoted.end > end:
        end = quoted.end
    return start, end


def is_mostly_quoted(words: BlockWords, contents: list[tuple[int, int]]) -> bool:
    """Say whether one of the stretches begins in quotation marks that hold at least half of it."""
    for start, end in contents:
        quoted = words.quote_over(start)
        if quoted is not None and 2 * (min(quoted.end, end) - start) >= end - start:
            return True
    return False


def trim_space(text: str, start: int, end: int) -> tuple[int, int]:
    """Return a stretch without white space at its ends."""
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def strip_end(words: BlockWords, first: int, last: int) -> int:
    """Return the end of some tokens without the marks that close them."""
    while last > first and words.lowers[last - 1] in ".,;:":
        last -= 1
    return last
