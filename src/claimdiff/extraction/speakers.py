"""Who a subject is: the fullest name the document gives, and the role it gives them."""

import re

from claimdiff.extraction.references import References
from claimdiff.extraction.speaker_names import (
    GENERIC_BODIES,
    NAMED_BODIES,
    OPEN_SUBJECTS,
    POSSESSIVE,
    ROLE_WORDS,
    WRITINGS,
    clean_role,
    collect_names,
    find_main_body,
    find_owner_of_writing,
    is_person,
    is_plural,
    is_proper,
    may_be_several,
    names_nobody,
    part_name,
    read_apposition,
    read_role,
)
from claimdiff.language.names import gender_of
from claimdiff.language.places import is_demonym
from claimdiff.language.tables import group_words
from claimdiff.model import Document, Span, Speaker

_BRACKETED = re.compile(r"(?<=\w)\s?\([^()]{1,40}\)")  # "Harbour Lines (HL)"
_DAY = re.compile(
    r"(?<=\w) (?:on|last|this) (?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\Z"
)  # "Norland on Sunday"
_IN_WRITING = re.compile(
    r"[^.!?\n\"“”]{1,40}?\b(?:in|on) (?:an?|its|his|her|their) (?:[\w-]+ ){0,2}?"
    rf"(?P<noun>{group_words(WRITINGS)})\b"
)


class SpeakerIndex:
    """The names of one document, by their last word, and who was spoken of last.

    Feed it the subjects in reading order; `resolve` turns one into a Speaker. `references` say what
    pronouns and roles stand for; without them only the speakers themselves are looked at.
    """

    def __init__(self, document: Document, references: References | None = None) -> None:
        self._text = document.text
        self._writers: dict[str, Speaker] = {}
        self._references = references
        self._fullest, self._bodies = collect_names(document)
        self._body = find_main_body(self._fullest, self._bodies)
        self._roles: dict[str, str] = {}
        self._last_person: Speaker | None = None
        self._last_body: Speaker | None = None
        self._last: Speaker | None = None

    def resolve(self, phrase: str, span: Span | None = None, *, remember: bool = True) -> Speaker | None:
        """Return who a subject phrase names; None where it stays open ("I", "you", an unresolved "he").

        `phrase` is the subject as printed, with its title and apposition, `span` its place. Called in
        reading order, it lets "he" be the person who spoke last; with `remember` false a nested speaker
        leaves no trace.
        """
        bare = _BRACKETED.sub("", phrase) if "(" in phrase else phrase
        clean = " ".join(bare.split()).strip(" ,;:–—-\"“”'‘’")
        if clean.endswith("day"):
            clean = _DAY.sub("", clean)
        pronoun = clean.lower().replace("’", "'").split("'")[0]
        if pronoun in OPEN_SUBJECTS:
            return None
        if pronoun in {"he", "she", "his", "her"}:
            return self._resolve_person("male" if pronoun in {"he", "his"} else "female", span)
        if pronoun in {"they", "their"} and self._last is not None and is_plural(self._last):
            return self._last
        if pronoun in {"it", "its", "they", "their"}:
            several = pronoun in {"they", "their"}
            fits = self._last_body is not None and (not several or may_be_several(self._last_body))
            return self._last_body if fits else self._refer(span)
        speaker = self._name_speaker(find_owner_of_writing(clean), span)
        if speaker is not None and remember:
            self.note(speaker)
            written = _IN_WRITING.match(self._text, span.end) if span is not None else None
            if written is not None:
                self._writers[written["noun"].lower()] = speaker
        return speaker

    def note(self, speaker: Speaker) -> None:
        """Remember who spoke, so that a pronoun can point back."""
        self._last = speaker
        if is_person(speaker):
            self._last_person = speaker
        else:
            self._last_body = speaker

    def _resolve_person(self, gender: str, span: Span | None) -> Speaker | None:
        """ "he", "she": whom the references mean, else the last speaker unless of the other sex."""
        speaker = self._refer(span) or self._last_person
        if speaker is not None and self._gender_of(speaker.name) not in (None, gender):
            return None
        if speaker is not None and is_person(speaker):
            self._last_person = speaker
        return speaker

    def _refer(self, span: Span | None) -> Speaker | None:
        """Ask the document's references what the words at a span stand for."""
        name = self._references.referent(span) if self._references and span else None
        return Speaker(name, self._role_of(name)) if name else None

    def _gender_of(self, name: str) -> str | None:
        known = self._references.gender_of(name) if self._references else None
        return known or gender_of(name)

    def _role_of(self, name: str) -> str | None:
        return self._roles.get(name) or (self._references.role_of(name) if self._references else None)

    def _name_speaker(self, clean: str, span: Span | None) -> Speaker | None:
        head, _, apposition = clean.partition(",")
        name, role = part_name(head)
        if not is_proper(name) or (name[:1].islower() and " of " in name):
            beside, title = read_apposition(apposition)
            if beside:
                name, role = beside, title or clean_role(head)
        if not name or names_nobody(name):
            return None
        if not is_proper(name):
            if name.lower() in WRITINGS and clean[:4].lower() in {"the ", "this"}:
                return self._writers.get(name.lower(), self._last)
            known = self._known_body(clean, name) or self._known_holder(clean, name) or self._refer(span)
            return known or Speaker(name, None)
        aged = role is not None and role.endswith("-old")
        if is_demonym(name.lower()) and (aged or clean[:4].lower() == "the "):  # "the 46-year-old Dane"
            meant = self._refer(span)
            if meant is None or is_demonym(meant.name.lower()):
                meant = self._last_person
            return meant or Speaker(name, role)
        if apposition.strip() and role is None:
            role = read_role(apposition)
        name = POSSESSIVE.sub("", name)
        full = self._fullest.get(name.split(" ")[-1].lower(), name)
        if len(name.split(" ")) > 1 and not full.endswith(name):
            full = name
        elif self._references is not None and " " not in full:
            longer = self._references.fullest_name(full)
            full = longer if full.lower() in longer.lower() else full
        if role is None:
            role = self._role_of(full)
        else:
            self._roles.setdefault(full, role)
        return Speaker(full, role)

    def _known_body(self, clean: str, name: str) -> Speaker | None:
        """ "The company": the body that the document is about.

        "The university" is the body that has the word in its name.
        """
        noun = name.lower().rpartition(" ")[2]
        named = noun in NAMED_BODIES
        if not (named or noun in GENERIC_BODIES) or clean[:4].lower() not in {"the ", "its "}:
            return None
        if named:
            full = self._fullest_with(noun)
            return Speaker(full) if full else None
        if " " in name:
            return None
        return Speaker(self._body) if self._body else None

    def _known_holder(self, clean: str, name: str) -> Speaker | None:
        """ "The spokesman", "the town's mayor": the one person whose role has that noun.

        Other words of the phrase must stand in the role too, unless they only say whose mayor it is.
        """
        *others, noun = name.lower().split(" ")
        owned = POSSESSIVE.search(others[-1]) is not None if others else clean[:4].lower() == "the "
        if noun not in ROLE_WORDS or not (owned or others):
            return None
        last = self._last_person
        if last is not None and not others and noun in f"{last.name} {last.role}".lower().split(" "):
            return last
        holders = [
            full
            for full, role in self._roles.items()
            if noun in (words := role.lower().split(" ")) and (owned or all(word in words for word in others))
        ]
        return Speaker(holders[0], self._roles[holders[0]]) if len(holders) == 1 else None

    def _fullest_with(self, noun: str) -> str | None:
        """Return the body whose name holds a word, the most often named first."""
        held = [(-count, name) for name, count in self._bodies.items() if noun in name.lower().split(" ")]
        return min(held)[1] if held else None
