"""What is found on one claim of a draft, before it is a verdict."""

from collections.abc import Iterable
from typing import NamedTuple

from claimdiff.model import Span
from claimdiff.model.verdict import EvidenceRelation, Passage, Replacement, WordSupport


class Judgement(NamedTuple):
    """What is to be said of one claim of a draft, by which rule, and what in the sources bears on it.

    `words` are those at fault in the draft; `probability`, 0 to 1, is how sure the verdict is; `relation`
    is how `passages` stand to the claim, and `replacements` are the sources' words for those at fault.
    """

    rule: str
    words: tuple[Span, ...]
    message: str
    probability: float
    relation: EvidenceRelation
    passages: tuple[Passage, ...]
    replacements: tuple[Replacement, ...] = ()


def list_spans(words: Iterable[WordSupport]) -> tuple[Span, ...]:
    """Return where words stand in the draft, in their order."""
    return tuple(sorted(word.span for word in words))
