"""`claimdiff lsp` and `claimdiff mcp` where their extras are missing, and `check --each`."""

import sys
from pathlib import Path

import pytest

from claimdiff.cli.main import run


def _run(monkeypatch: pytest.MonkeyPatch, *arguments: str) -> int:
    monkeypatch.setattr(sys, "argv", ["claimdiff", *arguments])
    with pytest.raises(SystemExit) as ended:
        run()
    return int(ended.value.code or 0)


@pytest.mark.parametrize(
    ("command", "package", "module"),
    [(["lsp"], "lsprotocol", "lsp_server"), (["mcp", "."], "mcp", "mcp_server")],
)
def test_a_missing_extra_is_one_line(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    command: list[str],
    package: str,
    module: str,
) -> None:
    """Without its package a server does not start, and says which extra to install."""
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        monkeypatch.delitem(sys.modules, name)
    monkeypatch.delitem(sys.modules, f"claimdiff.editors.{module}", raising=False)
    monkeypatch.setitem(sys.modules, package, None)
    assert _run(monkeypatch, *command) == 2
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert f"pip install 'claimdiff[{command[0]}]'" in said


@pytest.fixture
def room(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Two drafts, of which the first is wrong, and their source beside them."""
    (tmp_path / "sources").mkdir()
    (tmp_path / "sources" / "wire.txt").write_text(
        "The coastguard sent two helicopters to the harbour at Port Ellery.\n", encoding="utf-8"
    )
    for name, figure in (("wrong.md", "three"), ("right.md", "two")):
        (tmp_path / name).write_text(
            f"The coastguard sent {figure} helicopters to the harbour at Port Ellery.\n", encoding="utf-8"
        )
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.mark.parametrize(
    ("drafts", "code"), [(["right.md"], 0), (["right.md", "wrong.md"], 1), (["wrong.md", "gone.md"], 2)]
)
def test_each_checks_every_draft(
    room: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    drafts: list[str],
    code: int,
) -> None:
    """With --each every file is a draft against the sources beside it; the gravest exit code stands."""
    assert _run(monkeypatch, "check", "--each", "--format", "concise", *drafts) == code
    said = capsys.readouterr()
    assert ("wrong.md:1:21: CD201" in said.out) == ("wrong.md" in drafts)
    assert "right.md:" not in said.out
    assert ("gone.md" in said.err) == ("gone.md" in drafts)


@pytest.mark.parametrize("extra", [["--format", "json"], ["-o", "out.json"], ["--watch"]])
def test_each_refuses_what_holds_one_result(
    room: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], extra: list[str]
) -> None:
    """A format or a file that holds one result is no place for several, and a watch has one draft."""
    assert _run(monkeypatch, "check", "--each", "right.md", *extra) == 2
    assert "--each" in capsys.readouterr().err
    assert not (room / "out.json").exists()


def test_sources_are_found_by_the_settings_file(
    room: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """Without --against, `sources` of the settings file are read, and shown by the path from here."""
    (room / "sources").rename(room / "wires")
    (room / "claimdiff.toml").write_text('sources = ["wires"]\n', encoding="utf-8")
    assert _run(monkeypatch, "check", "wrong.md") == 1
    assert "(wires/wire.txt:1)" in capsys.readouterr().out
