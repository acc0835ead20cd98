"""One self-contained HTML page: no network, no build step, readable with scripts off."""

from claimdiff.reporting.page.comparison_page import render_page

__all__ = ["render_page"]
