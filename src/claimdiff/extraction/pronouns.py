"""What "he", "her" and "his" stand for: the one fitting person nearby, or nobody where two fit."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence

from msgspec import Struct

from claimdiff.extraction.mentions import Actor, Cast
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.word_forms import watch
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.names import ROLES
from claimdiff.language.tables import group_words, word_set
from claimdiff.model import Document

_PRONOUN = re.compile(r"(?<![\w'’-])(?:[Hh](?:e|im|is|er|ers)|[Ss]he|HE|SHE|HIS|HER)(?![\w-])")
_PRONOUNS = word_set("he him his her hers she")
MALE_NOUNS = word_set(
    """man boy father dad brother son husband uncle nephew grandfather king prince duke gentleman
    boyfriend widower spokesman chairman policeman fireman fisherman businessman gunman serviceman
    cameraman congressman sportsman actor guy lad waiter monk priest pope sheikh emperor"""
)
FEMALE_NOUNS = word_set(
    """woman girl mother mum mom sister daughter wife aunt niece grandmother queen princess duchess
    lady girlfriend widow spokeswoman chairwoman policewoman businesswoman congresswoman actress
    schoolgirl waitress nun"""
)
_NEUTRAL = ROLES | word_set(
    """person child baby resident passenger cousin friend colleague lawyer patient protester attendant
    worker employee neighbour neighbor customer shopper tourist hiker sailor diver guest visitor spectator
    bystander motorist cyclist thief burglar robber killer shooter murderer hijacker stowaway trainee
    tenant landlord witness eyewitness survivor
    migrant refugee prisoner inmate hostage teen teenager youngster toddler infant"""
)
PERSON_WORDS = MALE_NOUNS | FEMALE_NOUNS | _NEUTRAL
_PERSON_NOUN = re.compile(rf"(?<![\w'’-])(?:{group_words(PERSON_WORDS)})(?![\w-])")
_QUOTE_MARK = re.compile(r"[\"“”]")
_PERSONAL, _PRONOMINAL, _MARKED = watch(PERSON_WORDS), watch(_PRONOUNS), watch('"“”')
_NAMED = re.compile(r"(?: (?:for|of|at|from) [^,.;:!?\n\"“”]{1,50})?, ")
_JOINED = re.compile(r"[,;] (?:and|but|while|as|when|because) \Z")
_BROKEN = re.compile(r"[,;:.!?\"“”]| (?:and|but|or|who|that|which|when|while|as|if) ")
_GOVERNED = re.compile(r"\b(?:of|for|with|by|from|to|in|on|at) (?:(?:an?|the|his|her|its) )?(?:[a-z]+ )?\Z")
_INTERVIEWED = re.compile(r"\b(?:(?:he|she) (?:told|asked)|(?:told|tells|telling) [A-Z][\w&.]*['’]s) \Z")
_INTERVIEW = 40
_LEADING = word_set("in at on after before since during despite with when while as for until following")
_CLAUSE_LEAD = 24
_TITLE = 2
_CONJUNCTION = 12
_COURTESY = 4  # "Mrs."
_FINITE = frozenset("VBHOM")
_REACH = 2
_NOBODY = -1
_NEXT = re.compile(r" ([\w’'-]+)")
_SUBJECT_WORDS = 5
_SUBJECT_REACH = 60
_AFTER_OBJECT = word_set(
    """to in on at for from with by as and or but that when while after before because if who the a an
    into over out up down off about of during again is was were had has will would said not so then
    than until since there here this these those all one two three four five six seven eight nine
    ten last next yesterday today"""
)


class Candidate(Struct, frozen=True, gc=False, order=True):
    """A person that a pronoun may stand for: an actor of the cast, or -1 for somebody without a name.

    `told` says that it is but the interviewer: “she told the Herald's Ada Moro”.
    """

    start: int
    end: int
    actor: int
    sentence: int
    subject: bool
    gender: str | None
    told: bool = False


def gather_candidates(
    document: Document,
    cast: Cast,
    phrases: Sequence[tuple[int, int, int]],
    blocks: Sequence[BlockWords],
) -> list[Candidate]:
    """Return every mention of a person in reading order: names, resolved phrases, unnamed people.

    `blocks` are the words of each block.
    """
    text = document.text
    surely = {number for number, actor in enumerate(cast.actors) if actor.is_person}
    perhaps = {number for number, actor in enumerate(cast.actors) if _may_be_person(actor)}
    found = [
        Candidate(
            m.start,
            m.end,
            m.actor if m.actor in surely else _NOBODY,
            m.sentence,
            m.subject,
            cast.actors[m.actor].gender,
            _is_told(text, m.start),
        )
        for m in cast.mentions
        if m.actor in surely or m.actor in perhaps
    ]
    for start, end, actor in phrases:
        sentence = cast.sentence_at(start)
        opens = _opens(text, cast.sentences[sentence], start)
        found.append(Candidate(start, end, actor, sentence, opens, cast.actors[actor].gender))
    taken = sorted((item.start, item.end) for item in found)
    named = {item.start for item in found}
    for words in blocks:
        for match in words.find_flagged(_PERSONAL, _PERSON_NOUN):
            start, end = match.span()
            if text[end : end + 1] == " " and text[end + 1 : end + 2].isupper():
                continue
            index = bisect_right(taken, (start, len(text)))
            if index and taken[index - 1][1] >= end:
                continue
            apposed = _NAMED.match(text, end)
            if apposed and apposed.end() in named:
                continue  # "a spokesman for the line, Ivo Renn,": one person, who has a name
            sentence = cast.sentence_at(start)
            noun = match.group().lower()
            gender = "male" if noun in MALE_NOUNS else "female" if noun in FEMALE_NOUNS else None
            opens = _opens(text, cast.sentences[sentence], start)
            found.append(Candidate(start, end, _NOBODY, sentence, opens, gender))
    return sorted(found)


def _is_told(text: str, start: int) -> bool:
    """Say whether a name is that of who is only told something, by “she” or for an outlet."""
    return text.find("t", max(0, start - _INTERVIEW), start) >= 0 and (
        _INTERVIEWED.search(text, max(0, start - _INTERVIEW), start) is not None
    )


def _may_be_person(actor: Actor) -> bool:
    """Say whether a name that nothing shows to be a person's sounds like one: then no other is sure."""
    return actor.kind == "unknown" and actor.gender is not None and len(actor.name) > _COURTESY


def _opens(text: str, sentence_start: int, position: int) -> bool:
    if position - sentence_start > _SUBJECT_REACH:
        return False
    lead = text[sentence_start:position]
    return len(lead.split()) <= _SUBJECT_WORDS and "," not in lead


def resolve_pronouns(
    document: Document, cast: Cast, candidates: Sequence[Candidate], blocks: Sequence[BlockWords]
) -> list[tuple[int, int, int, bool]]:
    """Return start, end, actor and whether it is possessive for each pronoun that is sure."""
    text = document.text
    found: list[tuple[int, int, int, bool]] = []
    starts = [candidate.start for candidate in candidates]
    spoken = _spoken_parts(blocks)
    trail: list[Candidate] = []
    for block, words in zip(document.blocks, blocks, strict=True):
        if block.kind in ("title", "dek", "heading"):
            continue
        trail = trail[-2:]
        for match in words.find_flagged(_PRONOMINAL, _PRONOUN):
            word = match.group().lower()
            gender = "female" if word in ("she", "her", "hers") else "male"
            possessive = word in ("his", "hers") or (word == "her" and _is_possessive(text, match.end()))
            position = match.start()
            here = cast.sentence_at(position)
            upto = bisect_left(starts, position)
            quoted = _spoken_start(spoken, position)
            nearby = [*candidates[max(0, upto - 14) : upto], *trail[-4:]]
            nearby = [
                item
                for item in nearby
                if here - item.sentence <= _REACH
                and _fits(cast, item, gender)
                and not (item.told and item.sentence < here)
            ]
            if quoted is not None:
                nearby = [item for item in nearby if item.start >= quoted]
            is_object = word == "him" or (word == "her" and not possessive)
            following = candidates[upto] if upto < len(candidates) else None
            if following is not None and _comes_first(text, cast.sentences[here], position, following, here):
                continue  # the name follows in the sentence
            actor = _find_owner(text, nearby, here, position) if possessive else _NOBODY
            if actor == _NOBODY:
                actor = choose_actor(nearby, here, is_object, text)
            if actor == _NOBODY:
                continue
            if cast.actors[actor].gender is None:
                cast.actors[actor].gender = gender
            opens = word in ("he", "she")
            trail.append(Candidate(position, match.end(), actor, here, opens, gender))
            found.append((position, match.end(), actor, possessive))
    return found


def _comes_first(text: str, begin: int, position: int, following: Candidate, here: int) -> bool:
    """Say whether a pronoun precedes who it stands for: “In his speech, Moro said”, “When he left, Moro”."""
    lead = text[begin : min(position, begin + _SUBJECT_REACH)]
    opening = lead.split(" ", 1)[0].lower()
    if following.sentence != here or "," in lead or opening not in _LEADING:
        return False
    if position - begin > _CLAUSE_LEAD or following.start - position > _SUBJECT_REACH:
        return False
    between, comma, title = text[position : following.start].partition(", ")
    return comma != "" and title.count(" ") <= _TITLE and not _BROKEN.search(between) and "," not in title


def _find_owner(text: str, nearby: Sequence[Candidate], here: int, position: int) -> int:
    """Return the subject of the clause that "his" stands in: “Moro left, and Ruiz sold his boat”."""
    last = max(nearby, default=None)
    if last is None or last.sentence != here or position - last.end > _SUBJECT_REACH:
        return _NOBODY
    joined = _JOINED.search(text[max(0, last.start - _CONJUNCTION) : last.start]) or (
        text.startswith(", ", last.start - 2) and _acts(text, last)
    )
    return _NOBODY if not joined or _BROKEN.search(text, last.end, position) else last.actor


def _acts(text: str, item: Candidate) -> bool:
    """Say whether a verb follows: "Moro sold", not "the search for a coach is on"."""
    if _GOVERNED.search(text, max(0, item.start - _SUBJECT_REACH), item.start):
        return False
    following = _NEXT.match(text, item.end, item.end + 30)
    tags = classify_word(following.group(1).lower()) if following else ""
    return "N" not in tags and not _FINITE.isdisjoint(tags)


def choose_actor(nearby: Sequence[Candidate], here: int, is_object: bool, text: str = "") -> int:
    """Return the only fitting actor of the nearest sentence that names one, or its only subject.

    With the `text`, somebody else who acts later in the pronoun's own sentence leaves it open.
    """
    for sentence in range(here, here - _REACH - 1, -1):
        fitting = [item for item in nearby if item.sentence == sentence]
        if is_object and sentence == here:
            subjects = {item.actor for item in fitting if item.subject}
            fitting = [item for item in fitting if item.actor not in subjects]
        people = {item.actor for item in fitting}
        if len(people) == 1:
            return people.pop()
        if people:
            subjects = {item.actor for item in fitting if item.subject}
            if subjects and text and sentence == here:
                subjects |= {item.actor for item in fitting if _acts(text, item)}
            return subjects.pop() if len(subjects) == 1 else _NOBODY
    return _NOBODY


def _fits(cast: Cast, item: Candidate, gender: str) -> bool:
    known = item.gender if item.actor == _NOBODY else cast.actors[item.actor].gender
    return known in (None, gender)


def _is_possessive(text: str, end: int) -> bool:
    following = _NEXT.match(text, end, end + 30)
    if following is None:
        return False
    word = following.group(1).lower()
    return word not in _AFTER_OBJECT and not word.endswith("ing") and not word.isdigit()


def _spoken_parts(blocks: Sequence[BlockWords]) -> list[tuple[int, int]]:
    """Return the stretches inside double quotation marks; a mark left open ends with its block."""
    parts: list[tuple[int, int]] = []
    for words in blocks:
        opened: int | None = None
        for match in words.find_flagged(_MARKED, _QUOTE_MARK):
            if opened is None and match.group() != "”":
                opened = match.end()
            elif opened is not None and match.group() != "“":
                parts.append((opened, match.start()))
                opened = None
        if opened is not None:
            parts.append((opened, words.end))
    return parts


def _spoken_start(parts: Sequence[tuple[int, int]], position: int) -> int | None:
    """Return where the quotation around a position starts, None outside of quotations."""
    index = bisect_right(parts, (position, 1 << 60)) - 1
    return parts[index][0] if index >= 0 and position < parts[index][1] else None
