"""Allegations and their denials: speakers who dispute each other, as the documents report it."""

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from math import sqrt
from typing import NamedTuple

from claimdiff.findings.allegation_index import AllegationIndex
from claimdiff.findings.allegations import Allegation, AllegationFinder
from claimdiff.findings.denials import Denial, find_denials, is_plainly_negated
from claimdiff.findings.denied import DenialKind
from claimdiff.findings.modality import goes_with_denial, lies_ahead
from claimdiff.findings.moments import published_apart
from claimdiff.findings.occasions import WEEKS_APART, is_background
from claimdiff.findings.sides import make_row, make_side, name_source, shorten
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Between, Claim, Contradiction, Document, Matching, Span
from claimdiff.settings import Settings

# How sure each way of denying is to deny, and the likeness from which it is a denial and fully sure.
_CERTAINTY: dict[DenialKind, tuple[float, float, float]] = {
    "verb": (0.92, 0.25, 0.5),
    "falsity": (0.9, 0.2, 0.4),
    "nobody": (0.85, 0.6, 0.75),
    "negation": (0.75, 0.6, 0.85),
}
_LEAST_SHARE = 0.62
_NEXT_SHARE = 0.75
_SAME_DOCUMENT = 0.8
_WORTH_SHOWING = 0.3
# More denials than any story has: a guard against texts made of them.
_MOST_DENIALS = 2000
# Who says "only" plays down already.
_ONLY = re.compile(r"(?:only|just|at most|no more than|hardly|barely)\b", re.IGNORECASE)
_HELPING = re.compile(
    r"\b(?:is|are|was|were|be|been|has|have|had|does|do|did)(?:\s+\w+){0,2}\s+$", re.IGNORECASE
)
_LONGEST_SENTENCE = 600
_LONGEST_NAME = 30
_LONGEST_STATEMENT = 60
_ROWS_PER_DOCUMENT = 3
# Words of denial after so many characters would be cut off.
_LATE = 30


class Dispute(NamedTuple):
    """An allegation and a denial of it, and how sure it is that the one denies the other."""

    certainty: float
    allegation: Claim
    denial: Denial


def find_disputes(
    claims: Sequence[Claim],
    matching: Matching,
    documents: Mapping[str, Document],
    story: StoryWords,
    settings: Settings,
) -> Iterator[Contradiction]:
    """Yield one row per pair of facts of which one denies the other, told by two documents if possible."""
    denials = find_denials(documents, claims, story)[:_MOST_DENIALS]
    finder = AllegationFinder(AllegationIndex(documents, claims, denials, story), denials, story)
    fact_of = {claim_id: fact.id for fact in matching.facts for claim_id in fact.claim_ids}
    best: dict[tuple[str, str], Dispute] = {}
    for denial in denials:
        for dispute in _denied_by(denial, finder, documents):
            key = (fact_of[dispute.allegation.id], fact_of[denial.claim.id])
            if key[0] != key[1] and (key not in best or _order(dispute) < _order(best[key])):
                best[key] = dispute
    quoted = {(claim.document_id, claim.sentence) for claim in claims if claim.speaker is not None}
    for _, dispute in sorted(best.items()):
        yield _row(dispute, quoted, documents, settings)


def _order(dispute: Dispute) -> tuple[bool, float, str, str]:
    """Put a dispute across two documents, then the surest, first."""
    same = dispute.allegation.document_id == dispute.denial.claim.document_id
    return same, -dispute.certainty, dispute.allegation.id, dispute.denial.claim.id


def _denied_by(denial: Denial, finder: AllegationFinder, documents: Mapping[str, Document]) -> list[Dispute]:
    """Return what a denial denies, in its own document and in the others: the likeliest in each."""
    candidates = [
        row
        for row in finder.find(denial)
        if _can_be_denied(row.claim, denial.claim)
        and _of_one_time(row.claim, denial, documents)
        and not _plays_down(row.claim, documents[row.claim.document_id])
    ]
    here = denial.claim.document_id
    across = [row for row in candidates if row.claim.document_id != here]
    shown = _choose(denial, across, _ROWS_PER_DOCUMENT)
    # In its own voice a document hardly says both.
    own_voice = denial.claim.speaker is None and denial.kind in ("negation", "nobody")
    told = [row for row in candidates if row.claim.document_id == here]
    return shown or _choose(denial, [row for row in told if row.claim.speaker or not own_voice], 1)


def _choose(denial: Denial, candidates: Sequence[Allegation], most: int) -> list[Dispute]:
    """Return the candidates nearly as likely as the first, at most so many a document."""
    sure, least, full = _CERTAINTY[denial.kind]
    shown: list[Dispute] = []
    told: dict[str, list[float]] = {}
    for row in candidates:
        strength = row.likeness * row.certainty
        share = strength / (candidates[0].likeness * candidates[0].certainty)
        before = told.setdefault(row.claim.document_id, [])
        if row.likeness < least or share < _LEAST_SHARE or len(before) >= most:
            continue
        if before and strength < _NEXT_SHARE * before[0]:
            continue
        before.append(strength)
        same = _SAME_DOCUMENT if row.claim.document_id == denial.claim.document_id else 1.0
        close = 0.35 + 0.65 * min(1.0, (row.likeness - least) / (full - least))
        shown.append(Dispute(sure * close * sqrt(share * row.certainty) * same, row.claim, denial))
    return [row for row in shown if row.certainty >= _WORTH_SHOWING]


def _can_be_denied(allegation: Claim, denial: Claim) -> bool:
    """Tell whether a claim can be what another denies: affirmed, and not in the mouth of who denies."""
    if allegation.id == denial.id or is_plainly_negated(allegation):
        return False
    if goes_with_denial(allegation.statement, denial.statement):
        return False
    one = allegation.speaker.name if allegation.speaker else None
    two = denial.speaker.name if denial.speaker else None
    return one is None or relate_speakers(one, two) != "same"


def _plays_down(claim: Claim, document: Document) -> bool:
    """Tell whether a claim begins with "only", or what it begins with follows it in the sentence."""
    first = claim.statement.partition(" ")[0].lower()
    start = claim.sentence.start
    sentence = document.text[start : min(claim.sentence.end, start + _LONGEST_SENTENCE)].lower()
    return _ONLY.match(claim.statement) is not None or f"only {first} " in sentence


def _of_one_time(allegation: Claim, denial: Denial, documents: Mapping[str, Document]) -> bool:
    """Tell whether neither of two claims, or both, are dated weeks before their articles, or lie ahead.

    Who says no without calling anything false speaks of the day: neither an article of another month is
    meant nor what is still to come.
    """
    one, two = documents[allegation.document_id], documents[denial.claim.document_id]
    apart = published_apart(one, two)
    if denial.kind in ("negation", "nobody"):
        if apart is not None and abs(apart) > WEEKS_APART:
            return False
        if lies_ahead(allegation.statement) and not lies_ahead(denial.claim.statement):
            return False
    return is_background(allegation, one) == is_background(denial.claim, two)


def _row(
    dispute: Dispute,
    quoted: Set[tuple[str, Span]],
    documents: Mapping[str, Document],
    settings: Settings,
) -> Contradiction:
    """Return the row of a dispute; `quoted` are the sentences in which somebody is cited."""
    allegation, denial = dispute.allegation, dispute.denial.claim
    # Who denies is somebody the document reports, also where no words of theirs are given.
    reported = (
        denial.speaker
        or allegation.speaker
        or dispute.denial.kind == "verb"
        or (denial.document_id, denial.sentence) in quoted
    )
    between: Between = "speakers" if reported else "sources"
    words: tuple[Span, ...] = dispute.denial.words
    return make_row(
        "polarity",
        between,
        (
            make_side(allegation, shorten(allegation.statement)),
            make_side(denial, shorten(_tell_denial(dispute.denial, documents)), words),
        ),
        dispute.certainty,
        settings.contradiction_threshold,
        _explain(dispute, documents),
    )


def _explain(dispute: Dispute, documents: Mapping[str, Document]) -> str:
    allegation, denial = dispute.allegation, dispute.denial.claim
    one, two = (name_source(documents[claim.document_id]) for claim in (allegation, denial))
    teller = f", citing {shorten(allegation.speaker.name, _LONGEST_NAME)}," if allegation.speaker else ""
    says = f"{one}{teller} says “{shorten(allegation.statement, _LONGEST_STATEMENT)}”"
    denied = _tell_denial(dispute.denial, documents)
    at = _find_verb(dispute.denial, denied, documents)
    name = denial.speaker.name if denial.speaker else ""
    # A claim that tells of the denying names who denies; its speaker may only tell of it.
    tells = dispute.denial.kind == "verb" and at >= 0
    known = bool(name) and (not tells or name in denied[:at])
    if len(denied) > _LONGEST_STATEMENT and at > _LATE:
        subject = "" if known and tells else shorten(denied[:at], _LATE).rstrip("…")
        denied = f"{subject}… {denied[at:]}" if subject else f"…{denied[at:]}"
    denied = shorten(denied, _LONGEST_STATEMENT)
    if known:
        return f"{says}; {two} reports that {shorten(name, _LONGEST_NAME)} denies it: “{denied}”."
    return f"{says}; {two} has the denial: “{denied}”."


def _tell_denial(denial: Denial, documents: Mapping[str, Document]) -> str:
    """Return a denial in words that say what is denied, where its sentence does."""
    if denial.clause is None:
        return denial.claim.statement
    text = documents[denial.claim.document_id].quote(denial.clause).strip()
    return text[:1].upper() + text[1:]


def _find_verb(denial: Denial, text: str, documents: Mapping[str, Document]) -> int:
    """Return where in a text the words stand that deny, -1 where they don't."""
    if not denial.words:
        return -1
    at = text.find(documents[denial.claim.document_id].quote(denial.words[0]))
    helping = _HELPING.search(text, 0, max(0, at))
    return helping.start() if helping else at
