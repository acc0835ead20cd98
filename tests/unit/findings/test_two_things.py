"""Details that are of two things: no day, another offer, a count beside its whole, an opposite of nothing."""

import pytest
from msgspec.structs import replace

from claimdiff.findings.moments import published_apart
from claimdiff.findings.occasions import weigh_occasion
from claimdiff.findings.plausibility import PlausibilityJudge
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.values import values_differ
from claimdiff.findings.wording import StoryWords
from claimdiff.model import DateMention, Difference, Quantity, ScoredPair, Span


def differ(slot, left, right):
    return Difference(slot, left, right, (Span(0, 1),), (Span(0, 1),), True, strength=0.9)


@pytest.fixture
def dated(document, claim):
    """Hand out a claim that names a day, a month or the like by its surface."""

    def make(text, surface, precision):
        mention = DateMention(Span(0, 1), surface, "2031-05-01/2031-05-31", precision, True)
        return claim(document(text, label=surface), text[:-1], dates=(mention,))

    return make


@pytest.fixture
def counted(document, claim):
    """Hand out a claim that counts something, in the first sentence of a text."""

    def make(text, label, *figures):
        quote = text.partition(".")[0]
        quantities = tuple(
            Quantity(Span(quote.index(word), quote.index(word) + len(word)), word, value, None, "exactly")
            for word, value in figures
        )
        one = document(text, label=label)
        return one, claim(one, quote, quantities=quantities)

    return make


@pytest.mark.parametrize(
    ("text", "two"),
    [
        ("It is the tallest pier there is today.", False),
        ("It will be the most powerful tug in use today.", False),
        ("The pier opened today.", True),
        ("The latest pier opened today.", True),
        ("The pier of the forest opened today.", True),
    ],
)
def test_what_is_the_largest_today_names_no_day(dated, text, two):
    """ "Today" beside a superlative means nowadays."""
    month = dated("The pier opened in May.", "May", "month")
    assert values_differ(differ("date", "today", "May"), dated(text, "today", "day"), month) is two


def test_who_is_named_on_both_sides_is_no_other(document, claim):
    """ "Former workers of Tarn" and "ex-Tarn workers" are the same people."""
    one, two = document("Former workers of Tarn met.", label="A"), document("Ex-Tarn workers met.", label="B")
    difference = differ("actor", "workers", "Ex-Tarn")
    assert not values_differ(difference, claim(one, one.text[:-1]), claim(two, two.text[:-1]))


def test_days_of_two_publications_are_two_occasions(dated, document):
    """ "Friday", a week ahead of one article, is not the Tuesday of another article months before."""
    tuesday = dated("The council meets on Tuesday.", "Tuesday", "day")
    friday = dated("The council meets on Friday.", "Friday", "day")
    homes = {}
    for claim, day, published in (
        (tuesday, "2031-08-29", "2031-08-28"),
        (friday, "2031-12-01", "2031-11-26"),
    ):
        claim = replace(claim, dates=tuple(replace(one, value=f"{day}/{day}") for one in claim.dates))
        homes[claim.document_id] = (claim, published)
    (left, _), (right, _) = homes.values()
    documents = {name: document("It met.", id=name, published_at=day) for name, (_, day) in homes.items()}
    assert weigh_occasion(differ("date", "Tuesday", "Friday"), left, right, documents) < 0.5


@pytest.mark.parametrize(
    ("text", "other", "two"),
    [
        ("The board released pictures of an Oct. 19 meeting.", "The board released pictures in Nov..", False),
        ("The board released pictures of an Oct. 19 meeting.", "The board met, in a Nov. meeting.", True),
        ("The board released pictures on Oct. 19.", "The board released pictures in Nov..", True),
        ("Oct. 19's storm broke the pier.", "The pier opened in Nov..", False),
    ],
)
def test_the_day_of_one_thing_is_not_that_of_another(dated, text, other, two):
    """ "An October meeting" dates the meeting: the day of what was done with it is another."""
    left, right = dated(text, "Oct. 19", "day"), dated(other, "Nov.", "month")
    assert values_differ(differ("date", "Oct. 19", "Nov."), left, right) is two


def test_two_may_condemn_one_thing(document, claim):
    """What one country condemns another may condemn too; who fired cannot be two."""
    rows = [claim(document(text, label=text), text[:-1]) for text in STANDS]
    assert not values_differ(differ("actor", "Skerra", "Norland"), rows[0], rows[1])
    assert values_differ(differ("actor", "Skerra", "Norland"), rows[2], rows[3])


STANDS = (
    "Skerra condemned the launch.",
    "Norland strongly condemned the launch.",
    "Skerra fired the rocket.",
    "Norland fired the rocket.",
)


def test_what_was_so_elsewhere_is_hardly_denied(document, claim):
    """ "No group has claimed the attack" says little of who claimed the one in another place."""
    denied = "No group has claimed the attack."
    chances = []
    for text in ("The group claimed the attack.", "The group claimed the attack in Paris."):
        rows = [(one, claim(one, one.text[:-1])) for one in (document(text, label=text), document(denied))]
        chances.append(weigh(rows, differ("polarity", "group", "No group")))
    assert 0 < chances[1] < chances[0]


def test_a_season_of_sports_is_no_date(dated):
    """ "This season's" and "last week" may name one time."""
    season = dated("She missed this season's races.", "this season's", "season")
    week = dated("She missed races last week.", "last week", "week")
    assert not values_differ(differ("date", "this season's", "last week"), season, week)


def test_the_earlier_offer_is_another_one(counted):
    """What the previous offer came to does not contradict what the offer comes to."""
    one, first = counted("The previous offer was 10 crowns.", "A", ("10", 10.0))
    two, second = counted("The offer is 82 crowns.", "B", ("82", 82.0))
    three, third = counted("The offer is 90 crowns.", "C", ("90", 90.0))
    homes = {row.id: row for row in (one, two, three)}
    assert weigh_occasion(differ("quantity", "10", "82"), first, second, homes) < 0.5
    assert weigh_occasion(differ("quantity", "82", "90"), second, third, homes) == 1.0


@pytest.mark.parametrize(("published", "same"), [("2031-05-08", True), ("2031-11-08", False)])
def test_who_says_no_months_later_speaks_of_another_time(document, claim, published, same):
    """A plain negation of an article of another month is another occasion."""
    one = document("The gunmen were freed.", label="A", published_at="2031-05-01")
    two = document("The gunmen were not freed.", label="B", published_at=published)
    assert published_apart(one, two)
    left, right = claim(one, one.text[:-1]), claim(two, two.text[:-1], polarity="negated")
    homes = {one.id: one, two.id: two}
    assert (weigh_occasion(differ("polarity", "freed", "not freed"), left, right, homes) == 1.0) is same


def weigh(pairs, difference):
    (one, left), (two, right) = pairs
    if right.id < left.id:
        one, two, left, right = two, one, right, left
        difference = differ(difference.slot, difference.right, difference.left)
    pair = ScoredPair(left.id, right.id, 0.3, 0.6, 1.0, "contradiction", {}, (difference,))
    story = StoryWords((one, two), list_sentences([left, right]))
    judge = PlausibilityJudge({one.id: one, two.id: two}, (left, right), story)
    return judge.weigh(pair, difference, left, right)


def test_a_count_that_the_other_side_gives_too_is_doubtful(counted):
    """Three gulls, "two of them grey", may be the two gulls of the other outlet and one more."""
    two = counted("Two gulls sat near the harbour gate.", "B", ("Two", 2.0))
    alone = counted("Three gulls sat near the harbour gate.", "A", ("Three", 3.0))
    both = counted("Three gulls sat near the harbour gate, two of them grey.", "A", ("Three", 3.0))
    difference = differ("quantity", "Three", "Two")
    assert weigh((both, two), difference) < 0.7 * weigh((alone, two), difference)


def test_an_opposite_of_nothing_in_common_is_none(document, claim):
    """ "Increase" and "crash" beside one name and one word are of two things."""
    rows = []
    for text in ("Ellery mayor Odo Fenn warned of an increase.", "Ellery mayor Odo Fenn saw the crash."):
        one = document(text, label=text)
        rows.append((one, claim(one, text[:-1])))
    assert weigh(rows, differ("meaning", "increase", "crash")) == 0.0
