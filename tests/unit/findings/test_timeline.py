"""Dated facts in order, and who had them first."""

from claimdiff.findings.timeline import build_timeline
from claimdiff.model import DateMention, Span


def day(value, precision="day", inferred=True):
    return DateMention(Span(0, 1), "Friday", value, precision, inferred)


def test_dated_facts_stand_in_the_order_of_what_they_tell(document, claim, alone):
    """Entries are sorted by date; a fact without a date is left out."""
    one = document("The ferry sank on Friday. The trial opened in May. The sea was calm.", label="A")
    claims = [
        claim(one, "The trial opened in May", dates=(day("2031-05-01/2031-05-31", "month"),)),
        claim(one, "The ferry sank on Friday", dates=(day("2030-11-08/2030-11-08"),)),
        claim(one, "The sea was calm"),
    ]
    entries = build_timeline([one], claims, alone(claims).facts)
    assert [entry.statement for entry in entries] == ["The ferry sank on Friday", "The trial opened in May"]


def test_the_first_to_report_is_named_where_the_dates_tell(document, claim, grouped):
    """Reports stand in order of publication; the earliest document had it first."""
    one = document("The ferry sank on Friday.", label="A", published_at="2030-11-09T10:00:00")
    two = document("On Friday the ferry sank.", label="B", published_at="2030-11-09T07:00:00")
    claims = [
        claim(one, "The ferry sank on Friday", dates=(day("2030-11-08/2030-11-08"),)),
        claim(two, "On Friday the ferry sank"),
    ]
    (entry,) = build_timeline([one, two], claims, grouped(claims, [[claims]]).facts)
    assert entry.first_document_id == two.id
    assert [report.document_id for report in entry.reports] == [two.id, one.id]


def test_one_day_for_all_names_nobody(document, claim, grouped):
    """Documents of one day without a time of day: none is called first."""
    one = document("The ferry sank on Friday.", label="A", published_at="2030-11-09")
    two = document("On Friday the ferry sank.", label="B", published_at="2030-11-09")
    claims = [
        claim(one, "The ferry sank on Friday", dates=(day("2030-11-08/2030-11-08"),)),
        claim(two, "On Friday the ferry sank"),
    ]
    (entry,) = build_timeline([one, two], claims, grouped(claims, [[claims]]).facts)
    assert entry.first_document_id is None


def test_an_entry_is_worded_by_who_gives_the_day(document, claim, grouped):
    """Of a fact's claims, one that gives the date stands in the timeline, the clearest of these."""
    one = document("The ferry sank off Sandhaven with all hands.", label="A")
    two = document("After the ferry sank on Friday.", label="B")
    three = document("The ferry sank on Friday.", label="C")
    when = (day("2030-11-08/2030-11-08"),)
    claims = [
        claim(one, "The ferry sank off Sandhaven with all hands"),
        claim(two, "After the ferry sank on Friday", dates=when),
        claim(three, "The ferry sank on Friday", dates=when),
    ]
    (entry,) = build_timeline([one, two, three], claims, grouped(claims, [[claims]]).facts)
    assert entry.statement == "The ferry sank on Friday"
