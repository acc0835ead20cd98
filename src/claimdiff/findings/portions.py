"""Figures that are a portion of a larger one: some of the boats, the part of a price that is paid in cash."""

import re
from collections.abc import Sequence

from claimdiff.findings.wording import fold_words, word_key
from claimdiff.language.numerals import find_quantities
from claimdiff.model import Claim, Document, Quantity, Span

_OUT_OF = re.compile(r"\s+of\s+(?:the|these|those|its|their|his|her|our)\s+(?P<noun>[\w'’-]+)", re.IGNORECASE)
_PAID_IN = re.compile(
    r"(?:\s+[\w-]+){0,3}?\s+in\s+(?:[\w-]+\s+)?(?:cash|stocks?|shares|bonds|loans|kind)\b", re.IGNORECASE
)
# "Any of the forty boats": forty is how many there are, not how many it happened to.
_SOME_OF = re.compile(
    r"\b(?:any|some|none|most|many|several|few|more|others?)\s+of\s+"
    r"(?:the|these|those|its|their|his|her|our)\s+(?:estimated\s+|nearly\s+|about\s+)?$",
    re.IGNORECASE,
)
_REACH = 60
# The parts of a sum stand together: so many characters lie between them at most.
_BETWEEN = 40
_BACK = 40
_NEXT_WORDS = 3
_ANYBODY = frozenset(map(word_key, ("people", "persons")))


def is_portion(one: tuple[Document, Sequence[Span]], two: tuple[Document, Sequence[Span]]) -> bool:
    """Tell whether only one of two figures is a portion, and the other may be the whole.

    Each is given by its document and spans. "Nine of the boats" is a portion of "forty boats", and "$5 in
    cash" of "$8 a share"; "two of the crew" is none of "six passengers".
    """
    left, right = _read_after(*one), _read_after(*two)
    if bool(_PAID_IN.match(left)) != bool(_PAID_IN.match(right)):
        return True
    parts = [_OUT_OF.match(text) for text in (left, right)]
    if bool(parts[0]) == bool(parts[1]):
        return False
    part, whole = (parts[0], right) if parts[0] else (parts[1], left)
    counted = set(map(word_key, fold_words(whole)[:_NEXT_WORDS]))
    return part is not None and (word_key(part["noun"]) in counted or not counted.isdisjoint(_ANYBODY))


def is_whole(figure: Quantity | None, other: Quantity | None, document: Document) -> bool:
    """Tell whether a figure counts all of those of whom some are meant: another, smaller, may count them.

    In "any of the forty boats" forty does not say of how many boats it is told.
    """
    if figure is None or other is None or other.value >= figure.value:
        return False
    before = document.text[max(0, figure.span.start - _BACK) : figure.span.start]
    return _SOME_OF.search(before) is not None


def is_sum(figure: Quantity | None, claim: Claim) -> bool:
    """Tell whether a claim gives the parts of a figure ("ten passengers and two pilots" of twelve)."""
    parts = [one.value for one in claim.quantities if one.kind == "count"]
    return figure is not None and figure.kind == "count" and len(parts) > 1 and sum(parts) == figure.value


def adds_up(figure: Quantity | None, whole: Quantity, document: Document, sentence: Span) -> bool:
    """Tell whether a count stands beside another in its sentence with which it makes up a whole.

    "Ten visitors, two islanders hurt" gives the parts of twelve; `figure` is one of them.
    """
    if figure is None or figure.kind != "count" or figure.value >= whole.value:
        return False
    start, end = figure.span.start - _REACH - _BETWEEN, figure.span.end + _REACH + _BETWEEN
    near = find_quantities(document.text, max(sentence.start, start), min(sentence.end, end))
    return any(
        one.kind == "count"
        and one.value + figure.value == whole.value
        and (0 < figure.span.start - one.end <= _BETWEEN or 0 < one.start - figure.span.end <= _BETWEEN)
        for one in near
    )


def _read_after(document: Document, spans: Sequence[Span]) -> str:
    end = spans[-1].end if spans else 0
    return document.text[end : end + _REACH]
