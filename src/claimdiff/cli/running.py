"""Runs a comparison for a command: progress, notes, rejections, and the exit code."""

import os
from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimdiff.cli.engine import load_engine, spare_collector
from claimdiff.cli.exit_codes import ExitCode, decide_exit, name_failures
from claimdiff.cli.messages import Progress, say, say_notes

if TYPE_CHECKING:
    from claimdiff.cli.options import PartName
    from claimdiff.cli.outputs import Plan
    from claimdiff.model import Comparison, Document, ReadResult, Rejection
    from claimdiff.reporting.formats import Presentation
    from claimdiff.settings import LoadedSettings, Preferences, Settings


def read_sources(
    paths: Sequence[str], settings: "Settings", labels: Sequence[str] = (), *, quiet: bool
) -> "ReadResult":
    """Read the inputs, with one line on standard error for each that can't be used.

    `labels` are the texts of --label (PATH=NAME): one that names no source is told as well.

    Raises:
        InputError: nothing could be read.
    """
    from claimdiff.api import read
    from claimdiff.errors import InputError

    load_engine()
    with Progress("reading", quiet=quiet):
        result = read(paths, settings)
    if not result.documents and len(result.rejections) == 1:
        raise InputError(tell_rejection(result.rejections[0]))
    for row in result.rejections:
        say(tell_rejection(row))
    if not result.documents:
        raise InputError("none of the inputs could be read; name files that hold articles")
    say_notes(_find_stray_labels(labels, result.documents), quiet=quiet)
    return result


def tell_rejection(row: "Rejection") -> str:
    """Return what is said of an input that could not be used."""
    return f"{row.path or repr(row.path)}: {row.reason}"


def _find_stray_labels(labels: Sequence[str], documents: "Sequence[Document]") -> list[str]:
    read = {name for one in documents for name in (one.path, os.path.basename(one.path))}
    paths = [text.rpartition("=")[0] for text in labels]
    return [f"--label {path}: no source has this path" for path in paths if path not in read]


def compare_paths(
    paths: Sequence[str],
    loaded: "LoadedSettings",
    labels: Sequence[str] = (),
    *,
    quiet: bool,
    waterfalls: bool = False,
) -> "tuple[Comparison, ExitCode]":
    """Read and compare; say on standard error what was rejected and what failed the run.

    `waterfalls` is for who explains a pair: see `claimdiff.compare`.

    Raises:
        InputError: nothing could be read.
    """
    from claimdiff.api import compare
    from claimdiff.cli.outputs import stdout_is_terminal

    with spare_collector():
        sources = read_sources(paths, loaded.settings, labels, quiet=quiet)
        count = len(sources.documents)
        with Progress(f"comparing {count} sources", quiet=quiet):
            comparison = compare(sources, loaded.settings, waterfalls=waterfalls)
    # A person at a terminal reads the notes in the report itself.
    say_notes(comparison.notes, quiet=quiet or stdout_is_terminal())
    if not quiet:
        failures = name_failures(comparison, loaded.preferences.fail_on)
        if failures:
            say(f"found what --fail-on names: {', '.join(failures)}")
    return comparison, decide_exit(comparison, loaded.preferences.fail_on)


def present(
    preferences: "Preferences", only: "Sequence[PartName]", width: int | None, with_text: bool
) -> "Presentation":
    """Return how results are to look on this standard output."""
    from claimdiff.cli.outputs import choose_styling, choose_width
    from claimdiff.reporting.formats import Presentation
    from claimdiff.reporting.view import Selection

    selection = Selection(tuple(part.value for part in only), preferences.top, preferences.min_sources)
    return Presentation(selection, choose_width(width), choose_styling(), with_text)


def warn_about_json(plan: "Plan") -> None:
    """Say that a JSON report is whole whatever --only says, where one is written."""
    formats = {plan.printed, *(target.format for target in plan.targets)}
    for name in sorted({"json", "jsonl"} & formats):
        say(f"note: --only does not apply to {name}, which is always the whole report")
