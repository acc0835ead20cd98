"""Source sentences found by their words and laid beside a claim."""

from claimdiff.api import extract
from claimdiff.matching.passages import SourceIndex, lay_beside
from claimdiff.matching.units import PreparedClaim, prepare_claim
from claimdiff.reading import read_text

SOURCE = read_text(
    "The ferry Saint Orla left Port Ellery at noon.\n\n"
    "The mayor opened a library.\n\n"
    "Two sailors were rescued from the ferry by a trawler.\n",
    path="gazette.txt",
)
INDEX = SourceIndex([SOURCE], extract(SOURCE))


def prepare(text: str) -> PreparedClaim:
    draft = read_text(text, path="draft.txt")
    return prepare_claim(extract(draft)[0], draft.text, INDEX.weigh)


def test_a_search_finds_the_sentence_that_shares_most() -> None:
    """The sentence with the most telling words in common comes first, and only as many as asked for."""
    claim = prepare("A trawler rescued two sailors.")
    found = INDEX.search(claim.key_set, 1)
    assert [SOURCE.quote(INDEX.sentences[number].span)[:11] for number in found] == ["Two sailors"]


def test_a_search_without_a_shared_word_finds_nothing() -> None:
    """Keys that no source holds lead nowhere."""
    assert INDEX.search(["zeppelin"], 5) == []
    assert not INDEX.holds("zeppelin")


def test_a_sentence_laid_beside_itself_carries_every_word() -> None:
    """A claim in the source's own words is covered whole, and another sentence carries less of it."""
    claim = prepare("The mayor opened a library.")
    best = INDEX.search(claim.key_set, 1)[0]
    assert lay_beside(claim, best, INDEX).coverage == 1.0
    others = [number for number in range(len(INDEX.sentences)) if number != best]
    assert all(lay_beside(claim, number, INDEX).coverage < 0.5 for number in others)
