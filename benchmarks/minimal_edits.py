"""How many small contradicting edits the slots notice, and how many faithful rewordings they take for one.

Minimal edits are nearly identical to their originals by construction, so the second figure is measured on
rewordings that are just as close.
"""

import gzip
import json
from collections.abc import Iterator
from pathlib import Path

from claimdiff.extraction import read_statement
from claimdiff.matching.alignment import align_claims
from claimdiff.matching.differences import find_differences

# From this strength on, a difference counts as noticed.
NOTICED_FROM = 0.35
CLOSE_FROM = 85


def score_minimal_edits(path: Path | str, rewordings: Path | str | None = None) -> dict[str, float]:
    """Return shares (0 to 1) over the edits in `path` and, if given, the close rewordings in `rewordings`.

    `edits_noticed`: edits with a difference of strength NOTICED_FROM; `edits_exclusive`: with an exclusive
    one; `rewordings_noticed`, `rewordings_exclusive`: the same over faithful rewordings whose
    token_sort_ratio is CLOSE_FROM or more; `identical_noticed`: over sentences held against themselves.
    """
    rows = list(_read_rows(path))
    edits = [(str(row["true"]), str(edit)) for row in rows for edit in _texts(row["false"])]
    figures = _share("edits", edits)
    figures["identical_noticed"] = _share("identical", [(left, left) for left, _ in edits])[
        "identical_noticed"
    ]
    if rewordings is not None:
        from rapidfuzz import fuzz

        close = [
            (str(row["left"]), str(row["right"]))
            for row in _read_rows(rewordings)
            if row["label"] == "same"
            and fuzz.token_sort_ratio(str(row["left"]), str(row["right"])) >= CLOSE_FROM
        ]
        figures |= _share("rewordings", close)
    return figures


def _texts(value: object) -> list[str]:
    assert isinstance(value, list)
    return [str(entry) for entry in value]


def _read_rows(path: Path | str) -> Iterator[dict[str, object]]:
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _share(name: str, pairs: list[tuple[str, str]]) -> dict[str, float]:
    noticed = exclusive = 0
    for left, right in pairs:
        found = find_differences(
            align_claims(read_statement(left), read_statement(right), left_text=left, right_text=right)
        )
        noticed += any(one.strength >= NOTICED_FROM for one in found)
        exclusive += any(one.exclusive for one in found)
    count = max(1, len(pairs))
    return {f"{name}_noticed": noticed / count, f"{name}_exclusive": exclusive / count}
