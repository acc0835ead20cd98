"""`claimdiff check --watch`: checks again on each save, and says what is new and what is gone."""

import os
import time
from collections.abc import Callable, Collection, Sequence
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdiff.editors.live_check import Stamps
    from claimdiff.model.verdict import Check
    from claimdiff.reporting.check_report import Problem

_PERIOD = 0.3
# How long the files must lie still before they are read: a save may come in two steps.
_SETTLING = 0.05
_CLEAR = "\x1b[H\x1b[2J"


def watch(
    draft: str,
    sources: Sequence[str],
    written: Sequence[str],
    run: "Callable[[], Check]",
    show: "Callable[[Check], None]",
) -> None:
    """Run and show a check, and again whenever the draft or a source was saved, until Ctrl-C.

    A terminal is cleared before each but the first; elsewhere one block follows the other. An error after the
    first check is one line, and the watch goes on. `written` are the files that `show` writes: where they lie
    among the sources, they are no save.

    Raises:
        ClaimdiffError: the first check can't be made.
    """
    from claimdiff.cli.messages import say
    from claimdiff.errors import ClaimdiffError

    def wait(seen: "Stamps | None") -> "Stamps":
        return _wait_for_change(draft, [draft, *sources], own, seen)

    own = {os.path.realpath(path) for path in written}
    try:
        seen, last = wait(None), None
        while True:
            try:
                result = run()
            except ClaimdiffError as error:
                if last is None:
                    raise
                say(str(error))
            else:
                if last is not None:
                    _clear()
                show(result)
                say(f"{_tell_change(last, result)} Watching {len(seen)} files; Ctrl-C ends.")
                last = result
            seen = wait(seen)
    except KeyboardInterrupt:
        say("watch ended")


def _wait_for_change(
    draft: str, paths: Sequence[str], own: Collection[str], seen: "Stamps | None"
) -> "Stamps":
    """Return the files' new stamps once they differ from `seen`, lie still, and the draft is there.

    Many editors save by putting a new file in the old one's place: for a moment there is none.
    """
    while True:
        stamps = _stamp(paths, own)
        if seen is None:
            return stamps
        if stamps != seen and os.path.exists(draft):
            time.sleep(_SETTLING)
            if _stamp(paths, own) == stamps:
                return stamps
            continue
        time.sleep(_PERIOD)


def _stamp(paths: Sequence[str], own: Collection[str]) -> "Stamps":
    from claimdiff.editors.live_check import list_stamps

    stamps = list_stamps(paths)
    return {path: stamp for path, stamp in stamps.items() if not own or os.path.realpath(path) not in own}


def _clear() -> None:
    from claimdiff.cli.outputs import stdout_is_terminal, write_result

    write_result(_CLEAR if stdout_is_terminal() else "\n")


def _tell_change(before: "Check | None", after: "Check") -> str:
    """List what is new and what is gone since the last check; return a sentence that counts them."""
    from claimdiff.reporting.check_report import list_problems

    now = {row.fingerprint: row for row in list_problems(after)}
    if before is None:
        return "First check."
    then = {row.fingerprint: row for row in list_problems(before)}
    new = [row for key, row in now.items() if key not in then]
    gone = [row for key, row in then.items() if key not in now]
    if not new and not gone:
        return "No change since the last check."
    _list_rows("+", new)
    _list_rows("-", gone)
    return f"{len(new)} new, {len(gone)} gone since the last check."


def _list_rows(mark: str, rows: "Sequence[Problem]") -> None:
    from claimdiff.cli.messages import write_error
    from claimdiff.reporting.visible import show_text

    for row in rows:
        at = (row.words or row.spans)[0]
        write_error(f"{mark} {show_text(row.path)}:{at.line}: {row.rule} {show_text(row.message)}\n")
