"""Clock times in running text, on the day that the words beside them tell."""

from collections.abc import Sequence
from datetime import date
from typing import Literal, NamedTuple

from claimdiff.language.calendar import CalendarDate, find_dates
from claimdiff.language.numerals import Numeral, find_quantities

# How far, in characters, a date may stand from a clock time and still tell its day.
_REACH = 160


class ClockTime(NamedTuple):
    """A time of day: `minute` counts from midnight, `day` is None where no date stands near.

    `precision` is "hour" where no minutes are told ("9 p.m.").
    """

    start: int
    end: int
    day: date | None
    minute: int
    precision: Literal["hour", "minute"]

    @property
    def moment(self) -> str:
        """The ISO moment ("2024-03-02T21:00"), "" without a day."""
        if self.day is None:
            return ""
        return f"{self.day.isoformat()}T{self.minute // 60 % 24:02d}:{self.minute % 60:02d}"


def find_clock_times(
    text: str,
    reference: date | None,
    start: int = 0,
    end: int | None = None,
    dates: Sequence[CalendarDate] | None = None,
    numerals: Sequence[Numeral] | None = None,
) -> list[ClockTime]:
    """Return the clock times in `text[start:end]`, left to right, offsets into the whole text.

    The day is that of the nearest single day among the `dates` of the stretch, never a guess. Its
    `dates` and `numerals` are found here where they are not passed.
    """
    counted = find_quantities(text, start, end) if numerals is None else numerals
    times = [item for item in counted if item.kind == "time"]
    if not times:
        return []
    known = find_dates(text, reference, start, end) if dates is None else dates
    days = [item for item in known if item.first is not None and item.first == item.last]
    found = []
    for item in times:
        near = min(days, key=lambda day: (_gap(item.start, item.end, day), day.start), default=None)
        day = near.first if near is not None and _gap(item.start, item.end, near) <= _REACH else None
        told = ":" in text[item.start : item.end] or item.value != int(item.value)
        precision: Literal["hour", "minute"] = "minute" if told else "hour"
        found.append(ClockTime(item.start, item.end, day, round(item.value * 60) % 1440, precision))
    return found


def _gap(start: int, end: int, day: CalendarDate) -> int:
    return max(day.start - end, start - day.end, 0)
