"""Whether the sources have a figure or a day that a draft's may be wrong for."""

from collections.abc import Sequence

from claimdiff.findings.counterparts import find_opposing
from claimdiff.findings.values import DATE_PRECISIONS
from claimdiff.model import Claim, DateMention, Document, Quantity, Span
from claimdiff.model.verdict import DraftEvidence, WordSupport

# A passage that carries less than this share of what the nearest one does is of something else.
_AS_NEAR = 0.6


class SourceClaims:
    """The claims of the sources, by id and by the sentence they stand in."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self.by_id = {claim.id: claim for claim in claims}
        self._by_sentence: dict[tuple[str, Span], list[Claim]] = {}
        for claim in claims:
            self._by_sentence.setdefault((claim.document_id, claim.sentence), []).append(claim)

    def have_other_value(self, claim: Claim, words: Sequence[WordSupport], found: DraftEvidence) -> bool:
        """Tell whether a passage near a draft's claim gives a value of the kind of its words at fault.

        Without one the sources do not contradict the draft's figure or day: they only lack it. True for a
        name, in whose place any other may stand.
        """
        counts = [one for one in claim.quantities if any(word.span.overlaps(one.span) for word in words)]
        days = [one for one in claim.dates if any(word.span.overlaps(one.span) for word in words)]
        if not (counts or days) or any(word.kind == "name" for word in words):
            return True
        told = self._near(found)
        return any(
            _count_alike(one, two) for one in counts for other in told for two in other.quantities
        ) or any(_date_alike(one, two) for one in days for other in told for two in other.dates)

    def have_day(self, claim: Claim, word: WordSupport, found: DraftEvidence) -> bool:
        """Tell whether a passage near a draft's claim gives a day that lies within that of a word."""
        days = [one for one in claim.dates if one.value and word.span.overlaps(one.span)]
        return any(
            _lies_within(two, one) for one in days for other in self._near(found) for two in other.dates
        )

    def stay_below(self, claim: Claim, word: WordSupport, found: DraftEvidence) -> bool:
        """Tell whether a word's figure is a least one that nothing near counts up to: "at least nine" beside
        "at least seven" is as much as anybody says."""
        least = [
            one
            for one in claim.quantities
            if one.comparison in ("at least", "more than") and word.span.overlaps(one.span)
        ]
        told = [two for other in self._near(found) for two in other.quantities]
        alike = [
            max(two.value, two.high or two.value) for one in least for two in told if one.unit == two.unit
        ]
        return bool(alike) and max(alike) < max(one.value for one in least)

    def leave_uncounted(self, draft: Document, claim: Claim, word: WordSupport, found: DraftEvidence) -> bool:
        """Tell whether a draft's "one" counts nothing that a passage near it counts: "of one family" where
        the sources have "a family"."""
        if word.kind != "number" or draft.quote(word.span).casefold() != "one":
            return False
        things = {one.unit for one in claim.quantities if word.span.overlaps(one.span)} - {None}
        counted = any(one.unit in things for other in self._near(found) for one in other.quantities)
        return not counted and not find_opposing([word], found)

    def _near(self, found: DraftEvidence) -> list[Claim]:
        """Return the claims of the sentences that carry about as much as the nearest one."""
        most = max((passage.coverage for passage in found.passages), default=0.0)
        return [
            other
            for passage in found.passages
            if passage.coverage >= _AS_NEAR * most and (home := self.by_id.get(passage.claim_id)) is not None
            for other in self._by_sentence[home.document_id, home.sentence]
        ]


def _count_alike(one: Quantity, two: Quantity) -> bool:
    return one.kind == two.kind and (one.unit == two.unit or one.unit is None or two.unit is None)


def _date_alike(one: DateMention, two: DateMention) -> bool:
    """Tell whether two days are told about as closely: a time of day is none for a year."""
    return abs(DATE_PRECISIONS.index(one.precision) - DATE_PRECISIONS.index(two.precision)) <= 1


def _lies_within(one: DateMention, two: DateMention) -> bool:
    """Tell whether one time lies within another of at most a year ("since 1990" goes on and on)."""
    first, _, last = one.value.partition("/")
    start, _, end = two.value.partition("/")
    if not one.value or not two.value or start[:4] != end[:4]:
        return False
    if one.is_counted_back and two.precision == "year":
        return abs(int(first[:4]) - int(start[:4])) <= 1
    return start <= first and last <= end
