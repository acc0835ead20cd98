"""Quotation marks: which stretches of a block are printed inside them."""

import re

from msgspec import Struct
from msgspec.structs import replace

# Single marks inside a word are apostrophes; two in a row are a double mark.
_MARK = re.compile(
    r"['`\"“”„‟«»‹›‘’‚](?:(?<=')'|(?<=`)`|(?<=[\"“”„‟«»‹›])|(?<=[‘’'‚])(?:(?<![^\W_].)|(?![^\W_])))"
)
#: A block without any of these holds no quotation.
QUOTATION_MARKS = "\"“”„‟«»‹›‘’'‚`"
_DOUBLE = frozenset('"“”„‟«»')
_TYPED = {"''": '"', "``": "“"}
_ELISIONS = re.compile(r"(?:\d0s|em\b|til\b|tis\b|twas\b|cause\b|bout\b|round\b|n\b|ere\b)", re.IGNORECASE)


class QuotedSpan(Struct, frozen=True, gc=False):
    """A stretch inside quotation marks, in code points.

    `start`, `end` hold the words without their marks, `outer_start`, `outer_end` the marks too.
    `opened` and `closed` say whether the mark is really printed; a quotation without its closing mark
    runs to the end of the block. `depth` is 0 outside any other quotation.
    """

    start: int
    end: int
    outer_start: int
    outer_end: int
    opened: bool
    closed: bool
    depth: int
    single: bool


class _Open(Struct, frozen=True, gc=False):
    position: int
    end: int
    single: bool
    character: str


def find_quoted(text: str, start: int = 0, end: int | None = None) -> list[QuotedSpan]:
    """Return what is printed inside quotation marks in a block, in reading order, nested ones included.

    Knows curly, straight, angled and single marks, and tells single marks from apostrophes. A missing
    closing mark lets the quotation end before the next one opens or at the end of the block; a missing
    opening mark lets it begin at the start of the block or after the quotation before.
    """
    if end is None:
        end = len(text)
    stack: list[_Open] = []
    closed: list[tuple[_Open, int, int]] = []
    strays: list[tuple[int, int, int]] = []
    last_close = start
    marks = list(_MARK.finditer(text, start, end))
    if not marks:
        return []
    closers_ahead = _count_single_closers(text, marks, start, end)
    for index, match in enumerate(marks):
        position, stop = match.span()
        character = _TYPED.get(match.group(), match.group())
        role = _role_of(text, match, character, start, end, stack, closers_ahead[index])
        if role == "open":
            stack.append(_Open(position, stop, character not in _DOUBLE, character))
        elif role == "close":
            found = _take_matching(stack, character not in _DOUBLE)
            if found is not None:
                closed.append((found, position, stop))
                last_close = stop
            elif character in "”»":
                strays.append((last_close, position, stop))
                last_close = stop
    spans = _build_spans(text, closed, stack, strays, end)
    return _with_depth(spans)


def _count_single_closers(text: str, marks: list[re.Match[str]], start: int, end: int) -> list[int]:
    """For every mark: how many single closing marks come after it and before the next single opener."""
    counts = [0] * len(marks)
    running = 0
    for index in range(len(marks) - 1, -1, -1):
        counts[index] = running
        character, position = marks[index].group(), marks[index].start()
        if character in _DOUBLE or character in _TYPED:
            continue
        before = text[position - 1] if position > start else " "
        after = text[position + 1] if position + 1 < end else " "
        if not before.isalnum() and after.isalnum():
            running = 0
        elif not before.isspace() and not after.isalnum():
            running += 1
    return counts


def _role_of(
    text: str,
    match: re.Match[str],
    character: str,
    start: int,
    end: int,
    stack: list[_Open],
    closers_ahead: int,
) -> str:
    position, stop = match.span()
    before = text[position - 1] if position > start else " "
    after = text[stop] if stop < end else " "
    if character not in _DOUBLE:
        return _single_role(text, position, character, before, after, stack, closers_ahead)
    inside = any(not entry.single for entry in stack[-2:])
    opens = not after.isspace() and (before.isspace() or before in "([{—–-/“‘\"'")
    closes = not before.isspace() and not after.isalnum()
    if character in "“„«‟":
        if inside and closes and not opens and (stack[-1].character in "„“" or character == "‟"):
            return "close"
        return "open"
    if character in "”»":
        return "open" if opens and not inside and before != "“" else "close"
    if inside:
        return "open" if opens and not closes and stack[-1].character != '"' else "close"
    if before.isdigit() and not after.isalnum():
        return "none"
    return "none" if after.isspace() else "open"


def _single_role(
    text: str, position: int, character: str, before: str, after: str, stack: list[_Open], closers_ahead: int
) -> str:
    if character in "‹›":
        return "open" if character == "‹" else "close"
    inside = any(entry.single for entry in stack[-2:])
    if before.isalnum() and after.isalnum():
        return "none"
    if not before.isalnum() and (after.isalnum() or after in "$£€[…") and before not in ".,!?":
        if inside or character in "’" or _ELISIONS.match(text, position + 1) or not closers_ahead:
            return "none"
        return "open"
    if not inside or before.isspace():
        return "none"
    # "the boys' house": a possessive, when the quotation can still end further on.
    possessive = before in "sS" and after.isspace() and text[position + 2 : position + 3].islower()
    return "none" if possessive and closers_ahead else "close"


def _take_matching(stack: list[_Open], single: bool) -> _Open | None:
    """Take the innermost open mark of the same kind off the stack, at most two levels down."""
    for depth in range(1, min(2, len(stack)) + 1):
        if stack[-depth].single == single:
            return stack.pop(-depth)
    return None


def _build_spans(
    text: str,
    closed: list[tuple[_Open, int, int]],
    unclosed: list[_Open],
    strays: list[tuple[int, int, int]],
    end: int,
) -> list[QuotedSpan]:
    spans: list[QuotedSpan] = []
    for opening, position, stop in closed:
        _add(spans, text, opening.end, position, opening.position, stop, opening.single)
    opens = sorted({entry.position for entry in unclosed} | {entry.position for entry, _, _ in closed})
    following = dict(zip(opens, [*opens[1:], end][: len(opens)], strict=True))
    for entry in unclosed:
        if not entry.single:
            stop = following[entry.position]
            _add(spans, text, entry.end, stop, entry.position, stop, False, closed=False)
    for begin, position, stop in strays:
        _add(spans, text, begin, position, begin, stop, False, opened=False)
    return sorted(spans, key=lambda span: (span.outer_start, -span.outer_end))


def _add(
    spans: list[QuotedSpan],
    text: str,
    start: int,
    stop: int,
    outer_start: int,
    outer_stop: int,
    single: bool,
    *,
    opened: bool = True,
    closed: bool = True,
) -> None:
    while start < stop and text[start].isspace():
        start += 1
    while stop > start and text[stop - 1].isspace():
        stop -= 1
    if start >= stop:
        return
    outer_start = outer_start if opened else start
    outer_stop = outer_stop if closed else stop
    spans.append(QuotedSpan(start, stop, outer_start, outer_stop, opened, closed, 0, single))


def _with_depth(spans: list[QuotedSpan]) -> list[QuotedSpan]:
    result: list[QuotedSpan] = []
    ends: list[int] = []
    for span in spans:
        while ends and ends[-1] <= span.outer_start:
            ends.pop()
        result.append(replace(span, depth=len(ends)))
        ends.append(span.outer_end)
    return result
