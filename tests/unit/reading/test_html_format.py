"""Saved pages give the article's text and what the head says about it."""

import sys
from pathlib import Path

import pytest

from claimdiff.reading import read_paths
from claimdiff.settings import Settings

BODY = "".join(
    f"<p>{sentence}</p>"
    for sentence in (
        "The northern pier of Port Ellery is closed after divers found cracks in eleven of its forty piles.",
        "The ferry to Grey Island will leave from the fish quay until the spring, the harbour board said.",
        "Engineers warned that a heavy sea could bring the deck down, and told fishermen to stay away.",
    )
)
PAGE = (
    '<html><head><meta charset="{charset}"><title>Pier shut – café closed | Ellery Herald</title>'
    '<meta property="og:site_name" content="Ellery Herald"><meta name="author" content="Ann Carver">'
    '<meta property="og:title" content="Pier shut – café closed">'
    '<meta property="article:published_time" content="2031-05-04T08:15:00+01:00"></head><body>'
    "<nav><a href='/'>Home</a> <a href='/sport'>Sport</a></nav><article><h1>Pier shut – café closed</h1>"
    "{body}<h2>What the divers saw</h2><p>The piles were driven in 1911, and storms have worn them since, "
    "said Ann Carver of the board.</p></article><script>alert('no')</script><footer>Contact us</footer>"
    "</body></html>"
)


@pytest.mark.parametrize("charset", ["utf-8", "windows-1252", "iso-8859-1"])
def test_page_gives_text_and_metadata(tmp_path: Path, charset: str) -> None:
    """Text, title, outlet, date, author and section come out, navigation and scripts do not."""
    pytest.importorskip("trafilatura")
    encoded = PAGE.replace("–", "-").format(charset=charset, body=BODY).encode(charset)
    (tmp_path / "page.html").write_bytes(encoded)
    (document,) = read_paths([tmp_path], Settings()).documents
    assert document.format == "html"
    assert document.title == "Pier shut - café closed"
    assert document.outlet == document.label == "Ellery Herald"
    assert document.published_at == "2031-05-04T08:15:00+01:00"
    assert document.reference_date.basis == "metadata"
    assert document.byline == "Ann Carver"
    assert [section.title for section in document.sections] == ["What the divers saw"]
    told = "\n".join(document.quote(block) for block in document.blocks)
    assert "eleven of its forty piles" in told
    assert "alert" not in told and "Sport" not in told


def test_missing_package_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the one line says what to run, and other files are read."""
    monkeypatch.setitem(sys.modules, "trafilatura", None)
    (tmp_path / "page.html").write_text(PAGE.format(charset="utf-8", body=BODY), encoding="utf-8")
    (tmp_path / "story.txt").write_text("The pier is closed.\nThe ferry runs.\n", encoding="utf-8")
    result = read_paths([tmp_path], Settings())
    assert len(result.documents) == 1
    assert "pip install 'claimdiff[html]'" in result.rejections[0].reason


@pytest.mark.parametrize(
    "page",
    [
        "<html></html>",
        "<html><body>" + "<div>" * 20_000 + BODY + "</body></html>",
        "<html><body><p " + " ".join(f"a{n}=1" for n in range(30_000)) + ">" + BODY + "</body></html>",
        "<!DOCTYPE x [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]><html><body><p>&b;</p></body></html>",
        "\x00<html>",
    ],
)
def test_hostile_page_is_one_line(tmp_path: Path, page: str) -> None:
    """A page made to hurt, or without an article, is turned away with a remedy."""
    pytest.importorskip("trafilatura")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert "save" in rejection.reason and "\n" not in rejection.reason


def test_long_runs_of_space_inside_a_tag_are_no_trouble(tmp_path: Path) -> None:
    """White space can be cut up in many ways; the guard against attribute floods must not try them."""
    pytest.importorskip("trafilatura")
    page = PAGE.format(charset="utf-8", body=BODY).replace("<article>", "<article" + " \n" * 5_000 + "x='1'>")
    (tmp_path / "page.html").write_text(page, encoding="utf-8")
    (document,) = read_paths([tmp_path], Settings()).documents
    assert "eleven of its forty piles" in document.text
