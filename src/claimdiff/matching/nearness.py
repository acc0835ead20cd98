"""Which terms two reports of one thing may use for the same, asked once a term."""

from functools import cache, lru_cache

from claimdiff.language.lexicon import same_meaning, synonyms
from claimdiff.language.stems import family
from claimdiff.language.tables import read_data
from claimdiff.matching.terms import join_places

# What a shared line of the list counts beside the same word, a plain one and a loose one; one more shared
# line of that sort adds TWICE.
KINDRED = 0.65
LOOSE = 0.5
TWICE = 0.15
# Below this strength two terms count as different words.
LEAST = 0.3


@cache
def _read_lines() -> tuple[tuple[float, tuple[str, ...]], ...]:
    """Return every line of the list: what sharing it counts, and its word families."""
    lines = _read("kindred_terms.txt").splitlines()
    return tuple(
        (LOOSE, tuple(line[1:].split())) if line[0] == "~" else (KINDRED, tuple(line.split()))
        for line in lines
        if line[0] != "#"
    )


def _read(name: str) -> str:
    return read_data("claimdiff.matching", name)


def compose_lines() -> str:
    """Return the list with its words as families, as a run reads it; `benchmarks/write_stems.py` keeps it.

    What is no family of its own ("step_down") can't stand for anything and falls away.
    """
    written = ["# The lines of kindred.txt as word families. Made by benchmarks/write_stems.py."]
    for line in _read("kindred.txt").splitlines():
        if line and not line.startswith("#"):
            loose = "~" if line.startswith("~") else ""
            terms = dict.fromkeys(map(_find_term, line.removeprefix("~").split()))
            known = [term for term in terms if " " not in term]
            if len(known) > 1:
                written.append(loose + " ".join(known))
    return "\n".join(written) + "\n"


def _find_term(word: str) -> str:
    """Return the term of a word of the list, "north_korea" for a country of two words."""
    families = join_places([family(part) for part in word.split("_")])
    return families[0] if len(families) == 1 else " ".join(families)


@cache
def _find_lines() -> dict[str, tuple[int, ...]]:
    """Return, per word family, the numbers of the lines it stands on."""
    found: dict[str, list[int]] = {}
    for number, (_, families) in enumerate(_read_lines()):
        for word in families:
            found.setdefault(word, []).append(number)
    return {word: tuple(numbers) for word, numbers in found.items()}


@lru_cache(maxsize=65536)
def near_terms(term: str) -> tuple[tuple[str, float], ...]:
    """Return the terms that may stand for a term, with the strength (0 to 1), sorted.

    A synonym counts as the lexicon has it, a word of the same line of our list KINDRED or LOOSE.
    """
    if term.startswith("#"):
        return ()
    found: dict[str, float] = {}
    loose: dict[str, float] = {}
    for number in _find_lines().get(term, ()):
        strength, families = _read_lines()[number]
        sort = found if strength == KINDRED else loose
        for other in families:
            if other != term:
                sort[other] = sort.get(other, strength - TWICE) + TWICE
    for other, strength in loose.items():
        found[other] = max(found.get(other, 0.0), strength)
    for other in synonyms(term):
        key = family(other)
        strength = same_meaning(term, other)
        if key != term and strength >= LEAST:
            found[key] = max(found.get(key, 0.0), strength)
    return tuple(sorted((key, min(0.9, strength)) for key, strength in found.items()))
