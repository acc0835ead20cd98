"""`claimdiff check` and `claimdiff rule`: a draft held against its sources."""

from collections.abc import Callable, Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimdiff.cli import options
from claimdiff.cli.exit_codes import ExitCode

if TYPE_CHECKING:
    from claimdiff.model.verdict import Check
    from claimdiff.reporting.formats import Presentation


class CheckFormat(StrEnum):
    """How a check is printed."""

    text = "text"
    concise = "concise"
    json = "json"
    sarif = "sarif"
    github = "github"
    markdown = "markdown"
    html = "html"


class FailVerdict(StrEnum):
    """What --fail-on of `check` may name."""

    contradicted = "contradicted"
    unsupported = "unsupported"
    altered_quotation = "altered-quotation"
    misattributed_quotation = "misattributed-quotation"
    unsure = "unsure"
    never = "never"


# Formats in which one draft's result may follow another's.
_LINE_FORMATS = ("text", "concise", "github")
_FAILS = (FailVerdict.contradicted, FailVerdict.altered_quotation, FailVerdict.misattributed_quotation)


def check(
    draft: Annotated[
        str, typer.Argument(metavar="DRAFT", help="The draft; - reads standard input.", show_default=False)
    ],
    more: Annotated[
        list[str] | None, typer.Argument(metavar="[SOURCE]...", help="More sources, as --against.")
    ] = None,
    against: Annotated[
        list[str] | None,
        typer.Option(
            "--against",
            "-a",
            metavar="PATH",
            help="A source file, folder or glob. Repeatable. Without: the settings' sources, or the folder "
            "sources beside the draft.",
        ),
    ] = None,
    format: Annotated[
        CheckFormat | None, typer.Option("--format", "-f", help="How to print the result.")
    ] = None,
    output: options.Outputs = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODE", help="Report these rules only (CD2: the family)."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="Don't report these rules.")
    ] = None,
    fail_on: Annotated[
        list[FailVerdict] | None,
        typer.Option("--fail-on", help="Exit with 1 on this verdict. Repeatable.", show_default=False),
    ] = None,
    baseline: Annotated[
        Path | None, typer.Option("--baseline", metavar="FILE", help="Don't report what FILE lists.")
    ] = None,
    write_baseline: Annotated[
        Path | None,
        typer.Option("--write-baseline", metavar="FILE", help="List today's problems in FILE."),
    ] = None,
    each: Annotated[
        bool, typer.Option("--each", help="Every file named is a draft of its own; sources by --against.")
    ] = False,
    watch: Annotated[bool, typer.Option("--watch", help="Check again on every save, until Ctrl-C.")] = False,
    with_text: options.WithText = False,
    width: options.Width = None,
    label: options.Labels = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Hold a draft against its sources: a linter for facts.

    \b
    Every claim of the draft is supported, contradicted, unsupported, an altered or misattributed
    quotation, unsure, or not checkable. A comment in the draft silences its paragraph:
      <!-- claimdiff: ignore CD101 the harbour master told us herself -->

    \b
    Examples:
      claimdiff check draft.md --against sources/
      claimdiff check draft.md --against sources/ --format concise
      claimdiff check draft.md --against sources/ --watch
      claimdiff check --each drafts/*.md --against sources/
      claimdiff check draft.md --against sources/ -o sarif=out.sarif -o markdown=out.md
      claimdiff check draft.md --against sources/ --write-baseline known.json
      claimdiff check draft.md --against sources/ --baseline known.json --fail-on unsupported

    \b
    Exit codes:
      0  done
      1  done, and a verdict that --fail-on names (by default: contradicted, altered-quotation,
         misattributed-quotation)
      2  the command line or the settings are wrong, or nothing could be read
      3  done, but some input was rejected
    """
    from claimdiff.api import check as check_draft
    from claimdiff.cli.baseline import dump_baseline, load_baseline
    from claimdiff.cli.messages import Progress, say
    from claimdiff.cli.outputs import deliver, parse_targets, write_whole
    from claimdiff.cli.running import present
    from claimdiff.cli.watch import watch as watch_files
    from claimdiff.editors.live_check import find_sources
    from claimdiff.errors import SettingsError

    loaded = options.load_flags(settings, label, select=select or None, ignore=ignore or None)
    plan = parse_targets(
        output or [], tuple(CheckFormat), format.value if format else None, default=CheckFormat.text.value
    )
    drafts = [draft, *(more or [])] if each else [draft]
    named = [*(against or []), *([] if each else more or [])]
    known = load_baseline(baseline) if baseline else frozenset()
    presentation = present(loaded.preferences, [], width, with_text)

    def run(one: str = draft) -> "Check":
        sources = named or find_sources(Path(one), loaded)
        with Progress("checking", quiet=quiet):
            return check_draft(one, sources, loaded.settings, baseline=known)

    def show(result: "Check") -> None:
        for row in result.rejections:
            say(f"{row.path}: {row.reason}")
        for note in () if quiet else result.notes:
            say(f"note: {note}")
        if write_baseline:
            write_whole(str(write_baseline), dump_baseline(result))
        deliver(plan, lambda name, look: _render(result, name, look), presentation)

    if watch and (each or draft == "-"):
        raise SettingsError("--watch needs one draft that is a file: no --each, no standard input")
    if each and (plan.targets or plan.printed not in _LINE_FORMATS or write_baseline):
        raise SettingsError(f"--each prints {', '.join(_LINE_FORMATS)}, and writes no file")
    if watch:
        written = [target.path for target in plan.targets] + ([str(write_baseline)] if write_baseline else [])
        watch_files(draft, named or find_sources(Path(draft), loaded), written, run, show)
        raise typer.Exit(ExitCode.DONE)
    raise typer.Exit(_check_drafts(drafts, run, show, fail_on or _FAILS))


def rule(
    code: Annotated[
        str | None,
        typer.Argument(
            metavar="[CODE]", help="A rule's code; without one, all are listed.", show_default=False
        ),
    ] = None,
) -> None:
    """Explain a rule of `check`, with an example and the remedy.

    \b
    Examples:
      claimdiff rule
      claimdiff rule CD201
    """
    from claimdiff.cli.outputs import write_result
    from claimdiff.findings.rules import RULES, find_rule

    if code is None:
        write_result("".join(f"{one.code}  {one.name:<26} {one.summary}\n" for one in RULES))
        return
    one = find_rule(code)
    write_result(
        f"{one.code} {one.name}  (verdict: {one.verdict})\n\n{one.summary}\n\n"
        f"Example\n  {one.example}\n\nRemedy\n  {one.remedy}\n"
    )


def _check_drafts(
    drafts: Sequence[str],
    run: "Callable[[str], Check]",
    show: "Callable[[Check], None]",
    fail_on: Sequence[str],
) -> ExitCode:
    """Run and show every draft; of several, one that can't be checked doesn't stop the others."""
    from claimdiff.cli.messages import say
    from claimdiff.errors import InputError

    codes = []
    for draft in drafts:
        try:
            result = run(draft)
        except InputError as error:
            if len(drafts) == 1:
                raise
            say(str(error))
            codes.append(ExitCode.WRONG)
        else:
            show(result)
            codes.append(decide_check_exit(result, fail_on))
    order = (ExitCode.WRONG, ExitCode.FOUND, ExitCode.REJECTED, ExitCode.DONE)
    return min(codes, key=order.index)


def decide_check_exit(result: "Check", fail_on: Sequence[str]) -> ExitCode:
    """Return the exit code of a check that was made."""
    if any(verdict.verdict in fail_on for verdict in result.verdicts):
        return ExitCode.FOUND
    return ExitCode.REJECTED if result.rejections else ExitCode.DONE


def _render(result: "Check", name: str, look: "Presentation") -> str:
    if name == "json":
        from claimdiff.reporting.check_report import render_check_json

        return render_check_json(result, with_text=look.with_text)
    if name == "sarif":
        from claimdiff.findings.rules import RULES
        from claimdiff.reporting.sarif import render_sarif

        return render_sarif(result, RULES)
    if name == "text":
        from claimdiff.reporting.check_text import render_check_text

        return render_check_text(result, width=look.width, colour=look.styling == "colour")
    if name == "html":
        from claimdiff.reporting.html import render_check_html

        return render_check_html(result)
    from claimdiff.reporting import check_lines

    renderers = {
        "concise": check_lines.render_concise,
        "github": check_lines.render_github,
        "markdown": check_lines.render_check_markdown,
    }
    return renderers[name](result)
