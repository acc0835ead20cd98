"""The page in a real browser, where there is one: scripts, filters, keys, links, and what axe-core says."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from claimdiff.api import check, compare
from claimdiff.reporting.formats import Presentation, render_comparison
from claimdiff.reporting.html import render_check_html

sync_api = pytest.importorskip("playwright.sync_api", reason="playwright is not installed")
axe = pytest.importorskip("axe_playwright_python.sync_playwright", reason="axe is not installed")

ROOT = Path(__file__).parents[2]
NAMES = ("chromium", "chromium-browser", "google-chrome")
BROWSER = next((found for name in NAMES if (found := shutil.which(name))), None)
FLAGS = ["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
BAD = "<script>document.title='owned'</script><img src=x onerror=\"document.title='owned'\"> \u202edesrever"

pytestmark = pytest.mark.skipif(BROWSER is None, reason="no Chromium on this machine")


class Visit:
    """An open page with everything it complained about and everything it asked for."""

    def __init__(self, page: Any, address: str) -> None:
        self.page = page
        self.complaints: list[str] = []
        self.requests: list[str] = []
        page.on("console", lambda message: self.complaints.append(message.text))
        page.on("pageerror", lambda error: self.complaints.append(str(error)))
        page.on("request", lambda request: self.requests.append(request.url))
        page.goto(address)

    def shown(self) -> int:
        count: int = self.page.locator(".finding:not([hidden])").count()
        return count


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with sync_api.sync_playwright() as running:
        opened = running.chromium.launch(executable_path=BROWSER, args=FLAGS)
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def report(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "report.html"
    comparison = compare(ROOT / "examples" / "harbour")
    path.write_text(render_comparison(comparison, "html", Presentation()), encoding="utf-8")
    return path


@pytest.fixture(scope="module")
def checked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "check.html"
    result = check(ROOT / "examples" / "drafts" / "harbour.md", ROOT / "examples" / "harbour")
    path.write_text(render_check_html(result), encoding="utf-8")
    return path


@pytest.fixture
def visit(browser: Any, report: Path) -> Iterator[Visit]:
    page = browser.new_page()
    yield Visit(page, report.as_uri())
    page.close()


def test_nothing_is_asked_for_and_nothing_complains(visit: Visit, report: Path) -> None:
    """The page is the one request, and the console stays empty."""
    assert visit.complaints == []
    assert visit.requests == [report.as_uri()]


def test_the_filters_narrow_what_is_shown(visit: Visit) -> None:
    """Search, kind, source and number each leave fewer findings, the count says how many, Escape all."""
    whole = visit.shown()
    visit.page.fill("#search", "helicopters")
    assert 0 < visit.shown() < whole
    assert visit.page.inner_text("#count").startswith(f"{visit.shown()} of {whole}")
    visit.page.keyboard.press("Escape")
    assert visit.shown() == whole
    visit.page.select_option("#kind", "quotation")
    assert 0 < visit.shown() < whole
    visit.page.keyboard.press("Escape")
    visit.page.select_option("#source", "D")
    assert 0 < visit.shown() < whole
    visit.page.keyboard.press("Escape")
    visit.page.fill("#least", "4")
    assert 0 < visit.shown() < whole
    assert visit.complaints == []


def test_keys_go_through_the_findings(visit: Visit) -> None:
    """j and k move the focus from finding to finding, / goes to the search, ? shows the keys."""
    focused = "document.activeElement.id"
    ids = visit.page.eval_on_selector_all(".finding", "rows => rows.map(row => row.id)")
    visit.page.keyboard.press("j")
    assert visit.page.evaluate(focused) == ids[0]
    visit.page.keyboard.press("j")
    assert visit.page.evaluate(focused) == ids[1]
    visit.page.keyboard.press("k")
    assert visit.page.evaluate(focused) == ids[0]
    visit.page.keyboard.press("/")
    assert visit.page.evaluate(focused) == "search"
    assert visit.page.input_value("#search") == ""
    visit.page.keyboard.press("Escape")
    visit.page.keyboard.press("?")
    assert visit.page.locator("#keys").is_visible()


def test_a_link_to_a_claim_opens_its_article(visit: Visit, report: Path) -> None:
    """An address with a claim's id unfolds the article it stands in, one with a fact's id its words."""
    page = report.read_text(encoding="utf-8")
    for kind in ("c", "f"):
        found = re.search(rf" id=({kind}-\w+)", page)
        assert found is not None
        visit.page.goto(f"{report.as_uri()}#{found[1]}")
        visit.page.reload()
        inside = f"document.getElementById('{found[1]}')"
        assert visit.page.evaluate(f"({inside}.closest('details') || {inside}.querySelector('details')).open")


def test_every_link_leads_to_an_element(visit: Visit) -> None:
    """No link on the page points nowhere."""
    script = (
        "links => links.map(a => a.getAttribute('href')).filter(h => !document.getElementById(h.slice(1)))"
    )
    assert visit.page.eval_on_selector_all("a[href]", script) == []


@pytest.mark.parametrize("kind", ["report", "checked"])
@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
def test_axe_finds_no_violation(
    request: pytest.FixtureRequest, browser: Any, kind: str, scheme: str, width: int
) -> None:
    """axe-core finds nothing to object to, in light and dark, on a phone and on a desk, all unfolded."""
    path: Path = request.getfixturevalue(kind)
    page = browser.new_page(color_scheme=scheme, viewport={"width": width, "height": 800}, bypass_csp=True)
    page.goto(path.as_uri())
    page.evaluate("document.querySelectorAll('details').forEach(fold => { fold.open = true; })")
    found = axe.Axe().run(page).response["violations"]
    page.close()
    assert [(row["id"], [node["html"] for node in row["nodes"]][:3]) for row in found] == []


def test_the_page_of_a_check_works_alike(browser: Any, checked: Path) -> None:
    """Problems are findings with filters, each leads to its place in the draft, nothing complains."""
    visit = Visit(browser.new_page(), checked.as_uri())
    assert visit.complaints == []
    assert visit.requests == [checked.as_uri()]
    whole = visit.shown()
    assert whole > 3
    visit.page.select_option("#kind", "contradicted")
    assert 0 < visit.shown() < whole
    script = "links => links.map(a => a.hash.slice(1)).filter(id => !document.getElementById(id))"
    assert visit.page.eval_on_selector_all("main a[href]", script) == []
    assert visit.page.locator("#draft mark").count() > 3
    visit.page.close()


def test_a_phone_needs_no_sideways_scrolling(browser: Any, report: Path, tmp_path: Path) -> None:
    """At a phone's width only tables and pictures scroll, in their own boxes, however long the names."""
    found = compare(ROOT / "examples" / "harbour")
    long = [
        msgspec.structs.replace(
            row, label=f"{row.label}: all that is known of the fire on the Saint Orla so far"
        )
        for row in found.documents
    ]
    named = tmp_path / "named.html"
    again = msgspec.structs.replace(found, documents=tuple(long))
    named.write_text(render_comparison(again, "html", Presentation()), encoding="utf-8")
    for path in (report, named):
        page = browser.new_page(viewport={"width": 390, "height": 800})
        page.goto(path.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth <= window.innerWidth")
        page.close()


def test_everything_is_there_with_scripts_off(browser: Any, report: Path) -> None:
    """Without scripts every finding is shown and the filters are not."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(report.as_uri())
    assert page.locator(".finding").count() > 20
    assert page.locator(".finding[hidden]").count() == 0
    assert not page.locator("#filters").is_visible()
    context.close()


def test_hostile_text_does_nothing(browser: Any, tmp_path: Path) -> None:
    """Scripts, handlers and direction marks in labels and texts stay characters on the page."""
    comparison = compare(ROOT / "examples" / "harbour")
    hostile = msgspec.structs.replace(
        comparison,
        documents=tuple(msgspec.structs.replace(row, label=BAD, path=BAD) for row in comparison.documents),
        facts=tuple(msgspec.structs.replace(row, statement=BAD) for row in comparison.facts),
        omissions=tuple(msgspec.structs.replace(row, topic=BAD) for row in comparison.omissions),
    )
    path = tmp_path / "report.html"
    path.write_text(render_comparison(hostile, "html", Presentation()), encoding="utf-8")
    visit = Visit(browser.new_page(), path.as_uri())
    assert visit.page.title() == "4 sources compared"
    assert visit.complaints == []
    assert visit.requests == [path.as_uri()]
    assert visit.page.locator("img").count() == 0
    assert "\\u202edesrever" in visit.page.inner_text("#overview")
    visit.page.close()
