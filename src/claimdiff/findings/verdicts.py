"""Judges each claim of a draft by the evidence that the sources hold on it."""

import re
from collections.abc import Sequence

from claimdiff.findings.counterparts import find_counterpart
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
from claimdiff.findings.judgement import Judgement, list_spans
from claimdiff.findings.missing_words import find_missing, judge_hard, judge_unknown, list_hard
from claimdiff.findings.modality import is_negation
from claimdiff.findings.other_values import SourceClaims
from claimdiff.findings.rules import find_rule
from claimdiff.language.digest import content_id
from claimdiff.language.hedging import is_hedged
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Slot, Span
from claimdiff.model.verdict import DraftEvidence, Evidence, Passage, Verdict

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
_RULE_OF_FAULT: dict[QuotationFault, str] = {
    "altered": "CD301",
    "not-found": "CD302",
    "misattributed": "CD303",
}

# Shares of a claim's weight that its nearest passage must carry: to be told, and to be known at all.
_TOLD = 0.6
_KNOWN = 0.35
# How much of a claim must be told for a number or date that no near passage has to be wrong.
_TOUCHED = 0.25
# From this nearness on, a passage speaks of what the claim is about.
_ON_THE_MATTER = 0.2
_MOST_EVIDENCE, _MOST_NEAREST = 3, 2


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
        return Judgement("CD208", list_spans(opposed), said, 0.5 + told / 2, "contradicts", against)
    replaced = find_replaced(found)
    if replaced is not None:
        passage, difference = replaced
        said = f"the sources have “{difference.right}”, the draft “{difference.left}”"
        return Judgement("CD208", difference.left_spans, said, told, "contradicts", (passage,))
    denied = _judge_lone_negation(draft, claim, found, told)
    if denied is not None:
        return denied
    missing = find_missing(draft, claim, found, sources)
    hard = list_hard(missing, found)
    figures = [word for word in hard if word.kind in ("number", "date")]
    if hard and told >= (_TOUCHED if figures else _KNOWN):
        return judge_hard(draft, claim, hard, missing, found, told, sources)
    if told < _KNOWN:
        return judge_unknown(claim, missing, found, told)
    if told < _TOLD or (claim.presupposed and any(map(is_strange, missing))):
        near = "tell this but for the words marked" if missing else "only come near to this"
        return Judgement("CD901", list_spans(missing), f"the sources {near}", told, "related", found.passages)
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
