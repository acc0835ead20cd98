"""The engine for a cluster: the same functions through dask.distributed (extra `scale`)."""

from collections.abc import Iterable, Iterator
from typing import Any

from claimdiff.archive.engines import MOST_TRIES, Done, Work
from claimdiff.errors import MissingExtraError

# Inputs handed to the cluster ahead of the answers, per worker thread: enough to keep it busy, no more.
_AHEAD = 4


class DaskEngine:
    """Runs work on a dask cluster: one that listens at `scheduler`, or a local one of `workers` processes."""

    def __init__(self, scheduler: str | None = None, workers: int | None = None) -> None:
        self.scheduler = scheduler
        self.workers = workers

    def run(self, work: Work, inputs: Iterable[tuple[str, bytes]]) -> Iterator[Done]:
        """Yield an outcome for every input as it is done.

        Raises:
            MissingExtraError: dask.distributed is not installed.
        """
        with self._connect() as client:
            yield from _run(client, work, inputs)

    def _connect(self) -> Any:
        try:
            import dask
            from distributed import Client
        except ImportError:
            raise MissingExtraError(
                "--engine dask needs dask.distributed: pip install 'claimdiff[scale]'"
            ) from None
        dask.config.set({"distributed.scheduler.allowed-failures": MOST_TRIES - 1})
        if self.scheduler:
            return Client(self.scheduler)
        return Client(n_workers=self.workers, threads_per_worker=1, processes=True, dashboard_address=None)


def _run(client: Any, work: Work, inputs: Iterable[tuple[str, bytes]]) -> Iterator[Done]:
    from distributed import as_completed

    source = iter(inputs)
    names: dict[Any, str] = {}
    waiting: Any = as_completed()
    room = _AHEAD * max(1, sum(client.nthreads().values()))

    def submit_next() -> None:
        found = next(source, None)
        if found is not None:
            # The same bytes are the same story: dask's key from content would merge them, a plain one not.
            future = client.submit(work, found[1], key=f"claimdiff-{found[0]}", pure=False)
            names[future] = found[0]
            waiting.add(future)

    for _ in range(room):
        submit_next()
    for future in waiting:
        yield _outcome(names.pop(future), future)
        future.release()
        submit_next()


def _outcome(name: str, future: Any) -> Done:
    error = future.exception()
    if error is None:
        return Done(name, future.result(), "")
    if type(error).__name__ == "KilledWorker":
        return Done(name, None, f"its worker died {MOST_TRIES} times; compare it alone to see why")
    return Done(name, None, f"{type(error).__name__}: {error}")
