"""Subjects that a clause shares with the one before it."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims


def statements_of(text: str) -> list[str]:
    """Return the statements of a paragraph's claims."""
    return [claim.statement for claim in extract_claims(build_document(text))]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The trawler hit the quay and sank within minutes.", "The trawler sank within minutes"),
        ("The trawler hit the quay, killing two dockers.", "The trawler killed two dockers"),
        ("The storm sank nine boats, which belonged to the town.", "Nine boats belonged to the town"),
        (
            "In May, two sailors, both from Port Ellery, drowned and were buried at sea.",
            "Two sailors were buried at sea",
        ),
        ("The pier was hit by a trawler and destroyed by fire.", "The pier was destroyed by fire"),
        ("Harbour Line, the company that runs the ferry, denied this.", "Harbour Line denied this"),
        ("Harbour Line, which runs the ferry, told the council.", "Harbour Line told the council"),
        ("The company denies that.", "The company denies that"),
        ("The remarks by Mara Voss, who heads the union, come late.", "The remarks by Mara Voss come late"),
        ("Mara Voss, a pilot from Ellery, said in a note the pier was shut.", "Mara Voss said in a note"),
        ("Two men met the mayor, who left, and were arrested.", "Two men were arrested"),
        ("Mara Voss, 30, from Ellery, who was on board, fell ill.", "Mara Voss fell ill"),
        ("Six were trapped inside and more than 50 were taken ashore.", "More than 50 were taken ashore"),
        ("Crews will work all through the night to find them and to help.", "Crews … to help"),
        (
            "Moro met them (the crew) on the pier on Monday, and fled to the isle by boat.",
            "Moro fled to the isle by boat",
        ),
        ("A union, of which Ivo and Ada were both members, left the talks.", "A union left the talks"),
        ("Ivo Renn, whose lead was cut to two points, finished second.", "Ivo Renn finished second"),
        ("Ivo Renn braked and swerved, almost hitting a child.", "Ivo Renn almost hit a child"),
        (
            "Dockers came ashore, pushing, kicking and slapping him.",
            "Dockers pushed, kicked and slapped him",
        ),
        ("On Monday the crew left and swam to the quay.", "The crew swam to the quay"),
        (
            "They could sell all of their nets to the island on Monday, and will send boats to the cape.",
            "They will send boats to the cape",
        ),
        (
            "The crew, Sail for Ellery, said on the radio that the pier was shut.",
            "The crew said on the radio",
        ),
        ("“I don't know the man,” said Mara Voss.", "Mara Voss doesn't know the man"),
        ("“My boat sank,” said Mara Voss.", "Mara Voss' boat sank"),
        (
            "“We ran,” said Mara Voss, a teacher from Ellery, who was on the ferry with pupils.",
            "Mara Voss was on the ferry with pupils",
        ),
    ],
)
def test_subject_is_put_in_front(text: str, statement: str) -> None:
    """A clause without a subject says in its statement what it is about."""
    assert statement in statements_of(text)


def test_a_clause_with_a_subject_is_left_alone() -> None:
    """Nothing is put before a clause that stands by itself."""
    assert statements_of("The pier fell and the town wept.") == ["The pier fell", "The town wept"]


def test_no_place_or_time_is_a_subject() -> None:
    """A phrase with a preposition is put before no clause."""
    statements = statements_of("Near the end it rained, and in any case it would be late.")
    assert not any(statement.startswith("Near the end …") for statement in statements)


def test_commas_in_a_row_are_no_subject() -> None:
    """Marks with nothing between them leave no subject to find, and do no harm."""
    for marks in (",,", ", ,,", ",, , ,"):
        assert statements_of(
            f"Two men, both sailors{marks} were hurt{marks} and left for Ellery {marks} on foot."
        )
