"""The page in a real browser, where there is one: its script runs under its own policy."""

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from claimdiff.api import compare
from claimdiff.reporting.formats import Presentation, render_comparison

ROOT = Path(__file__).parents[2]
BROWSER = next(
    (found for name in ("chromium", "chromium-browser", "google-chrome") if (found := shutil.which(name))),
    None,
)

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


def load(page: Path, place: str = "") -> tuple[str, str]:
    """The page's elements after its script ran, and what the browser complained about."""
    assert BROWSER is not None
    done = subprocess.run(
        [
            BROWSER,
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--enable-logging=stderr",
            "--v=0",
            "--host-resolver-rules=MAP * ~NOTFOUND",
            "--dump-dom",
            f"{page.as_uri()}{place}",
        ],
        capture_output=True,
        text=True,
        timeout=120,
        check=True,
    )
    return done.stdout, "\n".join(line for line in done.stderr.splitlines() if "CONSOLE" in line)


@pytest.fixture(scope="module")
def page(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(
        render_comparison(compare(ROOT / "examples" / "harbour"), "html", Presentation()), encoding="utf-8"
    )
    return path


def test_the_script_runs_without_a_complaint(page: Path) -> None:
    """The filters appear and count every finding, and the console stays empty."""
    shown, complaints = load(page)
    assert complaints == ""
    count = re.search(r'<output id="count"[^>]*>(\d+) of (\d+) findings', shown)
    assert count is not None
    assert count[1] == count[2] != "0"
    assert '<form id="filters" role' in shown


def test_a_link_to_a_claim_opens_its_article(page: Path) -> None:
    """An address with a claim's id unfolds the article it stands in."""
    claim = re.search(r'id="(claim-[^"]+)"', page.read_text(encoding="utf-8"))
    assert claim is not None
    shown, complaints = load(page, f"#{claim[1]}")
    assert complaints == ""
    opened = re.search(
        rf'<details id="source-\w+" open="">(?:(?!</details>).)*id="{claim[1]}"', shown, re.DOTALL
    )
    assert opened is not None
