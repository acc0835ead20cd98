"""Write the stems and families of the words on our lists, and kindred words as families, for a run to read.

usage: python benchmarks/write_stems.py

Run it after words were added to a list under src/claimdiff/*/data; a test compares the file with the
stemmer. The stems of stems are kept as well, since word families ask for them.
"""

import re
from pathlib import Path

import snowballstemmer

from claimdiff.extraction.wordclasses import list_forms
from claimdiff.language.cues import SAY_VERBS
from claimdiff.language.inflection import IRREGULAR, inflect_verb
from claimdiff.language.stems import compose_family_keys
from claimdiff.matching.nearness import compose_lines

ROOT = Path(__file__).resolve().parent.parent / "src" / "claimdiff"
TARGET = ROOT / "language" / "data" / "stems.txt"
FAMILY_KEYS = ROOT / "language" / "data" / "family_keys.txt"
KINDRED = ROOT / "matching" / "data" / "kindred_terms.txt"
_WORD = re.compile(r"[a-z][a-z'-]+")


def collect_words() -> list[str]:
    """Return every word of the plain-text lists, and the forms made of our verbs, sorted."""
    found: set[str] = set()
    for path in sorted(ROOT.glob("*/data/*.txt")):
        if path not in (TARGET, FAMILY_KEYS, KINDRED) and path.name != "given_names.txt":
            lines = (line.split("#")[0] for line in path.read_text("utf-8").splitlines())
            found.update(word for line in lines for word in _WORD.findall(line.replace("_", " ").lower()))
    for lemma in IRREGULAR:
        found.update(inflect_verb(lemma))
    found.update(word for word in SAY_VERBS if _WORD.fullmatch(word))
    found.update(word for word in list_forms() if _WORD.fullmatch(word))
    return sorted(found)


def main() -> None:
    """Stem the words, and their stems until nothing changes, and write one line a word."""
    stemmer = snowballstemmer.stemmer("english")
    stems: dict[str, str] = {}
    waiting = collect_words()
    while waiting:
        word = waiting.pop()
        if word not in stems:
            stems[word] = stemmer.stemWord(word)
            waiting.append(stems[word])
    lines = ["# The words on our lists, each with its stem. Made by benchmarks/write_stems.py."]
    lines += [f"{word} {stem}" for word, stem in sorted(stems.items())]
    TARGET.write_text("\n".join(lines) + "\n", "utf-8")
    FAMILY_KEYS.write_text(compose_family_keys(), "utf-8")
    KINDRED.write_text(compose_lines(), "utf-8")


if __name__ == "__main__":
    main()
