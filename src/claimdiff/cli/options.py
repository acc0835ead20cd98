"""Options that several commands share, and how they turn into settings."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

if TYPE_CHECKING:
    from claimdiff.settings import LoadedSettings

FormatName = Literal["table", "json"]
ReportFormatName = Literal["table", "json", "jsonl", "markdown", "csv", "html"]


class PartName(StrEnum):
    """The parts of a report."""

    sources = "sources"
    contradictions = "contradictions"
    agreement = "agreement"
    omissions = "omissions"
    quotations = "quotations"


class FailName(StrEnum):
    """What --fail-on may name."""

    contradiction = "contradiction"
    dispute = "dispute"
    development = "development"
    unsure = "unsure"
    omission = "omission"
    quotation = "quotation"
    any = "any"


Paths = Annotated[
    list[str],
    typer.Argument(
        metavar="PATH...", help="Files, folders or globs; - reads standard input.", show_default=False
    ),
]
Format = Annotated[ReportFormatName | None, typer.Option("--format", "-f", help="How to print the result.")]
Listing = Annotated[FormatName, typer.Option("--format", "-f", help="How to print the result.")]
Outputs = Annotated[
    list[str] | None,
    typer.Option(
        "--output",
        "-o",
        metavar="[FORMAT=]FILE",
        help="Write to FILE instead of standard output; with FORMAT= in addition to it. Repeatable.",
    ),
]
WithText = Annotated[bool, typer.Option("--with-text", help="Put each document's text into the JSON.")]
Only = Annotated[
    list[PartName] | None,
    typer.Option("--only", help="Show this part only. Repeatable; not for JSON."),
]
Top = Annotated[
    int | None, typer.Option("--top", min=0, metavar="N", help="Show at most N rows per part; 0 shows all.")
]
All = Annotated[bool, typer.Option("--all", help="Show every row.")]
MinSources = Annotated[
    int | None,
    typer.Option("--min-sources", min=1, metavar="N", help="Show facts that at least N sources tell."),
]
Width = Annotated[
    int | None,
    typer.Option("--width", min=20, max=1000, metavar="N", help="Columns to draw in (80 in a pipe)."),
]
Labels = Annotated[
    list[str] | None,
    typer.Option("--label", metavar="PATH=NAME", help="Call the source at PATH by NAME. Repeatable."),
]
FailOn = Annotated[
    list[FailName] | None,
    typer.Option("--fail-on", help="Exit with 1 when this is found. Repeatable."),
]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="No notes or progress on standard error.")]
SettingsFile = Annotated[
    Path | None,
    typer.Option("--settings", metavar="FILE", help="Read settings from this file, not from a found one."),
]
OneFact = Annotated[
    float | None,
    typer.Option(metavar="P", help="Probability from which two claims report one fact."),
]
Contradict = Annotated[
    float | None,
    typer.Option(metavar="P", help="Probability from which a contradiction is not “unsure”."),
]
MaxFileSize = Annotated[int | None, typer.Option(metavar="BYTES", help="Largest file that is read.")]
MaxClaims = Annotated[int | None, typer.Option(metavar="N", help="Most claims taken from one document.")]


def load_flags(
    settings_file: Path | None = None, labels: Sequence[str] | None = None, **flags: object
) -> "LoadedSettings":
    """Return the settings in force here under these flags (None: not given).

    Raises:
        SettingsError: a settings file or a flag is wrong.
    """
    from claimdiff.settings import load_settings

    flags["labels"] = _read_labels(labels) if labels else None
    return load_settings(Path.cwd(), flags, settings_file)


def _read_labels(texts: Sequence[str]) -> dict[str, str]:
    from claimdiff.errors import SettingsError

    labels: dict[str, str] = {}
    for text in texts:
        path, equals, name = text.rpartition("=")
        if not equals or not path or not name.strip():
            raise SettingsError(f"--label {text}: give PATH=NAME")
        labels[path] = name.strip()
    return labels
