"""Topics that only some documents cover."""

from msgspec.structs import replace

from claimdiff.findings.omissions import find_omissions
from claimdiff.findings.origins import OriginCounter, find_origins
from claimdiff.findings.topic_names import Theme
from claimdiff.findings.utterances import list_sentences
from claimdiff.findings.wording import StoryWords
from claimdiff.model import DateMention, ScoredPair, Section, Span

COMMON = "A ferry struck the old pier of Port Ellery on Tuesday."


def omissions_of(documents, claims, matching):
    story = StoryWords(documents, list_sentences(claims))
    counter = OriginCounter(find_origins(documents, story))
    return find_omissions(documents, claims, matching, story, counter)


def test_what_one_document_alone_tells_is_a_row(document, claims_of, grouped):
    """A topic in one document is absent from the others, and what all tell is in no row."""
    one = document(f"{COMMON}\nThe whisky cargo belonged to the Brandt distillery.", label="A")
    two = document(COMMON, label="B")
    claims = [*claims_of(one), *claims_of(two)]
    (row,) = omissions_of([one, two], claims, grouped(claims, [[[claims[0], claims[2]]]]))
    assert row.stated_in == (one.id,)
    assert row.absent_from == (two.id,)
    assert row.rank == 1
    assert row.cells[0].reason == "silent"


def test_a_document_that_tells_it_in_its_own_words_is_not_called_silent(document, claims_of, alone):
    """Where one sentence holds the fact's rare words, the document speaks of it, matched or not."""
    one = document(f"{COMMON}\nThe whisky cargo belonged to the Brandt distillery.", label="A")
    two = document(f"{COMMON}\nBrandt, the distillery, owned the cargo of whisky.", label="B")
    three = document(COMMON, label="C")
    claims = [claim for one_document in (one, two, three) for claim in claims_of(one_document)]
    rows = omissions_of([one, two, three], claims, alone(claims))
    assert rows
    assert all(two.id not in row.absent_from for row in rows)


def test_a_section_lends_its_heading_to_the_topic(document, claims_of, alone):
    """Facts under one heading are one topic, named by it, unless the heading stands over most of the text."""
    heading = "On the missing lifeboats"
    section = f"# {heading}\nTwo lifeboats were at the yard. The davits of the rest had rusted."
    opening = f"{COMMON}\nThe harbour master went aboard at once and counted everybody on the upper deck.\n"
    text = opening + section
    for sections, named in (((Section(heading, len(opening), len(text)),), True), ((), False)):
        one = document(text, label="A", sections=sections)
        two = document(COMMON, label="B")
        claims = [
            replace(row, section=heading if row.spans[0].start >= len(opening) else None)
            for row in claims_of(one)
        ] + claims_of(two)
        rows = omissions_of([one, two], claims, alone(claims))
        assert (heading in {row.topic for row in rows}) is named


def test_the_nearest_miss_is_named(document, claims_of, alone):
    """An empty cell below the threshold says which claim came closest, and how close."""
    one = document("The whisky cargo belonged to the Brandt distillery.", label="A")
    two = document("The load was owned by a family of brewers.", label="B")
    claims = [*claims_of(one), *claims_of(two)]
    left, right = sorted(row.id for row in claims)
    pair = ScoredPair(left, right, 0.2, 0.05, 0.4, "unrelated", {})
    rows = omissions_of([one, two], claims, alone(claims, (pair,)))
    cells = [cell for row in rows for cell in row.cells]
    assert {cell.reason for cell in cells} == {"below-threshold"}
    assert {cell.claim_id for cell in cells} == {left, right}
    assert all(cell.probability == 0.25 for cell in cells)


def test_a_document_from_before_the_event_says_so(document, claim, alone):
    """A document that came out before the dated event could not have told it."""
    one = document("The inquiry opened on Friday.", label="A", published_at="2031-05-09")
    two = document("A boat sank.", label="B", published_at="2031-05-02")
    day = DateMention(Span(22, 28), "Friday", "2031-05-09/2031-05-09", "day", True)
    claims = [claim(one, "The inquiry opened on Friday", dates=(day,)), claim(two, "A boat sank")]
    rows = omissions_of([one, two], claims, alone(claims))
    reasons = {cell.reason for row in rows if one.id in row.stated_in for cell in row.cells}
    assert reasons == {"published-before"}


def test_one_document_alone_leaves_nothing_out(document, claims_of, alone):
    """A single document has no omissions."""
    one = document(COMMON)
    claims = claims_of(one)
    assert omissions_of([one], claims, alone(claims)) == ()


def test_one_name_is_one_row(document, claims_of, alone, monkeypatch):
    """Groups of facts that share a theme and are told by the same documents are one topic."""
    monkeypatch.setattr("claimdiff.findings.topics.find_theme", lambda *_: Theme("The yard", False))
    monkeypatch.setattr("claimdiff.findings.topics.name_topic", lambda theme, *_: theme.words)
    told = (
        "The whisky cargo belonged to the Brandt distillery.",
        "Schoolchildren sang on the ferry steps.",
        "Divers surveyed a wreck from another century.",
        "A heron nested on the northern breakwater.",
        "Engineers doubt the lighthouse foundations.",
        "Taxes on mooring doubled in spring.",
    )
    text = "\n".join((COMMON, *told))
    one, two = document(text, label="A"), document(COMMON, label="B")
    claims = [*claims_of(one), *claims_of(two)]
    rows = omissions_of([one, two], claims, alone(claims))
    places = [(row.topic, row.absent_from) for row in rows]
    assert len(set(places)) == len(places)
    assert max(len(row.fact_ids) for row in rows) > 1


def test_a_name_in_few_of_the_facts_is_not_the_topic(document, claims_of, alone):
    """A topic is called by what most of its facts share, not by a rare name that one of them drops."""
    told = (
        "The bakery lost its oven in the blaze. The oven of the bakery was new."
        " The bakery baked without an oven in Ostermark."
    )
    one = document(f"{COMMON}\n{told}", label="A")
    two = document(COMMON, label="B")
    claims = [*claims_of(one), *claims_of(two)]
    rows = omissions_of([one, two], claims, alone(claims))
    assert any(len(row.fact_ids) > 2 for row in rows)
    assert all(row.topic != "Ostermark" for row in rows if len(row.fact_ids) > 2)


def test_what_somebody_makes_sure_of_does_not_name_a_topic(document, claims_of, alone):
    """A verb with its adjective is no thing that a topic could be about."""
    told = (
        "The bakers want to make sure that the oven is dry. The town wants to make sure of the oven."
        " The owner came to make sure that it baked."
    )
    one = document(f"{COMMON}\n{told}", label="A")
    two = document(COMMON, label="B")
    claims = [*claims_of(one), *claims_of(two)]
    topics = [row.topic for row in omissions_of([one, two], claims, alone(claims))]
    assert topics
    assert "make sure" not in topics


def test_a_topic_is_called_by_what_is_told_and_not_by_who_asked(document, claims_of, alone):
    """A name that all of a topic's facts drop says nothing of what is missing: a whole sentence does."""
    told = (
        "The oven of the bakery burned for hours. The baker told Tove Lund at the bakery."
        " In a talk with Tove Lund, the baker of the bakery."
    )
    one = document(f"{COMMON}\n{told}", label="A")
    two = document(COMMON, label="B")
    claims = [*claims_of(one), *claims_of(two)]
    rows = omissions_of([one, two], claims, alone(claims))
    assert "The oven of the bakery burned for hours" in {row.topic.rstrip(".") for row in rows}
    assert "Tove Lund" not in {row.topic for row in rows}


def test_a_heading_names_one_topic(document, claims_of, grouped):
    """Where what stands under one heading is two topics, the second is called by what it tells."""
    heading = "On the lifeboats"
    told = (
        "Two lifeboats were at the yard. The davits of both had rusted.",
        "Fishermen paid for the lifeboats. The county paid nothing for them.",
    )
    opening = f"{COMMON}\nThe harbour master went aboard at once and counted everybody on the upper deck.\n"
    text = (
        opening + "The crew waited for a word from him until the evening, wet to the skin, and went home.\n"
    )
    start = len(text)
    text += f"# {heading}\n" + "\n".join(told)
    one = document(text, label="A", sections=(Section(heading, start, len(text)),))
    two = document(f"{COMMON}\n{told[0]}", label="B")
    three = document(f"{COMMON}\n{told[1]}", label="C")
    claims = [
        replace(row, section=heading if row.document_id == one.id and row.spans[0].start > start else None)
        for document_ in (one, two, three)
        for row in claims_of(document_)
    ]
    alike = {}
    for row in claims:
        alike.setdefault(row.statement, []).append(row)
    rows = omissions_of([one, two, three], claims, grouped(claims, [[same] for same in alike.values()]))
    under = [row.topic for row in rows if one.id in row.stated_in and len(row.absent_from) == 1]
    assert len(under) == 2
    assert under.count(heading) == 1


def test_what_is_likely_told_after_all_ranks_lower(document, claims_of, alone):
    """Of two topics alike in size, the one that the other document has nothing near to comes first."""
    one = document(
        f"{COMMON}\nWhisky from Brandt filled the hold.\nDivers from Sandhaven surveyed a wreck.", label="A"
    )
    two = document(f"{COMMON}\nA cargo of spirits lay below.", label="B")
    claims = [*claims_of(one), *claims_of(two)]
    near = next(row for row in claims if "Whisky" in row.statement)
    other = next(row for row in claims if "spirits" in row.statement)
    left, right = sorted((near.id, other.id))
    pair = ScoredPair(left, right, 0.9, 0.0, 0.9, "same", {})
    rows = [
        row for row in omissions_of([one, two], claims, alone(claims, (pair,))) if row.stated_in == (one.id,)
    ]
    topics = [row.topic for row in rows]
    whisky = next(at for at, topic in enumerate(topics) if "Whisky" in topic)
    divers = next(at for at, topic in enumerate(topics) if "Divers" in topic)
    assert divers < whisky


def test_no_topic_is_called_by_what_the_others_tell(document, claims_of, grouped):
    """A document that lacks a topic may tell one of its facts: that one does not say what it lacks."""
    told = (
        "The oven of the bakery burned. The oven of the bakery was new. The bakery bought its oven abroad."
        " The baker of the bakery loved his oven. An oven like that costs a bakery 9,000 crowns."
    )
    one = document(f"{COMMON}\n{told}", label="A")
    two = document(f"{COMMON}\nThe oven of the bakery burned.", label="B")
    three = document(COMMON, label="C")
    claims = [claim for one_document in (one, two, three) for claim in claims_of(one_document)]
    alike = {}
    for row in claims:
        alike.setdefault(row.statement, []).append(row)
    facts = grouped(claims, [[same] for same in alike.values()])
    rows = omissions_of([one, two, three], claims, facts)
    named = [row for row in rows if two.id in row.absent_from]
    assert named
    assert all(row.topic != "The oven of the bakery burned." for row in named)


def test_scraps_rank_below_what_a_sentence_tells(document, claims_of, alone):
    """A topic of which only pieces of sentences are left comes after one that says something."""
    scraps = "Having burned for hours on the old quay of the town. Leaving the whisky from Brandt behind."
    told = "Divers from Sandhaven surveyed a wreck off the cape. The wreck was a trawler of the navy."
    for lines in ((scraps, told), (told, scraps)):
        one = document("\n".join((COMMON, *lines)), label="A")
        two = document(COMMON, label="B")
        claims = [*claims_of(one), *claims_of(two)]
        topics = [row.topic for row in omissions_of([one, two], claims, alone(claims))]
        assert "Divers" in topics[0] or "wreck" in topics[0]
