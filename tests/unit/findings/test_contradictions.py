"""Rows for versions and wordings that can't both hold, and the status they give a fact."""

import pytest

from claimdiff.findings.contradictions import find_contradictions
from claimdiff.findings.origins import OriginCounter, find_origins
from claimdiff.findings.quotations import build_ledger
from claimdiff.findings.status import settle_facts
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Difference, Quantity, ScoredPair, Span
from claimdiff.settings import Settings


def rows_of(documents, claims, matching):
    story = StoryWords(documents, list_sentences(claims))
    _, groups = build_ledger(documents, claims, story)
    return find_contradictions(documents, claims, matching, story, groups, Settings())


def statuses_of(documents, claims, matching, rows):
    story = StoryWords(documents, list_sentences(claims))
    counter = OriginCounter(find_origins(documents, story))
    return settle_facts(matching, {row.id: row for row in claims}, rows, counter)


def clash(document, claim, grouped, *, first=None, second=None, one_fact=0.95, speakers=(None, None)):
    """Two outlets with two versions of one fact: a truck here, a van there."""
    one = document("A truck hit the gate of the customs house.", label="A", published_at=first)
    two = document("A van hit the gate of the customs house.", label="B", published_at=second)
    claims = [
        claim(one, "A truck hit the gate of the customs house", speakers[0]),
        claim(two, "A van hit the gate of the customs house", speakers[1]),
    ]
    left, right = sorted(claims, key=lambda row: row.id)
    words = {claims[0].id: "truck", claims[1].id: "van"}
    difference = Difference(
        "actor",
        words[left.id],
        words[right.id],
        (Span(2, 2 + len(words[left.id])),),
        (Span(2, 2 + len(words[right.id])),),
        True,
        strength=0.9,
    )
    pair = ScoredPair(
        left.id,
        right.id,
        one_fact * 0.2,
        one_fact * 0.8,
        1.0,
        "contradiction",
        {},
        (difference,),
    )
    matching = grouped(claims, [[[claims[0]], [claims[1]]]], (pair,))
    return [one, two], claims, matching


def test_two_versions_that_exclude_each_other_are_one_row(document, claim, grouped):
    """A truck and a van are one row between the sources, with both values and a sentence that names them."""
    documents, claims, matching = clash(document, claim, grouped)
    (row,) = rows_of(documents, claims, matching)
    assert (row.kind, row.between, row.status) == ("actor", "sources", "contradiction")
    assert {row.left.value, row.right.value} == {"truck", "van"}
    assert "truck" in row.explanation
    assert "van" in row.explanation
    (fact,) = statuses_of(documents, claims, matching, (row,))
    assert fact.status == "contradiction"


def test_two_speakers_are_kept_apart_from_two_outlets(document, claim, grouped):
    """Where different people say so, the speakers disagree, not the outlets."""
    documents, claims, matching = clash(document, claim, grouped, speakers=("Mara Quill", "Joss Brandt"))
    (row,) = rows_of(documents, claims, matching)
    assert row.between == "speakers"


def test_below_the_threshold_a_row_is_unsure(document, claim, grouped):
    """What is not sure says so, in the row and in the fact."""
    documents, claims, matching = clash(document, claim, grouped, one_fact=0.01)
    (row,) = rows_of(documents, claims, matching)
    assert row.status == "unsure"
    (fact,) = statuses_of(documents, claims, matching, (row,))
    assert fact.status == "unsure"


def test_a_rising_toll_is_a_development(document, claim, grouped):
    """Two dead in the morning and six at night are one development, shown as moments."""
    one = document("The blast killed two sailors.", label="A", published_at="2031-05-02T08:00:00")
    two = document("The blast killed six sailors.", label="B", published_at="2031-05-02T20:00:00")
    claims = [
        claim(
            one,
            "The blast killed two sailors",
            quantities=(Quantity(Span(17, 20), "two", 2.0, "sailor", "exactly"),),
        ),
        claim(
            two,
            "The blast killed six sailors",
            quantities=(Quantity(Span(17, 20), "six", 6.0, "sailor", "exactly"),),
        ),
    ]
    left, right = sorted(claims, key=lambda row: row.id)
    values = {claims[0].id: "two", claims[1].id: "six"}
    spans = (Span(17, 20),)
    difference = Difference("quantity", values[left.id], values[right.id], spans, spans, True, strength=0.9)
    pair = ScoredPair(left.id, right.id, 0.1, 0.85, 1.0, "contradiction", {}, (difference,))
    matching = grouped(claims, [[[claims[0]], [claims[1]]]], (pair,))
    (row,) = rows_of([one, two], claims, matching)
    assert row.between == "moments"
    (fact,) = statuses_of([one, two], claims, matching, (row,))
    assert fact.status == "development"


@pytest.mark.parametrize("both", [False, True])
def test_a_source_that_tells_both_figures_sees_no_conflict(document, claim, grouped, both):
    """Whose claims are in either version, and give either's count, knows of two things."""

    def count(home, quote, figure, value):
        at = home.text.index(figure)
        quantity = Quantity(Span(at, at + len(figure)), figure, value, None, "exactly", kind="count")
        return claim(home, quote, quantities=(quantity,))

    ferry, harbour = "The ferry's 2 poles went overboard.", "The islanders count 9 losses."
    texts = ["The gale broke 2 masts in Sorrel.", "The gale broke 9 masts in Sorrel."]
    texts += [f"{ferry} {harbour}"] if both else [ferry, harbour]
    documents = [document(text, label=label) for label, text in zip("ABCD", texts, strict=False)]
    two_masts, nine_masts = (
        count(home, home.text[:-1], figure, value)
        for home, figure, value in zip(documents, "29", (2.0, 9.0), strict=False)
    )
    two_poles = count(documents[2], ferry[:-1], "2", 2.0)
    nine_losses = count(documents[-1], harbour[:-1], "9", 9.0)
    claims = [two_masts, nine_masts, two_poles, nine_losses]
    left, right = sorted(claims[:2], key=lambda row: row.id)
    values = {two_masts.id: "2", nine_masts.id: "9"}
    spans = (Span(15, 16),)
    difference = Difference("quantity", values[left.id], values[right.id], spans, spans, True, strength=0.9)
    pair = ScoredPair(left.id, right.id, 0.1, 0.85, 1.0, "contradiction", {}, (difference,))
    matching = grouped(claims, [[[two_masts, two_poles], [nine_masts, nine_losses]]], (pair,))
    (row,) = rows_of(documents, claims, matching)
    assert row.status == ("unsure" if both else "contradiction")


@pytest.mark.parametrize(
    ("speaker", "text", "explanation"),
    [
        (
            None,
            "The sign reads “they ignored warnings of the tower”.",
            "B drops “the two” from words that A quotes.",
        ),
        (
            None,
            "The sign reads “they ignored the two loud and long warnings of the tower”.",
            "drops “loud and long” from words that B quotes.",
        ),
        (
            "Mara Quill",
            "The sign reads “they ignored warnings of the tower”.",
            "B drops “the two” from the words of Mara Quill printed in A.",
        ),
        (
            None,
            "The sign reads “they ignored the two signals of the tower”.",
            "has “warnings” instead of “signals” in words that B quotes.",
        ),
    ],
)
def test_altered_words_are_told_as_an_editor_would(document, claims_of, alone, speaker, text, explanation):
    """Words without a known speaker are those that a source quotes."""
    one = document("The sign reads “they ignored the two warnings of the tower”.", label="A")
    two = document(text, label="B")
    claims = [*claims_of(one, speaker), *claims_of(two, speaker)]
    (row,) = rows_of([one, two], claims, alone(claims))
    assert explanation in row.explanation


def test_an_altered_quotation_is_a_row_and_a_truncated_one_is_not(document, claims_of, alone):
    """Changed direct words are a contradiction of kind "quotation"; a faithful fragment is none."""
    one = document("“They ignored two warnings from the tower,” Mara Quill said.", label="A")
    two = document("“We ignored two warnings from the tower,” Mara Quill said.", label="B")
    three = document("Mara Quill spoke of “two warnings from the tower”.", label="C")
    documents = [one, two, three]
    claims = [row for each in documents for row in claims_of(each, "Mara Quill")]
    rows = rows_of(documents, claims, alone(claims))
    assert [(row.kind, row.between) for row in rows] == [("quotation", "sources")]
    assert {rows[0].left.document_id, rows[0].right.document_id} == {one.id, two.id}


def test_what_two_officers_say_in_one_document_is_no_alteration(document, claims_of, alone):
    """Two wordings in one text set it against itself only where one named person said both."""
    text = "“They ignored two warnings from it,” {0} said.\n“We ignored two warnings from it,” {0} said."
    for speaker, altered in (("Mara Quill", True), ("one officer", False)):
        one = document(text.format(speaker), label="A")
        rows = rows_of([one], claims := claims_of(one, speaker), alone(claims))
        assert bool([row for row in rows if row.kind == "quotation"]) is altered


def test_sources_come_before_speakers_and_sure_before_unsure(document, claim, grouped):
    """An editor sees first what the outlets themselves can't both have right."""
    documents, claims, matching = clash(document, claim, grouped)
    (sure,) = rows_of(documents, claims, matching)
    (said,) = rows_of(*clash(document, claim, grouped, speakers=("Mara Quill", "Joss Brandt")))
    (unsure,) = rows_of(*clash(document, claim, grouped, one_fact=0.01))
    from claimdiff.findings.contradictions import rank_row

    assert sorted([unsure, said, sure], key=rank_row) == [sure, said, unsure]


@pytest.mark.parametrize("shared", [True, False])
def test_two_documents_agree_only_on_one_version(document, claim, grouped, alone, shared):
    """One version in two documents is agreement; a claim alone is a single source without a probability."""
    one = document("A truck hit the gate.", label="A")
    two = document("A truck hit the gate.", label="B")
    claims = [claim(one, "A truck hit the gate"), claim(two, "A truck hit the gate")]
    left, right = sorted(row.id for row in claims)
    pair = ScoredPair(left, right, 0.9, 0.02, 1.0, "same", {})
    matching = grouped(claims, [[claims]], (pair,)) if shared else alone(claims)
    facts = statuses_of([one, two], claims, matching, ())
    assert {fact.status for fact in facts} == ({"agreement"} if shared else {"single-source"})
    assert all((fact.probability is None) is not shared for fact in facts)


def test_words_of_nobody_in_particular_need_most_words_in_common(document, claims_of, alone):
    """What two unnamed people say loosely alike is not one utterance that somebody altered."""
    one = document("“I heard a massive crash on the quay and sirens,” a resident said.", label="A")
    two = document("“Heard a massive noise outside, sirens now on the quay,” another wrote.", label="B")
    claims = claims_of(one, two)
    rows = rows_of([one, two], claims, alone(claims))
    assert [row for row in rows if row.kind == "quotation" and row.status == "contradiction"] == []


@pytest.mark.parametrize(
    ("same", "clash_of", "status"),
    [(0.8, 0.1, "agreement"), (0.3, 0.1, "unsure"), (0.3, 0.6, "unsure")],
)
def test_what_is_hardly_one_thing_is_no_agreement(document, claim, grouped, same, clash_of, status):
    """Sources agree where they likelier than not tell one thing, and tell it alike where a year differs."""
    one = document("The Gulls last won the cup in 2008.", label="A")
    two = document("The Terns last won the cup in 2015.", label="B")
    claims = [claim(one, one.text[:-1]), claim(two, two.text[:-1])]
    left, right = sorted(claims, key=lambda row: row.id)
    years = [row.statement[-4:] for row in (left, right)]
    year = Difference("date", *years, (Span(30, 34),), (Span(30, 34),), False, strength=0.34)
    differences = (year,) if clash_of > 0.5 else ()
    pair = ScoredPair(left.id, right.id, same, clash_of, 1.0, "same", {}, differences)
    (fact,) = statuses_of([one, two], claims, grouped(claims, [[claims]], (pair,)), ())
    assert (fact.status, fact.probability) == (status, 0.3 if differences else same + clash_of)


def test_words_that_all_the_story_speaks_of_make_no_utterance(document, claims_of, alone):
    """A few words that stand everywhere are not one remark of nobody in particular, altered."""
    talk = "".join(f"The harbour oil goes into Port Ellery by way {n}.\n" for n in range(6))
    one = document(f"{talk}“Very sad that they are letting oil go into Port Ellery harbour.”", label="A")
    two = document(f"{talk}“Oil may go into Port Ellery harbour.”", label="B")
    claims = [*claims_of(one), *claims_of(two)]
    rows = [row for row in rows_of([one, two], claims, alone(claims)) if row.kind == "quotation"]
    assert [row.status for row in rows] == ["unsure"]


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Detectives have named 31 suspects", "unsure"),
        ("No suspects were named by detectives", "agreement"),
        ("Detectives will wait before naming suspects", "agreement"),
    ],
)
def test_who_says_no_agrees_with_who_says_no(document, claim, grouped, told, status):
    """A yes and a no are no agreement, though nothing contradicts: two ways of saying no are one."""
    one, two = document("Detectives have not named suspects.", label="A"), document(f"{told}.", label="B")
    claims = [claim(one, one.text[:-1]), claim(two, told)]
    left, right = sorted(claims, key=lambda row: row.id)
    words = [row.statement for row in (left, right)]
    polarity = Difference("polarity", *words, (Span(0, 4),), (Span(0, 4),), True, strength=0.9)
    pair = ScoredPair(left.id, right.id, 0.1, 0.7, 1.0, "contradiction", {}, (polarity,))
    (fact,) = statuses_of([one, two], claims, grouped(claims, [[claims]], (pair,)), ())
    assert fact.status == status
