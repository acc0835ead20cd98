"""Reads our own plain-text word lists, kept in `data/` beside this file."""

from functools import cache
from importlib.resources import files


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list, without comments (from "#") and empty lines."""
    text = files("claimdiff.language").joinpath("data", name).read_text("utf-8")
    lines = (line.split("#")[0].strip() for line in text.splitlines())
    return tuple(line for line in lines if line)


@cache
def read_groups(name: str) -> tuple[tuple[str, ...], ...]:
    """Return each line of a list as its words; "_" inside a word stands for a space."""
    return tuple(tuple(word.replace("_", " ") for word in line.split()) for line in read_lines(name))


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set; keeps lists in code readable."""
    return frozenset(text.split())
