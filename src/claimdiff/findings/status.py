"""What each fact comes to: agreement, contradiction, development, unsure, or one source alone."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from claimdiff.findings.origins import OriginCounter
from claimdiff.model import Claim, Contradiction, Fact, FactStatus, Matching


def settle_facts(
    matching: Matching,
    claims: Mapping[str, Claim],
    contradictions: Sequence[Contradiction],
    origins: OriginCounter,
) -> tuple[Fact, ...]:
    """Return the facts with status, probability and number of independent origins.

    Only rows between two versions of a fact decide its status; a fact that another fact denies keeps
    its own.
    """
    version_of = {
        claim_id: (fact.id, number)
        for fact in matching.facts
        for number, version in enumerate(fact.versions)
        for claim_id in version.claim_ids
    }
    inside: dict[str, list[Contradiction]] = {}
    for row in contradictions:
        left, right = version_of[row.left.claim_id], version_of[row.right.claim_id]
        if left[0] == right[0] and left[1] != right[1]:
            inside.setdefault(left[0], []).append(row)
    together: dict[str, float] = {}
    for pair in matching.pairs:
        place = version_of[pair.left]
        if place == version_of[pair.right]:
            together[place[0]] = max(together.get(place[0], 0.0), pair.one_fact)
    settled: list[Fact] = []
    for fact in matching.facts:
        status, probability = _settle(fact, inside.get(fact.id, ()), together.get(fact.id))
        rows = [claims[claim_id] for claim_id in fact.claim_ids]
        settled.append(
            replace(fact, status=status, probability=probability, origin_count=origins.count(rows))
        )
    return tuple(settled)


def _settle(
    fact: Fact, rows: Sequence[Contradiction], together: float | None
) -> tuple[FactStatus, float | None]:
    sure = [row for row in rows if row.status == "contradiction"]
    disputes = [row for row in sure if row.between != "moments"]
    if disputes:
        return "contradiction", max(row.probability for row in disputes)
    if sure:
        return "development", max(row.probability for row in sure)
    if rows:
        return "unsure", max(row.probability for row in rows)
    if len(fact.document_ids) < 2:
        return "single-source", None
    probability = together if together is not None else fact.probability
    return "agreement", round(probability, 4) if probability is not None else None
