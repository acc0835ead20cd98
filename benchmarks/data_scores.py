"""Every labelled data set of a folder, each by the benchmark that knows it; what is not there is skipped."""

from collections.abc import Callable
from pathlib import Path

from benchmarks.attributions import score_attributions
from benchmarks.draft_scores import score_summaries
from benchmarks.events import score_events
from benchmarks.headlines import score_headlines
from benchmarks.minimal_edits import score_minimal_edits
from benchmarks.pairs import score_pair_sets

_EDITS, _REWORDINGS = "minimal-edits.dev.jsonl.gz", "paraphrase.train.jsonl.gz"


def score_data_sets(folder: Path) -> dict[str, float]:
    """Return the figures of every data set in `folder`, named `set.figure`; baselines say so."""
    figures: dict[str, float] = {}
    suites: list[tuple[str, str, Callable[[Path], dict[str, float]]]] = [
        ("attribution", "attribution.dev.jsonl.gz", lambda path: score_attributions(str(path))),
        ("headlines", "headline-stance.dev.jsonl.gz", score_headlines),
        ("minimal-edits", _EDITS, lambda path: score_minimal_edits(path, _beside(path))),
        ("", "draft-edits.dev.jsonl.gz", lambda path: score_summaries(path, step=4)),
        ("events", "events.jsonl.gz", score_events),
        ("pairs", _REWORDINGS, lambda path: score_pair_sets(path.parent)),
    ]
    for name, file, score in suites:
        path = folder / file
        if path.exists():
            prefix = f"{name}." if name else ""
            figures |= {f"{prefix}{figure}": value for figure, value in score(path).items()}
    return figures


def _beside(path: Path) -> Path | None:
    other = path.with_name(_REWORDINGS)
    return other if other.exists() else None
