"""A Comparison as notebooks show it: the page of `compare -o html=`, in a frame of its own."""

import html

from claimdiff.model import Comparison

_FRAME = (
    '<iframe title="{title}" sandbox="allow-scripts" '
    'style="width:100%;height:42em;border:1px solid #8888" srcdoc="{page}"></iframe>'
)
# In such a frame an address like "#fact-…" would count from the notebook's own page, and load that in here.
_BASE = '<base href="about:srcdoc">'


class ShownComparison(Comparison, frozen=True):
    """What `compare` returns: a Comparison that also knows how to look in a notebook."""

    def __repr__(self) -> str:
        counts = (
            (len(self.documents), "sources"),
            (len(self.claims), "claims"),
            (len(self.facts), "facts"),
            (len(self.contradictions), "contradictions"),
            (len(self.omissions), "omissions"),
            (len(self.quotations), "quotations"),
        )
        return f"<Comparison: {', '.join(f'{count} {name}' for count, name in counts)}>"

    def _repr_html_(self) -> str:
        """Return the comparison's page in a frame that shares nothing with the notebook.

        The page loads nothing, its styles stay inside, and text from a source can't act outside it.
        """
        from claimdiff.reporting.formats import Presentation, render_comparison

        page = render_comparison(self, "html", Presentation())
        page = page.replace("<head>", f"<head>{_BASE}", 1)
        return _FRAME.format(title=html.escape(repr(self)), page=html.escape(page))
