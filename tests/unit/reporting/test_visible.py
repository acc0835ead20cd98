"""Text from a file can't steer the terminal, hide, or act as markup."""

import unicodedata

import pytest

from claimdiff.reporting.visible import escape_markdown, shorten_text, show_controls, show_piece, show_text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain", "plain"),
        ("\x1b[31mred\x1b[0m", "␛[31mred␛[0m"),
        ("a\x00b\x7fc\x9bd", "a␀b␡c\\x9bd"),
        ("Ann\u202eeoR", "Ann\\u202eeoR"),
        ("1\u200b0", "1\\u200b0"),
        ("  two\t\n lines\u2028x ", "two lines x"),
        ("\ud800", "\\ud800"),
        ("\U000e0041", "\\U000e0041"),
        ("Müller “said” – é", "Müller “said” – é"),
    ],
)
def test_hidden_characters_are_spelled_out(text: str, shown: str) -> None:
    """Controls become pictures, invisible characters their code, and ordinary text stays."""
    assert show_text(text) == shown


def test_no_character_that_hides_is_left() -> None:
    """No control, format, surrogate, private or line-separating character passes, whichever it is."""
    hidden = [chr(point) for point in range(0x110000) if unicodedata.category(chr(point)) in HIDDEN]
    shown = show_text("x".join(hidden))
    assert not [char for char in shown if unicodedata.category(char) in HIDDEN]
    shown = show_controls("x".join(hidden))
    assert not [char for char in shown if unicodedata.category(char) in HIDDEN]


HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}


def test_stacked_marks_are_cut() -> None:
    """A letter buried under marks keeps a few and says that more were there."""
    assert show_text("a" + "\u0301" * 5000 + "b") == "a" + "\u0301" * 8 + "…b"


def test_a_piece_keeps_its_outer_blanks() -> None:
    """A piece of a line keeps one blank at each end, a whole line none."""
    assert show_piece(" a\n") == " a "


def test_kept_characters_stay() -> None:
    """Line ends stay where they are asked for."""
    assert show_controls("a\nb\x07", keep="\n") == "a\nb␇"


def test_shortening_cuts_at_a_word() -> None:
    """A cut text ends with an ellipsis after a whole word and is never longer than asked."""
    assert shorten_text("the quay was closed at noon", 20) == "the quay was closed…"
    assert shorten_text("short", 20) == "short"
    assert len(shorten_text("x" * 100, 20)) == 20


def test_markdown_shows_the_characters() -> None:
    """Markup of Markdown and HTML is escaped, inside a table cell too."""
    assert escape_markdown("[a](b) | <b>*x*") == "\\[a\\]\\(b\\) \\| &lt;b&gt;\\*x\\*"
