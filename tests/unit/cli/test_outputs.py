"""Files are written whole or not at all, and the plan of outputs says where each format goes."""

import os
from pathlib import Path

import pytest

from claimdiff.cli.outputs import OutputError, Target, parse_targets, write_whole
from claimdiff.errors import SettingsError

FORMATS = ("table", "json")


@pytest.mark.parametrize(
    ("texts", "format", "printed", "targets"),
    [
        ([], None, "table", []),
        ([], "json", "json", []),
        (["r.json"], None, None, [("json", "r.json")]),
        (["r.txt"], None, None, [("table", "r.txt")]),
        (["r.txt"], "json", None, [("json", "r.txt")]),
        (["json=r.json"], None, "table", [("json", "r.json")]),
        (["json=a=b"], "json", "json", [("json", "a=b")]),
        (["./a=b.json"], None, None, [("json", "./a=b.json")]),
    ],
)
def test_a_plain_file_takes_the_place_of_standard_output(
    texts: list[str], format: str | None, printed: str | None, targets: list[tuple[str, str]]
) -> None:
    """-o FILE replaces what is printed, -o FORMAT=FILE is written besides."""
    plan = parse_targets(texts, FORMATS, format)
    assert plan.printed == printed
    assert list(plan.targets) == [Target(*target) for target in targets]


def test_an_unknown_format_is_named_with_the_known_ones() -> None:
    """A misspelt format does not become a file name."""
    with pytest.raises(SettingsError, match=r"'jsn' is no format.*table, json"):
        parse_targets(["jsn=report.json"], FORMATS, None)


def test_one_file_twice_is_refused() -> None:
    """Two outputs can't share a file, however it is spelt."""
    with pytest.raises(SettingsError, match="twice"):
        parse_targets(["json=r", "table=./r"], FORMATS, None)


def test_writing_replaces_and_leaves_nothing_else(tmp_path: Path) -> None:
    """The file holds the text, keeps its mode, and no temporary file stays."""
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")
    target.chmod(0o640)
    write_whole(str(target), "new ☃")
    assert target.read_text(encoding="utf-8") == "new ☃"
    assert target.stat().st_mode & 0o777 == 0o640
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_failed_write_leaves_what_was_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """When the disk is full the old file stands and no part of the new one is left."""
    target = tmp_path / "report.json"
    target.write_text("old", encoding="utf-8")

    def fail(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", fail)
    with pytest.raises(OutputError, match=r"report\.json: can't be written: No space left"):
        write_whole(str(target), "new")
    assert target.read_text(encoding="utf-8") == "old"
    assert [path.name for path in tmp_path.iterdir()] == ["report.json"]


def test_a_link_is_followed_and_stays(tmp_path: Path) -> None:
    """Writing to a link writes the file it names."""
    (tmp_path / "real").write_text("old", encoding="utf-8")
    (tmp_path / "link").symlink_to("real")
    write_whole(str(tmp_path / "link"), "new")
    assert (tmp_path / "link").is_symlink()
    assert (tmp_path / "real").read_text(encoding="utf-8") == "new"


@pytest.mark.parametrize("place", ["missing/report.json", "."])
def test_a_place_that_can_not_hold_a_file_is_told(tmp_path: Path, place: str) -> None:
    """A missing folder or a folder in the file's place is one clear line."""
    with pytest.raises(OutputError, match=r"can't be written|is a folder"):
        write_whole(str(tmp_path / place), "new")


@pytest.mark.parametrize(
    ("place", "message"),
    [("missing/r.json", "folder missing is not there"), (".", "is a folder"), ("new/", "is a folder")],
)
def test_a_bad_place_is_told_before_the_work(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, place: str, message: str
) -> None:
    """An output that can't be written is refused when the command line is read."""
    monkeypatch.chdir(tmp_path)
    with pytest.raises(SettingsError, match=message):
        parse_targets([f"json={place}"], FORMATS, None)
