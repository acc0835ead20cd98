"""Cut a stretch of a sentence into clauses, each of which asserts something of its own."""

from itertools import pairwise
from typing import NamedTuple

from claimdiff.extraction.tagging import BREAKS, FINITE
from claimdiff.language.tokens import Token

_EDGE = frozenset(',;:-().?!"C~')
_CONDITIONS = frozenset({"if", "unless", "whether", "than"})
_VERBAL = frozenset("VBHMOGQIb")


class Piece(NamedTuple):
    """A run of tokens, `first` up to but without `last`; `nested` where it lies inside another piece."""

    first: int
    last: int
    nested: bool = False


def cut_clauses(tokens: list[Token], tags: list[str]) -> list[Piece]:
    """Return the clauses of one stretch as runs of its tokens, in order, without joining words."""
    cuts = [0, *(index for index in range(1, len(tokens)) if _cuts_before(tokens, tags, index)), len(tokens)]
    pieces = (_trim(tokens, tags, first, last) for first, last in pairwise(cuts))
    return [piece for piece in pieces if piece is not None]


def _cuts_before(tokens: list[Token], tags: list[str], index: int) -> bool:
    tag = tags[index]
    if tag in ";-()":
        return True
    if tag == ":":
        return not tokens[index - 1].text[-1].isdigit()
    if tag == ",":
        after = tags[index + 1 : index + 2]
        if not after or not _has_finite_before(tags, index):
            return False
        return after[0] in "GW" or _clause_follows(tags, index + 1)
    if tag == "C":
        if not _has_finite_before(tags, index):
            return False
        at = index + 1
        while at < len(tags) and tags[at] == "X":
            at += 1
        return at < len(tags) and (tags[at] in "VBHMOGb" or _clause_follows(tags, at))
    if tag == "S":
        return tokens[index].lower not in _CONDITIONS and _has_finite_before(tags, index)
    return False


def _has_finite_before(tags: list[str], index: int) -> bool:
    for at in range(index - 1, max(-1, index - 40), -1):
        if tags[at] in FINITE:
            return True
        if tags[at] in ";":
            return False
    return False


def _clause_follows(tags: list[str], index: int) -> bool:
    """Say whether a subject and its finite verb come before the next boundary."""
    for at in range(index, min(index + 30, len(tags))):
        if tags[at] in BREAKS:
            return False
        if tags[at] in FINITE:
            return True
    return False


def _trim(tokens: list[Token], tags: list[str], first: int, last: int) -> Piece | None:
    """Drop joining words and marks at both ends; None where no proposition is left."""
    while first < last and (
        tags[first] in _EDGE or (tags[first] == "S" and tokens[first].lower not in _CONDITIONS)
    ):
        first += 1
    while last > first and tags[last - 1] in _EDGE:
        last -= 1
    words = sum(tag not in BREAKS or tag in "SWC" for tag in tags[first:last])
    if words < 2:
        return None
    if words < 4 and not any(tag in _VERBAL or tag == "#" for tag in tags[first:last]):
        return None
    return Piece(first, last)
