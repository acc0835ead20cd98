"""Line claims up across documents: candidates, scores, facts with their versions."""

from collections.abc import Iterable, Mapping, Sequence

from claimdiff.language.collector import pause_collector
from claimdiff.language.digest import content_id
from claimdiff.matching.calibration import Scale, as_probability, load_scale, load_stages
from claimdiff.matching.candidates import find_candidates, find_repeats
from claimdiff.matching.clusters import cluster_claims
from claimdiff.matching.contrast import contrast_couples, weigh_differences
from claimdiff.matching.copies import number_views
from claimdiff.matching.features import FEATURES, compare_claims, remember_cosines
from claimdiff.matching.rivals import compare_rivals
from claimdiff.matching.sentences import (
    compare_sentences,
    lead_sentences,
    list_sentences,
    remember_closeness,
)
from claimdiff.matching.versions import split_versions
from claimdiff.matching.views import ClaimView, view_story
from claimdiff.model import Claim, Difference, Document, Fact, Matching, Relation, ScoredPair
from claimdiff.settings import Settings

# Pairs below this probability of being one fact are not kept: they are nobody's near miss.
FLOOR = 0.02
# Pairs below this are kept without a look at their differences.
WORTH_CONTRASTING = 0.1
# Differences are looked for in so many of the best pairs of one story.
CONTRASTS = 8_000

Couple = tuple[str, str]


def match_claims(documents: Sequence[Document], claims: Sequence[Claim], settings: Settings) -> Matching:
    """Score the candidate pairs of a story and gather its claims into facts.

    Out: facts that partition the claims, with versions; and every cross-document pair above FLOOR,
    sorted by ids. `settings.one_fact_threshold` is the probability from which a pair speaks for one fact.
    """
    with pause_collector():
        return _match_story(documents, claims, settings)


def _match_story(documents: Sequence[Document], claims: Sequence[Claim], settings: Settings) -> Matching:
    views = view_story(documents, claims)
    candidates = find_candidates(views)
    document_of = {claim.id: claim.document_id for claim in claims}
    early, late = load_stages()
    compared = _compare_candidates(views, candidates.pairs, early)
    alone = {couple: one.closeness for couple, one in compared.items()}
    leads = compare_rivals(alone, document_of, list_rows(claims))
    told = {couple: one.vector[len(FEATURES)] for couple, one in compared.items()}
    for couple, vector in lead_sentences(told, list_sentences(claims)).items():
        leads[couple] += vector
    scores = {couple: compared[couple].score + late.score(vector) for couple, vector in leads.items()}
    within = _score_within(views)
    chances = {couple: as_probability(score) for couple, score in scores.items()}
    chances.update((couple, as_probability(score)) for couple, score in within.items())
    groups = cluster_claims(sorted(views), chances, settings.one_fact_threshold)
    texts = {document.id: document.text for document in documents}
    claim_of = {claim.id: claim for claim in claims}
    differences = contrast_couples(_worth_contrasting(scores, within, chances, groups), claim_of, texts)
    pairs: dict[Couple, ScoredPair] = {}
    for couple in sorted(scores):
        probability = chances[couple]
        if probability < FLOOR and couple not in differences:
            continue
        shares = compared[couple].explain(early)
        shares.update(round_shares(late.list_shares(leads[couple])))
        pairs[couple] = make_pair(*couple, probability, differences.get(couple, ()), shares)
    across = tuple(pairs.values())
    for couple in sorted(within.keys() & differences.keys()):
        pairs[couple] = make_pair(*couple, chances[couple], differences[couple], {})
    facts = [_build_fact(group, pairs, claim_of, document_of) for group in groups]
    return Matching(tuple(sorted(facts, key=lambda fact: fact.id)), across, candidates.capped)


class _Compared:
    """What two claims on their own say of the pair: copies share one."""

    __slots__ = ("_shares", "closeness", "score", "vector")

    def __init__(self, vector: list[float], closeness: float, score: float) -> None:
        self.vector = vector
        self.closeness = closeness
        self.score = score
        self._shares: dict[str, float] | None = None

    def explain(self, scale: Scale) -> dict[str, float]:
        """Return the rounded shares of the features, a copy that the caller may add to."""
        if self._shares is None:
            self._shares = round_shares(scale.explain(self.vector).items())
        return self._shares.copy()


def _compare_candidates(
    views: Mapping[str, ClaimView], candidates: Sequence[tuple[str, str, float]], early: Scale
) -> dict[Couple, _Compared]:
    """Compare every candidate pair on its own, copies once; in the order of the candidates."""
    closeness, likeness, nearness = load_scale("closeness"), remember_cosines(), remember_closeness()
    number_of = number_views(views)
    known: dict[tuple[int, int], _Compared] = {}
    compared: dict[Couple, _Compared] = {}
    for left, right, _ in candidates:
        numbers = number_of[left], number_of[right]
        found = known.get(numbers)
        if found is None:
            vector = compare_claims(views[left], views[right], likeness)
            vector += compare_sentences(views[left], views[right], nearness)
            found = known[numbers] = _Compared(vector, closeness.score(vector), early.score(vector))
        compared[left, right] = found
    return compared


def list_rows(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """Return the claim ids of every document in reading order."""
    rows: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda c: (c.document_id, c.spans, c.id)):
        rows.setdefault(claim.document_id, []).append(claim.id)
    return rows


def round_shares(shares: Iterable[tuple[str, float]]) -> dict[str, float]:
    """Return log-odds by feature as they are kept in a pair."""
    return {name: round(share, 6) for name, share in shares}


def make_pair(
    left: str,
    right: str,
    probability: float,
    differences: tuple[Difference, ...],
    features: dict[str, float],
    related: float | None = None,
) -> ScoredPair:
    """Return a scored pair from the probability of one fact, the differences found and the rounded shares.

    `related` is the probability of one topic; at least that of one fact.
    """
    contradiction = probability * weigh_differences(differences)
    topic = max(probability, related if related is not None else 1 - (1 - probability) ** 2)
    same = probability - contradiction
    relation: Relation = "unrelated"
    if topic >= 0.5:
        relation = "related"
    if probability >= 0.5:
        relation = "same" if same >= contradiction else "contradiction"
    same, contradiction = round(same, 6), round(contradiction, 6)
    topic = max(round(topic, 6), min(1.0, round(same + contradiction, 6)))
    return ScoredPair(left, right, same, contradiction, topic, relation, features, differences)


def _score_within(views: Mapping[str, ClaimView]) -> dict[Couple, float]:
    scale, likeness = load_scale("within"), remember_cosines()
    return {
        (left, right): scale.score(compare_claims(views[left], views[right], likeness))
        for left, right in find_repeats(views)
    }


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
) -> Fact:
    documents = tuple(sorted({document_of[claim_id] for claim_id in group}))
    inside = [
        pair.one_fact
        for i, left in enumerate(group)
        for right in group[i + 1 :]
        if (pair := pairs.get((left, right))) is not None and document_of[left] != document_of[right]
    ]
    return Fact(
        id=content_id("f", *group),
        statement=_choose_statement(group, pairs, claim_of),
        claim_ids=tuple(group),
        document_ids=documents,
        status="agreement" if len(documents) > 1 else "single-source",
        versions=split_versions(group, pairs, document_of),
        origin_count=len(documents),
        probability=round(max(inside), 6) if inside and len(documents) > 1 else None,
    )


def _choose_statement(
    group: Sequence[str], pairs: Mapping[Couple, ScoredPair], claim_of: Mapping[str, Claim]
) -> str:
    """Return the wording of the claim that is closest to all the others."""

    def centrality(claim_id: str) -> tuple[float, int, str]:
        total = 0.0
        for other in group:
            pair = pairs.get((claim_id, other) if claim_id < other else (other, claim_id))
            total += pair.one_fact if pair is not None else 0.0
        return -total, len(claim_of[claim_id].statement), claim_id

    return claim_of[min(group, key=centrality)].statement
