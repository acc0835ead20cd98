"""Score the labelled pair sets: each figure beside a plain baseline, in the same run."""

import gzip
import itertools
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from rapidfuzz import fuzz

from claimdiff.extraction import read_statement
from claimdiff.matching import score_pair
from claimdiff.model import Claim, ScoredPair

# From this token_sort_ratio two sentences are close enough for a rule of thumb to suspect an edit.
CLOSE = 85


def read_rows(folder: Path, name: str) -> list[dict[str, Any]]:
    """Return the rows of one set, () where the folder does not have it."""
    path = folder / f"{name}.jsonl.gz"
    if not path.exists():
        return []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        return [json.loads(line) for line in lines]


def score_texts(left: str, right: str, context: str = "") -> ScoredPair:
    """Score two texts as the command line does."""
    return score_pair(read_statement(left, context), read_statement(right, context))


def list_span_pairs(rows: Sequence[dict[str, Any]]) -> Iterator[tuple[str, str, bool]]:
    """Yield the pairs of different spans within each topic, and whether they state the same unit."""
    topics: dict[str, list[dict[str, Any]]] = {}
    for row in rows:
        topics.setdefault(row["topic"], []).append(row)
    for topic in sorted(topics):
        for one, two in itertools.combinations(topics[topic], 2):
            if one["span"] != two["span"]:
                yield one["span"], two["span"], one["unit"] == two["unit"]


def find_average_precision(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the mean precision at each positive, the best score first; ties count at their last place."""
    order = sorted(range(len(scores)), key=lambda i: -scores[i])
    seen = hits = 0
    total = 0.0
    for _, group in itertools.groupby(order, key=lambda i: scores[i]):
        tied = list(group)
        seen += len(tied)
        gained = sum(labels[i] for i in tied)
        hits += gained
        total += gained * hits / seen
    return total / max(1, hits)


def find_auroc(scores: Sequence[float], labels: Sequence[bool]) -> float:
    """Return the chance that a positive scores above a negative, ties counting half."""
    order = sorted(range(len(scores)), key=lambda i: scores[i])
    rank_sum = 0.0
    place = 0
    for _, group in itertools.groupby(order, key=lambda i: scores[i]):
        tied = list(group)
        middle = place + (len(tied) + 1) / 2
        rank_sum += middle * sum(labels[i] for i in tied)
        place += len(tied)
    positives = sum(labels)
    negatives = len(labels) - positives
    return (rank_sum - positives * (positives + 1) / 2) / max(1, positives * negatives)


def find_f1(called: Sequence[bool], labels: Sequence[bool]) -> float:
    """Return the harmonic mean of precision and recall."""
    both = sum(c and t for c, t in zip(called, labels, strict=True))
    return 2 * both / max(1, sum(called) + sum(labels))


def score_pair_sets(folder: Path) -> dict[str, float]:
    """Return the figures of the pair sets in a folder; those named "plain ..." are a baseline's.

    `related AUROC`, `spans AP`, `paraphrase F1`; `edits called same`, `close pairs called contradiction`
    and `identical pairs called contradiction` are shares, the less the better.
    """
    figures: dict[str, float] = {}
    figures.update(_score_related(read_rows(folder, "related-claims.train")))
    figures.update(_score_spans(read_rows(folder, "same-claim-spans.val")))
    figures.update(_score_paraphrases(read_rows(folder, "paraphrase.train")))
    figures.update(_score_edits(read_rows(folder, "minimal-edits.dev")))
    return figures


def _score_related(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    labels = [row["label"] != "unrelated" for row in rows]
    ours = [score_texts(row["left"], row["right"]).related for row in rows]
    plain = [fuzz.token_set_ratio(row["left"], row["right"]) for row in rows]
    return {"related AUROC": find_auroc(ours, labels), "plain related AUROC": find_auroc(plain, labels)}


def _score_spans(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    claims: dict[str, Claim] = {row["span"]: read_statement(row["span"]) for row in rows}
    ours, plain, labels = [], [], []
    for left, right, same in list_span_pairs(rows):
        ours.append(score_pair(claims[left], claims[right]).one_fact)
        plain.append(fuzz.token_set_ratio(left, right))
        labels.append(same)
    return {
        "spans AP": find_average_precision(ours, labels),
        "plain spans AP": find_average_precision(plain, labels),
    }


def _score_paraphrases(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    labels = [row["label"] == "same" for row in rows]
    pairs = [score_texts(row["left"], row["right"]) for row in rows]
    close = [
        pair
        for row, pair, same in zip(rows, pairs, labels, strict=True)
        if same and fuzz.token_sort_ratio(row["left"], row["right"]) >= CLOSE
    ]
    identical = [score_texts(row["left"], row["left"]) for row in rows[::10]]
    return {
        "paraphrase F1": find_f1([pair.relation == "same" for pair in pairs], labels),
        "paraphrase F1, one fact": find_f1([pair.one_fact >= 0.5 for pair in pairs], labels),
        "plain paraphrase F1": find_f1(
            [fuzz.token_sort_ratio(row["left"], row["right"]) >= 50 for row in rows], labels
        ),
        "close pairs called contradiction": _share(close, "contradiction"),
        "identical pairs called contradiction": _share(identical, "contradiction"),
    }


def _score_edits(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    pairs, ratios = [], []
    for row in rows:
        for false in row["false"]:
            pairs.append(score_texts(row["true"], false, row["context"]))
            ratios.append(fuzz.token_set_ratio(row["true"], false))
    return {
        "edits called same": _share(pairs, "same"),
        "edits called contradiction": _share(pairs, "contradiction"),
        "plain edits called same": sum(ratio >= CLOSE for ratio in ratios) / max(1, len(ratios)),
    }


def _share(pairs: Sequence[ScoredPair], relation: str) -> float:
    return sum(pair.relation == relation for pair in pairs) / max(1, len(pairs))
