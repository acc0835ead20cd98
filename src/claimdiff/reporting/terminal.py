"""A View as text for a terminal or a pipe."""

import io
from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Literal

from claimdiff.reporting.view import View

if TYPE_CHECKING:
    from rich.console import Console, RenderableType

Styling = Literal["none", "attributes", "colour"]

MIN_WIDTH = 40
MAX_WIDTH = 170


def render_table(view: View, *, width: int = 80, styling: Styling = "none") -> str:
    """Draw a View `width` columns wide (held between 40 and 170).

    `styling` "attributes" allows bold and underline, "colour" the terminal's colours as well; with
    "none" the words that differ stand between ‹ and ›.
    """
    from claimdiff.reporting.terminal_parts import draw_overview

    console = open_console(width, styling)
    plain = styling == "none"
    for renderable in draw_overview(view, console.width):
        console.print(renderable)
    for draw in _parts():
        for renderable in draw(view, console.width, plain):
            console.print(renderable)
    return close_console(console)


def open_console(width: int, styling: Styling) -> "Console":
    """Return a rich console that writes into memory and never reads the environment's size or colours."""
    from rich.console import Console

    return Console(
        file=io.StringIO(),
        width=max(MIN_WIDTH, min(width, MAX_WIDTH)),
        force_terminal=styling != "none",
        color_system="standard" if styling != "none" else None,
        no_color=styling != "colour",
        legacy_windows=False,
        markup=False,
        emoji=False,
        highlight=False,
        soft_wrap=False,
        _environ={},
    )


def close_console(console: "Console") -> str:
    """Return what was printed, without blanks at line ends."""
    file = console.file
    text = file.getvalue() if isinstance(file, io.StringIO) else ""
    return "\n".join(line.rstrip() for line in text.split("\n"))


def _parts() -> "Iterator[Callable[[View, int, bool], Iterator[RenderableType]]]":
    from claimdiff.reporting import terminal_disagreements as disagreements
    from claimdiff.reporting import terminal_parts as parts

    yield disagreements.draw_contradictions
    yield parts.draw_agreement
    yield parts.draw_omissions
    yield disagreements.draw_quotations
    yield parts.draw_rejections
