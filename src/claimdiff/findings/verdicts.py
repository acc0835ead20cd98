"""Judges each claim of a draft by the evidence that the sources hold on it."""

import re
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from claimdiff.findings.counterparts import (
    HALF_TOLD,
    find_agreed_counterparts,
    find_counterpart,
    find_opposing,
)
from claimdiff.findings.draft_quotations import QuotationFault, QuotationJudgement
from claimdiff.findings.exclusions import (
    CARRIED,
    COMPARABLE,
    NEAR,
    Exclusion,
    excludes,
    find_exclusion,
    find_replaced,
    is_strange,
    knows_less,
)
from claimdiff.findings.modality import is_negation
from claimdiff.findings.other_values import SourceClaims
from claimdiff.findings.rules import find_rule
from claimdiff.language.digest import content_id
from claimdiff.language.hedging import is_hedged
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Slot, Span
from claimdiff.model.verdict import (
    DraftEvidence,
    Evidence,
    EvidenceRelation,
    Passage,
    Replacement,
    Verdict,
    WordSupport,
)

_RULE_OF_SLOT: dict[Slot, str] = {
    "quantity": "CD201",
    "date": "CD202",
    "actor": "CD203",
    "place": "CD204",
    "polarity": "CD205",
    "certainty": "CD206",
    "meaning": "CD208",
    "attribution": "CD203",
    "quotation": "CD301",
}
_RULE_OF_KIND = {"number": "CD201", "date": "CD202", "name": "CD203"}
_RULE_OF_FAULT: dict[QuotationFault, str] = {
    "altered": "CD301",
    "not-found": "CD302",
    "misattributed": "CD303",
}

# Shares of a claim's weight that its nearest passage must carry: to be told, and to be known at all.
_TOLD = 0.6
_KNOWN = 0.35
# What is exact (a name, a number, a date) asks for more support than another word to be carried.
_EXACT = 0.6
# How much of a claim must be told for a number or date that no near passage has to be wrong.
_TOUCHED = 0.25
# From this nearness on, a passage speaks of what the claim is about.
_ON_THE_MATTER = 0.2
_CONTENT = ("word", "name", "number", "date")
_HARD = ("name", "number", "date")
_MOST_EVIDENCE, _MOST_NEAREST = 3, 2
# Fewer telling words than this that no source has are too little to call a claim unsupported.
_FEW = 3
_MOSTLY = 0.75
# Of a claim told less than this, one word that no source has is enough.
_NOTHING = 0.12


class Judgement(NamedTuple):
    """A verdict in the making."""

    rule: str
    words: tuple[Span, ...]
    message: str
    probability: float
    relation: EvidenceRelation
    passages: tuple[Passage, ...]
    replacements: tuple[Replacement, ...] = ()


def judge_draft(
    draft: Document,
    claims: Sequence[Claim],
    evidence: Sequence[DraftEvidence],
    quotations: Sequence[QuotationJudgement],
    source_claims: Sequence[Claim],
    labels: dict[str, str],
) -> tuple[Verdict, ...]:
    """Return one verdict per claim of the draft, in reading order.

    `evidence` is in the order of `claims`; `labels` names the sources for messages.
    """
    sources = SourceClaims(source_claims)
    verdicts = []
    for claim, found in zip(claims, evidence, strict=True):
        judged = _judge_quotation(claim, quotations) or _judge_claim(draft, claim, found, sources, labels)
        verdicts.append(_make_verdict(draft, claim, judged))
    return tuple(verdicts)


def _make_verdict(draft: Document, claim: Claim, judged: Judgement) -> Verdict:
    words = tuple(dict.fromkeys(_widen(draft.text, claim, span) for span in judged.words))
    evidence = tuple(
        Evidence(passage.document_id, passage.claim_id, passage.spans, judged.relation)
        for passage in judged.passages[: _MOST_NEAREST if judged.relation == "related" else _MOST_EVIDENCE]
    )
    return Verdict(
        id=content_id("v", draft.id, claim.id, judged.rule),
        claim_id=claim.id,
        spans=claim.spans,
        words=words,
        statement=claim.statement,
        verdict=find_rule(judged.rule).verdict,
        rule=judged.rule,
        message=judged.message,
        probability=round(min(1.0, max(0.0, judged.probability)), 4),
        evidence=evidence,
        replacements=judged.replacements,
    )


_CUE = re.compile(r"“(.+?)”")
_DETERMINERS = frozenset("a an the this that these those his her its their our my".split())


def _widen(text: str, claim: Claim, words: Span) -> Span:
    """Widen a word at fault to what a person would point at: its whole quantity or date, its article."""
    start, end = words.start, words.end
    values = [quantity.span for quantity in claim.quantities] + [date.span for date in claim.dates]
    for span in values:
        if span.overlaps(words):
            start, end = min(start, span.start), max(end, span.end)
    before = text[max(0, start - 8) : start].split()
    home = next((span for span in claim.spans if span.start <= start < span.end), words)
    if before and before[-1].lower() in _DETERMINERS and text[start - 1] == " ":
        start = max(home.start, start - 1 - len(before[-1]))
    return Span(start, end)


def _judge_quotation(claim: Claim, quotations: Sequence[QuotationJudgement]) -> Judgement | None:
    for one in quotations:
        if one.fault == "none" or not any(one.span.overlaps(span) for span in claim.spans):
            continue
        words = tuple(word for word in one.words if any(word.overlaps(span) for span in claim.spans))
        if one.words and not words:
            continue
        if one.fault == "misattributed":
            words = claim.attribution.speaker_spans if claim.attribution else ()
        passages = _passages_of(one)
        instead = tuple(row for row in one.replacements if any(row.span.overlaps(s) for s in claim.spans))
        return Judgement(
            _RULE_OF_FAULT[one.fault], words, one.note, one.certainty, "contradicts", passages, instead
        )
    return None


def _passages_of(one: QuotationJudgement) -> tuple[Passage, ...]:
    if one.source is None:
        return ()
    source = one.source
    return (Passage(source.document_id, source.claim_id, (source.span,), 1.0, (), 1.0),)


def _judge_claim(
    draft: Document, claim: Claim, found: DraftEvidence, sources: SourceClaims, labels: dict[str, str]
) -> Judgement:
    if not claim.checkable:
        return Judgement("CD902", (), "nothing to check", 1.0, "related", ())
    told = found.passages[0].coverage if found.passages else 0.0
    exclusive = find_exclusion(claim, found, sources.by_id)
    if exclusive is not None:
        return _judge_exclusive(exclusive, found, labels)
    opposed = [word for word in found.words if word.rival and word.support < CARRIED]
    if opposed and not knows_less(found):
        said = "; ".join(
            f"the sources have “{word.rival}”, the draft “{draft.quote(word.span)}”" for word in opposed
        )
        places = sorted({word.rival_in for word in opposed})
        against = tuple(found.passages[place] for place in places)
        return Judgement("CD208", _spans(opposed), said, 0.5 + told / 2, "contradicts", against)
    replaced = find_replaced(found)
    if replaced is not None:
        passage, difference = replaced
        said = f"the sources have “{difference.right}”, the draft “{difference.left}”"
        return Judgement("CD208", difference.left_spans, said, told, "contradicts", (passage,))
    denied = _judge_lone_negation(draft, claim, found, told)
    if denied is not None:
        return denied
    missing = [
        word
        for word in found.words
        if word.kind in _CONTENT
        and (
            word.support < (_EXACT if word.kind in _HARD else CARRIED)
            or sources.stay_below(claim, word, found)
        )
    ]
    missing = [
        word
        for word in missing
        if not sources.have_day(claim, word, found) and not sources.is_article(draft, claim, word, found)
    ]
    hard = [word for word in missing if word.kind in _HARD and _is_displaced(word, found)]
    figures = [word for word in hard if word.kind in ("number", "date")]
    if hard and told >= (_TOUCHED if figures else _KNOWN):
        return _judge_hard(draft, claim, hard, missing, found, told, sources)
    if told < _KNOWN:
        return _judge_unknown(claim, missing, found, told)
    if told < _TOLD or (claim.presupposed and any(map(is_strange, missing))):
        return Judgement(
            "CD901",
            _spans(missing),
            "the sources tell this but for the words marked"
            if missing
            else "the sources only come near to this",
            told,
            "related",
            found.passages,
        )
    return _judge_certainty(draft, claim, found, labels) or _judge_supported(
        claim, found, sources.by_id, told
    )


def _judge_lone_negation(
    draft: Document, claim: Claim, found: DraftEvidence, told: float
) -> Judgement | None:
    """Judge a denial that stands in none of the sources' sentences on the matter."""
    near = [passage for passage in found.passages if passage.nearness >= _ON_THE_MATTER]
    if not near or any(passage.negated for passage in near):
        return None
    tokens = [token for span in claim.spans for token in tokenize(draft.text, span.start, span.end)]
    denying = [token for token in tokens if is_negation(token.lower)]
    if not denying:
        return None
    rule = "CD205" if told >= COMPARABLE else "CD102"
    words = tuple(Span(token.start, token.end) for token in denying)
    note = "the draft denies it, and no source does"
    return Judgement(rule, words, note, 0.5 + told / 3, "contradicts", tuple(near))


def _judge_certainty(
    draft: Document, claim: Claim, found: DraftEvidence, labels: dict[str, str]
) -> Judgement | None:
    """Judge a hedge that the draft dropped or added, where every source that tells the claim differs."""
    near = [passage for passage in found.passages if passage.nearness >= NEAR]
    rows = [next((row for row in one.differences if row.slot == "certainty"), None) for one in near]
    words = {token.lower for token in tokenize(draft.text, claim.sentence.start, claim.sentence.end)}
    hedged = is_hedged(words)
    if not near or None in rows or any(one.hedged == hedged for one in near):
        return None
    first = next(row for row in rows if row is not None)
    label = labels.get(near[0].document_id, "a source")
    cue = _CUE.search(first.note)
    hedge = f"“{cue[1]}”" if cue else "a hedge"
    note = (
        f"the draft has {hedge}, {label} has it without" if hedged else f"{label} has {hedge}, the draft none"
    )
    rule = "CD207" if hedged else "CD206"
    return Judgement(rule, first.left_spans, note, 0.5 + near[0].nearness / 4, "contradicts", tuple(near))


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


def _judge_exclusive(one: Exclusion, found: DraftEvidence, labels: dict[str, str]) -> Judgement:
    difference, passage = one.difference, one.passage
    label = labels.get(passage.document_id, "a source")
    message = f"{label} has “{difference.right}”, the draft “{difference.left}”"
    if difference.note:
        message += f": {difference.note}"
    agreeing = [
        other
        for other in found.passages
        if other.document_id != passage.document_id
        and other.coverage >= max(_TOLD, passage.coverage)
        and not excludes(other)
    ]
    if agreeing and one.borne_out:
        return Judgement("CD402", difference.left_spans, message, 0.6, "supports", (agreeing[0], passage))
    if one.borne_out and difference.slot != "polarity":
        return Judgement(
            "CD001", (), "the sources say so", found.passages[0].coverage, "supports", found.passages
        )
    return Judgement(
        _RULE_OF_SLOT[difference.slot],
        difference.left_spans,
        message,
        0.5 + one.weight / 2,
        "contradicts",
        (passage,),
        find_counterpart(difference),
    )


def _judge_hard(
    draft: Document,
    claim: Claim,
    hard: Sequence[WordSupport],
    missing: Sequence[WordSupport],
    found: DraftEvidence,
    told: float,
    sources: SourceClaims,
) -> Judgement:
    """A name, number or date that is missing just where the rest of the claim is told."""
    worst = min(hard, key=lambda word: (word.support, -word.weight, word.span))
    if len(missing) > 2 * len(hard) + 1:
        return Judgement(
            "CD102", _spans(missing), "these words stand in no source", told, "related", found.passages
        )
    opposing = find_opposing(hard, found)
    printed = ", ".join(f"“{draft.quote(word.span)}”" for word in sorted(hard, key=lambda word: word.span))
    if opposing:
        values = " or ".join(dict.fromkeys(f"“{value}”" for _, value in opposing))
        message = f"the sources have {values}, the draft {printed}"
    else:
        message = f"the sources tell this, but none has {printed}"
        if not sources.have_other_value(claim, hard, found):
            return Judgement("CD102", _spans(hard), message, told, "related", found.passages[:1])
    return Judgement(
        _RULE_OF_KIND[worst.kind],
        _spans(hard),
        message,
        0.5 + told / 2 - worst.support / 2,
        "contradicts" if opposing else "related",
        tuple(passage for passage, _ in opposing) or found.passages[:1],
        find_agreed_counterparts(hard, found),
    )


def _judge_unknown(
    claim: Claim,
    missing: Sequence[WordSupport],
    found: DraftEvidence,
    told: float,
) -> Judgement:
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
            _spans(missing),
            "too little in the sources to judge this by",
            0.5,
            "related",
            found.passages,
        )
    rule = "CD101" if len(lacking) == len(specific) else "CD102"
    words = claim.spans if rule == "CD101" else _spans(lacking)
    return Judgement(rule, words, "no source says so", 1 - told, "related", found.passages[:1])


def _judge_supported(claim: Claim, found: DraftEvidence, by_id: dict[str, Claim], told: float) -> Judgement:
    near = [passage for passage in found.passages if passage.coverage >= _TOLD]
    voices = [by_id[passage.claim_id].speaker for passage in near if passage.claim_id in by_id]
    if claim.speaker is None and voices and all(voice is not None for voice in voices):
        name = voices[0].name if voices[0] else ""
        if claim.presupposed or name in claim.statement:
            # An aside is nobody's word, and who is said to say something is named.
            return Judgement("CD001", (), "the sources say so", told, "supports", tuple(near))
        return Judgement(
            "CD401", (), f"the sources give this only as said by {name}", told, "supports", tuple(near)
        )
    return Judgement("CD001", (), "the sources say so", told, "supports", tuple(near))


def _spans(words: Iterable[WordSupport]) -> tuple[Span, ...]:
    return tuple(sorted(word.span for word in words))
