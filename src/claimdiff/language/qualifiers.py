"""Words around a number that say how it compares: "at least", "nearly", "or more"."""

import re

from claimdiff.language.tables import word_set
from claimdiff.model.claim import Comparator

_LEFT: tuple[tuple[Comparator, str], ...] = (
    (
        "at least",
        r"at(?: the very)? least|a minimum(?: of)?|minimum(?: of)?|no fewer than|no less than|not less than"
        r"|not fewer than|at a minimum|as few as|as little as",
    ),
    (
        "more than",
        r"(?<!no )(?<!not )(?:more|greater|larger|higher|better|longer|further|later|older"
        r"|bigger)[ -]than(?: a single)?"
        r"|just over|well over|a little over|slightly over|over|above|upwards? of|in excess of"
        r"|exceed(?:ed|ing|s)?"
        r"|beyond|surpass(?:ed|ing|es)?|topp(?:ed|ing)|north of",
    ),
    (
        "at most",
        r"up to|as many as|as much as|as high as|at(?: the very)? most|no more than|not more than"
        r"|no longer than"
        r"|a maximum(?: of)?|maximum(?: of)?|no greater than|not exceeding|capped at",
    ),
    (
        "fewer than",
        r"(?<!no )(?<!not )(?:fewer|less|lower|smaller|shorter|younger)[ -]than|just under"
        r"|well under|under|below|short of",
    ),
    (
        "about",
        r"about|around|some|roughly|approximately|approx\.?|nearly|almost|close to|an? estimated"
        r"|estimated|circa"
        r"|more or less|as near as|in the region of|on the order of|an average of|nearing"
        r"|approaching|virtually|practically",
    ),
)
_FILL = (
    r"(?:(?:only|just|a|an|the|another|additional|other|total of|total|further|combined|whopping|record) )*"
)
_BEFORE = tuple(
    (name, re.compile(rf"(?<!\w)(?:{words})\s+{_FILL}[\"“'‘(]?[$£€¥₹]?$", re.IGNORECASE))
    for name, words in _LEFT
)
_LEFT_WINDOW = 48
_LAST_WINDOW = 20
_LAST_WORD = re.compile(r"([A-Za-z.]++)[\s\"“'‘($£€¥₹]*+$")
# What a qualifier, or the filling behind it, may end with: a cheap look before the patterns.
_LAST_WORDS = word_set(
    """least of than minimum few little single over above upwards excess exceed exceeded exceeding
    exceeds beyond surpass surpassed surpasses topped topping to many much high most maximum
    at under below about around some roughly approximately approx nearly almost estimated
    circa less as near average nearing approaching virtually practically only just a an the another
    additional other total further combined whopping record"""
)
_AFTER: tuple[tuple[Comparator, re.Pattern[str]], ...] = (
    (
        "at least",
        re.compile(r"\+|\s+(?:or more|and more|or over|and over|or higher|and up|plus)\b", re.IGNORECASE),
    ),
    ("at most", re.compile(r"\s+(?:or less|or fewer|or under|and under|at most)\b", re.IGNORECASE)),
    ("about", re.compile(r"\s+(?:or so|or thereabouts|-?ish)\b", re.IGNORECASE)),
)
# How any of them begins.
_BEHIND = re.compile(r"\+|\s+(?:or|and|plus|at|-?ish)\b", re.IGNORECASE)


def qualify(text: str, start: int, end: int, floor: int = 0) -> tuple[Comparator, int, int]:
    """Return how the number at `start`:`end` compares, and the span with the qualifier's words.

    `floor` is where the text may be read from. "exactly" where nothing qualifies it.
    """
    last = _LAST_WORD.search(text, max(floor, start - _LAST_WINDOW), start)
    if last and last.group(1).lower().rstrip(".") in _LAST_WORDS:
        base = max(floor, start - _LEFT_WINDOW)
        window = text[base:start]
        for name, pattern in _BEFORE:
            match = pattern.search(window)
            if match:
                return name, base + match.start(), end
    for name, pattern in _AFTER if _BEHIND.match(text, end) else ():
        after = pattern.match(text, end)
        if after:
            return name, start, after.end()
    return "exactly", start, end
