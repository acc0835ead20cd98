"""Paragraphs sorted one by one: article, or not, and what sticks to their ends; no look at neighbours."""

from dataclasses import dataclass, field
from typing import Literal

from claimdiff.model import Skipped
from claimdiff.reading.credits import cut_prefix, cut_suffix, find_credit_line
from claimdiff.reading.frontlines import FrontLine, read_dateline, read_front_line, read_name_line
from claimdiff.reading.furniture import find_furniture
from claimdiff.reading.lines import Stretch, has_final_stop, trim

RowKind = Literal["sentence", "line", "caption", "heading", "item", "title"]
_MOST_CUTS = 6


@dataclass
class Row:
    """One paragraph while it is being sorted: `reason` says why it is not article, None where it is.

    A "sentence" ends with a stop, a "line" does not; the other kinds are sure already. `cuts` are the
    labels and credits cut off its ends, and `doubtful` marks a dateline that may be a speaker's name.
    """

    start: int
    end: int
    kind: RowKind
    reason: str | None = None
    cuts: list[Skipped] = field(default_factory=list)
    front: FrontLine | None = None
    doubtful: bool = False


def sort_row(text: str, stretch: Stretch, *, near_edge: bool) -> Row:
    """Sort one paragraph. `near_edge` is true at the top and the foot, where bylines and dates stand."""
    line = text[stretch.start : stretch.end]
    row = Row(stretch.start, stretch.end, "sentence" if has_final_stop(line) else "line")
    row.reason = find_furniture(line) or find_credit_line(line)
    if row.reason is None and near_edge:
        row.front = read_front_line(line) or read_name_line(line)
        if row.front is not None:
            row.reason = "byline" if row.front.byline else "publication date"
    if row.reason is None and len(line) > 3:
        _cut_ends(text, row)
    return row


def _cut_ends(text: str, row: Row) -> None:
    for _ in range(_MOST_CUTS):
        line = text[row.start : row.end]
        prefix = cut_prefix(line, stopped=row.kind == "sentence")
        if prefix is None:
            break
        if prefix.reason != "correction label":
            row.kind = "caption"
        _cut(text, row, row.start, row.start + prefix.length, prefix.reason)
    dateline = read_dateline(text[row.start : min(row.end, row.start + 200)])
    if dateline is not None and row.start + dateline.length < row.end:
        row.front = FrontLine(dateline.published_at, None, dateline.outlet)
        row.doubtful = dateline.doubtful
        _cut(text, row, row.start, row.start + dateline.length, "dateline")
    for _ in range(_MOST_CUTS):
        suffix = cut_suffix(text[max(row.start, row.end - 450) : row.end])
        if suffix is None or suffix.length >= row.end - row.start:
            break
        if suffix.reason == "image credit":
            row.kind = "caption"
        _cut(text, row, row.end - suffix.length, row.end, suffix.reason)
    if row.kind == "line" and has_final_stop(text[row.start : row.end]):
        row.kind = "sentence"


def _cut(text: str, row: Row, start: int, end: int, reason: str) -> None:
    """Move the stretch from the row to its cuts, white space at the seam to neither."""
    gone = trim(text, start, end)
    if gone is not None:
        row.cuts.append(Skipped(gone.start, gone.end, reason))
    left = trim(text, end, row.end) if start <= row.start else trim(text, row.start, start)
    if left is None:
        row.reason = reason
        row.end = row.start
    else:
        row.start, row.end = left
