"""Whether two names in attributions can mean one speaker."""

from typing import Literal

from claimdiff.findings.bodies import SPOKEN_FOR, Voice, is_vague, may_spell, read_voice, spells
from claimdiff.language.names import ROLES
from claimdiff.language.tokens import fold, strip_possessive, tokenize

SpeakerRelation = Literal["same", "unknown", "different"]


def relate_speakers(one: str | None, two: str | None) -> SpeakerRelation:
    """Say whether two speakers are the same, different, or can't be told apart.

    A missing name, a pronoun or a bare role ("a spokesman") against a name is "unknown".
    """
    if not one or not two:
        return "unknown"
    left, right = read_voice(one), read_voice(two)
    if not left.words or not right.words:
        return "unknown"
    if left.words == right.words:
        return "same"
    if _hold_two_offices(one, two, left, right):
        return "different"
    if shared := left.proper & right.proper:
        if not shared & left.own:
            return _relate_kind(left, right)
        return "different" if _namesakes(one, two, left.proper, right.proper) else "same"
    if not left.proper or not right.proper:
        return "same" if left.words & right.words else "unknown"
    related = _relate_bodies(left, right)
    if related is not None:
        return related
    if bool(left.words & SPOKEN_FOR) != bool(right.words & SPOKEN_FOR) or _is_office(one) != _is_office(two):
        return "unknown"
    return "different"


def _hold_two_offices(one: str, two: str, left: Voice, right: Voice) -> bool:
    """Say whether two names give offices that are not one ("prime minister", "home secretary")."""
    if not left.offices or not right.offices or left.offices & right.offices:
        return False
    return not left.own & right.own or _is_office(one) or _is_office(two)


def _relate_kind(left: Voice, right: Voice) -> SpeakerRelation:
    """Relate two names that share a place or a kind of body alone ("British", "Ministry")."""
    if left.own and right.own:
        return "unknown" if left.person != right.person else "different"
    alike = not left.core.isdisjoint(right.core)
    nested = left.words <= right.words or right.words <= left.words
    if left.person or right.person:
        return "same" if alike and nested else "unknown"
    return "same" if alike or nested else "unknown"


def _relate_bodies(left: Voice, right: Voice) -> SpeakerRelation | None:
    """Relate two names without a capitalised word in common, None where no body is known by them.

    Letters are the body that they are the initials of, and none with a name of its own that they do not
    spell. Officials of a place may speak for any body of it, and whoever heads a body for that.
    """
    if left.acronym or right.acronym:
        if left.acronym and right.acronym:
            return "different"
        letters, other = (left.acronym, right) if left.acronym else (right.acronym, left)
        if spells(letters, other):
            return "same"
        return "different" if other.body and other.own and not may_spell(letters, other) else "unknown"
    if left.places and right.places and not left.places & right.places:
        return None
    if is_vague(left) or is_vague(right):
        return "unknown"
    if not (left.body or right.body) or not left.core & right.core:
        return None
    if left.person != right.person:
        return "unknown"
    return "same" if left.core <= right.core or right.core <= left.core else None


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
