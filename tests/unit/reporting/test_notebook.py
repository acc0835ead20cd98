"""A Comparison in a notebook."""

import html
import re
from pathlib import Path

from claimdiff.api import compare
from claimdiff.reporting.formats import Presentation, render_comparison


def _write(folder: Path, name: str, text: str) -> None:
    (folder / name).write_text(text, encoding="utf-8")


def test_shows_the_page_in_a_frame_of_its_own(tmp_path: Path) -> None:
    """The frame holds the whole page of `compare -o html=`, escaped, and nothing of it stands outside."""
    _write(tmp_path, "a.txt", "The rope store burned down on Tuesday.\n")
    _write(tmp_path, "b.txt", 'The <script>alert("x")</script> rope store burned down on Friday.\n')
    comparison = compare(tmp_path)
    shown = comparison._repr_html_()  # type: ignore[attr-defined]
    frame = re.fullmatch(
        r'<iframe title="[^"<>]*" sandbox="allow-scripts" [^<>]*srcdoc="([^"]*)"></iframe>', shown
    )
    assert frame is not None
    page = html.unescape(frame[1]).replace('<base href="about:srcdoc">', "", 1)
    assert page == render_comparison(comparison, "html", Presentation())


def test_the_plain_form_is_short(tmp_path: Path) -> None:
    """What a console prints counts what was found and does not spell out every field."""
    _write(tmp_path, "a.txt", "The rope store burned down on Tuesday.\n")
    _write(tmp_path, "b.txt", "The rope store burned down on Tuesday.\n")
    assert repr(compare(tmp_path)).startswith("<Comparison: 2 sources, 2 claims, 1 facts")


def test_equal_inputs_still_give_equal_comparisons(tmp_path: Path) -> None:
    """Showing itself takes nothing from a Comparison's equality."""
    _write(tmp_path, "a.txt", "The rope store burned down on Tuesday.\n")
    _write(tmp_path, "b.txt", "Nobody saw the rope store burn on Tuesday.\n")
    assert compare(tmp_path) == compare([tmp_path / "b.txt", tmp_path / "a.txt"])
