"""Every hostile file beside sound ones: the promised outcome, and the sound ones are told the same."""

import csv
import importlib.util
import io
import json
import os
import subprocess
import sys
import threading
import unicodedata
from pathlib import Path
from typing import Any, NamedTuple

import pytest

_HERE = Path(__file__).parent
_spec = importlib.util.spec_from_file_location("hostile_folder", _HERE / "hostile_folder.py")
assert _spec and _spec.loader
hostile_folder = importlib.util.module_from_spec(_spec)
sys.modules["hostile_folder"] = hostile_folder
_spec.loader.exec_module(hostile_folder)

FILES = hostile_folder.make_files()
SPECIALS = hostile_folder.make_specials(Path())
NAMES = sorted(FILES)
REJECTED = [name for name in NAMES if FILES[name].outcome == "rejected"]
# Far above what is promised: whoever needs longer hangs.
HANGS = 500
HEAVY = ("said.txt", "line.txt", "commas.txt", "quotes.txt")
KILOBYTES = 1_000_000
ONE = "A crane fell at Port Ellery on Monday and hurt two people, the board said. It was built in 1998.\n"
TWO = "Six people were hurt on Monday when a crane came down in Port Ellery, said the harbour board.\n"


class Outcome(NamedTuple):
    """What came of one command: exit code, standard output, standard error, and the files written."""

    code: int
    printed: str
    said: str
    written: dict[str, str]

    @property
    def report(self) -> dict[str, Any]:
        """The JSON report."""
        report: dict[str, Any] = json.loads(self.written["out.json"])
        return report


def run(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[bytes]:
    """Run one command as a user does."""
    return subprocess.run(
        [sys.executable, "-m", "claimdiff", *arguments],
        capture_output=True,
        timeout=HANGS,
        cwd=cwd,
        env=os.environ | {"PYTHONUTF8": "1"},
    )


def make_folder(place: Path) -> Path:
    """Make a folder `story` with two sound files that contradict each other."""
    story = place / "story"
    story.mkdir(parents=True)
    (story / "a-one.txt").write_text(ONE, encoding="utf-8")
    (story / "a-two.txt").write_text(TWO, encoding="utf-8")
    return story


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return make_folder(tmp_path)


@pytest.fixture(scope="module")
def outcomes(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Outcome]:
    """Compare every hostile file beside the sound ones ("" without any), in two processes for all."""
    root = tmp_path_factory.mktemp("hostile")
    names = ["", *NAMES, *SPECIALS]
    jobs = []
    kinds = ("json", "csv", "html", "markdown")
    for number, name in enumerate(names):
        story = make_folder(root / str(number))
        if name in FILES:
            (story / name).write_bytes(FILES[name].data)
        elif name:
            SPECIALS[name](story / name)
        arguments = ["compare", "story", *(part for kind in kinds for part in ("-o", f"{kind}=out.{kind}"))]
        jobs.append({"folder": str(story.parent), "arguments": arguments})
    found: dict[str, Outcome] = {}
    running = []
    for half in (0, 1):
        process = subprocess.Popen(
            [sys.executable, str(_HERE / "run_jobs.py")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
            encoding="utf-8",
        )
        assert process.stdin
        process.stdin.write(json.dumps(jobs[half::2]))
        process.stdin.close()
        process.stdin = None
        running.append((half, process))
    for half, process in running:
        output, errors = process.communicate(timeout=HANGS)
        assert process.returncode == 0, errors[-2000:]
        result = json.loads(output)
        assert result["kilobytes"] < KILOBYTES
        for job, done, name in zip(jobs[half::2], result["done"], names[half::2], strict=True):
            written = {
                path.name: path.read_bytes().decode("utf-8")
                for path in sorted(Path(job["folder"]).iterdir())
                if path.is_file()
            }
            found[name] = Outcome(done["code"], done["printed"], done["said"], written)
    return found


def assert_harmless(outcome: Outcome) -> None:
    """Nothing that steers a terminal, runs in a page or runs in a cell is left in what was written."""
    assert outcome.code in (0, 3)
    assert "Traceback" not in outcome.said and "internal error" not in outcome.said
    assert sorted(outcome.written) == ["out.csv", "out.html", "out.json", "out.markdown"]
    readable = {name: text for name, text in outcome.written.items() if name != "out.json"}
    for name, text in {"stdout": outcome.printed, "stderr": outcome.said, **readable}.items():
        plain = text.removeprefix("\ufeff").replace("\r\n", "\n") if name == "out.csv" else text
        hidden = {char for char in plain if unicodedata.category(char) in ("Cc", "Cf", "Cs")} - {"\n"}
        assert not hidden, (name, sorted(map(hex, map(ord, hidden))))
    page = outcome.written["out.html"]
    assert "<img src=x" not in page and "<script>alert" not in page and "javascript:x'" not in page
    for row in csv.reader(io.StringIO(outcome.written["out.csv"].removeprefix("\ufeff"))):
        assert not [cell for cell in row if cell.startswith(("=", "+", "-", "@", "\t", "\r"))]


@pytest.mark.parametrize("name", ["", *NAMES, *SPECIALS], ids=ascii)
def test_nothing_of_a_hostile_file_acts(outcomes: dict[str, Outcome], name: str) -> None:
    """No traceback, escape, script or formula in what is printed, said or written; the report adds up."""
    outcome = outcomes[name]
    assert_harmless(outcome)
    assert "owned" not in outcome.written
    assert {"a-one.txt", "a-two.txt"} <= {Path(row["path"]).name for row in outcome.report["documents"]}
    assert outcome.code == (3 if outcome.report["rejections"] else 0)


@pytest.mark.parametrize("name", NAMES, ids=ascii)
def test_a_hostile_file_has_its_promised_outcome(outcomes: dict[str, Outcome], name: str) -> None:
    """It is read, or it is one rejection of one line with a reason, also said on standard error."""
    report = outcomes[name].report
    names = [Path(row["path"]).name for row in report["documents"]]
    expected = FILES[name].outcome
    if expected == "read":
        assert len(names) == 3 and not report["rejections"]
    elif expected == "partly":
        assert len(names) == 3 and len(report["rejections"]) == 3
    else:
        assert len(names) == 2
        (row,) = {Path(row["path"]).name.partition("#")[0]: row for row in report["rejections"]}.values()
        assert row["reason"] and "\n" not in row["reason"]
        assert row["reason"] in outcomes[name].said


@pytest.mark.parametrize("name", [*REJECTED, *(n for n in SPECIALS)], ids=ascii)
def test_sound_files_are_told_the_same_beside_a_bad_one(outcomes: dict[str, Outcome], name: str) -> None:
    """The findings with and without what was turned away are the same bytes."""
    alone, beside = outcomes[""].report, outcomes[name].report
    assert beside.pop("rejections") and not alone.pop("rejections")
    assert json.dumps(alone) == json.dumps(beside)


def test_what_is_no_plain_file_is_turned_away_with_a_word(outcomes: dict[str, Outcome]) -> None:
    """Loops of links end; pipes, devices and links to nothing are one rejection each."""
    for name in SPECIALS:
        rows = outcomes[name].report["rejections"]
        assert [Path(row["path"]).name for row in rows] == [name]


def test_the_whole_folder_at_once(folder: Path) -> None:
    """Everything hostile together, from the command line, still gives every report whole and harmless."""
    for name in NAMES:
        if name not in HEAVY:
            (folder / name).write_bytes(FILES[name].data)
    for name in SPECIALS:
        SPECIALS[name](folder / name)
    targets = [f"{kind}=out.{kind}" for kind in ("json", "csv", "html", "markdown")]
    done = run("compare", "story", *(part for t in targets for part in ("-o", t)), cwd=folder.parent)
    written = {p.name: p.read_bytes().decode() for p in folder.parent.iterdir() if p.is_file()}
    outcome = Outcome(done.returncode, done.stdout.decode(), done.stderr.decode(), written)
    assert_harmless(outcome)
    assert outcome.code == 3
    turned_away = {Path(row["path"]).name.partition("#")[0] for row in outcome.report["rejections"]}
    assert turned_away == {*REJECTED, "torn.jsonl", *SPECIALS}


COMMANDS = [
    ["check", "story/escapes.txt", "--against", "story"],
    ["check", "story/markup.txt", "--against", "story", "-f", "concise"],
    ["check", "story/bidi.txt", "--against", "story", "-f", "github"],
    ["check", "story/formula.txt", "--against", "story", "-f", "markdown"],
    ["check", "story/nul.txt", "--against", "story"],
    ["claims", "story"],
    ["quotes", "story"],
    ["timeline", "story"],
    ["revisions", "story/escapes.txt", "story/markup.txt"],
    ["explain", "crane fell", "two people", "story"],
    ["score", "story/odd-rows.json"],
    ["compare", "story/bomb.docx", "story/pipe.txt"],
    ["compare", "--", "story/-n", "story/a-one.txt"],
    ["archive", "add", "news.db", "story"],
    ["archive", "compare", "news.db"],
    ["archive", "search", "news.db", 'crane" OR (*'],
]


def test_every_command_over_the_whole_folder(folder: Path) -> None:
    """Whatever command meets the hostile files, it ends with a documented code and shows nothing hidden."""
    for name in NAMES:
        if name not in HEAVY:
            (folder / name).write_bytes(FILES[name].data)
    for name in SPECIALS:
        SPECIALS[name](folder / name)
    jobs = [{"folder": str(folder.parent), "arguments": arguments} for arguments in COMMANDS]
    process = subprocess.run(
        [sys.executable, str(_HERE / "run_jobs.py")],
        input=json.dumps(jobs).encode(),
        capture_output=True,
        timeout=HANGS,
    )
    assert process.returncode == 0, process.stderr.decode()[-2000:]
    result = json.loads(process.stdout)
    assert result["kilobytes"] < KILOBYTES
    for arguments, done in zip(COMMANDS, result["done"], strict=True):
        assert done["code"] in (0, 1, 2, 3), arguments
        assert "Traceback" not in done["said"], arguments
        hidden = {c for c in done["printed"] + done["said"] if unicodedata.category(c) in ("Cc", "Cf", "Cs")}
        assert hidden <= {"\n"}, arguments
        if done["code"] == 2:
            assert done["said"].splitlines()[-1].startswith("claimdiff: error: ")
            # `score` answers line by line, before it can know that none will be a pair.
            rows = done["printed"].splitlines() if arguments[0] == "score" else []
            assert all(list(json.loads(row)) == ["error"] for row in rows) if rows else not done["printed"]


def test_files_that_change_while_they_are_read(folder: Path) -> None:
    """Whatever moment a file is caught in, it is read or turned away, and every span quotes its text."""
    from claimdiff.api import compare

    stop = threading.Event()
    moving = folder / "moving.txt"

    def stir() -> None:
        sizes = (0, 1, 40, 3)
        number = 0
        while not stop.is_set():
            number += 1
            moving.write_text(TWO * sizes[number % 4], encoding="utf-8")
            if number % 3 == 0:
                moving.unlink()

    stirring = threading.Thread(target=stir)
    stirring.start()
    try:
        for _ in range(20):
            comparison = compare(folder)
            texts = {document.id: document.text for document in comparison.documents}
            assert {"a-one.txt", "a-two.txt"} <= {Path(d.path).name for d in comparison.documents}
            for claim in comparison.claims:
                for span in claim.spans:
                    assert texts[claim.document_id][span.start : span.end]
    finally:
        stop.set()
        stirring.join()


def test_an_unwritable_place_is_one_line_and_leaves_nothing(folder: Path) -> None:
    """Where a report can't be written, the run says so, and no half file stays."""
    for target in ("nowhere/report.json", "story", "/proc/report.json"):
        done = run("compare", str(folder), "-o", f"json={target}", cwd=folder.parent)
        assert done.returncode == 2
        assert done.stderr.decode().count("\n") == 1
        assert [path.name for path in folder.parent.iterdir()] == ["story"]


def test_a_full_disk_leaves_the_old_report(folder: Path, tmp_path: Path) -> None:
    """With no room left, the old file stays as it was and nothing else is left behind."""
    disk = tmp_path / "disk"
    disk.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=8k", "tmpfs", str(disk)]
    try:
        mounted = subprocess.run(mount, capture_output=True).returncode == 0
    except FileNotFoundError:
        mounted = False
    if not mounted:
        pytest.skip("no right to mount a small disk here")
    try:
        (disk / "report.json").write_text("old")
        done = run("compare", str(folder), "-o", f"json={disk}/report.json", cwd=folder.parent)
        assert done.returncode == 2
        assert "space" in done.stderr.decode() and done.stderr.decode().count("\n") == 1
        assert sorted(path.name for path in disk.iterdir()) == ["report.json"]
        assert (disk / "report.json").read_text() == "old"
    finally:
        subprocess.run(["umount", str(disk)], check=True)


def test_limits_that_bite_say_so(folder: Path) -> None:
    """A file that is too big is a rejection, a document with too many claims a note; both name the option."""
    (folder / "big.txt").write_text(ONE * 500, encoding="utf-8")
    walls = " ".join(f"The wall at pier {number} was built in {1800 + number}." for number in range(1, 31))
    (folder / "walls.txt").write_text(walls, encoding="utf-8")
    done = run(
        *("compare", str(folder), "--max-file-size", "2000", "--max-claims", "10", "--format", "json"),
        cwd=folder.parent,
    )
    report = json.loads(done.stdout)
    assert done.returncode == 3
    (row,) = report["rejections"]
    assert "--max-file-size" in row["reason"] and row["path"].endswith("big.txt")
    assert all(row["claim_count"] <= 10 for row in report["documents"])
    (note,) = [note for note in report["notes"] if "--max-claims" in note]
    assert note in done.stderr.decode()


def test_nothing_reaches_for_the_network(folder: Path) -> None:
    """With every socket cut, comparing, checking and drawing the page work."""
    script = (
        "import socket, sys\n"
        "def cut(*_, **__): raise RuntimeError('a socket was opened')\n"
        "socket.socket = cut; socket.create_connection = cut; socket.getaddrinfo = cut\n"
        "from claimdiff.cli.main import run\n"
        "sys.argv = ['claimdiff', *sys.argv[1:]]\n"
        "run()\n"
    )
    commands = [
        ["compare", str(folder), "--format", "html"],
        ["compare", str(folder)],
        ["check", str(folder / "a-one.txt"), "--against", str(folder / "a-two.txt"), "--format", "sarif"],
    ]
    for command in commands:
        done = subprocess.run([sys.executable, "-c", script, *command], capture_output=True, timeout=HANGS)
        assert done.returncode in (0, 1), done.stderr.decode()[-1000:]
        assert done.stdout
