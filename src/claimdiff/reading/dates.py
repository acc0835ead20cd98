"""Calendar days written out in the lines around an article; only whole dates, year included."""

import datetime
import re
from functools import cache
from typing import TYPE_CHECKING

from claimdiff.language.patterns import compile_later

if TYPE_CHECKING:
    from dateparser.date import DateDataParser

_MONTH_TEXT = "january february march april may june july august september october november december"
MONTH_NAMES = tuple(_MONTH_TEXT.split())
_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|"
    r"sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_WEEKDAY = r"(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?"
_CLOCK = r"(?:\d{1,2}[:.]\d{2}(?::\d{2})?(?:\s?[ap]\.?\s?m\b\.?)?|\d{1,2}\s?[ap]\.?m\b\.?)"

CLOCK = re.compile(_CLOCK, re.I)
_FIRST_YEAR, _LAST_YEAR = 1600, 2200
_DAY = r"(?<![\d:.])\d{1,2}(?![\d:.])"
_YEAR = r"(?<!\d)\d{4}(?!\d)"
_WHOLE = compile_later(rf"{_DAY}.*{_YEAR}|{_YEAR}.*{_DAY}")
_LETTERS = compile_later(rf"(?<![a-z]){_MONTH}(?![a-z])", re.I)
DATE = re.compile(
    rf"""(?:{_WEEKDAY},?\s+)?(?:
        (?P<iso>\d{{4}}-\d{{2}}-\d{{2}})(?P<clock>[T\s]\d{{2}}:\d{{2}}(?::\d{{2}}(?:\.\d{{1,9}})?)?(?:Z|[+-]\d{{2}}:?\d{{2}})?)?
      | (?P<d1>\d{{1,2}})(?:st|nd|rd|th)?\s+(?:of\s+)?(?P<m1>{_MONTH}),?\s+(?P<y1>\d{{4}})
      | (?P<m2>{_MONTH})\s+(?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,?\s+(?P<y2>\d{{4}})
      | (?P<y3>\d{{4}})[/.](?P<m3>\d{{1,2}})[/.](?P<d3>\d{{1,2}})
      | (?P<a4>\d{{1,2}})[/.](?P<b4>\d{{1,2}})[/.](?P<y4>\d{{4}})
    )(?!\d)""",
    re.I | re.X,
)


def read_date(match: re.Match[str]) -> str | None:
    """Return the ISO day (or date-time) of a match of DATE, None where it is no day or ambiguous."""
    groups = match.groupdict()
    if groups["iso"]:
        return normalise_date(groups["iso"] + (groups["clock"] or "").replace(" ", "T"))
    if groups["y1"]:
        return _build_day(groups["y1"], _month_number(groups["m1"]), groups["d1"])
    if groups["y2"]:
        return _build_day(groups["y2"], _month_number(groups["m2"]), groups["d2"])
    if groups["y3"]:
        return _build_day(groups["y3"], int(groups["m3"]), groups["d3"])
    first, second = int(groups["a4"]), int(groups["b4"])
    if first > 12 >= second:
        return _build_day(groups["y4"], second, groups["a4"])
    if second > 12 >= first or first == second:
        return _build_day(groups["y4"], first, groups["b4"])
    return None


def normalise_date(value: object) -> str | None:
    """Return a metadata value as ISO day or date-time, None where it gives no whole date.

    Accepts ISO strings, written-out dates and seconds since 1970.
    """
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, int | float):
        return _read_timestamp(float(value))
    if not isinstance(value, str):
        return None
    bare = value.strip()[:80]
    try:
        moment = datetime.datetime.fromisoformat(bare)
    except ValueError:
        match = DATE.search(bare)
        found = read_date(match) if match and not match["iso"] else None
        return found or _parse_unusual(bare)
    if not _FIRST_YEAR <= moment.year <= _LAST_YEAR:
        return None
    if re.fullmatch(r"\d{4}-?\d{2}-?\d{2}|\d{4}-?W\d{2}(-?\d)?", bare):
        return moment.date().isoformat()
    return moment.isoformat()


def _parse_unusual(text: str) -> str | None:
    """Read a whole date in words that our own patterns do not know ("26-Apr-2024", "Thu Apr 26 2024").

    Only a day with its month in letters and its year: of 04/05/2024 nobody can tell which is the month.
    """
    if not _WHOLE.search(text) or not _LETTERS.search(text):
        return None
    data = _unusual_parser().get_date_data(text)
    moment = data.date_obj
    if moment is None or data.period not in ("day", "time") or str(moment.year) not in text:
        return None
    return moment.date().isoformat() if _FIRST_YEAR <= moment.year <= _LAST_YEAR else None


@cache
def _unusual_parser() -> "DateDataParser":
    from dateparser.date import DateDataParser

    needed = {"REQUIRE_PARTS": ["day", "month", "year"], "RETURN_AS_TIMEZONE_AWARE": False}
    return DateDataParser(languages=["en"], settings=needed)


def to_day(value: str) -> str:
    """Return the day of an ISO day or date-time, as the place of publication counts it."""
    return value[:10]


def _read_timestamp(seconds: float) -> str | None:
    if not 0 < seconds < 4e12:
        return None
    if seconds > 4e9:
        seconds /= 1000
    moment = datetime.datetime.fromtimestamp(seconds, tz=datetime.UTC)
    return moment.replace(microsecond=0).isoformat()


def _month_number(name: str) -> int:
    return next(number for number, full in enumerate(MONTH_NAMES, 1) if full.startswith(name[:3].lower()))


def _build_day(year: str, month: int, day: str) -> str | None:
    try:
        return datetime.date(int(year), month, int(day)).isoformat()
    except ValueError:
        return None
