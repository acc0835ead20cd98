"""Whether two names can mean one speaker."""

import pytest

from claimdiff.findings.speakers import relate_speakers


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("Asta Renn", "Harbour Master Asta Renn", "same"),
        ("Renn", "Asta Renn", "same"),
        ("Asta Renn", "Asta Morrow", "different"),
        ("Asta Renn", "Bram Tobin", "different"),
        ("Harbour Office", "Harbour Office spokesman Bram Tobin", "same"),
        ("a spokesman", "Asta Renn", "unknown"),
        ("Harbour Pilot", "Asta Renn", "unknown"),
        ("two-time pilot of the year", "Asta Renn", "unknown"),
        ("she", "Asta Renn", "unknown"),
        (None, "Asta Renn", "unknown"),
    ],
)
def test_names_are_related_by_their_surnames(one: str | None, two: str | None, relation: str) -> None:
    """Titles and short forms are the same person, a shared given name alone is not; both ways round."""
    assert relate_speakers(one, two) == relation
    assert relate_speakers(two, one) == relation


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("NMB", "Port Ellery police", "different"),
        ("NMB spokeswoman Asta Renn", "Port Ellery police", "different"),
        ("NMB spokesman", "QRT", "different"),
        ("the NMB", "National Maritime Bureau", "same"),
        ("PEPD", "Port Ellery police", "unknown"),
        ("NMB", "Asta Renn", "unknown"),
        ("NMB", "US marine agency", "unknown"),
        ("NMB", "NMB spokeswoman Asta Renn", "same"),
        ("WHO", "World Health Organization", "same"),
        ("police", "Port Ellery police", "same"),
        ("Port Ellery police", "Police Chief Bram Tobin", "unknown"),
        ("Port Ellery police", "Bram Tobin", "unknown"),
        ("the Port Ellery police", "Port Ellery Police Chief Bram Tobin", "same"),
        ("the ministry", "the Foreign Ministry", "same"),
        ("Danish foreign ministry", "the Foreign Ministry", "same"),
        ("Danish foreign ministry spokesman Odo Lund", "the Foreign Ministry", "unknown"),
        ("Danish officials", "the Foreign Ministry", "unknown"),
        ("Foreign Ministry", "Defence Ministry", "different"),
        ("Police Chief Bram Tobin", "Police Department", "unknown"),
        ("Danish President Asta Renn", "the Danish president", "same"),
        ("officials", "a White House official", "unknown"),
        ("US officials", "a White House official", "unknown"),
        ("US officials", "Danish officials", "different"),
        ("Danish officials", "Danish police", "unknown"),
    ],
)
def test_bodies_are_told_apart_by_names_of_their_own(one: str, two: str, relation: str) -> None:
    """Letters and names that don't fit are two bodies; a body is not told from who speaks for it."""
    assert relate_speakers(one, two) == relation
    assert relate_speakers(two, one) == relation


@pytest.mark.parametrize(
    ("one", "two", "relation"),
    [
        ("the Danish home secretary", "the Danish prime minister", "different"),
        ("the foreign minister", "the prime minister", "different"),
        ("Danish Prime Minister Asta Renn", "the Danish home secretary", "different"),
        ("the Port Ellery mayor", "the Port Ellery governor", "different"),
        ("Port Ellery Mayor Bram Tobin", "the Port Ellery governor", "different"),
        ("President Asta Renn", "Vice President Bram Tobin", "different"),
        ("the Danish home secretary", "the Danish interior minister", "unknown"),
        ("the defense secretary", "the minister for defence", "unknown"),
        ("the Danish premier", "Danish Prime Minister Asta Renn", "unknown"),
        ("the former Danish president", "the Danish prime minister", "unknown"),
        ("President Asta Renn", "Prime Minister Asta Renn", "same"),
    ],
)
def test_two_offices_are_two_speakers(one: str, two: str, relation: str) -> None:
    """Who holds one office is not who holds another; one office has several names."""
    assert relate_speakers(one, two) == relation
    assert relate_speakers(two, one) == relation
