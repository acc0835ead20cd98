"""`claimdiff lsp` and `claimdiff mcp` where their extras are missing, and `check --each`."""

import sys
from pathlib import Path

import pytest

from command_line import call


@pytest.mark.parametrize(
    ("command", "package", "module"),
    [(["lsp"], "lsprotocol", "lsp_server"), (["mcp", "."], "mcp", "mcp_server")],
)
def test_a_missing_extra_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
    command: list[str],
    package: str,
    module: str,
) -> None:
    """Without its package a server does not start, and says which extra to install."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, f"claimdiff.editors.{module}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    done = call(*command, cwd=tmp_path)
    assert done.returncode == 2
    assert done.stderr.count("\n") == 1
    assert f"pip install 'claimdiff[{command[0]}]'" in done.stderr


@pytest.fixture
def room(tmp_path: Path) -> Path:
    """Two drafts, of which the first is wrong, and their source beside them."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_text(
        "The coastguard sent two helicopters to the harbour at Port Ellery.\n", encoding="utf-8"
    )
    for name, figure in (("wrong.md", "three"), ("right.md", "two")):
        (tmp_path / name).write_text(
            f"The coastguard sent {figure} helicopters to the harbour at Port Ellery.\n", encoding="utf-8"
        )
    return tmp_path


@pytest.mark.parametrize(
    ("drafts", "code"), [(["right.md"], 0), (["right.md", "wrong.md"], 1), (["wrong.md", "gone.md"], 2)]
)
def test_each_checks_every_draft(room: Path, drafts: list[str], code: int) -> None:
    """With --each every file is a draft against the sources beside it; the gravest exit code stands."""
    done = call("check", "--each", "--format", "concise", *drafts, cwd=room)
    assert done.returncode == code
    assert ("wrong.md:1:21: CD201" in done.stdout) == ("wrong.md" in drafts)
    assert "right.md:" not in done.stdout
    assert ("gone.md" in done.stderr) == ("gone.md" in drafts)


@pytest.mark.parametrize("extra", [["--format", "json"], ["-o", "out.json"], ["--watch"]])
def test_each_refuses_what_holds_one_result(room: Path, extra: list[str]) -> None:
    """A format or a file that holds one result is no place for several, and a watch has one draft."""
    done = call("check", "--each", "right.md", *extra, cwd=room)
    assert done.returncode == 2
    assert "--each" in done.stderr
    assert not (room / "out.json").exists()


def test_sources_are_found_by_the_settings_file(room: Path) -> None:
    """Without --against, `sources` of the settings file are read, and shown by the path from here."""
    (room / "sources").rename(room / "wires")
    (room / "claimdiff.toml").write_text('sources = ["wires"]\n', encoding="utf-8")
    done = call("check", "wrong.md", cwd=room)
    assert done.returncode == 1
    assert "(wires/wire.txt:1)" in done.stdout
