"""Forms of one word among the terms of a story."""

from claimdiff.matching.terms import list_terms
from claimdiff.matching.variants import Variants


def _find(term: str, *others: str) -> tuple[str, ...]:
    return Variants((term, *others)).find(term)


def test_a_derived_word_is_a_variant() -> None:
    """Who dives and the dive, the team and the teammate go together, from either side."""
    assert _find("dive", "diver", "divid") == ("diver",)
    assert _find("teammate", "team", "tea") == ("team",)


def test_words_that_only_begin_alike_are_none() -> None:
    """A part is no party and a form no former."""
    assert _find("part", "party", "parti") == ()
    assert _find("form", "former") == ()
    assert _find("expert", "expect") == ()


def test_a_rare_name_may_be_misspelt() -> None:
    """One other letter makes no other name, if it is long and rare."""
    assert _find("thornquist", "thornqvist") == ("thornqvist",)
    assert _find("harrowell", "harrovell") == ("harrovell",)
    assert _find("ellery", "alleri") == ()


def test_figures_are_no_words() -> None:
    """A figure has no variants, however long it is."""
    assert _find("#14300", "#143000", "#14305") == ()


def test_variants_do_not_depend_on_order() -> None:
    """The same vocabulary gives the same variants, however it is listed."""
    terms = list_terms("divers dive; activists are active; the teams and teammates; 140 or 145 boats")
    forth = {term: Variants(terms).find(term) for term in terms}
    back = {term: Variants(reversed(terms)).find(term) for term in terms}
    assert forth == back
