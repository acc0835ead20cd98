"""The shape of an article: what is title, heading, caption and paragraph, and what is left out."""

import pytest

from claimdiff.model import Document
from claimdiff.reading import read_text

BODY = (
    "The harbour board closed the northern pier on Tuesday after divers found cracks in eleven piles.\n"
    "The ferry to Grey Island will leave from the fish quay until the spring, the board said.\n"
)


def kinds(document: Document, kind: str) -> list[str]:
    return [document.quote(block) for block in document.blocks if block.kind == kind]


def skipped(document: Document) -> dict[str, str]:
    return {document.quote(span): span.reason for span in document.skipped}


def test_title_date_dek_and_body_are_told_apart() -> None:
    """Headline, date line and subheading come before the first sentence, each as what it is."""
    text = (
        "Pier at Port Ellery shut\n2031-05-04T08:15:00\nDivers find cracks in eleven of forty piles\n" + BODY
    )
    document = read_text(text)
    assert document.title == "Pier at Port Ellery shut"
    assert kinds(document, "title") == ["Pier at Port Ellery shut"]
    assert kinds(document, "dek") == ["Divers find cracks in eleven of forty piles"]
    assert len(kinds(document, "paragraph")) == 2
    assert document.published_at == "2031-05-04T08:15:00"
    assert skipped(document) == {"2031-05-04T08:15:00": "publication date"}


def test_section_label_over_the_title_is_skipped() -> None:
    """A section name above the headline is neither title nor story."""
    document = read_text("World\n\nPier at Port Ellery shut by the harbour board\n\n" + BODY)
    assert document.title == "Pier at Port Ellery shut by the harbour board"
    assert skipped(document) == {"World": "section label"}


def test_site_name_behind_the_title_is_the_outlet() -> None:
    """ "Headline — Site Name" gives both, and the title block holds the headline alone."""
    document = read_text("Pier at Port Ellery shut — Ellery Herald\n\n" + BODY)
    assert document.title == "Pier at Port Ellery shut"
    assert document.outlet == document.label == "Ellery Herald"
    assert skipped(document) == {"— Ellery Herald": "site name"}


def test_text_without_title_has_none() -> None:
    """A first line that is a sentence is the story, not a headline."""
    document = read_text(BODY)
    assert document.title is None
    assert len(kinds(document, "paragraph")) == 2


def test_one_line_is_a_paragraph_even_without_a_stop() -> None:
    """A statement given alone is text to read, not a headline over nothing."""
    document = read_text("the northern pier is closed")
    assert [block.kind for block in document.blocks] == ["paragraph"]


@pytest.mark.parametrize("heading", ["Cracks in the piles", "'Like matchwood'", "What happens next?"])
def test_headings_open_sections(heading: str) -> None:
    """A short line between sentences is a heading and rules what follows."""
    document = read_text(f"Pier shut\n{BODY}{heading}\nThe piles were driven in 1911, the board said.\n")
    assert kinds(document, "heading") == [heading]
    assert [section.title for section in document.sections] == [heading.strip("'")]
    assert document.blocks[-1].section == 0
    assert document.quote(document.sections[0]).endswith("the board said.")


def test_runs_of_bare_lines_are_captions() -> None:
    """Several lines without a stop, one after the other, are picture captions, not headings."""
    lines = "The closed northern pier\nA diver shows a cracked pile\n"
    document = read_text(f"Pier shut\n{BODY}{lines}The board meets on Friday.\n")
    assert kinds(document, "caption") == lines.strip().split("\n")
    assert document.sections == ()


def test_caption_stays_when_its_credit_goes() -> None:
    """The picture credit in front of a caption is skipped, the caption kept with its own offsets."""
    line = "Image copyright Ellery Press Image caption Waves broke over the pier"
    document = read_text(f"Pier shut\n{BODY}{line}\nThe board meets on Friday.\n")
    assert kinds(document, "caption") == ["Waves broke over the pier"]
    assert skipped(document) == {"Image copyright Ellery Press Image caption": "image credit"}


def test_dateline_is_cut_off_its_paragraph() -> None:
    """The block starts where the sentence starts, behind town and agency."""
    document = read_text(
        "Pier shut\nPORT ELLERY (AP) — The northern pier is closed.\nThe ferry still runs.\n"
    )
    assert kinds(document, "paragraph")[0] == "The northern pier is closed."
    assert skipped(document) == {"PORT ELLERY (AP) —": "dateline"}
    assert document.outlet == "AP"


def test_speakers_of_a_transcript_stay() -> None:
    """Several names in capitals with a colon are speakers, not datelines."""
    text = (
        "Pier talk\nCARVER: The pier is not safe.\nOAKES: How do you know?\nCARVER: The divers told us so.\n"
    )
    assert "dateline" not in skipped(read_text(text)).values()


def test_repeated_headline_is_skipped_once() -> None:
    """The headline printed again as the first line is told once."""
    document = read_text("Pier at Port Ellery shut\nPier at Port Ellery shut\n" + BODY)
    assert kinds(document, "title") == ["Pier at Port Ellery shut"]
    assert list(skipped(document).values()) == ["headline repeated"]


def test_links_under_a_related_heading_go_but_the_story_goes_on() -> None:
    """A list of other headlines is skipped up to the next sentence."""
    links = "Related stories\nGrey Island ferry to cost more\nMayor of Ellery steps down\n"
    document = read_text(f"Pier shut\n{BODY}{links}Repairs start on Friday, said Ann Carver.\n")
    assert skipped(document)["Mayor of Ellery steps down"] == "related link"
    assert kinds(document, "paragraph")[-1] == "Repairs start on Friday, said Ann Carver."


def test_reader_comments_at_the_end_are_left_out() -> None:
    """What readers write under an article is not the article, also where it holds sentences."""
    story = BODY + "Repairs start on Friday.\n"
    document = read_text(f"Pier shut\n{story}Leave a Reply\nJo: I saw the cracks years ago.\n")
    assert skipped(document)["Jo: I saw the cracks years ago."] == "reader comments"


def test_comment_marks_are_cut_out_of_paragraphs() -> None:
    """HTML comments are no text, also where they span lines or stand inside a paragraph."""
    text = "Pier shut\nThe pier is closed. <!-- no -->\n<!-- a note\nover lines -->\nThe ferry runs.\n"
    document = read_text(text)
    assert kinds(document, "paragraph") == ["The pier is closed.", "The ferry runs."]
    assert list(skipped(document).values()) == ["comment", "comment"]


def test_numbered_gallery_is_left_out() -> None:
    """Captions numbered 1/9, 2/9 … belong to a gallery of other pictures; a single 9/11 stays."""
    gallery = "".join(f"{n}/9 A picture of Grey Island in the {n}th year\n" for n in range(1, 7))
    document = read_text(f"Pier shut\n{BODY}{gallery}9/11 was on many minds in Ellery that day.\n")
    assert list(skipped(document).values()) == ["picture gallery"] * 6
    assert kinds(document, "paragraph")[-1].startswith("9/11")


def test_metadata_title_need_not_stand_in_the_text() -> None:
    """With the headline given beside the text, the first line is not taken for one."""
    document = read_text("Divers find cracks in eleven piles\n" + BODY, title="Pier at Port Ellery shut")
    assert document.title == "Pier at Port Ellery shut"
    assert kinds(document, "title") == []
    assert kinds(document, "dek") == ["Divers find cracks in eleven piles"]


def test_list_items_lose_their_marks() -> None:
    """Bullets are markup; what follows them is the item."""
    document = read_text(f"Pier shut\n{BODY}- Cracks were found in eleven piles.\n• The pier has forty.\n")
    assert kinds(document, "item") == ["Cracks were found in eleven piles.", "The pier has forty."]


def test_author_note_at_the_foot_is_skipped() -> None:
    """Who wrote it is not the story, unless the story is about that person."""
    note = "Maud Ferriby has covered the harbour for the Gazette since 2019."
    story = f"Pier shut\n{BODY}The board meets on Friday.\n"
    assert skipped(read_text(story + note))[note] == "author note"
    assert note not in skipped(read_text(f"{story}Ferriby was hit by a falling plank.\n{note}"))


def test_desk_bylines_are_skipped() -> None:
    """A byline need not name a person."""
    text = "Ellery Herald\nPier shut by the harbour board\nBy our harbour desk and Marlin Press\n" + BODY
    assert skipped(read_text(text))["By our harbour desk and Marlin Press"] == "byline"


def test_masthead_over_the_headline_is_the_outlet() -> None:
    """The paper's name on top is neither headline nor section."""
    document = read_text("Northshore News\nPier at Port Ellery shut by the board\n" + BODY)
    assert document.title == "Pier at Port Ellery shut by the board"
    assert document.outlet == "Northshore News"
    assert skipped(document) == {"Northshore News": "site name"}


def test_headline_with_a_stop_is_known_by_its_capitals_or_dateline() -> None:
    """Some files put a full stop behind the headline; capitals or a dateline below it give it away."""
    cased = read_text("Harbour Board Closes Northern Pier After Divers Find Cracks.\n" + BODY)
    assert cased.title == "Harbour Board Closes Northern Pier After Divers Find Cracks."
    dated = read_text("Board closes northern pier.\nELLERY (AP) — The pier is closed.\nThe ferry runs.\n")
    assert dated.title == "Board closes northern pier."
    assert read_text("The board closed the pier.\n" + BODY).title is None
