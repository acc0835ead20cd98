"""Denials, and what they deny: "denied the reports" points back, "denied selling the boats" says it."""

import re
from collections.abc import Iterable, Mapping, Sequence
from typing import Literal

from msgspec import Struct

from claimdiff.findings.wording import StoryWords
from claimdiff.language.cues import STOPWORDS
from claimdiff.language.stems import family, stem
from claimdiff.language.tokens import content_stems, tokenize
from claimdiff.model import Claim, Document, Span

DenialKind = Literal["verb", "falsity", "negation"]

_VERB = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
    r"|dismiss(?:es|ed|ing)?|disput(?:e|es|ed|ing)|rebuff(?:s|ed|ing)?|contest(?:s|ed|ing)"
    r"|denials? (?:of|that|by|from)|brush(?:es|ed|ing) (?:off|aside)|hit back at|pushed back on)\b",
    re.IGNORECASE,
)
# "Denied" of a favour, a right or a motion: nothing is called untrue.
_REFUSED = re.compile(
    r"\s+(?:\w+['’]?s?\s+){0,4}?(?:access|entry|entrance|permission|bail|visas?|appeals?|requests?|motions?"
    r"|opportunit(?:y|ies)|rights?|services?|treatment|offers?|bids?|plans?|proposals?|deals?|calls?|demands?"
    r"|applications?|amendments?|petitions?|chance|parole|asylum|funding|bills?)\b",
    re.IGNORECASE,
)
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|got|get|amid|over|of|in|the|a|any|no|these|their|its)\s+(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
# Verbs that also turn down plans and people: they deny only claims and the like.
_NEEDS_CLAIM = re.compile(r"(?:reject|dismiss|rebuff|disput|contest|brush|hit|push)", re.IGNORECASE)
_FALSITY = re.compile(
    r"\b(?:(?:do not|does not|did not|doesn['’]t|don['’]t|didn['’]t) (?:exist|accord|correspond|match|tally)"
    r"|not (?:true|correct|accurate|the case)|untrue|incorrect|false|falsehoods?|baseless|groundless"
    r"|unfounded|fabricat(?:ed|ion|ions)|invented|nonsense|non-?existent|fictitious|hoax"
    r"|no (?:truth|basis|foundation|merit)|without (?:foundation|basis|merit)|lies|a lie|slander|smears?)\b",
    re.IGNORECASE,
)
# What a denial points back to when it does not say itself what it denies.
_POINTERS = frozenset(
    stem(word)
    for word in (
        """report claim allegation accusation charge suggestion rumour rumor statement assertion story
        account version situation criticism matter speculation complaint case thing that this it them these"""
    ).split()
)
_ACCUSING = frozenset(
    family(word)
    for word in (
        """accuse allege claim suspect charge blame criticise criticize say report show evidence believe
        violate illegal breach reveal detect suggest warn condemn"""
    ).split()
)
_MANNER = frozenset(
    stem(word)
    for word in (
        """strongly firmly repeatedly consistently categorically vehemently flatly today yesterday friday
        monday tuesday wednesday thursday saturday sunday press conference reporter journalist spokesman
        spokeswoman spokesperson statement absolutely completely said say told ministry foreign mention
        media"""
    ).split()
)
_LOOK_BACK = 3
_ENOUGH_STEMS = 3


class Denial(Struct, frozen=True):
    """A claim that denies something.

    `stems` are those of what is denied, empty where the denial only points back; `sentence_number` is
    the place of its sentence in the document.
    """

    claim: Claim
    kind: DenialKind
    stems: frozenset[str]
    words: tuple[Span, ...]
    sentence_number: int


def find_denials(
    documents: Mapping[str, Document], claims: Sequence[Claim], story: StoryWords
) -> list[Denial]:
    """Return the claims that deny, in order: by a verb of denial, by calling it false, or by negation.

    A plain negation counts only in somebody's mouth: outlets negate to report, speakers to deny.
    """
    numbers = {
        document_id: {span: number for number, span in enumerate(spans)}
        for document_id, spans in story.sentences.items()
    }
    found: list[Denial] = []
    for claim in claims:
        read = _read_denial(claim, documents[claim.document_id])
        if read is None:
            continue
        kind, words = read
        number = numbers[claim.document_id][claim.sentence]
        found.append(Denial(claim, kind, _denied_stems(claim, kind, documents, story), words, number))
    return found


def _read_denial(claim: Claim, document: Document) -> tuple[DenialKind, tuple[Span, ...]] | None:
    for spans, pattern, kind in _places(claim):
        for span in spans:
            match = pattern.search(document.text, span.start, span.end)
            if match and _denies(match, kind, claim, document):
                return kind, (Span(match.start(), match.end()),)
    if claim.polarity == "negated" and claim.speaker is not None:
        return "negation", _negation_words(claim, document)
    return None


def _denies(match: re.Match[str], kind: DenialKind, claim: Claim, document: Document) -> bool:
    """Tell whether a word of denial calls something untrue here."""
    if kind == "falsity":
        return _points_back(claim, document)
    text, start, end = document.text, match.start(), match.end()
    if _PASSIVE.search(text, max(claim.sentence.start, start - 30), start):
        return False
    if _NEEDS_CLAIM.match(match.group()):
        return _points_back(claim, document)
    return not _REFUSED.match(text, end, min(claim.sentence.end, end + 80))


def _places(claim: Claim) -> Iterable[tuple[Sequence[Span], re.Pattern[str], DenialKind]]:
    if claim.attribution is not None:
        yield claim.attribution.cue_spans, _VERB, "verb"
    yield claim.spans, _VERB, "verb"
    yield claim.spans, _FALSITY, "falsity"


def _points_back(claim: Claim, document: Document) -> bool:
    """Tell whether a sentence that calls something false speaks of what somebody said."""
    words = {stem(token.lower) for token in tokenize(document.text, claim.sentence.start, claim.sentence.end)}
    return bool(words & _POINTERS)


def _negation_words(claim: Claim, document: Document) -> tuple[Span, ...]:
    wanted = {word.casefold() for word in claim.negations}
    return tuple(
        Span(token.start, token.end)
        for span in claim.spans
        for token in tokenize(document.text, span.start, span.end)
        if token.lower in wanted
    )[:2]


def _denied_stems(
    claim: Claim, kind: DenialKind, documents: Mapping[str, Document], story: StoryWords
) -> frozenset[str]:
    """Return the stems of what is denied, () where too little is said to tell."""
    text = documents[claim.document_id].text
    spans = [claim.spans[0], *claim.spans[1:]]
    if kind != "negation":
        spans = [claim.sentence, *spans]
    found: set[str] = set()
    for span in spans:
        for token in tokenize(text, span.start, span.end):
            if _VERB.fullmatch(token.text) or _FALSITY.fullmatch(token.text) or token.lower in STOPWORDS:
                continue
            found.update(content_stems(token.text))
    found -= _MANNER | _POINTERS
    if claim.speaker is not None:
        found -= {part for token in tokenize(claim.speaker.name) for part in content_stems(token.text)}
    return frozenset(found) if len(found) >= _ENOUGH_STEMS else frozenset()


class AllegationFinder:
    """Finds the claims that a denial denies."""

    def __init__(self, claims: Sequence[Claim], denials: Sequence[Denial], story: StoryWords) -> None:
        self._story = story
        denying = {denial.claim.id for denial in denials}
        self._stems: dict[str, frozenset[str]] = {}
        self._by_stem: dict[str, list[Claim]] = {}
        self._by_sentence: dict[tuple[str, Span], list[Claim]] = {}
        for claim in claims:
            if claim.id in denying or claim.polarity == "negated" or not claim.checkable:
                continue
            stems: set[str] = set()
            for span in claim.spans:
                stems |= story.stems_in(claim.document_id, span)
            self._stems[claim.id] = frozenset(stems)
            self._by_sentence.setdefault((claim.document_id, claim.sentence), []).append(claim)
            for one in sorted(stems):
                self._by_stem.setdefault(one, []).append(claim)

    def find(self, denial: Denial) -> list[tuple[float, Claim]]:
        """Return the claims that may be what is denied, with how sure that is (0 to 1), surest first."""
        found = self._by_words(denial.stems) if denial.stems else self._pointed_at(denial)
        return sorted(found, key=lambda row: (-row[0], row[1].id))

    def _by_words(self, stems: frozenset[str]) -> list[tuple[float, Claim]]:
        whole = sum(sorted(map(self._story.weight, stems)))
        shared: dict[str, float] = {}
        claims: dict[str, Claim] = {}
        for one in sorted(stems):
            for claim in self._by_stem.get(one, ()):
                shared[claim.id] = shared.get(claim.id, 0.0) + self._story.weight(one)
                claims[claim.id] = claim
        found = []
        for claim_id, weight in shared.items():
            theirs = sum(sorted(map(self._story.weight, self._stems[claim_id])))
            score = weight / max(1e-9, min(whole, theirs) * 0.6 + max(whole, theirs) * 0.4)
            if len(stems & self._stems[claim_id]) >= 2:
                found.append((min(1.0, score), claims[claim_id]))
        return found

    def _pointed_at(self, denial: Denial) -> list[tuple[float, Claim]]:
        """Return the accusing claims just before a denial that only points back ("denied the reports")."""
        sentences = self._story.sentences[denial.claim.document_id]
        found: list[tuple[float, Claim]] = []
        for back in range(_LOOK_BACK + 1):
            number = denial.sentence_number - back
            if number < 0:
                break
            rows = self._by_sentence.get((denial.claim.document_id, sentences[number]), ())
            for claim in rows:
                if claim.id == denial.claim.id:
                    continue
                accusing = self._accuses(claim)
                if accusing:
                    found.append((0.75 - 0.12 * back, claim))
            if found:
                break
        return found

    def _accuses(self, claim: Claim) -> bool:
        return (
            claim.speaker is not None
            or claim.certainty == "hedged"
            or any(family(one) in _ACCUSING for one in self._stems[claim.id])
        )
