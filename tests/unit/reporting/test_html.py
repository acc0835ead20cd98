"""The page is whole, loads nothing, and shows hostile text as text."""

import re
from base64 import b64encode
from hashlib import sha256
from html.parser import HTMLParser

import msgspec
import pytest

from claimdiff.model import Comparison, Span
from claimdiff.model.finding import TimelineEntry, TimelineReport
from claimdiff.model.verdict import Check, Evidence, Verdict
from claimdiff.reporting.formats import Presentation, render_comparison
from claimdiff.reporting.html import render_check_html
from claimdiff.reporting.view import Selection

# Elements whose end tag HTML lets one leave out, and what their start ends.
ENDED_BY = {"li": ("li",), "td": ("td", "th"), "th": ("td", "th"), "tr": ("td", "th", "tr")}
VOID = {"meta", "input", "br", "hr", "link"}
BAD = "<script>alert(1)</script><img src=x onerror=alert(1)> javascript:alert(1) \" ' & \u202e\x1b[31m"


class Page(HTMLParser):
    """Collects tags with their attributes, and complains about any that is not closed in its place."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.words: dict[str, list[str]] = {}
        self.feed(page)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        while self.open and self.open[-1] in ENDED_BY.get(tag, ()):
            self.open.pop()
        self.tags.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        while self.open and self.open[-1] in ENDED_BY and self.open[-1] != tag:
            self.open.pop()
        assert self.open.pop() == tag

    def handle_data(self, data: str) -> None:
        self.words.setdefault(self.open[-1] if self.open else "", []).append(data)

    def ids(self) -> list[str]:
        return [str(attributes["id"]) for _, attributes in self.tags if "id" in attributes]


@pytest.fixture
def page(ferry: Comparison) -> str:
    return render_comparison(ferry, "html", Presentation())


def make_hostile(comparison: Comparison) -> Comparison:
    """The comparison with hostile text wherever text of a file can stand."""
    documents = tuple(
        msgspec.structs.replace(document, label=BAD, path=BAD, text=document.text.replace("quay", "q<b>y"))
        for document in comparison.documents
    )
    return msgspec.structs.replace(
        comparison,
        documents=documents,
        facts=tuple(msgspec.structs.replace(row, statement=BAD) for row in comparison.facts),
        omissions=tuple(msgspec.structs.replace(row, topic=BAD) for row in comparison.omissions),
        contradictions=tuple(
            msgspec.structs.replace(row, explanation=BAD) for row in comparison.contradictions
        ),
        quotations=tuple(msgspec.structs.replace(row, speaker=BAD) for row in comparison.quotations),
        notes=(BAD,),
    )


def test_every_element_is_closed_and_every_id_is_its_own(page: str) -> None:
    """The page parses without repair, and no two elements share an id."""
    ids = Page(page).ids()
    assert len(set(ids)) == len(ids)


def test_every_link_leads_somewhere_on_the_page(page: str) -> None:
    """Links point at ids of the page, never out of it."""
    parsed = Page(page)
    links = [attributes["href"] for _, attributes in parsed.tags if "href" in attributes]
    assert links
    assert {str(link) for link in links} <= {f"#{name}" for name in parsed.ids()}


def test_the_policy_allows_this_style_and_script_alone(page: str) -> None:
    """The page's own policy names the hashes of its one style and one script, and nothing else."""
    policy = re.search(r'Content-Security-Policy" content="([^"]+)"', page)
    assert policy is not None
    for name in ("style", "script"):
        inside = re.findall(rf"<{name}>(.*?)</{name}>", page, re.DOTALL)
        assert len(inside) == 1
        digest = b64encode(sha256(inside[0].encode()).digest()).decode()
        assert f"{name}-src 'sha256-{digest}'" in policy[1]
    assert "default-src 'none'" in policy[1]
    assert "unsafe" not in policy[1]


def test_nothing_is_loaded(page: str) -> None:
    """No element fetches anything, and no attribute runs anything."""
    for tag, attributes in Page(page).tags:
        assert tag not in {"img", "iframe", "object", "embed", "link", "base"}
        assert not {
            name for name in attributes if name in ("src", "style", "action") or name.startswith("on")
        }
    assert "http://" not in page
    assert "https://" not in page


def test_hostile_text_stays_text(ferry: Comparison) -> None:
    """Markup, handlers and hidden characters of a file are shown as characters, in and between tags."""
    page = render_comparison(make_hostile(ferry), "html", Presentation())
    parsed = Page(page)
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in parsed.tags}
    assert not {name for _, attributes in parsed.tags for name in attributes if name.startswith("on")}
    assert "\u202e" not in page
    assert "\x1b" not in page
    assert any("<script>alert(1)" in words for words in parsed.words["small"] + parsed.words["h3"])


def test_the_articles_are_there_in_full(page: str, ferry: Comparison) -> None:
    """Every article's text stands on the page, its claims marked by how they stand."""
    parts = re.findall(r"<div class=article[^>]*>(.*?)</div>", page, re.DOTALL)
    shown = [re.sub(r"<[^>]+>", "", part) for part in parts]
    assert shown == [document.text for document in ferry.documents]
    assert "class=contradicted" in parts[0]
    assert "<u id=c-bell-" in parts[2]


def test_a_fact_shows_every_sources_words(page: str) -> None:
    """Under a fact stand the words of each claim that tells it, linked to the article."""
    row = page[page.index("id=f-fire") :].split("<tr", 1)[0]
    for words in ("A van caught fire on the quay.", "A lorry caught fire", "A van burned on the quay."):
        assert f"“{words}" in row
    assert "href=#c-tide-0" in row


def test_facts_and_claims_can_be_linked_to(page: str, ferry: Comparison) -> None:
    """Each fact and each claim has its id for an address, and no address is given twice."""
    ids = Page(page).ids()
    assert {row.id for row in (*ferry.facts, *ferry.claims)} <= set(ids)
    assert len(set(ids)) == len(ids)


def test_dated_facts_stand_in_order(ferry: Comparison) -> None:
    """What a date is given for is listed by that date, with a link to where it is told."""
    entries = tuple(
        TimelineEntry(
            f"t-{name}",
            f"f-{name}",
            f"The {name}.",
            value,
            "day",
            True,
            (TimelineReport(ferry.documents[0].id, "c-gull-0", None),),
            None,
        )
        for name, value in (("fire", "2031-03-03/2031-03-03"), ("rescue", "2031-03-04/2031-03-04"))
    )
    dated = msgspec.structs.replace(ferry, timeline=entries)
    page = render_comparison(dated, "html", Presentation())
    section = page[page.index("<section id=timeline>") :].split("</section>", 1)[0]
    assert section.index("~2031-03-03") < section.index("The fire.") < section.index("~2031-03-04")
    assert "href=#f-fire" in section
    assert "href=#c-gull-0" in section
    chosen = Presentation(selection=Selection(only=("agreement",)))
    assert "<section id=timeline>" not in render_comparison(dated, "html", chosen)


def test_a_page_says_what_it_leaves_out(ferry: Comparison) -> None:
    """A part with more rows than a page takes says how many there are, and no link breaks."""
    page = render_comparison(ferry, "html", Presentation(selection=Selection(top=1, only=("agreement",))))
    parsed = Page(page)
    assert "1 of 3 facts, most origins first" in parsed.words["small"]
    links = [attributes["href"] for _, attributes in parsed.tags if "href" in attributes]
    assert {str(link) for link in links} <= {f"#{name}" for name in parsed.ids()}
    assert page.count("<details id=") == 3


def make_check(comparison: Comparison, words: str) -> Check:
    """A draft (the Gull's text) with one problem, whose evidence is in the Tide."""
    draft, source = comparison.documents[:2]
    verdict = Verdict(
        id="v-1",
        claim_id="c-gull-0",
        spans=(Span(0, 30),),
        words=(Span(2, 5),),
        statement="A van caught fire on the quay.",
        verdict="contradicted",
        rule="CD206",
        message=words,
        probability=0.9,
        evidence=(Evidence(source.id, "c-tide-0", (Span(0, 32),), "contradicts"),),
    )
    return Check((draft, source), comparison.claims[:6], (verdict,), (), {}, notes=(words,))


def test_the_page_of_a_check_shows_draft_and_evidence(ferry: Comparison) -> None:
    """The draft's words at fault are marked, the source's words stand beside them, and links resolve."""
    page = render_check_html(make_check(ferry, "the sources say otherwise"))
    parsed = Page(page)
    assert "<p>A <mark>van</mark> caught fire on the quay.</p>" in page
    assert "A lorry caught fire on the quay." in page
    article = re.findall(r"<div class=article[^>]*>(.*?)</div>", page, re.DOTALL)
    assert [re.sub(r"<[^>]+>", "", part) for part in article] == [ferry.documents[0].text]
    links = [attributes["href"] for _, attributes in parsed.tags if "href" in attributes]
    assert {str(link) for link in links} <= {f"#{name}" for name in parsed.ids()}


def test_the_page_of_a_check_keeps_hostile_text_text(ferry: Comparison) -> None:
    """Messages and notes that look like markup are shown as characters."""
    page = render_check_html(make_check(ferry, BAD))
    parsed = Page(page)
    assert [tag for tag, _ in parsed.tags].count("script") == 1
    assert "img" not in {tag for tag, _ in parsed.tags}
    assert "\u202e" not in page
