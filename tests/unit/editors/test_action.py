"""The GitHub action's own check step, run by bash as a runner does, with this environment's claimdiff."""

import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

yaml = pytest.importorskip("yaml")
ROOT = Path(__file__).parents[3]

pytestmark = pytest.mark.skipif(shutil.which("bash") is None, reason="bash is not here")


def _read_action() -> dict[str, Any]:
    action: dict[str, Any] = yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))
    return action


def _run_check(folder: Path, **inputs: str) -> subprocess.CompletedProcess[str]:
    """Run the last step with its environment filled from the inputs, as the expressions in it say."""
    action = _read_action()
    values = {
        name: inputs.get(name.replace("-", "_"), row.get("default")) for name, row in action["inputs"].items()
    }
    step = action["runs"]["steps"][-1]
    given = {}
    for name, expression in step["env"].items():
        key = expression.removeprefix("${{ inputs.").removesuffix(" }}")
        assert values[key] is not None
        given[name] = values[key]
    place = folder / "runner" / "claimdiff" / "bin"
    place.mkdir(parents=True)
    (place / "python").write_text(f'#!/bin/sh\nexec "{sys.executable}" "$@"\n', encoding="utf-8")
    (place / "python").chmod(0o755)
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", step["run"]],
        cwd=folder,
        env={**os.environ, **given, "RUNNER_TEMP": str(folder / "runner")},
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
    )


def test_annotates_the_drafts_lines(desk: Path) -> None:
    """Problems come out as annotations on the draft's lines, and the job fails."""
    ended = _run_check(desk, drafts="**/draft*.md", against="sources")
    assert ended.returncode == 1, ended.stderr
    assert "::error file=draft.md,line=3,col=24,endColumn=29,title=CD201 contradicted::" in ended.stdout


def test_inputs_reach_the_command(desk: Path) -> None:
    """`fail-on` and `arguments` are passed on; a text in an input is never run as a command."""
    ended = _run_check(
        desk,
        drafts="draft.md $(touch${IFS}pwned)",
        against="sources",
        fail_on="never",
        arguments="--ignore CD2 --ignore CD4",
    )
    assert not (desk / "pwned").exists()
    assert "CD201" not in ended.stdout
    assert "CD301" in ended.stdout


def test_says_so_when_no_draft_fits(desk: Path) -> None:
    """A pattern that fits nothing is an error, not a green job."""
    ended = _run_check(desk, drafts="nothing/*.md")
    assert ended.returncode == 2
    assert ended.stdout.startswith("::error::no draft fits")


def test_installs_from_its_own_checkout() -> None:
    """The action installs what it was checked out with, and takes no input into a script."""
    steps = _read_action()["runs"]["steps"]
    assert "$GITHUB_ACTION_PATH" in steps[1]["run"]
    assert all("${{" not in step.get("run", "") for step in steps)
