"""Copies are compared once, and told exactly as if each had been compared."""

from collections.abc import Callable

import msgspec

from claimdiff.extraction import extract_claims
from claimdiff.matching.contrast import contrast_claims, contrast_couples
from claimdiff.matching.copies import number_claims, number_views, share_speaker
from claimdiff.matching.features import compare_claims
from claimdiff.matching.views import view_story
from claimdiff.model import Claim, Document
from claimdiff.reading import read_text

Make = Callable[..., Claim]

COPY = "Two dockers were hurt on the east quay of Port Ellery on Friday. Ida Moro called for an inquiry."
SPEAKERS = ("Ida Moro", "Bram Vesk")
TEXTS = {
    "bugle.txt": COPY,
    "courier.txt": f"The ferry to Sandhaven kept sailing all day. {COPY}",
    "star.txt": "Five dockers were hurt on the east quay of Port Ellery. Ida Moro called for no inquiry.",
}


def _tell() -> tuple[list[Document], list[Claim]]:
    documents = []
    for name, text in TEXTS.items():
        document = read_text(text, path=name)
        assert isinstance(document, Document)
        documents.append(document)
    return documents, [claim for document in documents for claim in extract_claims(document)]


def test_copies_share_a_number_wherever_they_stand() -> None:
    """One sentence later in another text is a copy; another figure is none."""
    documents, claims = _tell()
    texts = {document.id: document.text for document in documents}
    numbers = number_claims({claim.id: claim for claim in claims}, texts)
    inquiries = [numbers[claim.id] for claim in claims if "for an inquiry" in claim.statement]
    dockers = {numbers[claim.id] for claim in claims if "dockers were hurt" in claim.statement}
    assert len(inquiries) == 2 and len(set(inquiries)) == 1
    assert len(dockers) > 1


def test_a_slot_sets_claims_apart(make_claim: Make) -> None:
    """Two claims of one wording are no copies when one of them is denied or in direct speech."""
    plain = make_claim("The crane fell on Friday.", "c1")
    denied = msgspec.structs.replace(plain, id="c2", polarity="negated")
    spoken = make_claim("The crane fell on Friday.", "c3", speaker="Ida Moro", direct=True)
    numbers = number_claims({claim.id: claim for claim in (plain, denied, spoken)}, {})
    assert len(set(numbers.values())) == 3


def test_speakers_set_pairs_apart_only_in_direct_speech(make_claim: Make) -> None:
    """Two reports share a number whoever is reported; two quotations differ only where both are by one."""
    reported = [make_claim("The crane fell.", name, speaker=name) for name in SPEAKERS]
    quoted = [make_claim("The crane fell.", name, speaker=name, direct=True) for name in SPEAKERS]
    for claims in (reported, quoted):
        assert len(set(number_claims({claim.id: claim for claim in claims}, {}).values())) == 1
    assert share_speaker(*reported)
    assert not share_speaker(*quoted)
    assert share_speaker(quoted[0], quoted[0])


def test_a_claim_differs_in_nothing_from_its_copy() -> None:
    """Laid beside itself, no claim shows a difference, so that copies need not be laid side by side."""
    documents, claims = _tell()
    texts = {document.id: document.text for document in documents}
    for claim in claims:
        text = texts[claim.document_id]
        assert contrast_claims(claim, claim, text, text) == ()


def test_differences_of_copies_are_those_of_each_pair() -> None:
    """Every pair of claims gets the differences that it has when compared on its own, in any order."""
    documents, claims = _tell()
    texts = {document.id: document.text for document in documents}
    claim_of = {claim.id: claim for claim in claims}
    couples = [(left, right) for left in claim_of for right in claim_of if left != right]
    found = contrast_couples(couples, claim_of, texts)
    assert any(found.values()) and not all(found.values())
    for left, right in couples:
        one, two = claim_of[left], claim_of[right]
        alone = contrast_claims(one, two, texts[one.document_id], texts[two.document_id])
        assert found[left, right] == alone


def test_views_of_one_number_have_the_same_features() -> None:
    """Views that share a number give one vector beside any third."""
    documents, claims = _tell()
    views = view_story(documents, [*claims, *(msgspec.structs.replace(c, id=f"{c.id}x") for c in claims)])
    numbers = number_views(views)
    for claim in claims:
        twin = f"{claim.id}x"
        assert numbers[claim.id] == numbers[twin]
        for third in views:
            if max(claim.id, twin) < third or third < min(claim.id, twin):
                assert compare_claims(views[claim.id], views[third]) == compare_claims(
                    views[twin], views[third]
                )
