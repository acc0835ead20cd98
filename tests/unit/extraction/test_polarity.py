"""Negation, lexical denial and hedges."""

import pytest

from claimdiff.extraction.polarity import find_hedges, find_negations
from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.tokens import tokenize


def negations_of(text: str) -> list[str]:
    """Return the negating words of a clause."""
    tokens = tokenize(text)
    return [tokens[index].text for index in find_negations(tokens, tag_tokens(tokens))]


def hedges_of(text: str) -> list[str]:
    """Return the hedging words of a clause."""
    tokens = tokenize(text)
    return find_hedges(tokens, tag_tokens(tokens))


@pytest.mark.parametrize(
    "text",
    [
        "the ferry did not sail",
        "the ferry didn’t sail",
        "no boat was lost",
        "nobody was hurt",
        "the mayor denied the report",
        "the crew refused to leave",
        "the pump failed to start",
        "the town was unable to pay",
        "the claim is false",
        "without giving a reason",
        "instead of sailing home",
        "they never arrived",
    ],
)
def test_negated(text: str) -> None:
    """A negation or a lexical denial negates the clause."""
    assert negations_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "the ferry sailed",
        "not only the ferry sailed",
        "the port denied access to two ships",
        "the captain did not deny the report",
        "the guards failed to keep two men from leaving",
        "there is no doubt the pier fell",
        "the uninjured crew went home",
        "nothing but sand was left",
    ],
)
def test_affirmed(text: str) -> None:
    """What only looks like a negation does not negate."""
    assert negations_of(text) == []


@pytest.mark.parametrize(
    ("text", "hedges"),
    [
        ("the pier may have been unsafe", ["may"]),
        ("the ship allegedly carried oil", ["allegedly"]),
        ("the pump appears to have failed", ["appears"]),
        ("the ferry left in May", []),
        ("the mayor could not be reached", []),
        ("the pier could fall", ["could"]),
    ],
)
def test_hedges(text: str, hedges: list[str]) -> None:
    """Modal and adverbial hedges are found; the month and plain ability are none."""
    assert hedges_of(text) == hedges
