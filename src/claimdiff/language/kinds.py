"""Which things are of one kind, so that naming one for another is an error and no paraphrase."""

from functools import cache, lru_cache

from claimdiff.language.stems import family
from claimdiff.language.tables import read_lines


@cache
def _members() -> dict[str, dict[str, int]]:
    """Return for every word family its kinds, each with the number of the member it is a form of."""
    index: dict[str, dict[str, int]] = {}
    for line in read_lines("kinds.txt"):
        kind, _, rest = line.partition(":")
        for number, member in enumerate(rest.split()):
            for word in member.split("/"):
                index.setdefault(family(word.replace("_", " ")), {})[kind] = number
    return index


def is_thing(word: str) -> bool:
    """Say whether a word (in any inflection, or its family root) names a thing of a listed kind."""
    return family(word.lower()) in _members()


@lru_cache(maxsize=131072)
def share_kind(left: str, right: str) -> bool:
    """Say whether two words name different things of one kind ("tuna", "salmon")."""
    index = _members()
    first, second = index.get(family(left.lower()), {}), index.get(family(right.lower()), {})
    return any(first[kind] != second[kind] for kind in first.keys() & second.keys())
