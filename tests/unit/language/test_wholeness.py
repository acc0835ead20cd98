"""How well a statement stands alone."""

import pytest

from claimdiff.language.wholeness import HOLLOW, LEANING, TORN, WHOLE, rate_statement


@pytest.mark.parametrize(
    "statement",
    [
        "The ferry sank off Sandhaven on Friday",
        "Ida Moro rejects the union's account",
        "The skipper, 62, died on Friday",
        "Four sailors were taken to hospital",
        "The man who steered the ferry was arrested",
        "Ida Moro told the Gazette the ferry had sunk",
        "Ida Moro denied the reports",
        "The county spends 14 million a year on the pier",
    ],
)
def test_a_sentence_with_subject_and_verb_is_whole(statement: str) -> None:
    """A subject and a finite verb make a statement that needs nothing else."""
    assert rate_statement(statement) == WHOLE


@pytest.mark.parametrize(
    "statement",
    [
        "He left the harbour before dawn",
        "Its owner is Piers Anstey",
        "We want to look at the wiring",
        "2031 arrived",
        "In this March 2031 file photo, Ida Moro is seen on the pier",
        "Moro Vows Inquiry Into Ferry Fire",
        "As part of the inquiry, the harbour master kept the ship in port",
        "The ferry sank" + " and the crew swam" * 9,
    ],
)
def test_what_needs_another_sentence_leans(statement: str) -> None:
    """Pronouns at the front, headlines and endless sentences are worse names than whole sentences."""
    assert rate_statement(statement) == LEANING


@pytest.mark.parametrize(
    "statement",
    [
        "In exchange for four sailors",
        "Appeared to have been of an older type",
        "Leaving the crew in danger for an hour",
        "Having burned for hours on the quay",
        "Two collisions with other ferries in May",
        "The ferry, built in Sandhaven long ago",
        "The ferry, which had 214 passengers aboard",
        "A law that protects the pier",
        "The owner who stands accused of neglect",
        "The skipper … without a lamp at night",
        "On Monday the owner made an",
        "Even as the owner looked for another ship",
        "On a ferry bound for Sandhaven",
        "Up from an offer of 40 crowns and was said to be fair",
        "Apparently to prove that some of the crew were alive",
        "A day after the ferry was raised from the harbour",
        "Which helped the crew of the ferry",
    ],
)
def test_a_piece_of_a_sentence_is_torn(statement: str) -> None:
    """Without a main verb, with words left out, or from the middle of a sentence, it is a piece."""
    assert rate_statement(statement) == TORN


@pytest.mark.parametrize(
    "statement",
    [
        "Ida Moro told the Gazette",
        "Upon her return from Sandhaven on Friday, Ida Moro told the Gazette",
        "In an interview with the Gazette, Ida Moro alleged",
        "Lantern Line said in a statement",
        "The mayor tweeted",
        "Said the mayor in a statement posted on Friday",
        "10 passengers",
        "Two years ago",
        "The Gazette's Tove Lund",
        "",
    ],
)
def test_that_somebody_spoke_is_hollow(statement: str) -> None:
    """Who spoke, where and to whom tells nothing without what was said; nor do a few words without a verb."""
    assert rate_statement(statement) == HOLLOW


@pytest.mark.parametrize(
    "statement",
    ["Skerra rejects the union's claims", "The harbour would close for a week if the storm continues"],
)
def test_a_word_of_saying_behind_another_verb_empties_nothing(statement: str) -> None:
    """What ends with "claims" or "continues" still tells what the verb before it tells."""
    assert rate_statement(statement) < HOLLOW
