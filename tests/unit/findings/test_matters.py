"""Which contradictions are about one matter."""

import pytest

from claimdiff.findings.matters import mark_matters
from claimdiff.findings.sides import make_row, make_side


@pytest.fixture
def story(document, claim):
    """Two outlets on the smuggling that a ministry is accused of; an islander and a company deny it."""
    one = document(
        "Customs officers allege that Sorrel smuggled cigarettes. Sorrel also bribed a pilot, they say. "
        "The ferry line smuggled cigarettes, says Ida Brock.",
        label="A",
    )
    two = document(
        "The Sorrel ministry denied smuggling cigarettes. The Lantern Line denied the claims.", label="B"
    )
    return {
        "smuggled": claim(one, "Sorrel smuggled cigarettes", "Customs officers"),
        "bribed": claim(one, "Sorrel also bribed a pilot", "Customs officers"),
        "line": claim(one, "The ferry line smuggled cigarettes", "Ida Brock"),
        "denied": claim(two, "The Sorrel ministry denied smuggling cigarettes"),
        "rejected": claim(two, "The Lantern Line denied the claims"),
    }


def rows_of(story, *pairs, kind="polarity", between="speakers"):
    return [
        make_row(
            kind,
            between,
            (make_side(story[one], story[one].statement), make_side(story[two], story[two].statement)),
            0.9 - 0.01 * number,
            0.5,
            "…",
        )
        for number, (one, two) in enumerate(pairs)
    ]


def matters_of(rows, story, alone):
    claims = list(story.values())
    marked = mark_matters(rows, {one.id: one for one in claims}, alone(claims).facts)
    return [next(i for i, row in enumerate(marked) if row.id == one.matter) for one in marked]


def test_allegations_that_one_denial_meets_are_one_matter(story, alone):
    """The same people accuse and the same deny: one dispute, told in two places."""
    rows = rows_of(story, ("smuggled", "denied"), ("bribed", "denied"))
    assert matters_of(rows, story, alone) == [0, 0]


def test_disputes_of_other_people_are_other_matters(story, alone):
    """Another accuser, or another who denies, is another dispute, though a claim is shared."""
    rows = rows_of(story, ("smuggled", "denied"), ("smuggled", "rejected"), ("line", "denied"))
    assert matters_of(rows, story, alone) == [0, 1, 2]


def test_sources_dispute_one_matter_where_a_claim_and_its_value_are_shared(story, alone):
    """One source's day against those of two others is one row; quotations are each their own."""
    pairs = ("smuggled", "denied"), ("bribed", "denied")
    assert matters_of(rows_of(story, *pairs, kind="date", between="sources"), story, alone) == [0, 0]
    assert matters_of(rows_of(story, *pairs, kind="quotation", between="sources"), story, alone) == [0, 1]


def test_a_matter_does_not_run_on_from_row_to_row(story, alone):
    """What shares a value only with a row that came to the matter itself is another matter."""
    pairs = ("smuggled", "denied"), ("bribed", "denied"), ("bribed", "rejected")
    assert matters_of(rows_of(story, *pairs, kind="date", between="sources"), story, alone) == [0, 0, 2]
