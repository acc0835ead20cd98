"""Who and what a document names: every mention of a name, gathered into actors with their fullest form."""

import re
from bisect import bisect_right
from functools import lru_cache
from itertools import pairwise
from string import ascii_lowercase
from typing import NamedTuple

from msgspec import Struct

from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.cues import SAY_VERBS
from claimdiff.language.names import ROLES, Name, find_names, gender_of, split_title
from claimdiff.language.places import is_demonym
from claimdiff.language.tables import word_set
from claimdiff.language.tokens import fold, strip_possessive
from claimdiff.model import Document

_AFTER_PERSON = re.compile(r"(?:['’]s)?(?:, (?:aged )?\d{1,2}\b(?! [a-z]+s\b)|,? who\b|,? whose\b)")
_NEXT_WORD = re.compile(r"(?:['’]s)? (?:also |later |then |has |had |previously )?([a-z]+)")
_LEADING_ROLE = re.compile(
    r"((?:(?:U\.[A-Z]\.|[A-Z][\w'’&-]*) ){0,4}"
    r"(?:(?:ministry|department|top|deputy|senior|party|co) )?([a-z]+)) $"
)
_APPOSITIVE = re.compile(
    r", (?:(?:a|an|the|its|his|her|their|[A-Z][\w.]*['’]s) )?((?:[\w.'’-]+ ){0,6}?[\w.'’-]+)(?=,|\.|;|$)"
)
_BEFORE_BODY = re.compile(
    r"\b(?:spokes(?:man|woman|person|people)|shareholders|employees|shares|customers|bosses)"
    r" (?:for|of|at|in) (?:the )?$"
    r"|\b(?:company|firm|operator|retailer|maker|supplier|provider|airline|carrier|giant|startup|chain) $"
)
_BODY_LEADS = word_set(  # how what that finds may end
    "for of at in the company firm operator retailer maker supplier provider airline carrier giant startup"
    " chain"
)
_AFTER_BODY = re.compile(
    r",? which\b|(?:['’]s)? (?:spokes(?:man|woman|person)|shares)\b"
    r"|, (?:the|an?|its) (?:[\w-]+ ){0,3}?(?:company|firm|operator|airline|bank|agency|charity|retailer|maker"
    r"|union|club|broadcaster|newspaper)\b"
)
# One set of characters comes first: the engine then leaves all other positions after one look.
_SENTENCE_BREAK = re.compile(r"[.!?…\n](?:(?<=\n)\n*|(?<!\n)[\"”’')\]]*\s+(?=[\"“‘(\[]?[^a-z\s]))")
_ABBREVIATED = re.compile(r"(?:^|[\s.(])(?:[A-Z]|Mr|Mrs|Ms|Dr|St|Gen|Sen|Rep|Gov|Lt|Sgt|Col|Jr|Sr|No)$")
_ENDED = re.compile(
    r"[,.;:!?)]|(?:['’]s)? (?:is|was|are|were|has|had|have|will|would|to|in|on|at|from|after)\b"
)
_RANKS = word_set("constable officer executive chief director commissioner inspector detective sergeant")
_WORD_REACH = 20
_LONGEST_NAME = 60
_LEAD = 80
_AMBIGUOUS = -1


class Mention(Struct, frozen=True, gc=False):
    """One place where an actor is named; `sentence` counts through the document."""

    start: int
    end: int
    actor: int
    sentence: int
    subject: bool


class Actor(Struct, eq=False, gc=False):
    """A person, place or organisation of one document, with all that the document says of it."""

    name: str
    kind: str
    gender: str | None = None
    roles: list[str] = []
    count: int = 0

    @property
    def is_person(self) -> bool:
        """Whether something in the document shows that this is a person."""
        return self.kind == "person"


class Cast(NamedTuple):
    """The actors of a document, their mentions in reading order, and where its sentences start."""

    actors: tuple[Actor, ...]
    mentions: tuple[Mention, ...]
    sentences: tuple[int, ...]

    def sentence_at(self, position: int) -> int:
        """Return the number of the sentence that a position lies in."""
        return bisect_right(self.sentences, position) - 1


def find_cast(document: Document) -> Cast:
    """Return everybody and everything that the article's blocks name."""
    text = document.text
    starts: list[int] = []
    named: list[tuple[Name, int, bool]] = []
    slashed = "/" in text
    for block in document.blocks:
        bounds = _cut_sentences(text, block.start, block.end)
        heading = block.kind in ("heading", "title", "dek")
        for begin, finish in bounds:
            starts.append(begin)
            if heading and _is_title_case(text[begin:finish]):
                continue
            number = len(starts) - 1
            found = find_names(text, begin, finish)
            if slashed:
                found = [name for name in found if text[name.end : name.end + 1] != "/"]
            named += [(name, number, heading) for name in found]
    named = _cut_openers(named)
    actors, owners = _gather(text, named)
    mentions = []
    for (name, sentence, _), owner in zip(named, owners, strict=True):
        if owner is not None:
            subject = _is_subject(text, name, starts[sentence])
            mentions.append(Mention(name.start, name.end, owner, sentence, subject))
            actors[owner].count += 1
    return Cast(tuple(actors), tuple(mentions), tuple(starts))


def _cut_sentences(text: str, start: int, end: int) -> list[tuple[int, int]]:
    cuts = [start]
    for match in _SENTENCE_BREAK.finditer(text, start, end):
        at = match.start()
        if text[at] == "." and _ABBREVIATED.search(text[max(start, at - 5) : at]):
            continue
        cuts.append(match.end())
    cuts.append(end)
    return [pair for pair in pairwise(cuts) if pair[0] < pair[1]]


def _is_title_case(line: str) -> bool:
    words = [word for word in line.split() if word[:1].isalpha()]
    capitals = sum(word[0].isupper() for word in words)
    return len(words) >= 4 and capitals >= 0.75 * len(words)


def _is_subject(text: str, name: Name, sentence_start: int) -> bool:
    """Tell whether a name opens its sentence (its title aside) or is followed by a verb of saying."""
    if text[name.end : name.end + 2] in ("'s", "’s"):
        return False
    if name.start - sentence_start > _LEAD:
        after = _NEXT_WORD.match(text, name.end, name.end + 40)
        return bool(after and after.group(1) in SAY_VERBS)
    lead = text[sentence_start : name.start].strip().strip("\"“”‘’'(")
    if not lead or len(lead.split()) <= 2 or fold(lead) == fold(name.title):
        return True
    after = _NEXT_WORD.match(text, name.end, name.end + 40)
    return bool(after and after.group(1) in SAY_VERBS) or (
        bool(name.title) and lead.endswith(name.title) and len(lead) < 60
    )


@lru_cache(maxsize=16384)
def _parts(name: str) -> tuple[str, ...]:
    _, words = split_title(name.split())
    parts = (fold(strip_possessive(word)).strip(".,()") for word in words)
    return tuple(part for part in parts if part)


def _gather(text: str, named: list[tuple[Name, int, bool]]) -> tuple[list[Actor], list[int | None]]:
    """Group the names: full forms first, then short forms that fit exactly one full form."""
    actors: list[Actor] = []
    by_form: dict[tuple[str, ...], int] = {}
    by_word: dict[str, set[int]] = {}
    sizes = [_parts(name.text) if len(name.text) <= _LONGEST_NAME else () for name, _, _ in named]
    order = sorted(range(len(named)), key=lambda n: (-len(sizes[n]), named[n][2], named[n][0].start))
    owners: list[int | None] = [None] * len(named)
    # A headline may glue a name to the next word ("Ada Moro Ferry Crash"); the body tells.
    body = {size for size, (_, _, heading) in zip(sizes, named, strict=True) if not heading}
    for index in order:
        name = named[index][0]
        parts = sizes[index]
        if not parts:
            continue
        owner = by_form.get(parts)
        if owner is None:
            owner = _find_owner(name, parts, by_word, actors)
        if owner == _AMBIGUOUS:
            by_form[parts] = owner
            continue
        if owner is None:
            owner = len(actors)
            actors.append(Actor(name.text, "unknown"))
            compound = named[index][2] and any(parts[:size] in body for size in range(2, len(parts)))
            if len(parts) > 1 and not compound:
                by_word.setdefault(parts[-1], set()).add(owner)
                by_word.setdefault(parts[0], set()).add(owner)
        elif len(parts) > 1 and _is_padded(actors[owner].name, parts):
            actors[owner].name = name.text
            by_word.setdefault(parts[0], set()).add(owner)
        by_form.setdefault(parts, owner)
        owners[index] = owner
    _settle_kinds(text, named, actors, owners)
    return actors, owners


def _cut_openers(named: list[tuple[Name, int, bool]]) -> list[tuple[Name, int, bool]]:
    """Take the word that opens a sentence off a name met elsewhere: "Once Moro", "Added Moro" are Moro."""
    known = {_parts(name.text) for name, _, _ in named if len(name.text) <= _LONGEST_NAME}
    cut = []
    for name, sentence, heading in named:
        first, _, rest = name.text.partition(" ")
        if rest and name.kind == "unknown" and _opens_only(first) and _parts(rest) in known:
            start = name.end - len(rest)
            cut.append((Name(start, name.end, rest, name.kind, name.title), sentence, heading))
        else:
            cut.append((name, sentence, heading))
    return cut


@lru_cache(maxsize=4096)
def _opens_only(word: str) -> bool:
    lower = word.lower()
    tags = classify_word(lower)
    return tags[0] in "GPQSVX" and "N" not in tags and "E" not in tags and gender_of(word) is None


def _settle_kinds(
    text: str, named: list[tuple[Name, int, bool]], actors: list[Actor], owners: list[int | None]
) -> None:
    """Take in what the mentions show, then tell teams and houses from people who are named like them."""
    titled: set[int] = set()
    bodies: set[int] = set()
    for (name, _, _), owner in zip(named, owners, strict=True):
        if owner is None:
            continue
        _learn(text, name, actors[owner])
        if name.title:
            titled.add(owner)
        elif _has_article(text, name):
            bodies.add(owner)
    for owner, actor in enumerate(actors):
        if not actor.is_person:
            continue
        if owner in bodies and owner not in titled:
            actor.kind, actor.gender = "organisation", None
        elif actor.name.count(" ") > 1:
            actor.name = drop_rank(actor.name)


def _has_article(text: str, name: Name) -> bool:
    """Tell whether a name of several words has "the" before it and ends its phrase: "the Ellery Rovers"."""
    if " " not in name.text or text[max(0, name.start - 4) : name.start].lower() != "the ":
        return False
    return _ENDED.match(text, name.end) is not None


def drop_rank(name: str) -> str:
    """ "Constable Ada Moro" is Ada Moro."""
    first, _, rest = name.partition(" ")
    return drop_rank(rest) if fold(first).rstrip(".") in _RANKS and " " in rest else name


def _is_padded(longer: str, parts: tuple[str, ...]) -> bool:
    """Tell whether the longer form only puts a word before the name ("Seoul Ada Moro")."""
    words = _parts(longer)
    return len(words) > len(parts) and words[-len(parts) :] == parts and gender_of(words[0]) is None


def _find_owner(
    name: Name, parts: tuple[str, ...], by_word: dict[str, set[int]], actors: list[Actor]
) -> int | None:
    """Return the full form that a short form belongs to, None for a new actor, -1 when two would fit."""
    if name.kind in ("place", "organisation", "thing"):
        return None
    if len(parts) == 1:
        fitting = {n for n in by_word.get(parts[0], ()) if _may_shorten(parts[0], actors[n])}
    else:
        fitting = {n for n in by_word.get(parts[-1], ()) if set(parts) <= set(_parts(actors[n].name))}
    if len(fitting) > 1:
        last = {n for n in fitting if _parts(actors[n].name)[-1] == parts[0]}
        fitting = last if len(last) == 1 else fitting
    if len(fitting) > 1:
        return _AMBIGUOUS
    return next(iter(fitting), None)


def _may_shorten(word: str, actor: Actor) -> bool:
    parts = _parts(actor.name)
    if parts[-1] == word:
        return len(parts) <= 4
    return len(parts) <= 3 and (gender_of(word) is not None or word in _FAMILY_FIRST)


def _learn(text: str, name: Name, actor: Actor) -> None:
    """Take in what one mention shows: kind, gender, roles."""
    if actor.is_person and actor.roles and actor.gender and not name.title:
        return
    before = word_before(text, name.start)
    if actor.kind in ("unknown", "person") and name.kind != "person" and _acts_as_body(text, name, before):
        actor.kind = "organisation"
    elif name.kind == "person" or (actor.kind == "unknown" and _acts_as_person(text, name, before)):
        actor.kind = "person"
    elif actor.kind == "unknown":
        actor.kind = name.kind
    if name.title:
        _add_role(actor, name.title)
    elif name.kind in ("person", "unknown"):
        led = _LEADING_ROLE.search(text, max(0, name.start - 60), name.start) if before in ROLES else None
        if led and led.group(2) in ROLES:
            _add_role(actor, led.group(1))
    if actor.gender is None:
        actor.gender = gender_of(f"{name.title} {name.text}".strip())
    if actor.kind not in ("person", "unknown") or not text.startswith(", ", name.end):
        return
    after = _APPOSITIVE.match(text, name.end, min(len(text), name.end + 110))
    if after:
        words = [fold(word).strip(".,") for word in after.group(1).split()]
        if any(word in ROLES for word in words[:6]) and not any(word in SAY_VERBS for word in words[:2]):
            _add_role(actor, after.group(1))
            actor.kind = "person"


def _acts_as_body(text: str, name: Name, before: str) -> bool:
    """Tell whether a mention shows a company or the like: it has a spokesman, or is called a company.

    `before` is the word before it.
    """
    if before in _BODY_LEADS and _BEFORE_BODY.search(text[max(0, name.start - 30) : name.start]):
        return True
    return _AFTER_BODY.match(text, name.end) is not None


def _add_role(actor: Actor, role: str) -> None:
    if role not in actor.roles:
        actor.roles.append(role)


def _acts_as_person(text: str, name: Name, before: str) -> bool:
    if name.kind != "unknown" or is_demonym(name.text):
        return False
    if _AFTER_PERSON.match(text, name.end, name.end + 16):
        return True
    if before in ROLES:
        return True
    if " " not in name.text:
        return False
    after = _NEXT_WORD.match(text, name.end, name.end + 40)
    if after and after.group(1) in _PERSONAL_VERBS:
        return True
    return before in ("said", "says", "told", "added")


def word_before(text: str, position: int) -> str:
    """Return the word in small letters that a space parts from a position, "" where none does."""
    if not text.endswith((" ", " \n"), 0, position):
        return ""
    window = text[max(0, position - _WORD_REACH) : position].removesuffix("\n")[:-1]
    return window[len(window.rstrip(ascii_lowercase)) :]


_PERSONAL_VERBS = word_set("said says told added tweeted wrote admitted insisted joked argued explained")
#: Family names that stand before the given name in their countries.
_FAMILY_FIRST = word_set(
    """xi hu wen li wang zhang liu chen yang zhao huang zhou wu xu sun zhu ma lin guo he gao luo hua
    geng ren lu deng mao jiang tang han feng cao peng zeng xiao tian dong pan yuan cai yu du ye
    cheng wei su lai tsai kim park lee choi jung kang cho yoon jang lim moon ban roh nguyen tran le
    pham hoang phan vo dang bui ho ngo"""
)
