"""Starting costs little: what a command does not need is not imported."""

import subprocess
import sys

import pytest

HEAVY = ("rich", "dateparser", "rapidfuzz", "snowballstemmer", "numpy", "msgspec", "json")


def imported_by(*arguments: str) -> set[str]:
    """The top-level modules that a fresh interpreter imports for a command line."""
    done = subprocess.run(
        [sys.executable, "-X", "importtime", "-m", "claimdiff", *arguments],
        capture_output=True,
        text=True,
        check=True,
    )
    names = [line.rsplit("|", 1)[1].strip() for line in done.stderr.splitlines() if "|" in line]
    return {name.split(".")[0] for name in names} | set(names)


def test_version_imports_no_command() -> None:
    """A bare `claimdiff --version` imports neither typer nor any command."""
    names = imported_by("--version")
    assert not {
        name for name in names if name.startswith(("typer", "claimdiff.cli.app", "claimdiff.settings"))
    }


@pytest.mark.parametrize("arguments", [["--version"], ["--help"], ["schema", "--help"]])
def test_version_and_help_import_nothing_heavy(arguments: list[str]) -> None:
    """The version and the help are printed without rich and without any library of the engine."""
    names = imported_by(*arguments)
    assert not names & set(HEAVY)
    assert not {
        name
        for name in names
        if name.startswith(("claimdiff.reporting", "claimdiff.matching", "claimdiff.language"))
    }


def test_help_imports_nothing_heavy() -> None:
    """`claimdiff compare --help` is drawn without rich."""
    assert not imported_by("compare", "--help") & {"rich", "dateparser", "rapidfuzz", "numpy"}


def test_importing_the_library_is_cheap() -> None:
    """`import claimdiff` imports no dependency at all."""
    heavy = ("msgspec", "typer", "rich", "rapidfuzz")
    code = f"import sys, claimdiff; print([name for name in {heavy} if name in sys.modules])"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "[]"
