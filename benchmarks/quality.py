"""Print every quality figure: annotated stories, draft check and labelled data sets, beside plain baselines.

    python -m benchmarks.quality --stories DIR [--data DIR] [--check-floors | --raise-floors] [--json FILE]

`--stories` names a folder of annotated stories with their scorers; `--data` a folder of labelled sets (its
sibling `data` where it is there). Floors live in `floors.json` and may only rise: `--check-floors` fails
where a figure has fallen below its floor, `--raise-floors` lifts the floors to what was measured.
"""

import argparse
import json
import sys
from pathlib import Path

from benchmarks.baselines import report_sentences
from benchmarks.data_scores import score_data_sets
from benchmarks.draft_scores import score_drafts
from benchmarks.floors import check_floors, raise_floors
from benchmarks.story_scores import SHOWN, StoryScores, digest_stories, score_stories


def report_claimdiff(paths: list[str]) -> str:
    """Return the contract report of claimdiff for the given files."""
    from claimdiff.api import compare
    from claimdiff.reporting.json_format import render_json

    return render_json(compare(paths))


def main() -> int:
    """Measure, print, and hold the figures against their floors. Returns the exit code."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--check-floors", action="store_true")
    parser.add_argument("--raise-floors", action="store_true")
    parser.add_argument("--json", type=Path, help="write every figure to this file")
    arguments = parser.parse_args()

    ours = score_stories(arguments.stories, report_claimdiff)
    print_stories(ours, score_stories(arguments.stories, report_sentences))
    figures = {f"stories.{name}": value for name, value in ours.mean.items() if value is not None}
    figures |= {f"pooled.{name}": value for name, value in ours.pooled.items()}
    drafts = score_drafts(arguments.stories)
    sets = score_data_sets(arguments.data or arguments.stories.parent / "data")
    for name, value in {**drafts, **sets}.items():
        print(f"{name:58}{value:9.3f}")
    figures |= drafts | sets
    if arguments.json:
        arguments.json.write_text(json.dumps(figures, indent=2, sort_keys=True) + "\n", encoding="utf-8")
    digest = digest_stories(arguments.stories)
    if arguments.raise_floors:
        raise_floors(figures, digest)
    return check_floors(figures, digest) if arguments.check_floors else 0


def print_stories(ours: StoryScores, plain: StoryScores) -> None:
    """Print a row a figure: one column a story, our mean, and the plain baseline's mean."""
    names = list(ours.by_story)
    print(f"{'':28}" + "".join(f"{name[:10]:>11}" for name in names) + f"{'mean':>9}{'plain':>9}")
    for figure in SHOWN:
        cells = [ours.by_story[name].get(figure) for name in names]
        cells += [ours.mean[figure], plain.mean[figure]]
        widths = [11] * len(names) + [9, 9]
        row = (f"{'-' if c is None else f'{c:.3f}':>{w}}" for c, w in zip(cells, widths, strict=True))
        print(f"{figure:28}" + "".join(row))
    for name, value in ours.pooled.items():
        print(f"pooled {name:51}{value:9.3f}")


if __name__ == "__main__":
    sys.exit(main())
