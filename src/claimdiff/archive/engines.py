"""Engines run a pure function over many inputs; the local one in processes of its own."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from typing import NamedTuple, Protocol

Work = Callable[[bytes], bytes]

# A story that takes its worker down so often is given up.
MOST_TRIES = 3


class Done(NamedTuple):
    """The outcome for one input: its name, and the result or the reason there is none."""

    name: str
    result: bytes | None
    reason: str


class Engine(Protocol):
    """Runs `work` over (name, input) pairs; outcomes come as they are done, each input exactly once."""

    def run(self, work: Work, inputs: Iterable[tuple[str, bytes]]) -> Iterator[Done]:
        """Yield an outcome for every input, in any order."""
        ...


class SerialEngine:
    """Runs everything in this process, in order."""

    def run(self, work: Work, inputs: Iterable[tuple[str, bytes]]) -> Iterator[Done]:
        """Yield an outcome for every input, in the order given."""
        for name, data in inputs:
            yield _attempt(work, name, data)


def _attempt(work: Work, name: str, data: bytes) -> Done:
    try:
        return Done(name, work(data), "")
    except Exception as error:
        return Done(name, None, f"{type(error).__name__}: {error}")


class _Worker:
    """A process with a pipe: gets one input at a time, sends one outcome back."""

    def __init__(self, context: multiprocessing.context.BaseContext, work: Work) -> None:
        self.pipe, there = context.Pipe()
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, work), daemon=True
        )
        self.process.start()
        there.close()
        self.task: tuple[str, bytes, int] | None = None

    def give(self, task: tuple[str, bytes, int]) -> None:
        self.task = task
        try:
            self.pipe.send_bytes(task[0].encode())
            self.pipe.send_bytes(task[1])
        except (BrokenPipeError, OSError):
            pass  # it died before it got the task: its sentinel tells, and the task is tried again

    def stop(self) -> None:
        self.pipe.close()
        self.process.join(timeout=5)
        if self.process.is_alive():
            self.process.kill()
            self.process.join()


def _serve(pipe: Connection, work: Work) -> None:
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    while True:
        try:
            name = pipe.recv_bytes().decode()
            data = pipe.recv_bytes()
        except (EOFError, OSError):
            return
        done = _attempt(work, name, data)
        failed = done.result is None
        try:
            pipe.send_bytes(b"!" + done.reason.encode() if failed else b"=" + (done.result or b""))
        except (BrokenPipeError, OSError):
            return


class LocalEngine:
    """Runs work in `workers` processes. One that dies is replaced and its input tried again."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or max(1, os.cpu_count() or 1)

    def run(self, work: Work, inputs: Iterable[tuple[str, bytes]]) -> Iterator[Done]:
        """Yield an outcome for every input as it is done.

        An input that takes its worker down three times gets a reason in place of a result.
        """
        context = multiprocessing.get_context("spawn")
        source = iter(inputs)
        retries: deque[tuple[str, bytes, int]] = deque()
        workers = [_Worker(context, work) for _ in range(self.workers)]
        try:
            while True:
                for worker in workers:
                    if worker.task is None:
                        task = retries.popleft() if retries else _next_task(source)
                        if task is not None:
                            worker.give(task)
                busy = [worker for worker in workers if worker.task is not None]
                if not busy:
                    return
                for worker in _wait_for(busy):
                    done = _collect(worker)
                    if done is not None:
                        yield done
                        continue
                    task = worker.task
                    worker.stop()
                    workers[workers.index(worker)] = _Worker(context, work)
                    if task is not None:
                        name, data, tries = task
                        if tries + 1 >= MOST_TRIES:
                            yield Done(
                                name, None, f"its worker died {MOST_TRIES} times; compare it alone to see why"
                            )
                        else:
                            retries.append((name, data, tries + 1))
        finally:
            for worker in workers:
                worker.stop()


def _wait_for(busy: list[_Worker]) -> list[_Worker]:
    """Return the workers that have sent something or died, in the order given; waits for at least one."""
    ready = wait([thing for worker in busy for thing in (worker.pipe, worker.process.sentinel)])
    return [worker for worker in busy if worker.pipe in ready or worker.process.sentinel in ready]


def _next_task(source: Iterator[tuple[str, bytes]]) -> tuple[str, bytes, int] | None:
    found = next(source, None)
    return None if found is None else (found[0], found[1], 0)


def _collect(worker: _Worker) -> Done | None:
    """Return what a worker sent for its task, None where it died without an answer."""
    task = worker.task
    try:
        answer = worker.pipe.recv_bytes() if worker.pipe.poll() else None
    except (EOFError, OSError):
        answer = None
    if answer is None or task is None:
        return None
    worker.task = None
    if answer[:1] == b"!":
        return Done(task[0], None, answer[1:].decode())
    return Done(task[0], answer[1:], "")
