"""The language server, spoken to by a client over its standard input and output."""

import json
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

pytest.importorskip("pygls", reason="the lsp extra is not installed")


class Client:
    """A language client: writes messages with their length, reads until the answer it waits for."""

    def __init__(self) -> None:
        command = [sys.executable, "-m", "claimdiff", "lsp"]
        self._server = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
        )
        # So that a server that says nothing fails the test and does not hang it.
        self._limit = threading.Timer(60, self._server.kill)
        self._limit.start()
        self._next = 0
        self._waiting: list[dict[str, Any]] = []

    def start(self, root: Path, options: dict[str, object] | None = None) -> dict[str, Any]:
        """Make the handshake; return the server's capabilities."""
        answer = self.ask(
            "initialize",
            {
                "processId": None,
                "rootUri": root.as_uri(),
                "capabilities": {},
                "initializationOptions": options,
            },
        )
        self.tell("initialized", {})
        capabilities: dict[str, Any] = answer["capabilities"]
        return capabilities

    def open(self, path: Path, text: str | None = None) -> None:
        """Open a file, with another text than the one on disk where one is given."""
        document = {"uri": path.as_uri(), "languageId": "markdown", "version": 1}
        shown = path.read_text(encoding="utf-8") if text is None else text
        self.tell("textDocument/didOpen", {"textDocument": {**document, "text": shown}})

    def tell(self, method: str, params: object) -> None:
        """Send a notification."""
        self._write({"method": method, "params": params})

    def ask(self, method: str, params: object) -> Any:
        """Send a request and return its result."""
        self._next += 1
        number = self._next
        self._write({"id": number, "method": method, "params": params})
        while True:
            message = self._read()
            if message.get("id") == number and "method" not in message:
                assert "error" not in message, message
                return message["result"]
            self._waiting.append(message)

    def await_call(self, method: str) -> Any:
        """Return the parameters of the next notification of this name."""
        while True:
            for message in self._waiting:
                if message.get("method") == method:
                    self._waiting.remove(message)
                    return message["params"]
            self._waiting.append(self._read())

    def stop(self) -> int:
        """Shut the server down; return its exit code."""
        if self._server.poll() is None:
            self.ask("shutdown", None)
            self.tell("exit", None)
        assert self._server.stdin is not None and self._server.stdout is not None
        self._server.stdin.close()
        code = self._server.wait(timeout=30)
        self._limit.cancel()
        self._server.stdout.close()
        return code

    def _write(self, message: dict[str, Any]) -> None:
        body = json.dumps({"jsonrpc": "2.0", **message}).encode()
        assert self._server.stdin is not None
        self._server.stdin.write(b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self._server.stdin.flush()

    def _read(self) -> dict[str, Any]:
        assert self._server.stdout is not None
        length = 0
        while (line := self._server.stdout.readline().strip()) or not length:
            name, _, value = line.partition(b":")
            assert name, "the server went away"
            if name.lower() == b"content-length":
                length = int(value)
        message: dict[str, Any] = json.loads(self._server.stdout.read(length))
        return message


@pytest.fixture
def client() -> Iterator[Client]:
    """A client whose server is shut down at the end."""
    speaking = Client()
    yield speaking
    speaking.stop()


def _cut(text: str, found: dict[str, Any]) -> str:
    """Return what a range covers, counting characters in UTF-16 code units as the protocol does."""
    first, last = found["start"], found["end"]
    assert first["line"] == last["line"]
    units = text.split("\n")[first["line"]].encode("utf-16-le")
    return units[2 * first["character"] : 2 * last["character"]].decode("utf-16-le")


def _find(found: list[dict[str, Any]], code: str) -> dict[str, Any]:
    return next(one for one in found if one["code"] == code)


def _apply(text: str, edits: list[dict[str, Any]]) -> str:
    lines = text.split("\n")
    for edit in sorted(edits, key=lambda one: -one["range"]["start"]["character"]):
        start, end = edit["range"]["start"], edit["range"]["end"]
        units = lines[start["line"]].encode("utf-16-le")
        new = (
            units[: 2 * start["character"]]
            + edit["newText"].encode("utf-16-le")
            + units[2 * end["character"] :]
        )
        lines[start["line"]] = new.decode("utf-16-le")
    return "\n".join(lines)


def _at(path: Path, diagnostic: dict[str, Any]) -> dict[str, Any]:
    return {"textDocument": {"uri": path.as_uri()}, "position": diagnostic["range"]["start"]}


def _await_found(client: Client) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = client.await_call("textDocument/publishDiagnostics")["diagnostics"]
    return found


def test_underlines_the_words_at_fault_in_utf_16(client: Client, desk: Path) -> None:
    """Each problem is underlined at its words, also behind characters that take two UTF-16 units."""
    draft = desk / "draft.md"
    client.start(desk)
    client.open(draft)
    found = _await_found(client)
    text = draft.read_text(encoding="utf-8")
    number = _find(found, "CD201")
    assert _cut(text, number["range"]) == "three"
    assert number["severity"] == 1
    assert number["source"] == "claimdiff"
    assert _cut(text, _find(found, "CD301")["range"]) == "bottles"


def test_finds_what_the_command_line_finds(client: Client, desk: Path) -> None:
    """The rules and messages in the editor are those that `claimdiff check` prints."""
    from claimdiff import check
    from claimdiff.reporting.check_report import list_problems

    draft = desk / "draft.md"
    client.start(desk)
    client.open(draft)
    found = _await_found(client)
    printed = list_problems(check(draft, desk / "sources"))
    assert {(one["code"], one["message"]) for one in found} == {
        (row.rule, f"{row.verdict}: {row.message}") for row in printed
    }


def test_hover_shows_the_evidence(client: Client, desk: Path) -> None:
    """Hovering over a word at fault shows the rule, the source's name, its words and their place."""
    client.start(desk)
    client.open(desk / "draft.md")
    number = _find(_await_found(client), "CD201")
    shown = client.ask("textDocument/hover", _at(desk / "draft.md", number))["contents"]["value"]
    assert "CD201 contradicted" in shown
    assert "Port Ellery Gazette says otherwise: “The coastguard sent two helicopters" in shown
    assert "gazette.txt:9" in shown


def test_hover_over_a_supported_claim_shows_who_says_so(client: Client, desk: Path) -> None:
    """A claim without a problem shows its support, and nothing is shown between claims."""
    draft = desk / "draft.md"
    client.start(desk)
    client.open(draft)
    _await_found(client)
    line = (
        draft.read_text(encoding="utf-8")
        .split("\n")
        .index("The old rope store at Port Ellery burned down on Tuesday night.")
    )
    place = {"textDocument": {"uri": draft.as_uri()}, "position": {"line": line, "character": 6}}
    assert "says so: “The old rope store" in client.ask("textDocument/hover", place)["contents"]["value"]
    place["position"] = {"line": 1, "character": 0}
    assert client.ask("textDocument/hover", place) is None


def test_definition_jumps_to_the_sources_words(client: Client, desk: Path) -> None:
    """Going to the definition of a word at fault opens the source at the passage."""
    client.start(desk)
    client.open(desk / "draft.md")
    number = _find(_await_found(client), "CD201")
    places = client.ask("textDocument/definition", _at(desk / "draft.md", number))
    source = desk / "sources" / "gazette.txt"
    assert places[0]["uri"] == source.as_uri()
    assert _cut(source.read_text(encoding="utf-8"), places[0]["range"]).startswith("The coastguard sent two")


@pytest.mark.parametrize(("code", "wanted"), [("CD201", "sent two helicopters"), ("CD301", "empty barrels")])
def test_fix_writes_the_sources_words(client: Client, desk: Path, code: str, wanted: str) -> None:
    """The quick fix puts the source's figure or wording in place, and the problem is gone with it."""
    draft = desk / "draft.md"
    client.start(desk)
    client.open(draft)
    problem = _find(_await_found(client), code)
    actions = client.ask(
        "textDocument/codeAction",
        {
            "textDocument": {"uri": draft.as_uri()},
            "range": problem["range"],
            "context": {"diagnostics": [problem]},
        },
    )
    assert len(actions) == 1
    assert actions[0]["kind"] == "quickfix"
    fixed = _apply(draft.read_text(encoding="utf-8"), actions[0]["edit"]["changes"][draft.as_uri()])
    assert wanted in fixed
    change = {"textDocument": {"uri": draft.as_uri(), "version": 2}, "contentChanges": [{"text": fixed}]}
    client.tell("textDocument/didChange", change)
    assert code not in {one["code"] for one in _await_found(client)}


def test_saving_a_source_checks_the_open_draft_again(client: Client, desk: Path) -> None:
    """When a source comes to say what the draft says, the problem goes away on its save."""
    client.start(desk)
    client.open(desk / "draft.md")
    assert "CD201" in {one["code"] for one in _await_found(client)}
    for source in sorted((desk / "sources").iterdir()):
        text = source.read_text(encoding="utf-8").replace("two heli", "three heli")
        source.write_text(text.replace("Two heli", "Three heli"), encoding="utf-8")
    client.tell(
        "textDocument/didSave", {"textDocument": {"uri": (desk / "sources" / "gazette.txt").as_uri()}}
    )
    assert "CD201" not in {one["code"] for one in _await_found(client)}


def test_sources_come_from_the_editors_options(client: Client, desk: Path) -> None:
    """initializationOptions name the sources, counted from the workspace, and which rules to leave out."""
    (desk / "sources").rename(desk / "wires")
    client.start(desk, {"sources": "wires", "ignore": ["CD201"]})
    client.open(desk / "draft.md")
    codes = {one["code"] for one in _await_found(client)}
    assert "CD301" in codes
    assert "CD201" not in codes


def test_sources_come_from_the_settings_file(client: Client, desk: Path) -> None:
    """`sources` in claimdiff.toml counts from that file."""
    (desk / "sources").rename(desk / "wires")
    (desk / "claimdiff.toml").write_text('sources = ["wires"]\n', encoding="utf-8")
    (desk / "drafts").mkdir()
    draft = (desk / "draft.md").rename(desk / "drafts" / "draft.md")
    client.start(desk)
    client.open(draft)
    assert "CD201" in {one["code"] for one in _await_found(client)}


def test_a_draft_that_cannot_be_checked_is_told_of_once(client: Client, desk: Path) -> None:
    """Wrong settings are shown to the user in one line, and no stale underline stays."""
    (desk / "claimdiff.toml").write_text("colour = 1\n", encoding="utf-8")
    client.start(desk)
    client.open(desk / "draft.md")
    assert "unknown setting 'colour'" in client.await_call("window/showMessage")["message"]
    assert _await_found(client) == []


def test_a_source_is_no_draft(client: Client, desk: Path) -> None:
    """Opening a source, or a text without sources beside it, underlines nothing in it."""
    client.start(desk)
    client.open(desk / "sources" / "gazette.txt")
    stray = desk / "sources" / "gazette.txt"
    place = {"textDocument": {"uri": stray.as_uri()}, "position": {"line": 8, "character": 4}}
    assert client.ask("textDocument/hover", place) is None


def test_stops_when_told_to(desk: Path) -> None:
    """After shutdown and exit the server ends with 0."""
    speaking = Client()
    assert speaking.start(desk)["hoverProvider"]
    assert speaking.stop() == 0
