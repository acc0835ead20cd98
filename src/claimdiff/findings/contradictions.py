"""Versions that can't both hold, speakers who dispute each other, figures that moved."""

from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimdiff.findings.altered import find_altered
from claimdiff.findings.disputes import find_disputes
from claimdiff.findings.journeys import find_journeys
from claimdiff.findings.matters import mark_matters
from claimdiff.findings.moments import is_development, published_apart
from claimdiff.findings.plausibility import PlausibilityJudge
from claimdiff.findings.quotations import UtteranceGroup
from claimdiff.findings.sides import explain_movement, explain_values, make_row, make_side
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.tallies import find_tallies
from claimdiff.findings.wording import StoryWords
from claimdiff.language.names import find_names, same_name
from claimdiff.model import (
    Between,
    Claim,
    Contradiction,
    Difference,
    Document,
    Matching,
    ScoredPair,
    Side,
)
from claimdiff.settings import Settings

_ORDER: dict[Between, int] = {"sources": 0, "speakers": 1, "passages": 2, "moments": 3}
_WORTH_SHOWING = 0.2


class Clash(NamedTuple):
    """Two claims that differ in a detail that both can't have, and how sure that is."""

    probability: float
    pair: ScoredPair
    difference: Difference


def find_contradictions(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    matching: Matching,
    story: StoryWords,
    groups: Sequence[UtteranceGroup],
    settings: Settings,
) -> tuple[Contradiction, ...]:
    """Return one row per pair of versions, wordings or facts that can't both hold.

    Sorted as an editor should see them: what is sure before what is not, sources before speakers,
    developments last.
    """
    by_claim = {claim.id: claim for claim in claims}
    by_document = {document.id: document for document in documents}
    rows = [
        *find_altered(groups, by_claim, by_document, story, settings),
        *_find_clashes(matching, by_claim, by_document, story, settings),
        *find_disputes(claims, matching, by_document, story, settings),
        *find_journeys(claims, by_document, settings),
        *find_tallies(claims, by_document, story, settings),
    ]
    unique: dict[tuple[Side, ...], Contradiction] = {}
    for row in sorted(rows, key=rank_row):
        unique.setdefault((_place(row.left), _place(row.right)), row)
    return mark_matters(sorted(unique.values(), key=rank_row), by_claim, matching.facts)


def _place(side: Side) -> Side:
    """Return a side without its value: two rows on one pair of passages are one."""
    return Side(side.document_id, side.claim_id, side.spans, "")


def rank_row(row: Contradiction) -> tuple[bool, int, float, str]:
    """Return the sort key of a row: sure ones first, then who disagrees, then probability."""
    return row.status == "unsure", _ORDER[row.between], -row.probability, row.id


def _find_clashes(
    matching: Matching,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    story: StoryWords,
    settings: Settings,
) -> Iterator[Contradiction]:
    """Yield a row for each pair of versions, or of facts, by the clearest pair of claims between them."""
    version_of = {
        claim_id: (fact.id, number)
        for fact in matching.facts
        for number, version in enumerate(fact.versions)
        for claim_id in version.claim_ids
    }
    versions: dict[str, tuple[Claim, ...]] = {}
    for fact in matching.facts:
        for version in fact.versions:
            members = tuple(claims[claim_id] for claim_id in version.claim_ids)
            versions.update(dict.fromkeys(version.claim_ids, members))
    judge = PlausibilityJudge(documents, tuple(claims.values()), story, versions)
    best: dict[tuple[tuple[str, int], tuple[str, int]], Clash] = {}
    for pair in matching.pairs:
        if not pair.differences:
            continue
        left, right = version_of[pair.left], version_of[pair.right]
        if left == right:
            continue
        clash = _read_clash(pair, claims, documents, judge)
        if clash is None:
            continue
        key = (left, right) if left < right else (right, left)
        if key not in best or _clearness(clash, claims) > _clearness(best[key], claims):
            best[key] = clash
    for _, clash in sorted(best.items()):
        yield _describe(clash, claims, documents, settings)


def _read_clash(
    pair: ScoredPair,
    claims: Mapping[str, Claim],
    documents: Mapping[str, Document],
    judge: PlausibilityJudge,
) -> Clash | None:
    """Return the surest difference of a pair that both can't have, None where none is worth showing.

    A figure that moved between two publications need not exclude the other ("at least five", "11").
    """
    left, right = claims[pair.left], claims[pair.right]
    if (left.aside or right.aside) and not _describe_one(left, right):
        return None
    found = [
        Clash(judge.weigh(pair, difference, left, right), pair, difference)
        for difference in pair.differences
        if difference.exclusive or is_development(left, right, difference, documents)
    ]
    sure = [clash for clash in found if clash.probability >= _WORTH_SHOWING]
    if not sure:
        return None
    return max(sure, key=lambda row: (row.probability, row.difference.slot, row.difference.left))


def _describe_one(left: Claim, right: Claim) -> bool:
    """Tell whether both are said in passing of somebody by one name: else they differ by right."""
    if not (left.presupposed and right.presupposed):
        return False
    names = find_names(right.statement)
    return any(same_name(one.text, two.text) for one in find_names(left.statement) for two in names)


def _clearness(clash: Clash, claims: Mapping[str, Claim]) -> tuple[float, str, str]:
    """Rank the pairs that can stand for two versions: the surest, in the body, asserted, short."""
    left, right = claims[clash.pair.left], claims[clash.pair.right]
    score = clash.probability
    for claim in (left, right):
        score -= 0.05 * claim.headline + 0.03 * (claim.certainty == "hedged") + 0.03 * claim.presupposed
    return score, clash.pair.left, clash.pair.right


def _describe(
    clash: Clash, claims: Mapping[str, Claim], documents: Mapping[str, Document], settings: Settings
) -> Contradiction:
    difference = clash.difference
    left, right = claims[clash.pair.left], claims[clash.pair.right]
    sides = (
        make_side(left, difference.left, difference.left_spans),
        make_side(right, difference.right, difference.right_spans),
    )
    values = (difference.left, difference.right)
    between = part_sides(left, right, difference, documents)
    if between == "moments":
        apart = published_apart(documents[left.document_id], documents[right.document_id])
        if apart is not None and apart < 0:
            left, right, sides, values = right, left, (sides[1], sides[0]), (values[1], values[0])
        explanation = explain_movement(left, right, values, documents)
    else:
        explanation = explain_values(difference.slot, left, right, values, documents)
    return make_row(
        difference.slot, between, sides, clash.probability, settings.contradiction_threshold, explanation
    )


def part_sides(
    left: Claim, right: Claim, difference: Difference, documents: Mapping[str, Document]
) -> Between:
    """Say who disagrees: the outlets, the speakers they report, or one figure at two moments."""
    if left.document_id == right.document_id:
        return "passages"
    if is_development(left, right, difference, documents):
        return "moments"
    if left.speaker is None and right.speaker is None:
        return "sources"
    if left.speaker is None or right.speaker is None:
        return "speakers" if difference.slot == "polarity" else "sources"
    return "speakers" if relate_speakers(left.speaker.name, right.speaker.name) == "different" else "sources"
