"""How much a word says: the rarer in the story and in the news at large, the more."""

from collections.abc import Iterable, Sequence
from functools import cache
from math import log

from claimdiff.language.tables import read_data
from claimdiff.matching.nearness import near_terms

# How much the claims that hold a near word count towards how common a term is, beside those that hold it.
NEAR_SHARE = 0.25


@cache
def _background() -> dict[str, float]:
    """Return the rarity of common news words, 0 (in every text) to 1; a word not listed has 1.

    Each line of the file is one band: its rarity, then its words.
    """
    rarity: dict[str, float] = {}
    text = read_data("claimdiff.matching", "background.txt")
    for line in text.splitlines():
        if line.strip() and not line.startswith("#"):
            band, *words = line.split()
            rarity.update(dict.fromkeys(words, float(band)))
    return rarity


class Weights:
    """Term weights of one story (or, without texts, of the news at large)."""

    __slots__ = ("_known", "_unknown")

    def __init__(self, known: dict[str, float], unknown: float) -> None:
        self._known = known
        self._unknown = unknown

    @classmethod
    def from_texts(cls, texts: Sequence[Iterable[str]]) -> "Weights":
        """Return weights from the terms of every claim of a story.

        A term is as rare as what it tells: claims that hold a near word count too, with NEAR_SHARE.
        """
        counts: dict[str, int] = {}
        for terms in texts:
            for term in set(terms):
                counts[term] = counts.get(term, 0) + 1
        total = len(texts)
        if total < 3:
            return cls({term: find_rarity(term) for term in sorted(counts)}, 1.0)
        scale = log(1 + total)
        known: dict[str, float] = {}
        for term, count in counts.items():
            near = sum(strength * counts.get(other, 0) for other, strength in near_terms(term))
            rarity = log((total + 1) / (min(total, count + NEAR_SHARE * near) + 0.5)) / scale
            known[term] = 0.78 * rarity + 0.22 * find_rarity(term)
        return cls(known, 1.0)

    def of(self, term: str) -> float:
        """Return the weight of a term, about 0 to 1."""
        weight = self._known.get(term)
        return find_rarity(term) if weight is None else max(weight, 0.02)


def find_rarity(term: str) -> float:
    """Return how rare a term is in the news at large, .05 to 1."""
    if term.startswith("#"):
        return 0.6
    return max(_background().get(term, 1.0), 0.05)
