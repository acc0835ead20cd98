"""The registry of formats that a Comparison can be written in."""

from collections.abc import Callable

from msgspec import Struct
from msgspec.structs import replace

from claimdiff.model import Comparison
from claimdiff.reporting.terminal import Styling
from claimdiff.reporting.view import Selection


class Presentation(Struct, frozen=True):
    """How a result is to look: what is chosen of it, its width in columns, its styling, texts included."""

    selection: Selection = Selection()
    width: int = 80
    styling: Styling = "none"
    with_text: bool = False


def render_comparison(comparison: Comparison, format: str, presentation: Presentation) -> str:
    """Return a Comparison in one of `FORMATS`; a KeyError for any other name."""
    return _RENDERERS[format](comparison, presentation)


def _render_table(comparison: Comparison, presentation: Presentation) -> str:
    from claimdiff.reporting.layout import build_view
    from claimdiff.reporting.terminal import render_table

    view = build_view(comparison, presentation.selection)
    return render_table(view, width=presentation.width, styling=presentation.styling)


def _render_json(comparison: Comparison, presentation: Presentation) -> str:
    from claimdiff.reporting.json_format import render_json

    return render_json(comparison, with_text=presentation.with_text)


def _render_jsonl(comparison: Comparison, presentation: Presentation) -> str:
    from claimdiff.reporting.json_format import render_jsonl

    return render_jsonl(comparison, with_text=presentation.with_text)


def _render_markdown(comparison: Comparison, presentation: Presentation) -> str:
    from claimdiff.reporting.layout import build_view
    from claimdiff.reporting.markdown_format import render_markdown

    return render_markdown(build_view(comparison, presentation.selection))


def _render_csv(comparison: Comparison, presentation: Presentation) -> str:
    from claimdiff.reporting.csv_format import render_csv
    from claimdiff.reporting.layout import build_view

    chosen = presentation.selection
    # A spreadsheet scrolls and filters by itself: it gets every row unless a number was asked for.
    return render_csv(build_view(comparison, replace(chosen, top=chosen.top or 0)))


def _render_html(comparison: Comparison, presentation: Presentation) -> str:
    from claimdiff.reporting.html import render_html
    from claimdiff.reporting.layout import build_view

    chosen = presentation.selection
    # Every finding of the page leads into an article, so the sources are always there.
    only = (*chosen.only, "sources") if chosen.only else ()
    return render_html(comparison, build_view(comparison, replace(chosen, only=only, on_page=True)))


_RENDERERS: dict[str, Callable[[Comparison, Presentation], str]] = {
    "table": _render_table,
    "json": _render_json,
    "jsonl": _render_jsonl,
    "markdown": _render_markdown,
    "csv": _render_csv,
    "html": _render_html,
}
FORMATS = tuple(_RENDERERS)
