"""What an editor must learn from the example stories: one line of the tables below per thing planted."""

from collections.abc import Iterator

import pytest

from claimdiff.model import Comparison, Contradiction, Revision, Side


def sentence_of(comparison: Comparison, side: Side) -> str:
    """The sentence that a side's claim stands in."""
    document = next(row for row in comparison.documents if row.id == side.document_id)
    claim = next(row for row in comparison.claims if row.id == side.claim_id)
    return document.quote(claim.sentence)


def find_contradictions(comparison: Comparison, one: str, other: str) -> Iterator[Contradiction]:
    """Contradictions with `one` in the sentence of a side and `other` in that of the opposite side."""
    for row in comparison.contradictions:
        left, right = sentence_of(comparison, row.left), sentence_of(comparison, row.right)
        if (one in left and other in right) or (one in right and other in left):
            yield row


def outlet_of(comparison: Comparison, document_id: str) -> str:
    return next(row.label for row in comparison.documents if row.id == document_id)


def outlets_of(comparison: Comparison, document_ids: tuple[str, ...]) -> set[str]:
    return {outlet_of(comparison, document_id) for document_id in document_ids}


def outlets_with(comparison: Comparison, words: str) -> set[str]:
    """The outlets that share a version of a fact with the claim that holds some words."""
    texts = {document.id: document for document in comparison.documents}
    holders = {
        claim.id
        for claim in comparison.claims
        if any(words in texts[claim.document_id].quote(span) for span in claim.spans)
    }
    shared: set[str] = set()
    for fact in comparison.facts:
        for version in fact.versions:
            if holders & set(version.claim_ids):
                shared |= outlets_of(comparison, version.document_ids)
    return shared


HERALD, GAZETTE = "The Capital Herald", "Port Ellery Gazette"
NEWS, POST = "Northshore News", "The Tidewater Post"
RADIO, MAIL = "Island Radio", "East Coast Mail"

PLANTED = [
    ("harbour", "It was an electrical fault", "It may well have been", "quotation", "sources"),
    ("harbour", "again on Friday", "on Saturday with a chartered ship", "date", "sources"),
    ("harbour", "in a lorry parked", "a delivery van", "actor", "sources"),
    ("harbour", "Two hurt", "six hurt", "quantity", "moments"),
    ("harbour", "rejected the union's account", "ignored two written warnings", "polarity", "speakers"),
    ("lighthouse", "there were two of them", "at least two of them", "quotation", "sources"),
    ("lighthouse", "worth €2.1 million", "about €1.2 million", "quantity", "sources"),
    ("lighthouse", "Quayle, denied that", "switched off since March", "polarity", "speakers"),
    ("storm", "up to 160 kilometres", "up to 140 kilometres", "quantity", "sources"),
    ("storm", "Four people are known to have died", "One person has died", "quantity", "moments"),
]


@pytest.mark.parametrize(("story", "one", "other", "kind", "between"), PLANTED)
def test_a_planted_contradiction_is_found(
    request: pytest.FixtureRequest, story: str, one: str, other: str, kind: str, between: str
) -> None:
    """The two passages contradict each other, in the detail that was planted and between whom it was."""
    comparison: Comparison = request.getfixturevalue(story)
    found = list(find_contradictions(comparison, one, other))
    assert (kind, between) in {(row.kind, row.between) for row in found}


SHARED = [
    ("harbour", "under control by 9 p.m.", {HERALD, GAZETTE}),
    ("harbour", "sent two helicopters", {HERALD, POST}),
    ("harbour", "St Brannoc's church", {NEWS, POST}),
    ("lighthouse", "reward of €50,000", {HERALD, GAZETTE}),
    ("storm", "4,000 homes are without electricity", {RADIO, GAZETTE, HERALD}),
    ("storm", "thirty years", {RADIO, GAZETTE, HERALD}),
    ("lighthouse", "speed away along Beacon Street", {HERALD, GAZETTE}),
]


@pytest.mark.parametrize(("story", "words", "outlets"), SHARED)
def test_what_several_tell_is_agreement(
    request: pytest.FixtureRequest, story: str, words: str, outlets: set[str]
) -> None:
    """The claim is one fact in one version for these outlets, whatever others add."""
    assert outlets <= outlets_with(request.getfixturevalue(story), words)


ALONE = [
    ("harbour", "bread and milk", GAZETTE),
    ("harbour", "question the ship's captain", HERALD),
    ("lighthouse", "pay for a new roof", GAZETTE),
    ("lighthouse", "barn for ten years", HERALD),
    ("lighthouse", "silver cup", MAIL),
    ("storm", "has raised €85,000", MAIL),
]


@pytest.mark.parametrize(("story", "words", "outlet"), ALONE)
def test_what_one_alone_tells_is_an_omission(
    request: pytest.FixtureRequest, story: str, words: str, outlet: str
) -> None:
    """A topic that one outlet alone has is reported as missing from the others."""
    comparison: Comparison = request.getfixturevalue(story)
    texts = {document.id: document for document in comparison.documents}
    holders = {
        claim.id
        for claim in comparison.claims
        if any(words in texts[claim.document_id].quote(span) for span in claim.spans)
    }
    facts = {fact.id for fact in comparison.facts if holders & set(fact.claim_ids)}
    topics = [row for row in comparison.omissions if facts & set(row.fact_ids)]
    assert topics
    assert any(outlet in outlets_of(comparison, row.stated_in) for row in topics)


@pytest.mark.parametrize(("story", "outlets"), [("harbour", {NEWS, POST}), ("lighthouse", {RADIO, MAIL})])
def test_wire_copy_is_one_origin(request: pytest.FixtureRequest, story: str, outlets: set[str]) -> None:
    """The two outlets that print agency copy share an origin, and nobody else has it."""
    comparison: Comparison = request.getfixturevalue(story)
    by_origin: dict[str, set[str]] = {}
    for document_id, origin in comparison.origins.items():
        by_origin.setdefault(origin, set()).add(outlet_of(comparison, document_id))
    assert outlets in by_origin.values()
    assert len(by_origin) == 3


@pytest.mark.parametrize(("story", "outlet"), [("harbour", HERALD), ("lighthouse", HERALD)])
def test_a_dropped_hedge_is_flagged(request: pytest.FixtureRequest, story: str, outlet: str) -> None:
    """The outlet that left “may well” or “probably” out of a quotation altered it, and the ledger says so."""
    comparison: Comparison = request.getfixturevalue(story)
    altered = {
        outlet_of(comparison, variant.document_id)
        for group in comparison.quotations
        for variant in group.variants
        if variant.grade == "altered" and any("hedge" in flag for flag in variant.flags)
    }
    assert altered == {outlet}


def test_nothing_is_skipped_silently(harbour: Comparison) -> None:
    """Newsletter lines, comment forms and credits are skipped with a reason, and hold no claim."""
    for words in ("Sign up for our", "Leave a Reply", "CLICK HERE", "Additional reporting"):
        spots = [
            (document, document.text.index(words)) for document in harbour.documents if words in document.text
        ]
        assert spots
        for document, at in spots:
            assert any(skip.start <= at < skip.end and skip.reason for skip in document.skipped)
            assert not any(
                span.start <= at < span.end
                for claim in harbour.claims
                if claim.document_id == document.id
                for span in claim.spans
            )


CHANGES = [
    ("corrected", "€800,000", "€1.2 million"),
    ("softened", "They are armed", "They may be armed"),
    ("quotation", "heartbroken", "devastated"),
    ("added", None, "burnt out at the old brickworks"),
    ("dropped", "open again on Tuesday", None),
]


def change_words(revision: Revision, side: Side | None) -> str | None:
    if side is None:
        return None
    document = next(row for row in revision.documents if row.id == side.document_id)
    claim = next(row for row in revision.claims if row.id == side.claim_id)
    return document.quote(claim.sentence)


@pytest.mark.parametrize(("kind", "old", "new"), CHANGES)
def test_a_revision_is_told_for_what_it_is(
    revision: Revision, kind: str, old: str | None, new: str | None
) -> None:
    """Each change of substance is reported with its kind, and with its words on each side."""
    told = [
        (change_words(revision, change.old), change_words(revision, change.new))
        for change in revision.changes
        if change.kind == kind
    ]
    assert any((old or "") in (one or "") and (new or "") in (other or "") for one, other in told)


@pytest.mark.parametrize("words", ["fishermen's widows", "three paintings", "skylight"])
def test_moved_and_reworded_claims_are_no_changes(revision: Revision, words: str) -> None:
    """A paragraph that moved and a sentence that was turned round are not reported."""
    told = [change_words(revision, side) or "" for row in revision.changes for side in (row.old, row.new)]
    assert not [text for text in told if words in text]
