"""Whom "the 37-year-old driver" means: the one of that age, or the subject of the sentence before."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimdiff.extraction.mentions import Cast
from claimdiff.extraction.pronouns import FEMALE_NOUNS, MALE_NOUNS, PERSON_WORDS, Candidate, choose_actor
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.word_forms import watch
from claimdiff.language.cues import SAY_VERBS
from claimdiff.language.places import is_demonym
from claimdiff.language.tables import word_set
from claimdiff.model import Document

_PHRASE = re.compile(r"[Tt]he(?<![\w-][Tt]he) (?P<age>\d{1,2})-year-old(?P<more>(?: [A-Za-z][\w-]*){0,4})")
_AGE_AFTER = re.compile(r", (?:aged )?(\d{1,2})(?=[,.;]|$)")
_VERBS = word_set(
    """was is had has will would could can may might did does said told also then who later never still and
    lost won
    left went came took made became began got"""
)
_NOBODY = -1
_AGED = watch(["old"])


def find_age_phrases(
    document: Document, cast: Cast, candidates: Sequence[Candidate], blocks: Sequence[BlockWords]
) -> list[tuple[int, int, int]]:
    """Return start, end and actor of each "the N-year-old …" that surely means somebody named before."""
    text = document.text
    ages: dict[str, set[int]] = {}
    for mention in cast.mentions:
        if not text.startswith(", ", mention.end) or not cast.actors[mention.actor].is_person:
            continue
        after = _AGE_AFTER.match(text, mention.end, mention.end + 12)
        if after:
            ages.setdefault(after.group(1), set()).add(mention.actor)
    starts = [candidate.start for candidate in candidates]
    found = []
    for block, words in zip(document.blocks, blocks, strict=True):
        if block.kind in ("title", "dek", "heading") or not words.met & _AGED:
            continue
        for match in _PHRASE.finditer(text, block.start, block.end):
            read = _read_phrase(match["more"])
            if read is None:
                continue
            length, gender = read
            before = candidates[
                max(0, bisect_left(starts, match.start()) - 10) : bisect_left(starts, match.start())
            ]
            actor = _find_actor(cast, ages.get(match["age"], set()), before, match.start(), gender)
            if actor != _NOBODY:
                found.append((match.start(), match.start("more") + length, actor))
    return found


def _read_phrase(more: str) -> tuple[int, str | None] | None:
    """Return how many characters after "-year-old" belong to the phrase, and the gender its noun tells.

    None where what follows shows neither a person's noun nor a verb.
    """
    length, gender, complete = 0, None, False
    for match in re.finditer(r" ([A-Za-z][\w-]*)", more):
        word = match.group(1).lower()
        if is_demonym(match.group(1)) and match.group(1)[0].isupper():
            length, complete = match.end(), True
        elif word in PERSON_WORDS:
            length, complete = match.end(), True
            gender = "male" if word in MALE_NOUNS else "female" if word in FEMALE_NOUNS else None
        elif match.group(1)[0].isupper() and not complete:
            return None  # "the 46-year-old North Norlander is"
        elif word in _VERBS or word in SAY_VERBS or word.endswith("ed"):
            return length, gender
        elif complete:
            return None if word == "of" else (length, gender)
    return (length, gender) if complete or not more else None


def _find_actor(
    cast: Cast, same_age: set[int], before: Sequence[Candidate], position: int, gender: str | None
) -> int:
    if len(same_age) == 1:
        return next(iter(same_age))
    here = cast.sentence_at(position)
    nearby = [
        item
        for item in before
        if item.sentence in (here - 1, here - 2)
        and (item.actor == _NOBODY or gender is None or cast.actors[item.actor].gender in (None, gender))
    ]
    return choose_actor(nearby, here - 1, False)
