"""Stems and word-formation families."""

import pytest
import snowballstemmer

from claimdiff.language.stems import compose_family_keys, family, stem
from claimdiff.language.tables import read_groups, read_text


def test_case_does_not_matter() -> None:
    """A stem is that of the lower-case word."""
    assert stem("Ferries") == stem("ferry")


@pytest.mark.parametrize(
    "words",
    [
        "deny denied denies denial",
        "interfere interference interfering",
        "injure injured injury injuries",
        "kill killing killed killer",
        "die died death dead",
        "attack attacker attacked",
        "crash crashed crashes",
        "investigate investigation investigators",
        "win won winner",
        "explode explosion",
        "resign resignation",
        "arrive arrival",
        "decide decision",
    ],
)
def test_one_family_has_one_key(words: str) -> None:
    """Verbs, nouns and people of one root share a key."""
    assert len({family(word) for word in words.split()}) == 1


@pytest.mark.parametrize(
    ("left", "right"),
    [
        ("department", "depart"),
        ("statement", "states"),
        ("million", "mill"),
        ("session", "sess"),
        ("apartment", "apart"),
        ("general", "generate"),
        ("station", "state"),
    ],
)
def test_look_alikes_are_no_family(left: str, right: str) -> None:
    """Words that only look related keep apart."""
    assert family(left) != family(right)


def test_a_family_may_be_asked_by_stem() -> None:
    """The stem of a member finds the family as well."""
    assert family(stem("explosion")) == family("exploded")


def test_listed_stems_are_the_stemmers() -> None:
    """The stems kept in a file are what the stemmer makes of the words (benchmarks/write_stems.py)."""
    stemmer = snowballstemmer.stemmer("english")
    wrong = [(word, root) for word, root in read_groups("stems.txt") if stemmer.stemWord(word) != root]
    assert wrong == []


def test_the_kept_families_are_those_of_our_lists() -> None:
    """The keys kept in a file are what our lists and their stems make (benchmarks/write_stems.py)."""
    assert read_text("family_keys.txt") == compose_family_keys()


@pytest.mark.parametrize("word", ["quayside", "dredgers", "unmoored", "harbourmasters", "tideless"])
def test_the_stemmer_alone_is_the_packages(word: str) -> None:
    """A word in none of our lists has the stem that the whole package gives it."""
    assert stem(word) == snowballstemmer.stemmer("english").stemWord(word)
