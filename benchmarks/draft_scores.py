"""Score `check` on annotated drafts and on labelled summaries."""

import gzip
import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

_FIGURE = re.compile(r"(caught|typed|located|false_alarms) ([\d.]+)")
_PROBLEMS = ("contradicted", "unsupported", "altered-quotation", "misattributed-quotation")


def score_drafts(stories: Path) -> dict[str, float]:
    """Check every `draft_planted.md` below `stories` against its story's articles and score the verdicts."""
    from claimdiff.api import check
    from claimdiff.reporting.check_report import render_check_json

    figures: dict[str, float] = {}
    for planted in sorted(stories.glob("*/planted.json")):
        story = planted.parent
        draft = story / "draft_planted.md"
        sources = json.loads((story / "gold.json").read_text(encoding="utf-8"))["meta"]["sources"]
        report = render_check_json(check(draft, [story / name for name in sources.values()]))
        with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
            file.write(report)
            file.flush()
            command = [sys.executable, str(stories / "score_check.py"), str(planted), file.name, str(draft)]
            done = subprocess.run(command, stdout=subprocess.PIPE, check=True, text=True)
        for name, value in _FIGURE.findall(done.stdout):
            figures[f"draft.{story.name}.{name}"] = float(value)
    return figures


def score_summaries(path: Path, step: int = 1) -> dict[str, float]:
    """Return the balanced accuracy of `check` on summaries labelled consistent or inconsistent.

    Every `step`-th row is taken. A summary is called inconsistent when any of its claims gets a
    problem verdict.
    """
    from claimdiff.api import check
    from claimdiff.reading import read_text

    right = {"consistent": 0, "inconsistent": 0}
    total = dict(right)
    plain = dict(right)
    with gzip.open(path, "rt", encoding="utf-8") as file:
        rows = [json.loads(line) for line in file][::step]
    for row in rows:
        source = read_text(row["document"], path="source.txt")
        done = check(read_text(row["summary"], path="draft.txt"), [source])
        found = any(verdict.verdict in _PROBLEMS for verdict in done.verdicts)
        total[row["label"]] += 1
        right[row["label"]] += found == (row["label"] == "inconsistent")
        low = _share_known(row["summary"], row["document"]) < 0.75
        plain[row["label"]] += low == (row["label"] == "inconsistent")
    return {
        "draft-edits.balanced_accuracy": _balance(right, total),
        "draft-edits.consistent_passed": right["consistent"] / max(1, total["consistent"]),
        "draft-edits.inconsistent_found": right["inconsistent"] / max(1, total["inconsistent"]),
        "draft-edits.baseline_overlap": _balance(plain, total),
    }


def _share_known(summary: str, document: str) -> float:
    known = set(re.findall(r"\w+", document.lower()))
    words = re.findall(r"\w+", summary.lower())
    return sum(word in known for word in words) / max(1, len(words))


def _balance(right: dict[str, int], total: dict[str, int]) -> float:
    return sum(right[label] / max(1, total[label]) for label in total) / len(total)
