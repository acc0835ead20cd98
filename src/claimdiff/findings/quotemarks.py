"""Stretches of a document that stand in quotation marks."""

import itertools
import re
from collections.abc import Iterator

from claimdiff.model import Document, Span

_DOUBLE = re.compile(r"[\"“”„«»]|''|``")
_SINGLE = re.compile(r"['‘’]")
_SENTENCE_END = re.compile(
    r"(?:\.\s?){3,9}(?=[\"'“‘(\[]*[A-Z0-9])|[.!?…]{1,5}[\"'”’)]{0,3}\s{1,9}(?=[\"'“‘(\[]*[A-Z0-9])"
)
_ABBREVIATED = re.compile(
    r"(?:\b[A-Z]|\b(?:Mr|Mrs|Ms|Dr|Sen|Gen|Col|Lt|Rep|Gov|St|Prof|Capt|Sgt|No|vs|Jr|Sr))$"
)
_OPENERS = "([{—–-/"
_SHORTENED = re.compile(r"['’](?:\d|em\b|til\b|twas\b|tis\b|cause\b|round\b|n\b)", re.IGNORECASE)


def find_quoted(document: Document) -> list[Span]:
    """Return what stands inside quotation marks, marks left out, in reading order.

    A quotation that is not closed runs to the end of its block; single marks count only where they
    can't be apostrophes. Quotations inside quotations are not listed.
    """
    found: list[Span] = []
    for block in document.blocks:
        found += _quoted_in(document.text, block.start, block.end)
    return sorted(set(found))


def _quoted_in(text: str, start: int, end: int) -> list[Span]:
    doubles = [span for span in _pair_double(text, start, end) if _holds_word(text, span)]
    singles = [span for span in _pair_single(text, start, end) if _holds_word(text, span)]
    kept: list[Span] = []
    for span in sorted(doubles + singles, key=lambda span: (span.start, -span.end)):
        if not kept or span.start >= kept[-1].end:
            kept.append(span)
    return kept


def _holds_word(text: str, span: Span) -> bool:
    return any(mark.isalnum() for mark in text[span.start : min(span.end, span.start + 200)])


def _pair_double(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    for match in _DOUBLE.finditer(text, start, end):
        mark = match.group()
        if opened is None:
            if mark in ("”", "»") or (
                mark == '"' and not _can_open(text, match.start(), match.end(), start, end)
            ):
                continue
            opened = match.end()
        elif mark in ("”", "»", "''") or (mark == '"' and not _reopens(text, match.start(), start, end)):
            if match.start() > opened:
                yield Span(opened, match.start())
            opened = None
        elif mark == "“":
            opened = match.end()
    if opened is not None and opened < end:
        yield Span(opened, end)


def _can_open(text: str, at: int, after: int, start: int, end: int) -> bool:
    before = text[at - 1] if at > start else " "
    return after < end and not text[after].isspace() and (before.isspace() or not before.isalnum())


def _reopens(text: str, at: int, start: int, end: int) -> bool:
    """Tell whether a straight mark inside an open quotation opens another instead of closing it."""
    before = text[at - 1] if at > start else " "
    following = text[at + 1] if at + 1 < end else " "
    return before.isspace() and following.isalnum()


def _pair_single(text: str, start: int, end: int) -> Iterator[Span]:
    opened: int | None = None
    candidate: int | None = None
    for match in _SINGLE.finditer(text, start, end):
        at = match.start()
        before = text[at - 1] if at > start else " "
        following = text[at + 1] if at + 1 < end else " "
        opens = (before.isspace() or before in _OPENERS or before in '"“') and following.isalnum()
        closes = not before.isspace() and not following.isalnum() and match.group() != "‘"
        if opens and match.group() != "’" and not _SHORTENED.match(text, at):
            if opened is not None and candidate is not None and candidate > opened:
                yield Span(opened, candidate)
            opened, candidate = at + 1, None
        elif closes and opened is not None:
            if before in ".,!?…;:" or before.lower() != "s":
                yield Span(opened, at)
                opened, candidate = None, None
            elif candidate is None:
                candidate = at
    if opened is not None and candidate is not None and candidate > opened:
        yield Span(opened, candidate)


def split_quoted(text: str, span: Span) -> list[Span]:
    """Cut a quotation into its sentences, edges trimmed of white space and commas."""
    cuts = [span.start]
    for match in _SENTENCE_END.finditer(text, span.start, span.end):
        if match.group()[0] == "." and _ABBREVIATED.search(
            text, max(span.start, match.start() - 6), match.start()
        ):
            continue
        cuts.append(match.end())
    cuts.append(span.end)
    parts: list[Span] = []
    for first, last in itertools.pairwise(cuts):
        while first < last and text[first].isspace():
            first += 1
        while last > first and (text[last - 1].isspace() or text[last - 1] in ",;"):
            last -= 1
        if first < last:
            parts.append(Span(first, last))
    return parts
