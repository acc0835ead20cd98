"""What a clause leaves unsaid: a subject shared with the clause before, the noun that "which""
" stands for."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from claimdiff.extraction.boundaries import CONDITIONS, EDGE
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import past_forms
from claimdiff.language.tokens import Token

_RELATIVES = frozenset("who which that".split())
_NOMINAL = frozenset("NEA#DXRU")
_LEADING = frozenset("PXA#")
_PAST_AUXILIARIES = frozenset("was were had did has have".split())
_REACH = 40


class Opening(Struct, frozen=True):
    """Words to put before a clause: tokens `first` to `last` of its stretch, and how the clause goes on.

    `skip` tokens of the clause fall away ("which"), `verb` takes their place ("killed" for "killing").
    `joint` stands between the two (" … " where the clause is no predicate of the subject).
    """

    first: int
    last: int
    skip: int = 0
    verb: str = ""
    joint: str = " "
    possessive: bool = False


def find_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, end: int) -> Opening | None:
    """Return what the clause `tokens[start:end]` of a stretch needs before it to stand alone.

    None where it has a subject of its own, or where none is found.
    """
    at = start
    while at < end and (tags[at] == "X" or tags[at] == '"'):
        at += 1
    if at >= end or start == 0:
        return None
    tag, word = tags[at], tokens[at].lower
    if tag == "W" and word in _RELATIVES | {"whose"} and at == start:
        return _relative_opening(tokens, tags, start, word)
    if tag == "D" and word == "whose":
        return _relative_opening(tokens, tags, start, word)
    if tag in FINITE and tag != "b":
        return _shared_subject(tokens, tags, start)
    if tag in "GQ":
        return _participle_opening(tokens, tags, start, at)
    if tag == "P" and word in ("including", "such"):
        noun = _noun_before(tokens, tags, start)
        return Opening(*noun, joint=", ") if noun else None
    return None


def _relative_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, word: str) -> Opening | None:
    noun = _noun_before(tokens, tags, start)
    if noun is None:
        return None
    return Opening(*noun, skip=1, possessive=word == "whose")


def _shared_subject(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Opening | None:
    subject = _subject_before(tokens, tags, start)
    return Opening(subject[0], subject[1]) if subject else None


def _participle_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“…, killing six” takes the subject of its sentence, “militants threatening …” the noun before it."""
    before = start - 1
    if tags[before] in "NE" and at == start:
        noun = _noun_before(tokens, tags, start)
        return Opening(*noun) if noun else None
    subject = _subject_before(tokens, tags, start)
    if subject is None:
        return None
    first, last, verb = subject
    if tags[at] == "Q":
        shared = tags[before] == "C" and tags[verb] in "BH"
        return Opening(first, verb + 1 if shared and verb == last else last)
    past = past_forms().get(tokens[at].lower, "") if at == start and _is_past(tokens, tags, verb) else ""
    return Opening(first, last, skip=1 if past else 0, verb=past)


def _is_past(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> bool:
    word = tokens[verb].lower
    if tags[verb] == "V":
        return word in _pasts() or word.endswith("ed")
    return word in _PAST_AUXILIARIES


@cache
def _pasts() -> frozenset[str]:
    return frozenset(past_forms().values())


def _subject_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int, int] | None:
    """Return the last subject before a clause: its first token, its end, and its finite verb."""
    verb = start - 1
    low = max(0, start - 2 * _REACH)
    while verb >= low:
        if tags[verb] in FINITE and tags[verb] != "b":
            subject = _subject_of(tokens, tags, verb, low)
            if subject is not None:
                return subject[0], subject[1], verb
        verb -= 1
    return None


def _subject_of(tokens: Sequence[Token], tags: Sequence[str], verb: int, low: int) -> tuple[int, int] | None:
    """Return the subject of the finite verb at `verb`, None where it has none of its own."""
    last = verb
    while last > low and tags[last - 1] == "X":
        last -= 1
    first = last
    while first > low:
        tag = tags[first - 1]
        if tag in FINITE or tag in ";:-.?!(WTI" or (tag in "CS" and not _inside_subject(tags, first - 1)):
            break
        first -= 1
    while first < last and (tags[first] in EDGE or tokens[first].lower in CONDITIONS):
        first += 1
    if tags[first] in _LEADING or (tags[first] == "E" and tags[first + 1 : first + 2] == [","]):
        first = _skip_lead(tags, first, last)
    comma = next((at for at in range(first, last) if tags[at] == ","), last)
    if comma < last:
        last = comma
    while last > first and tags[last - 1] in EDGE | {"X"}:
        last -= 1
    if first >= last or not any(tag in "NERDU" for tag in tags[first:last]):
        return None
    return first, last


def _inside_subject(tags: Sequence[str], at: int) -> bool:
    """Say whether a conjunction joins two nouns: “Bruce and Irene were”."""
    return (
        tags[at] == "C"
        and at > 0
        and tags[at - 1] in "NE"
        and (at < 2 or tags[at - 2] in 'DEA#NCP,."' or at == 1)
    )


def _skip_lead(tags: Sequence[str], first: int, last: int) -> int:
    """Leave out what stands before the subject: “In September, two passengers …”."""
    if tags[first] not in "PX":
        return first
    for at in range(first, last - 1):
        if tags[at] == ",":
            return at + 1
    return first if tags[first] == "P" else first + 1


def _noun_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before `start`, commas and quotation marks aside."""
    last = start
    while last and (tags[last - 1] in EDGE or (tags[last - 1] == "P" and last == start)):
        last -= 1
    first = last
    while first and last - first < _REACH:
        tag = tags[first - 1]
        if tag == "D" and not tokens[first - 1].lower.endswith(("'s", "’s", "s'", "s’")):
            first -= 1
            break
        if tag not in _NOMINAL and not (tag == "P" and tokens[first - 1].lower == "of"):
            break
        first -= 1
    while first < last and tags[first] in "XP":
        first += 1
    return (first, last) if first < last and any(tag in "NER#" for tag in tags[first:last]) else None
