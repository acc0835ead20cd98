"""Countries, their people and capitals, and what lies inside them."""

from functools import cache, lru_cache
from typing import NamedTuple

from claimdiff.language.tables import read_lines, word_set
from claimdiff.language.tokens import fold, strip_possessive

#: Names that are other words in small letters.
_COMMON_WORDS = word_set("us pole poles polish turkey jordan chad georgia swede finn male")


class Places(NamedTuple):
    """The tables: every form to its country, and places inside to their country."""

    countries: dict[str, str]
    capitals: dict[str, str]
    inside: dict[str, str]
    adjectives: frozenset[str]


@cache
def place_tables() -> Places:
    """Return the tables read from `data/places.txt`; keys are folded names."""
    countries: dict[str, str] = {}
    capitals: dict[str, str] = {}
    inside: dict[str, str] = {}
    adjectives: set[str] = set()
    for line in read_lines("places.txt"):
        if line.startswith("in:"):
            holder, *members = line[3:].split()
            for member in members:
                inside.setdefault(_plain(member), _plain(holder))
            continue
        names, people, seats, cities = ([_plain(word) for word in part.split()] for part in line.split("|"))
        country = names[0]
        for name in (*names, *people):
            countries.setdefault(name, country)
        adjectives.update(people)
        for seat in seats:
            capitals.setdefault(seat, country)
        for city in (*seats, *cities):
            inside.setdefault(city, country)
    return Places(countries, capitals, inside, frozenset(adjectives))


def _plain(word: str) -> str:
    return fold(word.replace("_", " "))


def _key(name: str) -> str:
    if name.isascii() and name.isalpha():
        return name.lower()
    key = fold(strip_possessive(name.strip()))
    return key[4:] if key.startswith("the ") else key


@cache
def demonym_openings() -> frozenset[str]:
    """Return the first words, in small letters, of peoples and adjectives of more words ("north korean")."""
    return frozenset(name.split(" ")[0] for name in place_tables().adjectives if " " in name) | {"the"}


@lru_cache(maxsize=16384)
def canonical_place(name: str) -> str:
    """Return the country that a name, adjective, people or capital stands for ("Chinese": "china").

    "" for what is no country, and for words such as "us" or "polish" in small letters; other cities are
    not their country.
    """
    if name in _COMMON_WORDS:
        return ""
    tables = place_tables()
    key = _key(name)
    return tables.countries.get(key) or tables.capitals.get(key, "")


@lru_cache(maxsize=16384)
def place_within(inner: str, outer: str) -> bool:
    """Tell whether one known place lies inside another ("Lyon" in "France"); not in itself."""
    tables = place_tables()
    holder, target = tables.inside.get(_key(inner)), _key(outer)
    whole = tables.countries.get(target)
    return holder is not None and (holder == target or (whole == holder and target not in tables.adjectives))


@lru_cache(maxsize=16384)
def is_place(name: str) -> bool:
    """Tell whether a name is a known country, capital, state or city (no adjective or people)."""
    tables = place_tables()
    key = _key(name)
    return key in tables.inside or (key in tables.countries and key not in tables.adjectives)


@lru_cache(maxsize=16384)
def is_demonym(name: str) -> bool:
    """Tell whether a word is a people or the adjective of a country ("French", "Swedes")."""
    return _key(name) in place_tables().adjectives
