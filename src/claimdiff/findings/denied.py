"""What a denial says is untrue: the stretch that tells it, its verb, and whether it only points back."""

import re
from collections.abc import Sequence
from typing import Literal

from claimdiff.findings.light_words import LIGHT_KEYS
from claimdiff.findings.wording import word_key
from claimdiff.language.cues import NEGATIONS
from claimdiff.language.stems import family
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span

DenialKind = Literal["verb", "falsity", "nobody", "negation"]

#: Verbs that also turn down plans and people: they deny only claims and the like.
NEEDS_CLAIM = re.compile(r"(?:reject|dismiss|rebuff|disput|contest|brush|hit|push)", re.IGNORECASE)
#: What a denial points back to when it does not say itself what it denies.
POINTERS = frozenset(
    family(word)
    for word in """report claim allegation accusation charge suggestion rumour rumor statement assertion story
        account version situation criticism matter speculation complaint case thing wrongdoing""".split()
)
_PRONOUNS = frozenset(("this", "that", "it", "them", "these", "those"))
_MANNER = frozenset(
    family(word)
    for word in """strongly firmly repeatedly consistently categorically vehemently flatly today yesterday
        friday monday tuesday wednesday thursday saturday sunday press conference reporter journalist
        spokesman spokeswoman spokesperson statement absolutely completely said say told ministry foreign
        mention media fact accord exist claim also again""".split()
)
#: Keys that say how, when or to whom something was denied, not what.
EMPTY_KEYS = (
    _MANNER
    | POINTERS
    | {word_key(word) for word in (*NEGATIONS, "one", "people", "person", "immediately", "so", "far")}
)
_CLAUSE = re.compile(
    r"\bthat\b|\b(?:said|says|saying|adding|insisted|insists|stressed|told)\b[ ,:]", re.IGNORECASE
)
#: What follows "denied" without a subject of its own, or with its own people: the denier is meant.
OWN = re.compile(r"^\s*\w+ing\b|\b(?:its|their)\b", re.IGNORECASE)
_GERUND = re.compile(r"\s*(?:ever\s+)?\w+ing\b", re.IGNORECASE)
_ACT = re.compile(
    r"(?:^\s*(?:ever\s+)?(?=\w+ing\b)|\b(?:is|are|was|were|be|been|being|has|have|had|do|does|did|may|might|could"
    r"|would|will)(?:n['’]t)?\s+(?:(?:not|ever|also|\w+ly)\s+){0,2})(?P<verb>\w+)",
    re.IGNORECASE,
)
_LIGHT_ACTS = frozenset(map(family, "involve play face use put hold part commit".split()))
_THAT = re.compile(r"\s*that\s+(?!of\b)", re.IGNORECASE)
# "Rejected the criticism as unfair": what follows is what the denier thinks of it.
_JUDGED = re.compile(r"\bas\b", re.IGNORECASE)
# "Allegations that", "charges of": what follows says what is denied.
_OF_WHAT = re.compile(
    r"\b(?:allegations?|accusations?|claims?|charges?|reports?|suggestions?|rumou?rs?)\s+"
    r"(?:of|that|regarding|about|over|concerning)\b",
    re.IGNORECASE,
)
_REACH = 400
_ENOUGH_STEMS: dict[DenialKind, int] = {"verb": 3, "falsity": 3, "nobody": 1}


def find_surroundings(claim: Claim) -> Span:
    """Return the claim's sentence, cut where it runs on far beyond the claim."""
    start, end = claim.spans[0].start, claim.spans[-1].end
    return Span(max(claim.sentence.start, start - _REACH), max(end, min(claim.sentence.end, end + _REACH)))


def points_back(document: Document, span: Span) -> bool:
    """Tell whether a stretch holds a word for what somebody said, or a pronoun that may stand for it."""
    tokens = tokenize(document.text, span.start, span.end)
    return any(token.lower in _PRONOUNS or word_key(token.text) in POINTERS for token in tokens)


def find_denied(claim: Claim, kind: DenialKind, document: Document, words: Sequence[Span]) -> Span:
    """Return the stretch that says what is denied: after the verb, before "is false", or the claim itself."""
    whole = Span(claim.spans[0].start, claim.spans[-1].end)
    if kind in ("negation", "nobody") or not words:
        return whole
    if kind == "verb":
        found = whole
        if words[0].start >= whole.start and words[0].end < whole.end:
            found = Span(words[0].end, whole.end)
            judged = _JUDGED.search(document.text, found.start, found.end)
            if judged and NEEDS_CLAIM.match(document.text, words[0].start):
                found = Span(found.start, judged.start())
    else:
        start = find_surroundings(claim).start
        for match in _CLAUSE.finditer(document.text, start, words[0].end):
            if match.end() < words[0].end - 4:
                start = match.end()
        found = Span(start, max(words[0].end, whole.end))
    said = _OF_WHAT.search(document.text, found.start, found.end)
    return Span(said.end(), found.end) if said and said.end() < found.end else found


def count_enough(
    claim: Claim, kind: DenialKind, document: Document, words: Sequence[Span], denied: Span
) -> int:
    """Return how many stems must say what is denied; with fewer the denial points back.

    What holds no word that points back ("denied any theft"), or is a clause of its own, says it with one.
    """
    if kind != "verb":
        return _ENOUGH_STEMS.get(kind, 2)
    if _OF_WHAT.search(document.text, words[0].start if words else claim.spans[0].start, claim.spans[-1].end):
        return 1
    whole = Span(claim.spans[0].start, claim.spans[-1].end)
    told = not words or words[0].end <= whole.start or denied != whole
    says = told and (_THAT.match(document.text, denied.start) or not points_back(document, denied))
    return 1 if says else _ENOUGH_STEMS[kind]


def read_act(denied: str, stems: frozenset[str]) -> str:
    """Return the key of the first verb in what is denied, by what stands before it; "" for a light one."""
    for verb in _ACT.finditer(denied):
        key = word_key(verb["verb"])
        if key in stems and key not in LIGHT_KEYS and key not in _LIGHT_ACTS:
            return key
    return ""


def denies_own_act(claim: Claim, document: Document, words: Sequence[Span], denied: Span) -> bool:
    """Tell whether who denies would have acted ("denied selling"), and is who was read as the denier."""
    told = any(span.overlaps(word) for span in claim.spans for word in words)
    return (claim.speaker is None) == told and _GERUND.match(document.quote(denied)) is not None
