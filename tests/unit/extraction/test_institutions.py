"""Institutions and governments behind "the ministry", "the company" and a capital."""

import pytest

from building import build_document, find_span
from claimdiff.extraction.references import resolve_references


def rewritten(text: str, words: str) -> str:
    return resolve_references(build_document(text)).rewrite([find_span(text, words)])


@pytest.mark.parametrize(
    ("before", "words", "statement"),
    [
        (
            "The Harbour Ministry closed the pier.",
            "Later the ministry opened it",
            "Later the Harbour Ministry opened it",
        ),
        (
            "Northwind Inc. lost a ferry. Nobody at Northwind Inc. spoke.",
            "Then the company's boats left",
            "Then Northwind Inc's boats left",
        ),
        ("France sent a boat.", "Paris denied the story", "France denied the story"),
        ("France sent a boat.", "Nobody liked Paris's policy", "Nobody liked France's policy"),
    ],
)
def test_the_only_reading_is_put_in(before: str, words: str, statement: str) -> None:
    """One ministry, the company just named, and a capital that acts have one reading."""
    assert rewritten(f"{before} {words}.", words) == statement


@pytest.mark.parametrize(
    ("before", "words"),
    [
        ("The Harbour Ministry met the Fish Ministry.", "Later the ministry opened the pier"),
        ("France sent a boat.", "It sank in Paris"),
        ("France sent a boat.", "Paris's streets were empty"),
        ("The boat sank.", "Paris denied the story"),
        ("Nobody came.", "The company closed"),
        ("Northwind Inc. lost a ferry.", "Then the company it hired left"),
    ],
)
def test_other_readings_stay_as_they_stand(before: str, words: str) -> None:
    """Two of a kind, a capital as a place, or nobody named: nothing is put in."""
    assert rewritten(f"{before} {words}.", words) == words
