"""`claimdiff check` and `claimdiff rule` as a person or a script runs them."""

import json
from pathlib import Path

import pytest

from command_line import call

SOURCE = "A crane collapsed on the North Quay on Monday and injured six dockers, the harbour board said.\n"
DRAFT = "A crane collapsed on the North Quay on Monday and injured nine dockers.\n"


@pytest.fixture
def place(tmp_path: Path) -> Path:
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "gazette.txt").write_text(SOURCE, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT, encoding="utf-8")
    return tmp_path


def test_a_contradiction_is_exit_code_one_and_one_line(place: Path) -> None:
    """By default a contradicted claim fails the run; the concise form names place and code."""
    done = call("check", "draft.md", "--against", "sources", "--format", "concise", cwd=place)
    assert done.returncode == 1
    assert done.stdout.startswith("draft.md:1:")
    assert "CD201" in done.stdout
    assert done.stderr == ""


def test_fail_on_chooses_what_fails(place: Path) -> None:
    """With --fail-on another verdict or never, a contradiction leaves the code 0."""
    for chosen in ("unsupported", "never"):
        assert call("check", "draft.md", "-a", "sources", "--fail-on", chosen, cwd=place).returncode == 0


def test_sources_may_be_listed_as_a_shell_expands_them(place: Path) -> None:
    """More paths after --against are sources too."""
    (place / "sources" / "post.txt").write_text("The quay is closed.\n", encoding="utf-8")
    names = ["sources/gazette.txt", "sources/post.txt"]
    done = call("check", "draft.md", "--against", *names, "--format", "json", cwd=place)
    assert [row["path"] for row in json.loads(done.stdout)["documents"]] == ["draft.md", *names]


def test_several_outputs_in_one_run(place: Path) -> None:
    """Each -o FORMAT=FILE is written besides what is printed."""
    done = call(
        "check", "draft.md", "-a", "sources", "-o", "sarif=out.sarif", "-o", "json=out.json", cwd=place
    )
    assert "CD201" in done.stdout
    assert json.loads((place / "out.sarif").read_text())["version"] == "2.1.0"
    report = json.loads((place / "out.json").read_text())
    assert list(report)[:7] == [
        "schema_version",
        "tool",
        "settings",
        "documents",
        "claims",
        "rejections",
        "verdicts",
    ]


def test_a_baseline_silences_what_was_known(place: Path) -> None:
    """Problems listed in a baseline are not reported again, also after an edit elsewhere; new ones are."""
    known = call("check", "draft.md", "-a", "sources", "--write-baseline", "known.json", cwd=place)
    assert known.returncode == 1
    (place / "draft.md").write_text("The harbour board said so.\n\n" + DRAFT, encoding="utf-8")
    again = call("check", "draft.md", "-a", "sources", "--baseline", "known.json", cwd=place)
    assert again.returncode == 0
    assert "silenced" in again.stdout
    (place / "draft.md").write_text(DRAFT + "\nIt happened on the South Quay on Friday.\n", encoding="utf-8")
    fresh = call(
        "check", "draft.md", "-a", "sources", "--baseline", "known.json", "--format", "json", cwd=place
    )
    assert all("nine" not in row["statement"] for row in json.loads(fresh.stdout)["verdicts"] if row["words"])


def test_standard_input_is_a_draft(place: Path) -> None:
    """`-` reads the draft from standard input."""
    done = call("check", "-", "-a", "sources", "--format", "concise", given=DRAFT, cwd=place)
    assert done.returncode == 1 and "CD201" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["check", "none.md", "-a", "sources"], "none.md"),
        (["check", "draft.md", "-a", "nowhere"], "nothing to check against"),
        (["check", "draft.md", "-a", "sources", "--ignore", "CD999"], "CD999"),
        (["check", "draft.md", "-a", "sources", "--baseline", "draft.md"], "no baseline"),
        (["rule", "XY1"], "XY1"),
    ],
)
def test_wrong_use_is_exit_code_two_with_a_remedy(place: Path, arguments: list[str], says: str) -> None:
    """What can't be done is said in words, never with a traceback, and ends with 2."""
    done = call(*arguments, cwd=place)
    assert done.returncode == 2
    assert says in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_rules_are_listed_and_explained(place: Path) -> None:
    """`rule` lists every rule; with a code it shows example and remedy."""
    listed = call("rule", cwd=place).stdout.splitlines()
    assert any(line.startswith("CD201") for line in listed)
    page = call("rule", "cd201", cwd=place).stdout
    assert "Example" in page and "Remedy" in page
