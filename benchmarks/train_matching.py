"""Train the matcher's models on annotated stories and pair sets, and write them into the package.

usage: python -m benchmarks.train_matching STORIES_DIR DATA_DIR [--out FILE]

Needs numpy and scikit-learn, which only this script uses. Figures come from `measure_stories` with the
model of every story trained on the others; the file written is trained on all of them.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import msgspec
import numpy as np
from sklearn.linear_model import LogisticRegression

from benchmarks.gold import cover_gold, gold_claims, judge_pair, label_pairs, list_stories, read_story
from claimdiff.extraction import extract_claims
from claimdiff.matching.calibration import Model, Models, Ramp, Scale
from claimdiff.matching.candidates import find_candidates, find_repeats
from claimdiff.matching.features import FEATURES, compare_claims
from claimdiff.matching.rivals import RIVAL_FEATURES, compare_rivals
from claimdiff.matching.views import view_story
from claimdiff.model import Claim

NAMES = FEATURES + RIVAL_FEATURES
# Where a feature's ramps meet; a feature not named here has one ramp from 0 to 1.
KNOTS: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(RIVAL_FEATURES, (-1.0, -0.3, 0.0, 0.3, 1.0)),
    "best of both": (0.0, 1.0),
    "shared in context": (0.0, 0.5, 1.0),
    **dict.fromkeys(
        (
            "shared words",
            "covered by the other",
            "covers the other",
            "covered by the other's sentence",
            "sentences alike",
            "letters alike",
            "shared rare word",
        ),
        (0.0, 0.25, 0.5, 0.75, 1.0),
    ),
}
# How strongly the weights are held back.
PENALTY = 0.3

Couple = tuple[str, str]
Vector = list[float]


class Lesson(msgspec.Struct):
    """One story's pairs to learn from: vectors (without leads), and for each True, False or None (open)."""

    document_of: dict[str, str]
    across: dict[Couple, Vector]
    across_labels: dict[Couple, bool | None]
    within: dict[Couple, Vector]
    within_labels: dict[Couple, bool | None]


def make_lesson(folder: Path, name: str, predicted: bool) -> Lesson:
    """Return a story's lesson, from its annotated claims or from those that extraction finds."""
    story = read_story(folder, name)
    labels = label_pairs(story)
    claims: Sequence[Claim]
    covered: dict[str, frozenset[str]] = {}
    if predicted:
        claims = [claim for document in story.documents for claim in extract_claims(document)]
        covered = cover_gold(story, claims)
    else:
        for gold_id, claim in gold_claims(story).items():
            covered[claim.id] = covered.get(claim.id, frozenset()) | {gold_id}
        claims = list({claim.id: claim for claim in gold_claims(story).values()}.values())
    views = view_story(story.documents, claims)
    across = {
        (left, right): compare_claims(views[left], views[right])
        for left, right, _ in find_candidates(views).pairs
    }
    within = {pair: compare_claims(views[pair[0]], views[pair[1]]) for pair in find_repeats(views)}
    return Lesson(
        {claim.id: claim.document_id for claim in claims},
        across,
        {pair: judge_pair(*pair, covered, labels) for pair in across},
        within,
        {pair: judge_pair(*pair, covered, labels) for pair in within},
    )


def spread(
    vectors: Sequence[Vector], names: Sequence[str]
) -> tuple[np.ndarray, list[tuple[str, float, float]]]:
    """Return the ramp values of every vector, and the ramps' features and ends."""
    table = np.array(vectors, dtype=float)
    columns, ends = [], []
    for number, name in enumerate(names):
        knots = KNOTS.get(name, (0.0, 1.0))
        for start, end in pairwise(knots):
            columns.append(np.clip((table[:, number] - start) / (end - start), 0.0, 1.0))
            ends.append((name, start, end))
    return np.stack(columns, axis=1), ends


def fit_model(
    vectors: Sequence[Vector],
    labels: Sequence[bool],
    names: Sequence[str],
    weights: Sequence[float] | None = None,
    penalty: float = PENALTY,
) -> Model:
    """Return an additive model fitted by penalised logistic regression."""
    table, ends = spread(vectors, names)
    learner = LogisticRegression(C=1 / penalty, max_iter=5000)
    learner.fit(table, np.array(labels, dtype=int), sample_weight=weights)
    ramps = tuple(
        Ramp(name, start, end, round(float(weight), 4))
        for (name, start, end), weight in zip(ends, learner.coef_[0], strict=True)
        if abs(weight) >= 0.0005
    )
    return Model(round(float(learner.intercept_[0]), 4), ramps)


def _gather(
    lessons: Sequence[Lesson],
    of: Callable[[Lesson], tuple[Mapping[Couple, Vector], Mapping[Couple, bool | None]]],
) -> tuple[list[Vector], list[bool], list[float]]:
    vectors: list[Vector] = []
    labels: list[bool] = []
    weights: list[float] = []
    for lesson in lessons:
        rows, truth = of(lesson)
        known = [(rows[pair], label) for pair in sorted(rows) if (label := truth[pair]) is not None]
        positives = sum(label for _, label in known)
        vectors += [vector for vector, _ in known]
        labels += [label for _, label in known]
        weights += [1.0 / (5.0 + positives) ** 0.5] * len(known)
    mean = sum(weights) / max(1, len(weights))
    return vectors, labels, [weight / mean for weight in weights]


def add_leads(lesson: Lesson, closeness: Model) -> dict[Couple, Vector]:
    """Return a story's vectors with the leads that the first look gives."""
    scale = Scale(closeness, NAMES)
    alone = {pair: scale.score(vector) for pair, vector in lesson.across.items()}
    leads = compare_rivals(alone, lesson.document_of)
    return {pair: vector + leads[pair] for pair, vector in lesson.across.items()}


def train_story_models(lessons: Sequence[Lesson]) -> tuple[Model, Model, Model]:
    """Return the models `closeness`, `story` and `within`."""
    vectors, labels, weights = _gather(lessons, lambda one: (one.across, one.across_labels))
    closeness = fit_model(vectors, labels, FEATURES, weights)
    led = {id(lesson): add_leads(lesson, closeness) for lesson in lessons}
    vectors, labels, weights = _gather(lessons, lambda one: (led[id(one)], one.across_labels))
    story = fit_model(vectors, labels, NAMES, weights)
    vectors, labels, weights = _gather(lessons, lambda one: (one.within, one.within_labels))
    within = fit_model(vectors, labels, FEATURES, weights)
    return closeness, story, within


def main() -> None:
    """Train on everything and write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/claimdiff/matching/data/model.json"))
    arguments = parser.parse_args()
    lessons = [
        make_lesson(arguments.stories, name, predicted)
        for name in list_stories(arguments.stories)
        for predicted in (False, True)
    ]
    closeness, story, within = train_story_models(lessons)
    models = Models(closeness, story, within, closeness, closeness)
    arguments.out.write_bytes(msgspec.json.format(msgspec.json.encode(models), indent=1) + b"\n")


if __name__ == "__main__":
    main()
