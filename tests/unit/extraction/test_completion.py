"""Subjects that a clause shares with the one before it."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims
from claimdiff.extraction.completion import find_opening
from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.tokens import tokenize


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
        ("Two were hurt inside and more than 30 were rowed home.", "More than 30 were rowed home"),
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
    statements = statements_of("Near the end it rained, and at any rate it would be late.")
    assert not any(statement.startswith("Near the end …") for statement in statements)


def test_commas_in_a_row_are_no_subject() -> None:
    """Marks with nothing between them leave no subject to find, and do no harm."""
    for marks in (",,", ", ,,", ",, , ,"):
        assert statements_of(
            f"Two men, both sailors{marks} were hurt{marks} and left for Ellery {marks} on foot."
        )


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "The strike hit Harbour Line, the maker of nets for small boats, which is based on the isle.",
            "The maker of nets for small boats is based on the isle",
        ),
        (
            "The town was told of a list of new plans, which include a pier on the cape.",
            "New plans include a pier on the cape",
        ),
        (
            "There was a fire in Port Ellery, Norland, which killed six dockers.",
            "A fire in Port Ellery, Norland killed six dockers",
        ),
        (
            "The crew met an organizer of the Harbour March who was thrown off a ferry.",
            "An organizer of the Harbour March was thrown off a ferry",
        ),
        (
            "Harbour Line did not say how rules in the law would change its plans, and did not call back.",
            "Harbour Line did not call back",
        ),
        (
            "Mara Voss, a teacher from Ellery whose brother was hurt, said in a note that she left.",
            "Mara Voss said in a note",
        ),
        (
            "The crew, who had come to town for work, was very tired on Monday.",
            "The crew was very tired on Monday",
        ),
        (
            "Dockers say a stretch of quay, known as the Hook, has kept the boats dry.",
            "A stretch of quay has kept the boats dry",
        ),
        (
            "The fire in Port Ellery, Norland, which killed six dockers, began at dawn.",
            "The fire in Port Ellery, Norland began at dawn",
        ),
        (
            "The guards found one of the boys, Ivo Renn, wandering in the woods.",
            "Ivo Renn wandering in the woods",
        ),
    ],
)
def test_missing_subject_agrees_and_reaches_back(text: str, statement: str) -> None:
    """A missing subject goes with the verb in number, and stands past what is only put in between."""
    assert statement in statements_of(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("The mayor can study them, mend their hulls and even paint the names.", "Them "),
        ("The pier was closed in six years - that was in 2006.", "Six years was"),
        ("The isle has faced floods this year, killing dozens of sheep.", "The isle killed"),
        ("The dockers accused the mayor of not taking their letters seriously.", "The dockers took"),
        ("The boat carries 300 crates a day (compared to nine for the ferry).", "The boat compared"),
        ("The old ferry is as slow as opposed to the new ferry.", "The old ferry opposed"),
        ("“The sea is great,” he cried, or “Ellery is free,” rammed the gate.", "Ellery rammed"),
        ("A docker sees the van, riddled with holes.", "A docker riddled"),
        ("It may be late, there is no doubt it's going to be hard.", "It going to be"),
        ("The storm hit the quay, with so many crews and other firms leaving town.", "The storm other"),
    ],
)
def test_what_cannot_be_the_subject_is_not_put_in_front(text: str, wrong: str) -> None:
    """No object, time or prepositional phrase is made the subject, and phrases that need none get none."""
    assert not [found for found in statements_of(text) if found.startswith(wrong)]


@pytest.mark.parametrize(
    ("before", "clause", "subject"),
    [
        ("He wants to show that his old boats are purely for guests and", "wants a quay.", "He"),
        (
            "The harbour guard, with help from pilots, dockers and divers,",
            "has cleared the bay.",
            "The harbour guard",
        ),
        ("Mara Voss said in June that the crew had come, and next month", "will be late.", None),
        ("The council knows that the old boats", "has sunk.", None),
        ("The rules, when taken out of context,", "do not help.", None),
        ("The mayor said the ferry left the quay and", "docked at noon.", "the ferry"),
        ("Harbour Line makes nets later this week,", "dyed in red.", None),
        ("A docker chose a film of Mara Voss", "shaking her head.", "Mara Voss"),
        ("The song got people clapping and", "singing along.", "people"),
        ("It is late, with the mayor known for being slow and", "missing trains.", None),
        ("Mara Voss knows that", "finding a pilot is hard.", None),
        ("The pilots work at night to save the boy since", "fell on Sunday.", None),
        ("The guards found one of the girls,", "who swam to the quay.", "one of the girls"),
        ("He fears a delay for the crew to be sailing and", "missing the tide.", "the crew"),
        ("Crews name their plans, for example turning lights off and", "mending nets.", None),
        ("The fleet sails at night,", "meaning that the quay is dark.", None),
    ],
)
def test_opening_is_a_subject_that_agrees(before: str, clause: str, subject: str | None) -> None:
    """What is put before a clause agrees with its verb; where nothing does, nothing is put there."""
    text = f"{before} {clause}"
    tokens = tokenize(text)
    start = len(tokenize(before))
    opening = find_opening(tokens, tag_tokens(tokens), start, len(tokens))
    found = opening and text[tokens[opening.first].start : tokens[opening.last - 1].end]
    assert found == subject
