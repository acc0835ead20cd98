"""Every console block of the README shows what the command prints today.

CLAIMDIFF_UPDATE_GOLDEN=1 writes the output in its place instead.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
README = ROOT / "README.md"
BLOCK = re.compile(r"(?ms)^```console\n\$ (?P<command>[^\n]+)\n(?P<output>.*?)^```$")
COMMANDS = [match["command"] for match in BLOCK.finditer(README.read_text(encoding="utf-8"))]


def run_command(command: str) -> str:
    """Run a shell line from the project's root, with this interpreter's claimdiff first in the path."""
    path = os.pathsep.join((str(Path(sys.executable).parent), os.environ.get("PATH", "")))
    keep = {key: value for key, value in os.environ.items() if not key.startswith("CLAIMDIFF")}
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        env={**keep, "PATH": path, "PYTHONUTF8": "1"},
        check=False,
    )
    assert done.stderr == ""
    return done.stdout


@pytest.mark.parametrize("command", COMMANDS)
def test_the_readme_shows_real_output(command: str) -> None:
    """The block under a command is what the command prints."""
    if "jq" in command and shutil.which("jq") is None:
        pytest.skip("jq is not installed")
    printed = run_command(command)
    text = README.read_text(encoding="utf-8")
    block = next(match for match in BLOCK.finditer(text) if match["command"] == command)
    if os.environ.get("CLAIMDIFF_UPDATE_GOLDEN"):
        start, end = block.span("output")
        README.write_text(text[:start] + printed + text[end:], encoding="utf-8")
        return
    assert block["output"] == printed


def test_the_readme_has_a_walk_through() -> None:
    """The commands that a newcomer meets first are among the blocks that are checked."""
    assert any(command.startswith("claimdiff compare examples/harbour") for command in COMMANDS)
    assert any(command.startswith("claimdiff explain") for command in COMMANDS)
