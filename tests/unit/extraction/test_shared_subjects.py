"""Which subject and which auxiliary a clause shares, and the form its verb takes."""

import pytest

from building import build_document
from claimdiff.extraction import extract_claims


def statements_of(text: str) -> list[str]:
    """Return the statements of a paragraph's claims."""
    return [claim.statement for claim in extract_claims(build_document(text))]


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Mara Voss, a pilot who was on the quay when the mast fell, described a panic.",
            "Mara Voss described a panic",
        ),
        (
            "The harbour master, Ivo Renn, who had slept when it rained, told the council.",
            "Ivo Renn told the council",
        ),
        (
            "Nine boats left, but a small part - two that had only just come - had been found a day later.",
            "A small part had been found a day later",
        ),
        (
            "Ivo Renn, a former cook, who, as a boy, sailed a short while, said in a note that he slept.",
            "Ivo Renn said in a note",
        ),
        (
            "The crane lifted the boat, as the film showed, and dragged it over the quay.",
            "The crane dragged it over the quay",
        ),
        (
            "The council has studied how the reef has grown over the years, and just ended a survey.",
            "The council just ended a survey",
        ),
        (
            "The guards cleared the pier where boats were burning and then drove home in the dark.",
            "The guards then drove home in the dark",
        ),
    ],
)
def test_the_noun_that_awaits_its_verb_is_the_subject(text: str, statement: str) -> None:
    """A verb behind an aside or a hanging clause belongs to the noun that has none yet."""
    assert statement in statements_of(text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        (
            "Moro was fired from the line that built his house, banned from the pier and expelled from town.",
            "Moro was expelled from town",
        ),
        (
            "Dozens of dockers have been fined and put on trial.",
            "Dozens of dockers have been put on trial",
        ),
        ("The map may be old and may be mended or revised in June.", "The map may be revised in June"),
        ("The mast was shipped from Norland and stored with the nets.", "The mast was stored with the nets"),
    ],
)
def test_a_row_of_participles_shares_its_auxiliary(text: str, statement: str) -> None:
    """What was done in a row is told with “was” each time."""
    assert statement in statements_of(text)


@pytest.mark.parametrize(
    ("text", "statement"),
    [
        ("The ferry sails at dawn, carrying mail to the isle.", "The ferry carries mail to the isle"),
        ("The crews go out at dawn, carrying mail to the isle.", "The crews carry mail to the isle"),
        ("The ferry will stop in May, leaving the isle cut off.", "The ferry will leave the isle cut off"),
        ("He didn't see the rock and warn the crew.", "He didn't warn the crew"),
        (
            "We are able to list them, unveil their names and even have a map.",
            "We are able to unveil their names",
        ),
        ("A tracker shows the plane made a loop and landed in Ellery.", "The plane landed in Ellery"),
        (
            "The paper called Harbour Line to see if a new plan is ready but did not get an answer.",
            "The paper did not get an answer",
        ),
        ("The mayor is visiting the pier and calling for calm.", "The mayor is calling for calm"),
        (
            "The boat ended up leaving the lane and crashing into a pier.",
            "The boat ended up crashing into a pier",
        ),
        (
            "The plan includes closing the pier and slowly mending the boats.",
            "The plan includes slowly mending the boats",
        ),
        ("She left for Ellery, where she was born.", "Ellery, where she was born"),
        ("The fleet grew, with Norland alone sending nine boats.", "Norland alone sent nine boats"),
        ("It rained, with sailors singing on the pier.", "Sailors sang on the pier"),
        ("He left, with the plan rejected by the council.", "The plan was rejected by the council"),
        (
            "Ivo fell ill, a pain that hurts where blood flows, after slipping on the quay.",
            "Ivo slipped on the quay",
        ),
        ("The crew played on, Ada Moro leading the way with nine.", "Ada Moro leading the way with nine"),
        ("The yard sent the film “Ellery”, featuring two boats.", "Ellery, featuring two boats"),
        ("Divers were able to reach a group of wrecks using a map from 1900.", "Divers used a map from 1900"),
    ],
)
def test_an_ing_form_takes_the_form_of_its_sentence(text: str, statement: str) -> None:
    """An -ing form is told in the time and number of the verb that it goes with."""
    assert statement in statements_of(text)


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (
            "The moon rises when the boat is near the isle, bringing it closer to the rocks.",
            "The boat brings",
        ),
        ("The ferry failed near the Norland Ship Yard, which meant that crews had to swim.", "The Norland"),
        ("A gull drops a bill by Ada Moro, a sailor, which would close the pier.", "A sailor would"),
        ("The pier will hold and agreed to stay.", "The pier agreed"),
        ("He chose, with the song Don't sail, a good end: don't go.", "A good end don't"),
        ("The mayor sat in the pilot's boat, which seemed strange to the crew.", "The pilot's boat seemed"),
        ("The kite is on an orbit around the sun that goes out as far as Mars.", "The sun goes"),
        ("He wanted the crews to give what they had in hand, hoping to save the pier.", "They hoped"),
        ("Nine boats are built every year, making the isle rich.", "Nine boats make"),
        ("To see how the storm can sink a boat, read the book.", "A boat read"),
        ("Steering is easy; go to the pier.", "Steering go"),
        ("He slept in what looked like a boat but was the shed of a bank.", "He was"),
        (
            "The price of the boat is unknown, but based on the old one, it is high.",
            "The price of the boat based",
        ),
        ("That opened the way to the pier, finally getting a boat in May.", "That finally"),
        ("Women who have boats in their yards and barns, who want to sail, face storms.", "Barns want"),
        (
            "The crew found that one of the boats carried the wrong flag and told the pilot.",
            "One of the boats told",
        ),
        ("The wreck was found using a map from 1900.", "The wreck used"),
        ("Rules let the isle keep its boats (be they old or new) for years.", "The isle be"),
    ],
)
def test_nobody_is_named_where_two_may_be_meant(text: str, wrong: str) -> None:
    """Where it isn't clear who does it, the words stay as they are."""
    assert not [found for found in statements_of(text) if found.startswith(wrong)]
