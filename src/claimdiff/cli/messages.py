"""What goes to standard error: errors, notes and progress; never a result."""

import sys
import threading
from collections.abc import Iterable
from types import TracebackType

_FRAMES = "|/-\\"


def say(text: str) -> None:
    """Write one line to standard error, with nothing in it that could steer the terminal."""
    from claimdiff.reporting.visible import show_text

    write_error(f"claimdiff: {show_text(text)}\n")


def say_notes(notes: Iterable[str], *, quiet: bool) -> None:
    """Say each note on a line of its own, unless nobody wants to read them."""
    for note in () if quiet else notes:
        say(f"note: {note}")


def write_error(text: str) -> None:
    """Write to standard error; a closed one is no reason to fail."""
    try:
        encoding = sys.stderr.encoding or "utf-8"
        sys.stderr.write(text.encode(encoding, "backslashreplace").decode(encoding))
        sys.stderr.flush()
    except (AttributeError, OSError, ValueError):  # closed, or not there at all
        return


class Progress:
    """A line on a terminal's standard error that appears when the work takes longer than a second."""

    def __init__(self, text: str, *, quiet: bool = False, delay: float = 1.0) -> None:
        self._text = text
        self._delay = delay
        self._done = threading.Event()
        self._shown = False
        wanted = not quiet and _is_terminal()
        self._thread = threading.Thread(target=self._run, daemon=True) if wanted else None

    def __enter__(self) -> "Progress":
        if self._thread is not None:
            self._thread.start()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._done.set()
        if self._thread is not None:
            self._thread.join()
            if self._shown:
                write_error("\r\x1b[2K")

    def update(self, text: str) -> None:
        """Say what is being done now."""
        self._text = text

    def _run(self) -> None:
        wait, frame = self._delay, 0
        while not self._done.wait(wait):
            self._shown = True
            write_error(f"\r\x1b[2K{_FRAMES[frame % len(_FRAMES)]} {self._text}")
            wait, frame = 0.2, frame + 1


def _is_terminal() -> bool:
    try:
        return sys.stderr.isatty()
    except (AttributeError, OSError, ValueError):
        return False
