"""A text of many megabytes is read up to a limit, and says so."""

from itertools import pairwise

from claimdiff.reading import read_text
from claimdiff.reading.length import BEYOND, MOST_CHARACTERS, is_shortened


def test_an_article_is_never_cut() -> None:
    """What fits is as it was."""
    assert not is_shortened(read_text("The crane fell on Monday.\n\n" * 50))


def test_what_is_beyond_the_limit_is_one_skipped_stretch() -> None:
    """The text stays whole; every visible character is in a block or in a skipped stretch, once."""
    pieces = (
        ("The crane fell on Monday. ", 50_000),
        ("The crane fell.\nTwo hurt.\n\n", 45_000),
        ("a", 1_200_000),
    )
    for text in (words * times for words, times in pieces):
        document = read_text(text)
        assert document.text == text and is_shortened(document)
        assert document.skipped[-1].reason == BEYOND
        rows = sorted((row.start, row.end) for row in (*document.blocks, *document.skipped))
        assert all(end <= start for (_, end), (start, _) in pairwise(rows))
        assert max(block.end for block in document.blocks) <= MOST_CHARACTERS
        gaps = [text[end:start] for (_, end), (start, _) in pairwise(rows)]
        assert not "".join(gaps).strip() and not text[rows[-1][1] :].strip()
