"""What each fact comes to: agreement, contradiction, development, unsure, or one source alone."""

from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from claimdiff.findings.denials import words_denial
from claimdiff.findings.modality import goes_with_denial, negates
from claimdiff.findings.origins import OriginCounter
from claimdiff.findings.values import values_differ
from claimdiff.model import Claim, Contradiction, Fact, FactStatus, Matching, ScoredPair, Slot

# Below this probability it is not sure that the sources tell one thing.
_LIKELY = 0.5
# How strong a difference must be to be two values; those of names are the weakest signs.
_NOTICED: dict[Slot, float] = {"actor": 0.4, "date": 0.3, "place": 0.3, "polarity": 0.6, "quantity": 0.3}


def settle_facts(
    matching: Matching,
    claims: Mapping[str, Claim],
    contradictions: Sequence[Contradiction],
    origins: OriginCounter,
) -> tuple[Fact, ...]:
    """Return the facts with status, probability and number of independent origins.

    Only rows between two versions of a fact decide its status; a fact that another fact denies keeps
    its own. Sources agree where some pair of them likelier than not tells one thing; where figures, days,
    places or people differ in it, although nothing is contradicted, it must tell it alike.
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
        fact_id = version_of[pair.left][0]
        if fact_id == version_of[pair.right][0]:
            together[fact_id] = max(together.get(fact_id, 0.0), _weigh_agreement(pair, claims))
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
    if probability is None:
        return "agreement", None
    return "agreement" if probability >= _LIKELY else "unsure", round(probability, 4)


def _weigh_agreement(pair: ScoredPair, claims: Mapping[str, Claim]) -> float:
    """Return how sure it is that two claims tell one thing, or tell it alike where a value differs."""
    left, right = claims[pair.left], claims[pair.right]
    differ = any(
        difference.strength >= _NOTICED.get(difference.slot, 1.0)
        and values_differ(difference, left, right)
        and not (difference.slot == "polarity" and _deny_alike(left.statement, right.statement))
        for difference in pair.differences
    )
    return pair.same if differ else pair.one_fact


def _deny_alike(one: str, two: str) -> bool:
    """Tell whether two texts both say no, or neither, or one says in other words what the other denies."""
    no, also_no = (negates(text) or words_denial(text) for text in (one, two))
    return no == also_no or goes_with_denial(one, two) or goes_with_denial(two, one)
