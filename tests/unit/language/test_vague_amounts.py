"""Amounts without a number."""

import pytest

from claimdiff.language.vague_amounts import find_vague_amounts


@pytest.mark.parametrize(
    ("text", "words", "least"),
    [
        ("dozens of boats", "dozens", 24.0),
        ("Tens of thousands of people", "Tens of thousands", 20000.0),
        ("hundreds of millions", "hundreds of millions", 2e8),
        ("several sailors", "several", 3.0),
    ],
)
def test_vague_words_have_a_least_value(text: str, words: str, least: float) -> None:
    """Each word tells how many there are at the least."""
    (found,) = find_vague_amounts(text)
    assert (text[found.start : found.end], found.value, found.comparison) == (words, least, "at least")


def test_numbers_are_not_vague() -> None:
    """Counted amounts belong to the number grammar."""
    assert find_vague_amounts("two dozen boats and 300 people scored") == []
