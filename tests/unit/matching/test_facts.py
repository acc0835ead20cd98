"""A story's claims become facts, versions and scored pairs."""

import itertools
from collections.abc import Callable, Sequence

import pytest
from msgspec.structs import replace

from claimdiff.extraction import extract_claims
from claimdiff.matching import match_claims
from claimdiff.matching.facts import _choose_statement
from claimdiff.matching.pairing import make_pair
from claimdiff.model import Claim, Difference, Document, Matching
from claimdiff.reading import read_text
from claimdiff.settings import Settings

TEXTS = {
    "bugle.txt": "Crane falls in Port Ellery\n\nA crane fell on the east quay of Port Ellery on Friday, "
    "injuring two dockers. The mayor, Ida Moro, called for an inquiry. The ferry to Sandhaven kept sailing.",
    "courier.txt": "Dockers hurt as crane topples\n\nTwo dockers were injured when a crane toppled onto the "
    "east quay in Port Ellery. Mayor Ida Moro called for an inquiry. Bread will cost more in May.",
    "star.txt": "Crane falls\n\nA crane fell on the east quay of Port Ellery. "
    "Police said no one was injured.",
}


def _tell(names: Sequence[str]) -> tuple[list[Document], list[Claim]]:
    documents = []
    for name in names:
        document = read_text(TEXTS[name], path=name)
        assert isinstance(document, Document)
        documents.append(document)
    return documents, [claim for document in documents for claim in extract_claims(document)]


def _match(names: Sequence[str]) -> tuple[Matching, list[Claim]]:
    documents, claims = _tell(names)
    return match_claims(documents, claims, Settings()), claims


def test_facts_partition_the_claims_and_versions_the_facts() -> None:
    """Every claim is in exactly one fact and one version."""
    matching, claims = _match(sorted(TEXTS))
    assert sorted(i for fact in matching.facts for i in fact.claim_ids) == sorted(
        claim.id for claim in claims
    )
    for fact in matching.facts:
        assert sorted(i for version in fact.versions for i in version.claim_ids) == sorted(fact.claim_ids)


def test_without_waterfalls_only_the_features_are_missing() -> None:
    """Who explains no pair gets the same facts and probabilities."""
    documents, claims = _tell(sorted(TEXTS))
    whole = match_claims(documents, claims, Settings())
    plain = match_claims(documents, claims, Settings(), waterfalls=False)
    assert plain.facts == whole.facts
    assert plain.pairs == tuple(replace(pair, features={}) for pair in whole.pairs)
    assert all(pair.features for pair in whole.pairs)


def test_what_two_sources_tell_is_one_fact_and_what_one_tells_stands_alone() -> None:
    """The inquiry is told twice; the bread once."""
    matching, claims = _match(["bugle.txt", "courier.txt"])
    statements = {claim.id: claim.statement for claim in claims}
    inquiry = [fact for fact in matching.facts if any("inquiry" in statements[i] for i in fact.claim_ids)]
    assert [len(fact.document_ids) for fact in inquiry] == [2]
    bread = [fact for fact in matching.facts if any("Bread" in statements[i] for i in fact.claim_ids)]
    assert [(len(fact.document_ids), fact.status) for fact in bread] == [(1, "single-source")]


def test_the_order_of_documents_and_claims_does_not_matter() -> None:
    """Reversed input gives an equal matching."""
    documents, claims = _tell(sorted(TEXTS))
    assert match_claims(documents, claims, Settings()) == match_claims(
        documents[::-1], claims[::-1], Settings()
    )


def test_pairs_are_sorted_and_cross_documents() -> None:
    """A pair's ids are in order, and its claims are of two documents."""
    matching, claims = _match(sorted(TEXTS))
    document_of = {claim.id: claim.document_id for claim in claims}
    keys = [(pair.left, pair.right) for pair in matching.pairs]
    assert keys == sorted(keys)
    assert all(left < right and document_of[left] != document_of[right] for left, right in keys)


def test_a_clash_is_never_inside_one_version() -> None:
    """Injured dockers and nobody injured are not told alike."""
    matching, claims = _match(sorted(TEXTS))
    statements = {claim.id: claim.statement.lower() for claim in claims}
    assert any("no one" in text for text in statements.values())
    assert any("two dockers" in text for text in statements.values())
    for fact in matching.facts:
        for version in fact.versions:
            told = [statements[i] for i in version.claim_ids]
            assert not (
                any("no one" in text for text in told) and any("two dockers" in text for text in told)
            )


def test_what_a_document_says_again_goes_with_what_it_said_first(monkeypatch: pytest.MonkeyPatch) -> None:
    """The repeated claim is in the fact and the version of the first, and no pair is listed for it."""
    again = "The mayor, Ida Moro, called for an inquiry."
    monkeypatch.setitem(TEXTS, "herald.txt", f"A crane fell on the quay.\n\n{again}\n\n{again}")
    matching, claims = _match(["courier.txt", "herald.txt"])
    first, second = [claim for claim in claims if claim.statement == again.rstrip(".")]
    (fact,) = [fact for fact in matching.facts if first.id in fact.claim_ids]
    assert any({first.id, second.id} <= set(version.claim_ids) for version in fact.versions)
    assert len(fact.document_ids) == 2
    paired = {claim_id for pair in matching.pairs for claim_id in (pair.left, pair.right)}
    assert first.id in paired and second.id not in paired


def test_nothing_to_match_gives_nothing() -> None:
    """No claims, no facts, no pairs."""
    assert match_claims([], [], Settings()) == Matching((), (), 0)


def test_closeness_does_not_raise_the_share_of_contradiction() -> None:
    """With the same difference, a closer pair has the same chance of a clash given one fact."""
    difference = Difference("date", "Friday", "Monday", (), (), exclusive=True, strength=0.6)
    near, far = (make_pair("a", "b", chance, (difference,), {}) for chance in (0.95, 0.4))
    assert abs(near.contradiction / near.one_fact - far.contradiction / far.one_fact) < 1e-4


def test_a_fact_is_named_by_the_claim_that_stands_alone_best(make_claim: Callable[..., Claim]) -> None:
    """Of claims that are as near to the others, the one that tells something names the fact."""
    claims = {
        "c1": make_claim("Two days after the fire, Ida Moro told the Gazette", "c1"),
        "c2": make_claim("Ida Moro asked the county for an inquiry into the fire", "c2"),
        "c3": make_claim("An inquiry into the fire, which Ida Moro wants", "c3"),
        "c4": make_claim("A heron nested on the pier", "c4"),
    }
    near = {
        couple: make_pair(*couple, 0.8, (), {}) for couple in itertools.combinations(["c1", "c2", "c3"], 2)
    }
    assert _choose_statement(["c1", "c2", "c3", "c4"], near, claims) == claims["c2"].statement
