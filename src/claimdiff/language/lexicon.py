"""News words that mean the same, nearly the same, the opposite, or exclude each other in one slot."""

from functools import cache, lru_cache

from claimdiff.language.number_words import SMALL
from claimdiff.language.places import canonical_place, place_tables
from claimdiff.language.stems import family, stem
from claimdiff.language.tables import read_lines

_SAME = 0.85
_NEAR = 0.5
_PLACE = 0.9
_FAMILY = 0.95


def _key(word: str) -> str:
    return word if " " in word else family(word)


@cache
def _groups() -> tuple[dict[str, dict[int, float]], tuple[tuple[str, ...], ...]]:
    """Return for every key its groups with the weight, and the groups' words."""
    index: dict[str, dict[int, float]] = {}
    members: list[tuple[str, ...]] = []
    for line in read_lines("synonyms.txt"):
        weight = _NEAR if line.startswith("~") else _SAME
        words = tuple(word.replace("_", " ") for word in line.lstrip("~ ").split())
        for word in words:
            index.setdefault(_key(word), {})[len(members)] = weight
        members.append(words)
    return index, tuple(members)


@lru_cache(maxsize=65536)
def synonyms(word: str) -> tuple[str, ...]:
    """Return the other words of the groups that a word, stem or family is in, sorted, near ones too."""
    index, members = _groups()
    key = _key(word.lower())
    found = {other for group in index.get(key, ()) for other in members[group] if _key(other) != key}
    return tuple(sorted(found))


@lru_cache(maxsize=262144)
def same_meaning(left: str, right: str) -> float:
    """Return how surely two words mean the same, 0 to 1; any inflection, stem or family will do.

    1.0 for one stem, .95 for one word-formation family, .9 for names of one country, .85 within a
    group of synonyms, .5 within a group of near synonyms, else 0.
    """
    a, b = left.lower(), right.lower()
    if a == b or stem(a) == stem(b):
        return 1.0
    first, second = _key(a), _key(b)
    if first == second:
        return _FAMILY
    if first in _numbers() and _numbers()[first] == _numbers().get(second):
        return 1.0
    place = _country_of(left)
    if place and place == _country_of(right):
        return _PLACE
    index, _ = _groups()
    groups = index.get(first)
    if not groups:
        return 0.0
    others = index.get(second, {})
    return max((weight for group, weight in groups.items() if group in others), default=0.0)


@cache
def _numbers() -> dict[str, int]:
    """Map number words, their stems and digits below a hundred to their value."""
    values = {str(number): number for number in range(100)}
    for word, value in SMALL.items():
        for form in (word, stem(word), family(word)):
            values.setdefault(form, int(value))
    return values


@cache
def _country_stems() -> dict[str, str]:
    """Map the stems of one-word countries, peoples and adjectives to the country ("chine": "china")."""
    found: dict[str, str] = {}
    for form, country in place_tables().countries.items():
        if " " not in form and len(form) > 3 and canonical_place(form):
            found.setdefault(stem(form), country)
            found.setdefault(family(form), country)
    return found


def _country_of(word: str) -> str:
    return canonical_place(word) or _country_stems().get(word.lower(), "")


@cache
def _opposites() -> tuple[dict[str, set[int]], dict[str, set[int]]]:
    """Return for every key the lines on whose left side it stands, and those on whose right side."""
    sides: tuple[dict[str, set[int]], dict[str, set[int]]] = ({}, {})
    for number, line in enumerate(read_lines("antonyms.txt")):
        for side, part in zip(sides, line.split("|"), strict=False):
            for word in part.split():
                plain = word.replace("_", " ")
                for key in (plain, _key(plain), stem(plain)):
                    side.setdefault(key, set()).add(number)
    return sides


_NOWHERE: frozenset[int] = frozenset()


@lru_cache(maxsize=16384)
def antonyms(left: str, right: str) -> bool:
    """Tell whether two words can't both hold of one thing (rise, fall); any inflection will do."""
    lefts, rights = _opposites()
    for a in _lookup_keys(left):
        left_of_a, right_of_a = lefts.get(a, _NOWHERE), rights.get(a, _NOWHERE)
        if not left_of_a and not right_of_a:
            continue
        for b in _lookup_keys(right):
            if left_of_a & rights.get(b, _NOWHERE) or right_of_a & lefts.get(b, _NOWHERE):
                return True
    return False


def _lookup_keys(word: str) -> tuple[str, ...]:
    lower = word.lower()
    return tuple(dict.fromkeys((lower, stem(lower), _key(lower))))


@cache
def _classes() -> dict[str, dict[str, int]]:
    """Return for every key its classes, each with the number of the member it is a form of."""
    index: dict[str, dict[str, int]] = {}
    for line in read_lines("classes.txt"):
        name, _, rest = line.partition(":")
        for number, member in enumerate(rest.split()):
            for word in member.split("/"):
                index.setdefault(_key(word.replace("_", " ")), {})[name.strip()] = number
    return index


@lru_cache(maxsize=16384)
def exclusive_class(left: str, right: str) -> str | None:
    """Return the class in which two words exclude each other ("vehicle" for truck and car), or None.

    None also where both are forms or names of one member ("truck", "lorry").
    """
    index = _classes()
    first, second = index.get(_key(left.lower()), {}), index.get(_key(right.lower()), {})
    for name in sorted(first.keys() & second.keys()):
        if first[name] != second[name]:
            return name
    return None
