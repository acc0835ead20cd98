"""Whether one claim denies what the other affirms, or is surer of it."""

import re
from typing import TYPE_CHECKING, NamedTuple

from claimdiff.language.cues import LEXICAL_DENIALS
from claimdiff.language.stems import family

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim, Unit


# What is denied when a report is: it is no word of the report itself.
_REPORTS = frozenset(
    family(word) for word in "report claim allegation accusation charge rumour involvement story".split()
)
# Claims that share this much of the lighter one have one frame, in which other words stand.
_SAME_FRAME = 0.7
# Two denials that share less than this deny alike, in words of their own.
_WHOLE = 0.85
# What is denied of one thing may be so of another.
_OTHER_OBJECT = 0.7
# From this share of what is shared on, a denial denies it, and not something else beside it.
_DENIED_SHARE = 0.5
# One shared word (in weight) says little of a claim heavier than this.
_ONE_WORD, _LONG = 1.5, 4.0
# What follows these is wished for or told to do, not said to be so.
_DIRECTIVES = frozenset(
    family(word) for word in "urge ask tell warn want order advise call request demand".split()
)
_WISHED_WITHIN = 5
_UNREAL = 0.4
# How many characters before a noun its "any" may stand.
_ANY_WITHIN = 16
# What is denied together with these is denied as a whole only; so many characters around the verb.
_WHOLLY = re.compile(
    r"\b(?:al+ ?together|entirely|completely|fully|wholly|totally|outright)\b", re.IGNORECASE
)
_WHOLLY_WITHIN = 40
_OPENING = frozenset("if unless whether lest".split())


class PolarityDifference(NamedTuple):
    """One thing affirmed on one side and denied on the other; unit indices, () where the cue has no unit."""

    left: tuple[int, ...]
    right: tuple[int, ...]
    strength: float
    note: str


def judge_polarity(alignment: "Alignment") -> PolarityDifference | None:
    """Return where a negation reaches a shared word on one side only, or denies one claim as a whole."""
    left, right = alignment.left, alignment.right
    if left.claim.polarity == right.claim.polarity and not left.negates and not right.negates:
        return None
    if left.claim.polarity == right.claim.polarity == "negated" and alignment.coverage < _WHOLE:
        return None
    best: PolarityDifference | None = None
    shares = (
        _shared_negation(alignment.left, [match.left for match in alignment.matches]),
        _shared_negation(alignment.right, [match.right for match in alignment.matches]),
    )
    for match in alignment.matches:
        one, two = left.units[match.left], right.units[match.right]
        if not _can_be_denied(one) or not _can_be_denied(two):
            continue
        if one.negated and two.negated:
            return None
        if one.negated == two.negated:
            continue
        strength = 0.9 * shares[0 if one.negated else 1] * alignment.coverage**0.7
        strength *= _weigh_context(alignment, match.left, match.right)
        if best is None or strength > best.strength:
            best = PolarityDifference((match.left,), (match.right,), strength, "denied on one side")
    if _opposes(alignment):
        return None
    if best is None:
        best = _negated_in_place(alignment) or _deny_whole(alignment)
    if best is None or _is_open(left) != _is_open(right):
        return None
    return best


def _can_be_denied(unit: "Unit") -> bool:
    """Return whether a unit may be what a negation denies: no name, number or little word."""
    return unit.kind in ("word", "light") and unit.key[0] != "~" and unit.key not in _REPORTS


def _weigh_context(alignment: "Alignment", i: int, j: int) -> float:
    """Return how surely one predicate is meant on both sides, 0 to 1."""
    left, right = alignment.left, alignment.right
    one, two = left.units[i], right.units[j]
    weight = _OTHER_OBJECT if _has_other_object(alignment, i, j) else 1.0
    if one.text == two.text and _stands_before_noun(left, i) != _stands_before_noun(right, j):
        weight *= 0.4
    if one.key != two.key:
        weight *= 0.75
    denied, other, at, there = (left, right, i, j) if one.negated else (right, left, j, i)
    if _is_wished(denied, at) or _is_any(other, there) or _is_aside(denied, at) or _is_partly(denied, at):
        weight *= _UNREAL
    if alignment.matched_weight < _ONE_WORD and max(left.weight, right.weight) > _LONG:
        weight *= 0.5
    return weight


def _is_partly(claim: "PreparedClaim", index: int) -> bool:
    """Return whether only the whole of a thing is denied ("not banned altogether"), so that part may hold."""
    unit = claim.units[index]
    around = claim.claim.statement[max(0, unit.start - _WHOLLY_WITHIN) : unit.end + _WHOLLY_WITHIN]
    return bool(_WHOLLY.search(around))


def _stands_before_noun(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a word describes the noun after it ("a safe zone")."""
    following = claim.units[index + 1 : index + 2]
    return bool(following) and not following[0].before and following[0].kind == "word"


def _is_wished(claim: "PreparedClaim", index: int) -> bool:
    """Return whether somebody is urged or told not to do a thing: nothing is said of its being done."""
    before = claim.units[max(0, index - _WISHED_WITHIN) : index]
    return any(unit.key in _DIRECTIVES for unit in before)


def _is_aside(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a thing is missing by the way ("left without paying"), which another time it is not."""
    tokens = claim.negation_of(index)
    return tokens is not None and claim.tokens[tokens[0]].lower == "without"


def _is_any(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a thing is told of as any such thing ("any interference"), not as one that was."""
    end = claim.units[index].start
    near = [token.lower for token in claim.tokens if end - _ANY_WITHIN <= token.start < end]
    return "any" in near or "possible" in near


def _is_open(claim: "PreparedClaim") -> bool:
    """Return whether a claim is a condition, a question or an infinitive, so that it affirms nothing."""
    words = [token.lower for token in claim.tokens]
    if words[:1] == ["to"]:
        return True
    return any(word in _OPENING for word in words) or "or not" in " ".join(words) or words[-1:] == ["?"]


def _deny_whole(alignment: "Alignment") -> PolarityDifference | None:
    """Return the denial of a whole claim by a word outside it ("denied that …"), if both share it."""
    left, right = alignment.left, alignment.right
    if (
        left.claim.polarity == right.claim.polarity
        or alignment.coverage < _SAME_FRAME
        or _any_negated(left, right)
    ):
        return None
    on_left = left.claim.polarity == "negated"
    denied, other = (left, right) if on_left else (right, left)
    if not any(cue.lower() in LEXICAL_DENIALS for cue in denied.claim.negations):
        return None
    if any(token.lower in LEXICAL_DENIALS for token in other.tokens):
        return None
    cue = next((token.end for token in denied.tokens if token.lower in LEXICAL_DENIALS), 0)
    told = [
        (match.weight, match.left if on_left else match.right, match)
        for match in alignment.matches
        if denied.units[match.left if on_left else match.right].start >= cue
    ]
    words = [entry for entry in told if _can_be_denied(denied.units[entry[1]])]
    if not words or sum(entry[0] for entry in told) < _DENIED_SHARE * alignment.matched_weight:
        return None
    match = max(words, key=lambda entry: (entry[0], -entry[1]))[2]
    strength = 0.8 * alignment.coverage
    if _is_any(other, match.right if on_left else match.left):
        strength *= _UNREAL
    return PolarityDifference((match.left,), (match.right,), strength, "denied on one side, as a whole")


def _has_other_object(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether both predicates go on with words of their own ("confirmed the toll")."""
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
