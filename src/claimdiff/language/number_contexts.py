"""What surrounds a number and makes it something else: dates, years, names and idioms."""

import re

from claimdiff.language import number_words as words
from claimdiff.language.cues import STOPWORDS
from claimdiff.language.number_pieces import Piece, lower_at, number_of
from claimdiff.language.number_words import DURATIONS, MEASURES, MONEY_WORDS, MONTHS
from claimdiff.language.qualifiers import qualify
from claimdiff.language.tables import word_set

LAST_WORD = re.compile(r"(?<![^\W_])([^\W_][\w.'’]*+)[\s\-‑]*+[\"“'‘(]?$")


def is_name_or_date(text: str, pieces: list[Piece], following: int, begin: int, floor: int) -> bool:
    """Tell whether the number belongs to a date, a year, a name or an idiom, not to a quantity."""
    first = pieces[0]
    nxt = lower_at(pieces, following)
    last = LAST_WORD.search(text[max(floor, begin - 24) : begin])
    previous_text = last.group(1) if last else ""
    previous = previous_text.lower().rstrip(".'’")
    bare = following == 1
    value = number_of(first)
    if value is None:
        named = first.text[:1].isupper() and previous_text[:1].isupper() and begin - 1 > floor
        if bare and previous in ("part", "formula", "act", "class", "type", "plan"):
            return True
        return first.lower == "one" and bare and (named or _is_idle_one(pieces, previous))
    if bare and len(previous) == 1 and text[begin - 1 : begin] in "-‑":
        return True
    if bare and previous in MONTHS and value <= 31 and value == int(value) and "." not in first.lower:
        return True
    if bare and value <= 31 and nxt in MONTHS and pieces[following].text[:1].isupper():
        return True
    if bare and len(first.lower) == 4 and 1600 <= value < 2100 and value == int(value):
        return not _counts_anyway(text, pieces, begin, floor)
    if bare and nxt in ("/",) and pieces[following].start == first.end:
        return True
    glued = following < len(pieces) and pieces[following].start == pieces[following - 1].end
    if (
        glued
        and nxt[:1].isalpha()
        and following == 1
        and nxt not in words.GLUED_SCALES
        and nxt.rstrip("s") not in MEASURES
    ):
        return nxt not in DURATIONS and nxt not in ("pc", "percent")
    if previous in words.IDENTIFIER_NOUNS and bare:
        return True
    return bare and _follows_name(text, pieces, begin, previous_text, floor)


def _counts_anyway(text: str, pieces: list[Piece], begin: int, floor: int) -> bool:
    """Tell whether four digits that look like a year count something ("more than 2000 troops")."""
    noun = lower_at(pieces, 1)
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


_TWO_BACK = re.compile(r"([^\W_][\w.'’-]*) (?:[^\W_][\w.'’]*)[\s\-‑]*$")
# A longer word in small letters: no headline, so that capitals mean names.
_RUNNING_TEXT = re.compile(r"(?<![\w'’-])[a-z]{5,}")
_PLACING = word_set("in at near from to outside around across of on by into for with among")
_HEADLINE_VERBS = word_set("kill kills least than leave injure wound arrest after")


def _follows_name(text: str, pieces: list[Piece], begin: int, previous: str, floor: int) -> bool:
    """Tell whether the digits end a name ("Falcon 9"): a capitalised word before, nothing counted after."""
    lower = previous.lower()
    if not previous[:1].isupper() or (previous.isupper() and len(previous) > 3) or lower in STOPWORDS:
        return False
    if lower in MONTHS or lower.endswith("day") or text[begin - 1 : begin] not in " -‑":
        return False
    # In a headline every word is capitalised, so that a capital says nothing there: a verb counts.
    if lower.endswith(("s", "ed")) or lower in _HEADLINE_VERBS:
        return False
    if (
        "." in pieces[0].lower
        and lower_at(pieces, 1)[:1].isalpha()
        and lower_at(pieces, 1) not in words.SCALES
    ):
        return True
    nxt = pieces[1] if len(pieces) > 1 else None
    if nxt is None or not nxt.text[:1].isalpha():
        return nxt is None or nxt.lower not in ("%", "-", "‑", "$")
    if nxt.lower in words.IRREGULAR_PLURALS or nxt.lower in ("percent", "per", "million", "billion"):
        return False
    two_back = _TWO_BACK.search(text[max(floor, begin - 48) : begin])
    before = two_back.group(1) if two_back else ""
    if before.lower() in _PLACING:
        return False
    if nxt.lower in STOPWORDS or nxt.lower in words.NO_UNIT:
        return before[:1].isupper() and before.lower() not in STOPWORDS
    if nxt.text[:1].isupper():
        return not before[:1].isupper() or bool(_RUNNING_TEXT.search(text[max(floor, begin - 60) : begin]))
    return not nxt.lower.endswith("s")


_IDLE_BEFORE = word_set(
    "no the this that any every each another which formula some first capital force channel"
)
_IDLE_AFTER = word_set("thing another way side hand time such point that who would")
_COUNT_BEFORE = word_set("least than only just killed kills injured wounded by")
_COUNT_AFTER = word_set("more other in to and or")


def _is_idle_one(pieces: list[Piece], previous: str) -> bool:
    """Tell whether "one" is a pronoun, a name or an idiom ("one of", "no one", "one day")."""
    nxt = lower_at(pieces, 1)
    if previous in _IDLE_BEFORE:
        return True
    if previous in words.LEADING_POSITION_NOUNS:
        return False
    if nxt in ("day", "night") and lower_at(pieces, 2) not in ("later", "after", "before", "earlier"):
        return True
    if nxt in ("-", "‑"):
        return lower_at(pieces, 2) not in DURATIONS and lower_at(pieces, 2) not in MEASURES
    if not nxt[:1].isalnum():
        return previous not in _COUNT_BEFORE
    if nxt == "to":
        return not lower_at(pieces, 2)[:1].isdigit()
    if nxt in _IDLE_AFTER:
        return True
    return (nxt in STOPWORDS and nxt not in _COUNT_AFTER) or previous == "of"
