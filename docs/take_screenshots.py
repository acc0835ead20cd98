"""Takes the pictures of the README from the example stories: `python docs/take_screenshots.py`.

Needs playwright and a Chromium (`pip install -e '.[browser]'`, `apt install chromium`).
"""

import shutil
import tempfile
from pathlib import Path

from playwright.sync_api import sync_playwright

from claimdiff.api import check, compare
from claimdiff.reporting.formats import Presentation, render_comparison
from claimdiff.reporting.html import render_check_html

ROOT = Path(__file__).parents[1]
IMAGES = ROOT / "docs" / "images"


def take_screenshots() -> None:
    """Draw the pages of the harbour example and photograph them, light and dark."""
    harbour = ROOT / "examples" / "harbour"
    draft = ROOT / "examples" / "drafts" / "harbour.md"
    pages = {
        "report.png": (render_comparison(compare(harbour), "html", Presentation()), "light"),
        "check.png": (render_check_html(check(draft, harbour)), "dark"),
    }
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as running:
        browser = running.chromium.launch(
            executable_path=shutil.which("chromium"), args=["--no-sandbox", "--disable-gpu"]
        )
        for name, (page, scheme) in pages.items():
            file = Path(folder) / f"{name}.html"
            file.write_text(page, encoding="utf-8")
            shown = browser.new_page(viewport={"width": 1000, "height": 1000}, color_scheme=scheme)
            shown.goto(file.as_uri())
            shown.screenshot(path=IMAGES / name)
        browser.close()


if __name__ == "__main__":
    take_screenshots()
