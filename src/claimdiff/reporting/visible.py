"""Text from a file, made safe to show: it can steer no terminal, hide from no eye and act as no markup."""

import re

# Everything that moves a cursor, turns the reading direction, has no width, or is no character at all.
_HIDDEN = re.compile(
    "[\x00-\x1f\x7f-\x9f\xad\u0600-\u0605\u061c\u06dd\u070f\u0890\u0891\u08e2\u115f\u1160\u17b4\u17b5\u180b-\u180f"
    "\u200b-\u200f\u2028-\u202f\u205f-\u206f\u3164\ud800-\udfff\ue000-\uf8ff\ufeff\uffa0\ufff0-\ufffc\uffff"
    "\U000110bd\U000110cd\U00013430-\U0001343f\U0001bca0-\U0001bca3\U0001d173-\U0001d17a\U000e0000-\U000e0fff\U000f0000-\U0010ffff]"
)
_BLANKS = re.compile(r"[ \t\r\n\u00a0\u2028\u2029\u202f\u205f]+")
_STACKED = re.compile(
    "([\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]{8})"
    "[\u0300-\u036f\u0483-\u0489\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\ufe20-\ufe2f]+"
)


_MARKDOWN = str.maketrans(
    {char: "\\" + char for char in "\\`*_[]()#|!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)


def show_controls(text: str, keep: str = "") -> str:
    """Return `text` with every control and invisible character spelled out, and every other as it stands.

    Characters in `keep` stay; tabs and line ends become one space each unless kept.
    """
    if text.isascii() and text.isprintable():
        return text
    return _HIDDEN.sub(lambda match: match.group() if match.group() in keep else _spell_or_blank(match), text)


def escape_markdown(text: str) -> str:
    """Return `text` as one line of Markdown that shows just these characters, also inside a table cell."""
    return show_controls(text).translate(_MARKDOWN)


def show_text(text: str) -> str:
    """Return `text` on one line, with blanks joined and every control or invisible character spelled out.

    Control characters become their pictures (␛), other hidden ones their code (\\u202e).
    """
    return show_piece(text).strip()


def show_piece(text: str) -> str:
    """Do the same for a piece of a line, whose outer blanks matter."""
    joined = _BLANKS.sub(" ", text)
    if joined.isascii() and joined.isprintable():
        return joined
    return _STACKED.sub(r"\1…", _HIDDEN.sub(_spell, joined))


def _spell_or_blank(match: re.Match[str]) -> str:
    return " " if match.group() in "\t\n\r\x0b\x0c\x85\u2028\u2029\u202f\u205f" else _spell(match)


def _spell(match: re.Match[str]) -> str:
    point = ord(match.group())
    if point < 0x20:
        return chr(0x2400 + point)
    if point == 0x7F:
        return "␡"
    if point <= 0xFF:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point <= 0xFFFF else f"\\U{point:08x}"


def shorten_text(text: str, limit: int) -> str:
    """Return `text` cut at a word to at most `limit` characters, with an ellipsis where it was cut."""
    if len(text) <= limit:
        return text
    cut = text[: limit - 1]
    blank = cut.rfind(" ")
    if blank > limit * 2 // 3:
        cut = cut[:blank]
    return cut.rstrip(" ,;:–—-") + "…"
