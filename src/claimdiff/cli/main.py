"""The `claimdiff` command: how it starts, and how it ends."""

import os
import sys
from typing import cast

from claimdiff.version import VERSION

_INTERRUPTED = 130


def run() -> None:
    """Entry point of the console script: turns errors into one line and an exit code.

    A bare --version is answered before any command is imported: tools ask for it in every run.
    """
    from claimdiff.errors import ClaimdiffError

    try:
        if sys.argv[1:] == ["--version"]:
            print(f"claimdiff {VERSION}", flush=True)
            return
        sys.exit(_run_command())
    except ClaimdiffError as error:
        _fail(f"error: {error}", 2)
    except BrokenPipeError:
        _quit_quietly()
    except OSError as error:
        _fail(f"error: {error}", 2)
    except KeyboardInterrupt:
        _fail("interrupted", _INTERRUPTED)
    except Exception as error:
        if os.environ.get("CLAIMDIFF_DEBUG"):
            raise
        name = type(error).__name__
        _fail(f"internal error: {name}: {error}; CLAIMDIFF_DEBUG=1 shows where, please report it", 70)


def _run_command() -> int:
    """Run the command that the arguments name and return its exit code; a wrong command line is one line."""
    import typer

    from claimdiff.cli.app import app
    from claimdiff.cli.messages import say

    # typer exports this one kind of its usage errors; the base of it is what they all are.
    usage_error = cast("type[Exception]", typer.BadParameter.__base__)
    try:
        code = app(prog_name="claimdiff", standalone_mode=False)
    except usage_error as error:
        return _tell_misuse(error)
    if code == _INTERRUPTED:
        say("interrupted")
    return code if isinstance(code, int) else 0


def _tell_misuse(error: Exception) -> int:
    """Say in one line what is wrong with the command line and where to look; without any words, show help."""
    from claimdiff.cli.messages import say, write_error

    message = str(getattr(error, "format_message", error.__str__)())
    if "\n" in message:
        write_error(f"{message}\n")
        return 2
    context = getattr(error, "ctx", None)
    path = context.command_path if context is not None else "claimdiff"
    where = "" if path == "claimdiff" else f"{path}: "
    say(f"error: {where}{message[:1].lower()}{message[1:].rstrip('.')} (see {path} --help)")
    return 2


def _fail(text: str, code: int) -> None:
    from claimdiff.cli.messages import say

    say(text)
    sys.exit(code)


def _quit_quietly() -> None:
    """The reader of our output went away (`| head`): nothing is wrong, and nothing more can be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
