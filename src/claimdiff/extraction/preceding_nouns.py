"""The noun phrase before a clause: what “who” or a participle is about."""

from collections.abc import Sequence

from claimdiff.extraction.stretch_view import EDGE
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tokens import Token

_NOMINAL = frozenset("NEA#DXRU")
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
_REACH = 40


def find_noun_before(
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


def find_described_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
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
    return find_noun_before(tokens, tags, found)


def find_whole_before(tokens: Sequence[Token], tags: Sequence[str], start: int) -> tuple[int, int] | None:
    """Return the noun phrase before a relative clause as the subject of what comes after.

    “Moro Lines, the company that”: the name that the noun describes; “the comments by Moro, who”: all.
    """
    noun = find_noun_before(tokens, tags, start)
    if (
        noun is not None
        and noun[0] > 1
        and tags[noun[0] - 2 : noun[0]] == ["E", ","]
        and tags[noun[0]] == "D"
    ):
        return find_noun_before(tokens, tags, noun[0])
    while noun is not None and noun[0] > 1 and tags[noun[0] - 1] == "P" and tags[noun[0] - 2] in "NE":
        wider = find_noun_before(tokens, tags, noun[0])
        if wider is None or wider[1] != noun[0] - 1:
            break
        noun = wider[0], noun[1]
    return noun


def _skip_time(tokens: Sequence[Token], tags: Sequence[str], last: int) -> int:
    """Go back over “earlier this month”, “on Monday”: no relative clause is about these."""
    if last < 3 or tokens[last - 1].lower not in _TIMES:
        return last
    at = last - 1
    while at > 1 and (tags[at - 1] in "DX" or tokens[at - 1].lower in _TIME_MODIFIERS):
        at -= 1
    return at if tags[at - 1] in "NEQ" else last
