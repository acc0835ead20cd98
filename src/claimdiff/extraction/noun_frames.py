"""Nouns that attribute: "his denial that …", "the claim that …", "Voss's call for …"."""

from msgspec.structs import replace

from claimdiff.extraction.contents import Complement, read_complement
from claimdiff.extraction.frame_parts import Frame, stretch_of, trim_space
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    AUXILIARIES,
    DETERMINERS,
    POSSESSIVES,
    PREPOSITIONS,
    SUBORDINATORS,
    TIME_WORDS,
)
from claimdiff.extraction.subjects import NO_SUBJECT, Subject, find_subject, find_verb_group
from claimdiff.language.inflection import inflect_verb

_DOCUMENTS = frozenset("report reports study statement letter memo testimony assessment".split())
_JOINED_TIMES = TIME_WORDS | {"month", "week", "year"}
_BEFORE_PHRASE = SUBORDINATORS | PREPOSITIONS | TIME_WORDS


def read_noun(words: BlockWords, cue: int, low: int, high: int) -> Frame | None:
    """ "his denial that …", "the claim that …", "Voss's call for …" """
    joint = cue + 1
    while joint < high and joint < cue + 3 and words.lowers[joint] in _JOINED_TIMES:
        joint += 1
    following = words.lowers[joint] if joint < high else ""
    if following not in {"that", "of", "for", "to"} or joint + 1 >= high:
        return None
    if following == "that" and words.lowers[joint + 1] in AUXILIARIES:
        return None
    if cue > low and (words.lowers[cue - 1] in AUXILIARIES or words.lowers[cue - 1] == "to"):
        return None
    owner = find_owner(words, cue, low)
    if owner.how == "none":
        owner = _find_giver(words, cue, low)
    if owner.how == "none" and words.lowers[cue] in _DOCUMENTS:
        owner = _document_of(words, cue, low)
    if following != "that" and owner.how == "none":
        return None
    complement = read_complement(words, joint if following != "to" else joint - 1, high)
    if complement.last <= complement.first:
        return None
    first = joint + 1
    complement = replace(complement, last=_cut_at_comma(words, first, complement.last))
    stretch = stretch_of(words, Complement(first, max(complement.last, first + 1), "that", None))
    if stretch is None:
        return None
    begin = words.starts[owner.first] if owner.how != "none" else words.starts[cue]
    return Frame(
        cue, cue, cue + 1, words.lowers[cue], "noun", "noun", owner, (stretch,),
        (trim_space(words.text, begin, stretch[0]),), "right", "noun-" + following, False, False,
        (first, max(complement.last, first + 1)),
    )  # fmt: skip


def _cut_at_comma(words: BlockWords, first: int, last: int) -> int:
    """A noun's clause ends at the first comma outside quotation marks."""
    for place in range(first, last):
        if words.lowers[place] == "," and words.quote_over(words.starts[place]) is None:
            return place
    return last


def _document_of(words: BlockWords, cue: int, low: int) -> Subject:
    """ "a South Korean report that": the document speaks for itself."""
    for place in range(cue - 1, max(low, cue - 6) - 1, -1):
        if words.lowers[place] in DETERMINERS:
            return Subject(place, cue + 1, "left")
        if not words.lowers[place][0].isalnum() or words.lowers[place] in PREPOSITIONS:
            break
    return NO_SUBJECT


def find_owner(words: BlockWords, cue: int, low: int) -> Subject:
    place = cue - 1
    steps = 0
    while (
        place > low
        and steps < 3
        and not words.lowers[place].endswith(("'s", "s'"))
        and words.lowers[place].isalpha()
    ):
        if words.lowers[place] in POSSESSIVES or words.lowers[place] in PREPOSITIONS:
            break
        place -= 1
        steps += 1
    if place < low:
        return NO_SUBJECT
    word = words.lowers[place]
    if word in POSSESSIVES:
        return Subject(place, place + 1, "pronoun")
    if not (word.endswith("'s") or (word == "'" and place > low)):
        return NO_SUBJECT
    first = place
    while (
        first > low
        and (words.is_capital(first - 1) or words.lowers[first - 1] in DETERMINERS)
        and place - first < 6
    ):
        if words.lowers[first - 1] in _BEFORE_PHRASE:
            break
        first -= 1
    return Subject(first, place + 1, "left")


_GIVING = frozenset(
    form
    for lemma in (
        "express",
        "make",
        "issue",
        "voice",
        "give",
        "offer",
        "raise",
        "reiterate",
        "repeat",
        "release",
    )
    for form in inflect_verb(lemma)
)


def _find_giver(words: BlockWords, cue: int, low: int) -> Subject:
    """ "Voss has voiced her strong doubt that": the subject of the verb that gives the noun."""
    for verb in range(cue - 1, max(low, cue - 5), -1):
        if words.lowers[verb] in _GIVING:
            group = find_verb_group(words, verb, low)
            return find_subject(words, verb, group, low, cue)
    return NO_SUBJECT
