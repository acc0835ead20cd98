"""Quantities and dates of a block, as the model keeps them."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain
from typing import NamedTuple

from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.word_forms import DIGITS, PARTED, RARE, watch
from claimdiff.language.calendar import CalendarDate, find_dates
from claimdiff.language.calendar_patterns import DATE_LEADING, DATE_LED, DATE_OPENINGS, DATE_WORDS
from claimdiff.language.clock import find_clock_times
from claimdiff.language.numerals import (
    ARTICLES,
    COUNTED_BY_ARTICLE,
    OPENING_WORDS,
    QUANTITY_WORDS,
    Numeral,
    find_quantities,
)
from claimdiff.model import DateMention, Document, Quantity, Span
from claimdiff.model.claim import DatePrecision

# Hours of the day are dates of an event, kept apart from what is counted or measured.
_CLOCK = "time"
_DATED, _COUNTED = watch(DATE_WORDS) | DIGITS, watch(QUANTITY_WORDS) | DIGITS
_MARKED = PARTED | RARE | DIGITS


class _Openings(NamedTuple):
    """Flags of what a figure begins with; of the `leading` among it only before one that is `led`."""

    opening: int
    leading: int
    led: int


_OPENING = _Openings(watch(OPENING_WORDS) | DIGITS, watch(ARTICLES), watch(COUNTED_BY_ARTICLE))
_DATE_OPENING = _Openings(watch(DATE_OPENINGS) | DIGITS, watch(DATE_LEADING), watch(DATE_LED) | DIGITS)


def read_figures(
    document: Document, words: BlockWords
) -> tuple[tuple[Quantity, ...], tuple[DateMention, ...]]:
    """Return the quantities, and the dates and clock times, of a block, each in reading order.

    Dates are ISO intervals of days, clock times of moments, both against the document's reference day.
    A figure inside a date is no quantity.
    """
    text, reference = document.text, read_reference(document)
    start, end = words.start, words.end
    days, numerals = [], []
    if words.met & _DATED:
        days = find_dates(text, reference, start, end, _list_places(words, _DATE_OPENING))
    if words.met & _COUNTED:
        numerals = find_quantities(text, start, end, _list_places(words, _OPENING))
    dates = [_mention(text, day.start, day.end, _interval(day), day.precision, day.inferred) for day in days]
    for time in find_clock_times(text, reference, start, end, days, numerals):
        value = f"{time.moment}/{time.moment}" if time.moment else ""
        dates.append(_mention(text, time.start, time.end, value, time.precision, True))
    quantities = tuple(
        Quantity(
            span=Span(item.start, item.end),
            surface=text[item.start : item.end],
            value=item.value,
            unit=item.unit,
            comparison=item.comparison,
            high=item.high,
            kind=item.kind,
        )
        for item in numerals
        if item.kind != _CLOCK and not _lies_in(item, days)
    )
    return quantities, tuple(sorted(dates, key=lambda mention: mention.span))


def _list_places(words: BlockWords, openings: _Openings) -> Iterator[int]:
    """Yield where a figure may begin, ascending: at a token that opens one, and inside it behind any mark."""
    opening, leading, led = openings
    following = chain(words.flags[1:], [0])
    for token, flags, ahead in zip(words.tokens, words.flags, following, strict=False):
        if flags & opening and (ahead & led or not flags & leading or flags & _MARKED):
            yield token.start
            if flags & _MARKED and not token.text.isalnum():
                for at, mark in enumerate(token.text, start=token.start + 1):
                    if not mark.isalnum():
                        yield at


def _lies_in(item: Numeral, days: Sequence[CalendarDate]) -> bool:
    """Say whether a figure is part of a date; the dates are sorted and apart."""
    at = bisect_right(days, item.start, key=lambda day: day.start) - 1
    return at >= 0 and item.end <= days[at].end


def _mention(
    text: str, start: int, end: int, value: str, precision: DatePrecision, inferred: bool
) -> DateMention:
    return DateMention(Span(start, end), text[start:end], value, precision, inferred)


def read_reference(document: Document) -> date | None:
    """Return the day that the document's relative dates count from, None where it has none."""
    try:
        return date.fromisoformat((document.reference_date.date or "")[:10])
    except ValueError:
        return None


def _interval(item: CalendarDate) -> str:
    if item.first is None and item.last is None:
        return ""
    first = item.first or item.last or date.min
    last = item.last or first
    return f"{first.isoformat()}/{max(first, last).isoformat()}"
