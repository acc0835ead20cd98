"""How many claims one document may bring; what is beyond is left out with a word, never silently."""

from collections import Counter
from collections.abc import Sequence

from msgspec import Struct

from claimdiff.model import Claim

# So often one document may make the very same claim: a text that repeats itself for pages has no more to say.
REPEATS = 8


class KeptClaims(Struct, frozen=True):
    """The claims of a document that are worked with, and how many were left out, by reason."""

    claims: tuple[Claim, ...]
    repeated: int
    beyond: int


def limit_claims(claims: Sequence[Claim], most: int) -> KeptClaims:
    """Keep the first REPEATS of equal claims by one speaker, and of what is left the first `most`.

    In and out: the claims of one document in reading order.
    """
    seen: Counter[tuple[str, str]] = Counter()
    kept: list[Claim] = []
    repeated = 0
    for claim in claims:
        key = (claim.statement, claim.speaker.name if claim.speaker else "")
        seen[key] += 1
        if seen[key] > REPEATS:
            repeated += 1
        else:
            kept.append(claim)
    return KeptClaims(tuple(kept[:most]), repeated, max(0, len(kept) - most))
