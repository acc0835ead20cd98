"""Which sources of a version give its value themselves."""

import re
from collections.abc import Callable, Sequence

from claimdiff.language.tokens import content_words
from claimdiff.model import Claim


def list_tellers(claims: Sequence[Claim], value: str, words_of: Callable[[Claim], str]) -> set[str]:
    """Return the ids of the documents that are seen to give a value.

    In: the claims of one version, its value in words, and what returns a claim's evidence. A version holds
    claims without its detail too: these do not say it. A figure or a day counts by what it means, another
    value by its words.
    """
    figures = {
        one.value
        for claim in claims
        for one in claim.quantities
        if one.surface and _stands_in(one.surface, value)
    }
    days = {
        one.value
        for claim in claims
        for one in claim.dates
        if one.value and one.surface and _stands_in(one.surface, value)
    }
    words = frozenset(content_words(value))
    return {
        claim.document_id
        for claim in claims
        if figures & {one.value for one in claim.quantities}
        or days & {one.value for one in claim.dates}
        or (words and words <= frozenset(content_words(words_of(claim))))
    }


def _stands_in(words: str, text: str) -> bool:
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?!\w|[.,]\d)", text) is not None
