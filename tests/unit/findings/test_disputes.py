"""Allegations against denials."""

import pytest

from claimdiff.findings.denials import find_denials
from claimdiff.findings.disputes import find_disputes
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.settings import Settings


def disputes_of(documents, claims, matching):
    story = StoryWords(documents, list_sentences(claims))
    by_id = {one.id: one for one in documents}
    return list(find_disputes(claims, matching, by_id, story, Settings()))


def denials_of(documents, claims):
    story = StoryWords(documents, list_sentences(claims))
    return find_denials({one.id: one for one in documents}, claims, story)


def test_a_denial_that_says_what_it_denies_meets_the_allegation(document, claim, alone):
    """An allegation in one outlet and its denial in another are a dispute between speakers."""
    one = document("Customs officers allege that the shipyard smuggled cigarettes to Sorrel.", label="A")
    two = document("The shipyard denied that it had smuggled cigarettes to Sorrel.", label="B")
    claims = [
        claim(one, "the shipyard smuggled cigarettes to Sorrel", "Customs officers"),
        claim(
            two,
            "it had smuggled cigarettes to Sorrel",
            "The shipyard",
            polarity="negated",
            negations=("denied",),
        ),
        claim(two, "The shipyard denied"),
    ]
    rows = disputes_of([one, two], claims, alone(claims))
    assert rows
    assert {row.between for row in rows} == {"speakers"}
    assert {row.left.document_id for row in rows} | {row.right.document_id for row in rows} == {
        one.id,
        two.id,
    }


def test_a_denial_that_points_back_finds_what_was_said_before(document, claim, grouped):
    """ "Denied the report" denies the accusation just before it, and so what others tell of it."""
    one = document(
        "A newspaper said the shipyard had smuggled cigarettes for years. The shipyard denied the report.",
        label="A",
    )
    two = document("The shipyard smuggled cigarettes for years, according to a newspaper.", label="B")
    said = claim(one, "the shipyard had smuggled cigarettes for years", "A newspaper")
    denied = claim(one, "The shipyard denied the report")
    told = claim(two, "The shipyard smuggled cigarettes for years", "a newspaper")
    claims = [said, denied, told]
    rows = disputes_of([one, two], claims, grouped(claims, [[[said, told]]]))
    assert {frozenset((row.left.claim_id, row.right.claim_id)) for row in rows} == {
        frozenset((told.id, denied.id))
    }


@pytest.mark.parametrize(
    "text",
    [
        "The court denied bail to the captain.",
        "The board dismissed the takeover that the claims were about.",
        "The captain does not deny the claims.",
        "The board rejected the plan for a new pier.",
        "The board rebuffed the mayor's complaints.",
        "The case was dismissed on Monday.",
        "The island lives with a dispute over fishing.",
    ],
)
def test_a_refusal_is_no_denial(document, claim, text):
    """To refuse bail, a plan or a case calls nothing untrue."""
    one = document(text)
    assert denials_of([one], [claim(one, text[:-1])]) == []


def test_nobody_disputes_himself(document, claim, alone):
    """What the denier says elsewhere is not what he denies."""
    one = document("Quill said the pier was safe.", label="A")
    two = document("Mara Quill denied that the pier was safe.", label="B")
    claims = [
        claim(one, "the pier was safe", "Quill"),
        claim(two, "the pier was safe", "Mara Quill", polarity="negated"),
    ]
    assert disputes_of([one, two], claims, alone(claims)) == []


def test_that_somebody_spoke_is_nothing_to_deny(document, claim, alone):
    """A claim that only says that concern was voiced is no allegation, whatever complaint was rejected."""
    one = document("Officials rejected the mayor's complaints about the ferry.", label="A")
    two = document("The mayor raised issues, voicing concern about the ferry.", label="B")
    claims = [
        claim(one, "Officials rejected the mayor's complaints about the ferry"),
        claim(two, "voicing concern"),
    ]
    assert disputes_of([one, two], claims, alone(claims)) == []
