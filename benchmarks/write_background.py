"""Count how rare word families are in the news, and write the list that the matcher weighs words by.

usage: python -m benchmarks.write_background EVENTS.jsonl.gz

Run it again after word families change. Counted are the sentences that hold a family, without those of the
event that has most of them: the names of one event are no common words, however often it was reported.
"""

import argparse
import gzip
import json
import math
from collections import Counter, defaultdict
from pathlib import Path

from claimdiff.extraction.sentences import split_sentences
from claimdiff.language.stems import family
from claimdiff.language.tokens import content_words

TARGET = Path(__file__).resolve().parent.parent / "src" / "claimdiff" / "matching" / "data" / "background.txt"
# A family in so few sentences is as rare as one that was never seen.
_RARE = 5
# Rarities are rounded to this; what is rounded to 1 is not listed.
_STEP = 0.05
_A_LINE = 14


def count_families(events: Path) -> tuple[dict[str, Counter[str]], int]:
    """Return, per family, in how many sentences of each event it stands, and the number of sentences."""
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    total = 0
    with gzip.open(events, "rt", encoding="utf-8") as lines:
        for line in lines:
            row = json.loads(line)
            text = row["text"]
            for start, end in _list_lines(text):
                for span in split_sentences(text, start, end):
                    words = content_words(text[span.start : span.end])
                    total += 1
                    for key in {family(word) for word in words if not word[0].isdigit()}:
                        counts[key][row["event"]] += 1
    return counts, total


def _list_lines(text: str) -> list[tuple[int, int]]:
    lines, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            lines.append((at, at + len(line)))
        at += len(line) + 1
    return lines


def rank_families(counts: dict[str, Counter[str]], total: int) -> dict[float, list[str]]:
    """Return the families by their rarity, 0 (in every sentence) to 1, those of 1 left out."""
    bands: dict[float, list[str]] = defaultdict(list)
    for key, by_event in sorted(counts.items()):
        elsewhere = sum(by_event.values()) - max(by_event.values())
        if elsewhere <= _RARE:
            continue
        rarity = math.log(total / elsewhere) / math.log(total / _RARE)
        band = round(round(rarity / _STEP) * _STEP, 2)
        if band < 1:
            bands[band].append(key)
    return bands


def main() -> None:
    """Count and write; the commonest words come first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("events", type=Path)
    bands = rank_families(*count_families(parser.parse_args().events))
    lines = [
        "# How rare a word family is in the news (0 to 1), and the families of that rarity.",
        "# Made by benchmarks/write_background.py.",
    ]
    lines += [
        " ".join((f"{band:.2f}", *keys[at : at + _A_LINE]))
        for band, keys in sorted(bands.items())
        for at in range(0, len(keys), _A_LINE)
    ]
    TARGET.write_text("\n".join(lines) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
