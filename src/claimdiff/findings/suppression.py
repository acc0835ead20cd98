"""What silences a verdict: rule selection, a comment in the draft, a baseline.

A comment `<!-- claimdiff: ignore CD101 CD2 reason -->` holds for its own paragraph; alone on its line, for
the paragraph that follows. Without a code it silences every rule there.
"""

import re
from collections.abc import Collection, Iterable, Sequence

from msgspec import Struct

from claimdiff.findings.rules import expand_codes
from claimdiff.language.digest import content_id
from claimdiff.model import Document, Span
from claimdiff.model.verdict import Verdict

_COMMENT = re.compile(r"<!--\s*claimdiff:\s*ignore\b([^>]{0,400}?)-->")
_CODE = re.compile(r"\bCD\d{1,3}\b", re.IGNORECASE)


class IgnoreComment(Struct, frozen=True):
    """An inline comment: the stretch of the draft it silences, and which rules (None: all)."""

    span: Span
    codes: frozenset[str] | None


def find_ignore_comments(draft: Document) -> tuple[IgnoreComment, ...]:
    """Return the ignore comments of a draft.

    Raises:
        SettingsError: a comment names a rule that does not exist.
    """
    found = []
    for match in _COMMENT.finditer(draft.text):
        codes = tuple(_CODE.findall(match.group(1)))
        span = _governed_paragraph(draft, match.start(), match.end())
        if span is not None:
            found.append(IgnoreComment(span, expand_codes(codes) if codes else None))
    return tuple(found)


def _governed_paragraph(draft: Document, start: int, end: int) -> Span | None:
    text = draft.text
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    line_end = len(text) if line_end < 0 else line_end
    if text[line_start:start].strip() or text[end:line_end].strip():
        return Span(line_start, line_end)
    following = next((block for block in draft.blocks if block.start >= end), None)
    return Span(following.start, following.end) if following else None


def add_fingerprints(verdicts: Iterable[Verdict], draft: Document) -> tuple[Verdict, ...]:
    """Give each verdict a fingerprint of its rule and words, so that edits elsewhere leave it as it is."""
    from msgspec.structs import replace

    seen: dict[str, int] = {}
    marked = []
    for verdict in verdicts:
        words = " ".join(draft.text[span.start : span.end] for span in verdict.spans)
        base = content_id("p", verdict.rule, " ".join(words.casefold().split()))
        seen[base] = seen.get(base, 0) + 1
        fingerprint = base if seen[base] == 1 else f"{base}-{seen[base]}"
        marked.append(replace(verdict, fingerprint=fingerprint))
    return tuple(marked)


def split_ignored(
    verdicts: Sequence[Verdict],
    comments: Sequence[IgnoreComment],
    baseline: Collection[str],
    select: tuple[str, ...],
    ignore: tuple[str, ...],
) -> tuple[tuple[Verdict, ...], tuple[Verdict, ...]]:
    """Part verdicts into those to report and those silenced.

    Supported and not-checkable verdicts without a remark are never silenced: they report no problem.

    Raises:
        SettingsError: `select` or `ignore` fits no rule.
    """
    wanted = expand_codes(select) if select else None
    unwanted = expand_codes(ignore)
    kept: list[Verdict] = []
    silenced: list[Verdict] = []
    for verdict in verdicts:
        quiet = (
            (wanted is not None and verdict.rule not in wanted)
            or verdict.rule in unwanted
            or verdict.fingerprint in baseline
            or any(_covers(comment, verdict) for comment in comments)
        )
        (silenced if quiet and verdict.rule not in ("CD001", "CD902") else kept).append(verdict)
    return tuple(kept), tuple(silenced)


def _covers(comment: IgnoreComment, verdict: Verdict) -> bool:
    inside = any(s.start < comment.span.end and comment.span.start < s.end for s in verdict.spans)
    return inside and (comment.codes is None or verdict.rule in comment.codes)
