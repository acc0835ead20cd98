"""Dates and quantities are looked for only where one can begin, and none is lost by that."""

from hypothesis import given
from hypothesis import strategies as st

from claimdiff.extraction import figures
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.language.calendar import find_dates
from claimdiff.language.numerals import find_quantities

_BITS = st.sampled_from(
    """Monday Mondays mid-July Tuesday-Friday May 5 28th 1998 12.2018 in the past three years last week ten
    a dozen hundred half-a-million two-thirds 1,000.5 5-6 9 a.m. £3 4m Covid‑19 North–South 3 rock&ten one's
    twenty-five a few days ago an hour single third of during this century weekend earlier
    the next two days New Year's Day Halloween yesterday , . ( ) “ ’ -""".split()
)
_TEXTS = st.lists(st.tuples(_BITS, st.sampled_from(["", " ", " ", " "])), max_size=25).map(
    lambda pairs: "".join(bit + gap for bit, gap in pairs)
)


@given(_TEXTS)
def test_looking_at_places_finds_the_same_figures(text: str) -> None:
    """The dates and quantities found at the places of a block are those that a search finds."""
    words = BlockWords(text, 0, len(text))
    dates = figures._list_places(words, figures._DATE_OPENING)
    assert find_dates(text, None, places=dates) == find_dates(text, None)
    quantities = figures._list_places(words, figures._OPENING)
    assert find_quantities(text, places=quantities) == find_quantities(text)
