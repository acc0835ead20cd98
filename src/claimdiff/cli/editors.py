"""`claimdiff lsp` and `claimdiff mcp`: servers for editors and for agents, on standard input and output."""

from typing import Annotated

import typer

from claimdiff.cli import options


def lsp() -> None:
    """Serve an editor: check drafts while you write.

    Underlines the words at fault, shows the evidence on hover, jumps to the source, offers its words.
    The editor starts it and talks to it on standard input and output; docs/editors.md has recipes.
    A draft's sources are what the editor's initializationOptions name as "sources", else `sources` in
    claimdiff.toml, else the folder "sources" beside the draft.

    \b
    Example:
      claimdiff lsp
    """
    from claimdiff.errors import MissingExtraError

    try:
        from claimdiff.editors.lsp_server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("pygls", "lsprotocol"):
            raise
        raise MissingExtraError(
            "the language server needs an extra; run: pip install 'claimdiff[lsp]'"
        ) from None
    serve()


def mcp(
    folders: Annotated[
        list[str], typer.Argument(metavar="FOLDER...", help="The folders whose files may be read.")
    ],
    settings: options.SettingsFile = None,
) -> None:
    """Serve an agent: read-only tools over FOLDER....

    The tools are compare, check and explain. Nothing outside these folders is read, also not through
    links. The agent's program starts it and talks to it on standard input and output.

    \b
    Example:
      claimdiff mcp ~/stories ~/drafts
    """
    from claimdiff.errors import MissingExtraError

    try:
        from claimdiff.editors.mcp_server import serve
    except ModuleNotFoundError as error:
        if (error.name or "").partition(".")[0] not in ("mcp", "mcp_types"):
            raise
        raise MissingExtraError("the tool server needs an extra; run: pip install 'claimdiff[mcp]'") from None
    serve(folders, options.load_flags(settings).settings)
