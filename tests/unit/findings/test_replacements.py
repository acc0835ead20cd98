"""What a verdict offers in the draft's place: the source's own words, where they clearly stand against it."""

import pytest

from claimdiff import check
from claimdiff.model.verdict import Check
from claimdiff.reading import read_text

WIRE = (
    "The coastguard sent two helicopters to the harbour at Port Ellery on Tuesday.\n\n"
    "“We counted nine empty barrels behind the old door,” said Ines Calloway, the harbour master.\n\n"
    "Nobody was hurt in the rope store, the county health board said.\n"
)


def _check(draft: str) -> Check:
    source = read_text(WIRE, path="wire.txt", date="2031-03-06", label="Wire")
    return check(read_text(draft, path="draft.md", date="2031-03-06"), [source])


def _mend(draft: str) -> str:
    """Return the draft with everything that its verdicts offer written into it."""
    rows = {row for verdict in _check(draft).verdicts for row in verdict.replacements}
    for row in sorted(rows, key=lambda row: row.span, reverse=True):
        draft = draft[: row.span.start] + row.text + draft[row.span.end :]
    return draft


@pytest.mark.parametrize(
    ("draft", "mended"),
    [
        (
            "The coastguard sent three helicopters to the harbour at Port Ellery on Tuesday.",
            "The coastguard sent two helicopters to the harbour at Port Ellery on Tuesday.",
        ),
        (
            "“We counted nine full bottles behind the old door,” said Ines Calloway.",
            "“We counted nine empty barrels behind the old door,” said Ines Calloway.",
        ),
        (
            "“We counted nine barrels behind the old door,” said Ines Calloway.",
            "“We counted nine empty barrels behind the old door,” said Ines Calloway.",
        ),
        (
            "“We counted nine empty barrels behind the very old door,” said Ines Calloway.",
            "“We counted nine empty barrels behind the old door,” said Ines Calloway.",
        ),
    ],
)
def test_the_sources_words_take_the_drafts_place(draft: str, mended: str) -> None:
    """A figure is swapped; a quotation's changed, dropped or added word is put right; nothing else moves."""
    assert _mend(draft) == mended
    assert not [one for one in _check(mended).verdicts if one.replacements]


@pytest.mark.parametrize(
    "draft",
    [
        "The coastguard sent two helicopters to the harbour at Port Ellery on Tuesday.",
        "The mayor of Port Ellery resigned after a quarrel over the budget.",
        "Two people were hurt in the rope store, the county health board said.",
    ],
)
def test_nothing_is_offered_without_a_clear_counterpart(draft: str) -> None:
    """What is supported, unknown to the sources, or denied by them as a whole has no word to swap."""
    assert _mend(draft) == draft
