"""What a difference must show before it sets two documents against each other."""

import pytest

from claimdiff.findings.modality import (
    goes_with_denial,
    is_unreal,
    lies_ahead,
    negates,
    negates_the_past,
    plans_negation,
    points_with_not,
)
from claimdiff.findings.occasions import is_background, list_days, weigh_occasion
from claimdiff.findings.plausibility import PlausibilityJudge
from claimdiff.findings.portions import adds_up, is_portion, is_sum, is_whole
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.values import values_differ
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Attribution, DateMention, Difference, Quantity, ScoredPair, Span


def weigh(document, claim, first, second, difference, **fields):
    one, two = document(first, label="A"), document(second, label="B")
    left, right = claim(one, first[:-1], **fields), claim(two, second[:-1], **fields)
    if right.id < left.id:
        left, right = right, left
    pair = ScoredPair(left.id, right.id, 0.3, 0.6, 1.0, "contradiction", {}, (difference,))
    story = StoryWords((one, two), list_sentences([left, right]))
    return PlausibilityJudge({one.id: one, two.id: two}, (left, right), story).weigh(
        pair, difference, left, right
    )


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
    ("text", "denial", "together"),
    [
        ("the captain will rest before deciding", "the captain has not decided", True),
        ("it was the first such fire on the pier", "the pier never had such a fire", True),
        ("it was the first such fire on the pier", "nobody has seen such a fire on the pier", True),
        ("it was the first such fire on the pier", "nobody saw the fire on the pier", False),
        ("the captain has decided", "the captain has not decided", False),
        ("the pier had such a fire", "the pier never had such a fire", False),
    ],
)
def test_what_says_the_same_in_other_words_goes_with_a_denial(text, denial, together):
    """An act that is still to be done is undone, and the first of its kind has none before it."""
    assert goes_with_denial(text, denial) is together


def test_others_are_counted_beside_the_first(document, claim):
    """Two other men and three men may be the same men."""

    def told(text, surface, value):
        quantity = Quantity(Span(0, 3), surface, value, "man", "exactly", kind="count")
        return claim(document(text, label=surface), text[:-1], quantities=(quantity,))

    two, three = told("Two other men were held.", "Two", 2.0), told("Three men were held.", "Three", 3.0)
    assert not values_differ(exclusive("quantity", "Two", "Three"), two, three)
    assert values_differ(exclusive("quantity", "Two", "Three"), told("Two men were held.", "Two", 2.0), three)


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


def test_a_figure_of_another_order_is_a_figure_for_something_else(document, claim):
    """A price a share and the price of the company are two things; a third more is another version."""

    def told(label, surface, value):
        return claim(
            document("The line was bought.", label=label),
            "The line was bought",
            quantities=(Quantity(Span(0, 2), surface, value, "USD", "exactly", kind="money"),),
        )

    share = told("A", "$70", 70.0)
    assert not values_differ(exclusive("quantity", "$70", "$9 billion"), share, told("B", "$9 billion", 9e9))
    assert values_differ(exclusive("quantity", "$70", "$95"), share, told("B", "$95", 95.0))


def test_figures_that_one_side_gives_together_are_two_things(document, claim):
    """Who names both prices in a sentence sets none against the other."""

    def told(text, label, *amounts):
        return claim(
            document(text, label=label),
            text[:-1],
            quantities=tuple(
                Quantity(Span(0, 2), surface, value, "USD", "exactly", kind="money")
                for surface, value in amounts
            ),
        )

    one = told("The offer for the ferry line was $22 a share.", "A", ("$22", 22.0))
    two = told(
        "The offer for the ferry line was $60 a share in cash and $22 in stock.",
        "B",
        ("$60", 60.0),
        ("$22", 22.0),
    )
    pair = ScoredPair(one.id, two.id, 0.3, 0.6, 1.0, "contradiction", {}, ())
    documents = {
        claim.document_id: document(claim.statement + ".", label=label)
        for claim, label in ((one, "A"), (two, "B"))
    }
    story = StoryWords(tuple(documents.values()), list_sentences([one, two]))
    judge = PlausibilityJudge(documents, (one, two), story)
    assert judge.weigh(pair, exclusive("quantity", "$22", "$60"), one, two) == 0.0


def test_a_time_of_day_is_no_other_day(document, claim):
    """ "At 06:00" and "on 9 November" can both hold, whatever else is said."""

    def told(label, surface, precision):
        mention = DateMention(Span(0, 2), surface, "", precision, False)
        return claim(document("It sank.", label=label), "It sank", dates=(mention,))

    clock, day = told("A", "06:00", "minute"), told("B", "9 November", "day")
    assert not values_differ(exclusive("date", "06:00", "9 November"), clock, day)
    assert values_differ(exclusive("date", "8 November", "9 November"), told("A", "8 November", "day"), day)


@pytest.mark.parametrize(
    ("one", "two", "differ"),
    [("6am", "5:58 a.m.", False), ("6am", "6 p.m.", True), ("5:42 a.m.", "5:58 a.m.", True)],
)
def test_a_rounded_time_is_the_same_time(document, claim, one, two, differ):
    """A few minutes beside the full hour are no other time, half a day is."""
    left, right = (
        claim(
            document("It sank.", label=words),
            "It sank",
            dates=(DateMention(Span(0, 2), words, "", "minute", False),),
        )
        for words in (one, two)
    )
    assert values_differ(exclusive("date", one, two), left, right) is differ


def test_a_second_time_is_another_occasion(document, claim):
    """Where only one claim tells of a second time, a figure of the other is of the first."""
    one = document("The ferry stopped on lap 20.", label="A")
    two = document("The ferry stopped for a second time on lap 28.", label="B")
    first, second = claim(one, one.text[:-1]), claim(two, two.text[:-1])
    documents, difference = {one.id: one, two.id: two}, exclusive("quantity", "20", "28")
    assert weigh_occasion(difference, first, second, documents) < 0.5
    assert weigh_occasion(difference, second, second, documents) == 1.0


def test_what_is_still_to_come_is_another_occasion(document, claim):
    """A launch that was and a launch that will be are two."""
    assert lies_ahead("In 2031 they will launch a ferry")
    assert not lies_ahead("In 2021 the ferry was launched")
    one = document("The ferry was launched in 2021.", label="A")
    two = document("They will launch a ferry in 2031.", label="B")

    def told(where, quote, surface):
        mention = DateMention(Span(0, 4), surface, f"{surface}-01-01/{surface}-12-31", "year", False)
        return claim(where, quote, dates=(mention,))

    before = told(one, "The ferry was launched in 2021", "2021")
    ahead = told(two, "They will launch a ferry in 2031", "2031")
    documents = {one.id: one, two.id: two}
    assert weigh_occasion(exclusive("date", "2021", "2031"), before, ahead, documents) < 0.5


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pilots made threats.", "Hardly any threat was ever heard of by the harbour board."),
        ("It hurts because the islanders care.", "The board did not care."),
        (
            "The islanders talked about the pier.",
            "It was not as if the islanders never talked about the pier.",
        ),
        ("The board wants piers on the quay.", "Not piers on the quay."),
    ],
)
def test_one_denied_word_or_none_sets_little_apart(document, claim, first, second):
    """One shared word, two negations, or the second half of "this, not that" is no denial to be sure of."""
    assert weigh(document, claim, first, second, exclusive("polarity", first[:-1], second[:-1])) < 0.5


def test_a_question_sets_nobody_apart(document, claim):
    """Who asks whether it was a van does not say that it was one."""
    difference = exclusive("actor", "truck", "van")
    asked = weigh(
        document, claim, "A truck hit the harbour gate.", "Did a van hit the harbour gate?", difference
    )
    assert asked == 0.0


def test_days_that_one_side_gives_together_are_of_two_things(document, claim):
    """A sentence that dates the charge and the deed tells that the other side's day is that of the deed."""
    chance = weigh(
        document,
        claim,
        "The board charged the pilot on Monday for ramming the harbour gate last month.",
        "The pilot rammed the harbour gate last month.",
        exclusive("date", "Monday", "last month"),
    )
    assert chance == 0.0


def test_what_one_source_tells_with_both_figures_is_told_of_two_things(document, claim):
    """Twenty in one infirmary and fifty in all: the source that gives both knows of no dispute."""
    one = document("The infirmary treated 20 passengers. Doctors treated 50 passengers.", label="A")
    two = document("Doctors of the island treated 50 passengers.", label="B")

    def told(where, quote, surface, value):
        quantity = Quantity(Span(0, 2), surface, value, "passenger", "exactly", kind="count")
        return claim(where, quote, quantities=(quantity,))

    twenty = told(one, "The infirmary treated 20 passengers", "20", 20.0)
    ours = told(one, "Doctors treated 50 passengers", "50", 50.0)
    theirs = told(two, "Doctors of the island treated 50 passengers", "50", 50.0)
    difference = exclusive("quantity", "20", "50")
    documents = {one.id: one, two.id: two}
    story = StoryWords((one, two), list_sentences([twenty, ours, theirs]))
    pair = ScoredPair(twenty.id, theirs.id, 0.3, 0.6, 1.0, "contradiction", {}, (difference,))
    alone = PlausibilityJudge(documents, (twenty, theirs), story).weigh(pair, difference, twenty, theirs)
    beside = PlausibilityJudge(documents, (twenty, ours, theirs), story).weigh(
        pair, difference, twenty, theirs
    )
    assert 0 < beside < 0.6 * alone


@pytest.mark.parametrize(
    ("one", "two", "portion"),
    [
        ("9| of the boats had sailed", "40| boats had sailed", True),
        ("2| of the crew were hurt", "6| passengers were hurt", False),
        ("2| of the crew were hurt", "6| people were hurt", True),
        ("$60| per share in cash", "$82| a share was offered", True),
        ("$60| per share in cash", "$70| a share in cash", False),
    ],
)
def test_a_portion_is_no_other_figure_for_the_whole(document, one, two, portion):
    """Some of the boats may be fewer than the boats, and the cash less than the price."""
    sides = []
    for label, text in (("A", one), ("B", two)):
        value, _, rest = text.partition("|")
        sides.append((document(value + rest, label=label), (Span(0, len(value)),)))
    assert is_portion(*sides) is portion


def test_half_a_score_is_no_figure(document, claim):
    """An 8-8 season and a 6-10 one are two records, not one count that moved."""

    def told(text, surface, value):
        quantity = Quantity(Span(0, 1), surface, value, None, "exactly", kind="count")
        return claim(document(text, label=text), text[:-1], quantities=(quantity,))

    one, two = told("They had an 8-8 season.", "8", 8.0), told("They won 6 games.", "6", 6.0)
    assert not values_differ(exclusive("quantity", "8", "6"), one, two)


def test_a_month_long_past_is_another_occasion(document, claim):
    """A fire of last spring, told beside the news of today's, gives it no other day."""
    one = document("The ferry burned on Tuesday.", label="A", published_at="2021-11-10")
    two = document("The ferry burned in March.", label="B", published_at="2021-11-10")

    def told(where, quote, surface, value, precision):
        mention = DateMention(Span(0, 4), surface, value, precision, True)
        return claim(where, quote, dates=(mention,))

    today = told(one, "The ferry burned on Tuesday", "Tuesday", "2021-11-09/2021-11-09", "day")
    spring = told(two, "The ferry burned in March", "March", "2021-03-01/2021-03-31", "month")
    documents = {one.id: one, two.id: two}
    assert weigh_occasion(exclusive("date", "Tuesday", "March"), today, spring, documents) < 0.5


@pytest.mark.parametrize(
    ("text", "before", "past"),
    [
        ("the refit there was no proof of a leak", "and until ", True),
        ("there was no proof of a leak", "said that ", False),
    ],
)
def test_what_leads_in_a_negation_bounds_it(text, before, past):
    """ "Until" before the claim ends what it negates, as it does inside it."""
    assert negates_the_past(text, before) is past


def test_what_points_at_the_sentence_before_denies_nothing_else(document, claim):
    """ "That's not good news" is about what was just said; so is no offer denied that is turned down."""
    assert points_with_not("that’s not great news")
    assert not points_with_not("the fire was not great news for the island")
    difference = exclusive("polarity", "approach", "approach")
    turned = ("The bid of the Lantern Line is an approach.", "The board rejected the $90 million approach.")
    assert weigh(document, claim, *turned, difference) == 0.0


def test_the_day_of_a_sentence_dates_what_follows_in_it(document, claim):
    """Of "in March the line opened the pier, but it failed", the failure is of March too."""
    one = document("The new pier failed.", label="A", published_at="2021-11-10")
    two = document("In March they opened the pier but it failed.", label="B", published_at="2021-11-10")
    march = DateMention(Span(3, 8), "March", "2021-03-01/2021-03-31", "month", True)
    opened = claim(two, "they opened the pier", dates=(march,))
    failed, today = claim(two, "it failed"), claim(one, "The new pier failed")
    days = list_days([opened, failed, today])
    assert is_background(failed, two, days[failed.document_id, failed.sentence])
    assert not is_background(failed, two)
    documents = {one.id: one, two.id: two}
    difference = exclusive("polarity", "failed", "failed")
    assert weigh_occasion(difference, today, failed, documents, days) < 0.5
    assert weigh_occasion(difference, today, failed, documents) == 1.0


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("The pilot could have finished the race.", "The pilot failed to finish the race."),
        (
            "The ferry answered a situation off the pier.",
            "The ferry never had a situation like this off the pier.",
        ),
        ("The final recovery of the wreck may cost less.", "Nobody can recover the wreck for less."),
    ],
)
def test_what_might_have_been_and_what_nobody_can_do_are_not_denied(document, claim, first, second):
    """What could have been, what never was like this and what nobody can do leave what was alone."""
    assert weigh(document, claim, first, second, exclusive("polarity", "finished", "failed")) == 0.0


def test_parts_that_add_up_are_the_whole(document, claim):
    """Ten passengers and two pilots are the twelve; ten passengers alone are not."""

    def told(text, *values):
        counts = tuple(Quantity(Span(0, 2), str(n), n, None, "exactly", kind="count") for n in values)
        return claim(document(text), text[:-1], quantities=counts)

    (twelve,) = told("They hurt 12 islanders.", 12.0).quantities
    assert is_sum(twelve, told("They hurt 10 passengers and 2 pilots.", 10.0, 2.0))
    assert not is_sum(twelve, told("They hurt 10 passengers.", 10.0))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("10 visitors, 2 islanders hurt in Sorrel.", True),
        ("The gale hurt 2 islanders and 10 visitors.", True),
        ("The gale hurt 2 islanders and 9 visitors.", False),
        ("The gale hurt 2 islanders. It freed 10 boats.", False),
    ],
)
def test_a_part_beside_the_rest_adds_up_to_the_whole(document, claim, text, expected):
    """Two of twelve are no other count where the ten others stand beside them."""

    def count(text, surface, value):
        at = text.index(surface)
        return Quantity(Span(at, at + len(surface)), surface, value, None, "exactly", kind="count")

    home = document(text)
    two, twelve = count(text, "2", 2.0), count("The gale hurt 12 people.", "12", 12.0)
    assert adds_up(two, twelve, home, claim(home, "2 islanders").sentence) is expected
    assert not adds_up(None, twelve, home, Span(0, len(text)))


def test_all_of_whom_some_are_meant_are_not_those_meant(document, claim):
    """ "Any of the forty boats" does not say that it was forty; "the forty boats" does."""

    def told(text, surface, value):
        span = Span(text.index(surface), text.index(surface) + len(surface))
        quantity = Quantity(span, surface, value, None, "exactly", kind="count")
        return quantity, document(text, label=text)

    nine, _ = told("The 9 boats were freed.", "9", 9.0)
    fifty, _ = told("The 50 boats were freed.", "50", 50.0)
    some, home = told("It was the first release of any of the 40 boats.", "40", 40.0)
    assert is_whole(some, nine, home)
    assert not is_whole(some, fifty, home)
    assert not is_whole(some, None, home)
    every, elsewhere = told("It was the release of the 40 boats.", "40", 40.0)
    assert not is_whole(every, nine, elsewhere)


@pytest.mark.parametrize(("verb", "sure"), [("denied", False), ("confirmed", True)])
def test_who_denies_a_report_does_not_oppose_who_says_no(document, claim, verb, sure):
    """ "Denied reports that boats were freed" and "no boats were freed" say the same."""
    one = document(f"The warden {verb} reports that the boats were freed at Sorrel.", label="A")
    two = document("No boats were freed at Sorrel.", label="B")
    cue = Span(one.text.index(verb), one.text.index(verb) + len(verb))
    left = claim(one, "the boats were freed at Sorrel", "warden", attribution=Attribution((), (cue,)))
    right = claim(two, "No boats were freed at Sorrel", polarity="negated", negations=("no",))
    difference = exclusive("polarity", "boats", "No boats")
    pair = ScoredPair(left.id, right.id, 0.3, 0.6, 1.0, "contradiction", {}, (difference,))
    judge = PlausibilityJudge(
        {one.id: one, two.id: two}, (left, right), StoryWords((one, two), list_sentences([left, right]))
    )
    assert (judge.weigh(pair, difference, left, right) > 0.3) is sure
    assert (judge.weigh(pair, difference, right, left) > 0.3) is sure


@pytest.mark.parametrize(("teller", "sure"), [("the letter", False), ("the skipper", True)])
def test_whose_paper_speaks_is_only_inferred(document, claim, teller, sure):
    """Who "the letter said" means is read from around it: no other name beside it is set against it."""
    one = document(f"The pilot turned the ferry back to Sorrel, {teller} said.", label="A")
    two = document("The pilot turned the ferry back to Sorrel, Ada Moro said.", label="B")
    said = Span(one.text.index(teller), one.text.index(teller) + len(teller))
    quote = "The pilot turned the ferry back to Sorrel"
    left = claim(one, quote, "Tobias Renn", attribution=Attribution((said,), ()))
    right = claim(two, quote, "Ada Moro")
    difference = exclusive("attribution", "Tobias Renn", "Ada Moro")
    pair = ScoredPair(left.id, right.id, 0.3, 0.6, 1.0, "contradiction", {}, (difference,))
    judge = PlausibilityJudge(
        {one.id: one, two.id: two}, (left, right), StoryWords((one, two), list_sentences([left, right]))
    )
    assert (judge.weigh(pair, difference, left, right) > 0) is sure
