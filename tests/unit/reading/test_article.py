"""Dates and ids of documents."""

from claimdiff.model import ReferenceDate
from claimdiff.reading import read_text
from claimdiff.reading.article import infer_reference_dates, number_ids

STORY = "The northern pier is closed, the board said.\nThe ferry runs from the quay.\n"


def test_date_in_the_story_is_not_its_publication() -> None:
    """Only metadata, date lines and datelines say when an article came out."""
    text = "Pier shut\nThe pier was closed on 4 May 2031, the board said.\nIt opened on May 6, 1911.\n"
    assert read_text(text).reference_date == ReferenceDate(None, "none")


def test_basis_of_a_date_is_told() -> None:
    """Metadata goes first, then a line of its own, then the dateline."""
    line = "Pier shut\n2031-05-04\n" + STORY
    assert read_text(line).reference_date == ReferenceDate("2031-05-04", "text")
    assert read_text(line, date="2031-05-05T01:00:00").reference_date == ReferenceDate(
        "2031-05-05", "metadata"
    )
    dated = "Pier shut\nELLERY, May 4, 2031 (AP) — The pier is closed.\n" + STORY
    assert read_text(dated).reference_date == ReferenceDate("2031-05-04", "dateline")


def test_undated_documents_take_their_companions_day() -> None:
    """The commonest day of the others is inferred, and marked so."""
    documents = [
        read_text(STORY, path="a", date="2031-05-04"),
        read_text(STORY, path="b"),
        read_text(STORY, path="c", date="2031-05-06"),
        read_text(STORY, path="d", date="2031-05-06T10:00:00"),
    ]
    inferred = infer_reference_dates(documents)
    assert inferred[1].reference_date == ReferenceDate("2031-05-06", "companions")
    assert inferred[1].published_at is None
    assert inferred[0].reference_date == ReferenceDate("2031-05-04", "metadata")


def test_nobody_dated_means_no_reference() -> None:
    """Without any date there is nothing to infer from."""
    assert infer_reference_dates([read_text(STORY)])[0].reference_date == ReferenceDate(None, "none")


def test_equal_texts_get_ordinals() -> None:
    """Two byte-identical documents are two, and their ids say which is which."""
    first, second = number_ids([read_text(STORY, path="a"), read_text(STORY, path="b")])
    assert second.id == f"{first.id}-2"


def test_unreadable_date_counts_as_none() -> None:
    """A date that is none is not an error."""
    assert read_text(STORY, date="next spring").published_at is None
