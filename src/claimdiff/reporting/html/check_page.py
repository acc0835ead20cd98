"""The page of a check: the draft's problems with the evidence beside them, and the draft itself, marked."""

from itertools import pairwise

from claimdiff.model import Document, Span
from claimdiff.model.verdict import Check, Verdict
from claimdiff.reporting.check_report import EVIDENCE_LEADS, EvidenceNote, Problem, list_problems
from claimdiff.reporting.html.findings import draw_pieces
from claimdiff.reporting.html.markup import Html, join, running_text, tag, text
from claimdiff.reporting.html.shell import Shell, wrap_page
from claimdiff.reporting.layout import source_key
from claimdiff.reporting.phrasing import percent, plural
from claimdiff.reporting.pieces import cut_pieces
from claimdiff.version import VERSION

_GRAVITY = ("not-checkable", "supported", "unsure", "unsupported")


def render_check_html(check: Check) -> str:
    """Return the page of a check; it loads nothing, and shows everything with scripts off."""
    problems = list_problems(check)
    draft, *sources = check.documents
    keys = {document.label: source_key(index) for index, document in enumerate(sources)}
    cards = [_draw_problem(draft, number, problem, keys) for number, problem in enumerate(problems, 1)]
    notes = [tag("p", text(f"Note: {note}"), class_="note") for note in check.notes]
    content = join(
        [
            *notes,
            tag(
                "section",
                tag("h2", text("Problems")),
                *(cards or [tag("p", text("None found."))]),
                id="problems",
            ),
            _draw_draft(check),
            _draw_rejections(check),
        ]
    )
    supported = sum(verdict.verdict == "supported" for verdict in check.verdicts)
    shell = Shell(
        title=f"{draft.label} held against {plural(len(sources), 'source')}",
        summary=f"{plural(len(problems), 'problem')}, {plural(supported, 'claim')} supported",
        parts=("problems", "draft", "not-read"),
        kinds=[problem.verdict for problem in problems],
        sources=[(keys[document.label], f"{keys[document.label]} {document.label}") for document in sources],
        footer=f"Made by claimdiff {VERSION}. That the sources support a claim does not make it true.",
    )
    return wrap_page(shell, content)


def _draw_problem(draft: Document, number: int, problem: Problem, keys: dict[str, str]) -> Html:
    at = (problem.words or problem.spans)[0]
    head = tag(
        "h3",
        tag(
            "span",
            text(f"{problem.rule} {problem.verdict}, {percent(problem.probability)}"),
            class_=f"kind {problem.level}",
        ),
        text(f" {problem.message}"),
    )
    spans = [Span(row.start, row.end) for row in problem.spans]
    words = [Span(row.start, row.end) for row in problem.words]
    sentence = draw_pieces(cut_pieces(draft, spans, words, None))
    place = tag("a", text(f"line {at.line}"), href=f"#verdict-{at.start}", class_="place")
    left = tag("blockquote", tag("header", text("The draft, "), place), tag("p", sentence))
    right = (
        tag("div", *map(_draw_evidence, problem.evidence))
        if problem.evidence
        else tag("div", text("no source says so"))
    )
    present = dict.fromkeys(keys[note.label] for note in problem.evidence if note.label in keys)
    return tag(
        "article",
        head,
        tag("div", left, right, class_="sides"),
        class_="finding",
        id=f"problem-{number}",
        data_kind=problem.verdict,
        data_keys=" ".join(present),
    )


def _draw_evidence(note: EvidenceNote) -> Html:
    head = tag("header", text(f"{note.label}, line {note.span.line}, {EVIDENCE_LEADS[note.relation]}"))
    return tag("blockquote", head, tag("p", text(note.span.quote)))


def _draw_draft(check: Check) -> Html:
    """The draft in full, each claim marked by its verdict; where verdicts overlap the graver one shows."""
    draft = check.documents[0]
    spans = [(span, verdict) for verdict in check.verdicts for span in verdict.spans]
    bounds = {0, len(draft.text)}
    for span, verdict in spans:
        bounds.update((span.start, span.end))
        bounds.update(at for words in verdict.words for at in (words.start, words.end))
    anchors = {(verdict.words or verdict.spans)[0].start for verdict in check.verdicts}
    pieces: list[Html] = []
    for start, end in pairwise(sorted(bounds)):
        if start in anchors:
            pieces.append(tag("span", id=f"verdict-{start}", class_="anchor"))
        over = [verdict for span, verdict in spans if span.start <= start and end <= span.end]
        words = running_text(draft.text[start:end])
        if over:
            gravest = max(over, key=_gravity)
            if any(part.start <= start and end <= part.end for part in gravest.words):
                words = tag("mark", words)
            title = f"{gravest.rule}: {gravest.message}"
            words = tag("span", words, class_=f"claim verdict {gravest.verdict}", title=title)
        pieces.append(words)
    legend = tag(
        "p",
        text("Underlined: supported. Doubly: contradicted or misquoted. Dotted: no source says so."),
        class_="legend",
    )
    article = tag("div", *pieces, class_="article", lang=draft.language)
    return tag("section", tag("h2", text("The draft")), legend, article, id="draft")


def _gravity(verdict: Verdict) -> tuple[int, str]:
    rank = _GRAVITY.index(verdict.verdict) if verdict.verdict in _GRAVITY else len(_GRAVITY)
    return rank, verdict.id


def _draw_rejections(check: Check) -> Html:
    if not check.rejections:
        return Html("")
    items = [tag("li", text(f"{row.path}: {row.reason}")) for row in check.rejections]
    return tag("section", tag("h2", text("Not read")), tag("ul", *items), id="not-read")
