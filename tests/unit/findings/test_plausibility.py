"""What a difference must show before it sets two documents against each other."""

import pytest

from claimdiff.findings.modality import is_unreal, negates, negates_the_past, plans_negation
from claimdiff.findings.occasions import weigh_occasion
from claimdiff.findings.plausibility import PlausibilityJudge
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.values import values_differ
from claimdiff.findings.wording import StoryWords
from claimdiff.model import DateMention, Difference, Quantity, ScoredPair, Span


def weigh(document, claim, first, second, difference, **fields):
    one, two = document(first, label="A"), document(second, label="B")
    left, right = claim(one, first[:-1], **fields), claim(two, second[:-1], **fields)
    if right.id < left.id:
        left, right = right, left
    pair = ScoredPair(left.id, right.id, 0.3, 0.6, 1.0, "contradiction", {}, (difference,))
    story = StoryWords((one, two), list_sentences([left, right]))
    return PlausibilityJudge({one.id: one, two.id: two}, story).weigh(pair, difference, left, right)


def exclusive(slot, left, right):
    return Difference(slot, left, right, (Span(0, 1),), (Span(0, 1),), True, strength=0.9)


def test_the_same_act_with_another_thing_is_a_clash(document, claim):
    """What both claims share but for the value makes the difference count."""
    chance = weigh(
        document,
        claim,
        "A truck hit the harbour gate.",
        "A van hit the harbour gate.",
        exclusive("actor", "truck", "van"),
    )
    assert chance > 0.5


def test_two_acts_with_nothing_in_common_are_no_clash(document, claim):
    """Without a shared word of meaning there is nothing to dispute."""
    chance = weigh(
        document,
        claim,
        "A truck hit the harbour gate.",
        "A van sank near Sorrel.",
        exclusive("actor", "truck", "van"),
    )
    assert chance == 0.0


@pytest.mark.parametrize(
    ("slot", "left", "right"),
    [
        ("date", "Friday", "friday"),
        ("actor", "boat", "ship"),
        ("quotation", "no smoke", "some smoke"),
    ],
)
def test_values_that_mean_the_same_are_no_two_values(document, claim, slot, left, right):
    """Another spelling or a synonym parts nothing; quotations are compared elsewhere."""
    one, two = document("It sank.", label="A"), document("It sank.", label="B")
    difference = exclusive(slot, left, right)
    assert not values_differ(difference, claim(one, "It sank"), claim(two, "It sank"))


def test_a_rounded_figure_is_the_same_figure(document, claim):
    """229.6 and 229 are one figure; 229 and 240 are two."""

    def told(label, surface, value):
        return claim(
            document("It was tall.", label=label),
            "It was tall",
            quantities=(Quantity(Span(0, 2), surface, value, "foot", "exactly", kind="measure"),),
        )

    rounded = exclusive("quantity", "229.6", "229")
    assert not values_differ(rounded, told("A", "229.6", 229.6), told("B", "229", 229.0))
    other = exclusive("quantity", "229", "240")
    assert values_differ(other, told("A", "229", 229.0), told("B", "240", 240.0))


@pytest.mark.parametrize(
    ("text", "negated", "planned", "past"),
    [
        ("the crew did not leave", True, False, False),
        ("they promised not to leave", True, True, False),
        ("the ferry would not sail", True, True, False),
        ("the club had not won since 1908", True, False, True),
        ("the crew left", False, False, False),
    ],
)
def test_plans_and_the_past_are_told_from_denials(text, negated, planned, past):
    """Only a negation of what is can dispute what is told."""
    assert (negates(text), plans_negation(text), negates_the_past(text)) == (negated, planned, past)


def test_questions_and_conditions_are_unreal(document, claim):
    """ "If the pier fell" and "did the pier fall?" say nothing of the pier."""
    one = document("If the pier falls, boats sink. Did the pier fall? The pier fell.")
    assert is_unreal(claim(one, "If the pier falls"), one)
    assert is_unreal(claim(one, "Did the pier fall"), one)
    assert not is_unreal(claim(one, "The pier fell"), one)


def test_an_old_event_is_another_occasion(document, claim):
    """A claim dated years before its article is background, not another version of the news."""
    one = document("Two ferries sank.", label="A", published_at="2031-05-02")
    two = document("In 2019 five ferries sank.", label="B", published_at="2031-05-02")
    year = DateMention(Span(3, 7), "2019", "2019-01-01/2019-12-31", "year", False)
    news, old = claim(one, "Two ferries sank"), claim(two, "In 2019 five ferries sank", dates=(year,))
    documents = {one.id: one, two.id: two}
    difference = exclusive("quantity", "Two", "five")
    assert weigh_occasion(difference, news, old, documents) < 0.5
    assert weigh_occasion(difference, news, news, documents) == 1.0
