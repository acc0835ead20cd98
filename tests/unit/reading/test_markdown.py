"""Markdown: front matter, marks and headings, with offsets in the raw file."""

from pathlib import Path

from claimdiff.reading import read_paths, read_text
from claimdiff.reading.markdown import read_front_matter
from claimdiff.settings import Settings

DRAFT = """---
title: "Pier at Port Ellery shut"
outlet: Ellery Herald
date: 2031-05-04
---
# Pier at Port Ellery shut

The northern pier is **closed**, the [board](https://ellery.example) said.

## Cracks in the piles ##

> Divers found eleven cracked piles.

- The pier has forty.

Old pier
--------

It was built in 1911.

![The pier](pier.png)
"""


def test_front_matter_is_metadata() -> None:
    """Title, outlet and date come from the lines between the rules."""
    values, start = read_front_matter(DRAFT)
    assert values == {"title": "Pier at Port Ellery shut", "outlet": "Ellery Herald", "date": "2031-05-04"}
    assert DRAFT[start:].startswith("# Pier")


def test_rule_without_an_end_is_no_front_matter() -> None:
    """A text that merely begins with a rule keeps all its lines."""
    assert read_front_matter("---\nThe pier is closed.\n") == ({}, 0)


def test_document_keeps_raw_offsets(tmp_path: Path) -> None:
    """Marks of headings, quotes and lists are skipped as markup; blocks point into the raw file."""
    file = tmp_path / "draft.md"
    file.write_text(DRAFT, encoding="utf-8", newline="")
    (document,) = read_paths([file], Settings()).documents
    assert document.text == DRAFT
    assert document.format == "markdown"
    assert (document.title, document.outlet) == ("Pier at Port Ellery shut", "Ellery Herald")
    assert (document.published_at, document.reference_date.basis) == ("2031-05-04", "metadata")
    told = [(block.kind, document.quote(block)) for block in document.blocks]
    assert told == [
        ("title", "Pier at Port Ellery shut"),
        ("paragraph", "The northern pier is **closed**, the [board](https://ellery.example) said."),
        ("heading", "Cracks in the piles"),
        ("paragraph", "Divers found eleven cracked piles."),
        ("item", "The pier has forty."),
        ("heading", "Old pier"),
        ("paragraph", "It was built in 1911."),
    ]
    assert [section.title for section in document.sections] == ["Cracks in the piles", "Old pier"]
    assert {span.reason for span in document.skipped} == {"front matter", "markup", "image"}


def test_bold_line_is_a_heading() -> None:
    """A short line that is bold as a whole opens a section."""
    text = "# Pier shut\n\nThe pier is closed.\n\n**What is next**\n\nThe board meets on Friday.\n"
    document = read_text(text, markdown=True)
    assert [section.title for section in document.sections] == ["What is next"]
