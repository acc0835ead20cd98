"""How likely two claims that report one thing can't both hold: from what is left over, not from closeness."""

from collections.abc import Sequence

from claimdiff.model import Claim, Difference, Slot

# How likely a difference that the comparison calls exclusive is a real dispute, by slot. Closeness of the
# rest plays no part: a pair that is nearly identical is no likelier to contradict than a loose one.
EXCLUSIVE: dict[Slot, float] = {
    "quantity": 0.75,
    "date": 0.7,
    "place": 0.6,
    "actor": 0.6,
    "polarity": 0.8,
    "certainty": 0.3,
    "quotation": 0.75,
    "attribution": 0.5,
    "meaning": 0.6,
}
# Without any exclusive difference, and what one more difference adds when it may hold beside the other.
NONE = 0.02
OPEN = 0.03


def weigh_differences(differences: Sequence[Difference]) -> float:
    """Return the probability of contradiction, given that both claims report one thing."""
    holds = 1.0 - NONE
    for difference in differences:
        holds *= 1.0 - (EXCLUSIVE[difference.slot] if difference.exclusive else OPEN)
    return min(0.97, 1.0 - holds)


def contrast_claims(left: Claim, right: Claim, left_text: str, right_text: str) -> tuple[Difference, ...]:
    """Return the details in which two claims differ; the texts are those of their documents."""
    try:
        from claimdiff.matching.alignment import align_claims
        from claimdiff.matching.differences import find_differences
    except ModuleNotFoundError:
        return ()

    alignment = align_claims(left, right, left_text=left_text, right_text=right_text)
    return find_differences(alignment)
