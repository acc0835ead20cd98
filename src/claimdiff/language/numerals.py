"""Numbers in running text: value, unit or counted noun, comparison; an own grammar over local pieces."""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct

from claimdiff.language import number_words as words
from claimdiff.language.number_contexts import LAST_WORD, is_name_or_date
from claimdiff.language.number_pieces import DIGITS, LONGEST, Piece, cut_pieces, lower_at, read_number
from claimdiff.language.number_units import read_currency, read_unit
from claimdiff.language.number_words import DURATIONS, GLUED_SCALES, MONTHS
from claimdiff.language.qualifiers import qualify
from claimdiff.language.tables import group_words, word_set
from claimdiff.model.claim import Comparator

_WORDS = group_words(words.NUMBER_WORDS | words.FRACTIONS.keys() | words.ORDINAL_WORDS.keys())
_CAPITALS = "ONE|TWO|THREE|FOUR|FIVE|SIX|SEVEN|EIGHT|NINE|TEN|ELEVEN|TWELVE|DOZEN|HALF"
_START = re.compile(
    rf"(?<![\w.,:/#@])(?<![^\W\d]-)(?<!\d{{4}}-)(?<!-\d\d-)(?:{DIGITS})"
    rf"|(?<![\w'’-])(?:{_WORDS}|{_CAPITALS}"
    r"|[Aa]n?(?=[\s-](?:hundred|thousand|million|billion|trillion|dozen|pair of|third|quarter)\b)"
    r"|[Aa]n?(?=(?: single)? (?:hour|day|week|month|year|decade)\b))(?![\w'’])"
)
#: A quantity begins with a digit or with one of these, in small letters; with an article only before one of
#: the last.
ARTICLES = word_set("a an")
OPENING_WORDS = words.NUMBER_WORDS | words.FRACTIONS.keys() | words.ORDINAL_WORDS.keys() | ARTICLES
COUNTED_BY_ARTICLE = word_set(
    """hundred thousand million billion trillion dozen pair third quarter single hour day week month year
    decade"""
)
#: Every quantity without a digit holds one of these, in small letters.
QUANTITY_WORDS = (
    words.NUMBER_WORDS
    | words.FRACTIONS.keys()
    | words.ORDINAL_WORDS.keys()
    | word_set("pair hour day week month year decade")
)
_REACH = 90
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b\.?|([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"|(\d{1,2})(?:[:.](\d\d))? ?o['’]clock\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)


class Numeral(Struct, frozen=True, gc=False):
    """A quantity in a text. The span holds number, qualifier and unit of measure, not the counted noun.

    `value` is in plain units (2.5 million is 2500000.0); `high` is the upper end of a range. `unit` is
    a stemmed noun, "%", a currency code, a unit name, or None. `kind` is one of "count", "money",
    "percent", "duration", "age", "measure", "time" (hours of the day), "ordinal", "position" (lap 20).
    """

    start: int
    end: int
    value: float
    high: float | None
    unit: str | None
    comparison: Comparator
    kind: str


def find_quantities(
    text: str, start: int = 0, end: int | None = None, places: Iterable[int] | None = None
) -> list[Numeral]:
    """Return the quantities in `text[start:end]`, left to right and apart, offsets into the whole text.

    Years and dates, "one of", "no one", names with numbers ("G7", "Flight 370") and vague amounts
    ("dozens of") are none. `places` are all positions where one may begin, ascending, for a caller who
    knows them.
    """
    stop = len(text) if end is None else end
    found: list[Numeral] = []
    position = start
    following = None if places is None else iter(places)
    while match := _find_next(text, position, stop, following):
        numeral, position = _read_at(text, match.start(), match.end(), start, stop)
        if numeral is not None and (not found or numeral.start >= found[-1].end):
            found.append(numeral)
        position = max(position, match.end())
    return found


def _find_next(text: str, position: int, stop: int, places: Iterator[int] | None) -> re.Match[str] | None:
    """Return where the next quantity may begin, from a position on or at one of the places from it on."""
    if places is None:
        return _START.search(text, position, stop)
    for place in places:
        if place >= position and (match := _START.match(text, place, stop)):
            return match
    return None


def _read_at(text: str, begin: int, word_end: int, floor: int, stop: int) -> tuple[Numeral | None, int]:
    """Read the quantity that begins here; return it, if it is one, and where to go on."""
    clock = _CLOCK.match(text, begin, stop) if text[begin].isdigit() else None
    if clock:
        return _read_clock(clock), clock.end()
    ordinal = _ORDINAL.match(text, begin, stop)
    pieces = cut_pieces(text, begin, min(stop, begin + _REACH), 9 if text[begin].isdigit() else 14)
    if ordinal:
        return _read_ordinal(
            text, begin, ordinal.end(), float(ordinal.group(1)[:LONGEST]), stop
        ), ordinal.end()
    if not pieces:
        return None, word_end
    first = pieces[0].lower
    number = read_number(pieces, 0)
    if number is None:
        if first in words.FRACTIONS and (share := _read_share(text, pieces, 0, 1.0, floor)):
            return share, share.end
        if first in words.ORDINAL_WORDS:
            return _read_ordinal(text, begin, word_end, words.ORDINAL_WORDS[first], stop), word_end
        return None, word_end
    value, following = number
    if following == 1 and lower_at(pieces, 1) in ("b", "k") and pieces[1].text.isupper():
        if not read_currency(text, begin, floor)[0] or pieces[1].start != pieces[0].end:
            return None, pieces[0].end
        value, following = value * GLUED_SCALES[lower_at(pieces, 1)], 2
    if is_name_or_date(text, pieces, following, begin, floor):
        return None, pieces[following - 1].end
    return _read_quantity(text, pieces, value, following, floor)


def _read_clock(match: re.Match[str]) -> Numeral | None:
    hour, minute, half, hour24, minute24, oclock, past = match.groups()
    if hour is not None:
        if int(hour) > 12 or int(minute or 0) > 59:
            return None
        hours = int(hour) % 12 + (12 if half.lower() == "p" else 0) + int(minute or 0) / 60
    elif hour24 is not None:
        hours = int(hour24) + int(minute24) / 60
    else:
        hours = int(oclock) + int(past or 0) / 60
    return Numeral(match.start(), match.end(), hours, None, None, "exactly", "time")


def _read_ordinal(text: str, begin: int, finish: int, value: float, stop: int) -> Numeral | None:
    """Read "28th lap" and "14th" (but no day of a month, century or street); words only as positions."""
    after = cut_pieces(text, finish, min(stop, finish + 40), 2)
    nxt = after[0] if after else None
    noun = nxt.lower if nxt else ""
    last = LAST_WORD.search(text[max(0, begin - 24) : begin])
    previous = last.group(1).lower().rstrip(".") if last else ""
    singular = noun[:-1] if noun.endswith("s") else noun
    idle = singular == "place" and text[max(0, begin - 7) : begin].lower() == "in the "
    if singular in words.ORDINAL_NOUNS and not idle:
        return Numeral(begin, finish, value, None, singular, "exactly", "position")
    if not text[begin].isdigit():
        if previous in ("finished", "finishing", "came", "placed") and noun not in ("time", "to"):
            return Numeral(begin, finish, value, None, None, "exactly", "position")
        return None
    if (
        previous in MONTHS
        or noun in MONTHS
        or noun in ("century", "centuries", "avenue", "street", "anniversary")
        or (noun == "of" and not lower_at(after, 1)[:1].isdigit())
    ):
        return None
    if nxt is not None and nxt.text[:1].isupper() and value < 250:
        return None
    return Numeral(begin, finish, value, None, None, "exactly", "ordinal")


def _read_share(text: str, pieces: list[Piece], index: int, times: float, floor: int) -> Numeral | None:
    """Read "half of", "two-thirds", "a third of" as per cent; `index` is at the fraction word."""
    word = lower_at(pieces, index)
    nxt = lower_at(pieces, index + 1)
    value = words.FRACTIONS[word] * times
    begin, finish = pieces[0].start, pieces[index].end
    comparison, left, right = qualify(text, begin, finish, floor)
    partitive = nxt == "of" or (word == "half" and nxt in ("the", "its", "their", "his", "her", "all"))
    if word in ("half",) and index == 0 and not partitive and comparison == "exactly":
        return None
    if word not in ("half", "thirds", "quarters", "fifths", "tenths") and nxt not in ("of",):
        return None
    if word in ("third", "fifth", "quarter", "tenth") and index == 0:
        return None
    if value > 100:
        return None
    return Numeral(left, right, value, None, "%", comparison, "percent")


def _read_quantity(
    text: str, pieces: list[Piece], value: float, following: int, floor: int
) -> tuple[Numeral | None, int]:
    begin, finish = pieces[0].start, pieces[following - 1].end
    high, after = _read_range(pieces, value, following)
    if high is not None and value > high:
        following_value = high
        high = None
        if following_value:
            after = following
    elif high is not None and high >= 1000 and value * 1000 < high and pieces[0].lower.isdigit():
        value *= 1000
    following, finish = after, max(finish, pieces[after - 1].end)
    if (
        high is None
        and lower_at(pieces, following) in ("-", "")
        and (share := _hyphen_share(text, pieces, following, value, floor))
    ):
        return share, share.end
    if lower_at(pieces, following) in words.FRACTIONS and (
        share := _read_share(text, pieces, following, value, floor)
    ):
        return share, share.end
    unit, kind, unit_end = read_unit(text, pieces, following, value, floor)
    if kind == "":
        return None, finish
    finish = max(finish, unit_end)
    comparison, left, right = qualify(text, begin, finish, floor)
    if (
        pieces[0].lower in ("a", "an")
        and pieces[1].lower in (*DURATIONS, "single")
        and comparison == "exactly"
    ):
        return None, finish
    sign, sign_start = read_currency(text, begin, floor)
    if sign:
        unit, kind, left = sign, "money", min(left, sign_start)
        if comparison == "exactly":
            comparison, left, right = qualify(text, sign_start, finish, floor)
    return Numeral(left, right, value, high, unit, comparison, kind), right


def _hyphen_share(text: str, pieces: list[Piece], index: int, value: float, floor: int) -> Numeral | None:
    if lower_at(pieces, index) == "-" and lower_at(pieces, index + 1) in (
        "thirds",
        "quarters",
        "fifths",
        "tenths",
        "third",
    ):
        share = words.FRACTIONS[lower_at(pieces, index + 1)] * value
        comparison, left, right = qualify(text, pieces[0].start, pieces[index + 1].end, floor)
        return Numeral(left, right, share, None, "%", comparison, "percent") if share <= 100 else None
    return None


def _read_range(pieces: list[Piece], value: float, following: int) -> tuple[float | None, int]:
    """Read the upper end after "-", "to", "and" (with "between") or "or"; return it and the next index."""
    mark = lower_at(pieces, following)
    if mark not in ("-", "–", "to", "or"):
        return None, following
    upper = read_number(pieces, following + 1)
    if upper is None or pieces[following + 1].lower in ("a", "an"):
        return None, following
    if mark == "or" and not value < upper[0] <= value * 3:
        return None, following
    if upper[0] > value and upper[1] > following + 2 and value < 1000:
        return upper[0], upper[1]
    return (upper[0], upper[1]) if upper[0] > value else (None, following)
