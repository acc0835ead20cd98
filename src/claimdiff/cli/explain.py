"""`claimdiff explain`: why two claims were, or were not, lined up."""

from typing import Annotated

import typer

from claimdiff.cli import options


def explain(
    left: Annotated[
        str, typer.Argument(metavar="A", help="A claim's id, FILE:LINE[:COLUMN], or words of the claim.")
    ],
    right: Annotated[str, typer.Argument(metavar="B", help="The other claim, told in the same way.")],
    paths: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PATH]...",
            help="The story's files; may be left out for FILE:LINE and for texts of their own.",
        ),
    ] = None,
    format: options.Listing = "table",
    width: options.Width = None,
    settings: options.SettingsFile = None,
    quiet: options.Quiet = False,
) -> None:
    """Explain why two claims were lined up, or not.

    Shows what spoke for one fact, what spoke against it, and the details that differ.

    \b
    Examples:
      claimdiff explain ferry/a.txt:9 ferry/b.txt:12
      claimdiff explain ferry/a.txt:9 ferry/b.txt:12 ferry/
      claimdiff explain "caught fire" "the blaze began" ferry/
      claimdiff explain "Six people were hurt." "Two people were hurt."
    """
    from claimdiff.cli.outputs import choose_styling, choose_width, write_result
    from claimdiff.explaining import explain_inside, explain_texts
    from claimdiff.reporting.explanation import render_explanation, render_explanation_json

    loaded = options.load_flags(settings)
    sources = list(paths or _list_files(left, right))
    threshold = loaded.settings.one_fact_threshold
    if sources:
        from claimdiff.cli.running import compare_paths

        comparison, _ = compare_paths(sources, loaded, quiet=quiet, waterfalls=True)
        explained = explain_inside(comparison, left, right, threshold)
    else:
        explained = explain_texts(left, right, threshold)
    if format == "json":
        write_result(render_explanation_json(explained))
    else:
        write_result(render_explanation(explained, width=choose_width(width), styling=choose_styling()))


def _list_files(left: str, right: str) -> list[str]:
    from pathlib import Path

    from claimdiff.explaining import PLACE

    places = [PLACE.fullmatch(text) for text in (left, right)]
    files = [place[1] for place in places if place is not None and Path(place[1]).is_file()]
    return list(dict.fromkeys(files))
