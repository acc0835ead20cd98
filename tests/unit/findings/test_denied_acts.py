"""What is denied shares its act with the allegation, not its names alone."""

import pytest

from claimdiff.findings.denials import find_denials
from claimdiff.findings.disputes import find_disputes
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.settings import Settings


def disputes_of(documents, claims, alone):
    """Return the disputes between claims that no fact joins."""
    story = StoryWords(documents, list_sentences(claims))
    return list(find_disputes(claims, alone(claims), {one.id: one for one in documents}, story, Settings()))


def judge(document, claim, alone, told, denied, denier=None, teller=None, **fields):
    """Return the status of the dispute between a sentence of one outlet and one of another, None for none."""
    one, two = document(f"{told}.", label="A"), document(f"{denied}.", label="B")
    claims = [claim(one, told, teller), claim(two, denied, denier, **fields)]
    rows = disputes_of([one, two], claims, alone)
    return rows[0].status if rows else None


DENIED = "Minister Odo Fenn denied that Ravel Front gunmen had been freed for the sailors"


@pytest.mark.parametrize(
    ("told", "status"),
    [
        ("Ravel Front gunmen were freed for the sailors, officials claim", "contradiction"),
        ("The man was allegedly a Ravel Front gunman from Sorrel", None),
        ("The army drove Ravel Front gunmen from the Sorrel woods", None),
        ("A group of gunmen freed the crews on Saturday evening", None),
        ("The group demanded that captured Ravel Front gunmen be freed", None),
    ],
)
def test_names_and_those_who_bear_them_are_no_act(document, claim, alone, told, status):
    """Who tells of the same people tells what is denied of them only with its act, and not as a demand."""
    assert judge(document, claim, alone, told, DENIED) == status


@pytest.mark.parametrize(
    ("told", "sure"),
    [("The sailors were swapped for captive gunmen", True), ("Gunmen let the captive sailors go", False)],
)
def test_another_verb_with_the_same_people_is_unsure_at_most(document, claim, alone, told, sure):
    """To set captives free is not the exchange that is denied."""
    denied = "Minister Odo Fenn denied that the sailors were swapped for captive gunmen"
    assert (judge(document, claim, alone, told, denied) == "contradiction") is sure


def test_what_any_case_would_be_alleges_none(document, claim, alone):
    """That any smuggling would be wrong does not say that there was some."""
    denied = "The shipyard denied smuggling cigarettes to Sorrel"
    for told in (
        "Any cigarettes smuggled to Sorrel by the shipyard are a scandal",
        "Fines are due only if the shipyard smuggled cigarettes to Sorrel",
    ):
        assert judge(document, claim, alone, told, denied, teller="Customs officers") is None


def test_what_others_did_is_not_what_the_denier_denies_having_done(document, claim, alone):
    """Who denies smuggling is not disputed by who tells it of somebody else."""
    denied = "Brock Marine denied smuggling cigarettes to Sorrel"
    assert judge(document, claim, alone, "Brock Marine smuggled cigarettes to Sorrel", denied)
    other = "Tarn Lines smuggled cigarettes to Sorrel"
    assert judge(document, claim, alone, other, denied) != "contradiction"


def test_a_denial_in_words_of_its_own_points_at_nothing_else(document, claim, alone):
    """Who denies an assault does not deny the threat that was told just before."""
    text = "Ida Brock said Odo Fenn had threatened to end her career. Odo Fenn denied physical assault."
    one = document(text)
    claims = [
        claim(one, "Odo Fenn had threatened to end her career", "Ida Brock"),
        claim(one, "Odo Fenn denied physical assault"),
    ]
    assert disputes_of([one], claims, alone) == []


@pytest.mark.parametrize(("critic", "rows"), [("Ida Brock", 1), ("Mara Quill", 0)])
def test_whose_criticism_is_rejected_is_who_criticised(document, claim, alone, critic, rows):
    """ "Rejected Brock's criticism as petty" denies what Brock said, and nothing of who else was petty."""
    told = f"{critic} accused the harbour board of wasting ferry money"
    one = document(f"{told}. Odo Fenn rejected Brock's criticism as petty politics.", label="A")
    two = document("The board called the row petty politics of the worst sort.", label="B")
    claims = [
        claim(one, told),
        claim(one, "Odo Fenn rejected Brock's criticism as petty politics"),
        claim(two, "The board called the row petty politics of the worst sort"),
    ]
    found = disputes_of([one, two], claims, alone)
    assert [row.left.document_id == row.right.document_id for row in found] == [True] * rows


def test_that_the_denier_answered_is_no_allegation(document, claim, alone):
    """ "Odo Fenn was responding to reports" is not what Fenn calls untrue."""
    text = "Captain Odo Fenn was responding to media reports from Sorrel. Fenn said such reports are untrue."
    one = document(text)
    claims = [
        claim(one, "Captain Odo Fenn was responding to media reports from Sorrel"),
        claim(one, "such reports are untrue", "Odo Fenn"),
    ]
    assert disputes_of([one], claims, alone) == []


@pytest.mark.parametrize(
    "told",
    [
        "Skerra will send a boat that lands at the back of Sorrel Island",
        "A boat is to be the first that lands at the back of Sorrel Island",
        "Skerra may land at the back of Sorrel Island",
    ],
)
def test_what_is_to_come_is_not_denied_by_what_has_not_been(document, claim, alone, told):
    """ "Nobody has landed there" leaves room for who will be the first."""
    denied = "Nobody has landed at the back of Sorrel Island"
    assert judge(document, claim, alone, told, denied) is None


def test_who_is_the_first_goes_with_nobody_before(document, claim, alone):
    """ "The first crew to land" and "nobody had ever landed" are one thing told twice."""
    told = "The first crew landed at the back of Sorrel Island"
    denied = "Nobody had ever landed at the back of Sorrel Island"
    assert judge(document, claim, alone, told, denied) is None


def test_a_bare_deed_is_denied_of_who_denies_it(document, claim):
    """ "Odo Fenn denied fraud" is of Fenn: one word alone would be of anybody's fraud."""
    one = document("Odo Fenn denied fraud.")
    claims = [claim(one, "Odo Fenn denied fraud")]
    (denial,) = find_denials({one.id: one}, claims, StoryWords([one], list_sentences(claims)))
    assert denial.denier and denial.stems > denial.denier


def test_a_doubt_in_nobodys_mouth_is_no_report(document, claim, alone):
    """ "The reports" are somebody's: what an outlet itself thinks likely is not meant by them."""
    one = document("The harbour firms may hide ferry money abroad. Odo Fenn rejected the reports.")
    claims = [
        claim(one, "The harbour firms may hide ferry money abroad", certainty="hedged"),
        claim(one, "Odo Fenn rejected the reports"),
    ]
    assert disputes_of([one], claims, alone) == []


def test_a_document_does_not_dispute_itself_in_its_own_voice(document, claim, alone):
    """What one text negates and tells without naming anybody is told of two things."""
    one = document("The aim is to land at the back of the strait. Nobody has landed at the back of it.")
    claims = [
        claim(one, "land at the back of the strait"),
        claim(one, "Nobody has landed at the back of it"),
    ]
    assert disputes_of([one], claims, alone) == []


@pytest.mark.parametrize(("teller", "status"), [("Ida Brock", "contradiction"), (None, "unsure")])
def test_who_denies_without_a_name_denies_what_somebody_said(document, claim, alone, teller, status):
    """ "He denied that" is surely meant for the words of somebody cited just before."""
    one = document("The alarm may have been switched off since March. Odo Fenn denied that.")
    claims = [
        claim(one, "The alarm may have been switched off since March", teller, certainty="hedged"),
        claim(one, "Odo Fenn denied that"),
    ]
    (row,) = disputes_of([one], claims, alone)
    assert row.status == status


def test_a_denial_in_two_claims_is_one(document, claim, alone):
    """ "Denied early reports | that the gunmen were freed" denies once, by what it denies."""
    one = document("Ravel gunmen were freed, officials claim.", label="A")
    two = document("Odo Fenn denied early reports that Ravel gunmen were freed.", label="B")
    told = {"polarity": "negated", "negations": ("denied",)}
    claims = [
        claim(one, "Ravel gunmen were freed", "officials"),
        claim(two, "Odo Fenn denied early reports"),
        claim(two, "Ravel gunmen were freed", "Odo Fenn", **told),
    ]
    rows = disputes_of([one, two], claims, alone)
    assert [{row.left.claim_id, row.right.claim_id} for row in rows] == [{claims[0].id, claims[2].id}]


@pytest.mark.parametrize(
    "denied",
    [
        "That's not the same thing at all as smuggling tobacco",
        "No one is above the tobacco law",
        "Ida Brock said she would be the one to deny that the tobacco was smuggled",
        "A judge rejected the claim that the tobacco was smuggled",
        "Ida Brock will angrily deny that the tobacco was smuggled",
        "In a statement, Ida Brock dismissed smuggling tobacco as a rare crime",
    ],
)
def test_what_calls_nothing_untrue_is_no_denial_of_it(document, claim, denied):
    """A comparison, a proverb, a denial still to come, a ruling and a remark on a deed deny nothing."""
    one = document(f"{denied}, said Ida Brock.")
    fields = {"polarity": "negated", "negations": ("not",)} if "not" in denied or "No " in denied else {}
    story = StoryWords([one], list_sentences(claims := [claim(one, denied, "Ida Brock", **fields)]))
    assert find_denials({one.id: one}, claims, story) == []


def points_at(document, claim, alone, *sentences, statuses=("contradiction",)):
    """Return what the last of some sentences surely denies; each is its claim's words and its speaker."""
    one = document(" ".join(f"{words}." for words, _ in sentences))
    claims = [claim(one, words, speaker) for words, speaker in sentences]
    rows = disputes_of([one], claims, alone)
    names = {row.id: row.statement for row in claims}
    sure = [row for row in rows if row.status in statuses]
    return [names[side.claim_id] for row in sure for side in (row.left, row.right)]


def test_wrongdoing_is_what_the_denier_is_accused_of(document, claim, alone):
    """ "Denied any wrongdoing" finds no accusation of others, and no doubt that accuses nobody."""
    denied = ("Odo Fenn denied any wrongdoing", None)
    accused = ("Odo Fenn was accused of taking ferry money for years", None)
    assert accused[0] in points_at(document, claim, alone, accused, denied)
    others = ("The board was accused of taking ferry money for years", None)
    assert points_at(document, claim, alone, others, denied) == []
    for doubt in (
        "Odo Fenn is thought to own a dozen old ferries",
        "Papers reveal what Odo Fenn earns a year",
    ):
        assert points_at(document, claim, alone, (doubt, None), denied) == []


def test_reportedly_is_no_report(document, claim, alone):
    """ "The reports" are not what a sentence only tells as reported."""
    told = ("The files reportedly hold details of the harbour firms", None)
    assert points_at(document, claim, alone, told, ("Odo Fenn rejected the reports", None)) == []


def test_what_accusations_are_of_is_what_is_denied(document, claim, alone):
    """ "Accusations of brutality" say what is denied in a word: it is not what was told before."""
    told = ("Skerra is taking back the old town from the islanders", "Protesters")
    denied = ("The police of Skerra deny accusations of brutality", None)
    assert points_at(document, claim, alone, told, denied) == []


def test_that_is_what_the_same_speaker_has_spoken_of(document, claim, alone):
    """A speaker who says "that's untrue" means what they have just named, not what somebody said before."""
    before = ("The ferry money would be spent on the harbour wall", "Mara Quill")
    myth = ("Some believe that the old wall was sold to a Skerran firm", "Ida Brock")
    said = ("I think that is not the case", "Ida Brock")
    either = ("contradiction", "unsure")
    assert points_at(document, claim, alone, before, myth, said, statuses=either) == []


def test_what_is_called_false_in_its_own_sentence_is_meant(document, claim, alone):
    """ "Fenn said A, but reports show that's untrue" sets the reports against Fenn."""
    one = document("Odo Fenn said the harbour fund told donors all, but several papers show that is untrue.")
    claims = [
        claim(one, "the harbour fund told donors all", "Odo Fenn"),
        claim(one, "that is untrue", "several papers"),
    ]
    (row,) = disputes_of([one], claims, alone)
    assert {row.left.claim_id, row.right.claim_id} == {one.id for one in claims}
