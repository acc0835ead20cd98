"""Cut a stretch of a sentence into clauses, each of which asserts something of its own."""

from itertools import pairwise
from typing import NamedTuple

from claimdiff.extraction.boundaries import CONDITIONS, EDGE, find_boundaries
from claimdiff.language.tokens import Token

_VERBAL = frozenset("VBHMOGQIb")


class Piece(NamedTuple):
    """A run of tokens, `first` up to but without `last`; `nested` where it lies inside another piece."""

    first: int
    last: int
    nested: bool = False


def cut_clauses(tokens: list[Token], tags: list[str]) -> list[Piece]:
    """Return the clauses of one stretch as runs of its tokens, in order, without joining words."""
    cuts = [0, *find_boundaries(tokens, tags), len(tokens)]
    pieces = (_trim(tokens, tags, first, last) for first, last in pairwise(cuts))
    return [piece for piece in pieces if piece is not None]


def _trim(tokens: list[Token], tags: list[str], first: int, last: int) -> Piece | None:
    """Drop joining words and marks at both ends; None where no proposition is left."""
    while first < last and _joins(tokens[first], tags[first]):
        first += 1
    while last > first and tags[last - 1] in EDGE:
        last -= 1
    words = sum(tag.isalpha() or tag == "#" for tag in tags[first:last])
    if words < 2:
        return Piece(first, last) if tags[first:last] == ["V"] else None
    if words < 4 and not any(tag in _VERBAL or tag == "#" for tag in tags[first:last]):
        return None
    return Piece(first, last)


def _joins(token: Token, tag: str) -> bool:
    return (tag in EDGE and token.lower not in CONDITIONS) or (tag == "W" and token.lower == "that")
