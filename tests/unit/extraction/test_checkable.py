"""What can be checked and what can't."""

import pytest

from claimdiff.extraction.checkable import is_checkable
from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.tokens import tokenize
from claimdiff.model import Speech


def check(text: str, speech: Speech = "direct") -> bool:
    """Say whether the text is checkable."""
    tokens = tokenize(text)
    return is_checkable(text, tokens, tag_tokens(tokens), speech)


@pytest.mark.parametrize(
    "text",
    [
        "Who sank the ferry?",
        "I hope the town recovers",
        "We express our condolences to the families",
        "It was an absolutely terrible day",
        "Let us rebuild the pier",
        "Thank you, Port Ellery",
    ],
)
def test_not_checkable(text: str) -> None:
    """Questions, wishes, thanks and bare judgement can't be checked."""
    assert not check(text)


@pytest.mark.parametrize("text", ["The ferry sank at noon", "I saw the ferry sink", "It was a trawler"])
def test_checkable(text: str) -> None:
    """What somebody says happened can be checked."""
    assert check(text)


def test_narration_is_checkable() -> None:
    """The outlet's own words are held to account, judgement or not."""
    assert check("It was a terrible day", "narration")
