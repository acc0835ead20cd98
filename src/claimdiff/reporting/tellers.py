"""Which sources of a version give its value themselves, and who alone is said to tell a fact."""

import re
from collections.abc import Callable, Sequence

from claimdiff.language.names import same_name
from claimdiff.language.tokens import content_words
from claimdiff.model import Claim


def list_tellers(claims: Sequence[Claim], value: str, words_of: Callable[[Claim], str]) -> set[str]:
    """Return the ids of the documents that are seen to give a value.

    In: the claims of one version, its value in words, and what returns a claim's evidence. A version holds
    claims without its detail too: these do not say it. A figure or a day counts by what it means, another
    value ("at the end of a two-day trip") by its words.
    """
    figures = {one.value for claim in claims for one in claim.quantities if _makes_up(one.surface, value)}
    days = {
        one.value for claim in claims for one in claim.dates if one.value and _makes_up(one.surface, value)
    }
    words = frozenset(content_words(value))
    return {
        claim.document_id
        for claim in claims
        if figures & {one.value for one in claim.quantities}
        or days & {one.value for one in claim.dates}
        or (words and words <= frozenset(content_words(words_of(claim))))
    }


def find_speaker(statement: str, claims: Sequence[Claim]) -> str | None:
    """Return the fullest name of who tells a fact in all its claims, headlines apart; None where nobody does.

    None also where the statement itself says so, by opening with that name.
    """
    told = [claim for claim in claims if not claim.headline]
    names = [claim.speaker.name for claim in told if claim.speaker is not None]
    if not names or len(names) < len(told):
        return None
    fullest = max(names, key=lambda name: (len(name), name))
    if statement.startswith(f"{fullest} ") or not all(same_name(name, fullest) for name in names):
        return None
    return fullest


def _makes_up(words: str, value: str) -> bool:
    """Tell whether words stand in a value and are most of it."""
    return (
        2 * len(words) >= len(value)
        and re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)", value) is not None
    )
