"""Reads our own plain-text word lists, kept in `data/` beside this file."""

import os
import sys
from collections.abc import Iterable
from functools import cache
from typing import TYPE_CHECKING, cast

if TYPE_CHECKING:
    from importlib.abc import FileLoader


def read_data(package: str, name: str) -> str:
    """Return a text from the `data` folder of one of our packages, which is imported.

    The package's own loader reads it: `importlib.resources` would first import a dozen modules.
    """
    module = sys.modules[package]
    loader = cast("FileLoader", module.__loader__)
    path = os.path.join(os.path.dirname(module.__file__ or ""), "data", name)
    return loader.get_data(path).decode("utf-8").replace("\r\n", "\n")


def read_text(name: str) -> str:
    """Return a list as it stands in its file."""
    return read_data("claimdiff.language", name)


@cache
def read_lines(name: str) -> tuple[str, ...]:
    """Return the lines of a list, without comments (from "#") and empty lines."""
    lines = (line.split("#")[0].strip() for line in read_text(name).splitlines())
    return tuple(line for line in lines if line)


@cache
def read_groups(name: str) -> tuple[tuple[str, ...], ...]:
    """Return each line of a list as its words; "_" inside a word stands for a space."""
    return tuple(tuple(word.replace("_", " ") for word in line.split()) for line in read_lines(name))


def word_set(text: str) -> frozenset[str]:
    """Return the words of a text as a set; keeps lists in code readable."""
    return frozenset(text.split())


def group_words(words: Iterable[str]) -> str:
    """Return a pattern for the words, with a small or capital first letter, the longest first.

    Grouped by first letter, since the engine then leaves most positions of a text after one look.
    """
    rests: dict[str, list[str]] = {}
    for word in sorted(set(words), key=lambda word: (-len(word), word)):
        rests.setdefault(word[0], []).append(word[1:])
    parts = (f"[{first}{first.upper()}](?:{'|'.join(rest)})" for first, rest in sorted(rests.items()))
    return "|".join(parts)
