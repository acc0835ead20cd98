"""Who copied whom: passages two documents share, agency credits, and the origins they add up to."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimdiff.findings.partition import Partition
from claimdiff.findings.quotemarks import find_quoted
from claimdiff.findings.utterances import shared_length
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Claim, Document, Span
from claimdiff.model.finding import SharedPassage

_SHINGLE = 8
_HOLDERS = 3
_GAP = 4
_PASSAGE = 12
_COPIED_WORDS = 40
_COPIED_SHARE = 0.2
_COPIED_PASSAGES = 3

_AGENCIES = {
    "ap": r"AP|The Associated Press|Associated Press",
    "reuters": r"Reuters|REUTERS|Thomson Reuters",
    "afp": r"AFP|Agence France-Presse|Agence France Presse",
    "upi": r"UPI|United Press International",
    "pa": r"PA|Press Association|PA Media",
    "dpa": r"dpa|DPA|Deutsche Presse-Agentur",
    "xinhua": r"Xinhua|XINHUA",
    "tass": r"TASS|Tass",
    "efe": r"EFE",
    "ansa": r"ANSA",
    "kyodo": r"Kyodo|KYODO",
    "yonhap": r"Yonhap",
    "pti": r"PTI|Press Trust of India",
    "ani": r"ANI",
    "ians": r"IANS",
    "aap": r"AAP|Australian Associated Press",
    "canadian press": r"The Canadian Press|Canadian Press",
    "bloomberg": r"Bloomberg",
}
_ANY = "|".join(f"(?P<a{number}>{names})" for number, names in enumerate(_AGENCIES.values()))
_DATELINE = re.compile(rf"\A[^\n]{{0,60}}?\((?:{_ANY})\)\s*(?:[-–—:]|--)")
_COPYRIGHT = re.compile(rf"(?:Copyright|©|\(c\))\s*(?:©\s*)?(?:\d{{4}}\s*)?(?:by\s+)?(?:{_ANY})\b")
_BYLINE = re.compile(
    rf"\A\s*(?:by|from|source|via)?\s*:?\s*(?:{_ANY})\s*(?:staff|news agency)?\s*\Z", re.IGNORECASE
)
_REPORTING = re.compile(
    r"\((?:Additional )?Reporting by [^()\n]{3,300}(?:[Ee]diting|[Ww]riting) by [^()\n]{3,200}\)"
)


class _Run(NamedTuple):
    """Words [start, end) of a document that stand at [other_start, other_end) of document `other`."""

    other: int
    start: int
    end: int
    other_start: int
    other_end: int
    words: int


class Origins(NamedTuple):
    """Origin of each document (the smallest document id of its group) and the passages that show it."""

    of_document: dict[str, str]
    passages: tuple[SharedPassage, ...]


def find_origins(documents: Sequence[Document], story: StoryWords) -> Origins:
    """Group documents that tell the story from one text.

    Two documents have one origin when a fifth of the shorter one, and at least 40 words outside
    quotation marks, stand in the other too, when it repeats three passages of a dozen words, or when
    both are credited to the same agency.
    """
    ordered = sorted(documents, key=lambda document: document.id)
    quoted = {document.id: find_quoted(document) for document in ordered}
    passages = tuple(sorted(_find_passages(ordered, story, quoted), key=passage_key))
    groups = Partition(document.id for document in ordered)
    copied: dict[tuple[str, str], list[int]] = {}
    for passage in passages:
        if not passage.quotation:
            pair = (passage.left_document_id, passage.right_document_id)
            copied.setdefault(pair, []).append(passage.words)
    for (left, right), runs in sorted(copied.items()):
        shorter = min(len(story.by_id[left].words), len(story.by_id[right].words))
        long_share = sum(runs) >= _COPIED_WORDS and sum(runs) >= _COPIED_SHARE * shorter
        if long_share or len(runs) >= _COPIED_PASSAGES:
            groups.join(left, right)
    by_agency: dict[str, str] = {}
    for document in ordered:
        agency = read_credit(document)
        if agency is not None:
            groups.join(by_agency.setdefault(agency, document.id), document.id)
    return Origins({document.id: groups.smallest(document.id) for document in ordered}, passages)


def read_credit(document: Document) -> str | None:
    """Return the agency that a document is credited to, None for the outlet's own work.

    A dateline "(AP) -", a copyright line, a byline that is the agency alone, or the agency's closing
    line count; "contributed to this report" does not.
    """
    for block in document.blocks[:8]:
        found = _DATELINE.search(document.text[block.start : min(block.end, block.start + 120)])
        if found:
            return _agency(found)
    if document.byline:
        found = _BYLINE.search(document.byline)
        if found:
            return _agency(found)
    for skipped in document.skipped:
        line = document.text[skipped.start : min(skipped.end, skipped.start + 400)]
        found = _COPYRIGHT.search(line) or _BYLINE.search(line)
        if found and "contributed" not in line:
            return _agency(found)
    tail = document.text[-1500:]
    found = _COPYRIGHT.search(tail)
    if found:
        return _agency(found)
    return "reuters" if _REPORTING.search(tail) else None


def _agency(match: re.Match[str]) -> str:
    names = list(_AGENCIES)
    return next(names[int(group[1:])] for group, text in match.groupdict().items() if text)


def passage_key(passage: SharedPassage) -> tuple[str, str, Span, Span]:
    """Return the sort key of a shared passage: the two documents, then where it stands in each."""
    return passage.left_document_id, passage.right_document_id, passage.left_span, passage.right_span


def _find_passages(
    documents: Sequence[Document], story: StoryWords, quoted: Mapping[str, list[Span]]
) -> Iterator[SharedPassage]:
    """Yield what each document shares with those before it; a text in many copies stays linear."""
    places: dict[tuple[str, ...], list[tuple[int, int]]] = {}
    for number, document in enumerate(documents):
        words = story.by_id[document.id]
        for run in _close_gaps(list(_match_runs(number, documents, story, places))):
            if run.words < _PASSAGE:
                continue
            other = story.by_id[documents[run.other].id]
            span = words.span(run.start, run.end)
            inside = shared_length(quoted[document.id], span)
            yield SharedPassage(
                left_document_id=documents[run.other].id,
                right_document_id=document.id,
                left_span=other.span(run.other_start, run.other_end),
                right_span=span,
                words=run.words,
                quotation=inside * 2 >= span.end - span.start,
                first=_first_published(documents[run.other], document),
            )
        for at, shingle in enumerate(zip(*(words.words[at:] for at in range(_SHINGLE)), strict=False)):
            rows = places.setdefault(shingle, [])
            if len(rows) < _HOLDERS:
                rows.append((number, at))


def _match_runs(
    number: int,
    documents: Sequence[Document],
    story: StoryWords,
    places: Mapping[tuple[str, ...], list[tuple[int, int]]],
) -> Iterator[_Run]:
    words = story.by_id[documents[number].id].words
    at = 0
    while at <= len(words) - _SHINGLE:
        rows = places.get(tuple(words[at : at + _SHINGLE]), ())
        best: _Run | None = None
        for other, place in rows:
            theirs = story.by_id[documents[other].id].words
            size = _SHINGLE
            limit = min(len(words) - at, len(theirs) - place)
            while size < limit and words[at + size] == theirs[place + size]:
                size += 1
            if best is None or size > best.words:
                best = _Run(other, at, at + size, place, place + size, size)
        if best is None:
            at += 1
            continue
        yield best
        at = best.end


def _close_gaps(runs: Sequence[_Run]) -> list[_Run]:
    """Join runs of one pair of documents that only a few changed words keep apart."""
    merged: list[_Run] = []
    for run in runs:
        last = merged[-1] if merged else None
        if (
            last is not None
            and last.other == run.other
            and 0 <= run.start - last.end <= _GAP
            and 0 <= run.other_start - last.other_end <= _GAP
        ):
            merged[-1] = last._replace(end=run.end, other_end=run.other_end, words=last.words + run.words)
        else:
            merged.append(run)
    return merged


def _first_published(left: Document, right: Document) -> str | None:
    """Return the id of the document that is dated before the other, None where days can't tell."""
    one, two = left.published_at, right.published_at
    if not one or not two or one == two:
        return None
    size = min(len(one), len(two)) if "T00:00:00" not in one + two else 10
    if one[:size] == two[:size]:
        return None
    return left.id if one < two else right.id


class OriginCounter:
    """Counts how many independent origins stand behind a set of claims."""

    def __init__(self, origins: Origins) -> None:
        self._of_document = origins.of_document
        self._passages: dict[str, list[SharedPassage]] = {}
        for passage in origins.passages:
            self._passages.setdefault(passage.left_document_id, []).append(passage)

    def count(self, claims: Sequence[Claim]) -> int:
        """Return the number of origins: copies of one text, and claims in one shared passage, are one."""
        by_document: dict[str, list[Claim]] = {}
        for claim in claims:
            by_document.setdefault(claim.document_id, []).append(claim)
        ids = sorted(by_document)
        groups = Partition(ids)
        first_of: dict[str, str] = {}
        for document_id in ids:
            groups.join(first_of.setdefault(self._of_document[document_id], document_id), document_id)
        for left in ids:
            for passage in self._passages.get(left, ()):
                right = passage.right_document_id
                if right not in by_document or groups.joined(left, right):
                    continue
                if _both_inside(passage, by_document[left], by_document[right]):
                    groups.join(left, right)
        return groups.count()


def _both_inside(passage: SharedPassage, left: Sequence[Claim], right: Sequence[Claim]) -> bool:
    return _inside(passage.left_span, left) and _inside(passage.right_span, right)


def _inside(span: Span, claims: Sequence[Claim]) -> bool:
    return any(
        shared_length(claim.spans, span) * 2 >= sum(part.end - part.start for part in claim.spans)
        for claim in claims
    )
