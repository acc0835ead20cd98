"""What stands in quotation marks."""

import pytest

from claimdiff.findings.quotemarks import find_quoted, split_quoted
from claimdiff.model import Span


@pytest.mark.parametrize(
    ("text", "quoted"),
    [
        ("“We are safe,” said Quill.", ["We are safe,"]),
        ('"We are safe," said Quill. "All of us."', ["We are safe,", "All of us."]),
        ("'We are safe,' said Quill, who wasn't hurt.", ["We are safe,"]),
        ("The sailors' boats and the pilot's cap were gone.", []),
        ("She called it a 'proper mess' and the crew's own fault.", ["proper mess"]),
        ("‘It’s over,’ he said.", ["It’s over,"]),
        ("“We saw the “blue” ferry go down", ["blue"]),
        ("He said “no end in sight", ["no end in sight"]),
        ("Back in the '90s and '80s they sailed.", []),
    ],
)
def test_quotations_are_found_and_apostrophes_left_alone(document, text, quoted):
    """Every kind of quotation mark opens and closes a quotation; an apostrophe never does."""
    found = [document(text).quote(span) for span in find_quoted(document(text))]
    assert found == quoted


def test_a_quotation_is_cut_into_its_sentences_without_marks_of_the_sentence_around():
    """Each sentence of a quotation is its own utterance; an abbreviation ends none."""
    text = "We met Dr. Moro at ten. He was calm! Nobody ran,"
    parts = split_quoted(text, Span(0, len(text)))
    assert [text[span.start : span.end] for span in parts] == [
        "We met Dr. Moro at ten.",
        "He was calm!",
        "Nobody ran",
    ]


def test_a_spaced_ellipsis_ends_a_sentence():
    """Dots with spaces between part what was said before from what was said later."""
    text = "The boat went down. . . .The crew was on deck."
    parts = split_quoted(text, Span(0, len(text)))
    assert text[parts[-1].start : parts[-1].end] == "The crew was on deck."
