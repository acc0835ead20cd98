"""Inputs of every kind: read once, in a fixed order, or turned away with one clear line."""

import io
import os
import socket
import sys
from pathlib import Path

import pytest

from claimdiff.reading import read_paths
from claimdiff.settings import Settings

STORY = "The northern pier of {} is closed, the board said.\nThe ferry runs from the quay.\n"


def write(path: Path, name: str = "Port Ellery") -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(STORY.format(name), encoding="utf-8")
    return path


def reasons(result_paths: list[object]) -> list[str]:
    return [f"{Path(r.path).name}: {r.reason}" for r in read_paths(result_paths, Settings()).rejections]  # type: ignore[arg-type]


def test_folder_is_walked_in_order_without_hidden_files(tmp_path: Path) -> None:
    """Documents come sorted by path, whatever the order on disk; hidden files are left alone."""
    for name in ("b.txt", "a/z.txt", "a.txt", ".hidden.txt", ".git/x.txt"):
        write(tmp_path / name, name)
    documents = read_paths([tmp_path], Settings()).documents
    assert [os.path.relpath(document.path, tmp_path) for document in documents] == [
        "a.txt",
        "a/z.txt",
        "b.txt",
    ]


def test_same_file_is_read_once(tmp_path: Path) -> None:
    """A file named twice, through a folder, a glob or a link, is one document."""
    file = write(tmp_path / "a.txt")
    (tmp_path / "link.txt").symlink_to(file)
    result = read_paths([file, tmp_path, str(tmp_path / "*.txt"), file], Settings())
    assert [document.path for document in result.documents] == [str(file)]


def test_order_of_inputs_does_not_matter(tmp_path: Path) -> None:
    """The same inputs give the same result in any order."""
    paths = [write(tmp_path / f"{name}.txt", name) for name in "cab"] + [tmp_path / "gone.txt"]
    assert read_paths(paths, Settings()) == read_paths(paths[::-1], Settings())


def test_globs_are_expanded(tmp_path: Path) -> None:
    """A pattern that the shell left alone is expanded; one without a match is turned away."""
    write(tmp_path / "a.txt", "A")
    write(tmp_path / "b.md", "B")
    assert len(read_paths([str(tmp_path / "*.txt")], Settings()).documents) == 1
    assert "no file matches" in reasons([str(tmp_path / "*.html")])[0]


def test_circles_of_links_end(tmp_path: Path) -> None:
    """A link to a folder above is not followed round and round, and is told."""
    write(tmp_path / "news" / "a.txt")
    (tmp_path / "news" / "back").symlink_to(tmp_path)
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    result = read_paths([tmp_path], Settings())
    assert [Path(document.path).name for document in result.documents] == ["a.txt"]
    assert {Path(rejection.path).name for rejection in result.rejections} == {"back", "loop"}


def test_special_files_are_never_opened(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A FIFO, a socket and a device are turned away without waiting for them."""
    os.mkfifo(tmp_path / "pipe.txt")
    with socket.socket(socket.AF_UNIX) as server:
        monkeypatch.chdir(tmp_path)
        server.bind("sock.txt")
    told = reasons([tmp_path / "pipe.txt", tmp_path / "sock.txt", "/dev/null"])
    assert [line.split(",")[0] for line in told] == [
        "null: a device",
        "pipe.txt: a pipe (FIFO)",
        "sock.txt: a socket",
    ]


def test_bad_inputs_get_one_line_each(tmp_path: Path) -> None:
    """Missing, empty, blank, binary, oversized and unknown inputs each name the remedy."""
    (tmp_path / "empty.txt").write_bytes(b"")
    (tmp_path / "blank.txt").write_bytes(b" \n\t\r\n")
    (tmp_path / "picture.txt").write_bytes(b"\x89PNG\r\n\x1a\n1234")
    (tmp_path / "table.xlsx").write_bytes(b"PK")
    (tmp_path / "bare").mkdir()
    (tmp_path / "big.txt").write_text("The pier is closed. " * 100, encoding="utf-8")
    inputs = [tmp_path, tmp_path / "missing.txt", "https://ellery.example/pier", tmp_path / "bare", ""]
    result = read_paths(inputs, Settings(max_file_size=500))
    told = {Path(rejection.path).name: rejection.reason for rejection in result.rejections}
    assert set(told) == {
        "empty.txt",
        "blank.txt",
        "picture.txt",
        "table.xlsx",
        "bare",
        "big.txt",
        "missing.txt",
        "pier",
        "",
    }
    assert "offline" in told["pier"] and "--max-file-size" in told["big.txt"] and "PNG" in told["picture.txt"]
    assert all("\n" not in reason and (";" in reason or ":" in reason) for reason in told.values())
    assert result.documents == ()


@pytest.mark.skipif(os.geteuid() == 0, reason="root reads everything")
def test_unreadable_file_is_told(tmp_path: Path) -> None:
    """A file without read permission is one line."""
    write(tmp_path / "a.txt").chmod(0)
    assert "permission" in reasons([tmp_path / "a.txt"])[0]


def test_standard_input_is_text_or_records(monkeypatch: pytest.MonkeyPatch) -> None:
    """Bytes from the pipe are read as a text, or as records when they look like records."""
    for data, count in ((STORY.encode(), 1), (b'{"text": "One pier."}\n{"text": "Two piers."}\n', 2)):
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        result = read_paths(["-"], Settings())
        assert len(result.documents) == count
        assert result.documents[0].path.startswith("-")


def test_other_languages_are_turned_away(tmp_path: Path) -> None:
    """A text that is not English is a rejection of its own stage."""
    text = "Die Mole ist gesperrt und die Fähre fährt nicht, sagte der Leiter des Hafens am Dienstag. " * 3
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert rejection.stage == "language" and "German" in rejection.reason


def test_odd_names_are_read_and_can_be_written(tmp_path: Path) -> None:
    """Names with line ends, emoji, a leading dash or broken bytes are paths like any other."""
    names = [b"-dash.txt", "ferry \N{SHIP}.txt".encode(), b"two\nlines.txt", b"bad\xff.txt", b"[glob]*.txt"]
    for number, name in enumerate(names):
        with open(os.path.join(os.fsencode(tmp_path), name), "wb") as stream:
            stream.write(STORY.format(number).encode())
    result = read_paths([tmp_path, os.path.join(str(tmp_path), "[glob]*.txt")], Settings())
    assert len(result.documents) == len(names) and result.rejections == ()
    for document in result.documents:
        document.path.encode("utf-8")
        document.label.encode("utf-8")


def test_identical_files_are_both_kept(tmp_path: Path) -> None:
    """Two outlets may print the same bytes; both stay, with ids of their own."""
    write(tmp_path / "a.txt")
    write(tmp_path / "b.txt")
    first, second = read_paths([tmp_path], Settings()).documents
    assert first.text == second.text
    assert second.id == f"{first.id}-2"
    assert first.label != second.label
