"""What "the ministry", "the company" and "Beijing" stand for, where the document leaves one reading."""

import re
from bisect import bisect_left
from collections.abc import Sequence

from claimdiff.extraction.mentions import Cast, Mention, word_before
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.word_forms import watch
from claimdiff.language.cues import SAY_VERBS, STOPWORDS
from claimdiff.language.places import canonical_place, is_demonym, place_tables
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import fold
from claimdiff.model import Document

#: Words for institutions, with the words that name the same kind.
_KINDS: dict[str, frozenset[str]] = {
    head: word_set(words)
    for head, words in {
        "ministry": "ministry",
        "department": "department",
        "council": "council",
        "committee": "committee",
        "commission": "commission",
        "court": "court",
        "parliament": "parliament",
        "bank": "bank",
        "university": "university college",
        "airline": "airline airlines airways air",
        "agency": "agency bureau",
        "newspaper": "newspaper times post herald tribune daily journal",
        "union": "union",
        "party": "party",
        "club": "club",
        "federation": "federation association",
        "company": "company corp inc ltd plc airline airlines bank maker retailer firm agency",
        "firm": "company corp inc ltd plc firm agency",
    }.items()
}
_PHRASE = re.compile(
    r"[Tt]he(?<![\w-][Tt]he) (?P<head>" + "|".join(sorted(_KINDS)) + r")(?P<own>['’]s)?(?![\w-])"
)
# What follows tells which one: no mention of one named before.
_RESTRICTED = re.compile(
    r" (?:it|that|which|who|whose|he|she|they|we|where|behind|responsible|of|in charge|owned|run)\b"
)
_APPOSED = re.compile(
    r",? (?:Corp|Inc|Ltd|PLC|plc|Co)\b"
    r"|, (?:an?|the) (?:[\w'’-]+ ){0,5}?([a-z]+)(?=[,.]| (?:that|which|based|in|of))"
)
_CAPITAL_AFTER = re.compile(
    r"(?P<own>['’]s)? (?:also |has |had |have |is |will |would |never |again )?(?P<word>[a-z]+)"
)
_LAST_WORD = re.compile(r"([\w’'-]+) $")
_ADDRESSED = word_set(
    "against accuse accused accuses accusing urged urge urging warned blamed pressed told with by"
)
_POLICY = word_set(
    """support decision decisions demand demands response responses reaction commitment commitments
    inability refusal campaign policy policies stance position ambition ambitions claim claims
    denial allegation allegations offer proposal proposals sanctions influence interference attempt
    attempts effort efforts push willingness pressure threat threats rejection relations ties role
    plan plans intention intentions nuclear military foreign economic diplomatic assertion
    assertions construction behaviour behavior actions action rise view views interests warning
    warnings strategy ally allies leverage reluctance cooperation enabling treatment handling
    rhetoric"""
)
_HEADS_OF: dict[str, list[str]] = {}
for _head, _words in _KINDS.items():
    for _word in _words:
        _HEADS_OF.setdefault(_word, []).append(_head)
_INSTITUTED = watch(_KINDS)
_LOOSE = ("company", "firm", "agency", "bank", "airline", "party", "club")
_LOOK_BACK = 12
_SENTENCES_BACK = 3
_ACTS = word_set("has had have is will would was says wants denies considers")


def find_institutions(
    document: Document, cast: Cast, blocks: Sequence[BlockWords]
) -> list[tuple[int, int, int, bool]]:
    """Return start, end, actor and whether it is possessive of words that stand for an institution.

    "The ministry" stands for the only ministry named so far; a capital for its government where it
    acts and the document names the country. Nothing is guessed.
    """
    holders: dict[str, list[tuple[int, int]]] | None = None
    starts = [mention.start for mention in cast.mentions]
    found: list[tuple[int, int, int, bool]] = []
    for block, words in zip(document.blocks, blocks, strict=True):
        if block.kind in ("title", "dek", "heading") or not words.met & _INSTITUTED:
            continue
        for match in _PHRASE.finditer(document.text, block.start, block.end):
            after = document.text[match.end() : match.end() + 2]
            if (after[:1] == " " and after[1:].isupper()) or _RESTRICTED.match(document.text, match.end()):
                continue
            head = match["head"].lower()
            holders = holders or _describe(document.text, cast)
            fitting = holders[head]
            if len(fitting) != 1 or fitting[0][0] > match.start():
                continue
            actor = fitting[0][1]
            if head not in _LOOSE or _is_latest(cast, starts, match.start(), actor):
                named_with_the = document.text[max(0, fitting[0][0] - 4) : fitting[0][0]].lower() == "the "
                start = match.start("head") if named_with_the else match.start()
                found.append((start, match.end(), actor, bool(match["own"])))
    return [*found, *_governments(document.text, cast)]


def _is_latest(cast: Cast, starts: list[int], position: int, actor: int) -> bool:
    """Tell whether no other institution was named since the actor, who was named a few sentences ago."""
    here = cast.sentence_at(position)
    index = bisect_left(starts, position)
    for mention in reversed(cast.mentions[max(0, index - _LOOK_BACK) : index]):
        if here - mention.sentence > _SENTENCES_BACK:
            return False
        if mention.actor == actor:
            return True
        other = cast.actors[mention.actor]
        if other.kind in ("organisation", "unknown") and other.count > 1:
            return False
    return False


def _describe(text: str, cast: Cast) -> dict[str, list[tuple[int, int]]]:
    """Map every head to the institutions of that kind, each with its first mention."""
    kinds: dict[int, set[str]] = {}
    first: dict[int, int] = {}
    for mention in cast.mentions:
        actor = cast.actors[mention.actor]
        if actor.kind in ("person", "place", "thing"):
            continue
        first.setdefault(mention.actor, mention.start)
        words = kinds.get(mention.actor)
        if words is None:
            words = kinds[mention.actor] = {fold(word).rstrip(".") for word in actor.name.split()}
        words.update(_words_beside(text, mention))
    table: dict[str, list[tuple[int, int]]] = {head: [] for head in _KINDS}
    for number, words in kinds.items():
        name = fold(cast.actors[number].name)
        for head in {head for word in words for head in _HEADS_OF.get(word, ())}:
            if name not in _KINDS[head]:
                table[head].append((first[number], number))
    return {head: sorted(fitting) for head, fitting in table.items()}


def _words_beside(text: str, mention: Mention) -> set[str]:
    found = set()
    if before := word_before(text, mention.start):
        found.add(before)
    after = _APPOSED.match(text, mention.end, mention.end + 80)
    if after:
        found.add(after.group(1) or "company")
    return found


def _governments(text: str, cast: Cast) -> list[tuple[int, int, int, bool]]:
    countries: dict[str, int] = {}
    for number, actor in enumerate(cast.actors):
        place = canonical_place(actor.name)
        if (place and fold(actor.name) == place) or (
            place == "united states" and actor.name in ("US", "U.S.")
        ):
            countries.setdefault(place, number)
    found = []
    for mention in cast.mentions if countries else ():
        name = text[mention.start : mention.end]
        place = canonical_place(name)
        if not place or place not in countries or is_demonym(name) or _is_country(name, place):
            continue
        if text[max(0, mention.start - 4) : mention.start].lower() == "the ":
            continue
        if _acts(text, mention):
            found.append((mention.start, mention.end, countries[place], False))
    return found


def _is_country(name: str, place: str) -> bool:
    return place_tables().countries.get(fold(name).removeprefix("the ")) == place


def _acts(text: str, mention: Mention) -> bool:
    """Tell whether a capital is spoken of as a government: it speaks, has policies, or is addressed."""
    before = _LAST_WORD.search(text, max(0, mention.start - 16), mention.start)
    led = before.group(1).lower() if before else ""
    if led in _ADDRESSED:
        beside = _CAPITAL_AFTER.match(text, mention.end, mention.end + 40)
        return beside is None or bool(beside["own"]) or beside["word"] in STOPWORDS
    if led in (
        "in",
        "at",
        "to",
        "from",
        "near",
        "of",
        "around",
        "outside",
        "into",
        "through",
        "across",
        "for",
    ):
        return _owns(text, mention)
    after = _CAPITAL_AFTER.match(text, mention.end, mention.end + 40)
    if after is None:
        return False
    if after["own"]:
        return after["word"] in _POLICY
    return after["word"] in SAY_VERBS or after["word"] in _ACTS


def _owns(text: str, mention: Mention) -> bool:
    after = _CAPITAL_AFTER.match(text, mention.end, mention.end + 40)
    return bool(after and after["own"] and after["word"] in _POLICY)
