"""Numbers cut into pieces and read: digits or words with their scale."""

import re
from itertools import accumulate

from msgspec import Struct

from claimdiff.language import number_words as words
from claimdiff.language.number_words import DURATIONS, SCALES, SMALL

DIGITS = r"\d{1,3}(?:,\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?"
# One group, so that `split` returns the pieces and what parts them in turn.
_PIECE = re.compile(rf"([^\W\d_]+(?:['’][^\W\d_]+(?:['’][^\W\d_]+)*|)|{DIGITS}|\S)")
LONGEST = 15


class Piece(Struct, frozen=True, gc=False):
    start: int
    end: int
    lower: str
    text: str


def cut_pieces(text: str, begin: int, stop: int, most: int) -> list[Piece]:
    """Return at most `most` words, numbers and marks from `begin` on."""
    parts = _PIECE.split(text[begin:stop], most)
    edges = list(accumulate(map(len, parts[:-1]), initial=begin))
    found = parts[1::2]
    return list(map(Piece, edges[1::2], edges[2::2], map(str.lower, found), found))


def number_of(piece: Piece) -> float | None:
    plain = piece.lower.replace(",", "")
    if piece.lower[:1].isdigit() and len(plain) <= LONGEST:
        try:
            return float(plain)
        except ValueError:
            return None
    return None


def read_number(pieces: list[Piece], index: int) -> tuple[float, int] | None:
    """Read digits or number words with their scale from `index`; return value and the next index."""
    if index >= len(pieces):
        return None
    digits = number_of(pieces[index])
    if digits is not None:
        return _read_scale(pieces, index + 1, digits)
    return _read_words(pieces, index)


def lower_at(pieces: list[Piece], index: int) -> str:
    return pieces[index].lower if 0 <= index < len(pieces) else ""


def _read_scale(pieces: list[Piece], index: int, value: float) -> tuple[float, int]:
    glued = index < len(pieces) and pieces[index].start == pieces[index - 1].end
    word = lower_at(pieces, index)
    if glued and word in words.GLUED_SCALES and pieces[index].text not in ("B", "K"):
        return value * words.GLUED_SCALES[word], index + 1
    if (
        lower_at(pieces, index) == "and"
        and lower_at(pieces, index + 1) == "a"
        and lower_at(pieces, index + 2) == "half"
    ):
        value, index = value + 0.5, index + 3
    if lower_at(pieces, index) == "-" and lower_at(pieces, index + 1) in SCALES:
        index += 1
    while lower_at(pieces, index) in SCALES:
        value, index = value * SCALES[lower_at(pieces, index)], index + 1
    return value, index


def _read_words(pieces: list[Piece], index: int) -> tuple[float, int] | None:
    """Read "twenty-five", "a hundred and ten", "half a million", "two dozen", "one and a half"."""
    first, second = lower_at(pieces, index), lower_at(pieces, index + 1)
    if first == "half" and second in ("a", "an") and lower_at(pieces, index + 2) in SCALES:
        return 0.5 * SCALES[lower_at(pieces, index + 2)], index + 3
    if first in ("a", "an"):
        return _read_article(pieces, index)
    total = current = 0.0
    seen = 0
    while True:
        word = lower_at(pieces, index)
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
        lower_at(pieces, index) == "and"
        and lower_at(pieces, index + 1) == "a"
        and lower_at(pieces, index + 2) == "half"
    ):
        scaled, index = _read_scale(pieces, index, total + current)
        return scaled, index
    return total + current, index


def _joins(pieces: list[Piece], index: int, current: float) -> bool:
    """Tell whether the hyphen or "and" at `index` goes on with the same number."""
    nxt = lower_at(pieces, index + 1)
    if lower_at(pieces, index) == "-":
        return nxt in SCALES or (nxt in SMALL and current % 10 == 0 and current % 100 >= 20)
    before = lower_at(pieces, index - 1)
    return before in ("hundred", "thousand", "million") and (nxt in SMALL) and current % 100 == 0


def _read_article(pieces: list[Piece], index: int) -> tuple[float, int] | None:
    word = lower_at(pieces, index + 1)
    if word == "pair":
        return 2.0, index + 2
    if word == "single":
        return 1.0, index + 2
    if word in SCALES:
        value, following = SCALES[word], index + 2
        if [lower_at(pieces, following + step) for step in range(3)] == ["and", "a", "half"]:
            return value * 1.5, following + 3
        return _read_scale(pieces, following, value)
    if word in DURATIONS:
        return 1.0, index + 1
    return None
