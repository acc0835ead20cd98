"""Runs the command line for tests, in this process or in one of its own."""

import contextlib
import io
import os
import subprocess
import sys
from pathlib import Path
from typing import NamedTuple
from unittest.mock import patch

from claimdiff.cli.main import run


class Done(NamedTuple):
    """What a run of the command line left behind."""

    returncode: int
    stdout: str
    stderr: str


def call(*arguments: str, cwd: Path, given: str | None = None) -> Done:
    """Run the command line in this process and in a folder, as the console script would."""
    out, err = (io.TextIOWrapper(io.BytesIO(), encoding="utf-8", newline="") for _ in range(2))
    stdin = io.TextIOWrapper(io.BytesIO((given or "").encode()), encoding="utf-8")
    code: object = 0
    with (
        contextlib.chdir(cwd),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        patch.object(sys, "argv", ["claimdiff", *arguments]),
        patch.object(sys, "stdin", stdin),
    ):
        try:
            run()
        except SystemExit as ended:
            code = ended.code or 0
        out.flush()
        err.flush()
    printed = [stream.buffer.getvalue().decode() for stream in (out, err)]  # type: ignore[attr-defined]
    return Done(int(code) if isinstance(code, int) else 1, *printed)


def start(*arguments: str, cwd: Path, **env: str) -> subprocess.CompletedProcess[str]:
    """Run the command in an interpreter of its own, with nothing on standard input."""
    return subprocess.run(
        [sys.executable, "-m", "claimdiff", *arguments],
        cwd=cwd,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **env},
        check=False,
        timeout=120,
    )
