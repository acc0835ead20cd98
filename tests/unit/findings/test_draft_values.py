"""What a draft's figures, days, names and words must differ in before they are called wrong."""

import pytest

from claimdiff import check
from claimdiff.model.verdict import Verdict
from claimdiff.reading import read_text

SOURCE = (
    "Ferry pilot leaves Port Ellery\n"
    "Asta Renn began her career as a deck hand at the Lantern Line 30 years ago.\n"
    "Ines Calloway waited on the pier for news of the ferry, she said.\n"
    "The pilot was charged with nine counts of theft and smuggling on Friday.\n"
    "Police are investigating whether the captain slept on the bridge.\n"
    "The ferry has sailed to Sorrel every day since 1990.\n"
    "The board hired Tam Oakes as a pilot last week.\n"
    "“We analyzed the currents by modeling the whole harbour,” said Mara Quill.\n"
    "“The tide was higher than anybody expects in spring,” the Rescue Institute said.\n"
)


def judge(sentence: str) -> list[Verdict]:
    """Return the verdicts on one sentence of a draft, against one source of 2031."""
    source = read_text(SOURCE, path="source.txt", date="2031-03-04", label="Gazette")
    draft = read_text(sentence, path="draft.md", date="2031-03-05", markdown=True)
    return list(check(draft, [source]).verdicts)


def rules(sentence: str) -> set[str]:
    return {verdict.rule for verdict in judge(sentence)}


def test_a_figure_that_no_source_has_another_for_is_an_addition() -> None:
    """An age that the source leaves out contradicts nothing; another count of charges does."""
    added = judge("Ines Calloway, 46, waited on the pier for news of the ferry.")
    assert {one.rule for one in added} & {"CD102"}
    assert not {one.rule for one in added} & {"CD201"}
    assert "CD201" in rules("The pilot was charged with seven counts of theft and smuggling on Friday.")


@pytest.mark.parametrize(
    ("sentence", "wrong"),
    [
        ("Asta Renn began her career as a deck hand at the Lantern Line in 2001.", False),
        ("Asta Renn began her career as a deck hand at the Lantern Line in 2000.", False),
        ("Asta Renn began her career as a deck hand at the Lantern Line in 1985.", True),
        ("The ferry has sailed to Sorrel every day since 1980.", True),
    ],
)
def test_a_year_counted_back_is_the_year_or_the_one_beside_it(sentence: str, wrong: bool) -> None:
    """Thirty years ago is about 2001; "since 1980" is not borne out by "since 1990"."""
    assert ("CD202" in rules(sentence)) is wrong


def test_what_is_looked_into_is_not_asserted() -> None:
    """ "Whether he slept" leaves it as open as "may have slept"."""
    assert not rules("The captain may have slept on the bridge.") & {"CD206", "CD207"}


def test_an_opposite_on_another_occasion_contradicts_nothing() -> None:
    """Where the draft names a year that no source has, being fired then is not denied by being hired now."""
    assert "CD208" not in rules("The board fired Tam Oakes as a pilot in 2008.")
    assert "CD208" in rules("The board fired Tam Oakes as a pilot last week.")


def test_a_word_in_the_place_of_the_sources_one_is_found() -> None:
    """Of a claim that is told but for one word that stands nowhere, the source's word is named."""
    (verdict,) = [
        one
        for one in judge("The pilot was charged with nine counts of theft and perjury on Friday.")
        if one.rule == "CD208"
    ]
    assert "smuggling" in verdict.message


def test_a_spelling_alters_no_quotation() -> None:
    """A British spelling of American words is the same quotation."""
    assert "CD301" not in rules("“We analysed the currents by modelling the whole harbour,” said Mara Quill.")


def test_anybody_may_be_an_institute() -> None:
    """ "Investigators" is the name of nobody else than those whom the source names."""
    said = "“The tide was higher than anybody expects in spring,”"
    assert "CD303" not in rules(f"Investigators said: {said}")
    assert "CD303" in rules(f"Mara Quill said: {said}")


def test_who_is_named_as_saying_it_is_not_dropped() -> None:
    """A claim that somebody waited and said so is no claim in the draft's own voice."""
    assert "CD401" not in rules("Ines Calloway, the harbour master, said she waited on the pier.")
