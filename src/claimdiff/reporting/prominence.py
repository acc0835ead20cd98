"""Which of the facts that several sources tell an editor should read first."""

from collections.abc import Mapping

from claimdiff.language.wholeness import HOLLOW, TORN, rate_statement
from claimdiff.model import Claim, Document, Fact

Rank = tuple[bool, int, int, bool, bool, bool, float]


def rank_fact(fact: Fact, claims: Mapping[str, Claim], documents: Mapping[str, Document]) -> Rank:
    """Return what a fact is sorted by, the least first.

    What most origins tell comes first, then what most sources tell; of these what is sure before what is
    not, a whole sentence before a torn one, what is told outright before what is presupposed, and what
    stands high in the articles before what stands low. Last comes what is only told in passing, and that
    somebody spoke without what was said.
    """
    rows = [claims[claim_id] for claim_id in fact.claim_ids]
    rate = rate_statement(fact.statement)
    places: dict[str, float] = {}
    for claim in rows:
        place = claim.spans[0].start / max(1, len(documents[claim.document_id].text))
        places[claim.document_id] = min(place, places.get(claim.document_id, 1.0))
    return (
        rate == HOLLOW or all(claim.aside for claim in rows),
        -fact.origin_count,
        -len(fact.document_ids),
        fact.status == "unsure",
        rate == TORN,
        2 * sum(claim.presupposed for claim in rows) > len(rows),
        sum(places.values()) / len(places),
    )
