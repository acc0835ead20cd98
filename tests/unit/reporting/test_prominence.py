"""What several sources tell stands in the order in which an editor should read it."""

import pytest
from msgspec.structs import replace

from claimdiff.model import Comparison
from claimdiff.reporting.prominence import order_examples, rank_fact


def order(comparison: Comparison, *statements: str, **changes: object) -> list[str]:
    """Return the statements in the order of the ranks of one fact that is worded so; `changes` are made to
    its claims where it is worded as the first."""
    fact = next(fact for fact in comparison.facts if fact.id == "f-spark")
    claims = {claim.id: claim for claim in comparison.claims}
    documents = {document.id: document for document in comparison.documents}
    changed = {claim_id: replace(claim, **changes) for claim_id, claim in claims.items()}

    def rank(statement: str) -> object:
        known = changed if statement == statements[0] else claims
        return rank_fact(replace(fact, statement=statement), known, documents)

    return sorted(statements, key=rank)  # type: ignore[arg-type]


def test_a_torn_statement_stands_behind_whole_ones(ferry: Comparison) -> None:
    """Of facts that as many sources tell, what reads as a sentence comes first, who spoke comes last."""
    hollow, torn, whole = "Ann Roe told the Gull", "In exchange for four vans", "The van burned for hours"
    assert order(ferry, hollow, torn, whole) == [whole, torn, hollow]


def test_what_is_told_in_passing_stands_behind_what_is_told(ferry: Comparison) -> None:
    """An aside comes last, what is presupposed comes after what is told outright."""
    aside, told = "Ann Roe is the harbour master", "The van burned for hours"
    assert order(ferry, aside, told, aside=True) == [told, aside]
    assert order(ferry, aside, told, presupposed=True) == [told, aside]


def test_more_origins_come_first_and_high_in_the_articles_before_low(ferry: Comparison) -> None:
    """Agreement of more origins goes before whatever stands first in the articles."""
    claims = {claim.id: claim for claim in ferry.claims}
    documents = {document.id: document for document in ferry.documents}
    facts = {fact.id: fact for fact in ferry.facts}
    low, high = facts["f-spark"], replace(facts["f-spark"], claim_ids=("c-gull-0", "c-tide-0"))
    assert rank_fact(high, claims, documents) < rank_fact(low, claims, documents)
    fewer = replace(high, origin_count=1)
    assert rank_fact(low, claims, documents) < rank_fact(fewer, claims, documents)


def test_who_only_says_that_somebody_spoke_is_no_teller(ferry: Comparison) -> None:
    """A source that has "Ann Roe told the Tide" alone is not counted among those that tell a fact."""
    fact = next(fact for fact in ferry.facts if fact.id == "f-spark")
    documents = {document.id: document for document in ferry.documents}
    claims = {claim.id: claim for claim in ferry.claims}
    claims["c-tide-2"] = replace(claims["c-tide-2"], statement="Ann Roe told the Tide")
    told = replace(fact, claim_ids=("c-gull-0", "c-tide-0"))
    assert rank_fact(told, claims, documents) < rank_fact(fact, claims, documents)
    assert rank_fact(fact, claims, documents)[1:3] == (-1, -1)


@pytest.mark.parametrize(
    ("topic", "examples"),
    [
        ("Skerra rebuilt the quay in one winter", ["Skerra paid for it", "In exchange for four vans"]),
        (
            "Skerra rebuilt the quay…",
            ["Skerra paid for it", "In exchange for four vans"],
        ),
        (
            "Skerra",
            ["Skerra rebuilt the quay in one winter", "Skerra paid for it", "In exchange for four vans"],
        ),
    ],
)
def test_examples_leave_out_the_statement_that_names_the_topic(
    ferry: Comparison, topic: str, examples: list[str]
) -> None:
    """What the heading says, cut or whole, is not said again; what only begins with its words is."""
    fact = next(fact for fact in ferry.facts if fact.id == "f-spark")
    told = ("In exchange for four vans", "Skerra rebuilt the quay in one winter", "Skerra paid for it")
    row = replace(ferry.omissions[0], topic=topic)
    assert list(order_examples([replace(fact, statement=one) for one in told], row)) == examples
