"""Which claims are copies of one another for a comparison, so that agency copy is compared once."""

from collections.abc import Hashable, Iterable, Mapping

from claimdiff.matching.slots.meaning import names_agree
from claimdiff.matching.slots.quotations import is_named
from claimdiff.matching.views import ClaimView
from claimdiff.model import Claim, Span


def number_views(views: Mapping[str, ClaimView]) -> dict[str, int]:
    """Return a number for every view, by claim id; views that no comparison can tell apart have the same."""
    return _number((claim_id, _describe_view(view)) for claim_id, view in views.items())


def number_claims(claims: Mapping[str, Claim], texts: Mapping[str, str]) -> dict[str, int]:
    """Return a number for every claim, by its id; claims that no comparison of their words can tell apart
    share one: those that differ in nothing but their place, and in whose words they are.

    `texts` are the documents' texts by document id; without it a claim's statement is its text.
    """
    return _number(
        (claim_id, _describe_claim(claim, texts.get(claim.document_id, claim.statement)))
        for claim_id, claim in claims.items()
    )


def gather_repeats(
    claims: Iterable[Claim], number_of: Mapping[str, int], texts: Mapping[str, str]
) -> dict[str, tuple[str, ...]]:
    """Return every claim that its document had not made before, by id, with those that say it again.

    A claim says another again when it stands in the same words and company and differs from it in nothing
    but its place; `number_of` holds the numbers of the claims' views. Each list is sorted and holds the
    claim itself, the first in the document's order.
    """
    alike: dict[tuple[str, int], list[Claim]] = {}
    for claim in claims:
        alike.setdefault((claim.document_id, number_of[claim.id]), []).append(claim)
    found: dict[str, tuple[str, ...]] = {}
    for (document_id, _), group in alike.items():
        if len(group) == 1:
            found[group[0].id] = (group[0].id,)
            continue
        same: dict[Hashable, list[Claim]] = {}
        for claim in sorted(group, key=lambda one: (one.spans, one.id)):
            key = _describe_claim(claim, texts.get(document_id, claim.statement)), claim.speaker
            same.setdefault(key, []).append(claim)
        for repeated in same.values():
            found[repeated[0].id] = tuple(sorted(claim.id for claim in repeated))
    return found


def _number(described: Iterable[tuple[str, Hashable]]) -> dict[str, int]:
    numbers: dict[Hashable, int] = {}
    return {claim_id: numbers.setdefault(key, len(numbers)) for claim_id, key in described}


def _describe_view(view: ClaimView) -> Hashable:
    """Return all that a view's features come from; equal contexts and sentences of a story are one object."""
    claim = view.claim
    figures = tuple((one.surface, one.value, one.high, one.comparison, one.kind) for one in claim.quantities)
    about = (claim.polarity, claim.headline, view.days, view.quotation)
    return claim.statement, id(view.context), id(view.sentence), figures, about


def _describe_claim(claim: Claim, text: str) -> Hashable:
    """Return all that a claim's differences come from, places told from the start of its evidence."""
    origin = claim.spans[0].start if claim.spans else 0

    def place(span: Span) -> tuple[int, int]:
        return span.start - origin, span.end - origin

    return (
        claim.statement,
        tuple((place(span), text[span.start : span.end]) for span in claim.spans),
        tuple(place(span) for span in claim.quoted),
        tuple(
            (place(one.span), one.surface, one.value, one.unit, one.comparison, one.high, one.kind)
            for one in claim.quantities
        ),
        tuple((place(one.span), one.surface, one.value, one.precision, one.inferred) for one in claim.dates),
        (claim.polarity, claim.certainty, claim.speech, claim.negations, claim.hedges),
        _describe_speaker(claim),
        (claim.headline, claim.block == 0, claim.sentence.start == 0, claim.spans == (claim.sentence,)),
    )


def _describe_speaker(claim: Claim) -> Hashable:
    """Return what is asked of a speaker apart from the name: only those of direct speech are asked for."""
    if claim.speech != "direct" or claim.speaker is None:
        return claim.speech == "direct"
    return is_named(claim.speaker, 1), is_named(claim.speaker, 2)


def share_speaker(left: Claim, right: Claim) -> bool:
    """Return whether two claims of direct speech may have one speaker; others are not asked.

    The other half of what `number_claims` leaves out: two pairs of equal numbers, and alike in this, differ
    in the same details.
    """
    if left.speech != "direct" or right.speech != "direct" or left.speaker is None or right.speaker is None:
        return True
    return names_agree(left.speaker.name, right.speaker.name)
