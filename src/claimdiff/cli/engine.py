"""Gets the engine ready for one run of a command."""

import gc
from importlib import import_module

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
