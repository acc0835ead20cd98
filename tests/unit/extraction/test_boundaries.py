"""What grammar keeps together, whatever the learned weights say."""

import pytest

from claimdiff.extraction.boundaries import load_model
from claimdiff.extraction.clauses import cut_clauses
from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.tokens import tokenize


def pieces_of(text: str) -> list[str]:
    """Return the clauses of one sentence."""
    tokens = tokenize(text)
    pieces = cut_clauses(tokens, tag_tokens(tokens))
    return [text[tokens[piece.first].start : tokens[piece.last - 1].end] for piece in pieces]


@pytest.mark.parametrize(
    "text",
    [
        "The town and the island share one ferry",
        "The boats load between noon and nine",
        "The council wants to repair and reopen the pier",
        "If the storm turns, the ferry will not sail",
        "The yard builds tugs, barges and armored launches",
        "The mayor praised its economic, cultural and maritime ties with the island",
        "A barge loaded with sand sank",
    ],
)
def test_stays_whole(text: str) -> None:
    """Lists, shared objects and conditions make one claim."""
    assert pieces_of(text) == [text]


def test_a_noun_between_commas_keeps_its_verb() -> None:
    """What stands between commas does not part a subject from its predicate."""
    text = "Two men, including one sailor, were hurt"
    assert pieces_of(text) == [text]


def test_brackets_stay_balanced() -> None:
    """A short aside in brackets stays where it is, both brackets included."""
    assert pieces_of("The other towns will (too) pay for the pier") == [
        "The other towns will (too) pay for the pier"
    ]


def test_no_words_are_lost_between_clauses() -> None:
    """Only joining words and marks may fall between the pieces."""
    text = "The trawler turned, struck the pier and sank, but all nine sailors swam to the shore"
    kept = " ".join(pieces_of(text)).split()
    lost = [word.strip(",") for word in text.split() if word.strip(",") not in " ".join(kept)]
    assert set(lost) <= {"and", "but"}


def test_the_model_has_weights_for_every_template() -> None:
    """The file of weights fits the templates of this version."""
    model = load_model()
    assert all(model.weights)
