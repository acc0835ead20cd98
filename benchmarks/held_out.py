"""Measure matching with the story it is measured on left out of training.

usage: python -m benchmarks.held_out STORIES_DIR DATA_DIR [--threshold P] [--pairs]

Prints the stories' figures, how many true pairs are among the candidates, and a reliability table: of
the pairs given a probability, how many are one fact. With `--pairs`, the pair models' figures as well,
each fold of topics left out.
"""

import argparse
import itertools
import math
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from benchmarks.gold import cover_gold, judge_pair, label_pairs, list_stories, read_story
from benchmarks.pairs import find_average_precision
from benchmarks.story_scores import StoryScores, score_stories
from benchmarks.train_matching import (
    NAMES,
    Lesson,
    add_leads,
    make_event_lessons,
    make_lesson,
    train_story_models,
)
from benchmarks.train_pairs import cross_validate
from claimdiff.api import compare
from claimdiff.extraction import extract_claims
from claimdiff.matching import calibration
from claimdiff.matching.calibration import Grove, Models, Scale, as_probability
from claimdiff.matching.candidates import find_candidates
from claimdiff.matching.pairing import HOPELESS
from claimdiff.matching.views import view_story
from claimdiff.reporting.json_format import render_json
from claimdiff.settings import Settings

SHOWN = (
    "align_precision",
    "align_recall",
    "align_f1",
    "coverage_balanced_accuracy",
    "hard_positives_aligned",
    "hard_negatives_kept_apart",
    "false_agreement_strong",
)
BINS = (0.0, 0.02, 0.05, 0.1, 0.2, 0.3, 0.5, 0.7, 0.9, 1.01)


def train_held_out(folder: Path, data: Path) -> tuple[dict[str, Models], dict[str, Lesson]]:
    """Return, per story, models trained on the others and on our own annotations, and its lesson."""
    lessons = {name: make_lesson(folder, name) for name in list_stories(folder)}
    more = make_event_lessons(data)
    shipped = calibration.load_models()
    models = {}
    for name in lessons:
        others = [lesson for other, lesson in lessons.items() if other != name]
        models[name] = Models(*train_story_models([*others, *more]), shipped.alone, shipped.topic)
    return models, lessons


def measure_stories(folder: Path, models: dict[str, Models], threshold: float) -> StoryScores:
    """Return the scorer's figures, each story compared with the models that have not seen it."""
    shipped = calibration.load_models
    module: Any = calibration

    def report(paths: list[str]) -> str:
        held_out = models[Path(paths[0]).parent.name]
        calibration.load_scale.cache_clear()
        module.load_models = lambda: held_out
        return render_json(compare(paths, Settings(one_fact_threshold=threshold)))

    try:
        return score_stories(folder, report)
    finally:
        module.load_models = shipped
        calibration.load_scale.cache_clear()


def list_chances(models: Models, lesson: Lesson) -> list[tuple[float, bool]]:
    """Return the probability and the truth of every candidate pair that the annotation decides."""
    scale, grove = Scale(models.story, NAMES), Grove(models.trees, NAMES)
    led = add_leads(lesson, models.closeness)
    chances = []
    for pair in sorted(led):
        label, score = lesson.across_labels[pair], scale.score(led[pair])
        if score > HOPELESS:
            score += grove.score(led[pair])
        if label is not None:
            chances.append((as_probability(score), label))
    return chances


def measure_candidates(folder: Path, name: str) -> tuple[int, int]:
    """Return how many true pairs of our claims are candidates, and how many there are."""
    story = read_story(folder, name)
    claims = [claim for document in story.documents for claim in extract_claims(document)]
    covered, labels = cover_gold(story, claims), label_pairs(story)
    found = set(find_candidates(view_story(story.documents, claims)).pairs)
    true = [
        (one.id, two.id)
        for one, two in itertools.combinations(sorted(claims, key=lambda claim: claim.id), 2)
        if one.document_id != two.document_id and judge_pair(one.id, two.id, covered, labels)
    ]
    return sum(pair in found for pair in true), len(true)


def list_reliability(chances: Sequence[tuple[float, bool]]) -> list[tuple[float, float, int, float, float]]:
    """Return, per bin, its ends, its pairs, their mean probability and the share that is one fact."""
    rows = []
    for low, high in itertools.pairwise(BINS):
        inside = [(chance, label) for chance, label in chances if low <= chance < high]
        if inside:
            mean = sum(chance for chance, _ in inside) / len(inside)
            rows.append((low, high, len(inside), mean, sum(label for _, label in inside) / len(inside)))
    return rows


def find_shift(chances: Sequence[tuple[float, bool]]) -> float:
    """Return what to add to all log-odds for the probabilities to sum to the number of true pairs."""
    odds = [math.log(chance / (1 - chance)) for chance, _ in chances if 0 < chance < 1]
    true, low, high = sum(label for _, label in chances), -5.0, 5.0
    for _ in range(30):
        middle = (low + high) / 2
        if sum(as_probability(one + middle) for one in odds) < true:
            low = middle
        else:
            high = middle
    return low


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--threshold", type=float, default=Settings().one_fact_threshold)
    parser.add_argument("--pairs", action="store_true")
    arguments = parser.parse_args()
    models, lessons = train_held_out(arguments.stories, arguments.data)
    scores = measure_stories(arguments.stories, models, arguments.threshold)
    for name in SHOWN:
        values = [f"{row.get(name)!s:.5}" for row in scores.by_story.values()]
        print(f"{name:28}", *(f"{value:>7}" for value in values), f"mean {scores.mean[name] or 0:.3f}")
    chances: list[tuple[float, bool]] = []
    precisions = []
    for name in lessons:
        own = list_chances(models[name], lessons[name])
        precisions.append(find_average_precision([c for c, _ in own], [label for _, label in own]))
        hits, true = measure_candidates(arguments.stories, name)
        print(f"{name:12} candidates {hits} of {true} ({hits / max(1, true):.3f}), AP {precisions[-1]:.3f}")
        chances += own
    print(f"mean AP {sum(precisions) / len(precisions):.3f}")
    for low, high, count, mean, share in list_reliability(chances):
        print(f"{low:4.2f}-{min(high, 1):4.2f} {count:6} pairs, said {mean:.3f}, are {share:.3f}")
    print(f"log-odds would have to move by {find_shift(chances):+.2f} for what is said to be what is")
    if arguments.pairs:
        for name, value in cross_validate(arguments.data).items():
            print(f"{name:28} {value:.3f}")


if __name__ == "__main__":
    main()
