"""A Comparison as one self-contained page: no network, works with scripts off."""

from claimdiff.reporting.html.page import render_html

__all__ = ["render_html"]
