"""Text → paragraphs: one a line, or several lines where the text was wrapped at a fixed width."""

import re
from itertools import pairwise
from typing import NamedTuple

_WIDEST_WRAP = 110
_NARROWEST_WRAP = 30
_STOPS = frozenset(".!?…:;")
_CLOSERS = "\"'”’»)]*_"
_SENTENCE_INSIDE = re.compile(r"[.!?][\"”’']? +[\"“‘']?[A-Z]")


class Stretch(NamedTuple):
    """A half-open stretch of text without white space at its ends."""

    start: int
    end: int


def split_lines(text: str, start: int = 0) -> list[Stretch | None]:
    """Return the visible part of every line from `start` on, None for a blank one."""
    lines: list[Stretch | None] = []
    at = start
    for line in (text[start:] if start else text).splitlines(keepends=True):
        bare = line.strip()
        if bare:
            first = at + line.index(bare[0])
            lines.append(Stretch(first, first + len(bare)))
        else:
            lines.append(None)
        at += len(line)
    return lines


def trim(text: str, start: int, end: int) -> Stretch | None:
    """Return the stretch without white space at its ends, None where nothing is left."""
    piece = text[start:end]
    left = len(piece) - len(piece.lstrip())
    if left == len(piece):
        return None
    return Stretch(start + left, start + len(piece.rstrip()))


def split_paragraphs(text: str, start: int = 0) -> list[Stretch]:
    """Return the paragraphs of `text` from `start` on.

    A line is a paragraph, unless the text is wrapped at a fixed width: then lines that broke because the
    next word did not fit are joined.
    """
    lines = split_lines(text, start)
    width = _find_wrap_width(text, lines)
    paragraphs: list[Stretch] = []
    before: Stretch | None = None
    for line in lines:
        if line is not None and before is not None and width and _continues(text, before, line, width):
            paragraphs[-1] = Stretch(paragraphs[-1].start, line.end)
        elif line is not None:
            paragraphs.append(line)
        before = line
    return paragraphs


def has_final_stop(text: str) -> bool:
    """Tell whether a line ends as a sentence does, closing quotation marks and brackets aside."""
    return text[-5:].rstrip(_CLOSERS)[-1:] in _STOPS


def holds_sentence_break(text: str) -> bool:
    """Tell whether a line holds the end of one sentence and the start of another."""
    return _SENTENCE_INSIDE.search(text[:1000]) is not None


def _find_wrap_width(text: str, lines: list[Stretch | None]) -> int:
    """Return the width a text was wrapped at, 0 for text that was not.

    Wrapped text shows lines that go on in lower case in the next line, and no long line.
    """
    present = [line for line in lines if line is not None]
    lengths = sorted(line.end - line.start for line in present)
    if len(lengths) < 2:
        return 0
    width = lengths[min(len(lengths) - 1, int(len(lengths) * 0.97))]
    if not _NARROWEST_WRAP <= width <= _WIDEST_WRAP:
        return 0
    pairs = [(left, right) for left, right in pairwise(lines) if left is not None and right is not None]
    going_on = sum(
        text[right.start].islower() and not has_final_stop(text[left.start : left.end])
        for left, right in pairs
    )
    return width if going_on and going_on >= 0.25 * len(pairs) else 0


def _continues(text: str, left: Stretch, right: Stretch, width: int) -> bool:
    """Tell whether `right` goes on with `left`: its first word would not have fitted before it."""
    if text[right.start].islower():
        return True
    if text[right.start] in "#>*-•|" or text[left.start] in "#|":
        return False
    first_word = text[right.start : right.end].split(maxsplit=1)[0]
    return left.end - left.start + 1 + len(first_word) > width
