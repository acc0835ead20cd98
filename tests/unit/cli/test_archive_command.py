"""`claimdiff archive` on screen: what was rejected and why, stories and hits that can be read."""

import json
import re
from pathlib import Path

import pytest

from command_line import call

ONE = "Fire broke out on the ferry Saint Orla at Port Ellery on Tuesday evening. Two of the crew were hurt."
TWO = "A fire on the ferry Saint Orla at Port Ellery hurt five of the crew on Tuesday evening."


@pytest.fixture
def wire(tmp_path: Path) -> Path:
    """A file with two articles on one event, and twelve lines that are none."""
    rows = [
        {"text": text, "title": f"Fire on the Saint Orla {number}", "outlet": f"Outlet {number}"}
        for number, text in enumerate((ONE, TWO))
    ]
    path = tmp_path / "wire.jsonl"
    path.write_text("\n".join([*map(json.dumps, rows), *["not json"] * 12]) + "\n", encoding="utf-8")
    return path


def test_rejections_are_told_with_their_reasons(wire: Path) -> None:
    """The first ten rejections are named with place and reason, the others counted."""
    done = call("archive", "add", "news.db", "wire.jsonl", cwd=wire.parent)
    assert done.returncode == 3
    told = [line for line in done.stderr.splitlines() if "not valid JSON" in line]
    assert len(told) == 10 and "wire.jsonl#3" in told[0]
    assert "and 2 more" in done.stderr
    assert "2 articles read, 2 new, 12 rejected; 2 in news.db" in done.stderr


def test_no_store_is_left_where_nothing_was_added(tmp_path: Path) -> None:
    """A folder without articles is named, and makes no archive; one that was there stays."""
    (tmp_path / "empty").mkdir()
    done = call("archive", "add", "news.db", "empty", cwd=tmp_path)
    assert done.returncode == 2 and "empty: " in done.stderr
    assert not (tmp_path / "news.db").exists()


def test_stories_and_hits_are_two_lines_each(wire: Path) -> None:
    """A story's title stands beside its id, what was found below it; so do a hit's source and claim."""
    call("archive", "add", "news.db", "wire.jsonl", cwd=wire.parent)
    before = call("archive", "stories", "news.db", cwd=wire.parent).stdout
    assert before == ""
    call("archive", "compare", "news.db", "--workers", "1", cwd=wire.parent)
    first, second = call("archive", "stories", "news.db", cwd=wire.parent).stdout.splitlines()
    assert first.startswith("s-") and "Fire on the Saint Orla" in first
    assert re.fullmatch(r"    2 articles, (\d+|no) shared facts?, (\d+|no) contradictions?", second)
    hits = call("archive", "search", "news.db", "crew hurt", cwd=wire.parent).stdout.splitlines()
    assert {hits[0][14:], hits[2][14:]} == {"Outlet 0", "Outlet 1"}
    assert hits[1].startswith("    ") and "crew" in hits[1]


def test_a_story_is_shown_as_compare_shows_it(wire: Path) -> None:
    """A stored story comes as JSON, or in any format of a comparison, on screen or in a file."""
    call("archive", "add", "news.db", "wire.jsonl", cwd=wire.parent)
    call("archive", "compare", "news.db", "--workers", "1", cwd=wire.parent)
    story = call("archive", "stories", "news.db", cwd=wire.parent).stdout.split()[0]
    report = json.loads(call("archive", "show", "news.db", story[:6], cwd=wire.parent).stdout)
    assert report["schema_version"] == "1"
    screen = call("archive", "show", "news.db", story, "--format", "table", cwd=wire.parent)
    assert screen.stdout.startswith("2 sources") and "AGREEMENT" in screen.stdout
    assert call("archive", "show", "news.db", story, "-o", "page.html", cwd=wire.parent).stdout == ""
    assert (wire.parent / "page.html").read_text(encoding="utf-8").startswith("<!doctype html>")
    again = call("archive", "show", "news.db", story, "-o", "again.json", cwd=wire.parent)
    assert again.returncode == 0
    assert json.loads((wire.parent / "again.json").read_text(encoding="utf-8")) == report


def test_a_search_without_hits_says_so(wire: Path) -> None:
    """Nothing found is said on standard error, and standard output stays empty."""
    call("archive", "add", "news.db", "wire.jsonl", cwd=wire.parent)
    done = call("archive", "search", "news.db", "volcano", cwd=wire.parent)
    assert (done.returncode, done.stdout) == (0, "")
    assert "no compared claim and no article" in done.stderr
