"""The registry of formats that a Comparison can be written in."""

from collections.abc import Callable

from msgspec import Struct

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


_RENDERERS: dict[str, Callable[[Comparison, Presentation], str]] = {
    "table": _render_table,
    "json": _render_json,
}
FORMATS = tuple(_RENDERERS)
