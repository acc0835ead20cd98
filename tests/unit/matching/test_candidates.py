"""Candidate pairs come from an index, not from all pairs."""

from collections.abc import Callable

import msgspec
import pytest

from building import build_document
from claimdiff.matching import candidates as room
from claimdiff.matching.candidates import find_candidates, find_repeats
from claimdiff.matching.views import ClaimView, view_story
from claimdiff.model import Claim

Make = Callable[..., Claim]


def _views(make_claim: Make, *texts: tuple[str, str]) -> dict[str, ClaimView]:
    claims = [
        msgspec.structs.replace(make_claim(text, f"c{number}"), document_id=document)
        for number, (document, text) in enumerate(texts)
    ]
    documents = [
        build_document(claim.statement, id=claim.document_id, path=claim.document_id, blocks=())
        for claim in claims
    ]
    return view_story(documents, claims)


def test_claims_that_share_a_word_or_its_synonym_are_candidates(make_claim: Make) -> None:
    """The injured and the hurt find each other; a claim about something else finds nobody."""
    views = _views(
        make_claim,
        ("d1", "Two dockers were injured"),
        ("d2", "Two men were hurt"),
        ("d3", "Turnips grow slowly"),
    )
    pairs = set(find_candidates(views).pairs)
    assert ("c0", "c1") in pairs
    assert not any("c2" in pair for pair in pairs)


def test_only_different_documents_are_paired(make_claim: Make) -> None:
    """A document's own claims are no candidates; they are listed as possible repeats."""
    views = _views(
        make_claim,
        ("d1", "The crane fell on the quay"),
        ("d1", "The crane on the quay fell"),
        ("d2", "A crane"),
    )
    assert all(
        views[left].claim.document_id != views[right].claim.document_id
        for left, right in find_candidates(views).pairs
    )
    assert find_repeats(views) == [("c0", "c1")]


def test_a_claim_that_visits_too_much_is_cut_and_counted(
    make_claim: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The cap is reported, so that nobody takes silence for absence."""
    monkeypatch.setattr(room, "VISITS_EACH", (1, 1))
    views = _views(make_claim, *((f"d{n}", "The crane fell on the quay") for n in range(6)))
    assert find_candidates(views).capped == 6
