"""The additive model and its shares."""

import math

import pytest

from claimdiff.matching.calibration import (
    EARLY,
    LATE,
    Model,
    Ramp,
    Scale,
    as_probability,
    load_models,
    load_scale,
    load_stages,
)
from claimdiff.matching.features import LONE_FEATURES


def test_a_ramp_adds_its_weight_by_how_far_the_feature_has_come() -> None:
    """Before a ramp nothing is added, half way half of it, beyond it all."""
    scale = Scale(Model(-1.0, (Ramp("size", 0.2, 0.6, 4.0),)), ("size",))
    assert [scale.score([value]) for value in (0.0, 0.2, 0.6, 1.0)] == [-1.0, -1.0, 3.0, 3.0]
    assert scale.score([0.4]) == pytest.approx(1.0)


def test_shares_sum_to_the_score() -> None:
    """What the waterfall shows is the score, for every model of the package."""
    vector = [0.1 * (number % 9) for number in range(40)]
    for name in ("closeness", "story", "within", "alone", "topic"):
        scale = load_scale(name)
        assert sum(scale.explain(vector).values()) == pytest.approx(scale.score(vector))


def test_the_two_stages_add_up_to_the_story_model() -> None:
    """What claims say on their own and what their rivals say sum to the score of both together."""
    vector = [0.1 * (number % 9) for number in range(len(EARLY) + len(LATE))]
    early, late = load_stages()
    parts = early.score(vector[: len(EARLY)]) + late.score(vector[len(EARLY) :])
    assert parts == pytest.approx(load_scale("story").score(vector))


def test_the_models_of_the_package_know_only_features_that_exist() -> None:
    """A feature renamed without training again would be an error here, not a silent zero."""
    known = {*EARLY, *LATE, *LONE_FEATURES}
    models = load_models()
    for model in (models.closeness, models.story, models.within, models.alone, models.topic):
        assert {ramp.feature for ramp in model.ramps} <= known
        assert all(ramp.start < ramp.end for ramp in model.ramps)


def test_probabilities_stay_inside_their_range() -> None:
    """Log-odds of any size give a probability between 0 and 1, .5 at 0."""
    assert as_probability(0.0) == 0.5
    assert 0.0 < as_probability(-1e9) < as_probability(1e9) <= 1.0
    assert as_probability(math.log(3)) == pytest.approx(0.75)
