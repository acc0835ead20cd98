"""What a word opens: a second verb of the subject, a clause, a phrase of time or place, a relative clause."""

from collections.abc import Sequence

from claimdiff.extraction.contents import OCCASIONS
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    ADVERBS,
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    RELATIVES,
    SPEECH_CUES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)

_BREAKS = {",": ",", "—": "-", "–": "-", "(": "(", ";": ";", ":": ":"}
_JOINTS = frozenset({"and", "but", "or"})
_LEADING = RELATIVES | {"whom", "whose", "where", "what"}
_NAMED = frozenset({"as", "including", "saying"})  # what follows a comma and is told by name
_AROUND = 6
_LONG = 4


def name_opening(words: BlockWords, tags: Sequence[str], at: int, span: tuple[int, int], form: str) -> str:
    """Return the name of what opens at a word, "" for nothing.

    `tags` are those of the words `span`, a sentence; `form` is that of the cue, to tell a second verb of
    its subject. A name is a joint (",and", "during", "that", "time" …), mostly with "/" and what it joins on.
    """
    low, high = span
    word = words.lowers[at]
    following = words.lowers[at + 1] if at + 1 < high else ""
    if word in _BREAKS:
        return _name_break(words, tags, at, span, form) if following else ""
    if at > low and words.lowers[at - 1] in _BREAKS:
        return ""
    if word in _JOINTS:
        return f"{word}/{_name_turn(words, tags, at + 1, span, form)}"
    if word in TIME_WORDS:
        return "time" if at == low or not _leads_time(words.lowers[at - 1]) else ""
    if word in _LEADING:
        return "that" if word == "that" else "rel"
    if word == "to":
        return "to/verb" if at + 1 < high and tags[at + 1 - low] in {"I", "IV", "V"} else "to/noun"
    if word in SUBORDINATORS or word in PREPOSITIONS:
        return f"{word}/{_name_phrase(words, tags, at + 1, span)}"
    return ""


def _leads_time(word: str) -> bool:
    return word in PREPOSITIONS or word in TIME_WORDS or word in DETERMINERS


def _is_participle(word: str) -> bool:
    return word.endswith("ing") and len(word) > _LONG


def _name_break(words: BlockWords, tags: Sequence[str], at: int, span: tuple[int, int], form: str) -> str:
    """What follows a comma, a dash or a bracket."""
    mark, following = _BREAKS[words.lowers[at]], words.lowers[at + 1]
    if following in _JOINTS:
        return f"{mark}{following}/{_name_turn(words, tags, at + 2, span, form)}"
    if following in _LEADING or following in _NAMED:
        return mark + following
    if _is_participle(following):
        return mark + "ing"
    if following in SUBORDINATORS:
        return mark + "sub"
    if following in PREPOSITIONS:
        return mark + "prep"
    return mark + _name_turn(words, tags, at + 1, span, form)


def _name_turn(words: BlockWords, tags: Sequence[str], place: int, span: tuple[int, int], form: str) -> str:
    """A second verb in the form of the cue, another verb, a clause of its own, or a noun."""
    low, high = span
    while place < high - 1 and (words.lowers[place] in ADVERBS or words.lowers[place].endswith("ly")):
        place += 1
    if place >= high:
        return "none"
    word = words.lowers[place]
    listed = SPEECH_CUES.get(word)
    capital = words.is_capital(place)
    if listed is not None and listed.form == form and not capital:
        return "cue"
    if word in AUXILIARIES:
        return "aux"
    if _is_participle(word):
        return f"ing={form == 'present'}"
    if words.is_finite(place):
        if word.endswith("ed"):
            return f"past={form == 'past'}"
        return f"s={form == 'third'}" if word.endswith("s") else "verb"
    if capital or word in DETERMINERS or word in SUBJECT_PRONOUNS or word in POSSESSIVES:
        if any(words.is_finite(k) for k in range(place + 1, min(high, place + _AROUND))):
            return "clause"
        return "name" if capital else "noun"
    return tags[place - low]


def _name_phrase(words: BlockWords, tags: Sequence[str], at: int, span: tuple[int, int]) -> str:
    """What a preposition or a subordinator is followed by: a time, an occasion, a name, a pronoun …"""
    low, high = span
    if at >= high:
        return "edge"
    first = words.lowers[at]
    if first in TIME_WORDS:
        return "time"
    if first in _LEADING:
        return "rel"
    if first in SUBJECT_PRONOUNS:
        return "pron"
    if _is_participle(first):
        return "ing"
    for place in range(at, min(high, at + _AROUND)):
        word = words.lowers[place]
        if word in OCCASIONS or word in TIME_WORDS:
            return "occasion" if word in OCCASIONS else "time"
        closed = word in PREPOSITIONS or word in _JOINTS or word in RELATIVES
        if place > at and (closed or not word[0].isalnum()):
            break
    if first[0].isdigit():
        return "year" if len(first) == _LONG else "number"
    if words.is_capital(at):
        return "Name"
    if first in DETERMINERS:
        return "det"
    return "poss" if first in POSSESSIVES else tags[at - low]
