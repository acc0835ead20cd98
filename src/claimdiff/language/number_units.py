"""What a number counts: currency, measure, time, age, or the noun after it."""

import re

from claimdiff.language import number_words as words
from claimdiff.language.cues import STOPWORDS
from claimdiff.language.number_contexts import LAST_WORD
from claimdiff.language.number_pieces import Piece, lower_at
from claimdiff.language.number_words import DURATIONS, MEASURES, MONEY_WORDS, SCALES
from claimdiff.language.stems import stem


def read_currency(text: str, begin: int, floor: int) -> tuple[str | None, int]:
    before = text[max(floor, begin - 4) : begin]
    for width in (3, 2, 1):
        sign = before[-width:].lower() if len(before) >= width else ""
        if sign in words.CURRENCIES:
            return words.CURRENCIES[sign], begin - width
    return None, begin


def _singular(word: str) -> str:
    return word[:-1] if word.endswith("s") and len(word) > 2 else word


def read_unit(
    text: str, pieces: list[Piece], index: int, value: float, floor: int
) -> tuple[str | None, str, int]:
    """Return unit, kind ("" for no quantity) and where the words of measure end."""
    nxt = lower_at(pieces, index)
    begin = pieces[0].start
    if nxt in ("%", "percent", "pc"):
        return "%", "percent", pieces[index].end
    if nxt in ("per", "percentage") and lower_at(pieces, index + 1).startswith(("cent", "point")):
        return "%", "percent", pieces[index + 1].end
    hyphen = nxt in ("-", "‑", "‐")
    at = index + 1 if hyphen else index
    if hyphen and at < len(pieces) and pieces[at].start != pieces[index].end:
        hyphen, at = False, index
    word = _singular(lower_at(pieces, at))
    if word in DURATIONS:
        return _read_duration(text, pieces, at, word, hyphen, begin, floor)
    if word == "light" and lower_at(pieces, at + 1).startswith("year"):
        return "light-year", "measure", pieces[at + 1].end
    if word == "pound" and value >= 1000 and lower_at(pieces, at + 1) != "of":
        return "gbp", "money", pieces[at].end
    if word in MEASURES or lower_at(pieces, at) in MEASURES:
        return _read_measure(pieces, at, MEASURES.get(lower_at(pieces, at)) or MEASURES[word])
    if word in MONEY_WORDS and (word != "won" or value >= 100):
        return MONEY_WORDS[word], "money", pieces[at].end
    if hyphen:
        return _read_compound(pieces, at)
    if _is_age(text, pieces, index, begin, floor):
        return "year", "age", 0
    last = LAST_WORD.search(text[max(floor, begin - 24) : begin])
    if last and last.group(1).lower() in words.LEADING_POSITION_NOUNS:
        return last.group(1).lower(), "position", 0
    return _counted_noun(pieces, index, value), "count", 0


def _read_measure(pieces: list[Piece], at: int, unit: str) -> tuple[str, str, int]:
    """Return a measure, with "per hour" taken in: a speed."""
    per, hour = lower_at(pieces, at + 1), lower_at(pieces, at + 2)
    if unit in words.SPEEDS and per in ("an", "per", "/") and hour in ("hour", "h", "hr"):
        return words.SPEEDS[unit], "measure", pieces[at + 2].end
    return unit, "measure", pieces[at].end


def _read_duration(
    text: str, pieces: list[Piece], at: int, word: str, hyphen: bool, begin: int, floor: int
) -> tuple[str | None, str, int]:
    after = lower_at(pieces, at + 1)
    if word == "year" and (
        (after == "old") or (after in ("-", "‑") and lower_at(pieces, at + 2).startswith("old"))
    ):
        end = pieces[at + 1].end if after == "old" else pieces[at + 2].end
        return "year", "age", end
    if not hyphen and after == "ago" and word != "decade":
        return None, "", 0
    window = text[max(floor, begin - 12) : begin].lower()
    if (
        not hyphen
        and word not in ("decade", "season")
        and window.endswith(("past ", "last ", "next ", "coming "))
    ):
        return None, "", 0
    return DURATIONS[word], "duration", pieces[at].end


def _read_compound(pieces: list[Piece], at: int) -> tuple[str | None, str, int]:
    noun = lower_at(pieces, at)
    if not noun[:1].isalpha() or noun in words.KIND_SUFFIXES:
        return (None, "", 0) if noun[:1].isalpha() else (None, "count", 0)
    if noun in ("time", "times"):
        return "time", "count", pieces[at].end
    return stem(words.IRREGULAR_PLURALS.get(noun, noun)), "count", 0


_AGED = re.compile(r"\b(?:aged?|age of|turn(?:s|ed|ing))\s+(?:between\s+)?$", re.IGNORECASE)
_APPOSED = re.compile(r"[^\W\d_][\w'’.-]*, $")


def _is_age(text: str, pieces: list[Piece], index: int, begin: int, floor: int) -> bool:
    window = text[max(floor, begin - 30) : begin]
    if _AGED.search(window):
        return True
    if index != 1 or not pieces[0].lower.isdigit() or len(pieces[0].lower) > 3:
        return False
    name = _APPOSED.search(window)
    return bool(name and name.group()[0].isupper() and lower_at(pieces, 1) in (",", ".", "", "of", "from"))


def _counted_noun(pieces: list[Piece], index: int, value: float) -> str | None:
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
        if value == 1 and (word in words.PLAIN_ADJECTIVES or word.endswith(words.ADJECTIVE_ENDINGS)):
            continue
        if word.endswith("ly"):
            break
        first = first or word
    return stem(first) if first and value == 1 and first not in SCALES else None
