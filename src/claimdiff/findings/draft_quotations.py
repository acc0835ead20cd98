"""Quotations of a draft held against the quotations of its sources."""

from collections.abc import Sequence
from typing import Literal, NamedTuple

from claimdiff.findings.quotations import build_ledger
from claimdiff.findings.quotemarks import find_quoted
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.trifles import is_spelling
from claimdiff.findings.utterances import Utterance, UtteranceReader, find_utterances, list_sentences
from claimdiff.findings.wordchanges import align_words, contains, describe_changes, find_run
from claimdiff.findings.wording import DocumentWords, StoryWords
from claimdiff.model import Claim, Document, Span
from claimdiff.model.verdict import Replacement

QuotationFault = Literal["none", "altered", "misattributed", "not-found"]

# Shorter fragments than this are words anybody may put in quotation marks.
_SHORTEST = 4
# The share of a quotation's words that may differ and still be an alteration of the source's.
_MOST_CHANGED = 0.5


class QuotationJudgement(NamedTuple):
    """What is wrong with one quotation of the draft, if anything.

    `words` are the draft's words at fault, `source` the form of the source it was held against;
    `replacements` together put the source's words back.
    """

    span: Span
    fault: QuotationFault
    words: tuple[Span, ...]
    source: Utterance | None
    note: str
    certainty: float = 0.9
    replacements: tuple[Replacement, ...] = ()


def judge_quotations(
    draft: Document, sources: Sequence[Document], claims: Sequence[Claim]
) -> tuple[QuotationJudgement, ...]:
    """Judge everything the draft prints in quotation marks; `claims` are those of all the documents."""
    if not find_quoted(draft):
        return ()
    documents = (draft, *sources)
    story = StoryWords(documents, list_sentences(claims))
    _, groups = build_ledger(documents, claims, story, draft.id)
    reader = UtteranceReader(story, claims)
    judged: dict[Span, QuotationJudgement] = {}
    for group in groups:
        theirs = [member for member in group.members if member.document_id != draft.id]
        for mine in group.members:
            if mine.document_id == draft.id and mine.marked and theirs:
                judged[mine.span] = _judge(mine, theirs, story)
    for mine in find_utterances((draft,), reader):
        grouped = any(span.start < mine.span.end and mine.span.start < span.end for span in judged)
        if mine.marked and not grouped:
            judged[mine.span] = _judge_lone(mine, sources, story, reader)
    return tuple(judged[span] for span in sorted(judged))


def _judge(mine: Utterance, theirs: Sequence[Utterance], story: StoryWords) -> QuotationJudgement:
    nearest = min(theirs, key=lambda one: (_changed(one, mine), not one.marked, one.document_id, one.span))
    verbatim = [one for one in theirs if contains(one.words, mine.words)]
    if verbatim:
        relations = [relate_speakers(one.speaker, mine.speaker) for one in verbatim]
        if "different" in relations and "same" not in relations and len(mine.words) >= _SHORTEST - 1:
            other = verbatim[relations.index("different")]
            note = f"the sources give these words to {other.speaker}"
            return QuotationJudgement(mine.span, "misattributed", (), other, note)
        return QuotationJudgement(mine.span, "none", (), verbatim[0], "")
    if _changed(nearest, mine) > _MOST_CHANGED * len(mine.words):
        return _judge_missing(mine, nearest)
    if all(map(is_spelling, describe_changes(story, nearest, mine))):
        return QuotationJudgement(mine.span, "none", (), nearest, "")
    words, note = _locate_changes(nearest, mine, story)
    restored = _restore_words(nearest, mine, story)
    return QuotationJudgement(mine.span, "altered", words, nearest, note, replacements=restored)


def _judge_lone(
    mine: Utterance, sources: Sequence[Document], story: StoryWords, reader: UtteranceReader
) -> QuotationJudgement:
    """Judge a quotation that the ledger puts beside no other: its words may stand under another speaker."""
    found: list[Utterance] = []
    for document in sources:
        words = story.by_id[document.id]
        at = find_run(words.words, list(mine.words))
        if at >= 0:
            span = words.span(at, at + len(mine.words))
            there = reader.read(document.id, span, marked=True, run=0)
            if there is not None:
                found.append(there)
    if found:
        return _judge(mine, found, story)
    return _judge_missing(mine, None)


def _judge_missing(mine: Utterance, nearest: Utterance | None) -> QuotationJudgement:
    if len(mine.words) < _SHORTEST:
        return QuotationJudgement(mine.span, "none", (), nearest, "")
    return QuotationJudgement(mine.span, "not-found", (), nearest, "no source quotes these words")


def _changed(full: Utterance, other: Utterance) -> int:
    return sum(max(b - a, d - c) for a, b, c, d in align_words(full.words, other.words))


def _locate_changes(full: Utterance, mine: Utterance, story: StoryWords) -> tuple[tuple[Span, ...], str]:
    ours, theirs = story.by_id[mine.document_id], story.by_id[full.document_id]
    spans: list[Span] = []
    notes: list[str] = []
    for a, b, c, d in align_words(full.words, mine.words):
        # Where words were only left out, the draft's words on both sides of the gap are marked.
        first, last = (c, d) if d > c else (max(0, c - 1), min(len(mine.words), c + 1))
        spans.append(ours.span(mine.first_word + first, mine.first_word + last))
        before, after = _print(theirs, full, a, b), _print(ours, mine, c, d)
        if before and after:
            notes.append(f"“{after}” where the source has “{before}”")
        elif after:
            notes.append(f"“{after}” is not in the source")
        else:
            notes.append(f"“{before}” was left out")
    return tuple(spans), "; ".join(notes)


def _restore_words(full: Utterance, mine: Utterance, story: StoryWords) -> tuple[Replacement, ...]:
    """Return what puts the source's words back; a gap or an addition is told with the word beside it."""
    ours, theirs = story.by_id[mine.document_id], story.by_id[full.document_id]
    restored: list[Replacement] = []
    for a, b, c, d in align_words(full.words, mine.words):
        left = int((a == b or c == d) and a > 0 and c > 0)
        right = int((a == b or c == d) and not left and b < len(full.words) and d < len(mine.words))
        text = " ".join(_print(theirs, full, a - left, b + right).split())
        if not text or c - left == d + right:
            return ()
        span = ours.span(mine.first_word + c - left, mine.first_word + d + right)
        if restored and span.start < restored[-1].span.end:
            return ()
        restored.append(Replacement(span, text))
    return tuple(restored)


def _print(words: DocumentWords, utterance: Utterance, first: int, last: int) -> str:
    if first == last:
        return ""
    span = words.span(utterance.first_word + first, utterance.first_word + last)
    return words.document.text[span.start : span.end]
