"""The calibrated model: features in, log-odds by feature and a probability out."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence
from functools import cache
from itertools import pairwise
from math import exp
from typing import NamedTuple

import msgspec

from claimdiff.language.tables import read_data
from claimdiff.matching.features import FEATURES, LONE_FEATURES
from claimdiff.matching.rivals import RIVAL_FEATURES
from claimdiff.matching.sentences import SENTENCE_FEATURES, SENTENCE_LEADS
from claimdiff.matching.standing import PLACE_FEATURES, SHARE_FEATURES

# What two claims of a story are compared on by themselves, and what they are compared on beside the others.
EARLY = FEATURES + SENTENCE_FEATURES
LATE = RIVAL_FEATURES + SENTENCE_LEADS + SHARE_FEATURES + PLACE_FEATURES


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


class Branch(msgspec.Struct, frozen=True):
    """A fork of a small tree: `low` for values of the feature up to `cut`, `high` beyond.

    Either is what the tree adds to the log-odds, or another fork; `mean` is what the fork adds on average.
    """

    feature: str
    cut: float
    low: "Branch | float"
    high: "Branch | float"
    mean: float


class Models(msgspec.Struct, frozen=True):
    """Everything that training sets; `benchmarks/train_matching.py` writes it.

    `closeness` is the first look at a pair inside a story; `story` looks again, beside the other partners
    of its claims, and `trees` correct it by what features say together; `within` scores two claims of one
    document; `alone` scores a pair without a story, `topic` whether such a pair is about one topic at all.
    """

    closeness: Model
    story: Model
    trees: tuple[Branch, ...]
    within: Model
    alone: Model
    topic: Model


class Scale:
    """A model made ready for vectors whose entries have the given names.

    Several ramps over one feature are a line with bends: between two neighbouring `knots` what they add is an
    offset and a slope times the feature.
    """

    __slots__ = ("_bends", "_bias", "_lines", "_names", "_ramps")

    def __init__(self, model: Model, names: Sequence[str]) -> None:
        place = {name: number for number, name in enumerate(names)}
        runs = _find_runs(model.ramps)
        self._bias = model.bias
        self._names = tuple(names)
        self._lines = [(place[name], *_draw_line(ramps)) for name, ramps in runs]
        self._bends = [line for line, (_, ramps) in zip(self._lines, runs, strict=True) if len(ramps) > 1]
        self._ramps = [
            (place[name], ramp.start, ramp.end, ramp.end - ramp.start, ramp.weight)
            for name, (ramp, *more) in runs
            if not more
        ]

    def score(self, values: Sequence[float]) -> float:
        """Return the log-odds of a vector."""
        total = self._bias
        for place, start, end, width, weight in self._ramps:
            value = values[place]
            if value > start:
                total += weight if value >= end else weight * (value - start) / width
        for place, knots, lines in self._bends:
            value = values[place]
            offset, slope = lines[bisect_left(knots, value)]
            total += offset + slope * value
        return total

    def explain(self, values: Sequence[float]) -> dict[str, float]:
        """Return the log-odds by feature, "base" first; they sum to the score."""
        return {"base": self._bias, **dict(self.list_shares(values))}

    def list_shares(self, values: Sequence[float]) -> list[tuple[str, float]]:
        """Return the log-odds by feature without the bias; features that say nothing are left out."""
        shares = []
        for place, knots, lines in self._lines:
            value = values[place]
            if value > knots[0]:
                offset, slope = lines[bisect_left(knots, value)]
                shares.append((self._names[place], offset + slope * value))
        return shares


def _draw_line(ramps: Sequence[Ramp]) -> tuple[list[float], list[tuple[float, float]]]:
    """Return where a sum of ramps bends, and the offset and slope before, between and behind the bends."""
    knots = sorted({knot for ramp in ramps for knot in (ramp.start, ramp.end)})
    lines = [(0.0, 0.0)]
    for start, end in pairwise([*knots, float("inf")]):
        offset = slope = 0.0
        for ramp in ramps:
            if ramp.end <= start:
                offset += ramp.weight
            elif ramp.start < end:
                steep = ramp.weight / (ramp.end - ramp.start)
                offset, slope = offset - steep * ramp.start, slope + steep
        lines.append((offset, slope))
    return knots, lines


# A fork made ready: the place of its feature, its cut, and what it adds up to it and beyond.
_Fork = tuple[int, float, float, float]


class _Roots:
    """The trees that ask one feature first, ready to be asked all at once.

    Between two neighbouring `cuts` every tree takes one arm, whatever the value: `gains[k]` is what these
    arms add where the value lies above k of the cuts, and `forks[k]` are the forks that follow on them.
    """

    __slots__ = ("cuts", "forks", "gains", "place")

    def __init__(self, place: int, trees: Sequence[Branch], places: Mapping[str, int]) -> None:
        self.place = place
        self.cuts = sorted({tree.cut for tree in trees})
        self.gains: list[float] = []
        self.forks: list[list[_Fork]] = []
        for above in range(len(self.cuts) + 1):
            passed = frozenset(self.cuts[:above])
            arms = [(tree.mean, tree.high if tree.cut in passed else tree.low) for tree in trees]
            self.gains.append(sum(_mean_of(arm) - mean for mean, arm in arms))
            self.forks.append([_prepare_fork(arm, places) for _, arm in arms if isinstance(arm, Branch)])


class Grove:
    """Small trees, of two forks on any way down, made ready for vectors whose entries have the given names.

    A vector gains, with each fork on its way down a tree, what the arm that it takes adds more than the fork
    does on average: these gains are the shares of the features asked (Saabas, 2014). With the mean of all
    trees they sum to what the trees add to the log-odds.

    Raises:
        ValueError: a tree is deeper.
    """

    __slots__ = ("_base", "_names", "_roots")

    def __init__(self, branches: Sequence[Branch], names: Sequence[str]) -> None:
        places = {name: number for number, name in enumerate(names)}
        self._names = tuple(names)
        self._base = sum(branch.mean for branch in branches)
        by_place: dict[int, list[Branch]] = {}
        for branch in branches:
            by_place.setdefault(places[branch.feature], []).append(branch)
        self._roots = [_Roots(place, trees, places) for place, trees in sorted(by_place.items())]

    def score(self, values: Sequence[float]) -> float:
        """Return what the trees add to the log-odds of a vector."""
        total = self._base
        for roots in self._roots:
            above = bisect_left(roots.cuts, values[roots.place])
            total += roots.gains[above]
            for place, cut, low, high in roots.forks[above]:
                total += low if values[place] <= cut else high
        return total

    def explain(self, values: Sequence[float]) -> dict[str, float]:
        """Return that sum by feature, "base" for what the trees add on average."""
        gains = [0.0] * len(self._names)
        for roots in self._roots:
            above = bisect_left(roots.cuts, values[roots.place])
            gains[roots.place] += roots.gains[above]
            for place, cut, low, high in roots.forks[above]:
                gains[place] += low if values[place] <= cut else high
        named = zip(self._names, gains, strict=True)
        return {"base": self._base, **{name: gain for name, gain in named if gain}}


def _mean_of(arm: Branch | float) -> float:
    return arm.mean if isinstance(arm, Branch) else arm


def _prepare_fork(branch: Branch, places: Mapping[str, int]) -> _Fork:
    if isinstance(branch.low, Branch) or isinstance(branch.high, Branch):
        raise ValueError(f"a tree asks more than two features on one way down, {branch.feature} the second")
    return places[branch.feature], branch.cut, branch.low - branch.mean, branch.high - branch.mean


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


class Stages(NamedTuple):
    """The second look in parts whose log-odds add up: EARLY with the bias, LATE without, and the trees."""

    early: Scale
    late: Scale
    grove: Grove


def load_stages() -> Stages:
    """Return the second look of the package, ready."""
    models = load_models()
    ramps = models.story.ramps
    early = tuple(ramp for ramp in ramps if ramp.feature in EARLY)
    late = tuple(ramp for ramp in ramps if ramp.feature not in EARLY)
    return Stages(
        Scale(Model(models.story.bias, early), EARLY),
        Scale(Model(0.0, late), LATE),
        Grove(models.trees, EARLY + LATE),
    )


def as_probability(log_odds: float) -> float:
    """Return the probability of log-odds."""
    if log_odds < -30.0:
        log_odds = -30.0
    elif log_odds > 30.0:
        log_odds = 30.0
    return 1.0 / (1.0 + exp(-log_odds))
