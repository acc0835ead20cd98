"""Whether words can be the subject of a verb: no time, no phrase with a preposition, the right number."""

from collections.abc import Sequence

from claimdiff.extraction.tagging import FINITE
from claimdiff.extraction.wordclasses import classify_word, list_pasts
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import Token

_SINGULAR_VERBS = frozenset({"is", "was", "has", "does", "isn't", "wasn't", "hasn't", "doesn't"})
_PLURAL_VERBS = frozenset({"are", "were", "have", "do", "aren't", "weren't", "haven't", "don't"})
_SINGULAR_PRONOUNS = word_set("he she it this that someone somebody everyone everybody anyone nobody nothing")
_PLURAL_PRONOUNS = word_set("they we you these those both many few several")
_GROUPS = word_set(
    "people men women children police staff crew team family public majority number couple group media data"
    " government company series news politics others half rest most some percent lot pair means species"
    " board committee council army party crowd side squad band firm jury duo trio cabinet parliament union"
    " club church force agency ministry bank commission court department office"
    " headquarters"
)
_AMOUNTS = word_set(
    "majority number couple group half rest most some percent lot pair series team dozen hundred thousand"
    " million billion one any all none each mix handful bunch"
)
_NEVER = word_set(
    "them him me us there then here what as so than out off along up down away back"
    " please being having example instance"
)
_SPANS = word_set(
    "month months week weeks year years day days hour hours minute minutes decade decades morning evening"
    " afternoon night weekend monday tuesday wednesday thursday friday saturday sunday january february march"
    " april may june july august september october november december today yesterday tomorrow tonight"
    " ago later earlier"
)
# Behind one of these a figure is a year.
_PARTS_OF_YEAR = frozenset({"early", "late", "mid"})
_TIMED = word_set("next last this that every each one later early late the a past few several")
_LEADING = word_set(
    "with for from by into onto under over about between through during without within against of"
    " in on at to after before since until despite like near off out along throughout across around"
)


def is_subject(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> bool:
    """Say whether `tokens[first:last]` can be a subject: no time, object pronoun, particle or predicate."""
    tag, word = tags[first], tokens[first].lower
    if (word in _NEVER and tag != "E") or tag in FINITE or tag == "U":
        return False
    if tag == "#" and last == first + 1 and len(word) == 4 and word[:2] in ("19", "20"):
        return False  # a year
    if _ends_open(tokens, tags, first, last):
        return False
    if word in _LEADING and tags[first + 1] != "#" and tokens[first + 1].lower not in ("least", "most"):
        return False
    if tag == "G" and first and tags[first - 1] == "," and last > first + 1 and tags[first + 1] in "DERU":
        return False  # "the crew, leaving the pier, sang"
    if tags[first : first + 2] == ["R", "R"] or tokens[last - 1].lower in ("there", "being"):
        return False
    if tag in "QIV" and (last == first + 1 or tags[first + 1] in "PXTRDCS"):
        return False  # "taken out of context", "blasted off at nine"
    return not _is_time(tokens, tags, first, last) and not _holds_predicate(tags, first, last)


def _ends_open(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> bool:
    """Say whether a run ends in an object or a bare adjective: “quickly free them”, “two curious”."""
    if tags[last - 1] == "A":
        return tags[first] != "D"
    word, before = tokens[last - 1].lower, tokens[last - 2].lower if last - first > 1 else ""
    return tags[last - 1] == "U" and before != "of" and not word.endswith(("self", "selves"))


def _is_time(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int) -> bool:
    """Say whether a run is no more than a time: “next month”, “September”, “the past six years”."""
    year = tags[last - 1] == "#" and last - first > 1 and tokens[first].lower in _PARTS_OF_YEAR
    if tokens[last - 1].lower not in _SPANS and not year:
        return False
    return all(
        token.lower in _TIMED or token.lower in _SPANS or tag == "#"
        for token, tag in zip(tokens[first:last], tags[first:last], strict=True)
    )


def _holds_predicate(tags: Sequence[str], first: int, last: int) -> bool:
    """Say whether a run holds a finite verb that no “who”, “which” or “whose” leads in."""
    relative = next((at for at in range(first, last) if tags[at] == "W"), last)
    return any(tags[at] in FINITE and "C" not in tags[at - 1 : at] for at in range(first, relative))


def agrees(tokens: Sequence[Token], tags: Sequence[str], first: int, last: int, verb: str) -> bool:
    """Say whether a subject can go with a verb, as far as number tells: names and groups go with any."""
    singular = wants_singular(verb)
    if singular is None:
        return True
    head = first
    while head + 1 < last and tags[head + 1] not in "P,W-(":
        if tags[head] == "N" and tags[head + 1] in "GQ":
            break
        head += 1
    word = tokens[head].lower
    if head == first and tags[head] in "RDW":
        if word == "i":
            return verb not in ("is", "has", "does", "are", "were") and (not singular or verb == "was")
        return not (word in _PLURAL_PRONOUNS if singular else word in _SINGULAR_PRONOUNS)
    if word == "one" and head == last - 1 and tags[head] != "E":
        return singular  # "that one"
    if singular and "C" in tags[first:last] and set(tags[first:last]) <= {"E", "C", ","}:
        return False  # "Ada and Ivo has"
    if (
        tags[head] != "N"
        or "C" in tags[first:last]
        or word in _GROUPS
        or word in _AMOUNTS
        or word.endswith("ics")
    ):
        return True
    single = tokens[first].lower == "one" and tags[first + 1 : first + 2] != ["P"]  # "one boat"
    if not single and any(token.lower in _AMOUNTS for token in tokens[first : first + 2]):
        return True  # "a number of boats", "one of the boats"
    plural = word.endswith("s") and not word.endswith(("ss", "us", "is"))
    return plural is not singular


def wants_singular(verb: str) -> bool | None:
    """Say whether a verb wants one thing as its subject (“sinks”) or many (“sink”), None if either goes."""
    if verb in _SINGULAR_VERBS:
        return True
    if verb in _PLURAL_VERBS:
        return False
    kinds = classify_word(verb)
    if "V" not in kinds:
        return None
    if "I" in kinds:
        return None if verb in list_pasts() else False
    return True if verb.endswith("s") and not verb.endswith("ss") else None
