"""Every command line that README, docs and --help show can be typed as it stands, and works.

They run in a folder that holds small files under the names which the examples use.
"""

import os
import re
import shlex
import shutil
import subprocess
import sys
from collections.abc import Iterator
from importlib.util import find_spec
from pathlib import Path

import pytest

from command_line import Done, call

ROOT = Path(__file__).parents[2]
PAGES = ("README.md", "docs/report.md", "docs/editors.md", "docs/scale.md", "SECURITY.md")
GROUPS = (
    "compare check quotes timeline revisions claims explain score rule schema config doctor lsp mcp archive"
).split()
ARCHIVE = "add compare stories show search export".split()
# Lines that can't end here, with the reason; what they start is tested elsewhere.
ENDLESS = {"--watch": "runs until Ctrl-C", "--scheduler": "needs a cluster"}
NEEDS = {"jq": shutil.which("jq"), "lsp": find_spec("pygls"), "mcp": find_spec("mcp")}
SERVERS = ("claimdiff lsp", "claimdiff mcp ~/stories ~/drafts")
STORY_ID = "s-3f2a"

ONE = """The Quay Courier

By Rosa Tell

4 March 2031

PORT ELLERY — Six people were hurt when a ferry caught fire.

A lorry caught fire on the car deck on Tuesday, and 214 passengers left the ship.

"It may well have been the wiring," harbour master Ines Calloway said.

The union had sent two warnings about the sprinklers, it said.
"""
TWO = """The Skerra Bulletin

5 March 2031
By Tom Reeve

PORT ELLERY — Two people were hurt when a ferry caught fire.

"It was the wiring," harbour master Ines Calloway said.

The union had sent two warnings about the sprinklers, it said.

Officials said the blaze began in a van on the car deck, and 240 passengers left the ship.
"""
DRAFT = "Six people were hurt when a ferry caught fire at Port Ellery. 240 passengers left the ship.\n"
PAIR = '{"left": "Six people were hurt.", "right": "Two people were hurt."}\n'
RECORD = '{"text": "The ferry Saint Orla caught fire at Port Ellery on Tuesday.", "outlet": "Ellery Wire"}\n'


def list_shown(text: str) -> Iterator[str]:
    """Yield the shell lines of a page's code that call claimdiff, each with the lines it goes on to.

    Lines that begin with a prompt are left out: test_readme.py runs them and reads what they print.
    """
    lines = iter(text.splitlines())
    fenced = False
    for line in lines:
        if line.startswith("```"):
            fenced = not fenced
        if not (fenced or line.startswith("    ")):
            continue
        command = line.strip()
        if not re.match(r"(curl .*\| |echo .*\| )?claimdiff [a-z-]", command):
            continue
        while True:
            try:
                shlex.split(command, comments=True)
            except ValueError:
                command += "\n" + next(lines)
            else:
                break
        yield command


def list_commands() -> list[str]:
    """Return every command line that is shown anywhere, once."""
    shown = [line for page in PAGES for line in list_shown((ROOT / page).read_text(encoding="utf-8"))]
    return list(dict.fromkeys([*shown, *(line for lines in HELP.values() for line in lines)]))


def list_help(name: str) -> list[str]:
    """Return the command lines that a command's --help shows."""
    text = call(*name.split(), "--help", cwd=ROOT).stdout
    return list(list_shown("\n".join("  " + line for line in text.splitlines())))


HELP = {name: list_help(name) for name in (*GROUPS, *(f"archive {name}" for name in ARCHIVE))}
COMMANDS = list_commands()


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with the files that the examples name, an archive and a baseline among them."""
    place = tmp_path_factory.mktemp("examples")
    (place / "examples").symlink_to(ROOT / "examples")
    for name in ("stories/ferry", "story", "ferry", "articles", "sources"):
        (place / name).mkdir(parents=True)
        (place / name / "a.txt").write_text(ONE, encoding="utf-8")
        (place / name / "b.txt").write_text(TWO, encoding="utf-8")
    (place / "drafts").mkdir()
    files = {
        **dict.fromkeys(("a.txt", "story.txt", "old.txt", "ferry-10am.txt"), ONE),
        **dict.fromkeys(("b.txt", "new.txt", "ferry-4pm.txt"), TWO),
        **dict.fromkeys(("draft.md", "drafts/monday.md"), DRAFT),
        "pairs.jsonl": PAIR,
        "wire.jsonl": RECORD,
    }
    for name, text in files.items():
        (place / name).write_text(text, encoding="utf-8")
    (place / "bin").mkdir()
    for name, script in {
        "curl": f"cat {place}/a.txt",
        "claimdiff": f'{sys.executable} -m claimdiff "$@"',
    }.items():
        (place / "bin" / name).write_text(f"#!/bin/sh\nexec {script}\n", encoding="utf-8")
        (place / "bin" / name).chmod(0o755)
    call("check", "draft.md", "--against", "sources", "--write-baseline", "known.json", cwd=place)
    call("archive", "add", "news.db", "articles", cwd=place)
    call("archive", "compare", "news.db", "--workers", "1", cwd=place)
    return place


def run_shown(command: str, folder: Path) -> subprocess.CompletedProcess[str] | Done:
    """Run a line in the folder: in this process, or in a shell where it takes one."""
    stories = call("archive", "stories", "news.db", "--format", "jsonl", cwd=folder).stdout
    command = command.replace(STORY_ID, stories.split('"')[3])
    if not set(command.partition("#")[0]) & set("|<>*~") and command not in SERVERS:
        return call(*shlex.split(command, comments=True)[1:], cwd=folder)
    path = f"{folder / 'bin'}{os.pathsep}{os.environ.get('PATH', '')}"
    return subprocess.run(
        ["bash", "-o", "pipefail", "-c", command],
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        timeout=120,
        env={**os.environ, "PATH": path, "HOME": str(folder), "PYTHONUTF8": "1"},
    )


@pytest.mark.parametrize("command", COMMANDS)
def test_a_shown_command_works(folder: Path, command: str) -> None:
    """It ends with 0, or with 1 where it looks for something; nothing on standard error is an error."""
    if endless := [why for option, why in ENDLESS.items() if option in command]:
        pytest.skip(", ".join(endless))
    for needed, there in NEEDS.items():
        if needed in command.split() and not there:
            pytest.skip(f"{needed} is not installed")
    done = run_shown(command, folder)
    may_find = " check " in f" {command} " or "--fail-on" in command
    assert done.returncode in ((0, 1) if may_find else (0,)), done.stderr
    assert "error" not in done.stderr


@pytest.mark.parametrize("name", [name for name in HELP if name != "archive"])
def test_every_help_has_an_example(name: str) -> None:
    """--help of each command shows a line of that command that can be typed."""
    assert any(re.search(rf"claimdiff {name}( |$)", line) for line in HELP[name])


def test_the_readme_speaks_of_no_command_that_is_not_there() -> None:
    """Each `claimdiff WORD` in the README is a command."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`claimdiff ([a-z]+)", text))
    assert named <= set(GROUPS)
    assert len(named) > 8


def test_the_readme_library_example_runs(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The Python block of the README runs as it stands and finds contradictions in the example."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"(?ms)^```python\n(.*?)^```", text)
    monkeypatch.chdir(folder)
    values: dict[str, object] = {}
    exec(block, values)
    assert values["comparison"].contradictions  # type: ignore[attr-defined]


def test_the_readme_settings_are_settings(tmp_path: Path) -> None:
    """The settings file that the README shows is read without complaint."""
    text = (ROOT / "README.md").read_text(encoding="utf-8")
    (block,) = re.findall(r"(?ms)^```toml\n(.*?)^```", text)
    (tmp_path / "claimdiff.toml").write_text(block, encoding="utf-8")
    done = call("config", cwd=tmp_path)
    assert done.returncode == 0
    assert "Marlin Press" in done.stdout
