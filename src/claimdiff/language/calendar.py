"""Dates in running text as intervals of days, resolved against a reference day."""

import re
from calendar import monthrange
from collections.abc import Iterable
from datetime import date, timedelta

from msgspec import Struct
from msgspec.structs import replace

from claimdiff.language.calendar_days import bound_month, bound_season, bound_week, shift_unit
from claimdiff.language.calendar_patterns import (
    AFTER_BY,
    BEFORE_MONTH,
    DATE,
    FUTURE,
    HOLIDAYS,
    NOT_YEAR_AFTER,
    NUMERIC_LEAD,
    OF_YEAR,
    PAST,
    PAST_BEFORE_BY,
    SEASON_MONTHS,
    SHY_MONTHS,
    WEEKDAYS,
    is_in_name,
    match_dates,
)
from claimdiff.language.number_words import MONTHS, SMALL
from claimdiff.model.claim import DatePrecision

_WINDOW = 70


class CalendarDate(Struct, frozen=True, gc=False):
    """A date in a text: days `first` to `last`, both included, None where no reference day resolves it.

    `inferred` is true when the reference day was needed.
    """

    start: int
    end: int
    first: date | None
    last: date | None
    precision: DatePrecision
    inferred: bool


def find_dates(
    text: str,
    reference: date | None,
    start: int = 0,
    end: int | None = None,
    places: Iterable[int] | None = None,
) -> list[CalendarDate]:
    """Return the dates in `text[start:end]`, left to right and apart, offsets into the whole text.

    `reference` is the day of writing. A weekday is the nearest one at or before it, or the next one
    where the words before speak of the future; a month without year is the nearest past one; weeks
    run from Monday to Sunday. Clock times alone are none. `places` are all positions where a date may
    begin, ascending, for a caller who knows them.
    """
    stop = len(text) if end is None else end
    found: list[CalendarDate] = []
    for match in DATE.finditer(text, start, stop) if places is None else match_dates(text, places, stop):
        before = text[max(start, match.start() - _WINDOW) : match.start()]
        anchor = found[-1].last if found else None
        read = _READERS.get((match.lastgroup or "").split("_")[0])
        try:
            days = read(_Mention(match, before, text, reference, anchor)) if read else None
        except (ValueError, OverflowError):
            days = None
        if days is not None and not is_in_name(match, before):
            first, last, precision, inferred = days
            found.append(CalendarDate(match.start(), match.end(), first, last, precision, inferred))
    return _join_ranges(text, found)


class _Mention(Struct, frozen=True, gc=False):
    """A date expression with what is needed to read it."""

    match: re.Match[str]
    before: str
    text: str
    reference: date | None
    anchor: date | None

    @property
    def after(self) -> str:
        return self.text[self.match.end() : self.match.end() + 24]

    @property
    def future(self) -> bool:
        """Whether the words before it, in the same sentence and after any word of saying, look ahead."""
        clause = re.split(r"[.!?;:\n]\s", self.before)[-1]
        cues = [
            cue
            for cue in FUTURE.finditer(clause)
            if cue.group().lower() != "by" or AFTER_BY.fullmatch(clause, cue.end())
        ]
        if not cues or PAST.search(clause, cues[-1].end()):
            return False
        only_by = all(cue.group().lower() == "by" for cue in cues)
        return not (only_by and PAST_BEFORE_BY.search(clause, 0, cues[-1].start()))

    def modified(self, word: str) -> bool:
        """Whether the word stands right before."""
        return self.before.lower().rstrip("-").rstrip().endswith(word)


_Days = tuple[date | None, date | None, DatePrecision, bool]


def _iso(mention: _Mention) -> _Days | None:
    day = date.fromisoformat(mention.match["iso"])
    return day, day, "day", False


def _month_number(name: str) -> int:
    return MONTHS[name.rstrip(".").lower()]


def _day_number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _day_month(mention: _Mention) -> _Days | None:
    return _month_day(mention, "dm")


def _day_of_month(mention: _Mention) -> _Days | None:
    return _month_day(mention, "md")


def _month_day(mention: _Mention, kind: str) -> _Days | None:
    match = mention.match
    month, day, year = (
        _month_number(match[f"{kind}_month"]),
        _day_number(match[f"{kind}_day"]),
        match[f"{kind}_year"],
    )
    if year:
        known = date(int(year), month, day)
        return known, known, "day", False
    resolved = _nearest_day(month, day, mention)
    return resolved, resolved, "day", True


def _nearest_day(month: int, day: int, mention: _Mention) -> date | None:
    """Return the nearest such day, in the past unless the next one is near or the words look ahead."""
    reference = mention.reference
    if reference is None:
        return None
    years = (reference.year - 1, reference.year, reference.year + 1)
    candidates = [date(year, month, day) for year in years if day <= monthrange(year, month)[1]]
    bias = 1 if mention.future else 4

    def distance(candidate: date) -> int:
        gap = (candidate - reference).days
        return gap * bias if gap > 0 else -gap * (8 if mention.future else 1)

    return min(candidates, key=distance) if candidates else None


def _month_year(mention: _Mention) -> _Days | None:
    year, month = int(mention.match["my_year"]), _month_number(mention.match["my_month"])
    first, last = bound_month(year, month)
    if mention.modified("since") and mention.reference is not None and mention.reference > first:
        last = mention.reference
    return first, last, "month", False


def _month_alone(mention: _Mention) -> _Days | None:
    name = mention.match["month"]
    number = _month_number(name)
    plain = name.rstrip(".").lower()
    led = bool(BEFORE_MONTH.search(mention.before))
    if not led and (plain in SHY_MONTHS or len(plain) <= 4):
        return None
    if plain in SHY_MONTHS and re.match(r" (?:on|for|against|to|[A-Z][a-z])", mention.after):
        return None
    reference = mention.reference
    if mention.anchor is not None and mention.after.startswith(" of that year"):
        return (*bound_month(mention.anchor.year, number), "month", True)
    if reference is None:
        return None, None, "month", True
    told = OF_YEAR.match(mention.after)
    if told:
        year = reference.year + {"last": -1, "next": 1}.get(told.group(1), 0)
        return (*bound_month(year, number), "month", True)
    year = reference.year - (number > reference.month)
    if mention.modified("last") and number == reference.month:
        year -= 1
    ahead = mention.modified("next") or (mention.future and not mention.modified("since"))
    if ahead and number != reference.month:
        year = reference.year + (number < reference.month)
    first, last = bound_month(year, number)
    if mention.modified("since"):
        last = max(first, reference)
    return first, last, "month", True


def _weekday(mention: _Mention) -> _Days | None:
    name, reference = mention.match["weekday"], mention.reference
    if name.lower().endswith("days") or mention.modified("every"):
        return None
    if reference is None:
        return None, None, "day", True
    back = (reference.weekday() - WEEKDAYS[name[:3].lower()]) % 7
    if mention.modified("last") and back == 0:
        back = 7
    if mention.modified("next") or (mention.future and not mention.modified("last")):
        forward = (7 - back) % 7
        if mention.modified("next") and forward == 0:
            forward = 7
        back = -forward
    day = reference - timedelta(days=back)
    return day, day, "day", True


def _named_day(mention: _Mention) -> _Days | None:
    word, reference = mention.match["day"].lower(), mention.reference
    if mention.match["day"][0].isupper() and mention.before[-2:-1].isalnum():
        return None
    if reference is None:
        return None, None, "day", True
    day = reference + timedelta(days={"yesterday": -1, "tomorrow": 1}.get(word, 0))
    if word.endswith("in the day") and mention.anchor is not None:
        day = mention.anchor
    return day, day, "day", True


def _count(word: str) -> int | None:
    if word.isdigit():
        return int(word)
    if word in ("a", "an"):
        return 1
    if word == "couple of":
        return 2
    return int(SMALL[word]) if word in SMALL else None


def _ago(mention: _Mention) -> _Days | None:
    match, reference = mention.match, mention.reference
    unit = match["ago_unit"].rstrip("s")
    if match["ago_way"] == "earlier":
        return None
    precision: DatePrecision = "day" if unit in ("day", "fortnight") else unit  # type: ignore[assignment]
    count = _count(match["ago_count"].lower())
    if reference is None or count is None:
        return None, None, precision, True
    sign = 1 if match["ago_way"] == "from now" else -1
    return (*shift_unit(reference, sign * count, unit), precision, True)


def _stretch(mention: _Mention) -> _Days | None:
    match, reference = mention.match, mention.reference
    unit, count = match["span_unit"].rstrip("s"), _count(match["span_count"].lower())
    precision: DatePrecision = "week" if unit == "fortnight" else unit  # type: ignore[assignment]
    if reference is None or count is None:
        return None, None, precision, True
    ahead = match["span_way"].lower() in ("next", "coming")
    edge = shift_unit(reference, count if ahead else -count, unit)
    other = edge[1] if ahead else edge[0]
    if unit == "week":
        other = reference + timedelta(weeks=count if ahead else -count)
    return min(reference, other), max(reference, other), precision, True


def _relative(mention: _Mention) -> _Days | None:
    match = mention.match
    way, unit = match["rel_way"].lower().removeprefix("the "), match["rel_unit"].lower()
    base = mention.anchor if way in ("previous", "following") else mention.reference
    step = {"last": -1, "previous": -1, "next": 1, "following": 1, "coming": 1, "past": 0}.get(way, 0)
    if unit in SEASON_MONTHS:
        return _relative_season(base, step, unit)
    if unit in ("night", "morning", "afternoon", "evening"):
        day = None if base is None else base + timedelta(days=step)
        return day, day, "day", True
    if unit == "century":
        return None
    precision: DatePrecision = {"weekend": "week", "season": "year"}.get(unit, unit)  # type: ignore[assignment]
    if base is None:
        return None, None, precision, True
    if way == "past":
        return (
            shift_unit(base, -1, unit)[0] if unit != "week" else base - timedelta(days=7),
            base,
            precision,
            True,
        )
    if unit == "weekend":
        monday = bound_week(base)[0] + timedelta(weeks=step)
        return monday + timedelta(days=5), monday + timedelta(days=6), precision, True
    if unit == "decade":
        decade = base.year // 10 * 10 + 10 * step
        return date(decade, 1, 1), date(decade + 9, 12, 31), precision, True
    first, last = shift_unit(base, step, "year" if unit == "season" else unit)
    if step == 0 and unit == "week" and not mention.future:
        last = base
    return first, last, precision, True


def _relative_season(base: date | None, step: int, season: str) -> _Days:
    if base is None:
        return None, None, "season", True
    start, _ = SEASON_MONTHS[season]
    year = base.year
    if step < 0:
        year -= base.month <= start + 2
    elif step > 0:
        year += base.month >= start
    elif season == "winter" and base.month < 3:
        year -= 1
    return (*bound_season(season, year), "season", True)


def _season(mention: _Mention) -> _Days | None:
    first, last = bound_season(mention.match["season"].lower(), int(mention.match["season_year"]))
    return first, last, "season", False


def _recent(mention: _Mention) -> _Days | None:
    precision: DatePrecision = mention.match["recent"].rstrip("s")  # type: ignore[assignment]
    return None, None, precision, True


def _fortnight(mention: _Mention) -> _Days | None:
    if mention.reference is None:
        return None, None, "day", True
    day = mention.reference + timedelta(days=14)
    return day, day, "day", True


def _holiday(mention: _Mention) -> _Days | None:
    name = re.sub(r"['’]", "", mention.match["holiday"]).lower()
    if name not in HOLIDAYS:
        return None
    month, day = HOLIDAYS[name]
    year = mention.match["holiday_year"]
    if year:
        known = date(int(year), month, day)
        return known, known, "day", False
    resolved = _nearest_day(month, day, mention)
    return resolved, resolved, "day", True


def _decade(mention: _Mention) -> _Days | None:
    year = int(mention.match["decade"])
    return date(year, 1, 1), date(year + (9 if year % 100 or year == 2000 else 99), 12, 31), "decade", False


def _year(mention: _Mention) -> _Days | None:
    if NUMERIC_LEAD.search(mention.before) or NOT_YEAR_AFTER.match(mention.after):
        return None
    year = int(mention.match["year"])
    last = date(year, 12, 31)
    if mention.modified("since") and mention.reference is not None:
        last = max(last, mention.reference)
    return date(year, 1, 1), last, "year", False


_READERS = {
    "iso": _iso,
    "dm": _day_month,
    "md": _day_of_month,
    "my": _month_year,
    "month": _month_alone,
    "weekday": _weekday,
    "day": _named_day,
    "ago": _ago,
    "span": _stretch,
    "rel": _relative,
    "recent": _recent,
    "fortnight": _fortnight,
    "season": _season,
    "holiday": _holiday,
    "decade": _decade,
    "year": _year,
}


def _join_ranges(text: str, found: list[CalendarDate]) -> list[CalendarDate]:
    """Join "from X to Y" and "between X and Y" into one interval."""
    joined: list[CalendarDate] = []
    for right in found:
        left = joined[-1] if joined else None
        if left is not None and left.first and right.last and left.first <= right.last:
            link = text[left.end : right.start].strip().lower()
            if left.precision == "month" and right.precision == "year" and link in ("of", ""):
                joined[-1] = replace(left, end=right.end)
                continue
            lead = text[max(0, left.start - 8) : left.start].lower()
            linked = link in ("to", "-", "–", "until", "through", "till")
            if linked or (link == "and" and "between" in lead):
                guessed = left.inferred or right.inferred
                joined[-1] = replace(left, end=right.end, last=right.last, inferred=guessed)
                continue
        joined.append(right)
    return joined
