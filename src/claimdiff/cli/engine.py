"""Gets the engine ready for one run of a command."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from importlib import import_module

from claimdiff.language.collector import pause_collector

ROOMS = ("reading", "extraction", "matching", "findings")


def load_engine() -> None:
    """Import what a comparison needs, out of sight of the garbage collector.

    All of it stays to the end of the run; looking through it again and again takes a tenth of the time of
    a small comparison. What the run itself makes is collected as ever.
    """
    active = gc.isenabled()
    gc.disable()
    try:
        for room in ROOMS:
            import_module(f"claimdiff.{room}")
    finally:
        gc.freeze()
        if active:
            gc.enable()


@contextmanager
def spare_collector() -> Iterator[None]:
    """Keep the garbage collector from what a command makes once and needs to its end: a comparison.

    It would look through all of it once more when the work is done, and find nothing.
    """
    with pause_collector():
        try:
            yield
        finally:
            gc.freeze()
