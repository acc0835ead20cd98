"""A notebook's frame of a Comparison in a real browser, where there is one."""

import shutil
from pathlib import Path

import pytest

from claimdiff.api import compare

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")

ROOT = Path(__file__).parents[2]
BROWSER = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), None)


@pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")
def test_the_frame_works_and_stays_in_its_frame(tmp_path: Path) -> None:
    """Scripts and links work inside, nothing is loaded, and the notebook's own page is left where it is."""
    shown = compare(ROOT / "examples" / "harbour")._repr_html_()  # type: ignore[attr-defined]
    notebook = tmp_path / "notebook.html"
    notebook.write_text(
        f"<!doctype html><meta charset=utf-8><title>n</title><p>mine</p>{shown}", encoding="utf-8"
    )
    complaints: list[str] = []
    requests: list[str] = []
    with sync_api.sync_playwright() as running:
        browser = running.chromium.launch(executable_path=BROWSER, args=["--no-sandbox", "--disable-gpu"])
        page = browser.new_page()
        page.on("console", lambda message: complaints.append(message.text))
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.on("request", lambda request: requests.append(request.url))
        page.goto(notebook.as_uri())
        frame = page.frames[1]
        frame.locator("article.finding").first.wait_for()
        frame.locator('a[href="#quotations"]').first.click()
        frame.wait_for_url("about:srcdoc#quotations")
        frame.press("body", "j")
        assert frame.locator(".finding:focus").count() == 1
        assert page.url == notebook.as_uri()
        assert page.locator("p").inner_text() == "mine"
        browser.close()
    assert complaints == []
    assert requests == [notebook.as_uri()]
