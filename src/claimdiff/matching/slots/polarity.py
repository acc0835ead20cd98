"""Whether one claim denies what the other affirms, or is surer of it."""

from typing import TYPE_CHECKING, NamedTuple

from claimdiff.language.stems import family

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim


# What is denied when a report is: it is no word of the report itself.
_REPORTS = frozenset(
    family(word) for word in "report claim allegation accusation charge rumour involvement story".split()
)
# Claims that share this much of the lighter one have one frame, in which other words stand.
_SAME_FRAME = 0.7
# What is denied of one thing may be so of another.
_OTHER_OBJECT = 0.7


class PolarityDifference(NamedTuple):
    """One thing affirmed on one side and denied on the other; unit indices, () where the cue has no unit."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    strength: float
    note: str


def judge_polarity(alignment: "Alignment") -> PolarityDifference | None:
    """Return where a negation reaches a shared word on one side only, or denies one claim as a whole."""
    left, right = alignment.left, alignment.right
    best: PolarityDifference | None = None
    shares = (
        _shared_negation(alignment.left, [match.left for match in alignment.matches]),
        _shared_negation(alignment.right, [match.right for match in alignment.matches]),
    )
    for match in alignment.matches:
        one, two = left.units[match.left], right.units[match.right]
        if one.negated == two.negated or not one.kind == two.kind == "word" or one.key in _REPORTS:
            continue
        strength = 0.9 * shares[0 if one.negated else 1] * alignment.coverage**0.7
        if _has_other_object(alignment, match.left, match.right):
            strength *= _OTHER_OBJECT
        if best is None or strength > best.strength:
            best = PolarityDifference((match.left,), (match.right,), strength, "denied on one side")
    if best is not None and not _opposes(alignment):
        return best
    if best is None and not _opposes(alignment) and (placed := _negated_in_place(alignment)) is not None:
        return placed
    ours, theirs = left.claim, right.claim
    if (
        best is None
        and ours.polarity != theirs.polarity
        and alignment.coverage >= 0.6
        and not _any_negated(left, right)
    ):
        told = max(alignment.matches, key=lambda match: (match.weight, -match.left))
        return PolarityDifference(
            (told.left,), (told.right,), 0.7 * alignment.coverage, "denied on one side, as a whole"
        )
    return None


def _has_other_object(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether both predicates go on with words of their own ("confirmed the toll", "… the names")."""
    left, right = alignment.left, alignment.right
    if i + 1 >= len(left.units) or j + 1 >= len(right.units) or i + 1 in alignment.right_of:
        return False
    return j + 1 not in alignment.right_of.values()


def _negated_in_place(alignment: "Alignment") -> PolarityDifference | None:
    """Return other words in one place, negated on one side ("replied", "refused to answer")."""
    for one in alignment.substitutions:
        ours = any(alignment.left.units[i].negated for i in one.left)
        theirs = any(alignment.right.units[j].negated for j in one.right)
        if ours != theirs and alignment.coverage >= _SAME_FRAME:
            return PolarityDifference(one.left, one.right, 0.5 * one.closeness, "negated on one side")
    return None


def _shared_negation(claim: "PreparedClaim", matched: list[int]) -> float:
    """Return the matched share of the weight that a claim's negations reach, 0 to 1."""
    reached = sum(unit.weight for unit in claim.units if unit.negated)
    shared = sum(claim.units[i].weight for i in matched if claim.units[i].negated)
    return shared / reached if reached else 0.0


def _any_negated(left: "PreparedClaim", right: "PreparedClaim") -> bool:
    return any(unit.negated for unit in (*left.units, *right.units))


def _opposes(alignment: "Alignment") -> bool:
    """Return whether an opposite beside the negation makes both alike ("did not accept", "rejected")."""
    from claimdiff.matching.slots.meaning import words_oppose

    left, right = alignment.left, alignment.right
    return any(
        words_oppose(left.units[i].key, right.units[j].key)
        for one in alignment.substitutions
        for i in one.left
        for j in one.right
    )
