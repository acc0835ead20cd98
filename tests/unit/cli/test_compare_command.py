"""Results go to standard output, everything else to standard error, with the contract's exit codes."""

import json
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import call, start

ONE = """The Quay Courier

A lorry caught fire on the car deck of the ferry at Port Ellery on Tuesday. 214 passengers left the ship.

The harbour master said the fire was out by nine in the evening.
"""
TWO = """The Skerra Bulletin

The fire on the ferry at Port Ellery on Tuesday began in a van on the car deck. 240 passengers left the ship.

The harbour master said the fire was out by nine in the evening.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "story").mkdir()
    (tmp_path / "story" / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "story" / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


def test_a_report_is_printed_and_nothing_else(story: Path) -> None:
    """A clean run prints the report on standard output, nothing on standard error, and exits with 0."""
    done = call("compare", "story", cwd=story)
    assert done.returncode == 0
    assert done.stdout.startswith("2 sources")
    assert done.stderr == ""


def test_a_pipe_gets_no_escapes(story: Path) -> None:
    """In a pipe no escape sequence is printed, whatever FORCE_COLOR and TERM say, 80 columns wide."""
    done = start("compare", "story", cwd=story, FORCE_COLOR="1", TERM="xterm-256color", COLUMNS="200")
    assert "\x1b" not in done.stdout
    assert max(map(len, done.stdout.splitlines())) <= 80


def test_json_is_one_object_of_the_contract(story: Path) -> None:
    """--format json prints one JSON object with the contract's keys in their order."""
    done = call("compare", "story", "--format", "json", cwd=story)
    report = json.loads(done.stdout)
    assert list(report)[:10] == [
        "schema_version",
        "tool",
        "settings",
        "documents",
        "claims",
        "facts",
        "contradictions",
        "omissions",
        "quotations",
        "rejections",
    ]
    assert report["settings"]["scorer"]


def test_a_missing_file_is_one_line_and_the_rest_is_compared(story: Path) -> None:
    """A path that is not there is named on standard error, the others are compared, the code is 3."""
    done = call("compare", "story", "nowhere.txt", "--format", "json", cwd=story)
    assert done.returncode == 3
    assert [line for line in done.stderr.splitlines() if "nowhere.txt" in line] == done.stderr.splitlines()
    report = json.loads(done.stdout)
    assert len(report["documents"]) == 2
    assert [row["path"] for row in report["rejections"]] == ["nowhere.txt"]


@pytest.mark.parametrize("arguments", [["compare", "nowhere.txt"], ["compare", "empty"]])
def test_nothing_readable_is_an_error(story: Path, arguments: list[str]) -> None:
    """Where no input could be read the code is 2 and standard output stays empty."""
    (story / "empty").mkdir()
    done = call(*arguments, cwd=story)
    assert done.returncode == 2
    assert done.stdout == ""
    assert len(done.stderr.splitlines()) == 1


def test_a_single_document_is_no_error(story: Path) -> None:
    """One document alone exits with 0 and says what a second one is needed for."""
    done = call("compare", "story/one.txt", cwd=story)
    assert done.returncode == 0
    assert "only one source" in done.stderr and "`claimdiff claims`" in done.stderr
    assert "1 source" in done.stdout


@pytest.mark.parametrize(
    "arguments",
    [
        ["compare", "story", "--format", "yaml"],
        ["compare", "story", "--only", "everything"],
        ["compare", "story", "--fail-on", "weather"],
        ["compare", "story", "--one-fact-threshold", "7"],
        ["compare", "story", "--label", "nonsense"],
        ["compare", "story", "--output", "yaml=x"],
        ["compare", "story", "-o", "missing/folder/report.json"],
        ["compare", "story", "--settings", "none.toml"],
        ["compare"],
        ["unheard-of"],
    ],
)
def test_a_wrong_command_line_is_2_without_a_traceback(story: Path, arguments: list[str]) -> None:
    """Whatever is wrong with the command line or settings, the code is 2, and one line says what."""
    done = call(*arguments, cwd=story)
    assert done.returncode == 2
    assert done.stdout == ""
    (line,) = done.stderr.splitlines()
    assert line.startswith("claimdiff: error: ")


def test_settings_of_the_folder_are_in_force(story: Path) -> None:
    """A claimdiff.toml of the working folder is read, and an unknown key in it is an error."""
    (story / "claimdiff.toml").write_text("contradiction_threshold = 0.75\n", encoding="utf-8")
    done = call("compare", "story", "--format", "json", cwd=story)
    assert json.loads(done.stdout)["settings"]["contradiction_threshold"] == 0.75
    (story / "claimdiff.toml").write_text("contradiction_treshold = 0.75\n", encoding="utf-8")
    done = call("compare", "story", cwd=story)
    assert done.returncode == 2
    assert "did you mean 'contradiction_threshold'" in done.stderr


def test_outputs_are_files_beside_what_is_printed(story: Path) -> None:
    """-o FORMAT=FILE writes a file and still prints; -o FILE writes in place of printing."""
    done = call("compare", "story", "-o", "json=r.json", cwd=story)
    assert done.stdout.startswith("2 sources")
    first = (story / "r.json").read_bytes()
    done = call("compare", "story", "-o", "s.json", cwd=story)
    assert done.stdout == ""
    assert (story / "s.json").read_bytes() == first


def test_labels_name_sources(story: Path) -> None:
    """--label gives a source its name in every format."""
    done = call("compare", "story", "--label", "story/one.txt=Our own desk", cwd=story)
    assert "Our own desk" in done.stdout


def test_a_label_for_no_source_is_told(story: Path) -> None:
    """A --label whose path is none of the sources' is a note, and the rest is as ever."""
    for command in ("compare", "claims", "quotes", "timeline"):
        done = call(command, "story", "--label", "story/tree.txt=Our own desk", cwd=story)
        assert done.returncode == 0
        assert done.stderr == "claimdiff: note: --label story/tree.txt: no source has this path\n"


@pytest.mark.parametrize("command", ["compare", "claims"])
@pytest.mark.parametrize("place", ["story/one.txt", "story/../story/two.txt"])
def test_a_source_is_never_written_over(story: Path, command: str, place: str) -> None:
    """An output that is one of the articles read is refused, and the article stays as it was."""
    before = (story / place).read_bytes()
    done = call(command, "story", "-o", place, cwd=story)
    assert done.returncode == 2
    assert "is one of the articles" in done.stderr
    assert (story / place).read_bytes() == before


def test_only_and_json_say_that_they_do_not_mix(story: Path) -> None:
    """A JSON report is whole whatever --only says, and a note says so unless --quiet."""
    whole = call("compare", "story", "--format", "json", cwd=story)
    cut = call("compare", "story", "--format", "json", "--only", "sources", cwd=story)
    assert cut.stdout == whole.stdout
    assert "--only does not apply to json" in cut.stderr
    assert call("compare", "story", "--format", "json", "--only", "sources", "-q", cwd=story).stderr == ""


def test_a_closed_pipe_is_no_error(story: Path) -> None:
    """A reader that goes away ends the run without a message."""
    command = (
        f"{sys.executable} -m claimdiff compare story | head -c 1 > head.txt; test ${{PIPESTATUS[1]}} = 0"
    )
    done = subprocess.run(["bash", "-c", command], cwd=story, capture_output=True, text=True, check=False)
    assert done.stderr == ""
    assert (story / "head.txt").read_text(encoding="utf-8") == "2"


@pytest.mark.parametrize(
    ("redirection", "code", "message"),
    [
        ("> /dev/full", 2, "standard output: can't be written: No space left on device"),
        (">&-", 2, "standard output is closed"),
        ("-o r.json >&-", 0, ""),
        ("-o r.txt/", 2, "r.txt/: is a folder"),
        ("nowhere.txt > out.txt 2>&-", 3, ""),
    ],
)
def test_streams_that_are_full_or_closed_are_told(
    story: Path, redirection: str, code: int, message: str
) -> None:
    """A full or closed stream is one line and an exit code, never a traceback."""
    command = ["bash", "-c", f"{sys.executable} -m claimdiff compare story {redirection}"]
    done = subprocess.run(command, cwd=story, capture_output=True, text=True, check=False)
    assert done.returncode == code
    assert message in done.stderr
    assert len(done.stderr.splitlines()) == bool(message)


def test_claims_are_listed_one_a_line(story: Path) -> None:
    """Each line of `claims` starts with file:line:column, and the file holds the claim there."""
    done = call("claims", "story/one.txt", cwd=story)
    assert done.returncode == 0
    lines = done.stdout.splitlines()
    assert lines
    for line in lines:
        path, row, column, _ = line.split(":", 3)
        assert path == "story/one.txt"
        assert int(column) <= len(ONE.splitlines()[int(row) - 1])


def test_claims_json_has_documents_and_claims(story: Path) -> None:
    """`claims --format json` is {documents, claims}, and every span quotes the file."""
    report = json.loads(call("claims", "story", "--format", "json", cwd=story).stdout)
    assert list(report) == ["documents", "claims"]
    texts = {row["id"]: (story / row["path"]).read_text(encoding="utf-8") for row in report["documents"]}
    spans = [(claim["document_id"], span) for claim in report["claims"] for span in claim["spans"]]
    assert spans
    for document_id, span in spans:
        assert texts[document_id][span["start"] : span["end"]] == span["quote"]


def test_config_says_where_a_value_comes_from(story: Path) -> None:
    """`config` lists each setting with its value and its origin."""
    (story / "claimdiff.toml").write_text("max_claims = 77\n", encoding="utf-8")
    rows = {line.split()[0]: line for line in call("config", cwd=story).stdout.splitlines()}
    assert "77" in rows["max_claims"]
    assert rows["max_claims"].endswith("claimdiff.toml")
    assert rows["max_file_size"].endswith("default")


def test_doctor_lists_versions(story: Path) -> None:
    """`doctor` names claimdiff, Python, the packages it needs and the extras."""
    done = call("doctor", cwd=story)
    assert done.returncode == 0
    for word in ("claimdiff", "Python", "rapidfuzz", "[html]", "[pdf]"):
        assert word in done.stdout


def test_every_report_fits_its_schema(story: Path) -> None:
    """What `compare --format json` prints validates against what `schema` prints."""
    import jsonschema

    schema = json.loads(call("schema", cwd=story).stdout)
    report = json.loads(
        call("compare", "story", "missing.txt", "--format", "json", "--with-text", cwd=story).stdout
    )
    jsonschema.Draft202012Validator(schema).validate(report)
    assert report["documents"][0]["text"] in (ONE, TWO)


SHOWN = [
    ("compare", ["compare", "story"]),
    ("claims", ["claims", "story"]),
    ("timeline", ["timeline", "story"]),
    ("revisions", ["revisions", "story/one.txt", "story/two.txt"]),
    ("check", ["check", "story/one.txt", "--against", "story/two.txt"]),
]


@pytest.mark.parametrize(("kind", "arguments"), SHOWN)
def test_every_json_fits_the_schema_of_its_command(story: Path, kind: str, arguments: list[str]) -> None:
    """What a command prints with --format json validates against `schema COMMAND`."""
    import jsonschema

    schema = json.loads(call("schema", kind, cwd=story).stdout)
    done = call(*arguments, "--format", "json", cwd=story)
    jsonschema.Draft202012Validator(schema).validate(json.loads(done.stdout))
