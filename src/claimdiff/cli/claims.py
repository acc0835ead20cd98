"""`claimdiff claims` and `claimdiff quotes`."""

from typing import Annotated

import typer

from claimdiff.cli import options


def claims(
    paths: options.Paths,
    format: options.Listing = "table",
    output: Annotated[
        str | None, typer.Option("--output", "-o", metavar="FILE", help="Write to FILE instead.")
    ] = None,
    with_text: options.WithText = False,
    label: options.Labels = None,
    max_file_size: options.MaxFileSize = None,
    max_claims: options.MaxClaims = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """List the claims of articles, one a line.

    A line is file:line:column, who says it, and what is claimed.

    \b
    Examples:
      claimdiff claims story.txt
      claimdiff claims stories/ferry/ --format json | jq -r '.claims[].statement'
    """
    from claimdiff.api import extract_all
    from claimdiff.cli.exit_codes import ExitCode
    from claimdiff.cli.messages import say_notes
    from claimdiff.cli.outputs import refuse_overwriting, write_result, write_whole
    from claimdiff.cli.running import read_sources
    from claimdiff.reporting.claim_list import render_claim_list
    from claimdiff.reporting.json_format import render_claims_json

    loaded = options.load_flags(settings, label, max_file_size=max_file_size, max_claims=max_claims)
    sources = read_sources(paths, loaded.settings, label or (), quiet=quiet)
    refuse_overwriting([output] if output else [], sources.documents)
    found, notes = extract_all(sources.documents, loaded.settings)
    say_notes(notes, quiet=quiet)
    if format == "json":
        text = render_claims_json(sources.documents, found, with_text=with_text)
    else:
        text = render_claim_list(sources.documents, found)
    if output is None:
        write_result(text)
    else:
        write_whole(output, text)
    raise typer.Exit(ExitCode.REJECTED if sources.rejections else ExitCode.DONE)


def quotes(
    paths: options.Paths,
    format: options.Listing = "table",
    top: options.Top = None,
    width: options.Width = None,
    label: options.Labels = None,
    fail_on: options.FailOn = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Show who quotes what, and which words changed.

    \b
    Examples:
      claimdiff quotes stories/ferry/
      claimdiff quotes stories/ferry/ --fail-on quotation
      claimdiff quotes stories/ferry/ --format json | jq '.quotations'
    """
    from claimdiff.cli.outputs import write_result
    from claimdiff.cli.running import compare_paths, present
    from claimdiff.reporting.formats import render_comparison

    loaded = options.load_flags(
        settings, label, top=top or 0, fail_on=[name.value for name in fail_on] if fail_on else None
    )
    comparison, code = compare_paths(paths, loaded, label or (), quiet=quiet)
    only = [options.PartName.sources, options.PartName.quotations]
    write_result(render_comparison(comparison, format, present(loaded.preferences, only, width, False)))
    raise typer.Exit(code)
