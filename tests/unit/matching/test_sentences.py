"""What the sentences around two claims say of the pair."""

import pytest

from claimdiff.extraction import extract_claims
from claimdiff.matching.sentences import (
    compare_sentences,
    lead_sentences,
    list_sentences,
    remember_closeness,
)
from claimdiff.matching.views import ClaimView, view_story
from claimdiff.model import Document
from claimdiff.reading import read_text

TEXTS = {
    "bugle.txt": "The ferry struck the pier at Port Ellery, and two sailors were hurt.",
    "courier.txt": "Two sailors were hurt when the ferry struck the pier. The mayor opened a museum of lace.",
}


def _view() -> list[ClaimView]:
    documents = [read_text(text, path=name) for name, text in TEXTS.items()]
    assert all(isinstance(document, Document) for document in documents)
    known = [document for document in documents if isinstance(document, Document)]
    claims = [claim for document in known for claim in extract_claims(document)]
    views = view_story(known, claims)
    return [views[claim.id] for claim in claims]


def test_a_claim_is_told_where_its_sentence_is_told() -> None:
    """A claim whose words stand in the other's sentence is told there, one of another sentence is not."""
    views = _view()
    struck = next(view for view in views if "struck" in view.claim.statement)
    hurt = next(view for view in reversed(views) if "hurt" in view.claim.statement)
    museum = next(view for view in views if "museum" in view.claim.statement)
    near = compare_sentences(struck, hurt, remember_closeness())
    far = compare_sentences(struck, museum, remember_closeness())
    assert all(one > other for one, other in zip(near, far, strict=True))
    assert near[2] == pytest.approx(1.0)


def test_sentences_do_not_ask_which_claim_comes_first() -> None:
    """Either order of a pair gives the same vector."""
    closeness = remember_closeness()
    views = _view()
    for one in views:
        for two in views:
            assert compare_sentences(one, two, closeness) == compare_sentences(two, one, closeness)


def test_a_sentence_leads_over_the_others_of_its_document() -> None:
    """The nearest sentence of a document has a lead, the others lie behind it by as much."""
    sentences = {"a": ("d1", 0, 9), "b": ("d2", 0, 9), "c": ("d2", 10, 19), "d": ("d2", 0, 9)}
    closeness = {("a", "b"): 0.6, ("a", "c"): 0.4, ("a", "d"): 0.6}
    leads = lead_sentences(closeness, sentences)
    assert leads["a", "b"] == leads["a", "d"] == pytest.approx([0.4, 1.0])
    assert leads["a", "c"] == pytest.approx([-0.4, 0.8])


def test_every_claim_lies_in_a_sentence_of_its_document() -> None:
    """Claims of one sentence share it, claims of different documents never do."""
    claims = [view.claim for view in _view()]
    sentences = list_sentences(claims)
    assert {sentences[claim.id][0] for claim in claims} == {claim.document_id for claim in claims}
    assert len(set(sentences.values())) < len(claims)
