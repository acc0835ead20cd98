"""Engines: every input gets one outcome, whatever happens to the workers."""

import os
import signal
from pathlib import Path

import pytest

from claimdiff.archive.dask_engine import DaskEngine
from claimdiff.archive.engines import Engine, LocalEngine, SerialEngine

INPUTS = [(f"story-{n}", str(n).encode()) for n in range(12)]


def double(data: bytes) -> bytes:
    return str(2 * int(data)).encode()


def refuse_seven(data: bytes) -> bytes:
    if data == b"7":
        raise ValueError("seven is not wanted")
    return double(data)


def die_once(data: bytes) -> bytes:
    """Kill the own process the first time input 5 comes; the path of a mark is in the environment."""
    mark = Path(os.environ["CLAIMDIFF_TEST_MARK"])
    if data == b"5" and not mark.exists():
        mark.touch()
        os.kill(os.getpid(), signal.SIGKILL)
    return double(data)


def die_always(data: bytes) -> bytes:
    if data == b"5":
        os.kill(os.getpid(), signal.SIGKILL)
    return double(data)


EXPECTED = {name: str(2 * int(data)).encode() for name, data in INPUTS}


@pytest.mark.parametrize("engine", [SerialEngine(), LocalEngine(1), LocalEngine(2)])
def test_every_input_has_one_outcome(engine: Engine) -> None:
    """Results are the same on every engine, one for each input."""
    done = list(engine.run(double, INPUTS))
    assert {one.name: one.result for one in done} == EXPECTED
    assert len(done) == len(INPUTS)


@pytest.mark.parametrize("engine", [SerialEngine(), LocalEngine(2)])
def test_an_error_is_an_outcome_with_its_reason(engine: Engine) -> None:
    """What raises is reported by name and reason; the others go on."""
    done = {one.name: one for one in engine.run(refuse_seven, INPUTS)}
    assert done["story-7"].result is None
    assert "seven is not wanted" in done["story-7"].reason
    assert sum(one.result is not None for one in done.values()) == len(INPUTS) - 1


def test_a_killed_worker_is_replaced_and_its_input_tried_again(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """One worker killed in the middle costs no result."""
    monkeypatch.setenv("CLAIMDIFF_TEST_MARK", str(tmp_path / "mark"))
    done = list(LocalEngine(2).run(die_once, INPUTS))
    assert {one.name: one.result for one in done} == EXPECTED


def test_an_input_that_kills_three_workers_is_given_up() -> None:
    """It gets a reason in place of a result, and every other input its result."""
    done = {one.name: one for one in LocalEngine(2).run(die_always, INPUTS)}
    assert done["story-5"].result is None and "died 3 times" in done["story-5"].reason
    assert {name: one.result for name, one in done.items() if name != "story-5"} == {
        name: result for name, result in EXPECTED.items() if name != "story-5"
    }


def swell(data: bytes) -> bytes:
    return data * 3


def test_inputs_and_results_larger_than_any_pipe_come_through() -> None:
    """Neither end waits for the other to take what it sends, however much that is."""
    inputs = [(f"story-{n}", b"x" * size) for n, size in enumerate([4_000_000, 90_000, 90_000, 90_000, 10])]
    done = {one.name: one.result for one in LocalEngine(1).run(swell, inputs)}
    assert done == {name: data * 3 for name, data in inputs}


def test_what_lay_behind_a_killed_input_is_done() -> None:
    """A worker that dies over one input takes no other with it, though it held two."""
    done = {one.name: one.result for one in LocalEngine(1).run(die_always, INPUTS)}
    assert done == {**EXPECTED, "story-5": None}


def test_no_input_no_outcome() -> None:
    """An engine with nothing to do ends."""
    assert list(LocalEngine(2).run(double, [])) == []


@pytest.mark.filterwarnings("ignore")
def test_dask_survives_a_killed_worker(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """On a real local cluster of two workers, one killed in the middle costs no result."""
    pytest.importorskip("distributed", reason="extra 'scale' is not installed")
    monkeypatch.setenv("CLAIMDIFF_TEST_MARK", str(tmp_path / "mark"))
    done = list(DaskEngine(workers=2).run(die_once, INPUTS))
    assert {one.name: one.result for one in done} == EXPECTED
