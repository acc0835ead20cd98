"""Changes in a quotation that leave its sense alone."""

import pytest

from claimdiff.findings.trifles import is_spelling, is_trifle
from claimdiff.model import WordChange


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("I've", "I have"),
        ("don’t", "do not"),
        ("asking", "askin"),
        ("harbour", "harbor"),
        ("okay", "OK"),
        ("Port Ellery Seafarers Union", "PESU"),
        ("&", "and"),
    ],
)
def test_another_spelling_is_a_spelling_from_either_side(before, after):
    """Short forms, dropped letters, British and American spelling, a name and its initials."""
    assert is_spelling(WordChange(before, after))
    assert is_spelling(WordChange(after, before))
    assert is_trifle(WordChange(before, after))


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("arguably", ""),
        ("may have", "have"),
        ("six", "seven"),
        ("do", "do not"),
        ("the captain", "the pilot"),
    ],
)
def test_a_change_of_sense_is_no_trifle(before, after):
    """A hedge, a figure, a negation or another person weighs."""
    assert not is_spelling(WordChange(before, after))
    assert not is_trifle(WordChange(before, after))


def test_a_little_word_is_a_trifle_and_no_spelling():
    """ "That" for "which" bends nothing, and still is another word."""
    assert is_trifle(WordChange("that", "which"))
    assert not is_spelling(WordChange("that", "which"))
