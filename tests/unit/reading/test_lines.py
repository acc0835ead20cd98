"""Lines and paragraphs keep their offsets."""

from claimdiff.reading.lines import has_final_stop, split_paragraphs

WRAPPED = """The harbour board of Port Ellery closed its northern pier on Tuesday
after divers found cracks in eleven of its forty wooden piles, and
engineers warned that a heavy sea could bring the deck down.
A short last line.

Repairs will take until the spring, the board said, and the ferry to
Grey Island will leave from the fish quay for as long as they last.
"""


def test_each_line_is_a_paragraph() -> None:
    """Text with one paragraph a line is cut at its lines, whatever ends them."""
    text = "  First one. \r\nSecond one.\n\n\tThird one."
    assert [text[start:end] for start, end in split_paragraphs(text)] == [
        "First one.",
        "Second one.",
        "Third one.",
    ]


def test_wrapped_lines_are_joined_to_paragraphs() -> None:
    """Lines that broke because the next word did not fit make one paragraph."""
    pieces = [WRAPPED[start:end] for start, end in split_paragraphs(WRAPPED)]
    assert len(pieces) == 2 or (len(pieces) == 3 and pieces[1] == "A short last line.")
    assert pieces[0].startswith("The harbour board") and "deck down." in pieces[0]
    assert pieces[-1].startswith("Repairs") and pieces[-1].endswith("they last.")


def test_short_sentences_on_lines_of_their_own_stay_apart() -> None:
    """Lines that end with a stop and start with a capital are not taken for wrapped text."""
    text = "The pier is closed.\nThe ferry still runs.\nNobody was hurt there.\n"
    assert len(split_paragraphs(text)) == 3


def test_final_stop_looks_through_closing_quotes() -> None:
    """A sentence in quotation marks ends with a stop, a heading does not."""
    assert has_final_stop("“We are closed.”")
    assert has_final_stop("Was it safe?)")
    assert not has_final_stop("Warning signs ignored")
    assert not has_final_stop("‘Cracked through’")
