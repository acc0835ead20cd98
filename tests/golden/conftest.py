"""The examples, compared once per test run."""

from functools import cache
from pathlib import Path

import pytest

from claimdiff.api import compare, find_changes
from claimdiff.model import Comparison, Revision

ROOT = Path(__file__).parents[2]


@cache
def compare_example(name: str) -> Comparison:
    return compare(ROOT / "examples" / name)


@pytest.fixture
def harbour() -> Comparison:
    return compare_example("harbour")


@pytest.fixture
def lighthouse() -> Comparison:
    return compare_example("lighthouse")


@pytest.fixture
def storm() -> Comparison:
    return compare_example("storm")


@pytest.fixture
def revision() -> Revision:
    folder = ROOT / "examples" / "revisions"
    return find_changes(folder / "morning.md", folder / "evening.md")
