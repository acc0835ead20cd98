"""How a command gets the engine ready."""

import gc
import sys

from claimdiff.cli.engine import ROOMS, load_engine


def test_the_rooms_are_there_and_the_collector_goes_on() -> None:
    """After loading, every room is imported and garbage is collected as before."""
    assert gc.isenabled()
    load_engine()
    assert gc.isenabled()
    assert all(f"claimdiff.{room}" in sys.modules for room in ROOMS)
    gc.unfreeze()


def test_a_collector_that_was_off_stays_off() -> None:
    """Whoever turned the collector off finds it off after loading."""
    gc.disable()
    try:
        load_engine()
        assert not gc.isenabled()
    finally:
        gc.enable()
        gc.unfreeze()
