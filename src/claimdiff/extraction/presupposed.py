"""Claims carried along inside others: appositives, ages, and relative clauses that were not cut off."""

from collections.abc import Iterator, Sequence

from claimdiff.extraction.stretch_view import EDGE
from claimdiff.extraction.tagging import FINITE
from claimdiff.language.tokens import Token

_NOMINAL = frozenset("NEA#DX")
_APOSTROPHES = frozenset("'’")
_ROLES = frozenset(
    "chief head director president minister spokesman spokeswoman spokesperson leader chairman chairwoman"
    " secretary mayor governor officer commander manager driver player coach captain capital owner founder"
    " member professor expert analyst lawyer judge brother sister father mother son daughter wife husband"
    " friend cousin neighbour neighbor resident witness author editor official former ex-president".split()
)
_MONTHS = frozenset(
    "january february march april may june july august september october november december jan feb"
    " mar apr jun jul"
    " aug sep sept oct nov dec".split()
)
_TIMES = _MONTHS | frozenset("monday tuesday wednesday thursday friday saturday sunday".split())
_ARTICLES = frozenset("a an the his her its their one".split())
_CLOSERS = frozenset(',;:.-")VBHMO')
_REACH = 24

Range = tuple[int, int]


def find_presupposed(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> list[Range]:
    """Return the token ranges that state something in passing, left to right and apart.

    "Ada Ruiz, the mayor of Port Ellery" in "Ada Ruiz, the mayor of Port Ellery, resigned". A range may
    be all of `first` to `last`.
    """
    found: list[Range] = []
    if "," not in tags[first:last]:
        return found
    for start, end in sorted(
        {*_appositives(tokens, tags, first, last), *_relatives(tokens, tags, first, last)}
    ):
        if not found or start >= found[-1][1]:
            found.append((start, end))
        elif found[-1][1] < end and tokens[found[-1][1]].text == "," and tags[found[-1][1] + 1] == "W":
            found.append((found[-1][1] + 1, end))  # "Ada Ruiz, the mayor, who voted": both are said of her
    return found


def _appositives(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> Iterator[Range]:
    """“NAME, a thing of some kind,” and “the chief, NAME,”, with the noun before the comma."""
    for comma in range(first + 1, last - 1):
        if tags[comma] != ",":
            continue
        start = _noun_start(tokens, tags, comma, first)
        end = _noun_end(tags, comma + 1, last)
        if start is None or end <= comma + 1 or (end < last and tags[end] not in _CLOSERS):
            continue
        if tokens[comma - 1].lower in _TIMES:
            continue
        if start > 0 and tags[start - 1] == "P" and (start == 1 or tags[start - 2] in EDGE):
            continue  # "In October, the crew"
        if is_subject_after(tags, end):
            continue
        if _describes(tokens, tags, start, comma, end):
            yield start, end


def is_subject_after(tags: Sequence[str], end: int) -> bool:
    """Say whether a noun that ends before `end` has a verb: “In a note to the town, the mayor | said”."""
    return end < len(tags) and tags[end] in FINITE


def _describes(tokens: Sequence[Token], tags: Sequence[str], start: int, comma: int, end: int) -> bool:
    """Say whether what follows the comma describes the noun before it, and is no item of a list."""
    following, named = tokens[comma + 1].lower, tags[comma - 1] == "E"
    if end == comma + 2 and tags[comma + 1] == "#":  # an age
        return (
            named
            and following.isdigit()
            and 1 < int(following) < 111
            and tokens[comma - 1].lower not in _MONTHS
        )
    if named and (following in _ARTICLES or following in _ROLES):
        return not any(tag == "E" for tag in tags[comma + 1 : comma + 2])
    roles = any(token.lower in _ROLES for token in tokens[start:comma])
    return roles and tags[start] == "D" and set(tags[comma + 1 : end]) == {"E"}


def _noun_start(tokens: Sequence[Token], tags: Sequence[str], end: int, low: int) -> int | None:
    """Return where the noun phrase before `end` starts, None where there is none."""
    start = end
    while start > low and end - start < _REACH:
        tag = tags[start - 1]
        if tag == "D":
            start -= 1
            if not tokens[start].lower.endswith(("'s", "’s")):
                break
            continue
        if tokens[start - 1].text in _APOSTROPHES and start - 2 >= low and tokens[start - 2].lower[-1] == "s":
            start -= 2  # "the Seafarers' Federation"
            continue
        if tag not in _NOMINAL and not (tag == "P" and tokens[start - 1].lower == "of"):
            break
        start -= 1
    while start < end and (tags[start] in "PX" or (end - start > 1 and tokens[start].lower in _TIMES)):
        start += 1
    return start if start < end and any(tag in "NE" for tag in tags[start:end]) else None


def _noun_end(tags: Sequence[str], start: int, last: int) -> int:
    """Return the end of the noun phrase, with its prepositional phrases, that starts here."""
    end = start
    while end < min(last, start + _REACH) and (tags[end] in _NOMINAL or tags[end] == "P"):
        end += 1
    while end > start and tags[end - 1] in "PDX":
        end -= 1
    return end if any(tag in "NE#" for tag in tags[start:end]) else start


def _relatives(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> Iterator[Range]:
    """“NOUN, who …” and “NOUN, which …”, with its noun."""
    for at in range(first + 1, last - 1):
        if tags[at] != "W" or tags[at - 1] != "," or tokens[at].lower not in ("who", "which"):
            continue
        start = _noun_start(tokens, tags, at - 1, first)
        if start is not None and start > first + 1 and tags[start - 2 : start] == [",", "P"]:
            start = at  # "Moro, from the isle, who": said of Moro
        if start is None or (tags[at + 1] not in FINITE and tags[at + 1] != "X"):
            continue
        end = at + 1
        while end < last and tags[end] not in ",;:-()" and end - at < _REACH:
            end += 1
        while tags[end - 1] in EDGE:
            end -= 1
        yield start, end
