"""What a clause leaves unsaid: a subject shared with the clause before, the noun that "which"
stands for."""

from collections.abc import Sequence
from functools import cache

from msgspec import Struct

from claimdiff.extraction.boundaries import CONDITIONS, EDGE
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word, past_forms
from claimdiff.language.tokens import Token

_RELATIVES = frozenset("who which that".split())
_NOMINAL = frozenset("NEA#DXRU")
_FOLLOWING = frozenset({"followed", "accompanied"})
_TIMES = frozenset(
    "month months week weeks year years day days hour hours morning evening afternoon night monday"
    " tuesday wednesday"
    " thursday friday saturday sunday ago".split()
)
_PERSONS = frozenset(
    "people man men woman women child children person persons official officials officer officers"
    " worker workers"
    " resident residents member members student students soldier soldiers civilians passengers"
    " victims leaders".split()
)
_TIME_MODIFIERS = frozenset("on in last next earlier later late early past at during".split())
_PAST_AUXILIARIES = frozenset("was were had did has have".split())
_INVERTING = frozenset(
    "say says said add adds added explain explains explained warn warns warned note notes noted"
    " insist insists insisted argue argues argued write writes wrote ask asks asked reply replies replied"
    " joke jokes joked quip quips quipped recall recalls recalled".split()
)
_OBJECTS = frozenset("it this that so him her them me us".split())
_PLURAL = frozenset({"are", "were", "have"})
_NUMBERED = _PLURAL | {"is", "was", "has"}
_GROUPS = frozenset(
    "people men women children police staff crew team family public majority number couple group media data"
    " government company series news politics others half rest most some".split()
)
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
    if tag == "W" and (word in _RELATIVES or word == "whose") and at == start:
        return _relative_opening(tokens, tags, start, word)
    if tag == "D" and word == "whose":
        return _relative_opening(tokens, tags, start, word)
    if tag in FINITE and tag != "b":
        named = at + 1 < end and tags[at + 1] in "EDNA#R" and tokens[at + 1].lower not in _OBJECTS
        if word in _INVERTING and named and FINITE.isdisjoint(tags[at + 1 : end]):
            return None  # "said Peter Moro": the subject follows
        return _shared_subject(tokens, tags, start, at)
    if tag == "A" and tags[start - 1] == "C" and FINITE.isdisjoint(tags[at:end]):
        return _shared_copula(tokens, tags, start)
    if tag in "GQ":
        return _participle_opening(tokens, tags, start, at)
    if tag == "P" and word in ("including", "such"):
        noun = _noun_before(tokens, tags, start)
        return Opening(*noun, joint=", ") if noun else None
    if tag in "PT" and at == start:
        subject = _subject_before(tokens, tags, start)
        return Opening(subject[0], subject[1], joint=" … ") if subject else None
    return None


def _relative_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, word: str) -> Opening | None:
    """“, which holds …” is about the noun before it; “which they used” only hangs on to it."""
    noun = _described_before(tokens, tags, start) if word == "who" else None
    noun = noun or _noun_before(tokens, tags, start, word)
    if noun is None:
        return None
    following = _skip_adverbs(tags, start + 1)
    if word != "whose" and tags[following : following + 1] and tags[following] not in FINITE:
        return Opening(*noun, joint=", ")
    return Opening(*noun, skip=1, possessive=word == "whose")


def _described_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """“Moro, 30, a teacher from the isle, who”: the name, where what stands between commas describes it."""
    if tags[start - 1] != ",":
        return None
    found = None
    for at in range(start - 2, max(0, start - _REACH // 2), -1):
        if tags[at] == "," and tags[at + 1] in "DP#":
            found = at
        elif tags[at] == "," or tags[at] in FINITE or tags[at] in ";:.W":
            break
    if found is None or tags[found - 1] != "E":
        return None
    return _noun_before(tokens, tags, found)


def _skip_adverbs(tags: Sequence[str], at: int) -> int:
    while at < len(tags) and tags[at] == "X":
        at += 1
    return at


def _shared_subject(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“and sank” takes the subject of the verb before, “, were rescued” the noun that was interrupted."""
    to = _open_infinitive(tokens, tags, start, at)
    if to:
        return _infinitive_opening(tokens, tags, to)
    if tags[start - 1] != "C":
        own = _subject_of(tokens, tags, at, max(0, at - _REACH))
        if own is not None:
            return Opening(*own)
    subject = _agreeing_subject(tokens, tags, start, tokens[at].lower)
    return Opening(subject[0], subject[1]) if subject else None


def _agreeing_subject(
    tokens: Sequence[Token], tags: Sequence[str], start: int, verb: str
) -> tuple[int, int, int] | None:
    """Return the last subject before a clause that goes with its verb ("are" with no one thing)."""
    subject = _subject_before(tokens, tags, start)
    while subject is not None and not _agrees(tokens, tags, subject[0], subject[1], verb):
        subject = _subject_before(tokens, tags, subject[0])
    return subject


def _agrees(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, verb: str) -> bool:
    """Say whether a subject can go with a verb, as far as number tells: names and groups go with any."""
    head = next((at for at in range(first, last) if tags[at] in "P,W"), last) - 1
    word = tokens[head].lower
    if verb not in _NUMBERED or tags[head] != "N" or "C" in tags[first:last] or word in _GROUPS:
        return True
    return (word.endswith("s") and not word.endswith("ss")) is (verb in _PLURAL)


def _shared_copula(tokens: Sequence[Token], tags: Sequence[str], start: int) -> Opening | None:
    """“It is rude | and deeply unfair”: subject and “is” go for both."""
    subject = _subject_before(tokens, tags, start)
    if subject is None or tags[subject[2]] != "B":
        return None
    return Opening(subject[0], subject[2] + 1)


def _open_infinitive(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> int:
    """Return where the “to” stands that a base form goes on after (“to move in and take
    the quay”), else 0."""
    if tags[start - 1] != "C" or "I" not in classify_word(tokens[at].lower):
        return 0
    to = _last_to(tags, start)
    return to if to and not any(tag in FINITE for tag in tags[to:start]) else 0


def _infinitive_opening(tokens: Sequence[Token], tags: Sequence[str], to: int) -> Opening | None:
    """“men to” before “take the quay”; with a verb before “to”, all from its subject on (“she
    wants to”)."""
    noun = _noun_before(tokens, tags, to) if tags[to - 1] in "NEU" else None
    if noun is not None and tags[noun[0] - 1 : noun[0]] != ["P"]:
        return Opening(noun[0], to + 1) if noun[1] == to else None
    subject = _subject_before(tokens, tags, to)
    return Opening(subject[0], to + 1) if subject and to - subject[0] < _REACH // 2 else None


def _last_to(tags: Sequence[str], start: int) -> int:
    for at in range(start - 1, max(0, start - _REACH), -1):
        if tags[at] == "T":
            return at
    return 0


def _participle_opening(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> Opening | None:
    """“…, killing six” takes the subject of its sentence, “crews threatening …” the noun before it."""
    before = start - 1
    adjoins = tags[before] == "N" or (
        tags[at] == "Q" and tags[before] in ",E" and tokens[at].lower not in _FOLLOWING
    )
    if tags[before] == "E" and not adjoins:  # "with Moro leading", but not "landed in Japan causing"
        noun = _noun_before(tokens, tags, start)
        adjoins = noun is not None and noun[0] > 0 and tokens[noun[0] - 1].lower == "with"
    if adjoins and at == start:
        noun = _noun_before(tokens, tags, start)
        return Opening(*noun, joint=" " if tags[before] in "NE" else ", ") if noun else None
    subject = _subject_before(tokens, tags, start)
    if subject is None or (tags[at] == "G" and tags[before] == "C" and "G" not in tags[subject[2] : before]):
        return None
    first, last, verb = subject
    if tags[at] == "Q":
        shared = tags[before] == "C" and tags[verb] in "BH"
        return Opening(first, verb + 1 if shared and verb == last else last)
    past = past_forms().get(tokens[at].lower, "") if at == start and is_past(tokens, tags, verb) else ""
    return Opening(first, last, skip=1 if past else 0, verb=past)


def is_past(tokens: Sequence[Token], tags: Sequence[str], verb: int) -> bool:
    """Say whether the token at `verb` is a finite verb of the past, or the auxiliary of one."""
    word = tokens[verb].lower
    if tags[verb] == "V":
        return word in _pasts() or word.endswith("ed")
    return word in _PAST_AUXILIARIES


@cache
def _pasts() -> frozenset[str]:
    return frozenset(past_forms().values())


def _subject_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int, int] | None:
    """Return the last subject before a clause: its first token, its end, and its finite verb."""
    low = max(0, start - 2 * _REACH)
    for verb in range(start - 1, low - 1, -1):
        if tags[verb] in FINITE and tags[verb] != "b":
            subject = _subject_of(tokens, tags, verb, low)
            if subject is not None:
                return subject[0], subject[1], verb
    return None


def _subject_of(tokens: Sequence[Token], tags: Sequence[str], verb: int, low: int) -> tuple[int, int] | None:
    """Return the subject of the finite verb at `verb`, None where it has none of its own.

    Where “who” or “which” stands right before the verb, or a clause with one parts the verb from its
    noun, the noun before it is the subject.
    """
    last = verb
    while last > low and tags[last - 1] == "X":
        last -= 1
    first = last
    while first > low:
        tag = tags[first - 1]
        if tag == "W" and first == last:
            return _noun_before(tokens, tags, first - 1, tokens[first - 1].lower)
        if tag in FINITE:
            relative = _relative_before(tags, first - 1, low)
            if relative < 0 or tags[last - 1] != ",":
                return None
            described = _described_before(tokens, tags, relative)
            return described or _whole_before(tokens, tags, relative)
        if tag in ";:-.?!(TIW" or (tag in "CS" and not _inside_subject(tags, first - 1)):
            break
        first -= 1
    return _trim_subject(tokens, tags, first, last)


def _whole_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the noun phrase before a relative clause as the subject of what comes after.

    “Moro Lines, the company that”: the name that the noun describes; “the comments by Moro, who”: all.
    """
    noun = _noun_before(tokens, tags, start)
    if (
        noun is not None
        and noun[0] > 1
        and tags[noun[0] - 2 : noun[0]] == ["E", ","]
        and tags[noun[0]] == "D"
    ):
        return _noun_before(tokens, tags, noun[0])
    while noun is not None and noun[0] > 1 and tags[noun[0] - 1] == "P" and tags[noun[0] - 2] in "NE":
        wider = _noun_before(tokens, tags, noun[0])
        if wider is None or wider[1] != noun[0] - 1:
            break
        noun = wider[0], noun[1]
    return noun


def _relative_before(tags: Sequence[str], verb: int, low: int) -> int:
    """Return where the “who” or “which” of a finite verb stands, -1 where it has none close by."""
    for at in range(verb - 1, max(low, verb - 4) - 1, -1):
        if tags[at] == "W":
            return at
        if tags[at] not in "XHMBO":
            return -1
    return -1


def _trim_subject(
    tokens: Sequence[Token], tags: Sequence[str], first: int, last: int
) -> tuple[int, int] | None:
    """Leave out joining words, what leads in ("In September,") and what is put between commas."""
    while first < last and (tags[first] in EDGE or tokens[first].lower in CONDITIONS):
        first += 1
    commas = [at for at in range(first, last) if tags[at] == ","]
    if commas and commas[-1] == last - 1:  # "two men, both sailors, were"
        parts = [first, *(at + 1 for at in commas)]
        while len(parts) > 2 and tags[parts[0]] in "PX":
            parts.pop(0)
        first, last = parts[0], next(at for at in commas if at > parts[0])
    elif commas and not any(tag == "C" for tag in tags[commas[-1] : last]):
        first = commas[-1] + 1
    while first < last and (tags[first] in EDGE or tags[first] == "X"):
        first += 1
    while last > first and (tags[last - 1] in EDGE or tags[last - 1] == "X"):
        last -= 1
    if first >= last or not any(tag in "NERDU#" for tag in tags[first:last]):
        return None
    return first, last


def _inside_subject(tags: Sequence[str], at: int) -> bool:
    """Say whether a conjunction joins two nouns: “Ada and Ivo were”."""
    return tags[at] == "C" and at > 0 and tags[at - 1] in "NE" and (at < 2 or tags[at - 2] in 'DEA#NCP,."')


def _noun_before(
    tokens: Sequence[Token], tags: Sequence[str], start: int, word: str = ""
) -> tuple[int, int] | None:
    """Return the noun phrase that ends right before `start`, joining words and times aside.

    `word` is the relative that follows: “who” goes with the nearest name ("the liking of Moro, who").
    """
    last = start
    while last and (tags[last - 1] in EDGE or (tags[last - 1] == "P" and last == start)):
        last -= 1
    last = _skip_time(tokens, tags, last)
    first = last
    while first and last - first < _REACH:
        tag = tags[first - 1]
        if tag == "D" and not tokens[first - 1].lower.endswith(("'s", "’s", "s'", "s’")):
            first -= 1
            break
        of = tag == "P" and tokens[first - 1].lower == "of"
        if (tag not in _NOMINAL and not of) or (of and word == "who" and tags[first] == "E"):
            break
        first -= 1
    while first < last and tags[first] in "XP":
        first += 1
    if word == "who" and first > 1 and tags[first - 1] == "P" and tokens[first - 2].lower in _PERSONS:
        start, last = first - 1, first - 1  # "people from all over town, who"
        return (start - 2, last) if start > 1 and tags[start - 2] in "DA#" else (start - 1, last)
    return (first, last) if first < last and any(tag in "NER#" for tag in tags[first:last]) else None


def _skip_time(tokens: Sequence[Token], tags: Sequence[str], last: int) -> int:
    """Go back over “earlier this month”, “on Monday”: no relative clause is about these."""
    if last < 3 or tokens[last - 1].lower not in _TIMES:
        return last
    at = last - 1
    while at > 1 and (tags[at - 1] in "DX" or tokens[at - 1].lower in _TIME_MODIFIERS):
        at -= 1
    return at if tags[at - 1] in "NEQ" else last
