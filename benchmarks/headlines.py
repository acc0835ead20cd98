"""How well the slots tell headlines that contradict each other from headlines that agree."""

import gzip
import json
from pathlib import Path

from claimdiff.extraction import read_statement
from claimdiff.matching.slots.denial import weigh_denial
from claimdiff.matching.units import prepare_claim

# From this weight on, one headline denies what the other reports.
CONFLICT_FROM = 0.4


def score_headlines(path: Path | str) -> dict[str, float]:
    """Return precision, recall and F1 of "conflict" over the labelled headline pairs in `path`."""
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        rows = [json.loads(line) for line in lines]
    prepared = {
        text: prepare_claim(read_statement(text))
        for text in sorted({row[side] for row in rows for side in ("left", "right")})
    }
    hits = misses = false = 0
    for row in rows:
        says = weigh_denial(prepared[row["left"]], prepared[row["right"]]) >= CONFLICT_FROM
        is_conflict = row["label"] == "conflict"
        hits += says and is_conflict
        misses += is_conflict and not says
        false += says and not is_conflict
    precision, recall = hits / max(1, hits + false), hits / max(1, hits + misses)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    return {"precision": precision, "recall": recall, "f1": f1}
