"""Lengths, weights and durations in one unit each, so that miles and kilometres compare."""

from claimdiff.model import Quantity

_SIZES: dict[str, tuple[str, float]] = {
    "second": ("duration", 1.0),
    "minute": ("duration", 60.0),
    "hour": ("duration", 3600.0),
    "night": ("duration", 86400.0),
    "day": ("duration", 86400.0),
    "week": ("duration", 7 * 86400.0),
    "fortnight": ("duration", 14 * 86400.0),
    "month": ("duration", 30.4 * 86400.0),
    "year": ("duration", 365.25 * 86400.0),
    "decade": ("duration", 3652.5 * 86400.0),
    "century": ("duration", 36525 * 86400.0),
    "millimetre": ("length", 0.001),
    "centimetre": ("length", 0.01),
    "inch": ("length", 0.0254),
    "foot": ("length", 0.3048),
    "yard": ("length", 0.9144),
    "metre": ("length", 1.0),
    "kilometre": ("length", 1000.0),
    "mile": ("length", 1609.344),
    "gram": ("weight", 0.001),
    "ounce": ("weight", 0.02835),
    "pound": ("weight", 0.4536),
    "kilogram": ("weight", 1.0),
    "ton": ("weight", 1000.0),
    "tonne": ("weight", 1000.0),
}


def dimension_of(quantity: Quantity) -> str | None:
    """Return what a quantity measures ("duration", "length", "weight"), None for what has no known unit."""
    known = _SIZES.get(quantity.unit or "")
    return known[0] if known else None


def measure_in(quantity: Quantity, other: Quantity) -> float:
    """Return how many of the other's unit one unit of the quantity is; 1.0 where they can't be converted."""
    one, two = _SIZES.get(quantity.unit or ""), _SIZES.get(other.unit or "")
    if one is None or two is None or one[0] != two[0]:
        return 1.0
    return one[1] / two[1]
