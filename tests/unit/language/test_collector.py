import gc

import pytest

from claimdiff.language.collector import pause_collector


def test_the_collector_rests_inside_and_works_after() -> None:
    """Inside the block the collector is off, and after it on again, also when the block raises."""
    with pytest.raises(ValueError, match="ferry"), pause_collector():
        assert not gc.isenabled()
        raise ValueError("ferry")
    assert gc.isenabled()


def test_a_collector_that_was_off_stays_off() -> None:
    """Who switched the collector off finds it off after the block."""
    gc.disable()
    try:
        with pause_collector():
            pass
        assert not gc.isenabled()
    finally:
        gc.enable()
