"""Shapes that several parts of the terminal report are built from."""

from collections.abc import Iterator
from typing import Any

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from claimdiff.reporting.phrasing import say_hidden
from claimdiff.reporting.view import Rows


def draw_title(name: str, text: str = "", style: str = "bold") -> Iterator[RenderableType]:
    yield ""
    line = Text(overflow="fold")
    line.append(name.upper(), style)
    if text:
        line.append(f"  {text}", "dim")
    yield line


def draw_hidden(rows: Rows[Any], what: str) -> Iterator[RenderableType]:
    if rows.hidden:
        yield Text(f"    … {say_hidden(rows, what)}", "dim")


def hang_text(text: Text, indent: int) -> RenderableType:
    """Lay a text out with every line but the first indented."""
    grid = Table.grid()
    grid.add_column(width=indent, no_wrap=True)
    grid.add_column(overflow="fold")
    first, rest = text.divide([indent])
    grid.add_row(first, rest)
    return grid


def draw_bullet(text: Text, indent: int, mark: str) -> RenderableType:
    grid = Table.grid()
    grid.add_column(width=indent + 2, no_wrap=True)
    grid.add_column(overflow="fold")
    grid.add_row(Text(" " * indent + mark, "dim"), text)
    return grid
