"""Train the matcher's models on annotated stories and pair sets, and write them into the package.

usage: python -m benchmarks.train_matching STORIES_DIR DATA_DIR [--out FILE] [--stories-only]

Learns from the claims that extraction finds: in the annotated stories, and in those of the events data that
`benchmarks/annotations` marks. Needs numpy and scikit-learn, as only the training scripts do. The file
written is trained on all stories; `benchmarks.held_out` measures with each story left out.
"""

import argparse
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import msgspec
import numpy as np
from msgspec.structs import replace

from benchmarks.boosting import grow_trees
from benchmarks.event_stories import read_event_stories
from benchmarks.fitting import Vector, fit_model
from benchmarks.gold import (
    GoldStory,
    cover_gold,
    judge_pair,
    label_pairs,
    list_stories,
    read_story,
)
from benchmarks.train_pairs import read_samples, train_pair_models
from claimdiff.extraction import extract_claims
from claimdiff.matching.calibration import EARLY, LATE, Branch, Model, Models, Scale, load_models
from claimdiff.matching.candidates import find_candidates, find_repeats
from claimdiff.matching.features import FEATURES, compare_claims
from claimdiff.matching.pairing import HOPELESS, lead_pairs
from claimdiff.matching.places import Places, place_claims
from claimdiff.matching.sentences import compare_sentences, remember_closeness
from claimdiff.matching.views import view_story
from claimdiff.model import Claim

NAMES = EARLY + LATE
# Added to the log-odds of both models in the end: our own annotations hold more pairs for one fact than those
# of the annotated stories do, and these set the prior. `benchmarks.held_out` says how much it is off.
PRIOR_SHIFT = -0.58
Couple = tuple[str, str]


class Lesson(msgspec.Struct):
    """One story's pairs to learn from: vectors (without leads), and for each True, False or None (open)."""

    order: tuple[str, ...]
    places: Places
    across: dict[Couple, Vector]
    across_labels: dict[Couple, bool | None]
    within: dict[Couple, Vector]
    within_labels: dict[Couple, bool | None]


def make_lesson(folder: Path, name: str) -> Lesson:
    """Return an annotated story's lesson, from the claims that extraction finds in it."""
    return _extract_lesson(read_story(folder, name))


def make_event_lessons(data: Path) -> list[Lesson]:
    """Return the lessons of the stories that we annotated ourselves; `data` holds `events.jsonl.gz`."""
    return [_extract_lesson(story) for story in read_event_stories(data / "events.jsonl.gz")]


def _extract_lesson(story: GoldStory) -> Lesson:
    claims = [claim for document in story.documents for claim in extract_claims(document)]
    return compare_story(story, claims, cover_gold(story, claims))


def compare_story(story: GoldStory, claims: Sequence[Claim], covered: Mapping[str, frozenset[str]]) -> Lesson:
    """Return the lesson of a story whose claims cover the given annotated claims."""
    labels = label_pairs(story)
    views = view_story(story.documents, claims)
    nearness = remember_closeness()
    order = tuple(sorted(views))
    across = {
        (left, right): compare_claims(views[left], views[right])
        + compare_sentences(views[left], views[right], nearness)
        for left, right in find_candidates(views).pairs
    }
    within = {pair: compare_claims(views[pair[0]], views[pair[1]]) for pair in find_repeats(views)}
    return Lesson(
        order,
        place_claims(order, claims),
        across,
        {pair: judge_pair(*pair, covered, labels) for pair in across},
        within,
        {pair: judge_pair(*pair, covered, labels) for pair in within},
    )


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
    number = {claim_id: at for at, claim_id in enumerate(lesson.order)}
    vectors = list(lesson.across.values())
    leads = lead_pairs(
        [number[left] for left, _ in lesson.across],
        [number[right] for _, right in lesson.across],
        [scale.score(vector) for vector in vectors],
        [vector[len(FEATURES)] for vector in vectors],
        lesson.places,
        range(len(vectors)),
    )
    return {pair: [*vector, *lead] for (pair, vector), lead in zip(lesson.across.items(), leads, strict=True)}


def train_story_models(lessons: Sequence[Lesson]) -> tuple[Model, Model, tuple[Branch, ...], Model]:
    """Return the models `closeness`, `story`, `trees` and `within`."""
    vectors, labels, weights = _gather(lessons, lambda one: (one.across, one.across_labels))
    closeness = fit_model(vectors, labels, EARLY, weights)
    led = {id(lesson): add_leads(lesson, closeness) for lesson in lessons}
    vectors, labels, weights = _gather(lessons, lambda one: (led[id(one)], one.across_labels))
    story = fit_model(vectors, labels, NAMES, weights)
    trees = _grow_trees(story, vectors, labels, weights)
    vectors, labels, weights = _gather(lessons, lambda one: (one.within, one.within_labels))
    within = fit_model(vectors, labels, FEATURES, weights)
    return closeness, _shift_prior(story), trees, _shift_prior(within)


def _shift_prior(model: Model) -> Model:
    return replace(model, bias=round(model.bias + PRIOR_SHIFT, 4))


def _grow_trees(
    story: Model, vectors: Sequence[Vector], labels: Sequence[bool], weights: Sequence[float]
) -> tuple[Branch, ...]:
    """Return the trees that correct the second look, learned where it does not hold a pair for hopeless."""
    scale = Scale(story, NAMES)
    scores = np.array([scale.score(vector) for vector in vectors])
    likely = scores > HOPELESS
    table, truth = np.array(vectors)[likely], np.array(labels, dtype=float)[likely]
    return tuple(grow_trees(table, truth, np.array(weights)[likely], scores[likely], NAMES))


def main() -> None:
    """Train on everything and write the models."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("stories", type=Path)
    parser.add_argument("data", type=Path)
    parser.add_argument("--out", type=Path, default=Path("src/claimdiff/matching/data/model.json"))
    parser.add_argument(
        "--stories-only", action="store_true", help="keep the models of pairs without a story"
    )
    arguments = parser.parse_args()
    stories = [make_lesson(arguments.stories, name) for name in list_stories(arguments.stories)]
    lessons = [*stories, *make_event_lessons(arguments.data)]
    closeness, story, trees, within = train_story_models(lessons)
    if arguments.stories_only:
        shipped = load_models()
        alone, topic = shipped.alone, shipped.topic
    else:
        alone, topic = train_pair_models(read_samples(arguments.data))
    models = Models(closeness, story, trees, within, alone, topic)
    arguments.out.write_bytes(msgspec.json.format(msgspec.json.encode(models), indent=1) + b"\n")


if __name__ == "__main__":
    main()
