"""A check as compilers print it: the draft's line, the words underlined, the evidence under it."""

from claimdiff.model.verdict import Check
from claimdiff.reporting.check_lines import summarise_check
from claimdiff.reporting.check_report import EVIDENCE_LEADS, Problem, list_problems
from claimdiff.reporting.visible import show_controls

_PAINT = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m", "note": "\x1b[1;36m"}
_BOLD, _DIM, _OFF = "\x1b[1m", "\x1b[2m", "\x1b[0m"


def render_check_text(check: Check, *, width: int = 80, colour: bool = False) -> str:
    """Return the readable form of a check, `width` columns wide, with ANSI colours where asked."""
    draft = check.documents[0]
    parts = [_render_problem(problem, draft.text, width, colour) for problem in list_problems(check)]
    return "".join(parts) + summarise_check(check) + "\n"


def _render_problem(problem: Problem, text: str, width: int, colour: bool) -> str:
    paint, bold, dim, off = (_PAINT[problem.level], _BOLD, _DIM, _OFF) if colour else ("", "", "", "")
    at = (problem.words or problem.spans)[0]
    place = f"{show_controls(problem.path)}:{at.line}:{at.column}"
    verdict = f"{paint}{problem.rule} {problem.verdict}{off}"
    head = f"{bold}{place}{off}: {verdict}: {show_controls(problem.message)}\n"
    gutter = len(str(at.line))
    body = []
    marks = [(row.start, row.end) for row in problem.words or problem.spans]
    start = problem.spans[0].start
    end = problem.spans[-1].end
    for number, (line, under) in enumerate(_underline(text, start, end, marks, width - gutter - 3)):
        lead = str(problem.spans[0].line) if number == 0 else ""
        body.append(f"{dim}{lead:>{gutter}} |{off} {line}\n")
        if under.strip():
            body.append(f"{dim}{'':>{gutter}} |{off} {paint}{under}{off}\n")
    for note in problem.evidence:
        where = f"{show_controls(note.path)}:{note.span.line}"
        lead = f"{EVIDENCE_LEADS[note.relation]}: "
        words = f"{show_controls(note.label)} {lead}“{show_controls(note.span.quote)}”"
        for number, row in enumerate(_wrap(f"{words} ({where})", width - gutter - 4)):
            body.append(f"{'':>{gutter}} {dim}{'=' if number == 0 else ' '}{off} {row}\n")
    return head + "".join(body) + "\n"


def _underline(
    text: str, start: int, end: int, marks: list[tuple[int, int]], width: int
) -> list[tuple[str, str]]:
    """Return the stretch in lines of at most `width` columns, each with its underline."""
    shown, under = [], []
    for at in range(start, end):
        piece = show_controls(text[at])
        shown.append(piece)
        hit = any(a <= at < b for a, b in marks)
        under.append(("^" if hit else " ") * len(piece))
    line, mark = "".join(shown), "".join(under)
    rows = []
    while line:
        cut = len(line) if len(line) <= width else line.rfind(" ", 0, width + 1)
        cut = cut if cut > 0 else width
        rows.append((line[:cut].rstrip(), mark[:cut].rstrip()))
        skip = len(line[cut:]) - len(line[cut:].lstrip(" "))
        line, mark = line[cut + skip :], mark[cut + skip :]
    return rows


def _wrap(text: str, width: int) -> list[str]:
    import textwrap

    return textwrap.wrap(text, max(20, width)) or [""]
