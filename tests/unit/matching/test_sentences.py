"""What the sentences around two claims say of the pair."""

import pytest

from claimdiff.extraction import extract_claims
from claimdiff.matching.places import Places, place_claims
from claimdiff.matching.sentences import (
    compare_sentences,
    lead_sentences,
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
    # Claims 1 and 3 lie in one sentence of the second document, claim 2 in another.
    places = Places([0, 1, 1, 1], [0, 1, 2, 1], [0, 1, 1], [[0], [1, 2, 3]])
    first, second, third = lead_sentences([0, 0, 0], [1, 2, 3], [0.6, 0.4, 0.6], places, [0, 1, 2])
    assert first == third == pytest.approx((0.4, 1.0))
    assert second == pytest.approx((-0.4, 0.8))
    assert lead_sentences([0, 0, 0], [1, 2, 3], [0.6, 0.4, 0.6], places, [1]) == [second]


def test_every_claim_lies_in_a_sentence_of_its_document() -> None:
    """Claims of one sentence share it, claims of different documents never do."""
    claims = [view.claim for view in _view()]
    order = sorted(claim.id for claim in claims)
    places = place_claims(order, claims)
    document_of = {claim.id: claim.document_id for claim in claims}
    homes = {document_of[claim_id]: number for claim_id, number in zip(order, places.home, strict=True)}
    for claim_id, sentence in zip(order, places.sentence, strict=True):
        assert places.sentence_home[sentence] == homes[document_of[claim_id]]
    assert len(places.sentence_home) < len(claims)
    assert sorted(number for row in places.rows for number in row) == list(range(len(claims)))
