"""Denials, and what they deny: "denied the reports" points back, "denied selling the boats" says it."""

import re
from collections.abc import Iterable, Mapping, Sequence

from msgspec import Struct

from claimdiff.findings.denied import (
    EMPTY_KEYS,
    NEEDS_CLAIM,
    OWN,
    POINTERS,
    DenialKind,
    count_enough,
    denies_own_act,
    find_denied,
    find_surroundings,
    points_back,
    read_act,
)
from claimdiff.findings.modality import is_unreal, opens_with_not, plans_negation, points_with_not
from claimdiff.findings.wording import StoryWords, is_country, word_key
from claimdiff.language.cues import LEXICAL_DENIALS
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span

_VERB = re.compile(
    r"\b(?:den(?:y|ies|ied|ying)|reject(?:s|ed|ing)?|refut(?:e|es|ed|ing)|rebut(?:s|ted|ting)?"
    r"|dismiss(?:es|ed|ing)?|disput(?:es|ed|ing)|rebuff(?:s|ed|ing)?|contest(?:s|ed|ing)"
    r"|denials? (?:of|that|by|from)|brush(?:es|ed|ing) (?:off|aside)|hit back at|pushed back on)\b",
    re.IGNORECASE,
)
_SAID = (
    r"(?:reports?|claims?|allegations?|accusations?|charges?|suggestions?|rumou?rs?|statements?|assertions?"
    r"|stor(?:y|ies)|accounts?|situation|criticisms?|speculation)"
)
_FALSE = (
    r"[\"“'‘]?(?:not true|not correct|not accurate|not the case|untrue|incorrect|false|baseless|groundless"
    r"|unfounded|fabricated|invented|non-?existent|fictitious|(?:total |complete |utter |pure )?nonsense"
    r"|a (?:hoax|lie|fabrication)|lies|without (?:foundation|basis|merit))"
)
_BE = r"(?:is|are|was|were|be|been|being)"
_QUITE = r"(?:[\"“'‘]?(?:\w+ly|all|just|simply|so)\s+){0,2}"
_DO_NOT = r"(?:(?:do|does|did) not|(?:do|does|did)n['’]t)"
_FALSITY = re.compile(
    rf"\b{_SAID}\b[^.;:\n]{{0,80}}?\b{_BE}\s+{_QUITE}{_FALSE}\b"
    rf"|\b(?:it|this|that|these|those|they)(?:\s+{_BE}|['’]s|['’]re)\s+{_QUITE}{_FALSE}\b"
    rf"|\b(?:false|baseless|groundless|unfounded|fabricated|untrue)\s+(?:\w+\s+)?{_SAID}\b"
    rf"|\b{_SAID}\b[^.;:\n]{{0,80}}?(?<!\w){_DO_NOT}\s+(?:exist|accord|correspond|match|tally)\b"
    rf"|\bno (?:truth|basis|foundation|merit) (?:in|to|for) (?:\w+\s+){{0,3}}{_SAID}\b"
    rf"|\b(?:as|call(?:s|ed|ing)? \w+)\s+{_FALSE}\b",
    re.IGNORECASE,
)
_FALSE_WORDS = re.compile(
    rf"\b(?:{_FALSE}|{_DO_NOT} \w+|no (?:truth|basis|foundation|merit))\b", re.IGNORECASE
)
# What a court dismisses or rejects is ruled on, not denied.
_LEGAL = re.compile(
    r"\b(?:courts?|judges?|justices?|rul(?:ed|ing)|motions?|lawsuits?|suits?|legal|plaintiffs?|jury)\b",
    re.IGNORECASE,
)
_RULED = re.compile(r"dismiss|reject", re.IGNORECASE)
_PLAIN_NO = re.compile(r"\b(?:not|no|never|none|nobody|nothing|neither|cannot)\b|n['’]t\b", re.IGNORECASE)
_NOBODY = re.compile(
    r"[\W_]*(?:(?:that|and|but|luckily|fortunately|thankfully)\W+)?(?:no[ -]one|nobody|none"
    r"|no (?:people|persons?|casualt(?:y|ies)|injur(?:y|ies)|deaths?|fatalit(?:y|ies)|victims?|arrests?))\b",
    re.IGNORECASE,
)
# Who these did not do is told by a verb: "no one is above the law" denies nothing.
_NO_ONE = re.compile(r"[\W_]*(?:\w+\W+)?(?:no[ -]one|nobody|none)\b", re.IGNORECASE)
# "Denied" of a favour, a right or a motion: nothing is called untrue.
_REFUSED = re.compile(
    r"\s+(?:[$€£]?\w[\w.,]*['’]?s?\s+){0,5}?(?:access|entry|entrance|permission|bail|visas?|appeals?|requests?|motions?"
    r"|opportunit(?:y|ies)|rights?|services?|treatment|offers?|bids?|plans?|proposals?|deals?|calls?|demands?"
    r"|applications?|amendments?|petitions?|chance|parole|asylum|funding|bills?|approach(?:es)?|takeovers?"
    r"|acquisitions?|advances|invitations?|compromises?|settlements?|pleas?|overtures?"
    r"|complaints?(?! (?:that|of|about)))\b",
    re.IGNORECASE,
)
# "No boats … in port": the no stands in the subject alone.
_NO_SUBJECT = re.compile(r"(?:no|none|nobody|neither|not (?:one|a single))\b(?!\.|\s+\d)", re.IGNORECASE)
_PASSIVE = re.compile(
    r"\b(?:be|been|being|was|were|is|are|got|get|amid|over|of|in|the|a|any|no|these|their|its)\s+"
    r"(?:\w+ly\s+)?$",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:not|never|nothing|no)\b.{0,40}\blike (?:this|that|it)\b"
    r"|\b(?:not|n['’]t) (?:yet|so far)\b|\byet to\b",
    re.IGNORECASE,
)
# Who does not know denies nothing.
_NOT_KNOWN = re.compile(
    r"(?:\bnot|n['’]t)\s+(?:\w+ly\s+|yet\s+|been\s+)*(?:known?|clear|certain|sure|say|confirmed)\b"
    r"|\bno (?:knowledge|idea|recollection)\b",
    re.IGNORECASE,
)
# Who is to deny has denied nothing yet, unless they go on to do it.
_AHEAD = re.compile(
    r"\b(?:to|will|would|may|might|could|can|shall|should|must)\s+(?:\w+ly\s+)?$", re.IGNORECASE
)
_GOES_ON = re.compile(
    r"\b(?:continu\w+|(?:go(?:es)?|went|going) on|proceed\w*|beg[aiu]n\w*)\s+to\b", re.IGNORECASE
)
# "Does not deny": nothing is called untrue either.
_NOT_DENIED = re.compile(r"(?:\b(?:not|never|cannot|neither|nor)|n['’]t)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
_IN_OFFICE = re.compile(
    r"\b(?:minist(?:ry|er|ries)|government|embassy|ambassador|president|presidential|army|military|defen[cs]e"
    r"|kremlin|foreign|state)\b",
    re.IGNORECASE,
)


class Denial(Struct, frozen=True):
    """A claim that denies something.

    `stems` are those of what is denied, empty where the denial only points back; `denier` are the keys
    of the name of who denies, `pointers` those of what it points back to ("reports"). `sentence_number`
    is the place of its sentence in the document. `clause` is the stretch that calls something false,
    from what is called so on; None where the claim says it all. `whose` are the names of those it denies
    ("the mayor's claims"); `own_act` is true where the denier is who would have acted ("denied selling").
    `act` is the key of the verb that is denied, "" where it is not plain to see.
    """

    claim: Claim
    kind: DenialKind
    stems: frozenset[str]
    denier: frozenset[str]
    words: tuple[Span, ...]
    sentence_number: int
    pointers: frozenset[str] = frozenset()
    clause: Span | None = None
    whose: frozenset[str] = frozenset()
    own_act: bool = False
    act: str = ""


def find_denials(
    documents: Mapping[str, Document], claims: Sequence[Claim], story: StoryWords
) -> list[Denial]:
    """Return the claims that deny: by a verb of denial, by calling it false, with "nobody", or by negation.

    A plain negation counts only in somebody's mouth: outlets negate to report, speakers to deny.
    """
    numbers = {
        document_id: {span: number for number, span in enumerate(spans)}
        for document_id, spans in story.sentences.items()
    }
    found = []
    for claim in claims:
        document = documents[claim.document_id]
        read = _read_denial(claim, document)
        if read is not None:
            kind, words = read
            number = numbers[document.id][claim.sentence]
            denial = _describe_denial(claim, document, kind, words, number, story)
            found += [denial] if denial is not None else []
    return found


def _describe_denial(
    claim: Claim,
    document: Document,
    kind: DenialKind,
    words: tuple[Span, ...],
    sentence_number: int,
    story: StoryWords,
) -> Denial | None:
    """Return who denies what, by words of denial; None for a “no one” without a verb ("above the law")."""
    denier = _read_denier(claim, document, words)
    denied = find_denied(claim, kind, document, words)
    around = frozenset(story.stems_in(document.id, denied))
    stems, pointers = around - EMPTY_KEYS - denier, around & POINTERS
    if kind == "falsity" and words:
        # "Is not the case" is how it is called, not what.
        pointers -= story.stems_in(document.id, words[0])
    if kind == "verb" and stems and OWN.search(document.quote(denied)):
        stems |= denier - EMPTY_KEYS
    act = read_act(document.quote(denied), stems)
    if kind == "nobody" and not act and _NO_ONE.match(document.text, denied.start):
        return None
    enough = count_enough(claim, kind, document, words, denied)
    if len(stems) < enough:
        denier |= _read_country(claim)
    elif len(stems) == 1 and kind == "verb":
        # One word is of anything: it is denied of who denies it.
        stems |= denier
    return Denial(
        claim,
        kind,
        stems if len(stems) >= enough else frozenset(),
        denier,
        words,
        sentence_number,
        pointers,
        _find_clause(claim, document) if kind == "falsity" else None,
        frozenset(stem for stem in stems if story.is_name(stem)),
        denies_own_act(claim, document, words, denied),
        act,
    )


def _read_denial(claim: Claim, document: Document) -> tuple[DenialKind, tuple[Span, ...]] | None:
    for span in _verb_places(claim):
        verb = _VERB.search(document.text, span.start, span.end)
        if verb and _denies(verb, claim, document):
            return "verb", (Span(verb.start(), verb.end()),)
    false = _find_falsity(claim, document)
    if false is not None:
        words = list(_FALSE_WORDS.finditer(document.text, false.start(), false.end()))
        return "falsity", (Span(words[-1].start(), words[-1].end()),) if words else ()
    if is_unreal(claim, document):
        return None
    nobody = _NOBODY.match(document.text, claim.spans[0].start, claim.spans[-1].end)
    if nobody and not plans_negation(document.text[claim.spans[0].start : claim.spans[-1].end]):
        return "nobody", (Span(nobody.start(), nobody.end()),)
    if claim.polarity == "negated" and claim.speaker is not None:
        if any(_VERB.fullmatch(word) for word in claim.negations):
            return "verb", ()
        text = document.text[claim.spans[0].start : claim.spans[-1].end]
        if _PLAIN_NO.search(text) and not (
            plans_negation(text)
            or opens_with_not(text)
            or points_with_not(text)
            or _NOT_YET.search(text)
            or _NOT_KNOWN.search(text)
        ):
            return "negation", _negation_words(claim, document)
    return None


def _find_falsity(claim: Claim, document: Document) -> re.Match[str] | None:
    """Return where the claim's sentence calls something false, if it does so in the claim's words."""
    around = find_surroundings(claim)
    for false in _FALSITY.finditer(document.text, around.start, around.end):
        if any(span.start < false.end() <= span.end for span in claim.spans):
            return false
    return None


def _find_clause(claim: Claim, document: Document) -> Span | None:
    """Return the words that call something false, with what is called so, where the claim begins later."""
    false = _find_falsity(claim, document)
    whole = Span(claim.spans[0].start, claim.spans[-1].end)
    if (
        false is None
        or false.start() >= whole.start
        or _FALSITY.search(document.text, whole.start, whole.end)
    ):
        return None
    return Span(false.start(), claim.spans[-1].end)


def _denies(match: re.Match[str], claim: Claim, document: Document) -> bool:
    """Tell whether a verb of denial calls something untrue here."""
    text, start, end = document.text, match.start(), match.end()
    around = find_surroundings(claim)
    before = max(claim.sentence.start, start - 30)
    if _PASSIVE.search(text, before, start) or _NOT_DENIED.search(text, before, start):
        return False
    if _AHEAD.search(text, before, start) and not _GOES_ON.search(text, before, start):
        return False
    if _RULED.match(match.group()) and _LEGAL.search(text, around.start, around.end):
        return False
    if _REFUSED.match(text, end, min(claim.sentence.end, end + 80)):
        return False
    return not NEEDS_CLAIM.match(match.group()) or (
        end < around.end and points_back(document, Span(end, around.end))
    )


def _verb_places(claim: Claim) -> Iterable[Span]:
    if claim.attribution is not None:
        yield from claim.attribution.cue_spans
    yield from claim.spans


def _negation_words(claim: Claim, document: Document) -> tuple[Span, ...]:
    wanted = {word.casefold() for word in claim.negations}
    return tuple(
        Span(token.start, token.end)
        for span in claim.spans
        for token in tokenize(document.text, span.start, span.end)
        if token.lower in wanted
    )[:2]


def _read_denier(claim: Claim, document: Document, words: Sequence[Span]) -> frozenset[str]:
    """Return the keys of the names that stand for who denies: the speaker, or what stands before the verb."""
    if claim.speaker is not None:
        names = claim.speaker.name
    else:
        end = words[0].start if words else claim.spans[0].end
        start = claim.spans[0].start
        names = document.text[start:end] if start < end else ""
    return frozenset(
        key for token in tokenize(names) if token.text[0].isupper() and (key := word_key(token.text))
    )


def _read_country(claim: Claim) -> frozenset[str]:
    """Return the country that a speaker speaks for by office: "a Skerran minister" speaks for Skerra."""
    role = claim.speaker.role if claim.speaker is not None else None
    if role is None or not _IN_OFFICE.search(role):
        return frozenset()
    keys = {word_key(token.text) for token in tokenize(role)} - {""}
    return frozenset(key for key in keys if is_country(key))


def is_plainly_negated(claim: Claim) -> bool:
    """Tell whether a claim is negated by more than a verb such as "failed"."""
    if _NO_SUBJECT.match(claim.statement):
        return True
    return claim.polarity == "negated" and not (
        claim.negations and all(word.casefold() in LEXICAL_DENIALS for word in claim.negations)
    )


def words_denial(text: str) -> bool:
    """Tell whether a text holds a verb of denial, or calls something false."""
    return _VERB.search(text) is not None or _FALSITY.search(text) is not None


def refuses_favour(text: str) -> bool:
    """Tell whether a text turns down an offer or a request ("rejected the bid"): it denies nothing."""
    return any(_REFUSED.match(text, verb.end()) for verb in _VERB.finditer(text))
