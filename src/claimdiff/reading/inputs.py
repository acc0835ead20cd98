"""Paths, folders and globs → files to read, each once, in a fixed order; the rest is rejected."""

import glob
import os
import re
import stat
import sys
from collections.abc import Iterable, Iterator
from typing import BinaryIO, NamedTuple

from claimdiff.errors import InputError
from claimdiff.model import Rejection

TEXT_SUFFIXES = frozenset({".txt", ".text", ".md", ".markdown"})
LINE_SUFFIXES = frozenset({".jsonl", ".ndjson"})
RECORD_SUFFIXES = LINE_SUFFIXES | {".json"}
PAGE_SUFFIXES = frozenset({".html", ".htm", ".xhtml"})
KNOWN_SUFFIXES = TEXT_SUFFIXES | RECORD_SUFFIXES | PAGE_SUFFIXES | {".pdf", ".docx"}
_MOST_FILES = 100_000
_URL = re.compile(r"[a-z][a-z0-9+.-]{1,10}://", re.I)


class FoundFile(NamedTuple):
    """A file to read: `path` as shown, and `location` as the system knows it ("-" is standard input)."""

    path: str
    location: str


class Found(NamedTuple):
    """The files that the inputs name, sorted by path, and what was turned away."""

    files: tuple[FoundFile, ...]
    rejections: tuple[Rejection, ...]


def find_files(entries: Iterable[str | os.PathLike[str]]) -> Found:
    """Return the files behind the entries. A file named twice, also by a link, comes once.

    Folders are walked in sorted order without hidden files; links are followed, but not in circles.
    Addresses are not fetched.
    """
    locations: dict[str, None] = {}
    rejections: list[Rejection] = []
    for entry in entries:
        _add_entry(os.fsdecode(entry), locations, rejections)
    files: dict[str, FoundFile] = {}
    for location in sorted(locations):
        key = location if location == "-" else os.path.realpath(location)
        files.setdefault(key, FoundFile(show_path(location), location))
    return Found(tuple(sorted(files.values())), tuple(sorted(set(rejections))))


def read_file(location: str, limit: int) -> bytes:
    """Return a file's bytes, "-" for standard input.

    Only regular files are read: a FIFO or a device is opened without waiting and turned away.

    Raises:
        InputError: missing, unreadable, no regular file, or more than `limit` bytes.
    """
    try:
        data = sys.stdin.buffer.read(limit + 1) if location == "-" else _read_regular(location, limit)
    except OSError as error:
        raise InputError(_explain(error)) from error
    except (ValueError, AttributeError) as error:
        raise InputError("can't be opened; check the name") from error
    if len(data) > limit:
        raise InputError(f"larger than {limit:,} bytes; raise --max-file-size or give the article alone")
    return data


def stream_lines(location: str, limit: int) -> Iterator[bytes | None]:
    """Yield the lines of a regular file, line ends included, None for one of more than `limit` bytes.

    Raises:
        InputError: missing, unreadable or no regular file.
    """
    try:
        with _open_regular(location) as stream:
            while line := stream.readline(limit + 1):
                if len(line) <= limit:
                    yield line
                    continue
                while line and not line.endswith(b"\n"):
                    line = stream.readline(limit)
                yield None
    except OSError as error:
        raise InputError(_explain(error)) from error


def show_path(location: str) -> str:
    """Return a path that can be written: bytes that are no UTF-8 are spelled out as \\xNN."""
    if location.isascii():
        return location
    return os.fsencode(location).decode("utf-8", "backslashreplace")


def _add_entry(entry: str, locations: dict[str, None], rejections: list[Rejection]) -> None:
    shown = show_path(entry)

    def reject(reason: str) -> None:
        rejections.append(Rejection(shown, "reading", reason))

    if entry == "-":
        locations["-"] = None
    elif not entry or "\x00" in entry:
        reject("not a path; give a file or a folder")
    elif _URL.match(entry):
        reject("an address is not fetched: claimdiff works offline; save the page as a file and give that")
    elif os.path.isdir(entry):
        before = len(locations) + len(rejections)
        _add_folder(entry, locations, rejections)
        if len(locations) + len(rejections) == before and not _holds_known(entry, locations):
            reject(
                "the folder holds no file to read; put .txt, .md, .json, .html, .pdf or .docx files into it"
            )
    elif os.path.lexists(entry):
        locations[entry] = None
    elif glob.has_magic(entry):
        matches = sorted(glob.glob(entry, recursive=True))[:_MOST_FILES]
        if not matches:
            reject("no file matches this pattern; check the folder and the spelling")
        for match in matches:
            _add_entry(match, locations, rejections)
    else:
        reject("no such file or folder; check the spelling")


def _holds_known(folder: str, locations: dict[str, None]) -> bool:
    prefix = os.path.join(folder, "")
    return any(location.startswith(prefix) for location in locations)


def _add_folder(folder: str, locations: dict[str, None], rejections: list[Rejection]) -> None:
    """Add the files under a folder; real folders before linked ones, so that a file keeps its own path."""
    waiting: list[str] = [folder]
    linked: list[str] = []
    seen = {os.path.realpath(folder)}
    count = 0
    while waiting or linked:
        here = waiting.pop(0) if waiting else linked.pop(0)
        try:
            names = sorted(os.listdir(here))
        except OSError as error:
            rejections.append(Rejection(show_path(here), "reading", _explain(error)))
            continue
        for name in names:
            if name.startswith("."):
                continue
            count += 1
            if count > _MOST_FILES:
                rejections.append(
                    Rejection(
                        show_path(folder), "reading", f"more than {_MOST_FILES:,} files; give fewer at a time"
                    )
                )
                return
            location = os.path.join(here, name)
            if not os.path.isdir(location):
                _add_member(location, locations, rejections)
                continue
            real = os.path.realpath(location)
            if real not in seen:
                seen.add(real)
                (linked if os.path.islink(location) else waiting).append(location)
            elif os.path.islink(location) and os.path.realpath(here).startswith(real):
                reason = "a link back to a folder that holds it; not followed again"
                rejections.append(Rejection(show_path(location), "reading", reason))


def _add_member(location: str, locations: dict[str, None], rejections: list[Rejection]) -> None:
    """Add a file found in a folder, if its name ends as one of the formats does, or has no ending at all."""
    suffix = os.path.splitext(location)[1].lower()
    if suffix in KNOWN_SUFFIXES or not suffix:
        locations[location] = None
    else:
        reason = f"{show_path(suffix)} files are not read; save it as .txt, .md, .json, .html, .pdf or .docx"
        rejections.append(Rejection(show_path(location), "reading", reason))


def _read_regular(location: str, limit: int) -> bytes:
    with _open_regular(location) as stream:
        return stream.read(limit + 1)


def _open_regular(location: str) -> BinaryIO:
    """Open a file, never waiting for it; whatever is not a regular file is an InputError."""
    flags = os.O_RDONLY
    for name in ("O_NONBLOCK", "O_CLOEXEC", "O_BINARY"):
        flags |= getattr(os, name, 0)
    mode = os.stat(location).st_mode
    if not stat.S_ISREG(mode):
        raise InputError(_name_special(mode))
    stream = os.fdopen(os.open(location, flags), "rb")
    mode = os.fstat(stream.fileno()).st_mode
    if not stat.S_ISREG(mode):
        stream.close()
        raise InputError(_name_special(mode))
    return stream


def _name_special(mode: int) -> str:
    kinds = (
        (stat.S_ISFIFO, "a pipe (FIFO)"),
        (stat.S_ISSOCK, "a socket"),
        (stat.S_ISCHR, "a device"),
        (stat.S_ISBLK, "a device"),
        (stat.S_ISDIR, "a folder"),
    )
    name = next((name for check, name in kinds if check(mode)), "not a regular file")
    return f"{name}, not a file; give a regular file"


def _explain(error: OSError) -> str:
    if isinstance(error, FileNotFoundError):
        return "no such file or folder, or a link to nothing; check the spelling"
    if isinstance(error, PermissionError):
        return "no permission to read it; change its permissions"
    if error.errno is not None and error.strerror == os.strerror(40):
        return "a link that leads back to itself; not followed"
    return f"can't be read ({error.strerror or type(error).__name__}); check the file"
