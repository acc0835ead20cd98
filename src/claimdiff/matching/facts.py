"""Line claims up across documents."""

from collections.abc import Sequence

from rapidfuzz import fuzz

from claimdiff.language.digest import content_id
from claimdiff.model import Claim, Document, Fact, Matching, ScoredPair, Version
from claimdiff.settings import Settings


def match_claims(documents: Sequence[Document], claims: Sequence[Claim], settings: Settings) -> Matching:
    """Score pairs of claims of different documents and gather them into facts."""
    parent = {claim.id: claim.id for claim in claims}

    def root(claim_id: str) -> str:
        while parent[claim_id] != claim_id:
            claim_id = parent[claim_id]
        return claim_id

    pairs: list[ScoredPair] = []
    for i, one in enumerate(claims):
        for two in claims[i + 1 :]:
            if one.document_id == two.document_id:
                continue
            score = fuzz.token_sort_ratio(one.statement, two.statement) / 100
            if score >= 0.6:
                left, right = sorted((one.id, two.id))
                pairs.append(ScoredPair(left, right, score, 0.0, score, "same", {"token_sort": score}))
                parent[root(left)] = root(right)
    by_root: dict[str, list[Claim]] = {}
    for claim in claims:
        by_root.setdefault(root(claim.id), []).append(claim)
    facts = []
    for members in by_root.values():
        ids = tuple(sorted(claim.id for claim in members))
        docs = tuple(sorted({claim.document_id for claim in members}))
        facts.append(
            Fact(
                id=content_id("f", *ids),
                statement=members[0].statement,
                claim_ids=ids,
                document_ids=docs,
                status="agreement" if len(docs) > 1 else "single-source",
                versions=(Version(ids, docs),),
                origin_count=len(docs),
                probability=0.6 if len(docs) > 1 else None,
            )
        )
    return Matching(
        tuple(sorted(facts, key=lambda f: f.id)), tuple(sorted(pairs, key=lambda p: (p.left, p.right)))
    )
