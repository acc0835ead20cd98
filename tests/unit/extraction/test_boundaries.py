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
        "The crowds - about 600 people - were led off the beach",
        "Mara Voss (right, seen before the storm) was unable to sail",
        "The former mayor is serving a sentence -- 12 years -- over bribes",
        "The trawler met a tug on Oct. 11 near the pier",
        "The mayor declined to comment on whether the ferry would sail",
        "The council has no idea how the barge sank",
        "The diver is not sorry that it happened",
        "The mayor called for a strict but open inquiry",
        "The pier has since been mended",
        "They were very, very kind",
        "The council could and should do more",
        "The divers brought up four and a half tons of sand",
        "The company sold its ships days after the leak was found",
        "Dockers and their sons, Ivo and Max, were hurt",
        "A zone for sailors who have been robbed opens on Monday",
        "There are no crews in the harbour being paid",
        "The tug steered its barge past rocks on the north shore",
        "Most hailed Mara Voss, 41, as a hero of the town",
        "The picture was taken in Port Ellery, 6 May, 2031",
    ],
)
def test_stays_whole(text: str) -> None:
    """Lists, shared objects and conditions make one claim."""
    assert pieces_of(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "In a note issued on Sunday, the harbour board was silent",
        "Just six hours later, the tug sank near the pier",
        "To each and every sailor hurt by this storm, the town is grateful",
        "Days earlier, the girl had left the island",
        "When asked about the storm, Moro looked at the quay",
    ],
)
def test_what_leads_in_stays_with_its_clause(text: str) -> None:
    """A phrase that only opens a sentence is no claim of its own."""
    assert pieces_of(text) == [text.removeprefix("When ")]  # a joining word stays out


@pytest.mark.parametrize(
    ("text", "pieces"),
    [
        ("The crew calmed the town by showing patience", ["The crew calmed the town", "by showing patience"]),
        ("Two divers were found by passing boats", ["Two divers were found by passing boats"]),
    ],
)
def test_a_phrase_apart_asserts_something(text: str, pieces: list[str]) -> None:
    """A phrase is cut off where it tells what happened besides, not where it says where or by whom."""
    assert pieces_of(text) == pieces


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
