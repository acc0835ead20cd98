"""Fit an additive model of ramps by penalised logistic regression."""

from collections.abc import Sequence
from itertools import pairwise

import numpy as np
from sklearn.linear_model import LogisticRegression

from claimdiff.matching.calibration import Model, Ramp
from claimdiff.matching.sentences import SENTENCE_FEATURES, SENTENCE_LEADS
from claimdiff.matching.standing import PLACE_FEATURES

Vector = list[float]

# Where a feature's ramps meet; a feature not named here has one ramp from 0 to 1.
KNOTS: dict[str, tuple[float, ...]] = {
    **dict.fromkeys(("smaller lead", "greater lead"), (-1.0, -0.3, 0.0, 0.3, 1.0)),
    **dict.fromkeys(SENTENCE_LEADS, (-1.0, -0.4, 0.0, 0.4, 1.0)),
    **dict.fromkeys(PLACE_FEATURES, (0.0, 0.1, 0.3, 0.6, 1.0)),
    "documents alike": (0.0, 0.05, 0.1, 0.2, 0.4, 0.8),
    **dict.fromkeys(("third claim agrees", "neighbours agree"), (0.0, 0.3, 1.0)),
    **dict.fromkeys(
        (
            "shared words",
            "covered by the other",
            "covers the other",
            "covered by the other's sentence",
            "sentences alike",
            "letters alike",
            "shared rare word",
            *SENTENCE_FEATURES,
        ),
        (0.0, 0.25, 0.5, 0.75, 1.0),
    ),
}
# How strongly the weights are held back.
PENALTY = 4.0


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
    learner = LogisticRegression(C=1 / penalty, max_iter=100, solver="newton-cholesky")
    learner.fit(table, np.array(labels, dtype=int), sample_weight=weights)
    ramps = tuple(
        Ramp(name, start, end, round(float(weight), 4))
        for (name, start, end), weight in zip(ends, learner.coef_[0], strict=True)
        if abs(weight) >= 0.0005
    )
    return Model(round(float(learner.intercept_[0]), 4), ramps)
