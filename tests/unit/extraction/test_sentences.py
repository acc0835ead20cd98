"""Where sentences end."""

import pytest

from claimdiff.extraction.sentences import split_sentences


def cut(text: str) -> list[str]:
    return [text[span.start : span.end] for span in split_sentences(text)]


@pytest.mark.parametrize(
    "text",
    [
        "The U.S. Secretary of Fisheries sailed to Port Ellery.",
        "The council met at 5 p.m. Tuesday in the harbour hall.",
        "It opened at 9 a.m. North Vale time on Monday.",
        "“This pier is ours!” Vane told the crowd.",
        "“Wait … Don’t Leave The Quay!” was painted on the wall.",
        "Dr. Mara J. Voss Jr. of Ellery Ferries Inc. declined to comment.",
        "Berth No. 5 cost $3.5 million in Jan. 2019.",
        "He said the mayor, i.e. the harbour board, would pay.",
        "The trawler (built by Oskar & Co. Ltd. in 1971) sank.",
    ],
)
def test_abbreviations_and_marks_do_not_end_a_sentence(text: str) -> None:
    """A full stop, an exclamation mark or an ellipsis inside a sentence must not cut it."""
    assert cut(text) == [text]


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("The ferry sank. Nobody drowned.", ["The ferry sank.", "Nobody drowned."]),
        ("“We waited. Nobody came,” she said.", ["“We waited.", "Nobody came,” she said."]),
        ("“We waited.” He left.", ["“We waited.”", "He left."]),
        ("The ferry docked at noon.The crew left.", ["The ferry docked at noon.", "The crew left."]),
        ("She lives in the U.S. He does not.", ["She lives in the U.S.", "He does not."]),
        (
            "The doors opened at 6 a.m. The queue was long.",
            ["The doors opened at 6 a.m.", "The queue was long."],
        ),
        ("It broke... Then it sank.", ["It broke...", "Then it sank."]),
        ("Who pays? The board does!  Good.", ["Who pays?", "The board does!", "Good."]),
        ('He shouted: "Stop." Then he ran.', ['He shouted: "Stop."', "Then he ran."]),
    ],
)
def test_sentences_are_cut_inside_and_outside_quotation_marks(text: str, sentences: list[str]) -> None:
    """Each typographic sentence is one span, with the marks that close after its stop."""
    assert cut(text) == sentences


def test_only_the_block_is_read() -> None:
    """Spans lie inside the block that was asked for and point into the whole text."""
    text = "Before. The ferry sank. It was late. After."
    start, end = text.index("The"), text.index(" After")
    assert [text[s.start : s.end] for s in split_sentences(text, start, end)] == [
        "The ferry sank.",
        "It was late.",
    ]


def test_nothing_comes_of_blank_text() -> None:
    """White space alone holds no sentence."""
    assert split_sentences(" \n\t ") == []
