"""Score reports against annotated stories, with the scorer that lies beside the stories.

A story folder holds one folder a story (articles and `gold.json`) and `score_story.py`; the scorer reads
nothing of a report but what the contract promises.
"""

import json
import subprocess
import sys
import tempfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from pathlib import Path

from msgspec import Struct

Figures = dict[str, float | None]
Reporter = Callable[[list[str]], str]

# The figures of the issue texts; the rest of the scorer's output is in the JSON of `--json`.
SHOWN = (
    "claim_f1",
    "gold_claims_per_predicted",
    "boilerplate_claims",
    "speaker_f1",
    "negation_f1",
    "quantity_f1",
    "align_precision",
    "align_recall",
    "align_f1",
    "coverage_balanced_accuracy",
    "hard_positives_aligned",
    "hard_negatives_kept_apart",
    "false_agreement_strong",
    "conflict_recall_strong",
    "conflict_precision",
    "quote_pairs_found",
    "quote_grade_accuracy",
    "quote_groups_pure",
    "omissions_found",
)


class StoryScores(Struct, frozen=True):
    """The scorer's figures by story, their mean, and counts pooled over all stories."""

    by_story: dict[str, Figures]
    mean: Figures
    pooled: dict[str, float]


def find_stories(root: Path) -> list[Path]:
    """Return the annotated story folders below `root`, sorted."""
    return sorted(gold.parent for gold in root.glob("*/gold.json"))


def digest_stories(root: Path) -> str:
    """Return a digest of every annotation, so that floors hold for this corpus and no other."""
    digest = sha256()
    for story in find_stories(root):
        digest.update((story / "gold.json").read_bytes())
    return digest.hexdigest()[:16]


def score_stories(root: Path, report: Reporter) -> StoryScores:
    """Run `report` on the article files of each story and score what it returns (contract JSON)."""
    rows: dict[str, Figures] = {}
    for story in find_stories(root):
        sources = json.loads((story / "gold.json").read_text(encoding="utf-8"))["meta"]["sources"]
        rows[story.name] = _score_one(root, story, report([str(story / name) for name in sources.values()]))
    return StoryScores(rows, _mean(rows), _pool(rows))


def _score_one(root: Path, story: Path, report: str) -> Figures:
    with tempfile.NamedTemporaryFile("w", suffix=".json", encoding="utf-8") as file:
        file.write(report)
        file.flush()
        command = [sys.executable, str(root / "score_story.py"), str(story / "gold.json"), file.name]
        done = subprocess.run([*command, "--dir", str(story), "--json"], stdout=subprocess.PIPE, check=True)
    figures: Figures = json.loads(done.stdout)
    return figures


def _mean(rows: Mapping[str, Figures]) -> Figures:
    names = list(dict.fromkeys(name for figures in rows.values() for name in figures))
    mean: Figures = {}
    for name in names:
        known = [value for figures in rows.values() if (value := figures.get(name)) is not None]
        mean[name] = sum(known) / len(known) if known else None
    return mean


def _pool(rows: Mapping[str, Figures]) -> dict[str, float]:
    def total(name: str) -> float:
        return sum(figures.get(name) or 0 for figures in rows.values())

    return {
        "strong_contradictions_found": total("strong_found") / max(1, total("strong_gold")),
        "contradictions_right": total("conflicts_right") / max(1, total("conflicts_predicted")),
        "contradictions_reported": total("conflicts_predicted"),
        "near_misses_reported": total("not_contradictions_flagged")
        / max(1, total("not_contradictions_gold")),
        "boilerplate_claims": total("boilerplate_claims"),
        "bad_offsets": total("bad_offsets"),
    }
