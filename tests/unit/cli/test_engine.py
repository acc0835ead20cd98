"""How a command gets the engine ready."""

import gc
import sys

from claimdiff.cli.engine import ROOMS, load_engine, spare_collector


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


def test_what_a_command_made_is_spared_and_the_collector_goes_on() -> None:
    """Inside nothing is collected; afterwards what was made is set apart, and collecting begins anew."""
    before = gc.get_freeze_count()
    try:
        with spare_collector():
            assert not gc.isenabled()
            made = [[number] for number in range(1000)]
        assert gc.isenabled()
        assert gc.get_freeze_count() >= before + len(made)
    finally:
        gc.unfreeze()
