"""Train the choice of attributions (extraction/data/attribution_weights.txt) on marked articles.

    python -m benchmarks.train_attribution ROWS.jsonl.gz OUTPUT.txt

A logistic regression over the named features of a frame and of each reading of it, fitted with AdaGrad
(Duchi, Hazan & Singer 2011). A reading is right when its content shares at least half of its tokens with
a marked one; of several cues with one content only that on the marked cue is right.
"""

import gzip
import json
import math
import random
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable
from typing import Any, NamedTuple

from benchmarks.attributions import as_document
from claimdiff.extraction.content_options import list_options
from claimdiff.extraction.cue_features import find_outer, list_features, list_option_features
from claimdiff.extraction.frames import read_frames
from claimdiff.extraction.sentence_words import BlockWords

_WORD = re.compile(r"\w+")
_EPOCHS, _RATE, _DECAY, _RAREST, _SMALLEST = 8, 0.05, 1e-5, 5, 0.03


class Reading(NamedTuple):
    """One reading of a frame: its features and the marked attribution it matches (-1 for none)."""

    features: list[str]
    match: int


class Example(NamedTuple):
    """A frame with its readings; `cue` are the code points of the cue words."""

    features: list[str]
    readings: list[Reading]
    cue: tuple[int, int]


def read_examples(path: str) -> list[Example]:
    """Return the frames of every article of a file, each reading marked right or wrong."""
    examples: list[Example] = []
    with gzip.open(path, "rt", encoding="utf-8") as lines:
        for line in lines:
            examples.extend(_read_article(json.loads(line)))
    return examples


def _read_article(row: dict[str, Any]) -> list[Example]:
    text = row["text"]
    document = as_document(text)
    tokens = [match.start() for match in _WORD.finditer(text)]
    marked = [_cover(tokens, item["content"]) for item in row["attributions"]]
    examples: list[Example] = []
    for index, block in enumerate(document.blocks):
        words = BlockWords(text, block.start, block.end, index)
        for number in range(len(words.sentences)):
            frames = read_frames(words, number)
            for place, frame in enumerate(frames):
                outer = find_outer(frames[max(0, place - 12) : place], frame)
                features = list_features(words, frame, outer, headline=block.kind == "title")
                readings = []
                for option in list_options(words, frame):
                    content = _cover(tokens, option.contents)
                    match = _best_match(content, _reach(words, tokens, option.contents), marked)
                    readings.append(Reading(list_option_features(words, frame, option), match))
                if readings:
                    cue = (words.starts[frame.group], words.ends[frame.cue_end - 1])
                    examples.append(Example(features, readings, cue))
    return _keep_owners(examples, [item.get("cue", []) for item in row["attributions"]])


def _cover(tokens: list[int], spans: Iterable[Iterable[int]]) -> frozenset[int]:
    stretches = [tuple(span) for span in spans]
    return frozenset(k for a, b in stretches for k in range(bisect_left(tokens, a), bisect_left(tokens, b)))


def _reach(words: BlockWords, tokens: list[int], contents: tuple[tuple[int, int], ...]) -> frozenset[int]:
    """The tokens of the sentences that a content touches: a quotation may go on in later ones."""
    start, end = contents[0][0], contents[-1][1]
    touched = [(span.start, span.end) for span in words.sentences if span.end > start and span.start < end]
    return _cover(tokens, touched)


def _best_match(content: frozenset[int], reach: frozenset[int], marked: list[frozenset[int]]) -> int:
    best, found = 0.0, -1
    for number, other in enumerate(marked):
        shared = len(content & other)
        if shared and shared / len(content | (other & reach)) > best:
            best, found = shared / len(content | (other & reach)), number
    return found if best >= 0.5 else -1


def _keep_owners(examples: list[Example], cues: list[list[list[int]]]) -> list[Example]:
    """Of several frames with one content keep the match of the frame on the marked cue, else of the last."""
    rivals: defaultdict[int, list[int]] = defaultdict(list)
    for place, example in enumerate(examples):
        for match in sorted({reading.match for reading in example.readings} - {-1}):
            rivals[match].append(place)
    owner: dict[int, int] = {}
    for match, places in rivals.items():
        on_cue = [
            place
            for place in places
            if any(a < examples[place].cue[1] and examples[place].cue[0] < b for a, b in cues[match])
        ]
        owner[match] = (on_cue or places)[-1]
    return [
        example._replace(
            readings=[
                reading if reading.match < 0 or owner[reading.match] == place else reading._replace(match=-1)
                for reading in example.readings
            ]
        )
        for place, example in enumerate(examples)
    ]


def fit_weights(examples: list[Example], seed: int = 1) -> dict[str, float]:
    """Return the weight of every feature that is not rare."""
    counts = Counter(
        feature
        for example in examples
        for feature in [*example.features, *(f for reading in example.readings for f in reading.features)]
    )
    known = {feature for feature, count in counts.items() if count >= _RAREST}
    rows = [
        ([f for f in [*example.features, *reading.features] if f in known], reading.match >= 0)
        for example in examples
        for reading in example.readings
    ]
    weights: defaultdict[str, float] = defaultdict(float)
    squares: defaultdict[str, float] = defaultdict(lambda: 1.0)
    shuffler = random.Random(seed)
    for _ in range(_EPOCHS):
        shuffler.shuffle(rows)
        for features, right in rows:
            total = sum(weights[feature] for feature in features)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, total)))) - right
            for feature in features:
                step = error + _DECAY * weights[feature] * len(examples)
                squares[feature] += step * step
                weights[feature] -= _RATE * step / math.sqrt(squares[feature])
    return {feature: weight for feature, weight in sorted(weights.items()) if abs(weight) >= _SMALLEST}


def main(source: str, target: str) -> None:
    """Train on `source` and write one "weight feature" a line to `target`."""
    weights = fit_weights(read_examples(source))
    with open(target, "w", encoding="utf-8") as out:
        out.write("# Weights of the choice of attributions; written by benchmarks/train_attribution.py.\n")
        for feature, weight in weights.items():
            out.write(f"{weight:.3f} {feature}\n")


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2])
