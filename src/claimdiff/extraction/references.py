"""Pronouns, short names and titles, resolved to the fullest name that the document gives."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from claimdiff.extraction.mentions import Actor, Cast, Mention, find_cast
from claimdiff.language.names import ROLES
from claimdiff.language.places import canonical_place
from claimdiff.language.tokens import fold, strip_possessive, tokenize
from claimdiff.model import Document, Span

_PRONOUN = re.compile(r"(?<![\w'’-])(?:he|him|his|himself|she|her|hers|herself)(?![\w-])", re.IGNORECASE)
_FIRST_PERSON = re.compile(
    r"(?<![\w'’-])(?:I['’](?:m|ve|ll|d)|I (?:am|have|was)|I|me|my|mine|myself)(?![\w-])"
)
_DEFINITE = re.compile(
    r"(?<![\w-])(?P<the>[Tt]he|[Hh]is|[Hh]er) (?P<words>(?:[\w.'’-]+ ){0,4}?)(?P<head>"
    + "|".join(sorted(ROLES | {"diplomat"}, key=lambda word: (-len(word), word)))
    + r")(?P<of> of (?:[\w-]+)(?: [a-z]+)?)?(?![\w-])",
    re.IGNORECASE,
)
_QUOTE_MARK = re.compile(r"[\"“”]")
_REACH = 2


class Replacement(NamedTuple):
    """Words of the document and what they stand for; `possessive` asks for 's."""

    start: int
    end: int
    name: str
    possessive: bool


class References:
    """The resolved references of one document."""

    def __init__(self, document: Document, cast: Cast, replacements: Sequence[Replacement]) -> None:
        self._document = document
        self._cast = cast
        self._replacements = sorted(replacements)
        self._starts = [item.start for item in self._replacements]
        self._forms = _index_forms(cast.actors)

    def rewrite(self, spans: Sequence[Span], speaker: str | None = None) -> str:
        """Return the spans' text with every resolved reference replaced, white space squeezed.

        With a `speaker`, "I", "me" and "my" stand for them: pass one for direct speech only. Parts
        that lie apart are joined by " … ".
        """
        parts = [self._rewrite_one(span.start, span.end, speaker) for span in sorted(spans)]
        return " … ".join(" ".join(part.split()) for part in parts)

    def _rewrite_one(self, start: int, end: int, speaker: str | None) -> str:
        text = self._document.text
        pieces: list[str] = []
        position = start
        for item in self._replacements[bisect_left(self._starts, start) :]:
            if item.start >= end:
                break
            if item.end > end or item.start < position:
                continue
            pieces.append(self._first_person(text[position : item.start], speaker))
            pieces.append(_possessive(item.name) if item.possessive else item.name)
            position = item.end
        pieces.append(self._first_person(text[position:end], speaker))
        return "".join(pieces)

    @staticmethod
    def _first_person(text: str, speaker: str | None) -> str:
        if not speaker:
            return text
        name = speaker

        def put_name(match: re.Match[str]) -> str:
            word = match.group().replace("’", "'")
            return _FIRST_FORMS.get(word, "{0}").format(name, _possessive(name))

        return _FIRST_PERSON.sub(put_name, text)

    def fullest_name(self, text: str) -> str:
        """Return the fullest form that the document gives for a name, or the text as it is."""
        plain = strip_possessive(" ".join(text.split()))
        actor = self._forms.get(_form(plain))
        if actor is not None:
            return actor.name
        holder = _role_holder(plain, self._cast.actors)
        return holder.name if holder is not None else plain

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
                    return item.name
        name = self.fullest_name(self._document.quote(span))
        return name if name != self._document.quote(span) else None


_FIRST_FORMS = {
    "I'm": "{0} is",
    "I've": "{0} has",
    "I'll": "{0} will",
    "I'd": "{0} would",
    "I am": "{0} is",
    "I have": "{0} has",
    "I was": "{0} was",
    "my": "{1}",
    "mine": "{1}",
}


def _possessive(name: str) -> str:
    return f"{name}'" if name.endswith(("s", "S")) else f"{name}'s"


def _form(name: str) -> str:
    return " ".join(fold(token.text) for token in tokenize(name) if token.lower != "the")


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


def resolve_references(document: Document) -> References:
    """Find what the document's pronouns, short names and titles stand for; what is unsure stays out.

    Time grows with the length of the text.
    """
    cast = find_cast(document)
    replacements = _short_names(document.text, cast)
    taken = {item.start for item in replacements}
    for block in document.blocks:
        if block.kind not in ("title", "dek", "heading"):
            replacements.extend(
                item
                for item in _definite_names(document.text, block.start, block.end, cast)
                if item.start not in taken
            )
    return References(document, cast, [*replacements, *_pronouns(document, cast)])


def _short_names(text: str, cast: Cast) -> list[Replacement]:
    found = []
    for mention in cast.mentions:
        actor = cast.actors[mention.actor]
        if actor.is_person and text[mention.start : mention.end] != actor.name:
            found.append(Replacement(mention.start, mention.end, actor.name, False))
    return found


_KIN = {
    "diplomat": ("secretary", "minister", "ambassador", "envoy"),
    "leader": ("president", "minister", "premier"),
}


def _role_holder(text: str, actors: Sequence[Actor]) -> Actor | None:
    """Return the only person to whom the document gives the role that a definite phrase names."""
    match = _DEFINITE.fullmatch(text if text[:4].lower() == "the " else f"the {text}")
    return _holder_of(match, actors) if match else None


def _holder_of(match: re.Match[str], actors: Sequence[Actor]) -> Actor | None:
    head = match["head"].lower()
    heads = (head, *_KIN.get(head, ()))
    modifiers = [fold(word) for word in match["words"].split()]
    if any(
        word in ("former", "then", "new", "next", "first", "second", "other", "same", "late")
        for word in modifiers
    ):
        return None
    countries = {
        place for word in modifiers if (place := canonical_place(word.upper() if word == "us" else word))
    }
    wanted = {word for word in modifiers if not canonical_place(word) and word not in ("top", "us", "u.s.")}
    if match["of"]:
        wanted.update(fold(word) for word in match["of"].split() if word != "of")
    holders = [actor for actor in actors if actor.is_person and _fits_role(actor, heads, wanted, countries)]
    return holders[0] if len(holders) == 1 else None


def _fits_role(actor: Actor, heads: Sequence[str], wanted: set[str], countries: set[str]) -> bool:
    for role in actor.roles:
        words = [fold(strip_possessive(word)).strip(".,") for word in role.split()]
        if not any(head in words for head in heads) or "former" in words:
            continue
        if not all(any(word.startswith(want[:6]) for word in words) for want in wanted):
            continue
        places = {place for word in (*words, role.split()[0]) if (place := canonical_place(word))}
        if not countries or not places or countries & places:
            return True
    return False


def _definite_names(text: str, start: int, end: int, cast: Cast) -> list[Replacement]:
    found = []
    for match in _DEFINITE.finditer(text, start, end):
        if match["the"].lower() != "the":
            continue
        after = text[match.end() : match.end() + 2]
        if after[:1] == " " and after[1:2].isupper():
            continue
        actor = _holder_of(match, cast.actors)
        named_before = actor is not None and any(
            cast.actors[m.actor] is actor
            for m in cast.mentions[: bisect_right(cast.mentions, (match.start(),))]
        )
        if actor is not None and named_before:
            found.append(Replacement(match.start(), match.end(), actor.name, False))
    return found


def _pronouns(document: Document, cast: Cast) -> list[Replacement]:
    text = document.text
    found: list[Replacement] = []
    order = [mention.start for mention in cast.mentions]
    spoken = _spoken_parts(document)
    last: Replacement | None = None
    last_actor: int | None = None
    for block in document.blocks:
        if block.kind in ("title", "dek", "heading"):
            continue
        for match in _PRONOUN.finditer(text, block.start, block.end):
            word = match.group().lower()
            gender = "male" if word.startswith("h") and not word.startswith("her") else "female"
            quoted = _is_inside(spoken, match.start())
            recent = cast.mentions[
                max(0, bisect_left(order, match.start()) - 12) : bisect_left(order, match.start())
            ]
            actor = _choose(cast, recent, match.start(), gender, quoted, last_actor if last else None, last)
            if actor is None:
                continue
            name = cast.actors[actor]
            if name.gender is None:
                name.gender = gender
            possessive = word in ("his", "hers") or (word == "her" and _is_possessive(text, match.end()))
            if word.endswith("self"):
                continue
            item = Replacement(match.start(), match.end(), name.name, possessive)
            found.append(item)
            last, last_actor = item, actor
    return found


def _is_possessive(text: str, end: int) -> bool:
    nxt = re.match(r" ([\w’'-]+)", text[end : end + 30])
    return bool(nxt) and nxt is not None and nxt.group(1).lower() not in _AFTER_OBJECT


_AFTER_OBJECT = frozenset(
    """to in on at for from with by as and or but that when while after before because if who the a an into over
    out up down off about of during again is was were had has will would said not so then than until since there
    here this these those all back away home""".split()
)


def _choose(
    cast: Cast,
    recent: Sequence[Mention],
    position: int,
    gender: str,
    quoted: bool,
    last_actor: int | None,
    last: Replacement | None,
) -> int | None:
    """Return the actor a pronoun stands for: the nearest sentence with exactly one fitting person, or
    whose only fitting subject it is; None where two are as near."""
    here = cast.sentence_at(position)
    if last is not None and last_actor is not None and last.start < position:
        carried = cast.sentence_at(last.start)
    else:
        carried = -9
    for back in range(_REACH + 1):
        sentence = here - back
        if quoted and back == 0:
            continue
        fitting = [
            mention
            for mention in recent
            if mention.sentence == sentence and _fits(cast.actors[mention.actor], gender)
        ]
        people = {mention.actor for mention in fitting}
        if carried == sentence and last_actor is not None and _fits(cast.actors[last_actor], gender):
            people.add(last_actor)
        if not people:
            continue
        if len(people) == 1:
            return people.pop()
        subjects = {mention.actor for mention in fitting if mention.subject}
        if len(subjects) == 1:
            return subjects.pop()
        return None
    return None


def _fits(actor: Actor, gender: str) -> bool:
    return actor.is_person and actor.gender in (None, gender)


def _spoken_parts(document: Document) -> list[tuple[int, int]]:
    """Return the stretches inside double quotation marks; a mark left open ends with its block."""
    parts: list[tuple[int, int]] = []
    text = document.text
    for block in document.blocks:
        opened: int | None = None
        for match in _QUOTE_MARK.finditer(text, block.start, block.end):
            if opened is None and match.group() != "”":
                opened = match.end()
            elif opened is not None and match.group() != "“":
                parts.append((opened, match.start()))
                opened = None
        if opened is not None:
            parts.append((opened, block.end))
    return parts


def _is_inside(parts: Sequence[tuple[int, int]], position: int) -> bool:
    index = bisect_right(parts, (position, len(parts) and 1 << 60)) - 1
    return index >= 0 and parts[index][0] <= position < parts[index][1]
