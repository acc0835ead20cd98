"""Numbers in running text: value, unit or counted noun, comparison; an own grammar over local pieces."""

import re
from typing import NamedTuple

from claimdiff.language import number_words as words
from claimdiff.language.cues import STOPWORDS
from claimdiff.language.number_words import DURATIONS, MEASURES, MONEY_WORDS, MONTHS, SCALES, SMALL
from claimdiff.language.qualifiers import qualify
from claimdiff.language.stems import stem
from claimdiff.model.claim import Comparator

_DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
_WORDS = "|".join(
    sorted(
        words.NUMBER_WORDS | words.FRACTIONS.keys() | words.ORDINAL_WORDS.keys(),
        key=lambda word: (-len(word), word),
    )
)
_START = re.compile(
    rf"(?<![\w.,:/#@])(?:{_DIGITS})"
    rf"|(?<![\w'’-])(?:{_WORDS}"
    r"|an?(?=[\s-](?:hundred|thousand|million|billion|trillion|dozen|pair of|third|quarter)\b)"
    r"|an?(?=(?: single)? (?:hour|day|week|month|year|decade)\b))(?![\w'’])",
    re.IGNORECASE,
)
_PIECE = re.compile(rf"{_DIGITS}|[^\W\d_]+(?:['’][^\W\d_]+)*|\S")
_REACH = 90
_CLOCK = re.compile(
    r"(\d{1,2})(?:[:.](\d\d))?\s?([ap])\.?\s?m\b\.?|([01]?\d|2[0-3]):([0-5]\d)(?::[0-5]\d)?(?![\d:])"
    r"|(\d{1,2})(?:[:.](\d\d))? ?o['’]clock\b",
    re.IGNORECASE,
)
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)\b", re.IGNORECASE)
_LAST_WORD = re.compile(r"([^\W_][\w.'’]*)[\s\-‑]*[\"“'‘(]?$")
_LONGEST = 15


class Numeral(NamedTuple):
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


class _Piece(NamedTuple):
    start: int
    end: int
    lower: str
    text: str


def find_quantities(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Return the quantities in `text[start:end]`, left to right and apart, offsets into the whole text.

    Years and dates, "one of", "no one", names with numbers ("G7", "Flight 370") and vague amounts
    ("dozens of") are none.
    """
    stop = len(text) if end is None else end
    found: list[Numeral] = []
    position = start
    while match := _START.search(text, position, stop):
        numeral, position = _read_at(text, match.start(), match.end(), start, stop)
        if numeral is not None and (not found or numeral.start >= found[-1].end):
            found.append(numeral)
        position = max(position, match.end())
    return found


def _read_at(text: str, begin: int, word_end: int, floor: int, stop: int) -> tuple[Numeral | None, int]:
    """Read the quantity that begins here; return it, if it is one, and where to go on."""
    clock = _CLOCK.match(text, begin, stop) if text[begin].isdigit() else None
    if clock:
        return _read_clock(clock), clock.end()
    ordinal = _ORDINAL.match(text, begin, stop)
    pieces = _cut(text, begin, min(stop, begin + _REACH))
    if ordinal:
        return _read_ordinal(
            text, begin, ordinal.end(), float(ordinal.group(1)[:_LONGEST]), stop
        ), ordinal.end()
    if not pieces:
        return None, word_end
    first = pieces[0].lower
    number = _read_number(pieces, 0)
    if number is None:
        if first in words.FRACTIONS and (share := _read_share(text, pieces, 0, 1.0, floor)):
            return share, share.end
        if first in words.ORDINAL_WORDS:
            return _read_ordinal(text, begin, word_end, words.ORDINAL_WORDS[first], stop), word_end
        return None, word_end
    value, following = number
    if _is_name_or_date(text, pieces, following, begin, floor):
        return None, pieces[following - 1].end
    return _read_quantity(text, pieces, value, following, floor)


def _cut(text: str, begin: int, stop: int) -> list[_Piece]:
    return [
        _Piece(m.start(), m.end(), m.group().lower(), m.group()) for m in _PIECE.finditer(text, begin, stop)
    ]


def _number_of(piece: _Piece) -> float | None:
    plain = piece.lower.replace(",", "")
    if piece.lower[:1].isdigit() and len(plain) <= _LONGEST:
        try:
            return float(plain)
        except ValueError:
            return None
    return None


def _read_number(pieces: list[_Piece], index: int) -> tuple[float, int] | None:
    """Read digits or number words with their scale from `index`; return value and the next index."""
    if index >= len(pieces):
        return None
    digits = _number_of(pieces[index])
    if digits is not None:
        return _read_scale(pieces, index + 1, digits)
    return _read_words(pieces, index)


def _lower(pieces: list[_Piece], index: int) -> str:
    return pieces[index].lower if 0 <= index < len(pieces) else ""


def _read_scale(pieces: list[_Piece], index: int, value: float) -> tuple[float, int]:
    glued = index < len(pieces) and pieces[index].start == pieces[index - 1].end
    word = _lower(pieces, index)
    if glued and word in words.GLUED_SCALES:
        return value * words.GLUED_SCALES[word], index + 1
    if (
        _lower(pieces, index) == "and"
        and _lower(pieces, index + 1) == "a"
        and _lower(pieces, index + 2) == "half"
    ):
        value, index = value + 0.5, index + 3
    if _lower(pieces, index) == "-" and _lower(pieces, index + 1) in SCALES:
        index += 1
    while _lower(pieces, index) in SCALES:
        value, index = value * SCALES[_lower(pieces, index)], index + 1
    return value, index


def _read_words(pieces: list[_Piece], index: int) -> tuple[float, int] | None:
    """Read "twenty-five", "a hundred and ten", "half a million", "two dozen", "one and a half"."""
    first, second = _lower(pieces, index), _lower(pieces, index + 1)
    if first == "half" and second in ("a", "an") and _lower(pieces, index + 2) in SCALES:
        return 0.5 * SCALES[_lower(pieces, index + 2)], index + 3
    if first in ("a", "an"):
        return _read_article(pieces, index)
    total = current = 0.0
    seen = 0
    while True:
        word = _lower(pieces, index)
        if word in SMALL and (
            current % 100 == 0 or (current % 10 == 0 and current % 100 >= 20 and SMALL[word] < 10)
        ):
            current, index, seen = current + SMALL[word], index + 1, seen + 1
        elif word in SCALES and (seen or word in ("hundred", "thousand", "million", "billion")):
            scale = SCALES[word]
            if scale <= 100:
                current = (current or 1) * scale
            else:
                total, current = total + (current or 1) * scale, 0.0
            index, seen = index + 1, seen + 1
        elif seen and word in ("-", "and") and _joins(pieces, index, current):
            index += 1
        else:
            break
    if not seen:
        return None
    if (
        _lower(pieces, index) == "and"
        and _lower(pieces, index + 1) == "a"
        and _lower(pieces, index + 2) == "half"
    ):
        scaled, index = _read_scale(pieces, index, total + current)
        return scaled, index
    return total + current, index


def _joins(pieces: list[_Piece], index: int, current: float) -> bool:
    """Tell whether the hyphen or "and" at `index` goes on with the same number."""
    nxt = _lower(pieces, index + 1)
    if _lower(pieces, index) == "-":
        return nxt in SCALES or (nxt in SMALL and current % 10 == 0 and current % 100 >= 20)
    before = _lower(pieces, index - 1)
    return before in ("hundred", "thousand", "million") and (nxt in SMALL) and current % 100 == 0


def _read_article(pieces: list[_Piece], index: int) -> tuple[float, int] | None:
    word = _lower(pieces, index + 1)
    if word == "pair":
        return 2.0, index + 2
    if word == "single":
        return 1.0, index + 2
    if word in SCALES:
        value, following = SCALES[word], index + 2
        if [_lower(pieces, following + step) for step in range(3)] == ["and", "a", "half"]:
            return value * 1.5, following + 3
        return _read_scale(pieces, following, value)
    if word in DURATIONS:
        return 1.0, index + 1
    return None


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
    after = _cut(text, finish, min(stop, finish + 40))
    nxt = after[0] if after else None
    noun = nxt.lower if nxt else ""
    last = _LAST_WORD.search(text[max(0, begin - 24) : begin])
    previous = last.group(1).lower().rstrip(".") if last else ""
    singular = noun[:-1] if noun.endswith("s") else noun
    if singular in words.POSITION_NOUNS and singular not in ("minute", "quarter", "day", "week"):
        return Numeral(begin, finish, value, None, singular, "exactly", "position")
    if not text[begin].isdigit():
        if previous in ("finished", "finishing", "came", "placed") and noun not in ("time", "to"):
            return Numeral(begin, finish, value, None, None, "exactly", "position")
        return None
    if (
        previous in MONTHS
        or noun in MONTHS
        or noun in ("of", "century", "centuries", "avenue", "street", "anniversary")
    ):
        return None
    if nxt is not None and nxt.text[:1].isupper() and value < 250:
        return None
    return Numeral(begin, finish, value, None, None, "exactly", "ordinal")


def _read_share(text: str, pieces: list[_Piece], index: int, times: float, floor: int) -> Numeral | None:
    """Read "half of", "two-thirds", "a third of" as per cent; `index` is at the fraction word."""
    word = _lower(pieces, index)
    nxt = _lower(pieces, index + 1)
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


def _is_name_or_date(text: str, pieces: list[_Piece], following: int, begin: int, floor: int) -> bool:
    """Tell whether the number belongs to a date, a year, a name or an idiom, not to a quantity."""
    first = pieces[0]
    nxt = _lower(pieces, following)
    last = _LAST_WORD.search(text[max(floor, begin - 24) : begin])
    previous_text = last.group(1) if last else ""
    previous = previous_text.lower().rstrip(".'’")
    bare = following == 1
    value = _number_of(first)
    if value is None:
        return first.lower == "one" and bare and _is_idle_one(pieces, previous)
    if bare and previous in MONTHS and value <= 31 and value == int(value) and "." not in first.lower:
        return True
    if bare and value <= 31 and nxt in MONTHS and pieces[following].text[:1].isupper():
        return True
    if bare and len(first.lower) == 4 and 1600 <= value < 2100 and value == int(value):
        return not _counts_anyway(text, pieces, begin, floor)
    if bare and nxt in ("/",) and pieces[following].start == first.end:
        return True
    glued = following < len(pieces) and pieces[following].start == pieces[following - 1].end
    if glued and nxt[:1].isalpha() and nxt not in words.GLUED_SCALES and nxt.rstrip("s") not in MEASURES:
        return nxt not in DURATIONS and nxt not in ("pc", "percent")
    if previous in words.IDENTIFIER_NOUNS and bare:
        return True
    return bare and _follows_name(text, pieces, begin, previous_text, floor)


def _counts_anyway(text: str, pieces: list[_Piece], begin: int, floor: int) -> bool:
    """Tell whether four digits that look like a year count something ("more than 2000 troops")."""
    noun = _lower(pieces, 1)
    counted = (
        noun in words.IRREGULAR_PLURALS or noun.rstrip("s") in MEASURES or noun.rstrip("s") in MONEY_WORDS
    )
    comparison = qualify(text, begin, pieces[0].end, floor)[0]
    sign = text[begin - 1 : begin] in words.CURRENCIES
    return (
        counted
        or sign
        or noun == "%"
        or (comparison in ("at least", "more than", "about") and noun.endswith("s"))
    )


def _follows_name(text: str, pieces: list[_Piece], begin: int, previous: str, floor: int) -> bool:
    """Tell whether the digits end a name ("Falcon 9"): a capitalised word before, no noun after."""
    if (
        not previous[:1].isupper()
        or (previous.isupper() and len(previous) > 3)
        or previous.lower() in STOPWORDS
    ):
        return False
    nxt = pieces[1] if len(pieces) > 1 else None
    if nxt is not None and (
        nxt.lower in ("%", "percent", "per", "-") or nxt.lower in words.IRREGULAR_PLURALS
    ):
        return False
    if nxt is not None and nxt.text[:1].isalpha() and nxt.lower not in STOPWORDS:
        return False
    between = text[max(floor, begin - 2) : begin].strip()
    if between:
        return False
    # In a headline every word is capitalised, so a capital says nothing there: the verb before "12" counts.
    return not previous.lower().endswith(("s", "ed", "ing")) and previous.lower() not in (
        "least",
        "than",
        "kill",
    )


def _is_idle_one(pieces: list[_Piece], previous: str) -> bool:
    nxt = _lower(pieces, 1)
    if previous in (
        "no",
        "the",
        "this",
        "that",
        "any",
        "every",
        "each",
        "another",
        "which",
        "formula",
        "some",
        "first",
    ):
        return True
    if previous in words.LEADING_POSITION_NOUNS:
        return False
    if nxt in ("day", "night") and _lower(pieces, 2) not in ("later", "after", "before", "earlier"):
        return True
    if nxt == "-":
        return _lower(pieces, 2) not in DURATIONS and _lower(pieces, 2) not in MEASURES
    if not nxt[:1].isalnum():
        return previous not in (
            "least",
            "than",
            "only",
            "just",
            "killed",
            "kills",
            "injured",
            "wounded",
            "by",
        )
    if nxt in ("thing", "another", "way", "side", "hand", "time", "such", "point", "that", "who", "would"):
        return True
    return (nxt in STOPWORDS and nxt not in ("more", "other", "in", "to", "and", "or")) or previous == "of"


def _read_quantity(
    text: str, pieces: list[_Piece], value: float, following: int, floor: int
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
        and _lower(pieces, following) in ("-", "")
        and (share := _hyphen_share(text, pieces, following, value, floor))
    ):
        return share, share.end
    if _lower(pieces, following) in words.FRACTIONS and (
        share := _read_share(text, pieces, following, value, floor)
    ):
        return share, share.end
    unit, kind, unit_end = _read_unit(text, pieces, following, value, floor)
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
    sign, sign_start = _read_currency(text, begin, floor)
    if sign:
        unit, kind, left = sign, "money", min(left, sign_start)
        if comparison == "exactly":
            comparison, left, right = qualify(text, sign_start, finish, floor)
    return Numeral(left, right, value, high, unit, comparison, kind), right


def _hyphen_share(text: str, pieces: list[_Piece], index: int, value: float, floor: int) -> Numeral | None:
    if _lower(pieces, index) == "-" and _lower(pieces, index + 1) in (
        "thirds",
        "quarters",
        "fifths",
        "tenths",
        "third",
    ):
        share = words.FRACTIONS[_lower(pieces, index + 1)] * value
        comparison, left, right = qualify(text, pieces[0].start, pieces[index + 1].end, floor)
        return Numeral(left, right, share, None, "%", comparison, "percent") if share <= 100 else None
    return None


def _read_range(pieces: list[_Piece], value: float, following: int) -> tuple[float | None, int]:
    """Read the upper end after "-", "to", "and" (with "between") or "or"; return it and the next index."""
    mark = _lower(pieces, following)
    if mark not in ("-", "–", "to", "or"):
        return None, following
    upper = _read_number(pieces, following + 1)
    if upper is None or pieces[following + 1].lower in ("a", "an"):
        return None, following
    if mark == "or" and not value < upper[0] <= value * 3:
        return None, following
    if upper[0] > value and upper[1] > following + 2 and value < 1000:
        return upper[0], upper[1]
    return (upper[0], upper[1]) if upper[0] > value else (None, following)


def _read_currency(text: str, begin: int, floor: int) -> tuple[str | None, int]:
    before = text[max(floor, begin - 4) : begin]
    for width in (3, 2, 1):
        sign = before[-width:].lower() if len(before) >= width else ""
        if sign in words.CURRENCIES:
            return words.CURRENCIES[sign], begin - width
    return None, begin


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word


def _read_unit(
    text: str, pieces: list[_Piece], index: int, value: float, floor: int
) -> tuple[str | None, str, int]:
    """Return unit, kind ("" for no quantity) and where the words of measure end."""
    nxt = _lower(pieces, index)
    begin = pieces[0].start
    if nxt in ("%", "percent", "pc"):
        return "%", "percent", pieces[index].end
    if nxt in ("per", "percentage") and _lower(pieces, index + 1).startswith(("cent", "point")):
        return "%", "percent", pieces[index + 1].end
    hyphen = nxt in ("-", "‑", "‐")
    at = index + 1 if hyphen else index
    if hyphen and at < len(pieces) and pieces[at].start != pieces[index].end:
        hyphen, at = False, index
    word = _singular(_lower(pieces, at))
    if word in DURATIONS:
        return _read_duration(text, pieces, at, word, hyphen, begin, floor)
    if word in MEASURES or _lower(pieces, at) in MEASURES:
        return MEASURES.get(_lower(pieces, at), MEASURES.get(word)), "measure", pieces[at].end
    if word in MONEY_WORDS and (word != "won" or value >= 100):
        return MONEY_WORDS[word], "money", pieces[at].end
    if hyphen:
        return _read_compound(pieces, at, text)
    if _is_age(text, pieces, index, begin, floor):
        return "year", "age", 0
    last = _LAST_WORD.search(text[max(floor, begin - 24) : begin])
    if last and last.group(1).lower() in words.LEADING_POSITION_NOUNS:
        return last.group(1).lower(), "position", 0
    return _counted_noun(pieces, index, value), "count", 0


def _read_duration(
    text: str, pieces: list[_Piece], at: int, word: str, hyphen: bool, begin: int, floor: int
) -> tuple[str | None, str, int]:
    after = _lower(pieces, at + 1)
    if word == "year" and (
        (after == "old") or (after in ("-", "‑") and _lower(pieces, at + 2).startswith("old"))
    ):
        end = pieces[at + 1].end if after == "old" else pieces[at + 2].end
        return "year", "age", end
    if not hyphen and after == "ago" and word != "decade":
        return None, "", 0
    window = text[max(floor, begin - 12) : begin].lower()
    if not hyphen and word not in ("decade",) and window.endswith(("past ", "last ", "next ", "coming ")):
        return None, "", 0
    return DURATIONS[word], "duration", pieces[at].end


def _read_compound(pieces: list[_Piece], at: int, text: str) -> tuple[str | None, str, int]:
    noun = _lower(pieces, at)
    if not noun[:1].isalpha() or noun in words.KIND_SUFFIXES:
        return (None, "", 0) if noun[:1].isalpha() else (None, "count", 0)
    if noun in ("time", "times"):
        return "time", "count", pieces[at].end
    return stem(words.IRREGULAR_PLURALS.get(noun, noun)), "count", 0


_AGED = re.compile(r"\b(?:aged?|age of|turn(?:s|ed|ing)?)\s+(?:between\s+)?$", re.IGNORECASE)
_APPOSED = re.compile(r"[^\W\d_][\w'’.-]*, $")


def _is_age(text: str, pieces: list[_Piece], index: int, begin: int, floor: int) -> bool:
    window = text[max(floor, begin - 30) : begin]
    if _AGED.search(window):
        return True
    if index != 1 or not pieces[0].lower.isdigit() or len(pieces[0].lower) > 3:
        return False
    name = _APPOSED.search(window)
    return bool(name and name.group()[0].isupper() and _lower(pieces, 1) in (",", ".", ""))


def _counted_noun(pieces: list[_Piece], index: int, value: float) -> str | None:
    """Return the stem of the noun that the number counts, None where none follows."""
    first = None
    for piece in pieces[index : index + 6]:
        word = piece.lower
        if word in words.FILLERS or piece.lower[:1].isdigit():
            continue
        if word in words.IRREGULAR_PLURALS and not (word == "dead" and first is None):
            return stem(words.IRREGULAR_PLURALS[word])
        if word in STOPWORDS or word in words.NO_UNIT or not word[:1].isalpha() or "'" in word or "’" in word:
            break
        if len(word) > 3 and word.endswith("s") and not word.endswith(("ss", "us", "is")):
            return stem(word)
        first = first or word
    return stem(first) if first and value == 1 and first not in SCALES else None
