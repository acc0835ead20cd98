"""Grouping articles into stories."""

import random

from claimdiff.archive.grouping import Signature, group_signatures
from claimdiff.language.signature import sign_document
from claimdiff.reading import read_text

FERRY = [
    "The ferry Saint Orla caught fire off Port Ellery on Friday and two crew were hurt, the coastguard said.",
    "A blaze on the Saint Orla ferry near Port Ellery hurt two crew members, coastguard officers reported.",
    "Coastguard boats took passengers off the burning ferry Saint Orla outside Port Ellery.",
]
VOTE = [
    "Brenn council voted nine to four to sell the Ropewalk market hall to the Tarrant brewery.",
    "The Ropewalk market hall goes to the Tarrant brewery after a council vote in Brenn.",
]
STORM = ["A storm brought down power lines across the Skerra islands, leaving farms dark for a night."]


def sign(texts: list[str], day: int = 738_000) -> list[Signature]:
    return [
        Signature(number, day, sign_document(read_text(text, path=f"{number}.txt")))
        for number, text in enumerate(texts)
    ]


def test_articles_on_one_event_share_a_story() -> None:
    """Accounts of one event come together, those of others stay apart."""
    grouping = group_signatures(sign([*FERRY, *VOTE, *STORM]))
    assert grouping.stories == ((0, 1, 2), (3, 4), (5,))
    assert grouping.capped == 0


def test_order_of_articles_does_not_matter() -> None:
    """The same articles in any order make the same stories."""
    signatures = sign([*FERRY, *VOTE, *STORM])
    expected = group_signatures(signatures)
    for seed in range(5):
        shuffled = random.Random(seed).sample(signatures, k=len(signatures))
        assert group_signatures(shuffled) == expected


def test_distance_in_time_parts_accounts_that_are_only_alike() -> None:
    """What is barely one story on one day is two stories decades apart."""
    signatures = sign([*FERRY, *VOTE, *STORM])
    far = [Signature(one.number, 600_000 if one.number == 0 else one.day, one.terms) for one in signatures]
    near_story = next(story for story in group_signatures(signatures).stories if 0 in story)
    far_story = next(story for story in group_signatures(far).stories if 0 in story)
    assert len(far_story) <= len(near_story)


def test_a_chain_of_articles_is_not_followed_to_its_end() -> None:
    """Two articles that only a third one ties together, each by half, do not all become one story."""
    words = [f"w{number}" for number in range(36)]
    shares = (words[:12], words[8:20], words[16:28], words[24:36])
    chain = [Signature(number, 738_000, dict.fromkeys(own, 1.0)) for number, own in enumerate(shares)]
    stories = group_signatures(chain).stories
    assert sorted(number for story in stories for number in story) == [0, 1, 2, 3]
    assert len(stories) > 1


def test_a_story_that_fills_half_of_a_small_archive_stays_one() -> None:
    """What many articles of a small archive share may well be their story."""
    others = [f"Parish {n} of Upper Vale{n} opened library {n} near mill {n * 7}." for n in range(4)]
    grouping = group_signatures(sign([*FERRY, *FERRY, *VOTE, *STORM, *others]))
    assert grouping.stories[:3] == ((0, 1, 2, 3, 4, 5), (6, 7), (8,))


def test_nothing_groups_to_nothing() -> None:
    """No article, no story; articles without a word stand alone."""
    assert group_signatures([]).stories == ()
    assert group_signatures([Signature(1, None, {}), Signature(2, None, {})]).stories == ((1,), (2,))


def test_a_story_of_many_articles_stays_one_and_its_cap_is_reported() -> None:
    """Two hundred accounts of one event are one story, and the terms cut short are counted."""
    rng = random.Random(3)
    extra = "rope mast galley pier winch buoy cabin deck stern hull lamp bell".split()
    many = [f"{rng.choice(FERRY)} {' '.join(rng.sample(extra, 3))}." for _ in range(200)]
    others = [
        f"Parish {n} of Upper Vale{n} opened its library number {n} near mill {n * 7}." for n in range(400)
    ]
    grouping = group_signatures(sign([*many, *others]))
    assert max(len(story) for story in grouping.stories) >= 190
    assert grouping.capped > 0
