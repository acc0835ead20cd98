"""Counts of one thing that sources give otherwise, whatever the words around them."""

import pytest

from claimdiff.findings.tallies import find_tallies
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.language.numerals import find_quantities
from claimdiff.model import Quantity, Span
from claimdiff.settings import Settings


@pytest.fixture
def tell(document, claim):
    """One claim of all a text says, with its figures, in a document of its own."""

    def make(text, label, **fields):
        where = document(text, label=label, **fields)
        figures = tuple(
            Quantity(
                Span(n.start, n.end), text[n.start : n.end], n.value, n.unit, n.comparison, n.high, n.kind
            )
            for n in find_quantities(text)
        )
        return where, claim(where, text[:-1], quantities=figures)

    return make


def tallies_of(*told):
    documents = {where.id: where for where, _ in told}
    claims = [claim for _, claim in told]
    story = StoryWords(tuple(documents.values()), list_sentences(claims))
    return list(find_tallies(claims, documents, story, Settings()))


def test_parts_of_one_whole_are_set_against_each_other(tell):
    """ "12 of 40 heats" and "13 of the 40 heats" count one thing, however the sentences go on."""
    one = tell("Rain ended the Ellery regatta with 12 of 40 heats rowed.", "A")
    two = tell("Judges stopped the boats after 13 of the 40 heats.", "B")
    (row,) = tallies_of(one, two)
    assert (row.kind, row.between, row.status) == ("quantity", "sources", "contradiction")
    assert {row.left.value, row.right.value} == {"12", "13"}


def test_what_each_source_counts_once_is_one_thing(tell):
    """A boat's passengers are counted once in each; near enough, the counts can't both hold."""
    one = tell("The Brannoc carried 214 passengers when she struck.", "A")
    two = tell("All 240 passengers were taken off the Brannoc by dawn.", "B")
    (row,) = tallies_of(one, two)
    assert row.between == "sources"
    assert {row.left.value, row.right.value} == {"214", "240"}


@pytest.mark.parametrize(
    "other",
    [
        "All 214 passengers were taken off the Brannoc by dawn.",
        "More than 240 passengers were taken off the Brannoc by dawn.",
        "The line carries 9,000 passengers to the Brannoc light each summer.",
        "The Brannoc carried 240 sheep.",
    ],
)
def test_the_same_an_open_or_a_far_count_is_no_other(tell, other):
    """Equal figures, bounds, counts of another order and of other things are left alone."""
    assert (
        tallies_of(tell("The Brannoc carried 214 passengers when she struck.", "A"), tell(other, "B")) == []
    )


def test_a_later_count_of_what_moves_is_a_development(tell):
    """A count of people that a later article gives otherwise has moved."""
    one = tell("The Brannoc left 214 passengers stranded.", "A", published_at="2031-03-04")
    two = tell("The Brannoc left 240 passengers stranded.", "B", published_at="2031-03-06")
    (row,) = tallies_of(two, one)
    assert row.between == "moments"
    assert (row.left.value, row.right.value) == ("214", "240")
