"""Bylines, date lines and datelines."""

import pytest

from claimdiff.reading.frontlines import read_dateline, read_front_line, read_name_line


@pytest.mark.parametrize(
    ("line", "day", "byline", "outlet"),
    [
        ("2031-05-04T08:15:00", "2031-05-04T08:15:00", None, None),
        ("date 2031-05-04 By Ann Carver, PENN", "2031-05-04", "By Ann Carver, PENN", "PENN"),
        ("By Ann Carver", None, "By Ann Carver", None),
        ("By Ann Carver and Tom Oakes for the Ellery Herald", None, None, "Ellery Herald"),
        ("By ANN CARVER | Ellery Times", None, None, "Ellery Times"),
        ("Published: 4 May 2031, 08:15 BST", "2031-05-04", None, None),
        ("Last updated on May 4, 2031 at 8:15 a.m. ET", "2031-05-04", None, None),
        ("Wire | Updated: 2031-05-04 08:15", "2031-05-04T08:15:00", None, None),
        ("Sun, 4 May 2031 · 3 min read", "2031-05-04", None, None),
    ],
)
def test_front_lines_say_when_and_who(
    line: str, day: str | None, byline: str | None, outlet: str | None
) -> None:
    """A line of date, time, byline and labels alone gives them up."""
    front = read_front_line(line)
    assert front is not None
    assert front.published_at == day
    assert front.outlet == outlet
    if byline is not None:
        assert front.byline == byline


@pytest.mark.parametrize(
    "line",
    [
        "On 4 May 2031 the pier fell into the sea.",
        "By dawn the pier had gone",
        "By Ann Carver told the board that it was unsafe",
        "Ellery pier closed",
        "8:15",
        "",
    ],
)
def test_sentences_are_no_front_lines(line: str) -> None:
    """A date inside a sentence is the story's, not the publication's."""
    assert read_front_line(line) is None


def test_name_and_publisher_make_a_byline() -> None:
    """A byline may lack its "By", but then it needs a publisher."""
    front = read_name_line("Ann Carver, ElleryNews.ca")
    assert front is not None and front.outlet == "ElleryNews.ca"
    assert read_name_line("Ann Carver, Port Ellery") is None


@pytest.mark.parametrize(
    ("paragraph", "rest", "outlet"),
    [
        ("PORT ELLERY (AP) — The pier closed.", "The pier closed.", "AP"),
        ("PORT ELLERY, Penmark — The pier closed.", "The pier closed.", None),
        ("Port Ellery (CNN) — The pier closed.", "The pier closed.", "CNN"),
        ("(Reuters) - The pier closed.", "The pier closed.", "Reuters"),
        ("ELLERY/GREY ISLAND, Dec 31 (Reuters) - The pier closed.", "The pier closed.", "Reuters"),
        ("ELLERY - The pier closed.", "The pier closed.", None),
        ("ELLERY: The pier closed.", "The pier closed.", None),
        ("Port Ellery (CNN)The pier closed.", "The pier closed.", "CNN"),
    ],
)
def test_datelines_are_measured(paragraph: str, rest: str, outlet: str | None) -> None:
    """Town, region, day and agency end where the story begins."""
    dateline = read_dateline(paragraph)
    assert dateline is not None
    assert paragraph[dateline.length :] == rest
    assert dateline.outlet == outlet


@pytest.mark.parametrize(
    "paragraph",
    [
        "The pier — built in 1911 — closed on Tuesday.",
        "Carver (right) said the pier was safe.",
        "Ellery - and its pier - lay in ruins.",
        "The Harbour Board (HB) said it would rebuild.",
        "NATO said it would help.",
    ],
)
def test_sentences_with_dashes_are_no_datelines(paragraph: str) -> None:
    """A dash or a bracket after the first words does not make a dateline."""
    assert read_dateline(paragraph) is None


def test_colon_dateline_is_doubtful() -> None:
    """A town with a colon looks like a speaker in a transcript, and says so."""
    dateline = read_dateline("ELLERY: The pier closed.")
    assert dateline is not None and dateline.doubtful
