"""Pronouns, short names and titles, resolved to the fullest name that the document gives."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from functools import lru_cache

from msgspec import Struct

from claimdiff.extraction.ages import find_age_phrases
from claimdiff.extraction.first_person import put_speaker, to_possessive
from claimdiff.extraction.institutions import find_institutions
from claimdiff.extraction.mentions import Actor, Cast, drop_rank, find_cast
from claimdiff.extraction.pronouns import PERSON_WORDS, gather_candidates, resolve_pronouns
from claimdiff.extraction.sentence_words import BlockWords, read_words
from claimdiff.extraction.word_forms import watch
from claimdiff.language.names import ROLES, gender_of
from claimdiff.language.places import canonical_place
from claimdiff.language.tables import group_words, word_set
from claimdiff.language.tokens import fold, strip_possessive
from claimdiff.model import Document, Span

_DEFINITE = re.compile(
    r"(?P<the>[Tt]he)(?<![\w-]the)(?<![\w-]The) (?P<words>(?:[\w.'’-]+ ){0,4}?)(?P<head>"
    + group_words(ROLES)
    + r")(?P<of> of (?:the )?"
    r"(?:(?:[Nn]ational|[Ff]oreign|[Hh]omeland|[Pp]ublic|[Ii]nternal|[Ee]xternal|[Hh]ealth) )?[\w-]+)?"
    r"(?![\w-])"
)
_DEFINED, _HOLDING = watch(["the"]), watch(ROLES)
_CONTRACTED = re.compile(
    r"['’](s|ll|d)(?= )(?: (been|had|got|become|done|made|seen|taken|gone|said|won|lost"
    r"|received|come|led|left|met|heard|given)\b)?"
)
_FULL_VERBS = {"ll": " will", "d": " would"}


class Replacement(Struct, frozen=True, gc=False, order=True):
    """Words of the document and the actor they stand for; `possessive` asks for 's.

    With `keep` the words stay, and the name comes behind them.
    """

    start: int
    end: int
    actor: int
    possessive: bool
    pronoun: bool
    keep: bool = False


class References:
    """The resolved references of one document."""

    def __init__(
        self, document: Document, cast: Cast, roles: "_Roles", replacements: Sequence[Replacement]
    ) -> None:
        self._document = document
        self._cast = cast
        self._replacements = sorted(replacements)
        self._starts = [item.start for item in self._replacements]
        self._forms = _index_forms(cast.actors)
        self._roles = roles
        self._fullest: dict[str, str] = {}

    def rewrite(
        self,
        spans: Sequence[Span],
        speaker: str | None = None,
        teller: str | None = None,
        named: set[int] | None = None,
    ) -> str:
        """Return the spans' text so that it stands alone, white space squeezed.

        The first mention of a person gets the fullest name, be it a pronoun, a surname or a role;
        later ones stay as they are. With a `speaker`, "I", "me" and "my" stand for them: pass one for
        direct speech only. With a `teller`, who says it in indirect speech, a pronoun that opens the
        content stands for them where it fits ("the council said it …"). Parts that lie apart are
        joined by " … ". `named` are actors that the statement names before; those met are added.
        """
        named = set() if named is None else named
        if len(spans) == 1 and not teller:
            return " ".join(self._rewrite_one(spans[0].start, spans[0].end, speaker, named).split())
        ordered = sorted(spans)
        parts = [self._rewrite_one(span.start, span.end, speaker, named) for span in ordered]
        if teller and ordered:
            parts[0] = self._open_with(parts[0], ordered[0].start, teller)
        return " … ".join(" ".join(part.split()) for part in parts)

    def _open_with(self, part: str, start: int, teller: str) -> str:
        """Put the teller in for a pronoun that opens the content and is still there."""
        match = _OPENING.match(part)
        if match is None or not self._document.text.startswith(part[: match.end()], start):
            return part
        word = match["word"].lower()
        actor = self._forms.get(_form(teller))
        gender = (actor.gender if actor else None) or gender_of(teller)
        person = (actor is not None and actor.is_person) or gender is not None or _is_human(teller)
        if word in _OPENING_GENDER:
            fits = actor is not None and person and gender in (None, _OPENING_GENDER[word])
        else:
            common = teller.rpartition(" ")[2].islower() or " " not in teller
            many = teller.endswith("s") and common
            plural = word in ("they", "their")
            fits = (
                not person
                and ((plural and word != "their") or not many)
                and not _EXPLETIVE.match(part, match.end())
            )
        if not fits:
            return part
        name = f"the {teller}" if _ONE.fullmatch(teller) else teller
        name = to_possessive(name) if word in ("his", "its", "their") else name
        return f"{part[: match.start('word')]}{name}{part[match.end('word') :]}"

    def _rewrite_one(self, start: int, end: int, speaker: str | None, named: set[int]) -> str:
        text = self._document.text
        following = bisect_left(self._starts, start)
        if following == len(self._starts) or self._starts[following] >= end:
            return self._first_person(text[start:end], speaker) if speaker else text[start:end]
        pieces: list[str] = []
        position = start
        for index in range(following, len(self._starts)):
            item = self._replacements[index]
            if item.start >= end:
                break
            if item.end > end or item.start < position or item.actor in named:
                continue
            named.add(item.actor)
            name = self._cast.actors[item.actor].name
            pieces.append(self._first_person(text[position : item.start], speaker))
            printed = text[item.start : item.end]
            if not item.pronoun and drop_rank(printed) == name:
                name = printed
            if item.keep:
                name = f"{printed} {name}"
            pieces.append(to_possessive(name) if item.possessive else name)
            position = item.end
            if item.pronoun and (short := _CONTRACTED.match(text, position, end)):
                pieces.append(_FULL_VERBS.get(short.group(1), " has" if short.group(2) else " is"))
                position = short.end(1)
        pieces.append(self._first_person(text[position:end], speaker))
        return "".join(pieces)

    def _first_person(self, text: str, speaker: str | None) -> str:
        if not speaker or not text:
            return text
        actor = self._forms.get(_form(speaker))
        institution = actor is not None and not actor.is_person and actor.kind in ("organisation", "place")
        gender = actor.gender if actor is not None and actor.is_person else None
        return put_speaker(text, speaker, institution, gender)

    def fullest_name(self, text: str) -> str:
        """Return the fullest form that the document gives for a name, or the text as it is."""
        known = self._fullest.get(text)
        if known is None:
            known = self._fullest[text] = self._find_fullest(strip_possessive(" ".join(text.split())))
        return known

    def _find_fullest(self, plain: str) -> str:
        actor = self._forms.get(_form(plain))
        if actor is not None:
            return actor.name
        holder = self._roles.find_holder(plain if plain[:4].lower() == "the " else f"the {plain}")
        return self._cast.actors[holder].name if holder is not None else plain

    def gender_of(self, name: str) -> str | None:
        """Return "male" or "female" where the document shows it of a person, else None."""
        actor = self._forms.get(_form(name))
        return actor.gender if actor is not None and actor.is_person else None

    def role_of(self, name: str) -> str | None:
        """Return the first role that the document gives to a person, None where it gives none."""
        actor = self._forms.get(_form(name))
        return actor.roles[0] if actor is not None and actor.roles else None

    def referent(self, span: Span) -> str | None:
        """Return the name that the words at `span` stand for, None where that is not known."""
        index = bisect_left(self._starts, span.start)
        for item in self._replacements[index : index + 2]:
            if item.start == span.start and item.end <= span.end:
                rest = self._document.text[item.end : span.end]
                if not rest.strip("'’s "):
                    return self._cast.actors[item.actor].name
        name = self.fullest_name(self._document.quote(span))
        return name if name != self._document.quote(span) else None


def _is_human(name: str) -> bool:
    """Say whether a name that no actor bears ends in a noun for one human being: “an expert”."""
    return name.rpartition(" ")[2].lower() in PERSON_WORDS or name.rpartition(" ")[2] in _HUMAN


_ONE = re.compile(r"(?!many |most |some |two )[a-z](?:.*[^s])?(?<!women)(?<!men)(?<!people)(?<!children)")
_HUMAN = word_set("member expert chief official source analyst spokesperson minister head leader witness")
_OPENING = re.compile(r"(?:that )?(?P<word>he|she|his|it|its|they|their)(?![\w'’-])", re.IGNORECASE)
_OPENING_GENDER = {"he": "male", "his": "male", "she": "female"}
_EXPLETIVE = re.compile(
    r" (?:is|was|has been|had been|would be|will be|may be|might be"
    r"|could be|seems|seemed|appears|appeared|takes"
    r"|took|rained) (?:not |too |still |now |very |also |more )?"
    r"(?:clear|unclear|possible|impossible|likely|unlikely|important|time|hard|difficult|easy|raining|snowing"
    r"|necessary|necessarily|early|late|up|true|a|an|the|that|as|to|of|[a-z]+ that|[a-z]+ to)\b"
    r"|s "
    r"| (?:had |has )?(?:flew|landed|crashed|exploded|sank|splashed|plunged|happened|occurred|took place"
    r"|measured|weighed|passed over|blew up|caught fire|broke apart|derailed|collapsed|capsized)\b"
)


@lru_cache(maxsize=16384)
def _form(name: str) -> str:
    words = (word.strip(".,;:()\"'") for word in fold(name).split())
    return " ".join(word for word in words if word and word != "the")


def _index_forms(actors: Sequence[Actor]) -> dict[str, Actor]:
    """Map every full and unambiguous short form of a name to its actor."""
    forms: dict[str, Actor] = {}
    short: dict[str, list[Actor]] = {}
    for actor in actors:
        forms.setdefault(_form(actor.name), actor)
        words = actor.name.split()
        for role in actor.roles:
            forms.setdefault(_form(f"{role} {actor.name}"), actor)
        if actor.is_person and len(words) > 1:
            for word in {words[0], words[-1]}:
                short.setdefault(_form(word), []).append(actor)
                for role in actor.roles:
                    short.setdefault(_form(f"{role} {word}"), []).append(actor)
    for form, owners in short.items():
        if len(owners) == 1:
            forms.setdefault(form, owners[0])
    return forms


def resolve_references(document: Document, blocks: Sequence[BlockWords] | None = None) -> References:
    """Find what the document's pronouns, short names and titles stand for; what is unsure stays out.

    `blocks` are the words of its blocks, for a caller who has them already. Time grows with the length
    of the text.
    """
    blocks = read_words(document) if blocks is None else blocks
    cast = find_cast(document)
    replacements = _named_persons(cast)
    starts = [mention.start for mention in cast.mentions]
    phrases: list[Replacement] = []
    roles = _Roles(cast)
    for block, words in zip(document.blocks, blocks, strict=True):
        running = block.kind not in ("title", "dek", "heading")
        if running and words.met & _DEFINED and words.met & _HOLDING:
            phrases.extend(_definite_names(document.text, block.start, block.end, cast, starts, roles))
    known = [(item.start, item.end, item.actor) for item in phrases]
    candidates = gather_candidates(document, cast, known, blocks)
    pronouns = resolve_pronouns(document, cast, candidates, blocks)
    ages = find_age_phrases(document, cast, candidates, blocks)
    institutions = find_institutions(document, cast, blocks)
    return References(
        document,
        cast,
        roles,
        [
            *replacements,
            *phrases,
            *(Replacement(start, end, actor, False, False, True) for start, end, actor in ages),
            *(Replacement(start, end, actor, own, False) for start, end, actor, own in institutions),
            *(Replacement(start, end, actor, possessive, True) for start, end, actor, possessive in pronouns),
        ],
    )


def _named_persons(cast: Cast) -> list[Replacement]:
    persons = {number for number, actor in enumerate(cast.actors) if actor.is_person}
    return [
        Replacement(mention.start, mention.end, mention.actor, False, False)
        for mention in cast.mentions
        if mention.actor in persons
    ]


_KIN = {
    "diplomat": ("secretary", "minister", "ambassador", "envoy"),
    "leader": ("president", "minister", "premier"),
}


class _Roles:
    """Who holds which role in a document; asked once a phrase."""

    def __init__(self, cast: Cast) -> None:
        self._actors = cast.actors
        self._by_word: dict[str, list[int]] = {}
        self._known: dict[str, int | None] = {}
        self.first: dict[int, int] = {}
        for mention in cast.mentions:
            self.first.setdefault(mention.actor, mention.start)
        for number, actor in enumerate(cast.actors):
            if actor.is_person:
                for word in sorted({word for role in actor.roles for word in _role_words(role)}):
                    self._by_word.setdefault(word, []).append(number)

    def find_holder(self, phrase: str) -> int | None:
        """Return the only person whose role a definite phrase ("the foreign minister") names."""
        if phrase not in self._known:
            match = _DEFINITE.fullmatch(phrase)
            self._known[phrase] = self._find(match) if match else None
        return self._known[phrase]

    def _find(self, match: re.Match[str]) -> int | None:
        head = match["head"].lower()
        heads = (head, *_KIN.get(head, ()))
        modifiers = [fold(word) for word in match["words"].split()]
        if any(word in _DIVIDING for word in modifiers):
            return None
        places = [canonical_place(word.upper() if word == "us" else word) for word in modifiers]
        wanted = {word for word, place in zip(modifiers, places, strict=True) if not place and word != "top"}
        if match["of"]:
            wanted.update(fold(word) for word in match["of"].split() if word != "of")
        countries = {place for place in places if place}
        numbers = sorted({number for word in heads for number in self._by_word.get(word, ())})
        fits = {number: _fit_role(self._actors[number], heads, wanted, countries) for number in numbers}
        if head not in _UNIQUE_OFFICES and (countries or head in _COMMON):
            fits = {number: fit for number, fit in fits.items() if fit == _SURE and countries}
        for grade in (_SURE, _OPEN):
            holders = [number for number, fit in fits.items() if fit == grade]
            if holders:
                return holders[0] if len(holders) == 1 else None
        return None


_UNIQUE_OFFICES = word_set(
    """president premier chancellor minister secretary king queen prince princess duke duchess pope ambassador
    governor mayor diplomat leader emperor monarch prosecutor attorney general commissioner"""
)
#: What many people in a story may be: such a word alone points to nobody.
_COMMON = word_set(
    """man woman boy girl teenager soldier officer suspect victim gunman attacker expert official student
    teacher doctor lawyer politician activist rebel scientist researcher journalist
    reporter player driver star"""
)
_DIVIDING = word_set("former then new next first second third other same late previous acting deputy")


def _role_words(role: str) -> list[str]:
    return [fold(strip_possessive(word)).strip(".,") for word in role.split()]


_SURE, _OPEN, _NOT = 2, 1, 0


def _fit_role(actor: Actor, heads: Sequence[str], wanted: set[str], countries: set[str]) -> int:
    """Return how well a person's roles fit: surely (same country), open (no country told), or not."""
    best = _NOT
    for role in actor.roles:
        words = _role_words(role)
        if not any(head in words for head in heads) or "former" in words:
            continue
        if not all(any(word.startswith(want[:6]) for word in words) for want in wanted):
            continue
        places = {place for word in (*words, role.split()[0]) if (place := canonical_place(word))}
        if " ".join(words).endswith("secretary of state"):
            places.add("united states")
        if not countries or countries & places:
            return _SURE
        if not places:
            best = _OPEN
    return best


def _definite_names(
    text: str, start: int, end: int, cast: Cast, starts: Sequence[int], roles: _Roles
) -> list[Replacement]:
    """Return "the secretary of state" and the like, where one person named before holds that role."""
    found = []
    for match in _DEFINITE.finditer(text, start, end):
        after = text[match.end() : match.end() + 2]
        if after[:1] == " " and after[1:2].isupper():
            continue
        number = roles.find_holder(match.group())
        if number is None or roles.first[number] > match.start():
            continue
        index = bisect_left(starts, match.start())
        apposed = index and text[cast.mentions[index - 1].end : match.start()] == ", "
        if not apposed:
            found.append(Replacement(match.start(), match.end(), number, False, False))
    return found
