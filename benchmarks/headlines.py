"""How well headlines that contradict each other are told from headlines that agree."""

import gzip
import json
from collections.abc import Sequence
from pathlib import Path

from claimdiff.extraction import read_statement
from claimdiff.matching import score_pair
from claimdiff.matching.slots.denial import weigh_denial
from claimdiff.matching.units import prepare_claim

# From this weight on, one headline denies what the other reports.
CONFLICT_FROM = 0.4


def score_headlines(path: Path | str) -> dict[str, float]:
    """Return precision, recall and F1 of "conflict" over the labelled headline pairs in `path`.

    By the words of denial alone, and as "called ..." by the relation that `score` prints.
    """
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    claims = {
        text: read_statement(text) for text in sorted({row[s] for row in rows for s in ("left", "right")})
    }
    prepared = {text: prepare_claim(claim) for text, claim in claims.items()}
    labels = [row["label"] == "conflict" for row in rows]
    denied = [weigh_denial(prepared[row["left"]], prepared[row["right"]]) >= CONFLICT_FROM for row in rows]
    called = [
        score_pair(claims[row["left"]], claims[row["right"]]).relation == "contradiction" for row in rows
    ]
    figures = _hold_against(denied, labels)
    return figures | {f"called {name}": value for name, value in _hold_against(called, labels).items()}


def _hold_against(said: Sequence[bool], labels: Sequence[bool]) -> dict[str, float]:
    hits = sum(one and label for one, label in zip(said, labels, strict=True))
    precision, recall = hits / max(1, sum(said)), hits / max(1, sum(labels))
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1}
