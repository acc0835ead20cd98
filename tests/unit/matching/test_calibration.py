"""The additive model and its shares."""

import math

import pytest

from claimdiff.matching.calibration import (
    EARLY,
    LATE,
    Branch,
    Grove,
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


def test_ramps_over_one_feature_add_up_wherever_they_begin_and_end() -> None:
    """Ramps that follow each other, overlap or leave a gap are one line with bends."""
    ramps = (Ramp("size", 0.0, 0.5, 1.0), Ramp("size", 0.25, 0.75, -2.0), Ramp("size", 0.8, 1.0, 3.0))
    whole = Scale(Model(0.0, ramps), ("size",))
    alone = [Scale(Model(0.0, (ramp,)), ("size",)) for ramp in ramps]
    for value in (-1.0, 0.0, 0.1, 0.25, 0.4, 0.5, 0.6, 0.75, 0.77, 0.8, 0.9, 1.0, 2.0):
        parts = sum(scale.score([value]) for scale in alone)
        assert whole.score([value]) == pytest.approx(parts)
        assert sum(whole.explain([value]).values()) == pytest.approx(parts)


def test_shares_sum_to_the_score() -> None:
    """What the waterfall shows is the score, for every model of the package."""
    vector = [0.1 * (number % 9) for number in range(40)]
    for name in ("closeness", "story", "within", "alone", "topic"):
        scale = load_scale(name)
        assert sum(scale.explain(vector).values()) == pytest.approx(scale.score(vector))


def test_the_stages_add_up_to_the_story_model() -> None:
    """What claims say on their own and what their rivals say sum to the score of both together."""
    vector = [0.1 * (number % 9) for number in range(len(EARLY) + len(LATE))]
    stages = load_stages()
    parts = stages.early.score(vector[: len(EARLY)]) + stages.late.score(vector[len(EARLY) :])
    assert parts == pytest.approx(load_scale("story").score(vector))


def test_a_tree_goes_low_up_to_its_cut_and_high_beyond() -> None:
    """Each fork asks one feature; what its arm says is added."""
    tree = Branch("size", 0.5, Branch("age", 0.2, -1.0, 1.0, 0.0), 3.0, 1.0)
    grove = Grove([tree, tree], ("age", "size"))
    assert [grove.score(values) for values in ([0.2, 0.5], [0.3, 0.5], [0.3, 0.6])] == [-2.0, 2.0, 6.0]


def test_trees_that_ask_one_feature_first_add_up_whatever_their_cuts() -> None:
    """They are asked together, and say what each says alone; a tree of three forks on one way is refused."""
    fork = Branch("age", 0.2, -1.0, 1.0, 0.0)
    trees = [Branch("size", cut, fork, 3.0 * cut, 1.0) for cut in (0.5, 0.2, 0.5, 0.8)]
    for size in (0.1, 0.2, 0.3, 0.5, 0.6, 0.8, 0.9):
        alone = sum(Grove([tree], ("age", "size")).score([0.3, size]) for tree in trees)
        assert Grove(trees, ("age", "size")).score([0.3, size]) == pytest.approx(alone)
    with pytest.raises(ValueError, match="more than two features"):
        Grove([Branch("size", 0.5, trees[0], 0.0, 0.0)], ("age", "size"))


def test_the_shares_of_trees_go_to_the_features_that_they_ask() -> None:
    """What a tree adds on average is the base; each feature gets what its arm adds to that."""
    tree = Branch("size", 0.5, Branch("age", 0.2, -1.0, 1.0, 0.0), 3.0, 1.0)
    assert Grove([tree], ("age", "size")).explain([0.3, 0.1]) == {"base": 1.0, "size": -1.0, "age": 1.0}


def test_the_shares_of_the_trees_of_the_package_sum_to_their_score() -> None:
    """The waterfall of a pair is whole."""
    grove = load_stages().grove
    for seed in range(5):
        vector = [0.1 * (number * (seed + 3) % 11) for number in range(len(EARLY) + len(LATE))]
        assert sum(grove.explain(vector).values()) == pytest.approx(grove.score(vector), abs=1e-3)


def test_the_models_of_the_package_know_only_features_that_exist() -> None:
    """A feature renamed without training again would be an error here, not a silent zero."""
    known = {*EARLY, *LATE, *LONE_FEATURES}
    models = load_models()
    for model in (models.closeness, models.story, models.within, models.alone, models.topic):
        assert {ramp.feature for ramp in model.ramps} <= known
        assert all(ramp.start < ramp.end for ramp in model.ramps)
    asked: list[Branch | float] = list(models.trees)
    while asked:
        arm = asked.pop()
        if isinstance(arm, Branch):
            assert arm.feature in known
            asked += [arm.low, arm.high]


def test_probabilities_stay_inside_their_range() -> None:
    """Log-odds of any size give a probability between 0 and 1, .5 at 0."""
    assert as_probability(0.0) == 0.5
    assert 0.0 < as_probability(-1e9) < as_probability(1e9) <= 1.0
    assert as_probability(math.log(3)) == pytest.approx(0.75)
