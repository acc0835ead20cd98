"""What readers see as a source's name: outlet, telling file name or title; unique in a run."""

import os
import re
from collections import Counter
from collections.abc import Iterable, Mapping

import msgspec

from claimdiff.model import Document
from claimdiff.reading.frontlines import FrontLine
from claimdiff.reading.outlets import (
    find_copyright_outlet,
    find_mailbox_outlet,
    find_promo_outlet,
    is_agency,
    shorten_agency,
)

_LONGEST_TITLE = 44
# Between the parts of a file name.
_PARTS = re.compile(r"[\W_]+")
# Parts that name a kind of file and no source.
_KINDS = frozenset(
    "article articles copy doc document download draft file index news page post source story text"
    " untitled".split()
)


def find_outlet(
    site: str | None, fronts: Iterable[FrontLine], notes: Iterable[tuple[str, str]]
) -> str | None:
    """Return the outlet that a text itself names, the clearest sign first, None where none is named.

    `notes` are the skipped lines with their reasons. An agency counts only where nothing better is named:
    many outlets print its copy.
    """
    found = [site] + [front.outlet for front in fronts]
    noted = [(line, reason) for line, reason in notes if len(line) <= 1500]
    found += [find_promo_outlet(line) for line, reason in noted if reason in _SPEAKING_FOR_OUTLET]
    found += [find_copyright_outlet(line) for line, reason in noted if reason == "copyright line"]
    found += [find_mailbox_outlet(line) for line, reason in noted if reason == "contact line"]
    named = [name for name in found if name]
    own = [name for name in named if not is_agency(name)]
    return own[0] if own else shorten_agency(named[0]) if named else None


def label_documents(documents: Iterable[Document], overrides: Mapping[str, str]) -> tuple[Document, ...]:
    """Return the documents with unique labels: what the user wants, the outlet, the file name or the title.

    A file name goes before the title where somebody chose its words: "2_mirror", but not "4d5dae05".
    `overrides` maps a path, or the last part of one, to a label. Labels that still clash get the file name,
    then an ordinal in path order.
    """
    ordered = sorted(documents, key=lambda document: (document.path, document.id))
    labels = [_choose_label(document, overrides) for document in ordered]
    counts = Counter(labels)
    labels = [
        f"{label} ({_file_name(document.path)})"
        if counts[label] > 1 and label != _file_name(document.path)
        else label
        for label, document in zip(labels, ordered, strict=True)
    ]
    used: set[str] = set()
    result: list[Document] = []
    for label, document in zip(labels, ordered, strict=True):
        unique, ordinal = label, 1
        while unique in used:
            ordinal += 1
            unique = f"{label} {ordinal}"
        used.add(unique)
        result.append(msgspec.structs.replace(document, label=unique))
    return tuple(result)


def shorten_title(title: str) -> str:
    """Return a title of at most 44 characters, cut between words."""
    if len(title) <= _LONGEST_TITLE:
        return title
    head = title[: _LONGEST_TITLE - 1]
    return (head.rsplit(" ", 1)[0] if " " in head[20:] else head).rstrip(" ,;:–—-") + "…"


_SPEAKING_FOR_OUTLET = frozenset({"promotion", "sign-up form", "related link", "contact line"})


def _choose_label(document: Document, overrides: Mapping[str, str]) -> str:
    for key in (document.path, os.path.basename(document.path)):
        if key in overrides:
            return " ".join(overrides[key].split()) or _file_name(document.path)
    if document.outlet:
        return " ".join(document.outlet.split())
    if document.title and not _is_telling(document.path):
        return shorten_title(" ".join(document.title.split()))
    return _file_name(document.path)


def _is_telling(path: str) -> bool:
    """Say whether a file's name holds words that somebody chose, short enough to name a source by."""
    name = _file_name(path)
    if path == "-" or "#" in os.path.basename(path) or len(name) > _LONGEST_TITLE:
        return False
    words = [part for part in _PARTS.split(name.casefold()) if len(part) >= 3 and part.isalpha()]
    return any(word not in _KINDS for word in words)


def _file_name(path: str) -> str:
    if path == "-":
        return "standard input"
    name = os.path.basename(path)
    stem, suffix = os.path.splitext(name)
    return (stem if stem and "#" not in suffix else name) or path
