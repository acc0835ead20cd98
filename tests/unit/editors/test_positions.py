"""Offsets and the positions editors count in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from claimdiff.editors.positions import TextPositions

TEXT = "a\U0001f681b\r\n\nç\u2028d\rend"


@pytest.mark.parametrize(("encoding", "found"), [("utf-8", (0, 5)), ("utf-16", (0, 3)), ("utf-32", (0, 2))])
def test_counts_code_units(encoding: str, found: tuple[int, int]) -> None:
    """A character beyond the basic plane takes four bytes, two UTF-16 units, one code point."""
    assert TextPositions(TEXT, encoding).locate(TEXT.index("b")) == found


def test_only_line_ends_of_the_protocol_end_lines() -> None:
    """LF, CR LF and CR end a line, a line separator (U+2028) or a form feed does not."""
    positions = TextPositions(TEXT)
    assert positions.locate(TEXT.index("d")) == (2, 2)
    assert positions.locate(TEXT.index("end")) == (3, 0)
    assert TextPositions("a\x0cb").locate(2) == (0, 2)


def test_positions_beyond_an_end_are_that_end() -> None:
    """A client may name a character past a line's end, or a line past the last."""
    positions = TextPositions(TEXT)
    assert positions.find_offset(0, 99) == 3
    assert positions.find_offset(9, 0) == len(TEXT)


@given(st.text(alphabet="ab\n\r\U0001f681é\u2028"), st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_offset_comes_back(text: str, encoding: str) -> None:
    """What locate gives, find_offset turns back, but for an offset inside a line end."""
    positions = TextPositions(text, encoding)
    for offset in range(len(text) + 1):
        inside = offset < len(text) and text[offset - 1 : offset + 1] == "\r\n"
        if not inside:
            assert positions.find_offset(*positions.locate(offset)) == offset
