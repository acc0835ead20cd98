"""Drafts checked as they stand in an editor."""

from pathlib import Path

import pytest

from claimdiff.api import check
from claimdiff.editors.live_check import LiveCheck, Plan, find_verdicts, plan_check
from claimdiff.errors import InputError
from claimdiff.settings import Settings

EXAMPLES = Path(__file__).parents[3] / "examples"


@pytest.mark.parametrize("name", ["harbour.md", "harbour-clean.md"])
def test_finds_what_the_command_line_finds(name: str) -> None:
    """The text of a saved draft gets the very verdicts that `check` gives to the file."""
    draft, sources = EXAMPLES / "drafts" / name, EXAMPLES / "harbour"
    text = draft.read_bytes().decode("utf-8")
    live = LiveCheck().check_text(str(draft), text, Plan((str(sources),), Settings()))
    assert live.verdicts == check(draft, sources).verdicts


def test_a_draft_among_its_sources_is_no_source_of_its_own(desk: Path) -> None:
    """What an older version of the draft on disk says does not support the draft."""
    moved = (desk / "draft.md").rename(desk / "sources" / "draft.md")
    text = moved.read_text(encoding="utf-8")
    found = LiveCheck().check_text(str(moved), text, Plan((str(desk / "sources"),), Settings()))
    assert "CD201" in {verdict.rule for verdict in found.verdicts}
    assert [document.path for document in found.documents].count(str(moved)) == 1


def test_sources_are_read_again_when_they_change(desk: Path) -> None:
    """A source that was saved, or came to lie beside the others, counts in the next check."""
    live, plan = LiveCheck(), Plan((str(desk / "sources"),), Settings())
    text = "The coastguard sent three helicopters to the harbour.\n"
    assert live.check_text("d.md", text, plan).verdicts[0].rule == "CD201"
    (desk / "sources" / "gazette.txt").unlink()
    (desk / "sources" / "tidewater.txt").write_text(text, encoding="utf-8")
    assert live.check_text("d.md", text, plan).verdicts[0].rule == "CD001"


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        (" \n", "empty"),
        ("word " * 100, "larger than"),
        ("Der Hafen brannte in der Nacht, und niemand wurde dabei verletzt. " * 6, "English"),
    ],
)
def test_refuses_what_the_command_line_refuses(desk: Path, text: str, reason: str) -> None:
    """An empty, overlong or foreign draft is one line that says why."""
    size = 450 if reason == "larger than" else 1_000_000
    with pytest.raises(InputError, match=reason):
        LiveCheck().check_text("d.md", text, Plan((str(desk / "sources"),), Settings(max_file_size=size)))


def test_the_editors_choice_comes_before_the_settings(desk: Path) -> None:
    """The editor's sources win over the settings file's, and those over the folder beside the draft."""
    draft = desk / "draft.md"
    assert plan_check(draft).sources == (str(desk / "sources"),)
    (desk / "claimdiff.toml").write_text('sources = ["wires"]\nignore = ["CD9"]\n', encoding="utf-8")
    assert plan_check(draft).sources == (str(desk / "wires"),)
    assert plan_check(draft).settings.ignore == ("CD9",)
    assert plan_check(draft, ("elsewhere",), ignore=["CD1"]) == Plan(
        ("elsewhere",), Settings(ignore=("CD1",))
    )


def test_the_gravest_verdict_comes_first(desk: Path) -> None:
    """At a word at fault, the verdict on that word is told before others on its sentence."""
    text = (desk / "draft.md").read_text(encoding="utf-8")
    found = LiveCheck().check_text("d.md", text, Plan((str(desk / "sources"),), Settings()))
    assert find_verdicts(found, text.index("three"))[0].rule == "CD201"
    assert find_verdicts(found, text.index("# Night")) == []
