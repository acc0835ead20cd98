"""The typer application: every command of `claimdiff`, in the order that --help lists them."""

from typing import Annotated

import typer

from claimdiff.cli.archive import app as archive_app
from claimdiff.cli.check import check, rule
from claimdiff.cli.claims import claims, quotes
from claimdiff.cli.compare import compare
from claimdiff.cli.editors import lsp, mcp
from claimdiff.cli.explain import explain
from claimdiff.cli.history import revisions, timeline
from claimdiff.cli.inspection import config, doctor, schema
from claimdiff.cli.score import score
from claimdiff.version import VERSION

app = typer.Typer(
    no_args_is_help=True,
    rich_markup_mode=None,
    add_completion=True,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100},
)


def _print_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimdiff {VERSION}")
        raise typer.Exit()


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", callback=_print_version, is_eager=True, help="Print the version.")
    ] = False,
) -> None:
    """Compare what several sources say, claim by claim, on your own machine.

    \b
    Start with:
      claimdiff compare FOLDER
    """


COMMANDS = (
    (compare, check, quotes, timeline, revisions, claims),
    (explain, score, rule, schema, config, doctor),
    (lsp, mcp),
)
for command in (*COMMANDS[0], *COMMANDS[1], *COMMANDS[2]):
    app.command()(command)


app.add_typer(archive_app)
