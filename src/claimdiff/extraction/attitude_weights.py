"""The trained weights of attributions by table, and what their sums mean."""

import math
from functools import cache

from claimdiff.language.tables import read_data


@cache
def read_table(name: str) -> dict[str, float]:
    """Return one table of the trained weights, by the name of a field of ChoiceWeights."""
    text = read_data("claimdiff.extraction", "attribution_weights.txt")
    _, _, rest = text.partition(f"[{name}]\n")
    rows = (line.partition(" ") for line in rest.partition("\n[")[0].splitlines())
    return {feature: float(weight) for weight, _, feature in rows}


def as_probability(log_odds: float) -> float:
    """Return the probability that log-odds stand for."""
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))
