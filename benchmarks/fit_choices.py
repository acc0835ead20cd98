"""Logistic regression and choice by named features: what `train_attribution` fits its models with."""

import importlib
from collections import Counter
from collections.abc import Iterable, Sequence
from typing import Any

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

# How often a feature must occur, which weights are left out, and how little weights are held back.
_RAREST, _SMALLEST, _FRAME_FREEDOM, _CONTENT_FREEDOM = 4, 0.05, 0.1, 0.1


def _count_known(rows: Sequence[Sequence[str]]) -> tuple[list[str], Any]:
    """Return the features that are not rare, and a table of who has them."""
    counts = Counter(feature for row in rows for feature in set(row))
    known = {feature for feature, count in counts.items() if count >= _RAREST and feature != "bias"}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{name: 1.0 for name in row if name in known} for row in rows])
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    return [str(name) for name in vectorizer.get_feature_names_out()], table


def fit_features(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> dict[str, float]:
    names, table = _count_known(rows)
    model = LogisticRegression(C=_FRAME_FREEDOM, solver="liblinear", max_iter=200).fit(table, right)
    weights = _keep_large(names, model.coef_[0])
    weights["bias"] = float(model.intercept_[0])
    return dict(sorted(weights.items()))


def _keep_large(names: Sequence[str], values: Iterable[float]) -> dict[str, float]:
    return {name: float(v) for name, v in zip(names, values, strict=True) if abs(v) >= _SMALLEST}


def fit_choice(
    rows: Sequence[Sequence[str]],
    measures: Sequence[Sequence[float]],
    groups: Sequence[int],
    right: Sequence[bool],
) -> tuple[dict[str, float], list[float]]:
    """Fit a choice within each group: the share of the right ones is made large.

    Returns the weights of the features that are not rare, and those of the measures in their order.
    """
    names, features = _count_known(rows)
    sparse: Any = importlib.import_module("scipy.sparse")
    optimize: Any = importlib.import_module("scipy.optimize")
    table = sparse.hstack([features, sparse.csr_matrix(np.array(measures))]).tocsr()
    turned = table.T.tocsr()
    ids, place = np.unique(np.array(groups), return_inverse=True)
    good = np.array(right, dtype=float)

    def lose(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        tops = np.full(len(ids), -np.inf)
        np.maximum.at(tops, place, scores)
        shares = np.exp(scores - tops[place])
        total = np.bincount(place, shares)
        hit = np.maximum(np.bincount(place, shares * good), 1e-12)
        slope = turned @ (shares * good / hit[place] - shares / total[place])
        loss = np.log(total / hit).sum() + weights @ weights / (2 * _CONTENT_FREEDOM)
        return float(loss), weights / _CONTENT_FREEDOM - slope

    found = optimize.minimize(
        lose, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 60}
    )
    return _keep_large(names, found.x[: len(names)]), [float(value) for value in found.x[len(names) :]]
