"""The details in which two aligned claims differ, and whether both can hold."""

from msgspec.structs import replace

from claimdiff.language.cues import HEDGES
from claimdiff.matching.alignment import Alignment
from claimdiff.matching.slots.dates import judge_dates
from claimdiff.matching.slots.denial import weigh_denial
from claimdiff.matching.slots.meaning import names_agree
from claimdiff.matching.slots.phases import find_phase_change
from claimdiff.matching.slots.polarity import judge_polarity
from claimdiff.matching.slots.quantities import judge_quantities
from claimdiff.matching.slots.quotations import is_named, judge_quotations
from claimdiff.matching.slots.roles import find_swapped, subjects_differ
from claimdiff.matching.slots.words import judge_substitution
from claimdiff.matching.units import PreparedClaim
from claimdiff.model import Difference, Slot, Span

# Below this strength a difference is reported, but not as exclusive.
EXCLUSIVE_FROM = 0.5
# Details that belong to whoever the claim is about, and how much they count where that is somebody else.
_OF_SUBJECT = ("quantity", "date", "polarity", "meaning")
_OTHER_SUBJECT = 0.65
# Headlines choose their words freely, so that another word is no other fact.
_FREE_WORDING = 0.65
# From this weight of denial on, one headline debunks; and from this coverage on, surely the other one.
_DEBUNKED_FROM = 0.4
_ONE_STORY = 0.6
# Where this share of the heavier headline is shared, what a negation reaches tells better; a word for
# falsehood weighs more than a negation, and is about the whole.
_WHOLE = 0.7
_PLAIN_NO = 0.8
# What a difference between a headline and another that debunks it is noted as.
DEBUNKS = "one headline denies what the other reports"
# Shared words of less weight than this may be said by anybody.
_ONE_SAYING = 2.5


def find_differences(alignment: Alignment) -> tuple[Difference, ...]:
    """Return the differing details of two claims, the strongest first.

    Only details of one thing told are compared: without a shared word there are none. What one side
    merely adds is no difference.
    """
    found = _find_quotations(alignment)
    debunked = _find_debunked(alignment)
    if not alignment.matches:
        return (*found, *debunked)
    found += [
        *_find_quantities(alignment),
        *_find_dates(alignment),
        *_find_words(alignment),
        *_find_roles(alignment),
        *_find_polarity(alignment),
        *_find_certainty(alignment),
        *_find_attribution(alignment),
    ]
    if found and subjects_differ(alignment):
        found = [_weaken(one, _OTHER_SUBJECT) if one.slot in _OF_SUBJECT else one for one in found]
    if alignment.left.is_headline and alignment.right.is_headline:
        found = [one if one.exclusive else _weaken(one, _FREE_WORDING) for one in found]
    return tuple(
        sorted(
            [*found, *debunked], key=lambda one: (-one.strength, one.slot, one.left_spans, one.right_spans)
        )
    )


def _weaken(one: Difference, factor: float) -> Difference:
    strength = round(one.strength * factor, 4)
    return replace(one, strength=strength, exclusive=one.exclusive and strength >= EXCLUSIVE_FROM)


def _make(
    alignment: Alignment,
    slot: Slot,
    left: tuple[int, ...],
    right: tuple[int, ...],
    strength: float,
    note: str,
    exclusive: bool | None = None,
) -> Difference:
    return Difference(
        slot=slot,
        left=alignment.left.words_of(left),
        right=alignment.right.words_of(right),
        left_spans=alignment.left.spans_of(left),
        right_spans=alignment.right.spans_of(right),
        exclusive=strength >= EXCLUSIVE_FROM if exclusive is None else exclusive,
        note=note,
        strength=round(min(1.0, max(0.0, strength)), 4),
    )


def _sharpen(strength: float, coverage: float) -> float:
    """Scale a detail's strength by how much of the lighter claim is shared; below half it is less sure."""
    return strength * min(1.0, 0.3 + 1.4 * coverage)


def _find_quantities(alignment: Alignment) -> list[Difference]:
    found = []
    for one in judge_quantities(alignment):
        if one.compatible:
            if alignment.left.units[one.left].key == alignment.right.units[one.right].key:
                continue
            strength = _sharpen(one.strength, alignment.coverage)
            found.append(_make(alignment, "quantity", (one.left,), (one.right,), strength, one.note, False))
        else:
            strength = one.strength * min(1.0, 0.5 + 1.2 * alignment.coverage)
            found.append(_make(alignment, "quantity", (one.left,), (one.right,), strength, one.note))
    return found


def _find_dates(alignment: Alignment) -> list[Difference]:
    phase = find_phase_change(alignment)
    if phase is not None:
        strength = 0.62 * min(1.0, 0.6 + alignment.coverage)
        return [_make(alignment, "date", phase[:1], phase[1:], strength, "under way, or still to come")]
    pairs = judge_dates(alignment)
    return [
        _make(
            alignment,
            "date",
            (pair.left,),
            (pair.right,),
            pair.strength,
            pair.note,
        )
        for pair in pairs
        if not pair.meet
    ]


def _find_words(alignment: Alignment) -> list[Difference]:
    found = []
    for substitution in alignment.substitutions:
        one = judge_substitution(alignment, substitution)
        if one is not None:
            strength = _sharpen(one.strength, alignment.coverage)
            exclusive = one.exclusive and strength >= EXCLUSIVE_FROM
            found.append(_make(alignment, one.slot, one.left, one.right, strength, one.note, exclusive))
    return found


def _find_quotations(alignment: Alignment) -> list[Difference]:
    left, right = alignment.left, alignment.right
    return [
        Difference(
            slot="quotation",
            left=left.text_of(one.left),
            right=right.text_of(one.right),
            left_spans=left.span_of(one.left),
            right_spans=right.span_of(one.right),
            exclusive=True,
            note="other words in one quotation",
            strength=round(one.strength, 4),
        )
        for one in judge_quotations(left, right)
    ]


def _find_roles(alignment: Alignment) -> list[Difference]:
    swapped = find_swapped(alignment)
    if swapped is None:
        return []
    strength = _sharpen(swapped.strength, alignment.coverage)
    return [_make(alignment, "actor", swapped.left[:1], swapped.right[:1], strength, "the other way round")]


def _find_polarity(alignment: Alignment) -> list[Difference]:
    one = judge_polarity(alignment)
    if one is None:
        return []
    left, left_spans = _tell_polarity(alignment.left, one.left)
    right, right_spans = _tell_polarity(alignment.right, one.right)
    strength = round(_sharpen(one.strength, alignment.coverage), 4)
    return [
        Difference(
            "polarity", left, right, left_spans, right_spans, strength >= EXCLUSIVE_FROM, one.note, strength
        )
    ]


def _tell_polarity(claim: PreparedClaim, indices: tuple[int, ...]) -> tuple[str, tuple[Span, ...]]:
    """Return the words at a polarity's place with the negation that reaches them, and where they stand."""
    if indices and claim.units[indices[0]].negated and (tokens := claim.negation_of(indices[0])) is not None:
        return claim.text_of(tokens), claim.span_of(tokens)
    return claim.words_of(indices), claim.spans_of(indices)


def _find_debunked(alignment: Alignment) -> list[Difference]:
    """Return that one of two headlines debunks what the other reports, in whatever words."""
    left, right = alignment.left, alignment.right
    if not (left.is_headline and right.is_headline):
        return []
    weight = weigh_denial(left, right)
    whole = alignment.matched_weight >= _WHOLE * max(left.weight, right.weight)
    if weight < _DEBUNKED_FROM or (whole and weight <= _PLAIN_NO):
        return []
    strength = 0.3 + 0.45 * weight
    exclusive = alignment.coverage >= _ONE_STORY
    return [
        Difference(
            slot="polarity",
            left=left.claim.statement,
            right=right.claim.statement,
            left_spans=left.claim.spans,
            right_spans=right.claim.spans,
            exclusive=exclusive,
            note=DEBUNKS,
            strength=round(strength, 4),
        )
    ]


def _find_certainty(alignment: Alignment) -> list[Difference]:
    """Return the hedge that one side puts before a shared word, if the other side is hedged nowhere."""
    left, right = alignment.left, alignment.right
    if not left.hedges and not right.hedges:
        return []
    for match in alignment.matches:
        one, two = left.units[match.left], right.units[match.right]
        if bool(one.hedge) == bool(two.hedge) or _is_hedged(right if one.hedge else left):
            continue
        strength, note = _sharpen(0.3, alignment.coverage), f"“{one.hedge or two.hedge}” on one side"
        return [_make(alignment, "certainty", (match.left,), (match.right,), strength, note, False)]
    return []


def _is_hedged(claim: PreparedClaim) -> bool:
    return claim.claim.certainty == "hedged" or any(token.lower in HEDGES for token in claim.tokens)


def _find_attribution(alignment: Alignment) -> list[Difference]:
    ours, theirs = alignment.left.claim, alignment.right.claim
    if ours.speaker is None or theirs.speaker is None or alignment.coverage < 0.8:
        return []
    if not is_named(ours.speaker, 2) or not is_named(theirs.speaker, 2):
        return []
    if names_agree(ours.speaker.name, theirs.speaker.name):
        return []
    if ours.speech != "direct" or theirs.speech != "direct" or alignment.matched_weight < _ONE_SAYING:
        return []
    left = ours.attribution.speaker_spans if ours.attribution else ours.spans
    right = theirs.attribution.speaker_spans if theirs.attribution else theirs.spans
    return [
        Difference(
            slot="attribution",
            left=ours.speaker.name,
            right=theirs.speaker.name,
            left_spans=left,
            right_spans=right,
            exclusive=True,
            note="the same words under another speaker",
            strength=0.6,
        )
    ]
