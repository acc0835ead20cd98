"""The source's words that an editor may put in the draft's place."""

from collections.abc import Sequence

from claimdiff.model import Difference, Slot
from claimdiff.model.verdict import DraftEvidence, Passage, Replacement, WordSupport

# How strong a difference must be for the source's value to be offered.
_CLEAR = 0.25
# How much of the claim a passage must tell for its value to stand in the place of the draft's.
HALF_TOLD = 0.5
# A passage that opposes less than this share of what the nearest one does is of something else.
_AS_NEAR = 0.7
_SLOTS_OF_KIND: dict[str, tuple[Slot, ...]] = {
    "number": ("quantity",),
    "date": ("date",),
    "name": ("actor", "place"),
}


def find_counterpart(difference: Difference) -> tuple[Replacement, ...]:
    """Return the source's value for the draft's, where either is one stretch that stands as it is told."""
    if len(difference.left_spans) != 1 or len(difference.right_spans) != 1:
        return ()
    # A negation or a hedge is no word to swap for another: the sentence would have to be turned.
    if difference.slot in ("certainty", "polarity"):
        return ()
    mine, theirs = difference.left_spans[0], difference.right_spans[0]
    if mine.end - mine.start != len(difference.left) or theirs.end - theirs.start != len(difference.right):
        return ()
    return (Replacement(mine, difference.right),)


def find_opposing(words: Sequence[WordSupport], found: DraftEvidence) -> tuple[tuple[Passage, str], ...]:
    """Return the nearest passages that have another value in a word's place, each with that value."""
    opposing = []
    for passage in found.passages:
        values = [
            (passage.coverage * difference.strength, difference.right)
            for word in words
            for difference in passage.differences
            if passage.coverage >= HALF_TOLD
            and difference.slot in _SLOTS_OF_KIND[word.kind]
            and difference.strength >= _CLEAR
            and any(span.overlaps(word.span) for span in difference.left_spans)
        ]
        if values:
            weight, value = max(values)
            opposing.append((weight, passage, value))
    most = max((weight for weight, *_ in opposing), default=0.0)
    return tuple((passage, value) for weight, passage, value in opposing if weight >= _AS_NEAR * most)


def find_agreed_counterparts(hard: Sequence[WordSupport], found: DraftEvidence) -> tuple[Replacement, ...]:
    """Return what all passages that have a value in each word's place have there; none where they differ."""
    instead = []
    for word in hard:
        values = [
            row
            for passage in found.passages
            for difference in passage.differences
            if passage.coverage >= HALF_TOLD
            and difference.slot in _SLOTS_OF_KIND[word.kind]
            and difference.strength >= _CLEAR
            for row in find_counterpart(difference)
            if row.span.overlaps(word.span)
        ]
        if len({(row.span, row.text.casefold()) for row in values}) != 1:
            return ()
        instead.append(values[0])
    return tuple(dict.fromkeys(instead))
