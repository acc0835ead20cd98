"""Commands that say something about claimdiff itself: `schema`, `config`, `doctor`."""

from typing import Annotated, Literal

import typer

from claimdiff.cli import options

SchemaName = Literal["compare", "check", "claims", "revisions", "timeline"]
_PACKAGES = ("typer", "rich", "rapidfuzz", "dateparser", "msgspec", "snowballstemmer")
_EXTRAS = {
    "html": ("trafilatura",),
    "pdf": ("pypdfium2",),
    "docx": ("python-docx",),
    "scale": ("distributed",),
    "lsp": ("pygls",),
    "mcp": ("mcp",),
}


def schema(
    command: Annotated[
        SchemaName, typer.Argument(metavar="[COMMAND]", help="The command whose JSON is described.")
    ] = "compare",
) -> None:
    """Print the JSON Schema of the report.

    Everything that the command prints with --format json fits it.

    \b
    Example:
      claimdiff schema > claimdiff-report.schema.json
      claimdiff schema check > claimdiff-check.schema.json
    """
    from claimdiff.cli.outputs import write_result
    from claimdiff.reporting.json_format import render_schema

    write_result(render_schema(command))


def config(
    settings: options.SettingsFile = None,
    format: Annotated[options.FormatName | None, typer.Option("--format", "-f")] = None,
) -> None:
    """Print the settings in force, and their origin.

    \b
    Settings are read from the nearest folder, upward from this one, that has a claimdiff.toml or a
    pyproject.toml with a [tool.claimdiff] table; flags come before them.

    \b
    Example:
      claimdiff config

    \b
    A claimdiff.toml:
      contradiction_threshold = 0.6
      fail_on = ["contradiction"]
      [labels]
      "wire.txt" = "Agency"
    """
    import msgspec

    from claimdiff.cli.outputs import write_result
    from claimdiff.reporting.visible import show_text

    loaded = options.load_flags(settings)
    values = {**msgspec.to_builtins(loaded.settings), **msgspec.to_builtins(loaded.preferences)}
    if format == "json":
        rows = {name: {"value": value, "from": loaded.origins[name]} for name, value in values.items()}
        write_result(msgspec.json.format(msgspec.json.encode(rows), indent=2).decode() + "\n")
        return
    width = max(map(len, values))
    shown = {name: msgspec.json.encode(value).decode() for name, value in values.items()}
    column = max(map(len, shown.values()))
    lines = [
        f"{name:<{width}}  {show_text(shown[name]):<{column}}  {show_text(loaded.origins[name])}\n"
        for name in values
    ]
    write_result("".join(lines))


def doctor() -> None:
    """Print what is installed, and which extras are there.

    \b
    Example:
      claimdiff doctor
    """
    import platform
    import sys
    from importlib.metadata import PackageNotFoundError, version

    from claimdiff.cli.outputs import write_result
    from claimdiff.version import VERSION

    def find(name: str) -> str | None:
        try:
            return version(name)
        except PackageNotFoundError:
            return None

    lines = [f"claimdiff {VERSION}", f"Python {platform.python_version()} ({sys.executable})", ""]
    missing = False
    for name in _PACKAGES:
        found = find(name)
        missing = missing or found is None
        lines.append(f"{name:<16} {found or 'missing: pip install ' + name}")
    lines.append("")
    for extra, names in _EXTRAS.items():
        absent = [name for name in names if find(name) is None]
        here = ", ".join(f"{name} {find(name)}" for name in names)
        state = f"not installed: pip install 'claimdiff[{extra}]'" if absent else here
        lines.append(f"[{extra}]{'':<{14 - len(extra)}} {state}")
    write_result("\n".join(lines) + "\n")
    raise typer.Exit(2 if missing else 0)
