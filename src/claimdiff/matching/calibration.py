"""The calibrated model: features in, log-odds by feature and a probability out."""

from collections.abc import Sequence
from functools import cache
from math import exp

import msgspec

from claimdiff.language.tables import read_data
from claimdiff.matching.features import FEATURES, LONE_FEATURES
from claimdiff.matching.rivals import RIVAL_FEATURES
from claimdiff.matching.sentences import SENTENCE_FEATURES, SENTENCE_LEADS

# What two claims of a story are compared on by themselves, and what they are compared on beside the others.
EARLY = FEATURES + SENTENCE_FEATURES
LATE = RIVAL_FEATURES + SENTENCE_LEADS


class Ramp(msgspec.Struct, frozen=True):
    """One piece of the model.

    It adds `weight` times how far the feature has come from `start` to `end`, 0 before and 1 beyond.
    """

    feature: str
    start: float
    end: float
    weight: float


class Model(msgspec.Struct, frozen=True):
    """An additive model of log-odds: a bias, and ramps over named features."""

    bias: float
    ramps: tuple[Ramp, ...]


class Models(msgspec.Struct, frozen=True):
    """Everything that training sets; `benchmarks/train_matching.py` writes it.

    `closeness` is the first look at a pair inside a story; `story` looks again, beside the other partners
    of its claims; `within` scores two claims of one document; `alone` scores a pair without a story, and
    `topic` whether such a pair is about one topic at all.
    """

    closeness: Model
    story: Model
    within: Model
    alone: Model
    topic: Model


class Scale:
    """A model made ready for vectors whose entries have the given names."""

    __slots__ = ("_bias", "_names", "_runs")

    def __init__(self, model: Model, names: Sequence[str]) -> None:
        place = {name: number for number, name in enumerate(names)}
        self._bias = model.bias
        self._names = tuple(names)
        self._runs = [
            (
                place[name],
                ramps[0].start,
                [(ramp.start, ramp.end - ramp.start, ramp.weight) for ramp in ramps],
            )
            for name, ramps in _find_runs(model.ramps)
        ]

    def score(self, values: Sequence[float]) -> float:
        """Return the log-odds of a vector."""
        total = self._bias
        for place, first, ramps in self._runs:
            value = values[place]
            if value > first:
                for start, width, weight in ramps:
                    reach = value - start
                    if reach <= 0.0:
                        break
                    total += weight if reach >= width else weight * reach / width
        return total

    def explain(self, values: Sequence[float]) -> dict[str, float]:
        """Return the log-odds by feature, "base" first; they sum to the score."""
        return {"base": self._bias, **dict(self.list_shares(values))}

    def list_shares(self, values: Sequence[float]) -> list[tuple[str, float]]:
        """Return the log-odds by feature without the bias; features that say nothing are left out."""
        shares = []
        for place, first, ramps in self._runs:
            value = values[place]
            if value <= first:
                continue
            share = 0.0
            for start, width, weight in ramps:
                reach = value - start
                if reach <= 0.0:
                    break
                share += weight if reach >= width else weight * reach / width
            shares.append((self._names[place], share))
        return shares


def _find_runs(ramps: Sequence[Ramp]) -> list[tuple[str, list[Ramp]]]:
    """Return the ramps by feature, those that start first before the others."""
    runs: dict[str, list[Ramp]] = {}
    for ramp in ramps:
        runs.setdefault(ramp.feature, []).append(ramp)
    return [(name, sorted(own, key=lambda ramp: ramp.start)) for name, own in runs.items()]


@cache
def load_models() -> Models:
    """Return the trained models of the package."""
    text = read_data("claimdiff.matching", "model.json")
    return msgspec.json.decode(text, type=Models)


@cache
def load_scale(name: str) -> Scale:
    """Return one of the models, ready: "closeness", "story", "within", "alone" or "topic"."""
    model: Model = getattr(load_models(), name)
    return Scale(model, FEATURES + LONE_FEATURES if name in ("alone", "topic") else EARLY + LATE)


def load_stages() -> tuple[Scale, Scale]:
    """Return the "story" model in two: EARLY with the bias, LATE without; both scores add up."""
    story = load_models().story
    early = tuple(ramp for ramp in story.ramps if ramp.feature in EARLY)
    late = tuple(ramp for ramp in story.ramps if ramp.feature not in EARLY)
    return Scale(Model(story.bias, early), EARLY), Scale(Model(0.0, late), LATE)


def as_probability(log_odds: float) -> float:
    """Return the probability of log-odds."""
    if log_odds < -30.0:
        log_odds = -30.0
    elif log_odds > 30.0:
        log_odds = 30.0
    return 1.0 / (1.0 + exp(-log_odds))
