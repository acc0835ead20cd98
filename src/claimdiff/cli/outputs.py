"""Where results go: standard output, or files that are written whole or not at all."""

import io
import os
import sys
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, TextIO

from msgspec import Struct

from claimdiff.errors import ClaimdiffError, SettingsError

if TYPE_CHECKING:
    from claimdiff.model import Document
    from claimdiff.reporting.formats import Presentation
    from claimdiff.reporting.terminal import Styling

SUFFIXES = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".csv": "csv",
    ".md": "markdown",
    ".markdown": "markdown",
    ".html": "html",
    ".htm": "html",
    ".sarif": "sarif",
}
_PLAIN = str.maketrans(
    {"●": "*", "–": "-", "—": "-", "‹": "<", "›": ">", "·": ".", "…": "~", "│": "|", "─": "-", "≠": "#"}
    | {"→": ">", "“": '"', "”": '"', "‘": "'", "’": "'"}
    | {circled: str(number) for number, circled in enumerate("②③④⑤⑥⑦⑧⑨", 2)}
)


class OutputError(ClaimdiffError):
    """A result could not be written where it was wanted."""


class Target(Struct, frozen=True):
    """One file to write, and the format to write it in."""

    format: str
    path: str


class Plan(Struct, frozen=True):
    """What is printed on standard output (a format, or None for nothing), and which files are written."""

    printed: str | None
    targets: tuple[Target, ...]


def parse_targets(
    texts: list[str], formats: tuple[str, ...], format: str | None, *, default: str = "table"
) -> Plan:
    """Read `-o FILE`, which takes the place of standard output, and `-o FORMAT=FILE`, written besides.

    A plain FILE is written in `format` where that is given, else in the format that its ending names,
    else in `default`, which is also what is printed where no format is given.

    Raises:
        SettingsError: a format is unknown, two outputs name one file, or one can't be written.
    """
    targets: list[Target] = []
    printed: str | None = format or default
    for text in texts:
        name, equals, path = text.partition("=")
        if equals and path and name in formats:
            targets.append(Target(name, path))
        elif equals and name.isalpha():
            raise SettingsError(
                f"--output {text}: {name!r} is no format; give FILE or FORMAT=FILE with {', '.join(formats)}"
            )
        else:
            guess = SUFFIXES.get(Path(text).suffix.lower(), default)
            targets.append(Target(format or (guess if guess in formats else default), text))
            printed = None
    for target in targets:
        _refuse_bad_place(target.path)
    places = [os.path.abspath(target.path) for target in targets]
    for target, place in zip(targets, places, strict=True):
        if places.count(place) > 1:
            raise SettingsError(f"--output names {target.path} twice")
    return Plan(printed, tuple(targets))


def _refuse_bad_place(path: str) -> None:
    """Say before the work what would fail after it: an output that can't be written where it is wanted."""
    place = Path(path)
    folder = place.parent
    if path.endswith(("/", os.sep)) or place.is_dir():
        raise SettingsError(f"--output {path}: is a folder; name a file in it")
    if not folder.is_dir():
        raise SettingsError(f"--output {path}: the folder {folder} is not there; make it first")
    if not os.access(place if place.exists() else folder, os.W_OK):
        raise SettingsError(f"--output {path}: can't be written; choose another place")


def refuse_overwriting(paths: Iterable[str], documents: Sequence["Document"]) -> None:
    """Refuse to write over an article that was read: it may be the only copy.

    Raises:
        SettingsError: one of the outputs is one of the documents' files.
    """
    read = {os.path.realpath(name) for one in documents for name in (one.path, one.path.rpartition("#")[0])}
    for path in paths:
        if os.path.realpath(path) in read:
            raise SettingsError(f"--output {path}: is one of the articles; choose another place")


def deliver(plan: Plan, render: "Callable[[str, Presentation], str]", presentation: "Presentation") -> None:
    """Write every file of the plan, without styling and at the width asked for, then standard output.

    Everything is rendered before anything is written.
    """
    import msgspec

    plain = msgspec.structs.replace(presentation, styling="none")
    rendered = [(target.path, render(target.format, plain)) for target in plan.targets]
    printed = render(plan.printed, presentation) if plan.printed is not None else ""
    for path, text in rendered:
        write_whole(path, text)
    if printed:
        write_result(printed)


def write_whole(path: str, text: str) -> None:
    """Write a file whole or not at all: into a temporary file beside it, to the disk, then in its place.

    A device or pipe (/dev/stdout, /dev/null) is written directly.

    Raises:
        OutputError: it can't be written; what was there before is untouched.
    """
    data = text.encode("utf-8", "backslashreplace")
    target = Path(path)
    temporary: Path | None = None
    try:
        if path.endswith(("/", os.sep)) or (target.exists() and not target.is_file()):
            if path.endswith(("/", os.sep)) or target.is_dir():
                raise OutputError(f"{path}: is a folder; name a file in it")
            with target.open("wb", buffering=0) as stream:
                stream.write(data)
            return
        place = target.resolve()
        temporary = place.with_name(f".{place.name[:100]}.{os.getpid()}.part")
        mode = place.stat().st_mode & 0o777 if place.exists() else None
        with temporary.open("xb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        if mode is not None:
            temporary.chmod(mode)
        temporary.replace(place)
        temporary = None
        _sync_folder(place.parent)
    except OSError as error:
        raise OutputError(f"{path}: can't be written: {error.strerror or error}") from None
    finally:
        if temporary is not None:
            temporary.unlink(missing_ok=True)


def _sync_folder(folder: Path) -> None:
    """Make the new name last; some systems don't open folders, and then there is nothing to do."""
    try:
        handle = os.open(folder, os.O_RDONLY)
    except OSError:
        return
    try:
        os.fsync(handle)
    except OSError:
        return
    finally:
        os.close(handle)


def write_result(text: str) -> None:
    """Write a result to standard output, in what its encoding can show.

    Raises:
        OutputError: standard output is closed, or full.
        BrokenPipeError: nobody reads it any more.
    """
    stdout: TextIO | None = sys.stdout
    if stdout is None:
        raise OutputError("standard output is closed; -o FILE writes to a file")
    encoding = (stdout.encoding or "utf-8").lower().replace("_", "-")
    if not encoding.startswith("utf"):
        text = text.translate(_PLAIN)
    try:
        if isinstance(stdout, io.TextIOWrapper):
            stdout.buffer.write(text.encode(encoding, "backslashreplace"))
        else:
            stdout.write(text)
        stdout.flush()
    except BrokenPipeError:
        raise
    except OSError as error:
        _discard_stdout()
        raise OutputError(f"standard output: can't be written: {error.strerror or error}") from None


def _discard_stdout() -> None:
    """Send what is still buffered nowhere, so that closing it at exit does not fail a second time."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())


def stdout_is_terminal() -> bool:
    """Tell whether a person is looking."""
    try:
        return sys.stdout.isatty()
    except (AttributeError, OSError, ValueError):
        return False


def choose_width(asked: int | None) -> int:
    """Return the width to draw in: what was asked, else the terminal's, else 80 in a pipe."""
    if asked is not None:
        return asked
    if not stdout_is_terminal():
        return 80
    try:
        return os.get_terminal_size(sys.stdout.fileno()).columns or 80
    except (OSError, ValueError):
        return 80


def choose_styling() -> "Styling":
    """Return how much styling fits: none in a pipe, no colours under NO_COLOR or a dumb terminal."""
    if os.environ.get("TERM", "") == "dumb" or not stdout_is_terminal():
        return "none"
    return "attributes" if os.environ.get("NO_COLOR") else "colour"
