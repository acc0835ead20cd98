"""Which words leave open whether a thing is so, and which only say that it lies ahead."""

from collections.abc import Iterable

from claimdiff.language.cues import HEDGES
from claimdiff.language.tables import word_set

# What is expected, planned or asked for is not told as done, whichever of these words is used.
_AHEAD = word_set(
    """expect expects expected expecting expectation expectations anticipate anticipates anticipated
    anticipating forecast forecasts forecasted predict predicts predicted project projects projected
    foresee foresees foreseen envisage envisages envisaged plan plans planned target targets targeted aim
    aims aimed intend intends intended hope hopes hoped guidance outlook will shall would should can could
    to-be due set whether suggest suggests suggested suggesting propose proposes proposed"""
)


def is_hedged(words: Iterable[str]) -> bool:
    """Say whether lower-case words hold a hedge, or a word for what lies ahead and is not done yet."""
    return any(word in HEDGES or word in _AHEAD for word in words)
