"""Word stems (Snowball English) and word-formation families (deny, denial)."""

import sys
from collections.abc import Callable, Mapping
from functools import cache, lru_cache
from importlib import import_module
from importlib.util import find_spec
from types import ModuleType
from typing import cast

from claimdiff.language.inflection import IRREGULAR, inflect_verb
from claimdiff.language.tables import read_groups, read_text

# Endings that Snowball leaves on short words, tried longest first on its stem; the rest must keep 5 letters.
_ENDINGS = ("ation", "ition", "ment", "ness", "enc", "anc", "ent", "ant", "ion", "al", "iv")
# Verbs whose forms are commoner as other words ("left", "bound", "cast").
_UNSURE = frozenset(("be", "have", "do", "leave", "bind", "lay", "light", "bear", "ring", "spring", "read"))


# The package's modules under a name of our own, so that its thirty other languages are not imported.
_ALONE = "_claimdiff_snowball"


@cache
def _load_stemmer() -> Callable[[str], str]:
    """Return the English stemmer of snowballstemmer, or PyStemmer's where that is installed, as it would."""
    if find_spec("Stemmer") is not None:
        return cast("Callable[[str], str]", import_module("snowballstemmer").stemmer("english").stemWord)
    spec = find_spec("snowballstemmer")
    package = ModuleType(_ALONE)
    package.__path__ = list((spec and spec.submodule_search_locations) or ())
    sys.modules[_ALONE] = package
    module = import_module(f"{_ALONE}.english_stemmer")
    return cast("Callable[[str], str]", module.EnglishStemmer().stemWord)


@cache
def _listed_stems() -> dict[str, str]:
    """Map the words of our own lists to their stems, kept in a file: stemming them takes half a second."""
    _, _, listed = read_text("stems.txt").partition("\n")
    words = listed.split()
    return dict(zip(words[::2], words[1::2], strict=True))


def is_listed(word: str) -> bool:
    """Say whether a word, in small letters, is one of our own lists: a name hardly is."""
    return word in _listed_stems()


@lru_cache(maxsize=131072)
def stem(word: str) -> str:
    """Return the Snowball stem of a word; case does not matter."""
    lower = word.lower()
    return _listed_stems().get(lower) or _load_stemmer()(lower)


@cache
def _family_keys() -> tuple[dict[str, str], dict[str, str]]:
    """Return the keys of the words and stems on our lists of families, and of other words on our lists.

    The others are those whose key is not their stem. Kept in a file: working them out takes long.
    """
    _, _, listed = read_text("family_keys.txt").partition("\n")
    roots, others = (part.split() for part in listed.split("\n\n"))
    return (
        dict(zip(roots[::2], roots[1::2], strict=True)),
        dict(zip(others[::2], others[1::2], strict=True)),
    )


def compose_family_keys() -> str:
    """Return that file's text, made of families.txt, our verbs and stems.txt.

    `benchmarks/write_stems.py` keeps it.
    """
    roots = _join_families()
    found = {word: _find_key(word, roots) for word in _listed_stems() if word not in roots}
    others = {word: key for word, key in found.items() if key != stem(word)}
    parts = ("\n".join(f"{word} {key}" for word, key in sorted(rows.items())) for rows in (roots, others))
    head = (
        "# The families that words belong to, and the keys of other words. Made by benchmarks/write_stems.py."
    )
    return f"{head}\n" + "\n\n".join(parts) + "\n"


def _join_families() -> dict[str, str]:
    """Map every member of a listed family, and its stem, to the family's first word."""
    known: dict[str, str] = {}
    for words in read_groups("families.txt"):
        root = words[0]
        for word in words:
            known.setdefault(word, root)
    for lemma, forms in IRREGULAR.items():
        if lemma not in _UNSURE:
            root = known.get(lemma, lemma)
            for form in inflect_verb(lemma) + forms:
                known.setdefault(form, root)
    for word, root in list(known.items()):
        known.setdefault(stem(word), root)
    return known


@lru_cache(maxsize=131072)
def family(word: str) -> str:
    """Return a key that words of one word-formation family share: deny and denial, Germany and German.

    A listed family wins; else the stem without a remaining noun ending. Stems may be passed as well.
    """
    lower = word.lower()
    roots, others = _family_keys()
    key = roots.get(lower)
    if key is None and (stemmed := _listed_stems().get(lower)) is not None:
        key = others.get(lower, stemmed)
    return _find_key(lower, roots) if key is None else key


def _find_key(word: str, roots: Mapping[str, str]) -> str:
    """Return the key of a word in small letters, by its stems and endings and the `roots` of families."""
    root = word
    # A stem's own stem may be shorter still; the last one is the same for a word and its stem.
    for _ in range(4):
        if root in roots:
            return roots[root]
        shorter = stem(root)
        if shorter == root:
            break
        root = shorter
    for ending in _ENDINGS:
        if root.endswith(ending) and len(root) - len(ending) >= 5:
            shorter = root[: -len(ending)]
            return roots.get(shorter, shorter)
    return root
