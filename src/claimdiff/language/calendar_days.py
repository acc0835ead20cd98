"""First and last days of weeks, months, seasons and years."""

from calendar import monthrange
from datetime import date, timedelta

from claimdiff.language.calendar_patterns import SEASON_MONTHS


def bound_month(year: int, month: int) -> tuple[date, date]:
    """Return a month's first and last day."""
    return date(year, month, 1), date(year, month, monthrange(year, month)[1])


def shift_unit(reference: date, count: int, unit: str) -> tuple[date, date]:
    """Return the day, week, month, year or decade that lies `count` units from the reference."""
    if unit in ("day", "fortnight"):
        day = reference + timedelta(days=count * (14 if unit == "fortnight" else 1))
        return day, day
    if unit == "week":
        day = reference + timedelta(weeks=count)
        return bound_week(day)
    if unit == "month":
        months = reference.year * 12 + reference.month - 1 + count
        return bound_month(months // 12, months % 12 + 1)
    year = reference.year + count * (10 if unit == "decade" else 1)
    if unit == "decade":
        return date(year - 2, 1, 1), date(year + 2, 12, 31)
    return date(year, 1, 1), date(year, 12, 31)


def bound_week(day: date) -> tuple[date, date]:
    """Return the Monday and the Sunday of a day's week."""
    monday = day - timedelta(days=day.weekday())
    return monday, monday + timedelta(days=6)


def bound_season(season: str, year: int) -> tuple[date, date]:
    """Return a season's first and last day, northern half of the year; winter ends in the next year."""
    start, end = SEASON_MONTHS[season]
    last = bound_month(year + (end < start), end)[1]
    return date(year, start, 1), last
