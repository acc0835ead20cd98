"""`claimdiff archive`: thousands of articles, grouped into stories and compared."""

import time
from collections.abc import Iterable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import options
from claimdiff.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from claimdiff.archive.engines import Engine
    from claimdiff.archive.store import ArchiveStore
    from claimdiff.model import Rejection

app = typer.Typer(
    name="archive",
    no_args_is_help=True,
    rich_markup_mode=None,
    help="Thousands of articles: store, group, compare, search.",
)


class EngineName(StrEnum):
    """What runs the comparisons."""

    local = "local"
    dask = "dask"


class ListFormat(StrEnum):
    """How lists are printed."""

    table = "table"
    jsonl = "jsonl"


Store = Annotated[Path, typer.Argument(metavar="STORE", help="The archive file.", show_default=False)]
Format = Annotated[ListFormat, typer.Option("--format", "-f", help="How to print the result.")]


@app.command()
def add(
    store: Store,
    paths: options.Paths,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Add articles: files, folders, globs, JSON lines. Articles known already change nothing.

    \b
    An interrupted run is simply run again: what was counted is stored.

    \b
    Example:
      claimdiff archive add news.db articles/ wire.jsonl
    """
    from claimdiff.archive.run import add_articles
    from claimdiff.archive.store import ArchiveStore
    from claimdiff.cli.messages import say
    from claimdiff.reading import stream_paths

    loaded = options.load_flags(settings)
    known = store.exists()
    with ArchiveStore(store, create=True) as opened:
        meter = Meter("articles", quiet=quiet)
        added = add_articles(opened, stream_paths(paths, loaded.settings), meter)
        meter.close()
        _say_rejections(added.first_rejections, added.rejected)
        say(
            f"{added.read} articles read, {added.new} new, {added.rejected} rejected; "
            f"{opened.count_documents()} in {store}"
        )
        is_empty = not opened.count_documents()
    if is_empty:
        if not known:
            store.unlink()
        raise typer.Exit(ExitCode.WRONG)
    raise typer.Exit(ExitCode.REJECTED if added.rejected else ExitCode.DONE)


@app.command()
def compare(
    store: Store,
    engine: Annotated[
        EngineName, typer.Option(help="local: processes here; dask: a cluster.")
    ] = EngineName.local,
    workers: Annotated[
        int | None, typer.Option(min=1, metavar="N", help="Processes to use (all cores by default).")
    ] = None,
    scheduler: Annotated[
        str | None, typer.Option(metavar="ADDRESS", help="A dask scheduler, such as tcp://host:8786.")
    ] = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Group the articles into stories, compare those that changed.

    \b
    Examples:
      claimdiff archive compare news.db
      claimdiff archive compare news.db --workers 8
      claimdiff archive compare news.db --engine dask --scheduler tcp://10.0.0.5:8786
    """
    from claimdiff.archive.run import compare_archive
    from claimdiff.archive.store import ArchiveStore
    from claimdiff.cli.messages import say

    loaded = options.load_flags(settings)
    with ArchiveStore(store) as opened:
        meter = Meter("stories", quiet=quiet)
        done = compare_archive(opened, _make_engine(engine, workers, scheduler), loaded.settings, meter)
        meter.close()
        _say_rejections(done.first_rejections, done.rejected)
        say(f"{done.stories} stories, {done.compared} compared now, {done.rejected} rejected")
        if done.capped and not quiet:
            say(f"note: {done.capped} common terms were followed only to the articles nearest in time")
    raise typer.Exit(ExitCode.REJECTED if done.rejected else ExitCode.DONE)


@app.command()
def stories(store: Store, format: Format = ListFormat.table) -> None:
    """List the stories, those with most contradictions first.

    \b
    With --format jsonl one object a line: story_id, document_ids, urls.

    \b
    Examples:
      claimdiff archive stories news.db
      claimdiff archive stories news.db --format jsonl | jq -r '.urls[]'
    """
    from claimdiff.archive.store import ArchiveStore

    with ArchiveStore(store) as opened:
        if format is ListFormat.jsonl:
            _print_lines(
                {"story_id": story_id, "document_ids": [i for i, _ in rows], "urls": [u for _, u in rows]}
                for story_id, rows in opened.iterate_story_documents()
            )
        else:
            _print_stories(opened)


@app.command()
def show(
    store: Store,
    story: Annotated[
        str, typer.Argument(metavar="STORY", help="A story's id, or its beginning.", show_default=False)
    ],
    format: options.Format = None,
    output: options.Outputs = None,
    settings: options.SettingsFile = None,
) -> None:
    """Print the comparison of one story: the stored report as JSON, or another format of it.

    \b
    Examples:
      claimdiff archive show news.db s-3f2a | jq .contradictions
      claimdiff archive show news.db s-3f2a --format table
      claimdiff archive show news.db s-3f2a -o story.html
    """
    import msgspec

    from claimdiff.archive.store import ArchiveStore
    from claimdiff.archive.work import compare_documents
    from claimdiff.cli.outputs import deliver, parse_targets, write_result
    from claimdiff.cli.running import present
    from claimdiff.errors import InputError
    from claimdiff.reporting.formats import FORMATS, render_comparison

    plan = parse_targets(output or [], FORMATS, format, default="json")
    with ArchiveStore(store) as opened:
        story_id = opened.find_story(story)
        report = opened.read_report(story_id)
        if report is None:
            raise InputError(f"{story}: not compared; run `claimdiff archive compare {store}`")
        if plan.printed == "json" and not plan.targets:
            write_result(msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n")
            return
        loaded = options.load_flags(settings)
        comparison = compare_documents(opened.read_documents(story_id), loaded.settings)
    presentation = present(loaded.preferences, [], None, False)
    deliver(plan, lambda name, look: render_comparison(comparison, name, look), presentation)


@app.command()
def search(
    store: Store,
    words: Annotated[
        str, typer.Argument(metavar="WORDS", help="Words that must all occur.", show_default=False)
    ],
    limit: Annotated[int, typer.Option(min=1, metavar="N", help="Most results.")] = 20,
    format: Format = ListFormat.table,
) -> None:
    """Find claims, then articles, that hold all the words.

    \b
    Example:
      claimdiff archive search news.db "sanctions entities"
    """
    import msgspec

    from claimdiff.archive.store import ArchiveStore
    from claimdiff.cli.messages import say

    with ArchiveStore(store) as opened:
        hits = opened.search(words, limit)
    if format is ListFormat.jsonl:
        _print_lines(msgspec.to_builtins(hit) for hit in hits)
        return
    if not hits:
        say("note: no compared claim and no article holds all of these words")
    for hit in hits:
        said = f"{hit.speaker}: " if hit.speaker else ""
        _print_item(hit.story_id or "-", hit.label, f"{said}{hit.claim}" if hit.claim else hit.path)


@app.command()
def export(store: Store) -> None:
    """Print every compared story as JSON lines: story_id and its report. Rejections come last.

    \b
    Example:
      claimdiff archive export news.db > reports.jsonl
    """
    import json

    import msgspec

    from claimdiff.archive.store import ArchiveStore
    from claimdiff.cli.outputs import write_result

    with ArchiveStore(store) as opened:
        for story_id, report in opened.iterate_reports():
            write_result(f'{{"story_id":{json.dumps(story_id)},"report":{report.decode()}}}\n')
        _print_lines({"rejection": msgspec.to_builtins(row)} for row in opened.list_rejections())


class Meter:
    """Progress on standard error: a count with its rate and an estimate, on a terminal only."""

    def __init__(self, unit: str, *, quiet: bool) -> None:
        import sys

        self._unit = unit
        self._start = time.monotonic()
        self._wanted = not quiet and sys.stderr.isatty()

    def __call__(self, done: int, total: int | None) -> None:
        from claimdiff.cli.messages import write_error

        spent = time.monotonic() - self._start
        if not self._wanted or spent < 1:
            return
        rate = done / spent
        left = f", about {(total - done) / rate:.0f} s left" if total and rate else ""
        of = f" of {total}" if total else ""
        write_error(f"\r\x1b[2K{done}{of} {self._unit}, {rate:.1f} a second{left}")

    def close(self) -> None:
        """Clear the line."""
        from claimdiff.cli.messages import write_error

        if self._wanted:
            write_error("\r\x1b[2K")


def _make_engine(name: EngineName, workers: int | None, scheduler: str | None) -> "Engine":
    from claimdiff.errors import SettingsError

    if name is EngineName.dask:
        from claimdiff.archive.dask_engine import DaskEngine

        return DaskEngine(scheduler, workers)
    if scheduler:
        raise SettingsError("--scheduler needs --engine dask")
    from claimdiff.archive.engines import LocalEngine, SerialEngine

    return SerialEngine() if workers == 1 else LocalEngine(workers)


def _say_rejections(rows: "Sequence[Rejection]", count: int) -> None:
    """Say why the first inputs were rejected, and how many more were."""
    from claimdiff.cli.messages import say
    from claimdiff.cli.running import tell_rejection

    for row in rows:
        say(tell_rejection(row))
    if count > len(rows):
        say(f"and {count - len(rows)} more; `claimdiff archive export` lists those of a store at its end")


def _print_lines(rows: Iterable[object]) -> None:
    import msgspec

    from claimdiff.cli.outputs import write_result

    for row in rows:
        write_result(msgspec.json.encode(row).decode() + "\n")


def _print_stories(opened: "ArchiveStore") -> None:
    """Print two lines a story: its title, then what it holds and what was found."""
    for row in opened.list_stories():
        days = " to ".join(dict.fromkeys(day for day in (row.first_day, row.last_day) if day))
        parts = [_count(row.document_count, "article"), days]
        if row.contradictions is None:
            parts.append("not compared")
        elif row.document_count > 1:
            parts += [
                _count(row.shared_facts or 0, "shared fact"),
                _count(row.contradictions, "contradiction"),
            ]
        _print_item(row.id, row.title, ", ".join(part for part in parts if part))


def _count(number: int, what: str) -> str:
    from claimdiff.reporting.phrasing import plural

    return plural(number, what) if number else f"no {what}s"


def _print_item(story_id: str, title: str, text: str) -> None:
    """Print a story's id and a title, and below them a text; on a terminal no line is wider than it."""
    from textwrap import wrap

    from claimdiff.cli.outputs import choose_width, stdout_is_terminal, write_result
    from claimdiff.reporting.visible import shorten_text, show_text

    indent = " " * 4
    title, lines = show_text(title), [show_text(text)]
    if stdout_is_terminal():
        width = max(40, choose_width(None))
        title, lines = shorten_text(title, width - 14), wrap(lines[0], width - len(indent))
    write_result(
        "".join(f"{line}\n" for line in (f"{story_id:<14}{title}", *(indent + one for one in lines)))
    )
