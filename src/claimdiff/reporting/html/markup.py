"""The only way text gets into the page: escaped, with everything hidden in it spelled out."""

import re
from html import escape

from claimdiff.reporting.visible import show_controls, show_piece


class Html(str):
    """A stretch of the page that is markup already; everything else is text and gets escaped."""

    __slots__ = ()


def text(words: object) -> Html:
    """Return words on one line as text of the page."""
    return Html(escape(show_piece(str(words)), quote=True))


def running_text(words: str) -> Html:
    """Return words with their line ends kept, for an article."""
    return Html(escape(show_controls(words, keep="\n"), quote=True))


def tag(name: str, *children: Html, **attributes: object) -> Html:
    """Return an element; an attribute that is None or False is left out, `class_` and `for_` lose their bar.

    Underlines in attribute names become dashes. Quotes and end tags that HTML lets one leave out are left
    out: a page holds tens of thousands of them.
    """
    written = ""
    for key, value in attributes.items():
        if value is None or value is False:
            continue
        attribute = key.rstrip("_").replace("_", "-")
        if value is True:
            written += f" {attribute}"
        elif _BARE.fullmatch(str(value)):
            written += f" {attribute}={value}"
        else:
            written += f' {attribute}="{text(value)}"'
    if name in VOID:
        return Html(f"<{name}{written}>")
    end = "" if name in _OPEN else f"</{name}>"
    return Html(f"<{name}{written}>{''.join(children)}{end}")


def join(children: "list[Html] | tuple[Html, ...]", between: str = "") -> Html:
    """Return stretches one after the other."""
    return Html(escape(between).join(children))


# An attribute's value that needs no quotes, and elements that end where the next begins.
_BARE = re.compile(r"[A-Za-z0-9#._-]+")
_OPEN = frozenset(("li", "td", "th", "tr"))
VOID = frozenset(("br", "hr", "input", "meta", "link"))
