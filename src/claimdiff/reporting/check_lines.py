"""A check in one line a problem: concise, GitHub annotations, Markdown."""

from claimdiff.model.verdict import Check
from claimdiff.reporting.check_report import Problem, list_problems
from claimdiff.reporting.phrasing import plural
from claimdiff.reporting.report_shape import SpanRow
from claimdiff.reporting.visible import escape_markdown, show_controls

_GITHUB = {"error": "error", "warning": "warning", "note": "notice"}


def render_concise(check: Check) -> str:
    """Return `path:line:column: CODE message`, a line each."""
    lines = []
    for problem in list_problems(check):
        at = _first(problem)
        place = f"{show_controls(problem.path)}:{at.line}:{at.column}"
        lines.append(f"{place}: {problem.rule} {show_controls(problem.message)}\n")
    return "".join(lines)


def render_github(check: Check) -> str:
    """Return workflow commands that GitHub shows as annotations on the draft's lines.

    The escapes are those of the workflow-command syntax: %, CR and LF in messages, and : and , besides in
    properties.
    """
    lines = []
    for problem in list_problems(check):
        at = _first(problem)
        end = at.column + max(1, at.end - at.start)
        place = f"file={_property(problem.path)},line={at.line},col={at.column},endColumn={end}"
        said = "; ".join(f"{note.label}: {note.span.quote}" for note in problem.evidence)
        message = problem.message + (f" [{said}]" if said else "")
        title = f"title={_property(problem.rule + ' ' + problem.verdict)}"
        lines.append(f"::{_GITHUB[problem.level]} {place},{title}::{_data(message)}\n")
    return "".join(lines)


def render_check_markdown(check: Check) -> str:
    """Return a Markdown table of the problems, and a line that counts them."""
    problems = list_problems(check)
    draft = check.documents[0]
    lines = [f"# Check of {escape_markdown(draft.label)}", ""]
    if problems:
        lines += ["| line | rule | problem | draft | sources |", "| ---: | --- | --- | --- | --- |"]
    for problem in problems:
        at = _first(problem)
        sources = "<br>".join(
            f"{escape_markdown(note.label)}: {escape_markdown(note.span.quote)}" for note in problem.evidence
        )
        row = (
            str(at.line),
            problem.rule,
            escape_markdown(problem.message),
            _mark_words(problem, draft.text),
            sources,
        )
        lines.append("| " + " | ".join(row) + " |")
    lines += ["", summarise_check(check), ""]
    return "\n".join(lines)


def summarise_check(check: Check) -> str:
    """Return one sentence that counts verdicts and what was silenced."""
    problems = list_problems(check)
    by_level = {level: sum(p.level == level for p in problems) for level in ("error", "warning", "note")}
    counted = [plural(count, level) for level, count in by_level.items() if count]
    fine = sum(verdict.rule == "CD001" for verdict in check.verdicts)
    silenced = f", {len(check.ignored)} silenced" if check.ignored else ""
    return f"{', '.join(counted) or 'No problem found'}; {plural(fine, 'claim')} supported{silenced}."


def _mark_words(problem: Problem, text: str) -> str:
    """Return the claim as the draft has it, in Markdown, the words at fault bold."""
    marked = [(row.start, row.end) for row in problem.words]
    pieces = []
    for span in problem.spans:
        at, piece = span.start, ""
        for start, end in marked:
            if span.start <= start and end <= span.end and at <= start:
                piece += f"{escape_markdown(text[at:start])}<b>{escape_markdown(text[start:end])}</b>"
                at = end
        pieces.append(piece + escape_markdown(text[at : span.end]))
    return " … ".join(pieces)


def _first(problem: Problem) -> SpanRow:
    return (problem.words or problem.spans)[0]


def _data(text: str) -> str:
    shown = show_controls(text, keep="\n\r")
    return shown.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
