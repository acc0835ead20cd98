"""HTML elements as values: every text in them is escaped, so that nothing from a file is ever markup."""

import html
import re
from collections.abc import Iterable

from claimdiff.reporting.visible import show_controls

_VOID = frozenset(["br", "meta", "link", "input", "hr"])
_NAME = re.compile(r"[a-z][a-z0-9-]*\Z")


class Markup(str):
    """HTML that this module made; any other string is text and gets escaped."""

    __slots__ = ()


Child = str | Markup | None


def text(value: str, keep: str = "") -> Markup:
    """Return text as HTML that shows just these characters, hidden ones spelled out."""
    return Markup(html.escape(show_controls(value, keep)))


def tag(name: str, /, *children: Child | Iterable[Child], **attributes: str | bool | None) -> Markup:
    """Return an element. Attribute names have "_" for "-" and a final "_" after a Python word.

    An attribute that is None or False is left out, one that is True stands without a value.

    Raises:
        ValueError: the element's or an attribute's name is not a plain HTML name.
    """
    if not _NAME.match(name.lower()):
        raise ValueError(f"no element name: {name!r}")
    opened = [f"<{name}"]
    for key, value in attributes.items():
        word = key.rstrip("_").replace("_", "-")
        if not _NAME.match(word.lower()):
            raise ValueError(f"no attribute name: {key!r}")
        if value is True:
            opened.append(f" {word}")
        elif value is not None and value is not False:
            opened.append(f' {word}="{html.escape(show_controls(value))}"')
    opened.append(">")
    if name in _VOID:
        return Markup("".join(opened))
    return Markup("".join(opened) + join(children) + f"</{name}>")


def join(children: Iterable[Child | Iterable[Child]]) -> Markup:
    """Return children one after the other; plain strings are escaped, nested lists flattened."""
    parts: list[str] = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, Markup):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(text(child))
        else:
            parts.append(join(child))
    return Markup("".join(parts))
