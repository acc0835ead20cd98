"""Quantities and dates of a claim's evidence, as the model keeps them."""

from collections.abc import Sequence
from datetime import date

from claimdiff.language.calendar import CalendarDate, find_dates
from claimdiff.language.numerals import find_quantities
from claimdiff.model import DateMention, Document, Quantity, Span

# Hours of the day are times of an event, kept apart from what is counted or measured.
_NO_QUANTITY = frozenset({"time"})


def read_quantities(document: Document, spans: Sequence[Span]) -> tuple[Quantity, ...]:
    """Return the quantities in the spans, in reading order; clock times are none."""
    text = document.text
    found: list[Quantity] = []
    for span in spans:
        dates = [(day.start, day.end) for day in find_dates(text, None, span.start, span.end)]
        for item in find_quantities(text, span.start, span.end):
            if item.kind in _NO_QUANTITY or any(a <= item.start and item.end <= b for a, b in dates):
                continue
            found.append(
                Quantity(
                    span=Span(item.start, item.end),
                    surface=text[item.start : item.end],
                    value=item.value,
                    unit=item.unit,
                    comparison=item.comparison,
                    high=item.high,
                    kind=item.kind,
                )
            )
    return tuple(found)


def read_dates(document: Document, spans: Sequence[Span]) -> tuple[DateMention, ...]:
    """Return the dates in the spans as ISO intervals, resolved against the document's reference day."""
    reference = read_reference(document)
    return tuple(
        DateMention(
            span=Span(item.start, item.end),
            surface=document.text[item.start : item.end],
            value=_interval(item),
            precision=item.precision,
            inferred=item.inferred,
        )
        for span in spans
        for item in find_dates(document.text, reference, span.start, span.end)
    )


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
