"""Engines run a pure function over many inputs; the local one in processes of its own."""

import multiprocessing
import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from multiprocessing.connection import Connection, wait
from multiprocessing.process import BaseProcess
from queue import SimpleQueue
from typing import NamedTuple, Protocol

Work = Callable[[bytes], bytes]

# A story that takes its worker down so often is given up.
MOST_TRIES = 3
# A worker gets a second input while it is at the first, where both are no larger than this in bytes: a
# small story must not lie behind an enormous one.
_AHEAD = 200_000


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


class _Task(NamedTuple):
    name: str
    data: bytes
    tries: int = 0


class _Worker:
    """A process with a pipe: gets inputs, works on one at a time, sends their outcomes back in order."""

    def __init__(self, context: multiprocessing.context.BaseContext, work: Work) -> None:
        self.pipe, there = context.Pipe()
        self.process: BaseProcess = context.Process(  # type: ignore[attr-defined]
            target=_serve, args=(there, work), daemon=True
        )
        self.process.start()
        there.close()
        self.tasks: deque[_Task] = deque()

    def has_room(self, task: _Task) -> bool:
        """Tell whether to give it a task now: it is idle, or what it has and the task are both small."""
        return not self.tasks or (len(self.tasks) == 1 and len(self.tasks[0].data) + len(task.data) <= _AHEAD)

    def give(self, task: _Task) -> None:
        self.tasks.append(task)
        try:
            self.pipe.send_bytes(task.name.encode())
            self.pipe.send_bytes(task.data)
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
    from threading import Thread

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    # A thread reads ahead, so that neither end ever waits for the other to take what it sends.
    inputs: SimpleQueue[tuple[str, bytes] | None] = SimpleQueue()
    Thread(target=_read_ahead, args=(pipe, inputs), daemon=True).start()
    while (task := inputs.get()) is not None:
        done = _attempt(work, *task)
        failed = done.result is None
        try:
            pipe.send_bytes(b"!" + done.reason.encode() if failed else b"=" + (done.result or b""))
        except (BrokenPipeError, OSError):
            return


def _read_ahead(pipe: Connection, inputs: "SimpleQueue[tuple[str, bytes] | None]") -> None:
    """Hand on what comes through the pipe, and None when it is closed."""
    try:
        while True:
            name = pipe.recv_bytes().decode()
            inputs.put((name, pipe.recv_bytes()))
    except (EOFError, OSError):
        inputs.put(None)


class _Waiting:
    """The tasks that no worker has: those to be tried again first."""

    def __init__(self, inputs: Iterable[tuple[str, bytes]]) -> None:
        self._source = iter(inputs)
        self._first: deque[_Task] = deque()

    def put_back(self, task: _Task) -> None:
        self._first.append(task)

    def hand_out(self, workers: Sequence[_Worker]) -> None:
        """Give the workers what they have room for, the idle ones first."""
        for worker in sorted(workers, key=lambda one: len(one.tasks)):
            if not self._first:
                found = next(self._source, None)
                if found is None:
                    return
                self._first.append(_Task(*found))
            if worker.has_room(self._first[0]):
                worker.give(self._first.popleft())


class LocalEngine:
    """Runs work in `workers` processes. One that dies is replaced and its input tried again."""

    def __init__(self, workers: int | None = None) -> None:
        self.workers = workers or max(1, os.cpu_count() or 1)

    def run(self, work: Work, inputs: Iterable[tuple[str, bytes]]) -> Iterator[Done]:
        """Yield an outcome for every input as it is done.

        An input that takes its worker down three times gets a reason in place of a result.
        """
        context = multiprocessing.get_context("spawn")
        waiting = _Waiting(inputs)
        workers = [_Worker(context, work) for _ in range(self.workers)]
        try:
            while True:
                waiting.hand_out(workers)
                busy = [worker for worker in workers if worker.tasks]
                if not busy:
                    return
                for worker in _wait_for(busy):
                    done = _collect(worker)
                    if done is not None:
                        # Before the caller does anything with the outcome: the worker need not wait for it.
                        waiting.hand_out(workers)
                        yield done
                        continue
                    worker.stop()
                    workers[workers.index(worker)] = _Worker(context, work)
                    name, data, tries = worker.tasks.popleft()
                    if tries + 1 >= MOST_TRIES:
                        yield Done(
                            name, None, f"its worker died {MOST_TRIES} times; compare it alone to see why"
                        )
                    else:
                        waiting.put_back(_Task(name, data, tries + 1))
                    for task in worker.tasks:
                        waiting.put_back(task)
        finally:
            for worker in workers:
                worker.stop()


def _wait_for(busy: list[_Worker]) -> list[_Worker]:
    """Return the workers that have sent something or died, in the order given; waits for at least one."""
    ready = wait([thing for worker in busy for thing in (worker.pipe, worker.process.sentinel)])
    return [worker for worker in busy if worker.pipe in ready or worker.process.sentinel in ready]


def _collect(worker: _Worker) -> Done | None:
    """Return what a worker sent for its first task, None where it died without an answer."""
    try:
        answer = worker.pipe.recv_bytes() if worker.pipe.poll() else None
    except (EOFError, OSError):
        answer = None
    if answer is None:
        return None
    name = worker.tasks.popleft().name
    if answer[:1] == b"!":
        return Done(name, None, answer[1:].decode())
    return Done(name, answer[1:], "")
