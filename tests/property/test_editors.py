"""The language server's view of any text: places inside it, and no exception out."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdiff.editors.live_check import LiveCheck, Plan
from claimdiff.editors.positions import TextPositions
from claimdiff.errors import ClaimdiffError
from claimdiff.settings import Settings

PIECES = st.sampled_from(
    [
        "The coastguard sent three helicopters. ",
        "“We counted nine empty bottles”, Ines Calloway said. ",
        "\r\n\r\n",
        "\n",
        "\r",
        "\u2028",
        "\U0001f681",
        "\u202e",
        "# ",
        "<!-- claimdiff: ignore CD201 -->",
        "<!-- claimdiff: ignore CD999 -->",
        "\x00",
        "\ud800",
        "é",
        "---\n",
    ]
)
SOURCE = "The coastguard sent two helicopters.\n\n“We counted nine empty barrels”, Ines Calloway said.\n"


@pytest.fixture(scope="module")
def plan(tmp_path_factory: pytest.TempPathFactory) -> Plan:
    source = tmp_path_factory.mktemp("sources") / "wire.txt"
    source.write_text(SOURCE, encoding="utf-8")
    return Plan((str(source),), Settings())


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(pieces=st.lists(PIECES, max_size=12), encoding=st.sampled_from(["utf-8", "utf-16", "utf-32"]))
def test_every_verdict_has_its_place(plan: Plan, pieces: list[str], encoding: str) -> None:
    """Words and replacements of every verdict lie where the editor's positions say, whatever the text."""
    pytest.importorskip("pygls", reason="the lsp extra is not installed")
    from claimdiff.editors.lsp_server import CheckedDraft, _list_diagnostics, _offer_fix

    text = "".join(pieces)
    try:
        check = LiveCheck().check_text("draft.md", text, plan)
    except ClaimdiffError:
        return
    read = check.documents[0].text
    positions = TextPositions(read, encoding)
    draft = CheckedDraft(text, positions, check)
    for row in _list_diagnostics(draft, encoding):
        ends = [positions.find_offset(at.line, at.character) for at in (row.range.start, row.range.end)]
        assert read[ends[0] : ends[1]].strip()
    for verdict in check.verdicts:
        _offer_fix(draft, "file:///draft.md", verdict)
        assert all(read[row.span.start : row.span.end].strip() for row in verdict.replacements)
