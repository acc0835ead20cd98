"""Whether two units mean the same, or exclude each other, by the word lists."""

from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import TYPE_CHECKING, Literal

from claimdiff.language.lexicon import antonyms, exclusive_class, same_meaning, synonyms
from claimdiff.language.names import canonical_place, same_name
from claimdiff.language.stems import family
from claimdiff.matching.slots import list_words
from claimdiff.matching.slots.spelling import are_initials, opposed_by_prefix, spelled_alike

if TYPE_CHECKING:
    from claimdiff.matching.units import PreparedClaim, Unit

MeaningReason = Literal["synonym", "name", "date"]

# From this share on, two words are taken to mean the same.
_SAME_FROM = 0.5
# Little words that exclude each other at one place.
_OPPOSED = frozenset(
    frozenset(pair.split("/"))
    for pair in list_words(
        """before/after before/during after/during until/since above/below over/under up/down more/less
        more/fewer most/least many/few inside/outside first/last least/more before/since after/until
        more/least most/fewer against/with without/with unlike/like"""
    )
)


_DAYS = list_words("mon tue wed thu fri sat sun")
_MONTHS = list_words("jan feb mar apr may jun jul aug sep oct nov dec")
_TURNS = list_words("this last next")
_FIGURES = {
    word: str(value)
    for value, word in enumerate("zero one two three four five six seven eight nine ten".split())
}
# Classes whose members are told apart by value (dates, numbers), or that only say how something is measured.
_MEASURED = (None, "weekday", "month", "number", "rank", "unit", "length", "currency", "side", "size")


@lru_cache(maxsize=16384)
def words_agree(one: str, two: str) -> float:
    """Return how far two words or keys mean the same, 0 to 1, spelling variants included."""
    share = same_meaning(one, two)
    if one == two:
        return 1.0
    if share >= 0.8 or (one[0] != two[0] and one.rstrip("e")[-1:] != two.rstrip("e")[-1:]):
        return share
    return 0.8 if spelled_alike(one, two) and not antonyms(one, two) else share


@lru_cache(maxsize=16384)
def words_oppose(one: str, two: str) -> bool:
    """Return whether two words (or little words, marked "~") exclude each other."""
    if one.startswith("~") or two.startswith("~"):
        return frozenset((one.lstrip("~"), two.lstrip("~"))) in _OPPOSED
    return one != two and (antonyms(one, two) or opposed_by_prefix(one, two))


@lru_cache(maxsize=16384)
def kinds_exclude(one: str, two: str) -> bool:
    """Return whether two nouns name different things of one class (a truck, a car)."""
    return one != two and exclusive_class(one, two) not in _MEASURED


@lru_cache(maxsize=16384)
def names_agree(one: str, two: str) -> bool:
    """Return whether two proper names are one thing: equal, an alias, or one place under two words."""
    if same_name(one, two) or spelled_alike(one, two) or are_initials(one, two):
        return True
    place = canonical_place(one)
    return bool(place) and place == canonical_place(two)


def find_equivalents(
    left: "PreparedClaim", lefts: Sequence[int], right: "PreparedClaim", rights: Sequence[int]
) -> list[tuple[float, int, int, MeaningReason]]:
    """Return the pairs of free units that mean the same, one to one, the nearest first.

    Each with how near they are (0.5 to 1), their indices, and why. Numbers and little words have no
    equivalents but themselves.
    """
    shelves = _shelve(right, rights)
    options: list[tuple[float, int, int, MeaningReason]] = []
    for i in lefts:
        one = left.units[i]
        if one.kind == "number" or one.key[0] == "~":
            continue
        for j in _look_up(one, shelves):
            share, reason = _compare(left, one, right, right.units[j])
            if share >= _SAME_FROM:
                options.append((share, i, j, reason))
    options.sort(key=lambda option: (-option[0], abs(option[1] - option[2]), option[1], option[2]))
    found: list[tuple[float, int, int, MeaningReason]] = []
    taken_left: set[int] = set()
    taken_right: set[int] = set()
    for option in options:
        if option[1] not in taken_left and option[2] not in taken_right:
            found.append(option)
            taken_left.add(option[1])
            taken_right.add(option[2])
    return found


def _shelve(claim: "PreparedClaim", free: Sequence[int]) -> dict[str, list[int]]:
    """Index free units by what an equal could share with them: key, outer letters, place, kind."""
    shelves: dict[str, list[int]] = {}
    for j in free:
        unit = claim.units[j]
        if unit.kind == "date" or unit.kind == "name":
            shelves.setdefault(f"kind {unit.kind}", []).append(j)
        if unit.kind != "date" and unit.kind != "number" and unit.key[0] != "~":
            for shelf in _shelves_of(unit.key, unit.text):
                shelves.setdefault(shelf, []).append(j)
    return shelves


def _look_up(unit: "Unit", shelves: dict[str, list[int]]) -> list[int]:
    """Return the free units that may mean what this one does, in order."""
    if unit.kind == "date":
        return shelves.get("kind date", [])
    found = set(shelves.get("kind name", ())) if unit.kind == "name" else set()
    for shelf in _shelves_of(unit.key, unit.text):
        found.update(shelves.get(shelf, ()))
    for other in _kin(unit.key):
        found.update(shelves.get(other, ()))
    return sorted(found)


@lru_cache(maxsize=16384)
def _shelves_of(key: str, text: str) -> tuple[str, ...]:
    """Return the shelves of a word: its key, its first and last letters, and the place it tells."""
    place = canonical_place(text)
    letters = (f"{key[:2]}…", f"…{key.rstrip('e')[-2:]}")
    return (key, *letters, f"place {place}") if place else (key, *letters)


@lru_cache(maxsize=16384)
def _kin(key: str) -> tuple[str, ...]:
    """Return the keys of a word's synonyms."""
    return tuple(sorted({family(word) for word in synonyms(key)} - {key}))


def _compare(
    left: "PreparedClaim", one: "Unit", right: "PreparedClaim", two: "Unit"
) -> tuple[float, MeaningReason]:
    if one.kind == "date":
        return (0.8 if dates_meet(one, two) else 0.0), "date"
    if one.kind == "name" and two.kind == "name":
        if names_agree(left.names[one.name].text, right.names[two.name].text):
            return 1.0, "name"
        if place := places_agree(one.text, two.text):
            return place, "name"
        return (0.8 if one.key[0] == two.key[0] and spelled_alike(one.text, two.text) else 0.0), "name"
    if one.kind == "name" or two.kind == "name":
        share = words_agree(one.key, two.key)
        return (share if share > 0.8 else places_agree(one.text, two.text)), "name"
    return words_agree(one.key, two.key), "synonym"


@lru_cache(maxsize=16384)
def places_agree(one: str, two: str) -> float:
    """Return 0.9 where two words name one place or its people ("China", "Chinese"), else 0."""
    place = canonical_place(one)
    return 0.9 if place and place == canonical_place(two) else 0.0


def dates_meet(one: "Unit", two: "Unit") -> bool | None:
    """Return whether two date units can be one date; None where the words do not tell ("today", "Friday")."""
    if one.date is None or two.date is None:
        return None
    if one.date.surface.casefold() == two.date.surface.casefold():
        return True
    if not one.date.value or not two.date.value:
        return _words_meet(one.date.surface, two.date.surface)
    first, last = split_interval(one.date.value)
    start, end = split_interval(two.date.value)
    if one.date.is_counted_back or two.date.is_counted_back:
        return int(first[:4]) - 1 <= int(end[:4]) and int(start[:4]) - 1 <= int(last[:4])
    return first <= end and start <= last


def _words_meet(one: str, two: str) -> bool | None:
    """Compare two dates in words, when one could not be resolved, by the days, months and years named."""
    named = [(a, b) for a, b in zip(_calendar_words(one), _calendar_words(two), strict=True) if a and b]
    if any(a.isdisjoint(b) for a, b in named):
        return False
    return True if named else None


@lru_cache(maxsize=8192)
def _calendar_words(surface: str) -> tuple[frozenset[str], ...]:
    """Return weekdays and months (three letters), years, other figures, and which week, month or year."""
    words = surface.casefold().replace(",", " ").replace(".", " ").split()
    years = frozenset(word for word in words if len(word) == 4 and word.isdigit())
    figures = (
        _FIGURES.get(word, word.rstrip("stndrh")) for word in words if word[0].isdigit() or word in _FIGURES
    )
    turns = {
        unit: frozenset(before for before, after in pairwise(words) if after == unit and before in _TURNS)
        for unit in ("week", "month", "year", "weekend")
    }
    return (
        frozenset(
            word[:3] for word in words if word[:3] in _DAYS and (len(word) == 3 or word.endswith("day"))
        ),
        frozenset(word[:3] for word in words if word[:3] in _MONTHS and word.isalpha()),
        years,
        frozenset(figures) - years,
        *turns.values(),
    )


@lru_cache(maxsize=16384)
def split_interval(value: str) -> tuple[str, str]:
    """Return the two ends of an ISO interval, so that plain string comparison orders them.

    An end without a clock time stands for the whole day.
    """
    first, _, last = value.partition("/")
    last = last or first
    return first, last if "T" in last else last + "T99"
