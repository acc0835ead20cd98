"""Amounts without a number ("dozens of boats"), with what they say at the least."""

import re

from claimdiff.language.numerals import Numeral

_LEAST = {
    "dozens": 24.0,
    "scores": 40.0,
    "hundreds": 200.0,
    "thousands": 2e3,
    "millions": 2e6,
    "billions": 2e9,
    "several": 3.0,
}
_SCALED = {"thousands": 1e3, "millions": 1e6, "billions": 1e9}
_VAGUE = re.compile(
    r"(?<![\w-])(?:(?P<many>tens|dozens|scores|hundreds|thousands) of (?P<scale>thousands|millions|billions)"
    r"|(?P<word>dozens|scores|hundreds|thousands|millions|billions|several))(?P<of> of)?(?![\w-])",
    re.IGNORECASE,
)


def find_vague_amounts(text: str, start: int = 0, end: int | None = None) -> list[Numeral]:
    """Return the amounts without a number in `text[start:end]`, left to right and apart.

    `value` is the least that the word can mean (dozens: 24), `comparison` therefore "at least"; the
    unit is not read. `find_quantities` never returns them.
    """
    found = []
    for match in _VAGUE.finditer(text, start, len(text) if end is None else end):
        if match["many"]:
            value = {"tens": 20.0}.get(match["many"].lower(), 0.0) or _LEAST[match["many"].lower()]
            value *= _SCALED[match["scale"].lower()]
        else:
            value = _LEAST[match["word"].lower()]
        finish = match.start("of") if match["of"] else match.end()
        found.append(Numeral(match.start(), finish, value, None, None, "at least", "count"))
    return found
