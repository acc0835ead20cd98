"""Who copied whom, and how many origins stand behind a fact."""

from claimdiff.findings.origins import OriginCounter, find_origins, read_credit
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Skipped

WIRE = (
    "A ferry with ninety people on board struck the old pier of Port Ellery early on Tuesday morning. "
    "The harbour master said that the engine had failed minutes before and that the anchor did not hold. "
    "Rescuers brought everybody ashore within an hour, and two sailors were treated for broken ribs."
)
OWN = (
    "Residents of the harbour town woke to a bang when a boat ran into the wooden landing stage. "
    "Nobody drowned, although a couple of crew members had to see a doctor about their injuries."
)


def origins_of(*documents, claims=()):
    return find_origins(documents, StoryWords(documents, list_sentences(claims)))


def test_copies_of_one_text_have_one_origin(document):
    """A copied text is one origin; a text in other words is another."""
    one, two, three = (
        document(WIRE, label="A"),
        document(WIRE + " More follows.", label="B"),
        document(OWN, label="C"),
    )
    found = origins_of(one, two, three).of_document
    assert found[one.id] == found[two.id] == min(one.id, two.id)
    assert found[three.id] == three.id


def test_a_copy_with_small_changes_is_one_passage(document):
    """A few changed words do not break a shared passage."""
    one = document(WIRE, label="A")
    two = document(WIRE.replace("early on Tuesday morning", "early Tuesday"), label="B")
    passages = origins_of(one, two).passages
    assert len(passages) == 1
    assert passages[0].words > 40


def test_a_shared_quotation_alone_is_no_copy(document):
    """Two outlets that heard the same speech are two origins."""
    words = (
        "“We will rebuild the pier before the winter storms come, whatever the council in the capital says.”"
    )
    one = document(f"The mayor spoke at noon. {words}", label="A")
    two = document(f"There was applause for the mayor of the town. {words}", label="B")
    found = origins_of(one, two)
    assert len(set(found.of_document.values())) == 2
    assert all(passage.quotation for passage in found.passages)


def test_the_earlier_copy_is_named(document):
    """Where the dates tell, the passage says which document had it first."""
    one = document(WIRE, label="A", published_at="2031-05-02T09:00:00")
    two = document(WIRE + " More.", label="B", published_at="2031-05-02T08:00:00")
    (passage,) = origins_of(one, two).passages
    assert passage.first == two.id


def test_agency_credits_are_read_and_contributors_are_not(document):
    """A dateline credit or copyright line names the agency; a contribution does not."""
    assert read_credit(document("PORT ELLERY (AP) — A ferry sank.")) == "ap"
    assert (
        read_credit(document("A ferry sank.\nCopyright 2031 The Associated Press. All rights reserved."))
        == "ap"
    )
    assert read_credit(document("A ferry sank.\nThe Associated Press contributed to this report.")) is None
    line = "By Reuters"
    text = f"{line}\nA ferry sank."
    assert read_credit(document(text, skipped=(Skipped(0, len(line), "byline"),))) == "reuters"


def test_two_outlets_with_one_agency_are_one_origin(document):
    """Different cuts of one agency's work count once."""
    one = document("PORT ELLERY (Reuters) - A ferry sank on Monday night.", label="A")
    two = document("PORT ELLERY (Reuters) - Divers searched the bay for the crew.", label="B")
    assert len(set(origins_of(one, two).of_document.values())) == 1


def test_claims_in_a_shared_passage_count_once(document, claim):
    """Two documents of different origin that share one passage are one origin for what it says."""
    passage = (
        "the captain had twice asked the office on shore for a tug that morning and got no answer at all"
    )
    one = document(f"{OWN} In an inquiry {passage}.", label="A")
    two = document(f"The council met. It heard that {passage}. Then it adjourned until June.", label="B")
    counter = OriginCounter(origins_of(one, two))
    copied = [claim(one, passage), claim(two, passage)]
    assert counter.count(copied) == 1
    assert counter.count([claim(one, "Nobody drowned"), claim(two, "The council met")]) == 2
