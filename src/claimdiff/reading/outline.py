"""Paragraphs → title, dek, headings, captions and paragraphs; and what to leave out, with its reason."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field

from claimdiff.model import Block, BlockKind, Section, Skipped
from claimdiff.reading.frontlines import FrontLine
from claimdiff.reading.lines import Stretch, holds_sentence_break, split_paragraphs, trim
from claimdiff.reading.markdown import find_underline, sort_markdown_row, sort_marked_row
from claimdiff.reading.neighbours import leave_out_by_neighbours
from claimdiff.reading.outlets import is_masthead, split_site_name
from claimdiff.reading.rows import Row

_EDGE_ROWS = 10
_LONGEST_TITLE = 32
_LONGEST_HEADING = 9
_LONGEST_MARKED_HEADING = 14
_LONGEST_CAPTION = 60
_SECTION_WORDS_TEXT = """
    world international national politics business sport sports us u.s. uk europe asia africa
    americas america middle east science technology tech health entertainment opinion news local
    economy markets finance culture life lifestyle travel environment climate education society
    region regional crime weather football features breaking latest top stories and & home global
    metro nation money media arts
"""
_SECTION_WORDS = frozenset(_SECTION_WORDS_TEXT.split())
_EDGE_PUNCTUATION = re.compile(r"[\W_]+")
_CAPTION_WORDS = re.compile(
    r"\((?:[^()]{0,30}\b)?(?:pictured|left|right|above|below|file|centre|center)\b|\bpictured\b|"
    r"\bfile (?:photo|image|picture)\b",
    re.I,
)
_LEAD_IN = re.compile(r"(?:from [A-Z][\w.' ]{1,30}|[A-Z][\w’'-]{1,20}):$", re.I)


@dataclass
class Outline:
    """What the lines of an article tell about its shape."""

    blocks: list[Block] = field(default_factory=list)
    sections: list[Section] = field(default_factory=list)
    skipped: list[Skipped] = field(default_factory=list)
    fronts: list[FrontLine] = field(default_factory=list)
    title: str | None = None
    site: str | None = None


def outline_text(
    text: str,
    start: int = 0,
    *,
    markdown: bool = False,
    title: str | None = None,
    headings: Iterable[str] = (),
) -> Outline:
    """Return the outline of `text` from `start` on; `title` is the headline that metadata gives,
    `headings` are lines that the format marks as headings.

    Blocks and skipped stretches do not overlap, and together hold every visible character from `start` on.
    """
    rows = _sort_rows(text, start, markdown)
    outline = Outline(title=title)
    _mark_headings(text, rows, frozenset(headings))
    leave_out_by_neighbours(text, rows)
    kinds = _name_head(text, rows, outline)
    _leave_out_repeats(text, rows, outline.title, kinds)
    _name_body(text, rows, kinds)
    _build(text, rows, kinds, outline)
    return outline


def fold_title(title: str) -> str:
    """Return a headline's letters and digits alone, for comparison."""
    return _EDGE_PUNCTUATION.sub(" ", title.casefold()).strip()


def _sort_rows(text: str, start: int, markdown: bool) -> list[Row]:
    stretches, comments = _cut_comments(text, split_paragraphs(text, start), start)
    sort = sort_markdown_row if markdown else sort_marked_row
    rows: list[Row] = list(comments)
    for number, stretch in enumerate(stretches):
        near_edge = number < _EDGE_ROWS or number >= len(stretches) - 4
        if (
            markdown
            and rows
            and rows[-1].reason is None
            and rows[-1].end > rows[-1].start
            and (level := find_underline(text, stretch))
        ):
            rows[-1].kind = "title" if level == 1 else "heading"
            rows.append(Row(stretch.start, stretch.end, "line", "markup"))
            continue
        rows.append(sort(text, stretch, near_edge=near_edge))
    return sorted(rows, key=lambda row: row.start) if comments else rows


def _cut_comments(text: str, stretches: list[Stretch], start: int) -> tuple[list[Stretch], list[Row]]:
    """Cut "<!-- … -->" out of the paragraphs, also where one spans several lines."""
    comments: list[Row] = []
    opening = text.find("<!--", start)
    while opening >= 0 and (closing := text.find("-->", opening + 4)) >= 0:
        comments.append(Row(opening, closing + 3, "line", "comment"))
        opening = text.find("<!--", closing + 3)
    if not comments:
        return stretches, []
    kept: list[Stretch] = []
    waiting = iter(comments)
    comment = next(waiting, None)
    for stretch in stretches:
        at = stretch.start
        while comment is not None and comment.end <= at:
            comment = next(waiting, None)
        while comment is not None and comment.start < stretch.end:
            kept += filter(None, [trim(text, at, max(at, comment.start))])
            at = comment.end
            if comment.end > stretch.end:
                break
            comment = next(waiting, None)
        if at < stretch.end:
            kept += filter(None, [trim(text, at, stretch.end)])
    return kept, comments


def _mark_headings(text: str, rows: list[Row], headings: frozenset[str]) -> None:
    for row in rows if headings else ():
        marked = row.end - row.start <= 200 and text[row.start : row.end] in headings
        if marked and row.reason is None and _count_words(text, row) <= _LONGEST_MARKED_HEADING:
            row.kind = "heading"


def _name_head(text: str, rows: list[Row], outline: Outline) -> dict[int, BlockKind]:
    """Find title and dek among the lines before the first sentence; return block kinds by row number."""
    kinds: dict[int, BlockKind] = {}
    present = [number for number, row in enumerate(rows) if row.reason is None]
    if len(present) < 2 and outline.title is None:
        return kinds
    head: list[int] = []
    for number in present:
        if rows[number].kind not in ("line", "title") or len(head) >= 8:
            break
        head.append(number)
    titled = next((number for number in present[:12] if rows[number].kind == "title"), None)
    if outline.title is not None:
        titled = next(
            (number for number in present[:8] if _same_title(text, rows[number], outline.title)), None
        )
    elif titled is None:
        titled = _find_title(text, rows, present, head)
    if titled is not None:
        for number in head[: head.index(titled)] if titled in head else []:
            line = text[rows[number].start : rows[number].end]
            masthead = is_masthead(line)
            rows[number].reason = "site name" if masthead else "section label"
            outline.site = line if masthead else outline.site
        kinds[titled] = "title"
        _take_title(text, rows[titled], outline)
    deks = [number for number in head if rows[number].reason is None and number not in kinds]
    deks = [number for number in deks if titled is None or number > titled]
    if deks and (titled is not None or outline.title is not None):
        for number in deks:
            kinds[number] = "dek" if len(deks) == 1 else "item"
    return kinds


def _find_title(text: str, rows: list[Row], present: list[int], head: list[int]) -> int | None:
    lines = [number for number in head if 1 <= _count_words(text, rows[number]) <= _LONGEST_TITLE]
    for place, number in enumerate(lines):
        words = text[rows[number].start : rows[number].end].lower().split()
        label = len(words) <= 3 and all(word in _SECTION_WORDS for word in words)
        if place + 1 < len(lines) and (label or is_masthead(text[rows[number].start : rows[number].end])):
            continue
        return number
    if not present or head:
        return None
    first = present[0]
    line = text[rows[first].start : rows[first].end]
    if rows[first].kind != "sentence" or rows[first].cuts or len(line.split()) > _LONGEST_TITLE:
        return None
    followed = first + 1 < len(rows) and rows[first + 1].front is not None
    if followed and rows[first + 1].reason is not None:
        return first
    open_end = line.rstrip("\"'”’)")[-1:] in "?!…" or line.endswith("...")
    one_sentence = not holds_sentence_break(line)
    return first if one_sentence and (followed or open_end or _has_title_case(line)) else None


def _has_title_case(line: str) -> bool:
    """Tell whether nearly all longer words start with a capital, as in many headlines."""
    longer = re.findall(r"[^\W\d_]{4,}", line)
    return len(longer) >= 4 and sum(word[0].isupper() for word in longer) >= 0.8 * len(longer)


def _take_title(text: str, row: Row, outline: Outline) -> None:
    """Keep the headline's words, and cut off the site name behind them."""
    line = text[row.start : row.end]
    site = split_site_name(line) if len(line) <= 400 else None
    if site is not None:
        cut, outline.site = site
        tail = text[row.start + cut : row.end]
        at = row.start + cut + len(tail) - len(tail.lstrip())
        row.cuts.append(Skipped(at, row.end, "site name"))
        row.end = row.start + len(text[row.start : row.start + cut].rstrip())
    if outline.title is None:
        outline.title = " ".join(text[row.start : row.end].split())


def _same_title(text: str, row: Row, title: str) -> bool:
    line, wanted = fold_title(text[row.start : min(row.end, row.start + 500)]), fold_title(title)
    if not wanted or not line:
        return False
    short, long = sorted((line, wanted), key=len)
    return short == long or (len(short) >= 20 and long.startswith(short) and len(long) <= len(short) + 40)


def _leave_out_repeats(text: str, rows: list[Row], title: str | None, kinds: dict[int, BlockKind]) -> None:
    wanted = fold_title(title) if title else ""
    if not wanted:
        return
    seen = any(kind == "title" for kind in kinds.values())
    for number, row in enumerate(rows):
        if (row.reason is None and number not in kinds) or kinds.get(number) in ("dek", "item"):
            length = row.end - row.start
            if not 0.5 * len(wanted) <= length <= 2 * len(wanted) + 20:
                continue
            if fold_title(text[row.start : row.end]) == wanted:
                if seen:
                    row.reason = "headline repeated"
                else:
                    kinds[number] = "title"
                seen = True


def _name_body(text: str, rows: list[Row], kinds: dict[int, BlockKind]) -> None:
    """Tell headings, captions and paragraphs apart, each by its own form and its neighbours'."""
    present = [number for number, row in enumerate(rows) if row.reason is None]
    for place, number in enumerate(present):
        if number in kinds:
            continue
        row = rows[number]
        line = text[row.start : min(row.end, row.start + 2000)]
        if row.kind in ("heading", "title"):
            kinds[number] = "heading"
        elif row.kind in ("caption", "item"):
            kinds[number] = row.kind
        elif len(line) <= 40 and _LEAD_IN.match(line):
            row.reason = "lead-in"
        else:
            after = rows[present[place + 1]] if place + 1 < len(present) else None
            before = rows[present[place - 1]] if place else None
            kinds[number] = _name_line(line, row, before, after, len(present))


def _name_line(line: str, row: Row, before: Row | None, after: Row | None, count: int) -> BlockKind:
    words = len(line.split())
    if row.kind == "sentence":
        asks = words <= 8 and line.endswith("?") and line[0].isupper() and not holds_sentence_break(line)
        return "heading" if asks and _stands_alone(before, after) else "paragraph"
    if count == 1 or words > _LONGEST_CAPTION or holds_sentence_break(line) or line[-1] in ",—–-":
        return "paragraph"
    if (
        words <= _LONGEST_HEADING
        and line[0] not in "(["
        and _stands_alone(before, after)
        and not _CAPTION_WORDS.search(line)
    ):
        return "heading"
    return "caption"


def _stands_alone(before: Row | None, after: Row | None) -> bool:
    """Tell whether a line has a sentence under it and no bare line over it, as a heading has."""
    if after is None or after.kind not in ("sentence", "item"):
        return False
    return before is None or before.kind in ("sentence", "item", "caption", "title")


def _build(text: str, rows: list[Row], kinds: dict[int, BlockKind], outline: Outline) -> None:
    section: int | None = None
    last_end = 0
    for number, row in enumerate(rows):
        outline.skipped += row.cuts
        if row.front is not None:
            outline.fronts.append(row.front)
        if row.end <= row.start:
            continue
        if row.reason is not None:
            outline.skipped.append(Skipped(row.start, row.end, row.reason))
            continue
        kind = kinds.get(number, "paragraph")
        if kind == "heading":
            section = len(outline.sections)
            heading = " ".join(text[row.start : row.end].split()).strip("'‘’\"“”")
            outline.sections.append(Section(heading or "untitled", row.start, row.end))
        outline.blocks.append(Block(row.start, row.end, kind, section))
        last_end = row.end
        if section is not None:
            outline.sections[section] = Section(
                outline.sections[section].title, outline.sections[section].start, last_end
            )
    outline.skipped.sort(key=lambda skipped: skipped.start)


def _count_words(text: str, row: Row) -> int:
    return len(text[row.start : min(row.end, row.start + 2000)].split())
