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
