"""The terms that texts are compared on: word families, one for a country in all its forms, and figures."""

from collections.abc import Sequence
from functools import cache

from claimdiff.language.number_words import SCALES, SMALL
from claimdiff.language.places import place_tables
from claimdiff.language.stems import family
from claimdiff.language.tokens import content_words
from claimdiff.model import Quantity

# A text longer than this is compared by its first terms only, so that one endless line costs no more.
LONGEST = 120
# Names of several words that their letters stand for as well as the whole.
_UNIONS = (("united_nations", "un"), ("european_union", "eu"))

Families = tuple[str, ...]


def list_terms(text: str, quantities: Sequence[Quantity] = ()) -> tuple[str, ...]:
    """Return the terms of a text in order: word families, one term for a country, and "#6" for a figure.

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
    """Return word families with the words that name a country or its people replaced by one term.

    "Israeli" becomes what "Israel" is, and "North Korean", "North Korea" and "DPRK" are one term.
    """
    single, several = _read_places()
    if several.keys().isdisjoint(families):
        return [single.get(word, word) for word in families]
    joined: list[str] = []
    at = 0
    while at < len(families):
        for words, term in several.get(families[at], ()):
            if tuple(families[at : at + len(words)]) == words:
                joined.append(term)
                at += len(words)
                break
        else:
            joined.append(single.get(families[at], families[at]))
            at += 1
    return joined


@cache
def _read_places() -> tuple[dict[str, str], dict[str, list[tuple[Families, str]]]]:
    """Return the term of every one-word form, and, by first word, the longer forms, longest first."""
    single: dict[str, str] = {}
    several: dict[str, list[tuple[Families, str]]] = {}
    forms = [(form.replace(" ", "_"), country) for form, country in place_tables().countries.items()]
    forms += [(form, whole) for whole, letters in _UNIONS for form in (whole, letters)]
    for form, whole in forms:
        words = _families(form)
        term = "_".join(_families(whole))
        if len(words) == 1:
            single.setdefault(words[0], term)
        elif words:
            several.setdefault(words[0], []).append((words, term))
    for rows in several.values():
        rows.sort(key=lambda row: (-len(row[0]), row))
    return single, several


def _families(form: str) -> Families:
    """Return the families of a name's words; in capitals, since "us" is no country."""
    return tuple(family(word) for word in content_words(form.replace("_", " ").upper()))
