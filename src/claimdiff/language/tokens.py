"""Words, numbers and marks of a text with their true offsets, and folded copies for comparison."""

import re
import unicodedata
from functools import lru_cache
from itertools import accumulate

from msgspec import Struct

from claimdiff.language.cues import STOPWORDS
from claimdiff.language.stems import stem

_ACCENTED = r"[\w\u0300-\u036f]"
_JOINED = rf"['’ʼ`\-‐‑&](?=\w){_ACCENTED}+"
# One group, so that `split` returns the words and what parts them in turn. What begins with a letter is most
# of it, and comes first; an empty alternative costs the engine less than a group that may be missing.
_TOKEN = re.compile(
    rf"([^\W\d_](?:\.(?:[^\W\d_]\.)+"  # U.S., p.m.
    rf"|{_ACCENTED}*(?:{_JOINED}(?:{_JOINED})*|))"  # words, don't, al-Amin, AT&T
    r"|\d+(?:[.,:]\d+)*(?:(?:[sSſ][tT]|[nNrR][dD]|[tT][hH]|[sSſ])\b)?(?:[-‐‑][^\W\d_]+)*"  # 1,000.5  28th
    rf"|[^\W_]{_ACCENTED}*(?:{_JOINED})*"  # ½
    r"|\.{2,}|-{2,}|\S)"
)
_QUOTES = str.maketrans(
    {
        "’": "'",
        "‘": "'",
        "ʼ": "'",
        "`": "'",
        "´": "'",
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‐": "-",
        "‑": "-",
        "–": "-",
        "—": "-",
        "−": "-",
        "\u00a0": " ",
        "\u202f": " ",
    }
)
_PARTS = re.compile(r"[-&]")
_INITIALS = re.compile(r"(?:[^\W\d_]\.){2,}$")


class Token(Struct, frozen=True, gc=False):
    """A word, number or mark; `text` is what stands at `start`:`end`, `lower` its lower case."""

    start: int
    end: int
    text: str
    lower: str


def tokenize(text: str, start: int = 0, end: int | None = None) -> list[Token]:
    """Return the tokens of `text[start:end]`, left to right, with offsets into the whole text.

    Words keep their inner apostrophes and hyphens ("don't", "three-day"), dotted initials their full
    stops ("U.S."); a number keeps commas and point; every other visible character is a token.
    """
    starts, ends, words = cut_words(text, start, len(text) if end is None else end)
    return list(map(Token, starts, ends, words, map(str.lower, words)))


def cut_words(text: str, start: int, end: int) -> tuple[list[int], list[int], list[str]]:
    """Return the starts, ends and texts of the tokens of `text[start:end]`, as three parallel lists."""
    parts = _TOKEN.split(text[start:end])
    edges = list(accumulate(map(len, parts), initial=start))
    return edges[1:-1:2], edges[2::2], parts[1::2]


@lru_cache(maxsize=65536)
def fold(text: str) -> str:
    """Return a copy for comparison: case folded, quotes and dashes straight, no accents."""
    if text.isascii():
        return text.lower()
    plain = unicodedata.normalize("NFKD", text.translate(_QUOTES)).casefold()
    # Once more: "ŉ" comes apart into a letter and a mark that no keyboard has.
    return "".join(mark for mark in plain if not unicodedata.combining(mark)).translate(_QUOTES)


def strip_possessive(word: str) -> str:
    """Return the word without a final 's or bare apostrophe ("Moro's", "Moros'")."""
    if len(word) > 2 and word[-1] in "sS" and word[-2] in "'’ʼ`":
        return word[:-2]
    if len(word) > 1 and word[-1] in "'’ʼ":
        return word[:-1]
    return word


@lru_cache(maxsize=65536)
def content_stems(word: str) -> tuple[str, ...]:
    """Return the stems that one token stands for, () for marks and stop words.

    Hyphenated words give one stem a part; thousands commas go; "US" and "U.S." are "u.s.", so that
    the country is no pronoun.
    """
    if word in ("US", "U.S.", "USA", "U.S.A."):
        return ("u.s.",)
    lower = fold(strip_possessive(word))
    if not any(mark.isalnum() for mark in lower):
        return ()
    if _INITIALS.match(lower):
        return (lower.replace(".", ""),)
    if lower[0].isdigit() and lower.replace(",", "").replace(".", "").isdigit():
        return (lower.replace(",", ""),)
    if lower in STOPWORDS or ("'" in lower and lower.split("'")[0] in STOPWORDS):
        return ()
    return tuple(stem(part) for part in _PARTS.split(lower) if part and part not in STOPWORDS)


def content_words(text: str) -> list[str]:
    """Return the stems of the words that carry meaning, in order, stop words and marks left out."""
    _, _, words = cut_words(text, 0, len(text))
    return [part for word in words for part in content_stems(word)]
