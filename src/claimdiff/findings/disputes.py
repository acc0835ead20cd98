"""Allegations and their denials: speakers who dispute each other, as the documents report it."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimdiff.findings.denials import AllegationFinder, Denial, find_denials
from claimdiff.findings.sides import make_row, make_side, shorten
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Between, Claim, Contradiction, Document, Matching, Span
from claimdiff.settings import Settings

_CERTAINTY = {"verb": 0.9, "falsity": 0.85, "negation": 0.6}
_LIKELY = 0.42
_WORTH_SHOWING = 0.3
_ALIKE = 0.3
_ROWS_PER_DENIAL = 3


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
    denials = find_denials(documents, claims, story)
    finder = AllegationFinder(claims, denials, story)
    reach = _Reach(claims, matching)
    best: dict[tuple[str, str], Dispute] = {}
    for denial in denials:
        for dispute in _denied_by(denial, finder, reach):
            key = (reach.fact_of[dispute.allegation.id], reach.fact_of[denial.claim.id])
            if key[0] != key[1] and (key not in best or _order(dispute) < _order(best[key])):
                best[key] = dispute
    for _, dispute in sorted(best.items()):
        yield _row(dispute, documents, settings)


def _order(dispute: Dispute) -> tuple[bool, float, str, str]:
    """Put a dispute across two documents, then the surest, first."""
    same = dispute.allegation.document_id == dispute.denial.claim.document_id
    return same, -dispute.certainty, dispute.allegation.id, dispute.denial.claim.id


class _Reach:
    """From a claim to those of other documents that report the same thing."""

    def __init__(self, claims: Sequence[Claim], matching: Matching) -> None:
        self.claims = {claim.id: claim for claim in claims}
        self.fact_of = {claim_id: fact.id for fact in matching.facts for claim_id in fact.claim_ids}
        self._members = {fact.id: fact.claim_ids for fact in matching.facts}
        self._near: dict[str, list[tuple[float, str]]] = {}
        for pair in matching.pairs:
            if pair.one_fact >= _ALIKE:
                self._near.setdefault(pair.left, []).append((pair.one_fact, pair.right))
                self._near.setdefault(pair.right, []).append((pair.one_fact, pair.left))

    def spread(self, claim: Claim) -> list[tuple[float, Claim]]:
        """Return the claim itself, the others of its fact, and near ones, each with its likeness."""
        found = {claim.id: 1.0}
        for other in self._members[self.fact_of[claim.id]]:
            found[other] = 1.0
        for likeness, other in self._near.get(claim.id, ()):
            found[other] = max(found.get(other, 0.0), likeness)
        return [(likeness, self.claims[other]) for other, likeness in sorted(found.items())]


def _denied_by(denial: Denial, finder: AllegationFinder, reach: _Reach) -> list[Dispute]:
    """Return what a denial denies, in its own document and in the others."""
    found: dict[str, Dispute] = {}
    for certainty, claim in finder.find(denial):
        if certainty < _LIKELY:
            break
        for likeness, allegation in reach.spread(claim):
            if not _can_be_denied(allegation, denial.claim):
                continue
            score = certainty * _CERTAINTY[denial.kind] * (0.5 + 0.5 * likeness)
            if score < _WORTH_SHOWING:
                continue
            old = found.get(allegation.id)
            if old is None or old.certainty < score:
                found[allegation.id] = Dispute(score, allegation, denial)
    rows = sorted(found.values(), key=_order)
    shown: list[Dispute] = []
    documents: dict[str, int] = {}
    for row in rows:
        count = documents.get(row.allegation.document_id, 0)
        if count < _ROWS_PER_DENIAL:
            documents[row.allegation.document_id] = count + 1
            shown.append(row)
    return shown


def _can_be_denied(allegation: Claim, denial: Claim) -> bool:
    """Tell whether a claim can be what another denies: affirmed, and not in the mouth of who denies."""
    if allegation.id == denial.id or allegation.polarity == "negated":
        return False
    one = allegation.speaker.name if allegation.speaker else None
    two = denial.speaker.name if denial.speaker else None
    return one is None or relate_speakers(one, two) != "same"


def _row(dispute: Dispute, documents: Mapping[str, Document], settings: Settings) -> Contradiction:
    allegation, denial = dispute.allegation, dispute.denial.claim
    between: Between = "speakers" if denial.speaker or allegation.speaker else "sources"
    words: tuple[Span, ...] = dispute.denial.words
    return make_row(
        "polarity",
        between,
        make_side(allegation, shorten(allegation.statement)),
        make_side(denial, shorten(denial.statement), words),
        dispute.certainty,
        settings.contradiction_threshold,
        _explain(allegation, denial, documents),
    )


def _explain(allegation: Claim, denial: Claim, documents: Mapping[str, Document]) -> str:
    one, two = documents[allegation.document_id].label, documents[denial.document_id].label
    by = f" ({allegation.speaker.name})" if allegation.speaker else ""
    denier = f" that {denial.speaker.name}" if denial.speaker else ""
    says = f"{one} reports{by} “{shorten(allegation.statement)}”"
    if denier:
        return f"{says}; {two} reports{denier} denies it: “{shorten(denial.statement)}”."
    return f"{says}; {two} has a denial: “{shorten(denial.statement)}”."
