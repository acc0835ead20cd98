"""Words and phrases of attitude: verbs with particles, adjectives, nouns (see data/attitude_cues.txt)."""

from functools import cache
from typing import NamedTuple

from claimdiff.extraction.speech_cues import SPEECH_CUES, form_of
from claimdiff.language.inflection import inflect_verb
from claimdiff.language.tables import read_data


class AttitudeVerb(NamedTuple):
    """A form of a verb of attitude; `particles` are the words that have to follow it ("out", "at")."""

    lemma: str
    kind: str
    form: str
    particles: tuple[str, ...]


class AttitudeCues(NamedTuple):
    """The listed verbs by their forms, the adjectives and the nouns."""

    verbs: dict[str, tuple[AttitudeVerb, ...]]
    adjectives: frozenset[str]
    nouns: frozenset[str]


@cache
def list_attitude_cues() -> AttitudeCues:
    """Return the cues of attitude; verbs of speech_cues.txt are among them only with a particle."""
    verbs: dict[str, list[AttitudeVerb]] = {}
    adjectives: set[str] = set()
    nouns: set[str] = set()
    text = read_data("claimdiff.extraction", "attitude_cues.txt")
    for line in text.splitlines():
        kind, _, rest = line.partition(" ")
        if kind == "adjective":
            adjectives.update(rest.split())
        elif kind == "noun":
            nouns.update(rest.split())
        elif kind.startswith("verb-"):
            for entry in rest.split():
                lemma, *particles = entry.split("_")
                for form in inflect_verb(lemma):
                    if particles or form not in SPEECH_CUES:
                        verb = AttitudeVerb(
                            entry, kind.removeprefix("verb-"), form_of(lemma, form), tuple(particles)
                        )
                        verbs.setdefault(form, []).append(verb)
    longest_first = {
        form: tuple(sorted(found, key=lambda verb: -len(verb.particles))) for form, found in verbs.items()
    }
    return AttitudeCues(longest_first, frozenset(adjectives), frozenset(nouns))
