"""The terms that texts are compared on."""

import pytest

from claimdiff.matching.nearness import near_terms
from claimdiff.matching.terms import LONGEST, list_names, list_terms


def test_terms_are_bounded() -> None:
    """An endless line costs no more than a long sentence."""
    assert len(list_terms("harbour " * 10_000)) <= LONGEST


@pytest.mark.parametrize(
    ("one", "two"),
    [
        ("an Israeli ferry", "a ferry from Israel"),
        ("American dockers", "dockers of the United States"),
        ("U.S. dockers", "US dockers"),
        ("North Korean trawlers", "DPRK trawlers"),
        ("a Saudi harbour", "a harbour in Saudi Arabia"),
        ("a Costa Rican harbour", "a harbour in Costa Rica"),
        ("U.N. envoys", "envoys of the United Nations"),
    ],
)
def test_a_country_is_one_term_in_all_its_forms(one: str, two: str) -> None:
    """Names, peoples and adjectives of one country, and letters that stand for it, are one term."""
    assert set(list_terms(one)) == set(list_terms(two))


def test_words_of_a_country_elsewhere_stay_words() -> None:
    """The north and a state are no countries."""
    assert list_terms("the north pier of the united harbour, a state port") == list_terms(
        "north pier united harbour state port"
    )
    assert "north" in list_terms("the north pier")
    assert list_terms("It told us so") == list_terms("It told so")


def test_names_know_countries_of_several_words() -> None:
    """The people of a country have its name; the first word of a text is none."""
    assert list_names("The boats of North Korea") == list_names("The boats of North Koreans")
    assert list_names("The ferry left Port Ellery") == list_names("ferry left Port Ellery")
    assert list_names("They met the U.N. envoy") == list_names("They met the UN envoy")


def test_kindred_words_reach_countries() -> None:
    """A line of the list may name a country of two words that has letters of its own."""
    assert "washington" in dict(near_terms(list_terms("United States")[0]))
