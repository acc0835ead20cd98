"""The pre-commit hook, run by pre-commit itself from a repository made of this checkout's files."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
PARTS = ("pyproject.toml", "README.md", "LICENSE", ".pre-commit-hooks.yaml", "src")


def _git(folder: Path, *arguments: str) -> None:
    who = ["-c", "user.name=desk", "-c", "user.email=desk@example.org", "-c", "commit.gpgsign=false"]
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True, timeout=60)


@pytest.fixture
def hooks(tmp_path: Path) -> Path:
    """A repository that offers the hook."""
    if shutil.which("git") is None:
        pytest.skip("git is not here")
    pytest.importorskip("pre_commit", reason="pre-commit is not installed")
    repository = tmp_path / "claimdiff"
    repository.mkdir()
    for part in PARTS:
        if (ROOT / part).is_dir():
            shutil.copytree(
                ROOT / part, repository / part, ignore=shutil.ignore_patterns("__pycache__", "*.egg-info")
            )
        else:
            shutil.copy(ROOT / part, repository / part)
    _git(repository, "init", "--quiet")
    _git(repository, "add", ".")
    _git(repository, "commit", "--quiet", "--message", "all of it")
    return repository


def test_the_hook_holds_drafts_against_the_sources_beside_them(desk: Path, hooks: Path) -> None:
    """`pre-commit try-repo` builds the hook, checks the draft, leaves the sources alone, and fails."""
    room = desk / "room"
    (room / "drafts").mkdir(parents=True)
    (desk / "draft.md").rename(room / "drafts" / "draft.md")
    (desk / "sources").rename(room / "drafts" / "sources")
    _git(room, "init", "--quiet")
    _git(room, "add", ".")
    environment = {
        **{name: value for name, value in os.environ.items() if not name.startswith(("GIT_", "PRE_COMMIT"))},
        "PRE_COMMIT_HOME": str(desk / "cache"),
        "PIP_RETRIES": "1",
        "PIP_TIMEOUT": "10",
    }
    command = [sys.executable, "-m", "pre_commit", "try-repo", str(hooks), "claimdiff-check", "--all-files"]
    ended = subprocess.run(
        command,
        cwd=room,
        env=environment,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=600,
    )
    if "CalledProcessError" in ended.stdout and "pip" in ended.stdout:
        pytest.skip("the hook's environment can't be built here: no package registry answers")
    assert ended.returncode == 1, ended.stdout + ended.stderr
    assert "drafts/draft.md:3:24: CD201 contradicted" in ended.stdout
    assert "sources/gazette.txt:1:" not in ended.stdout
