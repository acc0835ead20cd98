"""Names in running text: people, places and organisations, and when two names are one."""

import re
from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Literal

from msgspec import Struct

from claimdiff.language.cues import STOPWORDS
from claimdiff.language.name_words import (
    ACRONYMS,
    DAYS,
    HEADS_WITH_OF,
    OFFICES,
    OPENERS,
    ORGANISATION_WORDS,
    OWNING_INSTITUTIONS,
    PARTICLES,
    ROLES,
    THINGS,
    TITLE_FILLERS,
    TITLE_MODIFIERS,
    TITLES,
)
from claimdiff.language.number_words import MONTHS
from claimdiff.language.places import canonical_place, demonym_openings, is_demonym, is_place, place_within
from claimdiff.language.tables import read_groups, read_lines
from claimdiff.language.tokens import fold, strip_possessive

__all__ = [
    "ROLES",
    "TITLES",
    "Name",
    "canonical_place",
    "find_names",
    "gender_of",
    "place_within",
    "same_name",
    "split_title",
]

NameKind = Literal["person", "place", "organisation", "thing", "unknown"]
Gender = Literal["male", "female"]

_UPPER = "A-Z\u00c0-\u00d6\u00d8-\u00de\u0100-\u024f\u0370-\u03ff\u0400-\u042f\u1e00-\u1eff"
_WORD = rf"(?:[{_UPPER}]\.)+|(?:[dDlLO]['’])?[{_UPPER}][\w\u0300-\u036f]*(?:[’'‑\-][\w\u0300-\u036f]+)*"
# What may belong to many and is named after them: "Seafarers' Federation".
_OWNED = (
    "Alliance|Association|Bank|Board|Club|Committee|Council|Federation|Front|Fund|Guild|League|Party|Union"
)
_RUN = re.compile(
    rf"(?:[{_UPPER}](?<!\w[{_UPPER}])(?:(?:\.(?:[{_UPPER}]\.)*)|['’][{_UPPER}])?[\w\u0300-\u036f]*(?:[’'‑\-][\w\u0300-\u036f]+)*)"
    rf"(?:(?:(?<=s)['’](?= (?:{_OWNED})\b))?(?: (?:{'|'.join(sorted(PARTICLES))}|of|of the|and|for"
    rf"|&)(?= [{_UPPER}]))? (?:{_WORD})|-(?:{_WORD}))*"
)
_SENTENCE_ENDS = frozenset(".!?:…\"“”‘'’([•*—–|-")
_LONG_RUN = 200
_INNER = re.compile(r"\S+")


class Name(Struct, frozen=True, gc=False):
    """A name as it stands in a text, without title and possessive; `title` is what stands before it."""

    start: int
    end: int
    text: str
    kind: NameKind
    title: str = ""


def find_names(text: str, start: int = 0, end: int | None = None) -> list[Name]:
    """Return the names in `text[start:end]`, left to right and apart, offsets into the whole text.

    A capitalised word that opens a sentence is a name only if it is known as one or stands beside
    another; days, months and pronouns are none.
    """
    stop = len(text) if end is None else end
    found: list[Name] = []
    for match in _RUN.finditer(text, start, stop):
        word = match.group()
        if len(word) < 6 and word.lower() in STOPWORDS and not word.isupper():
            continue
        begin = match.start()
        opens = begin == start or _ends_sentence(text[max(start, begin - 4) : begin])
        read = _read_run if len(word) < _LONG_RUN else _read_run.__wrapped__
        found += [
            Name(begin + name.start, begin + name.end, name.text, name.kind, name.title)
            for name in read(word, opens)
        ]
    return found


def _ends_sentence(before: str) -> bool:
    """Tell whether what stands before a word ends in a stop, a mark that opens or a line end."""
    bare = before.rstrip()
    space = before[len(bare) :]
    return bare[-1:] in _SENTENCE_ENDS or "\n" in space or "\r" in space


@lru_cache(maxsize=16384)
def _read_run(text: str, opens: bool) -> tuple[Name, ...]:
    """Return the names in a run of capitalised words, by its text alone: names recur in an article.

    Offsets count from the run's start; `opens` says whether a sentence begins with it.
    """
    words = [(0, len(text), text)]
    if " " in text:
        words = [(m.start(), m.end(), m.group()) for m in _INNER.finditer(text)]
    names: list[Name] = []
    group: list[tuple[int, int, str]] = []
    for number, word in enumerate(words):
        plain, lower = _read_word(word[2])
        leading = not group
        if leading and (lower in PARTICLES or lower in ("of", "and", "for", "&")) and plain[:1].islower():
            continue
        before_given = opens and number == 0 and len(words) > 2 and fold(words[1][2]) in _given_names()
        if before_given and not _is_known(lower) and lower not in TITLES and lower not in ORGANISATION_WORDS:
            continue
        month = plain != "May" or not group or fold(group[-1][2]) not in _given_names()
        if month and _is_no_name(plain, lower, opens and number == 0 and leading, len(words) == 1):
            _close(text, group, names)
            group = []
            continue
        if lower in ("and", "&", "for") and not _joins_organisation(group, words[number + 1 : number + 4]):
            _close(text, group, names)
            group = []
            continue
        if lower == "of" and not _takes_of(group):
            _close(text, group, names)
            group = []
            continue
        if group and _starts_person(group, words[number : number + 2]):
            _close(text, group, names)
            group = []
        group.append(word)
        owned = plain != word[2] and lower not in OWNING_INSTITUTIONS
        if owned and not _owns_itself(word[2], words[number + 1 : number + 2]):
            _close(text, group, names)
            group = []
    _close(text, group, names)
    return tuple(names)


@lru_cache(maxsize=32768)
def _read_word(word: str) -> tuple[str, str]:
    """Return a word without possessive, and that folded without final full stop."""
    plain = strip_possessive(word)
    return plain, fold(plain).rstrip(".")


def _joins_organisation(group: list[tuple[int, int, str]], rest: list[tuple[int, int, str]]) -> bool:
    """Tell whether "and" goes on with the name: an institution's word follows, or one word ends it
    ("Ministry of Health and Welfare")."""
    if any(fold(strip_possessive(word[2])) in ORGANISATION_WORDS for word in rest):
        return True
    inside = any(word[2] in ("of", "for") for word in group)
    return inside and len(rest) == 1 and fold(group[0][2]) in ORGANISATION_WORDS


def _owns_itself(word: str, following: list[tuple[int, int, str]]) -> bool:
    """Tell whether a plural possessive is part of an institution's name ("Seafarers' Federation")."""
    return bool(following) and word[-2:] in ("s'", "s’") and fold(following[0][2]) in ORGANISATION_WORDS


def _starts_person(group: list[tuple[int, int, str]], following: list[tuple[int, int, str]]) -> bool:
    """Tell whether a given name begins a person after something else ("Security Council Ada Moro")."""
    if fold(following[0][2]) not in _given_names() or len(following) < 2 or not following[1][2][:1].isupper():
        return False
    last = group[-1][2]
    plain = fold(last).rstrip(".")
    return (
        plain in ORGANISATION_WORDS
        or (last.isupper() and 2 <= len(last) <= 5)
        or (is_place(plain) and len(plain) > 3)
    )


def _takes_of(group: list[tuple[int, int, str]]) -> bool:
    """Tell whether "of" goes on with the name: "University of", "Secretary of", not "Moro of"."""
    last = _read_word(group[-1][2])[1] if group else ""
    return last in ORGANISATION_WORDS or last in TITLES or last in HEADS_WITH_OF


def _is_no_name(plain: str, lower: str, opens: bool, alone: bool) -> bool:
    if lower in MONTHS and (plain not in ("May", "Jan", "April", "June", "August") or alone):
        return True
    if lower in DAYS or plain == "I" or plain.startswith(("I'", "I’")):
        return True
    if plain in ("US", "UN", "EU", "U.S", "U.N", "IT"):
        return plain == "IT"
    if lower in STOPWORDS and lower not in PARTICLES and lower != "and":
        return not (lower in ("of", "for") and not opens)
    return opens and alone and not _is_known(lower) and _is_common(lower)


def _is_common(lower: str) -> bool:
    return lower in OPENERS or lower.endswith(("ly", "ing", "ed"))


def _is_known(lower: str) -> bool:
    return lower in _given_names() or is_place(lower) or is_demonym(lower)


def _close(text: str, group: list[tuple[int, int, str]], names: list[Name]) -> None:
    while group and group[-1][2][:1].islower():
        group.pop()
    if not group:
        return
    title_words, name_words = _split_title(tuple(word[2] for word in group))
    title = " ".join(title_words)
    words = group[len(title_words) :]
    if not words:
        return
    begin, last = words[0][0], words[-1]
    finish = last[0] + len(strip_possessive(last[2]))
    if text[finish - 1] == "." and not (last[2].count(".") > 1 or len(last[2]) == 2):
        finish -= 1
    name = text[begin:finish]
    names.append(Name(begin, finish, name, _guess_kind(name, name_words, title_words), title))


def split_title(words: Sequence[str]) -> tuple[list[str], list[str]]:
    """Part leading words of office ("US Foreign Minister") from the name; all of it stays a name
    when nothing would be left."""
    title, name = _split_title(tuple(words))
    return list(title), list(name)


@lru_cache(maxsize=16384)
def _split_title(words: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    last = skip = 0
    for number, word in enumerate(words):
        if number < skip:
            continue
        _, plain = _read_word(word)
        if plain in TITLE_MODIFIERS:
            if last and (last == number or words[number - 1] in ("of", "for", "and", "&")):
                last = number + 1
            continue
        if plain in TITLES or (plain.split("-")[0] == "ex" and "-" in plain):
            last = number + 1
        elif fold(word) in demonym_openings() and is_demonym(" ".join(words[number : number + 2])):
            skip = number + 2
        elif plain not in TITLE_FILLERS and not is_demonym(plain) and (number != last or not is_place(plain)):
            break
    if last == 0:
        last = _office_end(words)
    while last < len(words) and words[last][:1].islower():
        last += 1
    if last >= len(words) or (
        last and any(fold(word).rstrip(".") in ORGANISATION_WORDS for word in words[last:])
    ):
        return (), words
    return words[:last], words[last:]


def _office_end(words: tuple[str, ...]) -> int:
    """Return where an office of unknown words ends ("Harbour Minister" Ada Moro), 0 if there is none."""
    if not words or fold(words[0]) in _given_names():
        return 0
    for number, word in enumerate(words[1:4], start=1):
        if fold(strip_possessive(word)) in OFFICES and number + 1 < len(words):
            return number + 1
    return 0


@lru_cache(maxsize=16384)
def _guess_kind(name: str, words: tuple[str, ...], title: tuple[str, ...]) -> NameKind:
    lower = [_read_word(word)[1] for word in words]
    if lower[-1] in THINGS:
        return "thing"
    if title:
        return "person"
    if canonical_place(name) or is_place(name):
        return (
            "organisation"
            if fold(name) in ("nato", "un", "eu", "united nations", "european union")
            else "place"
        )
    if any(word in ORGANISATION_WORDS for word in lower) or (
        len(words) == 1 and name.isupper() and 2 <= len(name) <= 5
    ):
        return "organisation"
    if lower[0] in _given_names() and len(words) > 1:
        return "person"
    return "unknown"


@cache
def _given_names() -> dict[str, Gender]:
    known: dict[str, Gender] = {}
    for line in read_lines("given_names.txt"):
        mark, *given = line.split()
        for name in given:
            known.setdefault(name, "male" if mark == "m" else "female")
    return known


_KOREAN = frozenset(("jong", "il", "yong", "dae", "young", "yo"))


@lru_cache(maxsize=32768)
def gender_of(name: str) -> Gender | None:
    """Return the gender that a given name or a courtesy title tells, None where unknown or unsure."""
    words = [fold(word).strip(".,") for word in name.split()]
    for word in words:
        if word in ("mr", "sir", "lord", "king", "prince", "congressman", "spokesman", "chairman", "father"):
            return "male"
        if word in ("mrs", "ms", "miss", "dame", "lady", "queen", "princess", "congresswoman", "spokeswoman"):
            return "female"
    for number, word in enumerate(words[:2]):
        if (
            word == "kim"
            and number + 1 < len(words)
            and ("-" in words[number + 1] or words[number + 1] in _KOREAN)
        ):
            continue
        if word in _given_names():
            return _given_names()[word]
    return None


@lru_cache(maxsize=65536)
def _name_parts(name: str) -> tuple[str, ...]:
    _, kept = split_title(name.split())
    words = (fold(strip_possessive(word)).strip('.,;:()"') for word in kept)
    parts = (part for word in words for part in word.split("-"))
    return tuple(part for part in parts if part and part not in ("the", "jr", "sr"))


@cache
def _given_forms() -> dict[str, str]:
    """Map every form of a given name to the first of its line ("Bill": "william")."""
    known: dict[str, str] = {}
    for forms in read_groups("nicknames.txt"):
        for form in forms:
            known.setdefault(form, forms[0])
    return known


def _same_given(left: str, right: str) -> bool:
    """Tell whether two given names may be one: forms of one name, or an initial."""
    forms = _given_forms()
    if left == right or forms.get(left, left) == forms.get(right, right):
        return True
    return left[:1] == right[:1] and min(len(left), len(right)) == 1


@lru_cache(maxsize=16384)
def same_name(left: str, right: str) -> bool:
    """Tell whether two names may well be one: surname for full name, acronym, other spelling, country.

    Different given names with one surname are two people.
    """
    a, b = _name_parts(left), _name_parts(right)
    if not a or not b:
        return False
    if a == b:
        return True
    places = canonical_place(left), canonical_place(right)
    if any(places) and (all(places) or max(len(a), len(b)) == 1 or gender_of(left) == gender_of(right)):
        return places[0] == places[1]
    if _expand(" ".join(a)) == _expand(" ".join(b)):
        return True
    if len(a) == 1 or len(b) == 1:
        short, full = (a, b) if len(a) == 1 else (b, a)
        word = short[0]
        return _alike(word, full[-1]) or (len(full) > 1 and word == full[0]) or _spells(word, full)
    if not _alike(a[-1], b[-1]):
        return a[0] == b[0] and (a[-1] in b or b[-1] in a)
    return _same_given(a[0], b[0]) or set(a) <= set(b) or set(b) <= set(a)


def _expand(name: str) -> str:
    return ACRONYMS.get(name.replace(".", ""), name)


def _spells(word: str, full: tuple[str, ...]) -> bool:
    """Tell whether a short word is made of the initials of the other."""
    initials = "".join(part[0] for part in full if part not in ("of", "the", "and", "for"))
    return len(word) >= 2 and word.replace(".", "") == initials


def _alike(left: str, right: str) -> bool:
    """Tell whether two surnames are one, allowing one letter's difference in long ones."""
    if left == right:
        return True
    if min(len(left), len(right)) < 7 or left[:2] != right[:2]:
        return False
    from rapidfuzz.distance import Levenshtein

    return bool(Levenshtein.distance(left, right, score_cutoff=1) <= 1)
