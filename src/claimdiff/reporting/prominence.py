"""Which facts, versions and examples an editor should read first."""

from collections.abc import Mapping, Sequence

from claimdiff.language.wholeness import HOLLOW, TORN, rate_statement
from claimdiff.model import Claim, Document, Fact, Omission, Version

Rank = tuple[bool, int, int, bool, bool, bool, float]


def rank_fact(fact: Fact, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Rank:
    """Return what a fact is sorted by, the least first.

    What most origins tell comes first, then what most sources tell; of these what is sure before what is
    not, a whole sentence before a torn one, what is told outright before what is presupposed, and what
    stands high in the articles before what stands low. A source that only tells that somebody spoke, and
    not what was said, does not count. Last comes what is only told in passing, and that somebody spoke.
    """
    rows = [claims[claim_id] for claim_id in fact.claim_ids]
    rate = rate_statement(fact.statement)
    tellers = len({claim.document_id for claim in rows if rate_statement(claim.statement) != HOLLOW})
    places: dict[str, float] = {}
    for claim in rows:
        place = claim.spans[0].start / max(1, len(documents[claim.document_id].text))
        places[claim.document_id] = min(place, places.get(claim.document_id, 1.0))
    return (
        rate == HOLLOW or all(claim.aside for claim in rows),
        -min(fact.origin_count, tellers),
        -tellers,
        fact.status == "unsure",
        rate == TORN,
        2 * sum(claim.presupposed for claim in rows) > len(rows),
        sum(places.values()) / len(places),
    )


def order_versions(versions: Sequence[Version]) -> list[Version]:
    """Most documents first, so that version 1 is what most sources say; ties keep their order."""
    return sorted(versions, key=lambda version: -len(version.document_ids))


def order_examples(facts: Sequence[Fact], row: Omission) -> tuple[str, ...]:
    """Return what the facts of a topic state, without the one that names it.

    In front stands what the sources without the topic tell nothing of, then what reads as a sentence.
    """
    rest = [fact for fact in facts if not _names(fact, row.topic)]
    missing = set(row.absent_from)
    rest.sort(key=lambda fact: (not missing.isdisjoint(fact.document_ids), rate_statement(fact.statement)))
    return tuple(fact.statement for fact in rest)


def _names(fact: Fact, topic: str) -> bool:
    """Tell whether a topic is named by a fact's statement, cut where it is long, and not by a phrase."""
    statement = " ".join(fact.statement.split()).strip(" ,;:")
    return statement == topic or (topic.endswith("…") and statement.startswith(topic[:-1]))
