"""Why two claims were, or were not, taken for one fact: a waterfall that sums to the score."""

from math import log

from msgspec import Struct

from claimdiff.model import ScoredPair


class Step(Struct, frozen=True):
    """One feature's share of the log-odds; above 0 it speaks for one fact."""

    name: str
    share: float


class Explanation(Struct, frozen=True):
    """The steps from the base to the score, the strongest first, and the verdict's threshold.

    `score` is the sum of `base` and the steps, in log-odds; `probability` is the pair's `one_fact`, and
    `threshold` the probability it was held against.
    """

    base: float
    steps: tuple[Step, ...]
    score: float
    probability: float
    threshold: float

    @property
    def speaks_for(self) -> tuple[Step, ...]:
        """The steps that speak for one fact."""
        return tuple(step for step in self.steps if step.share > 0)

    @property
    def speaks_against(self) -> tuple[Step, ...]:
        """The steps that speak against it."""
        return tuple(step for step in self.steps if step.share < 0)

    @property
    def missing(self) -> float:
        """How far the score falls short of the threshold, in log-odds; 0 or less when it passes."""
        return log(self.threshold / (1 - self.threshold)) - self.score


def explain_pair(pair: ScoredPair, threshold: float = 0.5) -> Explanation:
    """Return the waterfall of a scored pair, held against a probability (between 0 and 1, both left out)."""
    base = pair.features.get("base", 0.0)
    shares = [Step(name, share) for name, share in pair.features.items() if name != "base" and share]
    steps = tuple(sorted(shares, key=lambda step: (-abs(step.share), step.name)))
    score = base + sum(step.share for step in steps)
    return Explanation(base, steps, score, pair.one_fact, threshold)
