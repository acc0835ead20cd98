"""`explain` finds the claims that are meant; `score` answers line by line, in order."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from command_line import call

ONE = """Fire broke out on the ferry at Port Ellery on Tuesday evening.

The coastguard sent two helicopters to the harbour.
"""
TWO = """On Tuesday evening a fire broke out on the ferry at Port Ellery.

The coastguard sent three helicopters to the harbour.
"""


@pytest.fixture
def story(tmp_path: Path) -> Path:
    (tmp_path / "one.txt").write_text(ONE, encoding="utf-8")
    (tmp_path / "two.txt").write_text(TWO, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize(
    "arguments",
    [
        ("one.txt:3", "two.txt:3"),
        ("one.txt:3:5", "two.txt:3:5", "one.txt", "two.txt"),
        ("two helicopters", "three helicopters", "one.txt", "two.txt"),
    ],
)
def test_claims_are_found_by_place_and_by_words(story: Path, arguments: tuple[str, ...]) -> None:
    """FILE:LINE, FILE:LINE:COLUMN and words of the claims name the same pair."""
    done = call("explain", *arguments, "--format", "json", cwd=story)
    explained = json.loads(done.stdout)
    assert {explained["left"]["path"], explained["right"]["path"]} == {"one.txt", "two.txt"}
    assert (explained["left"]["line"], explained["right"]["line"]) == (3, 3)


def test_claims_are_found_by_id(story: Path) -> None:
    """The ids that reports print name claims too."""
    report = json.loads(call("claims", "one.txt", "two.txt", "--format", "json", cwd=story).stdout)
    ids = [claim["id"] for claim in report["claims"] if "helicopters" in claim["statement"]]
    assert len(ids) == 2
    explained = json.loads(call("explain", *ids, "one.txt", "two.txt", "-f", "json", cwd=story).stdout)
    assert {explained["left"]["claim_id"], explained["right"]["claim_id"]} == set(ids)


def test_the_steps_sum_to_the_score(story: Path) -> None:
    """Base and steps together are the score that is shown."""
    explained = json.loads(call("explain", "one.txt:3", "two.txt:3", "--format", "json", cwd=story).stdout)
    total = explained["base"] + sum(step["share"] for step in explained["steps"])
    assert explained["steps"]
    assert total == pytest.approx(explained["score"], abs=1e-6)


def test_texts_of_their_own_are_explained(story: Path) -> None:
    """Without files both arguments are texts, and the answer says so."""
    done = call("explain", "Six people were hurt.", "Two people were hurt.", cwd=story)
    assert done.returncode == 0
    assert "texts of their own" in done.stdout
    assert "sum, in log-odds" in done.stdout


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("no such words", "two.txt:3", "one.txt", "two.txt"), "no claim is found for 'no such words'"),
        (("one.txt:99", "two.txt:3"), "no claim is found for 'one.txt:99'"),
        ((" ", "two.txt:3", "one.txt", "two.txt"), "no claim is found for ' '"),
        (("one.txt:3", "one.txt:3"), "one and the same claim"),
    ],
)
def test_what_is_not_there_is_told(story: Path, arguments: tuple[str, ...], message: str) -> None:
    """A claim that can't be found is one line and exit code 2."""
    done = call("explain", *arguments, cwd=story)
    assert done.returncode == 2
    assert message in done.stderr


def test_pairs_are_scored_in_order(story: Path) -> None:
    """One line out per line in, with probabilities from 0 to 1 and the likeliest relation."""
    pairs = [
        {"left": "The ferry burned on Tuesday.", "right": "The ferry burned on Tuesday."},
        {"left": "Two helicopters came.", "right": "Bread was sold out on Skerra.", "context": "A fire."},
    ]
    done = call("score", "-", cwd=story, given="".join(json.dumps(pair) + "\n" for pair in pairs))
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 0
    assert [row["relation"] for row in rows] == ["same", "unrelated"]
    for row in rows:
        assert list(row) == ["same", "contradiction", "related", "relation", "features"]
        assert 0 <= row["same"] <= 1
        assert 0 <= row["contradiction"] <= 1
        assert row["related"] + 1e-6 >= row["same"] + row["contradiction"]


def test_a_torn_line_keeps_its_place(story: Path) -> None:
    """A line that can't be read gives an error line, the rest is scored, and the code is 3."""
    good = json.dumps({"left": "Fire broke out.", "right": "A fire broke out."})
    (story / "pairs.jsonl").write_text(f"{good}\n{{torn\n\n{good}\n", encoding="utf-8")
    done = call("score", "pairs.jsonl", cwd=story)
    rows = [json.loads(line) for line in done.stdout.splitlines()]
    assert done.returncode == 3
    assert ["error" in row for row in rows] == [False, True, False]
    assert "pairs.jsonl:2" in done.stderr


def test_missing_pairs_are_an_error(story: Path) -> None:
    """A file that is not there is exit code 2."""
    done = call("score", "none.jsonl", cwd=story)
    assert done.returncode == 2
    assert "none.jsonl" in done.stderr


def test_a_file_without_any_pair_is_an_error(story: Path) -> None:
    """Where no line can be read the code is 2: nothing was scored."""
    (story / "pairs.jsonl").write_text("no pair\n", encoding="utf-8")
    done = call("score", "pairs.jsonl", cwd=story)
    assert done.returncode == 2
    assert "none of its lines is a pair" in done.stderr


def test_ctrl_c_is_one_line(story: Path) -> None:
    """Whoever interrupts a run reads one line, and the code is that of an interrupt."""
    # In a shell's background job the signal is ignored, so that it is set anew.
    code = (
        "import signal; signal.signal(signal.SIGINT, signal.default_int_handler); "
        "from claimdiff.cli.main import run; run()"
    )
    running = subprocess.Popen(
        [sys.executable, "-c", code, "score", "-"],
        cwd=story,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    assert running.stdin is not None and running.stdout is not None
    running.stdin.write(b'{"left": "Fire broke out.", "right": "A fire broke out."}\n')
    running.stdin.flush()
    assert b"same" in running.stdout.readline()
    running.send_signal(signal.SIGINT)
    _, said = running.communicate(timeout=60)
    assert said == b"claimdiff: interrupted\n"
    assert running.returncode == 130
