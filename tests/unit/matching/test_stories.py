"""Articles about something else are told apart; short ones and companions never are."""

from claimdiff.matching.stories import split_stories
from claimdiff.model import Document
from claimdiff.reading import read_text

FERRY = (
    "Fire broke out on the ferry Saint Orla off Port Ellery on Friday evening. "
    "The coastguard took 214 people "
    "off the ship, and two crew members were treated in hospital for burns. "
    "Lantern Line, which runs the ferry, "
    "said the cause was not known. The engine room had been inspected in spring, said harbour master Ann Roe."
)
BLAZE = (
    "Passengers of the Saint Orla spent the night in Port Ellery's church hall "
    "after a blaze in the engine room. "
    "About 240 people had to leave the ferry on Friday, the coastguard said. Six of the crew were hurt. A "
    "spokesman for Lantern Line rejected the union's account that a pump had been reported broken in March."
)
CUP = (
    "Two goals in the last ten minutes gave the Bakers the valley cup on "
    "Sunday. Goalkeeper Lise Marr saved a "
    "penalty. “We never stopped running,” coach Odo Finch told reporters. About "
    "4,000 people watched the match "
    "in Tarn Park. The Bakers had lost the final to Brenn Rovers in 2016 after extra time and a red card."
)


def name_groups(*texts: str) -> list[list[str]]:
    documents: list[Document] = [read_text(text, path=f"{n}.txt") for n, text in enumerate(texts)]
    return [[document.path for document in group] for group in split_stories(documents)]


def test_an_article_about_something_else_stands_alone() -> None:
    """Wherever it stands among the others."""
    assert name_groups(FERRY, BLAZE, CUP) == [["0.txt", "1.txt"], ["2.txt"]]
    assert name_groups(CUP, FERRY, BLAZE) == [["0.txt"], ["1.txt", "2.txt"]]


def test_short_texts_are_never_told_apart_from_each_other() -> None:
    """Two sentences may tell one thing without a word in common."""
    assert name_groups("The plant closed on Monday.", "Workers found the factory shut.") == [
        ["0.txt", "1.txt"]
    ]


def test_a_headline_belongs_to_its_story() -> None:
    """A short text is held to less than an article."""
    assert name_groups(FERRY, "Ferry fire: two hurt off Port Ellery", CUP) == [["0.txt", "1.txt"], ["2.txt"]]


def test_nothing_has_no_story() -> None:
    """No document, no group."""
    assert name_groups() == []
