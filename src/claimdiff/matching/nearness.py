"""Which terms two reports of one thing may use for the same, asked once a term."""

from functools import cache, lru_cache
from importlib.resources import files

from claimdiff.language.lexicon import same_meaning, synonyms
from claimdiff.language.stems import family

# What a shared line of the list counts beside the same word; one more shared line adds the second.
KINDRED = 0.65
TWICE = 0.15
# Below this strength two terms count as different words.
LEAST = 0.3


@cache
def _kindred() -> dict[str, frozenset[int]]:
    """Return, per word family, the lines of the list it stands on."""
    lines: dict[str, set[int]] = {}
    text = files("claimdiff.matching").joinpath("data", "kindred.txt").read_text("utf-8")
    for number, line in enumerate(text.splitlines()):
        if not line.startswith("#"):
            for word in line.split():
                lines.setdefault(family(word.replace("_", " ")), set()).add(number)
    return {word: frozenset(numbers) for word, numbers in lines.items()}


@cache
def _members() -> dict[int, tuple[str, ...]]:
    members: dict[int, list[str]] = {}
    for word, numbers in sorted(_kindred().items()):
        for number in numbers:
            members.setdefault(number, []).append(word)
    return {number: tuple(words) for number, words in members.items()}


@lru_cache(maxsize=65536)
def near_terms(term: str) -> tuple[tuple[str, float], ...]:
    """Return the terms that may stand for a term, with the strength (0 to 1), sorted.

    A synonym counts as the lexicon has it, a word of the same line of our list KINDRED.
    """
    if term.startswith("#"):
        return ()
    found: dict[str, float] = {}
    for number in _kindred().get(term, ()):
        for other in _members()[number]:
            if other != term:
                found[other] = found.get(other, KINDRED - TWICE) + TWICE
    for other in synonyms(term):
        key = family(other)
        strength = same_meaning(term, other)
        if key != term and strength >= LEAST:
            found[key] = max(found.get(key, 0.0), strength)
    return tuple(sorted((key, min(0.9, strength)) for key, strength in found.items()))
