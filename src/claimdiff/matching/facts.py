"""Line claims up across documents: candidates, scores, facts with their versions."""

from collections.abc import Mapping, Sequence

from claimdiff.language.collector import pause_collector
from claimdiff.language.digest import content_id
from claimdiff.matching.calibration import as_probability, load_scale
from claimdiff.matching.candidates import find_candidates, find_repeats
from claimdiff.matching.clusters import cluster_claims
from claimdiff.matching.contrast import contrast_couples, weigh_differences
from claimdiff.matching.copies import number_views
from claimdiff.matching.features import compare_claims
from claimdiff.matching.rivals import compare_rivals
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
    vectors, alone = _compare_candidates(views, candidates.pairs)
    for couple, leads in compare_rivals(alone, document_of, list_rows(claims)).items():
        vectors[couple] = vectors[couple] + leads
    story = load_scale("story")
    scores = {couple: story.score(vector) for couple, vector in vectors.items()}
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
        shares = story.explain(vectors[couple])
        pairs[couple] = make_pair(*couple, probability, differences.get(couple, ()), shares)
    for couple in sorted(within.keys() & differences.keys()):
        pairs[couple] = make_pair(*couple, chances[couple], differences[couple], {})
    facts = [_build_fact(group, pairs, claim_of, document_of) for group in groups]
    across = tuple(
        pairs[couple] for couple in sorted(pairs) if document_of[couple[0]] != document_of[couple[1]]
    )
    return Matching(tuple(sorted(facts, key=lambda fact: fact.id)), across, candidates.capped)


def _compare_candidates(
    views: Mapping[str, ClaimView], candidates: Sequence[tuple[str, str, float]]
) -> tuple[dict[Couple, list[float]], dict[Couple, float]]:
    """Return the vector of every candidate pair, and its log-odds alone; of copies, made once."""
    closeness = load_scale("closeness").score
    number_of = number_views(views)
    known: dict[tuple[int, int], tuple[list[float], float]] = {}
    vectors: dict[Couple, list[float]] = {}
    alone: dict[Couple, float] = {}
    for left, right, _ in candidates:
        numbers = number_of[left], number_of[right]
        compared = known.get(numbers)
        if compared is None:
            vector = compare_claims(views[left], views[right])
            compared = known[numbers] = vector, closeness(vector)
        vectors[left, right], alone[left, right] = compared
    return vectors, alone


def list_rows(claims: Sequence[Claim]) -> dict[str, list[str]]:
    """Return the claim ids of every document in reading order."""
    rows: dict[str, list[str]] = {}
    for claim in sorted(claims, key=lambda c: (c.document_id, c.spans, c.id)):
        rows.setdefault(claim.document_id, []).append(claim.id)
    return rows


def make_pair(
    left: str,
    right: str,
    probability: float,
    differences: tuple[Difference, ...],
    features: dict[str, float],
    related: float | None = None,
) -> ScoredPair:
    """Return a scored pair from the probability of one fact and the differences found.

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
    shares = {name: round(share, 6) for name, share in features.items()}
    same, contradiction = round(same, 6), round(contradiction, 6)
    topic = max(round(topic, 6), min(1.0, round(same + contradiction, 6)))
    return ScoredPair(left, right, same, contradiction, topic, relation, shares, differences)


def _score_within(views: Mapping[str, ClaimView]) -> dict[Couple, float]:
    scale = load_scale("within")
    return {
        (left, right): scale.score(compare_claims(views[left], views[right]))
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
