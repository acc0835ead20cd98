"""Grow small regression trees that correct a first score, each on what the ones before it left over.

Gradient boosting by Newton steps (Friedman, 2001; gains as in Chen and Guestrin, 2016), on values cut into
bins. A tree has two splits, so that it can weigh one feature by another and still be read.
"""

from collections.abc import Sequence
from typing import NamedTuple

import numpy as np

from claimdiff.matching.calibration import Branch

TREES = 200
BINS = 48
# How much of each step is taken, how strongly leaves are held back, and how many pairs a leaf must hold.
RATE = 0.12
RIDGE = 20.0
LEAST = 40


class _Cut(NamedTuple):
    """A way to part some rows: what it gains, by which column, and the last bin of the lower part."""

    gain: float
    column: int
    place: int


class _Rows(NamedTuple):
    """What a split is chosen by: the rows' bins, and the slope and bend of the loss at each."""

    bins: np.ndarray
    slope: np.ndarray
    bend: np.ndarray

    def take(self, chosen: np.ndarray) -> "_Rows":
        return _Rows(self.bins[chosen], self.slope[chosen], self.bend[chosen])

    def step(self) -> float:
        return RATE * float(self.slope.sum() / (self.bend.sum() + RIDGE))


def grow_trees(
    table: np.ndarray, labels: np.ndarray, weights: np.ndarray, offset: np.ndarray, names: Sequence[str]
) -> list[Branch]:
    """Return trees whose sum, added to `offset`, gives the log-odds of the labels.

    In: a row of values per pair and the names of its columns, 0 or 1 per pair, its weight, and its first
    log-odds.
    """
    edges = [np.unique(np.quantile(column, np.linspace(0, 1, BINS + 1)[1:-1]).round(4)) for column in table.T]
    bins = np.stack(
        [np.searchsorted(own, column) for own, column in zip(edges, table.T, strict=True)], axis=1
    )
    score = offset.astype(float).copy()
    trees = []
    for _ in range(TREES):
        chance = 1 / (1 + np.exp(-score))
        rows = _Rows(bins, weights * (labels - chance), weights * chance * (1 - chance))
        cut = _find_cut(rows)
        if cut is None:
            break
        below = bins[:, cut.column] <= cut.place
        parts = [below, ~below]
        inner = [_find_cut(rows.take(part)) for part in parts]
        deeper = int((inner[1].gain if inner[1] else 0.0) > (inner[0].gain if inner[0] else 0.0))
        arms: list[Branch | float] = []
        for number, part in enumerate(parts):
            second = inner[number] if number == deeper else None
            arms.append(_grow_arm(rows.take(part), second, edges, names))
            score[part] += _follow(arms[-1], bins[part], edges, names)
        trees.append(_make_branch(cut, arms[0], arms[1], float(below.mean()), edges, names))
    return trees


def _find_cut(rows: _Rows) -> _Cut | None:
    """Return the cut that gains most, None where none leaves enough rows on both sides."""
    if len(rows.slope) < 2 * LEAST:
        return None
    total, bend = rows.slope.sum(), rows.bend.sum()
    base = total * total / (bend + RIDGE)
    best: _Cut | None = None
    for column in range(rows.bins.shape[1]):
        own = rows.bins[:, column]
        slopes = np.cumsum(np.bincount(own, rows.slope, BINS))[:-1]
        bends = np.cumsum(np.bincount(own, rows.bend, BINS))[:-1]
        counts = np.cumsum(np.bincount(own, minlength=BINS))[:-1]
        gains = slopes**2 / (bends + RIDGE) + (total - slopes) ** 2 / (bend - bends + RIDGE) - base
        gains[(counts < LEAST) | (len(own) - counts < LEAST)] = 0.0
        place = int(np.argmax(gains))
        if gains[place] > (best.gain if best else 1e-9):
            best = _Cut(float(gains[place]), column, place)
    return best


def _grow_arm(
    rows: _Rows, cut: _Cut | None, edges: Sequence[np.ndarray], names: Sequence[str]
) -> Branch | float:
    """Return the leaf of some rows, or a branch of two leaves."""
    if cut is None:
        return round(rows.step(), 5)
    below = rows.bins[:, cut.column] <= cut.place
    low, high = round(rows.take(below).step(), 5), round(rows.take(~below).step(), 5)
    return _make_branch(cut, low, high, float(below.mean()), edges, names)


def _make_branch(
    cut: _Cut,
    low: Branch | float,
    high: Branch | float,
    share: float,
    edges: Sequence[np.ndarray],
    names: Sequence[str],
) -> Branch:
    mean = share * _find_mean(low) + (1 - share) * _find_mean(high)
    return Branch(names[cut.column], float(edges[cut.column][cut.place]), low, high, round(mean, 5))


def _find_mean(arm: Branch | float) -> float:
    """Return what an arm adds to the training pairs on average."""
    return arm.mean if isinstance(arm, Branch) else arm


def _follow(
    arm: Branch | float, bins: np.ndarray, edges: Sequence[np.ndarray], names: Sequence[str]
) -> np.ndarray | float:
    """Return what an arm adds to each row."""
    if not isinstance(arm, Branch):
        return arm
    column = names.index(arm.feature)
    place = int(np.searchsorted(edges[column], arm.cut))
    arms = [_follow(one, bins, edges, names) for one in (arm.low, arm.high)]
    return np.where(bins[:, column] <= place, *arms)
