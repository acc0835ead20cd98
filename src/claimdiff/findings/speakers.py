"""Whether two names in attributions can mean one speaker."""

from functools import lru_cache
from typing import Literal

from claimdiff.language.cues import STOPWORDS
from claimdiff.language.names import ROLES
from claimdiff.language.tokens import fold, strip_possessive, tokenize

SpeakerRelation = Literal["same", "unknown", "different"]

# A speaker named by office may be the one another outlet names by name.
_ROLES = frozenset(
    """spokesman spokeswoman spokesperson spokespeople ministry minister official officials department police
    government army military authority authorities company committee council commission agency office court
    union federation party bank airline hospital university statement report organiser organisers organizers
    president mayor governor chief director head secretary leader lawyer prosecutor source sources""".split()
)
# Any number of people, whoever they are: the name of nobody, also with a capital.
_ANYBODY = frozenset(
    """investigators detectives officers officials authorities witnesses residents neighbours neighbors locals
    relatives friends colleagues experts analysts scientists researchers astronomers doctors medics rescuers
    firefighters survivors passengers critics campaigners activists protesters supporters fans lawyers
    prosecutors organisers organizers sources""".split()
)
_PRONOUNS = frozenset(["he", "she", "they", "it", "him", "her", "them", "who", "i", "we"])


@lru_cache(maxsize=8192)
def _name_words(name: str) -> tuple[frozenset[str], frozenset[str]]:
    """Return a name's words: all that carry meaning, and those that are capitalised."""
    words = [token.text for token in tokenize(name) if token.text[0].isalnum()]
    plain = frozenset(fold(strip_possessive(word)) for word in words if word.lower() not in STOPWORDS)
    proper = frozenset(
        fold(strip_possessive(word)) for word in words if word[0].isupper() and word.lower() not in STOPWORDS
    )
    return plain - _PRONOUNS, proper - _PRONOUNS - (_ANYBODY if len(plain) == 1 else frozenset())


def relate_speakers(one: str | None, two: str | None) -> SpeakerRelation:
    """Say whether two speakers are the same, different, or can't be told apart.

    A missing name, a pronoun or a bare role ("a spokesman") against a name is "unknown".
    """
    if not one or not two:
        return "unknown"
    words_one, proper_one = _name_words(one)
    words_two, proper_two = _name_words(two)
    if not words_one or not words_two:
        return "unknown"
    if words_one == words_two:
        return "same"
    if proper_one & proper_two:
        return "different" if _namesakes(one, two, proper_one, proper_two) else "same"
    if not proper_one or not proper_two:
        return "same" if words_one & words_two else "unknown"
    if bool(words_one & _ROLES) != bool(words_two & _ROLES) or _is_office(one) != _is_office(two):
        return "unknown"
    return "different"


def _is_office(name: str) -> bool:
    """Say whether a name ends as an office does ("Harbour Pilot", "Coach of the Year"): it names nobody."""
    words = name.partition(" of ")[0].split()
    return bool(words) and words[-1].lower() in ROLES


def _namesakes(one: str, two: str, proper_one: frozenset[str], proper_two: frozenset[str]) -> bool:
    """Say whether two full names share a given name alone: each has a surname that the other lacks."""
    surnames = [_last_name(name) for name in (one, two)]
    full = len(proper_one) > 1 and len(proper_two) > 1
    return full and surnames[0] not in proper_two and surnames[1] not in proper_one


def _last_name(name: str) -> str:
    words = [token.text for token in tokenize(name) if token.text[0].isupper()]
    return fold(strip_possessive(words[-1])) if words else ""
