"""Quantities and dates of a block, as the model keeps them."""

from datetime import date

from claimdiff.language.calendar import CalendarDate, find_dates
from claimdiff.language.numerals import find_quantities
from claimdiff.model import DateMention, Document, Quantity, Span

# Hours of the day are times of an event, kept apart from what is counted or measured.
_NO_QUANTITY = frozenset({"time"})


def read_dates(document: Document, start: int, end: int) -> tuple[DateMention, ...]:
    """Return the dates in a stretch of text as ISO intervals, against the document's reference day."""
    return tuple(
        DateMention(
            span=Span(item.start, item.end),
            surface=document.text[item.start : item.end],
            value=_interval(item),
            precision=item.precision,
            inferred=item.inferred,
        )
        for item in find_dates(document.text, read_reference(document), start, end)
    )


def read_quantities(
    document: Document, start: int, end: int, dates: tuple[DateMention, ...] = ()
) -> tuple[Quantity, ...]:
    """Return the quantities in a stretch of text, in reading order; clock times and `dates` are none."""
    text = document.text
    found: list[Quantity] = []
    for item in find_quantities(text, start, end):
        dated = any(day.span.start <= item.start and item.end <= day.span.end for day in dates)
        if not dated and item.kind not in _NO_QUANTITY:
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
