"""Figures that move with time: a toll that rises between two publications is a development."""

from collections.abc import Mapping
from datetime import datetime

from claimdiff.language.stems import family, stem
from claimdiff.language.tokens import content_words
from claimdiff.model import Claim, Difference, Document, Quantity

# What is counted anew as a story goes on: victims, people concerned, damage, reports of them.
_MOVING_WORDS = frozenset(
    stem(word)
    for word in (
        """dead kill die death toll casualty wound injure hurt hospitalise hospitalize treat missing trapped
        rescue evacuate displace arrest detain charge affect expose infect case victim survivor body fatality
        people person civilian soldier passenger customer resident homes house building destroy damage burn
        acre hectare vote count lead raise donate share price estimate loss cost damages account record
        patient positive"""
    ).split()
)
_FIXED_KINDS = frozenset(("ordinal", "position", "age", "time"))
_SAME_MOMENT_SECONDS = 20 * 60


def published_apart(left: Document, right: Document) -> float | None:
    """Return how many seconds the right document came out after the left, None where not known.

    Where a date has no time of day (or midnight, which stands for it), only whole days count.
    """
    one, two = _read_moment(left.published_at), _read_moment(right.published_at)
    if one is None or two is None:
        return None
    if one[1] and two[1]:
        return (two[0] - one[0]).total_seconds()
    return (two[0].date() - one[0].date()).days * 86400.0


def _read_moment(text: str | None) -> tuple[datetime, bool] | None:
    if not text:
        return None
    try:
        moment = datetime.fromisoformat(text)
    except ValueError:
        return None
    timed = len(text) > 10 and (moment.hour, moment.minute, moment.second) != (0, 0, 0)
    return moment.replace(tzinfo=None), timed


def is_development(
    left: Claim, right: Claim, difference: Difference, documents: Mapping[str, Document]
) -> bool:
    """Tell whether a differing figure can have moved between the two publications.

    True for counts of what is counted anew while a story unfolds (victims, people concerned, costs),
    where the documents came out apart in time.
    """
    if difference.slot != "quantity":
        return False
    one, two = quantity_at(left, difference.left), quantity_at(right, difference.right)
    if one is None or two is None or {one.kind, two.kind} & _FIXED_KINDS or one.value == two.value:
        return False
    apart = published_apart(documents[left.document_id], documents[right.document_id])
    if apart is None or abs(apart) < _SAME_MOMENT_SECONDS:
        return False
    words = set(content_words(left.statement)) | set(content_words(right.statement))
    units = {unit for unit in (one.unit, two.unit) if unit}
    moving = bool((words | units) & _MOVING_WORDS) or bool({family(word) for word in words} & _MOVING_WORDS)
    open_bound = "at least" in (one.comparison, two.comparison) or "more than" in (
        one.comparison,
        two.comparison,
    )
    return moving or open_bound


def quantity_at(claim: Claim, words: str) -> Quantity | None:
    """Return the claim's quantity that a difference's words name."""
    folded = words.casefold()
    for quantity in claim.quantities:
        if quantity.surface and (
            quantity.surface.casefold() in folded or folded in quantity.surface.casefold()
        ):
            return quantity
    return claim.quantities[0] if len(claim.quantities) == 1 else None
