"""Text from a file, made safe to show: controls, escapes and bidi marks become visible."""

import unicodedata

# Format characters that reorder or hide text; the joiners stay, since scripts and emoji need them.
_HARMLESS_FORMAT = {"\u00ad", "\u200c", "\u200d"}
_MARKDOWN = str.maketrans(
    {char: "\\" + char for char in "\\`*_[]()#|!"} | {"<": "&lt;", ">": "&gt;", "&": "&amp;"}
)


def show_controls(text: str, keep: str = "") -> str:
    """Return `text` with every control and direction character spelt out (ESC as ␛, others as ‹U+202E›).

    Characters in `keep` stay; tabs and line ends become spaces unless kept.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(char if char in keep else _show(char) for char in text)


def _show(char: str) -> str:
    category = unicodedata.category(char)
    if category == "Cc":
        if char in "\t\n\r\x0b\x0c\x85":
            return " "
        return chr(0x2400 + ord(char)) if ord(char) < 32 else f"‹U+{ord(char):04X}›"
    if category in ("Zl", "Zp"):
        return " "
    if (category == "Cf" and char not in _HARMLESS_FORMAT) or category == "Cs":
        return f"‹U+{ord(char):04X}›"
    return char


def escape_markdown(text: str) -> str:
    """Return `text` as one line of Markdown that shows just these characters, also inside a table cell."""
    return show_controls(text).translate(_MARKDOWN)
