"""How many attributions are found, and how many speakers are right, beside one regular expression.

    python -m benchmarks.attributions ROWS.jsonl.gz

A row has `text` and `attributions`, each with `source`, `cue` and `content` as lists of [start, end].
"""

import gzip
import json
import re
import sys
import time
from bisect import bisect_right
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from claimdiff.extraction.attribution import find_attributions
from claimdiff.model import Block, Document, ReferenceDate

_WORD = re.compile(r"\w+")
_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s)[^\n.!?]*)*")
_CUE_WORDS = re.compile(
    r"\b(?:s(?:aid|ays?|aying)|told|tells|telling|add(?:s|ed|ing)|according to|w(?:rote|rites)|argue[sd]"
    r"|announced|noted|asked|claim(?:s|ed)|believes?|thinks?|tweeted|stated|insisted|suggested|call(?:s|ed)|wants?"
    r"|report(?:s|ed)|declared|explained|warned|promised|continued|accused|criticized|praised|supports?|opposes?"
    r"|denied)\b",
    re.IGNORECASE,
)
_PARAGRAPH = re.compile(r"[^\n]+")
_CUE = re.compile(
    r"(?P<source>(?:[A-Z][\w.’'-]*(?: [A-Z][\w.’'-]*)*|[Hh]e|[Ss]he|[Tt]hey|[Ii]t|[Tt]he [\w’'-]+)) "
    r"(?:also |has |had |have )?"
    r"(?:said|says|say|told \w+|tells \w+|added|wrote|argued|announced|noted|asked|claimed|believes|thinks"
    r"|tweeted)"
    r"(?: that)?\b"
)

Pairs = list[tuple[int, int]]
Found = tuple[Pairs, Pairs, Pairs]  # content, speaker, cue


def score_attributions(path: str) -> dict[str, float]:
    """Return F1 of attributions found and of speaker spans, for claimdiff and for a regular expression.

    An attribution is found when its content and a marked one's share at least half of their tokens
    (Jaccard), one to one; its speaker is right when their spans do so too. `sentence_f1` asks only which
    sentences hold the cue of an attribution: the way of counting by which a list of cue words alone, its
    baseline, comes near .70. Speed is in megabytes of
    text a second of processor time, for reports of words (without attitudes), references included.
    """
    rows = read_rows(path)
    found = [extract_attributions(row["text"]) for row in rows]
    scores = score_found(rows, found) | {
        "sentence_f1": _score_sentences(
            rows, [[cue for row in article for cue in row[2]] for article in found]
        ),
        "baseline_sentence_f1": _score_sentences(
            rows, [[match.span() for match in _CUE_WORDS.finditer(row["text"])] for row in rows]
        ),
    }
    documents = [as_document(row["text"]) for row in rows]
    started = time.process_time()
    for document in documents:
        find_attributions(document)
    seconds = time.process_time() - started
    scores |= score_found(rows, [_extract_by_regex(row["text"]) for row in rows], "baseline_")
    scores["megabytes_per_second"] = sum(len(row["text"].encode()) for row in rows) / 1e6 / max(seconds, 1e-9)
    return scores


def as_document(text: str) -> Document:
    """Return a plain text as a document: a block for each line, the first of them the title."""
    blocks = tuple(
        Block(match.start(), match.end(), "title" if order == 0 else "paragraph")
        for order, match in enumerate(_PARAGRAPH.finditer(text))
    )
    return Document(
        id="d", path="row", format="text", encoding="utf-8", text=text, label="row", outlet=None, title=None,
        published_at=None, reference_date=ReferenceDate(None, "none"), language="en", blocks=blocks,
        sections=(), skipped=(),
    )  # fmt: skip


def read_rows(path: str) -> list[dict[str, Any]]:
    """Return the marked articles of a file."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def extract_attributions(text: str) -> list[Found]:
    """Return content, speaker and cue of everything that claimdiff finds in a text, attitudes too."""
    return [
        (
            [(span.start, span.end) for span in row.content],
            [(span.start, span.end) for span in row.speaker_spans],
            [(span.start, span.end) for span in row.cue_spans],
        )
        for row in find_attributions(as_document(text), attitudes=True)
    ]


def _extract_by_regex(text: str) -> list[Found]:
    found: list[Found] = []
    for match in _CUE.finditer(text):
        stop = re.compile(r"[.!?\n]").search(text, match.end())
        end = stop.start() if stop else len(text)
        if _WORD.search(text, match.end(), end):
            content = (match.end(), end)
        else:
            begin = max(text.rfind(mark, 0, match.start()) for mark in "\n“")
            content = (max(begin, 0), match.start())
        if content[0] < content[1]:
            found.append(([content], [match.span("source")], [(match.end("source"), match.end())]))
    return found


def score_found(
    rows: Sequence[dict[str, Any]], found: Sequence[list[Found]], prefix: str = ""
) -> dict[str, float]:
    """Return precision, recall and F1 of attributions, and F1 of speaker spans, over all articles."""
    hits = right = predicted = marked = spoken = named = 0
    for row, attributions in zip(rows, found, strict=True):
        tokens = [match.start() for match in _WORD.finditer(row["text"])]
        gold = [
            (_cover(tokens, item.get("content", [])), _cover(tokens, item.get("source", [])))
            for item in row["attributions"]
        ]
        ours = [(_cover(tokens, content), _cover(tokens, speaker)) for content, speaker, _ in attributions]
        pairs = _match(gold, ours)
        hits += len(pairs)
        right += sum(_jaccard(gold[left][1], ours[right_][1]) >= 0.5 for left, right_ in pairs)
        predicted += len(ours)
        marked += len(gold)
        spoken += sum(bool(speaker) for _, speaker in ours)
        named += sum(bool(speaker) for _, speaker in gold)
    return {
        prefix + "found_precision": hits / max(1, predicted),
        prefix + "found_recall": hits / max(1, marked),
        prefix + "found_f1": 2 * hits / max(1, predicted + marked),
        prefix + "speaker_f1": 2 * right / max(1, spoken + named),
    }


def _score_sentences(rows: Sequence[dict[str, Any]], cues: Sequence[Pairs]) -> float:
    """Return F1 of the sentences that hold the beginning of a cue, over all articles."""
    hits = total = 0
    for row, ours in zip(rows, cues, strict=True):
        starts = [match.start() for match in _SENTENCE.finditer(row["text"])]
        marked = {bisect_right(starts, item["cue"][0][0]) for item in row["attributions"] if item.get("cue")}
        found = {bisect_right(starts, start) for start, _ in ours}
        hits += len(marked & found)
        total += len(marked) + len(found)
    return 2 * hits / max(1, total)


def _cover(tokens: list[int], spans: Iterable[Iterable[int]]) -> frozenset[int]:
    stretches = [tuple(span) for span in spans]
    return frozenset(k for k, start in enumerate(tokens) if any(a <= start < b for a, b in stretches))


def _jaccard(left: frozenset[int], right: frozenset[int]) -> float:
    return len(left & right) / len(left | right) if left or right else 0.0


def _match(
    gold: list[Any], ours: list[Any], measure: Callable[..., float] = _jaccard
) -> list[tuple[int, int]]:
    """Pair marked and found attributions one to one, the closest first."""
    candidates = sorted(
        (
            (-score, -_jaccard(left[1], right[1]), i, j)
            for i, left in enumerate(gold)
            for j, right in enumerate(ours)
            if left[0] & right[0] and (score := measure(left[0], right[0])) >= 0.5
        )
    )
    pairs: list[tuple[int, int]] = []
    seen_left: set[int] = set()
    seen_right: set[int] = set()
    for _, _, i, j in candidates:
        if i not in seen_left and j not in seen_right:
            pairs.append((i, j))
            seen_left.add(i)
            seen_right.add(j)
    return pairs


if __name__ == "__main__":
    for name, value in score_attributions(sys.argv[1]).items():
        print(f"{name:28} {value:.3f}")
