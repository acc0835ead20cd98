"""The `claimdiff` command."""

import sys
from typing import Annotated

import typer

app = typer.Typer(no_args_is_help=True, rich_markup_mode=None, add_completion=True)


@app.callback()
def main() -> None:
    """Compare what several sources say, claim by claim, on your own machine."""


@app.command()
def compare(
    paths: Annotated[list[str], typer.Argument(help="Files, folders or globs; - for standard input.")],
    format: Annotated[str, typer.Option("--format", help="table or json")] = "table",
) -> None:
    """Compare articles about one story."""
    from claimdiff.api import compare as compare_sources
    from claimdiff.reporting.json_format import render_json

    sys.stdout.write(render_json(compare_sources(paths)))


def run() -> None:
    """Entry point of the console script."""
    app()
