"""`claimdiff timeline` and `claimdiff revisions`: what happened when, and what a new version changes."""

from typing import Annotated

import typer

from claimdiff.cli import options

TIMELINE_ROWS = 40


def timeline(
    paths: options.Paths,
    format: options.Listing = "table",
    top: options.Top = None,
    all: options.All = False,
    width: options.Width = None,
    with_text: options.WithText = False,
    label: options.Labels = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Show dated facts in order, and who told each first.

    \b
    Examples:
      claimdiff timeline stories/ferry/
      claimdiff timeline stories/ferry/ --format json | jq -r '.timeline[].statement'
    """
    from claimdiff.api import build_timeline
    from claimdiff.cli.outputs import choose_styling, choose_width, write_result
    from claimdiff.cli.running import compare_paths
    from claimdiff.reporting.timeline_format import render_timeline, render_timeline_json

    loaded = options.load_flags(settings, label, top=0 if all else top)
    comparison, code = compare_paths(paths, loaded, label or (), quiet=quiet)
    entries = build_timeline(comparison)
    if format == "json":
        text = render_timeline_json(comparison, entries, with_text=with_text)
    else:
        limit = TIMELINE_ROWS if loaded.preferences.top is None else loaded.preferences.top or None
        text = render_timeline(
            comparison, entries, limit=limit, width=choose_width(width), styling=choose_styling()
        )
    write_result(text)
    raise typer.Exit(code)


def revisions(
    old: Annotated[str, typer.Argument(metavar="OLD", help="The earlier version.", show_default=False)],
    new: Annotated[str, typer.Argument(metavar="NEW", help="The later version.", show_default=False)],
    format: options.Listing = "table",
    width: options.Width = None,
    with_text: options.WithText = False,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Show what a new version of an article changes.

    Claims may be added, dropped, corrected, softened or strengthened. Rewording and moved paragraphs
    are not reported.

    \b
    Examples:
      claimdiff revisions ferry-10am.txt ferry-4pm.txt
      claimdiff revisions old.txt new.txt --format json | jq '.changes[] | select(.kind == "corrected")'
    """
    from claimdiff.api import find_changes
    from claimdiff.cli.messages import Progress
    from claimdiff.cli.outputs import choose_styling, choose_width, write_result
    from claimdiff.reporting.revision_format import render_revision, render_revision_json

    loaded = options.load_flags(settings)
    with Progress("comparing two versions", quiet=quiet):
        revision = find_changes(old, new, loaded.settings)
    if format == "json":
        write_result(render_revision_json(revision, with_text=with_text))
    else:
        write_result(render_revision(revision, width=choose_width(width), styling=choose_styling()))
