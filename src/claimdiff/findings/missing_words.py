"""Judges the words of a draft's claim that no passage near it carries."""

from collections.abc import Sequence

from claimdiff.findings.counterparts import HALF_TOLD, find_agreed_counterparts, find_opposing
from claimdiff.findings.exclusions import CARRIED
from claimdiff.findings.judgement import Judgement, list_spans
from claimdiff.findings.other_values import SourceClaims
from claimdiff.model import Claim, Document
from claimdiff.model.verdict import DraftEvidence, WordSupport

_RULE_OF_KIND = {"number": "CD201", "date": "CD202", "name": "CD203"}
_CONTENT = ("word", "name", "number", "date")
_HARD = ("name", "number", "date")
# What is exact (a name, a number, a date) asks for more support than another word to be carried.
_EXACT = 0.6
# Fewer telling words than this that no source has are too little to call a claim unsupported.
_FEW = 3
_MOSTLY = 0.75
# Of a claim told less than this, one word that no source has is enough.
_NOTHING = 0.12


def find_missing(
    draft: Document, claim: Claim, found: DraftEvidence, sources: SourceClaims
) -> list[WordSupport]:
    """Return the words of a claim that tell something and that no passage near it carries."""
    return [
        word
        for word in found.words
        if word.kind in _CONTENT
        and (
            word.support < (_EXACT if word.kind in _HARD else CARRIED)
            or sources.stay_below(claim, word, found)
        )
        and not sources.have_day(claim, word, found)
        and not sources.leave_uncounted(draft, claim, word, found)
    ]


def list_hard(missing: Sequence[WordSupport], found: DraftEvidence) -> list[WordSupport]:
    """Return the names, numbers and dates among missing words that are wrong here, not merely unsaid."""
    return [word for word in missing if word.kind in _HARD and _is_displaced(word, found)]


def _is_displaced(word: WordSupport, found: DraftEvidence) -> bool:
    """Say whether a missing name, number or date is new to the sources, or another stands in its place.

    A name that the sources know may go unsaid in a sentence; a number or a date is the point of its own.
    """
    if word.kind != "name" or not word.anywhere:
        return True
    return any(
        difference.slot in ("actor", "place") and any(word.span.overlaps(s) for s in difference.left_spans)
        for passage in found.passages
        if passage.coverage >= HALF_TOLD
        for difference in passage.differences
    )


def judge_hard(
    draft: Document,
    claim: Claim,
    hard: Sequence[WordSupport],
    missing: Sequence[WordSupport],
    found: DraftEvidence,
    told: float,
    sources: SourceClaims,
) -> Judgement:
    """Judge names, numbers and dates that are missing just where the rest of the claim is told.

    `hard` are these (one at least), `missing` all words that are; `told` is the share of the claim, 0 to 1,
    that its nearest passage carries.
    """
    worst = min(hard, key=lambda word: (word.support, -word.weight, word.span))
    if len(missing) > 2 * len(hard) + 1:
        return Judgement(
            "CD102", list_spans(missing), "these words stand in no source", told, "related", found.passages
        )
    opposing = find_opposing(hard, found)
    printed = ", ".join(f"“{draft.quote(word.span)}”" for word in sorted(hard, key=lambda word: word.span))
    if opposing:
        values = " or ".join(dict.fromkeys(f"“{value}”" for _, value in opposing))
        message = f"the sources have {values}, the draft {printed}"
    else:
        message = f"the sources tell this, but none has {printed}"
        if not sources.have_other_value(claim, hard, found):
            return Judgement("CD102", list_spans(hard), message, told, "related", found.passages[:1])
    return Judgement(
        _RULE_OF_KIND[worst.kind],
        list_spans(hard),
        message,
        0.5 + told / 2 - worst.support / 2,
        "contradicts" if opposing else "related",
        tuple(passage for passage, _ in opposing) or found.passages[:1],
        find_agreed_counterparts(hard, found),
    )


def judge_unknown(
    claim: Claim, missing: Sequence[WordSupport], found: DraftEvidence, told: float
) -> Judgement:
    """Judge a claim of which the sources tell little: `told` is how much of it, 0 to 1.

    It lacks support where enough of it stands in no source; with less nothing can be said of it.
    """
    specific = [word for word in found.words if word.kind in _CONTENT and not word.common]
    lacking = [word for word in missing if not word.common]
    new = [word for word in lacking if not word.anywhere]
    invented = any(word.kind in _HARD for word in new)
    mostly = len(lacking) >= _FEW and len(lacking) >= _MOSTLY * len(specific)
    wholly = len(missing) >= _FEW and len(lacking) == len(specific)
    wholly = wholly and (len(new) > 1 or told < _NOTHING)
    if not new or not (invented or mostly or wholly):
        return Judgement(
            "CD901",
            list_spans(missing),
            "too little in the sources to judge this by",
            0.5,
            "related",
            found.passages,
        )
    rule = "CD101" if len(lacking) == len(specific) else "CD102"
    words = claim.spans if rule == "CD101" else list_spans(lacking)
    return Judgement(rule, words, "no source says so", 1 - told, "related", found.passages[:1])
