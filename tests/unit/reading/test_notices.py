"""Notices on a transcript, a column's opinions or an outlet are told from stories about such things."""

import pytest

from claimdiff.model import Document
from claimdiff.reading.article import read_text
from claimdiff.reading.notices import find_noted_outlet, find_notice

BODY = (
    "The pier at Port Ellery was shut on Monday.\n"
    "Divers found cracks in eleven piles, the harbour office said.\n"
    "Repairs will take six weeks and cost 40,000 pounds.\n"
    "The mayor said that the ferry would sail from Grey Island.\n"
)


@pytest.mark.parametrize(
    "line",
    [
        "ENN transcripts are created in haste. This copy may not be in its final form.",
        "This transcript was automatically generated and may contain errors.",
        "THIS IS A RUSH TRANSCRIPT. THIS COPY MAY NOT BE IN ITS FINAL FORM.",
        "The authoritative record of ENN’s broadcasts is the audio record.",
    ],
)
def test_transcript_notes_are_told(line: str) -> None:
    """Two of the set phrases of a note on a transcript make one."""
    assert find_notice(line) == "transcript note"


@pytest.mark.parametrize(
    "line",
    [
        "The transcripts are provided to the court, a clerk in Port Ellery said.",
        "The bill is not yet in its final form, the mayor said.",
        "The audio record of the crash was lost at sea.",
        "The views expressed in the letter angered the fishermen of Port Ellery.",
        "Her opinion was expressed in a letter to the harbour office.",
    ],
)
def test_stories_about_transcripts_and_opinions_stay(line: str) -> None:
    """One phrase alone is a sentence of a story."""
    assert find_notice(line) is None


@pytest.mark.parametrize(
    "line",
    [
        "Views and opinions expressed in this column do not reflect those of the Ellery Herald.",
        "The opinions expressed here are those of the author.",
        "Views expressed in the article are the author's.",
    ],
)
def test_notes_on_opinions_are_told(line: str) -> None:
    """Whose opinions a column holds is no claim of its story."""
    assert find_notice(line) == "note on opinions"


def test_outlet_note_at_the_foot_is_left_out() -> None:
    """An outlet's note on itself goes where the story never names it, or where it praises its standards."""
    note = "Grey Tide is an independent news site dedicated to the coast."
    assert find_noted_outlet(note) == "Grey Tide"
    assert note not in _show(read_text(f"Pier shut\n{BODY}{note}\n"))
    proud = "The voice of the coast, Grey Tide is a news outlet that strives for the best of journalism."
    named = f"{BODY}The clerk told Grey Tide that the pier was old.\n"
    assert proud not in _show(read_text(f"Pier shut\n{named}{proud}\n"))


def test_outlet_in_the_story_stays() -> None:
    """A story that names an outlet may tell what it is, and an outlet without a mission is news."""
    told = "Grey Tide is an independent news site that covers the coast."
    named = f"{BODY}The clerk told Grey Tide that the pier was old.\n"
    assert told in _show(read_text(f"Pier shut\n{named}{told}\n"))
    assert find_noted_outlet("Grey Tide is a news agency in Port Ellery.") is None
    assert find_noted_outlet("The Blue Heron is a ferry service that covers three islands.") is None


def test_gallery_in_one_line_is_left_out() -> None:
    """Pictures counted from first to last in one line are a gallery, titles that repeat it too."""
    line = "Pier shut 4 show all Pier shut " + " ".join(
        f"{n}/4 The pier from side {n} Ann Carver/PA" for n in range(1, 5)
    )
    skipped = _skip(f"Pier shut\n{BODY}{line}\nThe pier from side 2\nA boat lies at the quay.\n")
    assert skipped == {
        line.removesuffix(" Ann Carver/PA"): "picture gallery",
        "Ann Carver/PA": "image credit",
        "The pier from side 2": "picture gallery",
    }
    behind = " ".join(f"The pier from side {n}. Hide Caption {n} of 4" for n in range(1, 5))
    assert _skip(f"Pier shut\n{BODY}{behind}\nA boat lies at the quay.\n") == {behind: "picture gallery"}


def test_counts_that_are_no_gallery_stay() -> None:
    """A count that does not run from first to last is told by a sentence."""
    line = "He ran 1/4 of a mile, then 2/4 and then 3/4 of it before the ferry left."
    assert _skip(f"Pier shut\n{BODY}{line}\nA boat lies at the quay.\n") == {}


def test_newsletter_under_its_heading_is_left_out() -> None:
    """A newsletter's heading and the line that sells it go; without the heading the line stays."""
    sold = "Get the day's stories from the quay, with tides and prices."
    assert set(_skip(f"Pier shut\n{BODY}Harbour Mail Newsletter\n{sold}\n").values()) == {"sign-up form"}
    assert sold not in _skip(f"Pier shut\n{BODY}{sold}\n")


def test_foot_in_another_language_is_left_out() -> None:
    """A foot in German under an English story goes; the same words inside the story stay."""
    foot = (
        "Wenn der Hafen geschlossen ist, fahren die Boote von der Insel und nicht von der Stadt, und die "
        "Karten gelten auch für den Bus, der am Morgen und am Abend zu dem Hafen fährt."
    )
    assert _skip(f"Pier shut\n{BODY}{foot}\n") == {foot: "another language"}
    assert foot in _show(read_text(f"Pier shut\n{BODY}{foot}\nThe clerk of the harbour read it out.\n"))


def _skip(text: str) -> dict[str, str]:
    document = read_text(text)
    return {text[piece.start : piece.end]: piece.reason for piece in document.skipped}


def _show(document: Document) -> list[str]:
    return [document.text[block.start : block.end] for block in document.blocks]
