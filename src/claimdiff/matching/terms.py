"""The terms that texts are compared on: word families, a country's in all its forms, and figures."""

from collections.abc import Sequence
from functools import cache

from claimdiff.language.number_words import SCALES, SMALL
from claimdiff.language.places import place_tables
from claimdiff.language.stems import family
from claimdiff.language.tokens import content_words
from claimdiff.model import Quantity

# A text longer than this is compared by its first terms only, so that one endless line costs no more.
LONGEST = 120
# Names of several words that their letters stand for as often, by the whole.
_LETTERS = {"united_states": "u.s.", "united_kingdom": "uk", "united_nations": "un", "european_union": "eu"}

Families = tuple[str, ...]


def list_terms(text: str, quantities: Sequence[Quantity] = ()) -> tuple[str, ...]:
    """Return the terms of a text in order: word families, a country's for its people, and "#6" for a figure.

    Where figures are given, number words ("six") are no terms of their own.
    """
    words = [family(word) for word in content_words(text) if not word[0].isdigit()]
    figures = [f"#{quantity.value:g}" for quantity in quantities]
    if figures:
        words = [word for word in words if word not in _number_families()]
    return tuple(join_places(words[:LONGEST]) + figures[:LONGEST])


@cache
def _number_families() -> frozenset[str]:
    return frozenset(map(family, (*SMALL, *SCALES)))


def list_names(text: str) -> frozenset[str]:
    """Return the terms of the capitalised words of a text, the first word left out unless it recurs."""
    found: list[str] = []
    opening: list[str] = []
    for position, word in enumerate(text.split()[: 2 * LONGEST]):
        bare = word.strip("\"'“”‘’(),;:!?")
        if "." not in bare[:-1]:
            bare = bare.strip(".")
        if (position and bare[:1].isupper()) or (bare.isupper() and len(bare) > 1):
            found += map(family, content_words(bare))
        elif bare[:1].isupper():
            opening = [family(stem) for stem in content_words(bare)]
    names = join_places(opening + found)
    return frozenset(names[1:] if opening and names[:1] == opening else names)


def join_places(families: list[str]) -> list[str]:
    """Return word families with those that name a country or its people replaced by the country's own.

    "Israeli" becomes what "Israel" is, "North Korean" and "DPRK" what "North Korea" is; "United States" and
    "American" become "u.s.".
    """
    single, several = _read_places()
    if several.keys().isdisjoint(families) and single.keys().isdisjoint(families):
        return families
    joined: list[str] = []
    at = 0
    while at < len(families):
        word = families[at]
        for words, terms in several.get(word, ()):
            if tuple(families[at : at + len(words)]) == words:
                joined += terms
                at += len(words)
                break
        else:
            joined += single.get(word, (word,))
            at += 1
    return joined


@cache
def _read_places() -> tuple[dict[str, Families], dict[str, list[tuple[Families, Families]]]]:
    """Return the terms of every one-word form, and, by first word, the longer forms with theirs."""
    single: dict[str, Families] = {}
    several: dict[str, list[tuple[Families, Families]]] = {}
    forms = [(form, country.replace(" ", "_")) for form, country in place_tables().countries.items()]
    forms += [(form, whole) for whole, letters in _LETTERS.items() for form in (whole, letters)]
    for form, whole in forms:
        words = _list_families(form)
        terms = (_LETTERS[whole],) if whole in _LETTERS else _list_families(whole)
        if len(words) == 1 and words != terms:
            single.setdefault(words[0], terms)
        elif len(words) > 1:
            several.setdefault(words[0], []).append((words, terms))
    for rows in several.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    return single, several


def _list_families(form: str) -> Families:
    """Return the families of a name's words; in capitals, since "us" is no country."""
    return tuple(family(word) for word in content_words(form.replace("_", " ").upper()))
