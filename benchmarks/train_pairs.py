"""Learn the models of pairs that stand alone from the labelled pair sets."""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import NamedTuple

from benchmarks.fitting import fit_model
from benchmarks.pairs import find_auroc, find_average_precision, find_f1, list_span_pairs, read_rows
from claimdiff.extraction import read_statement
from claimdiff.matching.calibration import Model, Scale
from claimdiff.matching.features import FEATURES, LONE_FEATURES
from claimdiff.matching.score import compare_alone
from claimdiff.model import Claim

NAMES = FEATURES + LONE_FEATURES
# Of the pairs of spans that state different things, one in so many is learnt from, and counts as that many.
THINNING = 12
FOLDS = 5
# What a pair of spans counts beside a pair of sentences.
SPAN = 0.25


class Sample(NamedTuple):
    """One labelled pair; `one_fact` and `related` may be unknown. Pairs of one topic share a `fold`."""

    vector: list[float]
    one_fact: bool | None
    related: bool | None
    weight: float
    fold: int


def read_samples(folder: Path) -> list[Sample]:
    """Return the samples of the pair sets in a folder.

    Minimal edits and headlines on one rumour are left out: every such pair is one fact, and what is
    learnt from them is only that closeness or a common rumour is enough.
    """
    samples: list[Sample] = []
    samples += _paraphrases(folder)
    samples += _spans(folder)
    samples += _related(folder)
    return samples


def _fold(key: str) -> int:
    return sum(key.encode("utf-8")) % FOLDS


def _sample(
    left: str | Claim,
    right: str | Claim,
    one_fact: bool | None,
    related: bool | None,
    weight: float,
    key: str,
) -> Sample:
    one = read_statement(left) if isinstance(left, str) else left
    two = read_statement(right) if isinstance(right, str) else right
    return Sample(compare_alone(one, two), one_fact, related, weight, _fold(key))


def _paraphrases(folder: Path) -> list[Sample]:
    return [
        _sample(row["left"], row["right"], row["label"] == "same", None, 1.0, row["left"])
        for row in read_rows(folder, "paraphrase.train")
    ]


def _spans(folder: Path) -> list[Sample]:
    rows = read_rows(folder, "same-claim-spans.train")
    claims = {row["span"]: read_statement(row["span"]) for row in rows}
    topics = {row["span"]: row["topic"] for row in rows}
    found = []
    for number, (left, right, same) in enumerate(list_span_pairs(rows)):
        if same or number % THINNING == 0:
            weight = SPAN if same else SPAN * THINNING
            found.append(_sample(claims[left], claims[right], same, None, weight, topics[left]))
    return found


def _related(folder: Path) -> list[Sample]:
    found = []
    for row in read_rows(folder, "related-claims.train"):
        related = row["label"] != "unrelated"
        found.append(_sample(row["left"], row["right"], None, related, 1.0, row["topic"]))
    return found


def train_pair_models(samples: Sequence[Sample]) -> tuple[Model, Model]:
    """Return the models `alone` (one fact) and `topic` (related).

    The prior of `alone` is set where, with each fold held out, the F1 on pairs of sentences is best at
    a probability of .5.
    """
    held_out = predict_held_out(samples, _one_fact, 1.0)
    sentences = [(score, label) for score, label, weight in held_out if weight == 1.0]
    best = max(
        (step / 20 for step in range(-30, 31)),
        key=lambda cut: (find_f1([s >= cut for s, _ in sentences], [x for _, x in sentences]), -abs(cut)),
    )
    alone = _fit(samples, _one_fact, 1.0)
    topic = _fit(samples, _related_label, 1.0)
    return Model(round(alone.bias - best, 4), alone.ramps), topic


def _one_fact(sample: Sample) -> bool | None:
    return sample.one_fact


def _related_label(sample: Sample) -> bool | None:
    return sample.related


Label = Callable[[Sample], bool | None]


def predict_held_out(samples: Sequence[Sample], of: Label, penalty: float) -> list[tuple[float, bool, float]]:
    """Return, per labelled sample, its log-odds by a model of the other folds, its label and its weight."""
    predicted = []
    for fold in range(FOLDS):
        model = _fit([sample for sample in samples if sample.fold != fold], of, penalty)
        scale = Scale(model, NAMES)
        for sample in samples:
            label = of(sample)
            if sample.fold == fold and label is not None:
                predicted.append((scale.score(sample.vector), label, sample.weight))
    return predicted


def cross_validate(folder: Path) -> dict[str, float]:
    """Return the figures of the pair models, each fold of topics or sentences held out."""
    samples = read_samples(folder)
    one_fact = predict_held_out(samples, _one_fact, 1.0)
    related = predict_held_out(samples, _related_label, 1.0)
    spans: list[tuple[float, bool]] = []
    for score, label, weight in one_fact:
        if weight != 1.0:
            spans += [(score, label)] * (1 if label else THINNING)
    return {
        "related AUROC": find_auroc([score for score, _, _ in related], [label for _, label, _ in related]),
        "spans AP": find_average_precision([score for score, _ in spans], [label for _, label in spans]),
    }


def _fit(samples: Sequence[Sample], of: Label, penalty: float) -> Model:
    known = [(sample, label) for sample in samples if (label := of(sample)) is not None]
    return fit_model(
        [sample.vector for sample, _ in known],
        [label for _, label in known],
        NAMES,
        [sample.weight for sample, _ in known],
        penalty,
    )
