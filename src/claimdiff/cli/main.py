"""The `claimdiff` command: how it starts, and how it ends."""

import os
import sys

from claimdiff.version import VERSION


def run() -> None:
    """Entry point of the console script: turns errors into one line and an exit code.

    A bare --version is answered before any command is imported: tools ask for it in every run.
    """
    from claimdiff.errors import ClaimdiffError

    try:
        if sys.argv[1:] == ["--version"]:
            print(f"claimdiff {VERSION}", flush=True)
            return
        from claimdiff.cli.app import app

        app()
    except ClaimdiffError as error:
        _fail(f"error: {error}", 2)
    except BrokenPipeError:
        _quit_quietly()
    except OSError as error:
        _fail(f"error: {error}", 2)
    except KeyboardInterrupt:
        _fail("interrupted", 130)
    except Exception as error:
        if os.environ.get("CLAIMDIFF_DEBUG"):
            raise
        name = type(error).__name__
        _fail(f"internal error: {name}: {error}; CLAIMDIFF_DEBUG=1 shows where, please report it", 70)


def _fail(text: str, code: int) -> None:
    from claimdiff.cli.messages import say

    say(text)
    sys.exit(code)


def _quit_quietly() -> None:
    """The reader of our output went away (`| head`): nothing is wrong, and nothing more can be said."""
    os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    sys.exit(0)
