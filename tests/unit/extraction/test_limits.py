"""A document that makes very many claims, or one claim very often, is cut with a word."""

from claimdiff.api import check, compare, extract
from claimdiff.extraction.limits import REPEATS, limit_claims
from claimdiff.reading import read_text
from claimdiff.settings import Settings

WALLS = "".join(f"The wall at pier {number} was built in {1800 + number}. " for number in range(1, 31))


def test_an_equal_claim_is_kept_only_so_often() -> None:
    """Beyond REPEATS times the same statement by the same speaker is left out and counted."""
    claims = extract(read_text("The crane fell on Monday. " * (REPEATS + 5)))
    kept = limit_claims(claims, 1000)
    assert (len(kept.claims), kept.repeated, kept.beyond) == (REPEATS, 5, 0)
    assert kept.claims == claims[:REPEATS]


def test_what_is_beyond_the_limit_is_counted() -> None:
    """The first claims in reading order stay."""
    claims = extract(read_text(WALLS))
    kept = limit_claims(claims, 10)
    assert kept.claims == claims[:10] and kept.beyond == len(claims) - 10 > 0


def test_a_cut_is_said_by_compare_and_check() -> None:
    """Both name the document and the option; without a cut neither says a thing."""
    long = read_text(WALLS, path="long.txt", label="The Long Post")
    short = read_text("The wall at pier 7 was built in 1807.", path="short.txt")
    settings = Settings(max_claims=10)
    for notes in (compare([long, short], settings).notes, check(short, [long], settings).notes):
        assert [note for note in notes if note.startswith("The Long Post") and "--max-claims" in note]
    assert compare([long, short]).notes == check(short, [long]).notes == ()
