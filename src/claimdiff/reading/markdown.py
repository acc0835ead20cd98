"""Markdown: front matter as metadata, and the marks at the start of lines; offsets stay in the raw file."""

import re

from claimdiff.model import Skipped
from claimdiff.reading.lines import Stretch, trim
from claimdiff.reading.rows import Row, sort_row

_FENCE = re.compile(r"---[ \t]*(?:\r\n|\n|\r)")
_CLOSING_FENCE = re.compile(r"(?:^|(?<=[\n\r]))(?:---|\.\.\.)[ \t]*(?:\r\n|\n|\r|\Z)")
_KEY_VALUE = re.compile(r"(?P<key>[A-Za-z][\w -]{0,40}?)\s*:\s*(?P<value>.*)")
_HEADING = re.compile(r"(?P<marks>#{1,6})[ \t]+(?=\S)")
_CLOSING_MARKS = re.compile(r"[ \t]+#+$")
_UNDERLINE = re.compile(r"(?:={3,}|-{3,})$")
_QUOTE_OR_LIST = re.compile(r"(?P<quote>>[ \t]?)|(?P<item>(?:[-*+•]|\d{1,3}[.)])[ \t]+(?=\S))")
_DASHED = re.compile(r"[-–—][ \t]+(?P<inside>\S[^\n]{1,78}?)[ \t]+[-–—]$")
_BOLD_LINE = re.compile(r"(?P<mark>\*\*|__)(?P<inside>[^*_]{2,100})(?P=mark)$")
_SILENT = (
    ("image", re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,500}\)$")),
    ("comment", re.compile(r"<!--(?:(?!-->).){0,2000}-->$", re.S)),
    ("link definition", re.compile(r"\[[^\]]{1,80}\]:\s*\S+")),
    ("markup", re.compile(r"(?:```|~~~)\w*$|\|?[\s:|-]{3,}\|?$")),
)
_MOST_FRONT_MATTER = 20_000


def read_front_matter(text: str) -> tuple[dict[str, str], int]:
    """Return the `key: value` lines between two `---` at the top, and where the article starts.

    Keys come back in lower case, values without quotation marks. A text without front matter gives
    an empty dict and 0.
    """
    opening = _FENCE.match(text)
    if opening is None:
        return {}, 0
    closing = _CLOSING_FENCE.search(text, opening.end(), _MOST_FRONT_MATTER)
    if closing is None:
        return {}, 0
    values: dict[str, str] = {}
    for line in text[opening.end() : closing.start()].splitlines():
        match = _KEY_VALUE.match(line.strip())
        if match and match["value"]:
            values.setdefault(match["key"].lower(), match["value"].strip().strip("\"'"))
    return values, closing.end()


def sort_markdown_row(text: str, stretch: Stretch, *, near_edge: bool) -> Row:
    """Sort one paragraph of Markdown; the marks of headings, lists and quotes are cut off as markup."""
    line = text[stretch.start : stretch.end]
    for reason, pattern in _SILENT:
        if pattern.match(line):
            return Row(stretch.start, stretch.end, "line", reason)
    heading = _HEADING.match(line)
    if heading:
        return _cut_heading(text, stretch, heading)
    bold = _BOLD_LINE.match(line)
    if bold:
        marks = len(bold["mark"])
        inner = Stretch(stretch.start + marks, stretch.end - marks)
        row = sort_row(text, inner, near_edge=near_edge)
        row.cuts += [Skipped(stretch.start, inner.start, "markup"), Skipped(inner.end, stretch.end, "markup")]
        if row.reason is None and row.kind == "line":
            row.kind = "heading"
        return row
    return sort_marked_row(text, stretch, near_edge=near_edge)


def sort_marked_row(text: str, stretch: Stretch, *, near_edge: bool) -> Row:
    """Sort a paragraph that may open with a list or quote mark, as plain text has them too."""
    if text[stretch.start].isalpha():
        return sort_row(text, stretch, near_edge=near_edge)
    dashed = _DASHED.match(text, stretch.start, stretch.end)
    if dashed:
        row = Row(dashed.start("inside"), dashed.end("inside"), "heading")
        row.cuts += [Skipped(stretch.start, stretch.start + 1, "markup")]
        row.cuts += [Skipped(stretch.end - 1, stretch.end, "markup")]
        return row
    at, item = stretch.start, False
    cuts: list[Skipped] = []
    while (
        (match := _QUOTE_OR_LIST.match(text, at, stretch.end)) and match.end() < stretch.end and len(cuts) < 8
    ):
        marks = trim(text, at, match.end())
        if marks is not None:
            cuts.append(Skipped(marks.start, marks.end, "markup"))
        item = item or match["item"] is not None
        at = match.end()
    inner = trim(text, at, stretch.end)
    row = sort_row(text, inner or stretch, near_edge=near_edge)
    row.cuts += cuts if inner else []
    if item and row.reason is None:
        row.kind = "item"
    return row


def find_underline(text: str, stretch: Stretch) -> int:
    """Return the level (1 or 2) of the heading that a line of = or - underlines, 0 for another line."""
    line = text[stretch.start : stretch.end]
    return (1 if line[0] == "=" else 2) if _UNDERLINE.match(line) else 0


def _cut_heading(text: str, stretch: Stretch, match: re.Match[str]) -> Row:
    level = len(match["marks"])
    start, end = stretch.start + match.end(), stretch.end
    row = Row(start, end, "title" if level == 1 else "heading")
    row.cuts.append(Skipped(stretch.start, stretch.start + level, "markup"))
    closing = _CLOSING_MARKS.search(text[max(start, end - 20) : end])
    if closing and closing.start() > 0:
        row.end = max(start, end - 20) + closing.start()
        marks = trim(text, row.end, end)
        if marks is not None and row.end > start:
            row.cuts.append(Skipped(marks.start, marks.end, "markup"))
    return row
