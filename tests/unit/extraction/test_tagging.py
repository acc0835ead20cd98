"""The light tagger: finite verbs, participles and what only looks like a verb."""

import pytest

from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.tokens import tokenize


def tags_of(text: str) -> dict[str, str]:
    """Return the tag of each word."""
    tokens = tokenize(text)
    return {token.text: tag for token, tag in zip(tokens, tag_tokens(tokens), strict=True)}


@pytest.mark.parametrize(
    ("text", "word", "tag"),
    [
        ("A barge loaded with sand sank off the coast.", "loaded", "Q"),
        ("A barge loaded with sand sank off the coast.", "sank", "V"),
        ("The crew was rescued by divers.", "rescued", "Q"),
        ("The injured sailors went home.", "injured", "A"),
        ("The attack came at night.", "attack", "N"),
        ("They attack the pier.", "attack", "V"),
        ("The town plans a new pier.", "plans", "V"),
        ("The plans were lost.", "plans", "N"),
        ("The storm hit before midnight.", "before", "P"),
        ("The storm hit before the boats returned.", "before", "S"),
        ("He went to the pier.", "to", "P"),
        ("He wants to leave.", "to", "T"),
        ("The report that angered him was short.", "that", "W"),
        ("He pays for wire fraud and money laundering.", "laundering", "N"),
        ("The case is extremely pressing for us.", "pressing", "A"),
        ("The town is new, rising and famous.", "rising", "A"),
        ("The strike led to delays and alleged losses.", "alleged", "A"),
        ("The quay is for manned and unmanned boats.", "unmanned", "A"),
        ("The storm left a hole in the ground and overturned nearby boats.", "overturned", "V"),
        ("She dismissed it as politically motivated.", "as", "P"),
        ("Until this storm there had been no floods.", "Until", "P"),
        ("Divers worked to free people.", "free", "I"),
        ("The pier is free.", "free", "A"),
        ("It can bring speed and improved nets.", "improved", "A"),
        ("They can set it on the pier.", "set", "I"),
        ("It was a difficult and simple choice.", "simple", "A"),
        ("They calm the crowd.", "calm", "V"),
        ("They know that alleged thieves used the pier.", "alleged", "A"),
        ("When that happens, we sail.", "that", "R"),
        ("They cut that off as early as May.", "that", "R"),
        ("The crew did that.", "that", "R"),
        ("They knew that off the coast a barge sank.", "that", "W"),
        ("He said that out of nowhere a barge came.", "that", "W"),
        ("The rule requires a vote.", "requires", "V"),
        ("The killing of two men shocked the town.", "killing", "N"),
    ],
)
def test_word_in_context(text: str, word: str, tag: str) -> None:
    """A word's neighbours decide between its possible tags."""
    assert tags_of(text)[word] == tag


def test_capitals_tell_nothing_in_a_headline() -> None:
    """In a headline in capitals a verb is still a verb."""
    assert tags_of("Harbour Master Resigns After Long Inquiry")["Resigns"] == "V"


def test_one_tag_a_token() -> None:
    """Every token gets exactly one tag, marks included."""
    tokens = tokenize("“Well,” he said — 12% of it; (all) gone…?!")
    tags = tag_tokens(tokens)
    assert len(tags) == len(tokens)
    assert all(len(tag) == 1 for tag in tags)
