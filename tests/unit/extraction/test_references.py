"""Pronouns, short names and roles resolved to the fullest name, or left alone."""

import pytest

from building import build_document, find_span
from claimdiff.extraction.references import resolve_references
from claimdiff.model import Document, Span


def article(*paragraphs: str) -> Document:
    return build_document("\n\n".join(paragraphs))


def rewritten(document: Document, words: str, speaker: str | None = None) -> str:
    return resolve_references(document).rewrite([find_span(document.text, words)], speaker)


@pytest.mark.parametrize(
    ("before", "words", "statement"),
    [
        ("Mayor Maria Holm opened the pier.", "She thanked the crew", "Maria Holm thanked the crew"),
        ("Skipper Peter Dahl left Port Ellery.", "Dahl came back", "Peter Dahl came back"),
        ("Skipper Peter Dahl left early.", "The storm took his boat", "The storm took Peter Dahl's boat"),
        ("Mayor Maria Holm left early.", "The storm hit her yesterday", "The storm hit Maria Holm yesterday"),
        (
            "Maria Holm, 41, won.",
            "Later the 41-year-old woman left",
            "Later the 41-year-old woman Maria Holm left",
        ),
        ("Skipper Peter Dahl won.", "The 41-year-old Dane left", "The 41-year-old Dane Peter Dahl left"),
        ("Foreign Minister Maria Holm spoke.", "Later the foreign minister left", "Later Maria Holm left"),
        ("A spokesman for the line, Peter Dahl, spoke.", "He left", "Peter Dahl left"),
        (
            "Ellery Line said no. A spokesman for Ellery Line, Peter Dahl, spoke.",
            "He left",
            "Peter Dahl left",
        ),
    ],
)
def test_the_first_mention_gets_the_full_name(before: str, words: str, statement: str) -> None:
    """A pronoun, a surname or a role becomes the fullest name that the document gives."""
    assert rewritten(article(f"{before} {words}."), words) == statement


def test_a_person_is_named_once_in_a_statement() -> None:
    """After the first mention the statement's own pronouns are clear enough."""
    document = article("Skipper Peter Dahl left early. He sold his boat before he sailed.")
    assert (
        rewritten(document, "He sold his boat before he sailed")
        == "Peter Dahl sold his boat before he sailed"
    )


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("In court were Peter Dahl and Robert Munk.", "The boat was sold when he left"),
        ("Peter Dahl was there.", "A soldier fell when he tripped"),
        ("Foreign Minister Maria Holm met Finance Minister Peter Dahl.", "Later the minister flew home"),
        ("Peter Dahl and Maria Dahl run the yard.", "Yesterday Dahl was late"),
        ("“Look,” somebody said.", "Then I like my boat"),
        ("The ferry sank.", "Everybody likes him"),
    ],
)
def test_what_is_unsure_stays_as_it_stands(before: str, words: str) -> None:
    """Where two fit, or nobody is known, nothing is guessed."""
    assert rewritten(article(f"{before} {words}."), words) == words


def test_gender_parts_candidates() -> None:
    """A pronoun passes over people of the other gender."""
    document = article("Robert Munk met Maria Holm at the pier. The rain had ruined her coat.")
    assert rewritten(document, "The rain had ruined her coat") == "The rain had ruined Maria Holm's coat"


def test_the_speaker_stands_behind_the_first_person() -> None:
    """In direct speech "I" is the speaker, with the verb in the third person."""
    document = article("“I think the boat is fine,” Dahl said.")
    assert (
        rewritten(document, "I think the boat is fine", "Peter Dahl") == "Peter Dahl thinks the boat is fine"
    )


@pytest.mark.parametrize(
    ("teller", "words", "statement"),
    [
        ("Harbour Council", "it closed the pier", "Harbour Council closed the pier"),
        ("Harbour Council", "its boats sank", "Harbour Council's boats sank"),
        ("Harbour Council", "it is clear that nobody came", "it is clear that nobody came"),
        ("Harbour Council", "she closed the pier", "she closed the pier"),
        ("Maria Holm", "it closed the pier", "it closed the pier"),
        ("Maria Holm", "he closed the pier", "he closed the pier"),
    ],
)
def test_a_pronoun_that_opens_indirect_speech_may_be_the_teller(
    teller: str, words: str, statement: str
) -> None:
    """ "The council said it …" speaks of the council; what does not fit the teller stays."""
    document = article(f"Talks ended early. {words}.")
    assert resolve_references(document).rewrite([Span(19, 19 + len(words))], teller=teller) == statement


def test_an_institution_is_its_own_we() -> None:
    """ "We" of a council is the council; a person's "we" stays."""
    document = article("“We are sorry for our pier,” the Harbour Council said. Peter Dahl said nothing.")
    assert rewritten(document, "We are sorry for our pier", "Harbour Council") == (
        "Harbour Council is sorry for Harbour Council's pier"
    )
    assert rewritten(document, "We are sorry for our pier", "Peter Dahl") == "We are sorry for our pier"


def test_referent_fullest_name_and_role() -> None:
    """A span or a name leads to the fullest name and the role; unknown names stay as they are."""
    document = article("Mayor Maria Holm opened the pier. She left early.")
    references = resolve_references(document)
    start = document.text.index("She")
    assert references.referent(Span(start, start + 3)) == "Maria Holm"
    assert references.fullest_name("Holm") == "Maria Holm"
    assert references.fullest_name("the mayor") == "Maria Holm"
    assert references.fullest_name("Munk") == "Munk"
    assert references.role_of("Holm") == "Mayor"


def test_parts_that_lie_apart_are_joined() -> None:
    """Several spans of one claim become one line."""
    document = article("The ferry, said the crew, sank.")
    assert resolve_references(document).rewrite([Span(0, 9), Span(26, 30)]) == "The ferry … sank"


@pytest.mark.parametrize(
    "text", [" ", "he", "\u202ehe said", "He. She. \x00", "’s his", "The The the minister"]
)
def test_odd_texts_raise_nothing(text: str) -> None:
    """Without a name to put in, any text comes out as it went in, white space squeezed."""
    assert resolve_references(article(text)).rewrite([Span(0, len(text))]) == " ".join(text.split())


def test_a_team_is_no_he() -> None:
    """What has an article is a team or a house, however much its name sounds like a person's."""
    document = article("The Austin Rowers have lost again.", "The rain fell on his boat.")
    assert rewritten(document, "The rain fell on his boat") == "The rain fell on his boat"


def test_a_rank_is_no_part_of_the_name() -> None:
    """A short form gets the name without rank; where the rank is printed it stays."""
    document = article("Deputy Chief Constable Adrian Moro spoke.", "Moro left.")
    assert rewritten(document, "Moro left") == "Adrian Moro left"
    assert rewritten(document, "Constable Adrian Moro spoke") == "Constable Adrian Moro spoke"


def test_the_speaker_owns_what_is_told_of_them() -> None:
    """Behind "I" as the subject, "my" is his or hers where that is known."""
    document = article("Mr Adrian Moro spoke.", "“I hit my head,” Adrian Moro said.")
    assert rewritten(document, "I hit my head", "Adrian Moro") == "Adrian Moro hit his head"


@pytest.mark.parametrize(
    ("before", "words", "statement"),
    [
        ("Once Dahl slept.", "the crew paid Dahl", "the crew paid Peter Dahl"),
        ("While Dahl slept, Holm sold his boat.", "sold his boat", "sold Adam Holm's boat"),
        ("Dahl said Holm was late because he slept.", "because he slept", "because he slept"),
        ("Dahl said the search for a mate was on and he ate.", "and he ate", "and Peter Dahl ate"),
        ("Dahl left. In his speech, Holm wept.", "In his speech", "In his speech"),
        (
            "Parent company Harbour Freight said no. It took his boat.",
            "It took his boat",
            "It took Peter Dahl's boat",
        ),
        ("A worker met Peter Dahl. His arms were full.", "His arms were full", "His arms were full"),
    ],
)
def test_whose_clause_it_is(before: str, words: str, statement: str) -> None:
    """Who acts in the clause owns what is theirs; where two act nobody is chosen."""
    rest = "" if words in before else f"Then {words}."
    document = article("Peter Dahl and Adam Holm are skippers.", f"{before} {rest}")
    assert rewritten(document, words) == statement
