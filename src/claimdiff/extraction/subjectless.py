"""Clauses that open with a verb form and take no subject all the same: “compared to”."""

from collections.abc import Sequence

from claimdiff.extraction.participles import OWNERS
from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tokens import Token

# Prepositions in the guise of participles and fixed phrases, which have no subject.
_PREPOSITIONAL = frozenset(
    "compared based given according including following regarding concerning depending opposed owing"
    " considering excluding starting beginning provided providing assuming barring".split()
)
_GOVERNING = frozenset(
    "given according including following regarding concerning considering excluding barring".split()
)
_RESULTING = frozenset({"resulting", "meaning", "reflecting"})


def stands_apart(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a verb form takes no subject: “compared to”, or “accused them of not | doing it”."""
    if tags[at] == "G" and (tokens[start - 1].lower in OWNERS or tags[start - 2 : start] == ["P", "X"]):
        return True
    if tags[at] == "G" and (
        tags[start - 1] in "#A" or (tags[start - 1] in ',"' and tokens[at].lower in _RESULTING)
    ):
        return True  # "the 2011 | uprising", "it was late, | resulting in delay": about the whole clause
    if tags[at] == "V" and tags[start - 1] == "S" and "Q" not in classify_word(tokens[at].lower):
        return True  # "since | fell", but "when | asked"
    if tokens[start].lower == "not" and tags[start - 1] == ",":
        return True  # "is to be mended, | not painted"
    if tags[at] == "V" and tags[start - 2 : start] == ["A", "C"] and tokens[at].lower.endswith("ed"):
        return tags[at + 1 : at + 2] == ["A"]  # "a raw but | talented young cook"
    return tokens[at].lower in _PREPOSITIONAL and _is_preposition(tokens, tags, start, at)


def is_gerund(tags: Sequence[str], start: int, at: int, end: int) -> bool:
    """Say whether an -ing form opens the subject itself: “that | finding a pilot is hard”."""
    if tags[at : at + 2] in (["G", "N"], ["G", "E"]) and tags[at + 2 : at + 3] in (
        ["V"],
        ["B"],
        ["H"],
        ["M"],
    ):
        return True  # "interesting things happen"
    if tags[at] != "G" or tags[start - 1] not in "W,":
        return False
    verb = next((place for place in range(at + 1, end) if tags[place] in FINITE), end)
    if verb == end or tags[verb - 1] == "T" or not {"W", "S", ",", "C", "R"}.isdisjoint(tags[at:verb]):
        return False
    return tags[start - 1] == "W" or tags[verb] == "M"


def _is_preposition(tokens: Sequence[Token], tags: Sequence[str], start: int, at: int) -> bool:
    """Say whether a participle does a preposition's work (“compared to”), and shares no auxiliary."""
    following = tags[at + 1 : at + 2]
    if (tags[start - 1] == "C" and tokens[start - 1].lower != "but") or not following:
        return False
    return following == ["P"] or tokens[at].lower in _GOVERNING or (following == ["T"] and tags[at] != "G")
