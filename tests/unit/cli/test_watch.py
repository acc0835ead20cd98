"""`claimdiff check --watch`, as a user runs it: saves on one side, blocks and changes on the other."""

import os
import signal
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from command_line import call

WIRE = """The coastguard sent two helicopters to the harbour at Port Ellery.

The rope store burned down on Tuesday night.
"""
DRAFT = "The coastguard sent {} helicopters to the harbour at Port Ellery.\n"


class Watch:
    """A running watch whose standard error is read line by line."""

    def __init__(self, folder: Path, *extra: str) -> None:
        command = [sys.executable, "-m", "claimdiff", "check", "draft.md", "--watch", *extra]
        environment = {**os.environ, "PYTHONUNBUFFERED": "1"}
        self.process = subprocess.Popen(
            command,
            cwd=folder,
            env=environment,
            text=True,
            encoding="utf-8",
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
        )
        # So that a watch that says nothing fails the test and does not hang it.
        self._limit = threading.Timer(120, self.process.kill)
        self._limit.start()

    def read_until(self, words: str) -> str:
        """Return what is said on standard error up to the line that holds `words`."""
        assert self.process.stderr is not None
        said = ""
        for line in self.process.stderr:
            said += line
            if words in line:
                return said
        raise AssertionError(f"the watch ended, having said: {said}")

    def end(self) -> tuple[int, str]:
        """Press Ctrl-C; return the exit code and all of standard output."""
        self.process.send_signal(signal.SIGINT)
        out, _ = self.process.communicate(timeout=60)
        self._limit.cancel()
        return self.process.returncode, out

    def kill(self) -> None:
        """End it, whatever happened."""
        self._limit.cancel()
        self.process.kill()
        self.process.communicate()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A draft with a wrong figure, and its source beside it."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_text(WIRE, encoding="utf-8")
    (tmp_path / "draft.md").write_text(DRAFT.format("three"), encoding="utf-8")
    return tmp_path


@pytest.fixture
def watch(folder: Path) -> Iterator[Watch]:
    """A watch over the folder, past its first check."""
    running = Watch(folder, "--format", "concise")
    running.read_until("First check.")
    yield running
    running.kill()


def test_says_what_is_gone_and_what_is_new(folder: Path, watch: Watch) -> None:
    """A save that mends the draft names the problem that is gone, one that breaks it the new one."""
    draft = folder / "draft.md"
    draft.write_text(DRAFT.format("two"), encoding="utf-8")
    said = watch.read_until("since the last check")
    assert "- draft.md:1: CD201" in said
    assert "0 new, 1 gone since the last check." in said
    draft.write_text(DRAFT.format("seven"), encoding="utf-8")
    said = watch.read_until("since the last check")
    assert "+ draft.md:1: CD201" in said
    assert "1 new, 0 gone since the last check." in said
    code, out = watch.end()
    assert code == 0
    assert out.count("CD201") == 2
    assert "\x1b" not in out


def test_a_saved_source_counts_as_well(folder: Path, watch: Watch) -> None:
    """When the source comes to say what the draft says, its problem is gone."""
    (folder / "sources" / "wire.txt").write_text(WIRE.replace("two", "three"), encoding="utf-8")
    assert "0 new, 1 gone" in watch.read_until("since the last check")


def test_a_draft_among_its_sources_is_watched(folder: Path) -> None:
    """A draft that lies in the folder of its sources is checked again on its save."""
    running = Watch(folder, "--against", ".")
    try:
        running.read_until("First check.")
        (folder / "draft.md").write_text(DRAFT.format("two"), encoding="utf-8")
        assert "0 new, 1 gone" in running.read_until("since the last check")
    finally:
        running.kill()


def test_its_own_report_is_no_save(folder: Path) -> None:
    """A report that is written among the sources does not set the next check off."""
    running = Watch(folder, "--against", ".", "--output", "json=sources/found.json")
    try:
        running.read_until("First check.")
        (folder / "draft.md").write_text(DRAFT.format("two"), encoding="utf-8")
        assert "0 new, 1 gone" in running.read_until("since the last check")
    finally:
        running.kill()


def test_a_save_that_replaces_the_file_is_one_save(folder: Path, watch: Watch) -> None:
    """An editor that moves a new file into the old one's place causes no error in between."""
    draft = folder / "draft.md"
    draft.unlink()
    (folder / "new").write_text(DRAFT.format("two"), encoding="utf-8")
    (folder / "new").replace(draft)
    said = watch.read_until("since the last check")
    assert "can't be read" not in said
    assert "0 new, 1 gone" in said


def test_goes_on_after_an_error(folder: Path, watch: Watch) -> None:
    """A draft that can't be checked for a while is one line, and the next save is checked again."""
    draft = folder / "draft.md"
    draft.write_text("", encoding="utf-8")
    watch.read_until("can't be read")
    draft.write_text(DRAFT.format("two"), encoding="utf-8")
    assert "0 new, 1 gone" in watch.read_until("since the last check")
    assert watch.end()[0] == 0


@pytest.mark.parametrize(
    ("arguments", "reason"), [(["-", "--watch"], "no standard input"), (["gone.md", "--watch"], "gone.md")]
)
def test_does_not_start_on_what_it_cannot_watch(folder: Path, arguments: list[str], reason: str) -> None:
    """Standard input and a missing draft end at once with one line and exit code 2."""
    ended = call("check", *arguments, cwd=folder)
    assert ended.returncode == 2
    assert reason in ended.stderr
    assert "Traceback" not in ended.stderr
