"""A Comparison or a Check as one self-contained page: no network, works with scripts off."""

from claimdiff.reporting.html.check_page import render_check_html
from claimdiff.reporting.html.page import render_html

__all__ = ["render_check_html", "render_html"]
