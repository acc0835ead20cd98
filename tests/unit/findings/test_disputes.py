"""Allegations against denials."""

import pytest
from msgspec.structs import replace

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


def test_a_denial_cut_short_is_told_with_what_it_calls_false(document, claim, alone):
    """The claim may hold only "do not match the facts"; the row says what does not, and who is cited."""
    one = document("The Skerran navy smuggled cigarettes to Port Ellery.", label="A")
    two = document(
        "Ida Brock said reports of the navy smuggling cigarettes to Port Ellery “do not match the facts”.",
        label="B",
    )
    claims = [
        claim(one, "The Skerran navy smuggled cigarettes to Port Ellery"),
        claim(two, "reports of the navy smuggling cigarettes to Port Ellery", "Ida Brock"),
        claim(two, "do not match the facts", polarity="negated", negations=("not",)),
    ]
    (row,) = disputes_of([one, two], claims, alone(claims))
    assert row.between == "speakers"
    assert "Reports of the navy" in row.explanation
    assert "do not match the facts" in row.explanation


def test_who_tells_of_a_denial_does_not_deny(document, claim, alone):
    """The reporter of "she denied it" is not given out as the one who denies."""
    one = document("Ida Brock smuggled cigarettes to Port Ellery for years.", label="A")
    two = document("She denied smuggling cigarettes to Port Ellery, the Daily Anchor said.", label="B")
    claims = [
        claim(one, "Ida Brock smuggled cigarettes to Port Ellery for years"),
        claim(two, "She denied smuggling cigarettes to Port Ellery", "Daily Anchor"),
    ]
    (row,) = disputes_of([one, two], claims, alone(claims))
    assert "has the denial" in row.explanation
    assert "Daily Anchor denies" not in row.explanation


def test_a_long_lead_in_leaves_room_for_the_denial(document, claim, alone):
    """Where a statement must be cut, the words that deny stay."""
    one = document("The shipyard smuggled cigarettes to Port Ellery for years.", label="A")
    two = document(
        "At noon the chairman of the old Lantern shipyard denied smuggling cigarettes to Port Ellery.",
        label="B",
    )
    claims = [
        claim(one, "The shipyard smuggled cigarettes to Port Ellery for years"),
        claim(
            two, "At noon the chairman of the old Lantern shipyard denied smuggling cigarettes to Port Ellery"
        ),
    ]
    (row,) = disputes_of([one, two], claims, alone(claims))
    assert "… denied smuggling cigarettes" in row.explanation


@pytest.mark.parametrize(
    "told",
    [
        "Only one ferry leaked oil in the harbour of Sorrel.",
        "Just one ferry leaked oil in the harbour of Sorrel.",
    ],
)
def test_who_plays_down_is_not_denied(document, claim, alone, told):
    """ "Only one ferry leaked" goes with the denial of leaks."""
    one = document(told, label="A")
    two = document("The company denied that a ferry leaked oil in the harbour of Sorrel.", label="B")
    claims = [claim(one, told[:-1]), claim(two, two.text[:-1])]
    assert disputes_of([one, two], claims, alone(claims)) == []


def test_who_does_not_know_denies_nothing(document, claim):
    """ "It is not known how many died" calls nothing untrue."""
    one = document("It is not known how many died in the fire, the police said.", label="A")
    claims = [claim(one, "It is not known how many died in the fire", "the police", polarity="negated")]
    assert denials_of([one], claims) == []


def test_an_official_speaks_for_the_country(document, claim, alone):
    """A French minister denies what is said of France, not what France itself says just before."""
    one = document(
        "A paper said French ships were dumping oil off the islands. France keeps to the new harbour treaty, "
        "it said. The reports are false, said Ida Brock.",
        label="A",
    )
    two = document("French ships were dumping oil off the islands, a paper said.", label="B")
    dumped = claim(one, "French ships were dumping oil off the islands", "A paper")
    treaty = claim(one, "France keeps to the new harbour treaty", "France")
    false = claim(one, "The reports are false", "Ida Brock")
    false = replace(false, speaker=replace(false.speaker, role="a French foreign ministry spokeswoman"))
    told = claim(two, "French ships were dumping oil off the islands", "a paper")
    claims = [dumped, treaty, false, told]
    (row,) = disputes_of([one, two], claims, alone(claims))
    assert {row.left.claim_id, row.right.claim_id} == {told.id, false.id}


@pytest.mark.parametrize(("published", "rows"), [("2021-11-10", 1), ("2022-09-01", 0)])
def test_who_says_no_speaks_of_the_day(document, claim, alone, published, rows):
    """ "No one was hurt" meets the injuries told in the same days, not those of another year."""
    one = document("Two passengers were hurt on the ferry.", label="A", published_at="2021-11-09")
    two = document("No passengers were hurt on the ferry, said Ida Brock.", label="B", published_at=published)
    claims = [
        claim(one, "Two passengers were hurt on the ferry"),
        claim(
            two, "No passengers were hurt on the ferry", "Ida Brock", polarity="negated", negations=("No",)
        ),
    ]
    assert len(disputes_of([one, two], claims, alone(claims))) == rows


def test_the_verb_before_a_false_thing_is_told_with_it(document, claim, alone):
    """A denial that is cut keeps "are untrue" whole."""
    one = document("The shipyard smuggled cigarettes to Port Ellery for years.", label="A")
    told = "the claims that the shipyard smuggled cigarettes to Port Ellery for years are untrue"
    two = document(f"Ida Brock said {told}.", label="B")
    claims = [
        claim(one, "The shipyard smuggled cigarettes to Port Ellery for years"),
        claim(two, told, "Ida Brock"),
    ]
    (row,) = disputes_of([one, two], claims, alone(claims))
    assert "… are untrue" in row.explanation


def test_only_before_a_claim_plays_it_down_too(document, claim, alone):
    """A claim cut off its "only" is no allegation either."""
    one = document("“Only one ferry leaked oil in the harbour of Sorrel,” he said.", label="A")
    two = document("The company denied that a ferry leaked oil in the harbour of Sorrel.", label="B")
    claims = [claim(one, "one ferry leaked oil in the harbour of Sorrel"), claim(two, two.text[:-1])]
    assert disputes_of([one, two], claims, alone(claims)) == []


@pytest.mark.parametrize(
    ("told", "rows"),
    [
        ("The harbour master smuggled cigarettes to Sorrel", 1),
        ("The harbour master may now face charges that he smuggled cigarettes to Sorrel", 0),
        ("No harbour master smuggled cigarettes to Sorrel", 0),
    ],
)
def test_what_may_follow_and_what_is_said_not_to_be_is_not_denied(document, claim, alone, told, rows):
    """Nobody denies what he may yet have to face, nor what others say is not so."""
    one = document(f"{told}.", label="A")
    two = document("The clerk denied that the harbour master had smuggled cigarettes to Sorrel.", label="B")
    claims = [
        claim(one, told),
        claim(
            two,
            "the harbour master had smuggled cigarettes to Sorrel",
            "The clerk",
            polarity="negated",
            negations=("denied",),
        ),
    ]
    assert len(disputes_of([one, two], claims, alone(claims))) == rows
