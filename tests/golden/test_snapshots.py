"""What the examples look like on screen, kept as files that a reviewer can read.

CLAIMDIFF_UPDATE_GOLDEN=1 writes them anew; look at the difference before you commit it.
"""

import os
from pathlib import Path

import pytest

from claimdiff.api import compare
from claimdiff.reporting.formats import Presentation, render_comparison

ROOT = Path(__file__).parents[2]
SNAPSHOTS = Path(__file__).with_name("snapshots")
SCREENS = [("harbour", 80), ("harbour", 160), ("lighthouse", 80), ("storm", 100)]


@pytest.mark.parametrize(("story", "width"), SCREENS)
def test_the_screen_is_as_it_was(story: str, width: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """The report of an example, drawn at a width, is the one that was looked at."""
    monkeypatch.chdir(ROOT)
    drawn = render_comparison(compare(f"examples/{story}"), "table", Presentation(width=width))
    path = SNAPSHOTS / f"{story}-{width}.txt"
    if os.environ.get("CLAIMDIFF_UPDATE_GOLDEN"):
        path.parent.mkdir(exist_ok=True)
        path.write_text(drawn, encoding="utf-8")
    assert path.read_text(encoding="utf-8") == drawn
