"""The source's words that an editor may put in the draft's place."""

from collections.abc import Sequence

from claimdiff.model import Difference, Slot
from claimdiff.model.verdict import DraftEvidence, Replacement, WordSupport

# How strong a difference must be for the source's value to be offered.
_CLEAR = 0.25
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


def find_agreed_counterparts(hard: Sequence[WordSupport], found: DraftEvidence) -> tuple[Replacement, ...]:
    """Return what all passages that have a value in each word's place have there; none where they differ."""
    instead = []
    for word in hard:
        values = [
            row
            for passage in found.passages
            for difference in passage.differences
            if difference.slot in _SLOTS_OF_KIND[word.kind] and difference.strength >= _CLEAR
            for row in find_counterpart(difference)
            if row.span.start < word.span.end and word.span.start < row.span.end
        ]
        if len({(row.span, row.text.casefold()) for row in values}) != 1:
            return ()
        instead.append(values[0])
    return tuple(dict.fromkeys(instead))
