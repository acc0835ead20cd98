"""When something was said, told by a journey."""

import pytest

from claimdiff.api import compare
from claimdiff.reading import read_text

AFTER = "On her return from Skerra, Ines Calloway told Radio Tarn that the harbour at Brenn would close.\n"
DURING = "Ines Calloway told Radio Tarn about the harbour at Brenn {}.\n"


def find_rows(one: str, two: str) -> list[str]:
    sources = [read_text(text, path=f"{n}.txt", label=f"Outlet {n}") for n, text in enumerate((one, two))]
    rows = compare(sources).contradictions
    return [row.explanation for row in rows if row.kind == "date" and "“" in row.explanation]


@pytest.mark.parametrize("when", ["during her visit to Skerra", "at the close of a two-day trip to Skerra"])
def test_during_and_after_a_journey_can_not_both_be(when: str) -> None:
    """One outlet has the talk on the way, another after the return: both are quoted."""
    (row,) = find_rows(AFTER, DURING.format(when))
    assert "On her return" in row and when.split(" to ")[0] in row


def test_the_telling_nearest_to_the_journey_is_meant() -> None:
    """A "that" behind an earlier word of speech does not make the journey part of what was told."""
    said = (
        "“Speaking of boats that leak,” Ines Calloway told Radio Tarn at Brenn during her visit to Skerra.\n"
    )
    assert find_rows(AFTER, said)


@pytest.mark.parametrize(
    "other",
    [
        DURING.format("after returning from Skerra"),
        "Bram Tobin told the Gazette about the mill during a visit to Skerra.\n",
        "Ines Calloway told Radio Tarn about the harbour at Brenn.\n",
        "Ines Calloway told Radio Tarn that during her visit to Skerra she had seen the harbour at Brenn.\n",
    ],
)
def test_same_order_other_talk_or_no_order_is_none(other: str) -> None:
    """The same order, another person's talk, no word of a journey or only what is told of it: nothing."""
    assert find_rows(AFTER, other) == []
