"""Line claims up across documents: candidates, scores, facts with their versions."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from claimdiff.language.collector import pause_collector
from claimdiff.language.digest import content_id
from claimdiff.language.wholeness import rate_statement
from claimdiff.matching.calibration import as_probability, load_stages
from claimdiff.matching.candidates import find_candidates
from claimdiff.matching.clusters import cluster_claims
from claimdiff.matching.contrast import contrast_couples
from claimdiff.matching.copies import gather_repeats, number_views
from claimdiff.matching.pairing import (
    Couple,
    compare_candidates,
    make_pair,
    score_candidates,
    score_within,
)
from claimdiff.matching.versions import order_versions, split_versions
from claimdiff.matching.views import view_story
from claimdiff.model import Claim, Document, Fact, Matching, ScoredPair
from claimdiff.settings import Settings

# Pairs below this probability of being one fact are not kept: they are nobody's near miss.
FLOOR = 0.02
# Pairs below this are kept without a look at their differences.
WORTH_CONTRASTING = 0.15
# Differences are looked for in so many of the best pairs of one story.
CONTRASTS = 8_000
# A fact is named by a claim with at least this share of the nearness that the most central one has.
_CENTRAL = 0.6


def match_claims(
    documents: Sequence[Document], claims: Sequence[Claim], settings: Settings, *, waterfalls: bool = True
) -> Matching:
    """Score the candidate pairs of a story and gather its claims into facts.

    Out: facts that partition the claims, with versions; and every cross-document pair that a first look does
    not rule out (AGAIN) and that comes to FLOOR, sorted by ids; of claims that a document makes more than
    once, those of the first.
    `settings.one_fact_threshold` is the probability from which a pair speaks for one fact. Without
    `waterfalls` the pairs do not say what their probabilities are made of: their `features` are empty.
    """
    with pause_collector():
        return _match_story(documents, claims, settings, waterfalls=waterfalls)


def _match_story(
    documents: Sequence[Document], claims: Sequence[Claim], settings: Settings, *, waterfalls: bool
) -> Matching:
    texts = {document.id: document.text for document in documents}
    views = view_story(documents, claims)
    number_of, stages = number_views(views), load_stages()
    # What a document says again is matched by what it said first, and goes with it.
    repeats = gather_repeats(claims, number_of, texts)
    claims = [claim for claim in claims if claim.id in repeats]
    views = {claim.id: views[claim.id] for claim in claims}
    candidates = find_candidates(views)
    compared = compare_candidates(views, number_of, candidates)
    scored = score_candidates(candidates, compared, claims, stages)
    scores = {couple: one.score for couple, one in scored.items()}
    within = score_within(views, number_of)
    chances = {couple: one.chance for couple, one in scored.items()}
    chances.update((couple, as_probability(score)) for couple, score in within.items())
    groups = cluster_claims(sorted(views), chances, settings.one_fact_threshold)
    claim_of = {claim.id: claim for claim in claims}
    differences = contrast_couples(_worth_contrasting(scores, within, chances, groups), claim_of, texts)
    pairs: dict[Couple, ScoredPair] = {}
    explaining = stages if waterfalls else None
    for couple, one in scored.items():
        if one.chance >= FLOOR or couple in differences:
            pairs[couple] = one.describe(*couple, differences.get(couple, ()), explaining)
    across = tuple(pairs.values())
    for couple in sorted(within.keys() & differences.keys()):
        pairs[couple] = make_pair(*couple, chances[couple], differences[couple], {})
    document_of = {claim.id: claim.document_id for claim in claims}
    facts = [_build_fact(group, pairs, claim_of, document_of, repeats) for group in groups]
    return Matching(tuple(sorted(facts, key=lambda fact: fact.id)), across, candidates.capped)


def _worth_contrasting(
    scores: Mapping[Couple, float],
    within: Mapping[Couple, float],
    chances: Mapping[Couple, float],
    groups: Sequence[Sequence[str]],
) -> list[Couple]:
    """Return the pairs whose differences matter: inside one fact, or likely enough to be one."""
    number_of = {claim_id: number for number, group in enumerate(groups) for claim_id in group}
    worth = [
        (-score, couple)
        for couple, score in scores.items()
        if chances[couple] >= WORTH_CONTRASTING or number_of[couple[0]] == number_of[couple[1]]
    ]
    worth += [
        (-score, couple) for couple, score in within.items() if number_of[couple[0]] == number_of[couple[1]]
    ]
    return [couple for _, couple in sorted(worth)[:CONTRASTS]]


def _build_fact(
    group: Sequence[str],
    pairs: Mapping[Couple, ScoredPair],
    claim_of: Mapping[str, Claim],
    document_of: Mapping[str, str],
    repeats: Mapping[str, Sequence[str]],
) -> Fact:
    documents = tuple(sorted({document_of[claim_id] for claim_id in group}))
    inside = [
        pair.one_fact
        for i, left in enumerate(group)
        for right in group[i + 1 :]
        if (pair := pairs.get((left, right))) is not None and document_of[left] != document_of[right]
    ]
    claim_ids = _repeat(group, repeats)
    return Fact(
        id=content_id("f", *claim_ids),
        statement=_choose_statement(group, pairs, claim_of),
        claim_ids=claim_ids,
        document_ids=documents,
        status="agreement" if len(documents) > 1 else "single-source",
        versions=order_versions(
            replace(version, claim_ids=_repeat(version.claim_ids, repeats))
            for version in split_versions(group, pairs, document_of)
        ),
        origin_count=len(documents),
        probability=round(max(inside), 6) if inside and len(documents) > 1 else None,
    )


def _repeat(claim_ids: Sequence[str], repeats: Mapping[str, Sequence[str]]) -> tuple[str, ...]:
    """Return claims with those that say them again, sorted."""
    return tuple(sorted(one for claim_id in claim_ids for one in repeats[claim_id]))


def _choose_statement(
    group: Sequence[str], pairs: Mapping[Couple, ScoredPair], claim_of: Mapping[str, Claim]
) -> str:
    """Return the wording that stands alone best among the claims that are close to the others."""
    if len(group) == 1:
        return claim_of[group[0]].statement
    nearness = {}
    for claim_id in group:
        couples = ((claim_id, other) if claim_id < other else (other, claim_id) for other in group)
        nearness[claim_id] = sum(pairs[couple].one_fact for couple in couples if couple in pairs)
    least = _CENTRAL * max(nearness.values())

    def rank(claim_id: str) -> tuple[int, bool, float, int, str]:
        claim = claim_of[claim_id]
        beside = claim.aside or claim.headline
        return rate_statement(claim.statement), beside, -nearness[claim_id], len(claim.statement), claim_id

    return claim_of[min((one for one in group if nearness[one] >= least), key=rank)].statement
