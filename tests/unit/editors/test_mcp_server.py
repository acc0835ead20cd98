"""The tool server, spoken to by the SDK's own client over standard input and output."""

import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("mcp", reason="the mcp extra is not installed")
anyio = pytest.importorskip("anyio")


def _ask(folders: list[Path], *calls: tuple[str, dict[str, Any]]) -> list[tuple[bool, str]]:
    """Start a server for the folders and make the calls; return of each whether it failed, and its text."""

    async def talk(client: Any) -> list[tuple[bool, str]]:
        answers = []
        for name, given in calls:
            answer = await client.call_tool(name, given)
            answers.append((bool(answer.is_error), "".join(part.text for part in answer.content)))
        return answers

    answers: list[tuple[bool, str]] = _converse(folders, talk)
    return answers


def _converse(folders: list[Path], talk: Callable[[Any], Awaitable[Any]]) -> Any:
    from mcp.client import Client
    from mcp.client.stdio import StdioServerParameters, stdio_client

    async def run() -> Any:
        command = ["-m", "claimdiff", "mcp", *map(str, folders)]
        server = StdioServerParameters(command=sys.executable, args=command)
        async with Client(stdio_client(server)) as client:
            return await talk(client)

    return anyio.run(run)


def _refuse(folders: list[Path], *paths: str) -> list[str]:
    """Return what is answered to each path, all of which must be refused."""
    answers = _ask(folders, *(("compare", {"paths": [path]}) for path in paths))
    assert all(failed for failed, _ in answers), answers
    return [text for _, text in answers]


def test_offers_three_read_only_tools(desk: Path) -> None:
    """An agent sees compare, check and explain, all marked as reading only and touching nothing outside."""

    async def list_tools(client: Any) -> Any:
        return (await client.list_tools()).tools

    tools = _converse([desk], list_tools)
    assert [tool.name for tool in tools] == ["compare", "check", "explain"]
    for tool in tools:
        assert tool.annotations.read_only_hint
        assert not tool.annotations.open_world_hint
        assert tool.description


def test_tools_say_what_the_commands_say(desk: Path) -> None:
    """Each tool's answer is what the library finds for the same files."""
    from claimdiff import check, compare
    from claimdiff.reporting.check_lines import render_check_markdown
    from claimdiff.reporting.json_format import render_json

    sources, draft = desk / "sources", desk / "draft.md"
    answers = _ask(
        [desk],
        ("check", {"draft": "draft.md", "against": ["sources"]}),
        ("compare", {"paths": ["sources"], "format": "json"}),
        ("explain", {"left": "coastguard sent", "right": "Two helicopters", "paths": ["sources"]}),
        ("explain", {"left": "sources/gazette.txt:9", "right": "Two helicopters", "paths": ["sources"]}),
    )
    assert answers[0] == (False, render_check_markdown(check(str(draft.resolve()), [str(sources.resolve())])))
    assert json.loads(answers[1][1]) == json.loads(render_json(compare([str(sources.resolve())])))
    assert not answers[2][0]
    assert "one fact" in answers[2][1]
    assert answers[3] == answers[2]


def test_refuses_what_lies_outside(desk: Path) -> None:
    """A path outside the folders, absolute or by way of .., is refused as if it were not there."""
    outside, missing = desk / "draft.md", desk / "nothing.md"
    folder = desk / "sources"
    paths = (str(outside), "../draft.md", str(missing), "", "-", "https://example.org/a", "*.txt")
    for text in _refuse([folder], *paths):
        assert "helicopters" not in text
        assert "inside the folders named at start" in text or "empty path" in text


def test_refuses_links_that_lead_outside(desk: Path) -> None:
    """A link inside the folder to a file outside is refused, named itself or met in the folder."""
    folder = desk / "sources"
    (folder / "link.md").symlink_to(desk / "draft.md")
    named, met = _refuse([folder], "link.md", ".")
    assert "inside the folders" in named
    assert "leads outside" in met


def test_follows_links_that_stay_inside(desk: Path) -> None:
    """A link from one named folder into another is no way out."""
    (desk / "desk").mkdir()
    (desk / "desk" / "wires").symlink_to(desk / "sources", target_is_directory=True)
    [(failed, text)] = _ask([desk / "desk", desk / "sources"], ("compare", {"paths": ["wires"]}))
    assert not failed, text
    assert "Port Ellery Gazette" in text


def test_says_what_is_wrong_in_one_line(desk: Path) -> None:
    """A folder without anything to read is an answer the agent can act on, not a crash."""
    (desk / "empty").mkdir()
    [(failed, text)] = _ask([desk], ("compare", {"paths": ["empty"]}))
    assert failed
    assert "the folder holds no file to read" in text


def test_needs_folders_that_are_there(tmp_path: Path) -> None:
    """The server does not start for a folder that does not exist."""
    import subprocess

    command = [sys.executable, "-m", "claimdiff", "mcp", str(tmp_path / "nowhere")]
    ended = subprocess.run(command, capture_output=True, text=True, stdin=subprocess.DEVNULL, timeout=60)
    assert ended.returncode == 2
    assert ended.stderr.count("\n") == 1
    assert "not a folder" in ended.stderr
