"""Train the choice of attributions (extraction/data/attribution_weights.txt) on marked articles.

    python -m benchmarks.train_attribution ROWS.jsonl.gz OUTPUT.txt
    python -m benchmarks.train_attribution ROWS.jsonl.gz

Two logistic regressions over named features: whether a frame attributes anything, and which reading of it
is right where it does. A reading is right when its content shares at least half of its tokens with a marked
one; of several cues with one content only that on the marked cue is right. Without an output the figures of
five-fold cross-validation by article are printed.
"""

import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from unittest.mock import patch

from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.attributions import as_document, extract_attributions, read_rows, score_found
from claimdiff.extraction import attitude_choice
from claimdiff.extraction.attitude_choice import ChoiceWeights
from claimdiff.extraction.attitude_frames import read_all_frames
from claimdiff.extraction.content_options import list_options
from claimdiff.extraction.cue_features import find_surrounding, list_features, list_option_features
from claimdiff.extraction.sentence_words import BlockWords

_WORD = re.compile(r"\w+")
_RAREST, _SMALLEST, _FOLDS = 4, 0.05, 5
# How little the weights are held back.
_FRAME_FREEDOM, _CONTENT_FREEDOM = 0.1, 0.2


class Reading(NamedTuple):
    """One reading of a frame: its features and the marked attribution it matches (-1 for none)."""

    features: list[str]
    match: int


class Example(NamedTuple):
    """A frame with its readings; `cue` are the code points of the cue words."""

    features: list[str]
    readings: list[Reading]
    cue: tuple[int, int]


def read_examples(row: dict[str, Any]) -> list[Example]:
    """Return the frames of an article, each reading marked right or wrong."""
    text = row["text"]
    document = as_document(text)
    tokens = [match.start() for match in _WORD.finditer(text)]
    marked = [_cover(tokens, item["content"]) for item in row["attributions"]]
    examples: list[Example] = []
    for index, block in enumerate(document.blocks):
        words = BlockWords(text, block.start, block.end, index)
        for number in range(len(words.sentences)):
            frames = read_all_frames(words, number)
            for place, frame in enumerate(frames):
                outer = find_surrounding(frames, place, words)
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


def fit_weights(examples: Sequence[Example]) -> ChoiceWeights:
    """Return the weights of all features that are not rare."""
    valid = [any(reading.match >= 0 for reading in example.readings) for example in examples]
    readings = [
        reading
        for example, right in zip(examples, valid, strict=True)
        if right
        for reading in example.readings
    ]
    return ChoiceWeights(
        _fit([example.features for example in examples], valid, _FRAME_FREEDOM),
        _fit(
            [reading.features for reading in readings],
            [reading.match >= 0 for reading in readings],
            _CONTENT_FREEDOM,
        ),
    )


def _fit(rows: Sequence[Sequence[str]], right: Sequence[bool], freedom: float) -> dict[str, float]:
    counts = Counter(feature for row in rows for feature in set(row))
    known = {feature for feature, count in counts.items() if count >= _RAREST and feature != "bias"}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{name: 1.0 for name in row if name in known} for row in rows])
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    model = LogisticRegression(C=freedom, solver="liblinear", max_iter=200).fit(table, right)
    names = vectorizer.get_feature_names_out()
    weights = {str(name): float(weight) for name, weight in zip(names, model.coef_[0], strict=True)}
    weights["bias"] = float(model.intercept_[0])
    return {name: weight for name, weight in sorted(weights.items()) if abs(weight) >= _SMALLEST}


def cross_validate(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return the figures of `benchmarks.attributions` with every article read by weights of the others."""
    examples = [read_examples(row) for row in rows]
    found: list[Any] = [None] * len(rows)
    for fold in range(_FOLDS):
        known = [e for place, article in enumerate(examples) if place % _FOLDS != fold for e in article]
        weights = fit_weights(known)
        with patch.object(attitude_choice, "read_weights", lambda weights=weights: weights):
            for place in range(fold, len(rows), _FOLDS):
                found[place] = extract_attributions(rows[place]["text"])
    return score_found(rows, found)


def main(source: str, target: str | None) -> None:
    """Train on `source` and write one "weight feature" a line to `target`, or cross-validate."""
    rows = read_rows(source)
    if target is None:
        for name, value in cross_validate(rows).items():
            print(f"{name:28} {value:.3f}")
        return
    weights = fit_weights([example for row in rows for example in read_examples(row)])
    with open(target, "w", encoding="utf-8") as out:
        out.write("# Weights of the choice of attributions; written by benchmarks/train_attribution.py.\n")
        for name, table in weights._asdict().items():
            out.write(f"[{name}]\n")
            out.writelines(f"{weight:.2f} {feature}\n" for feature, weight in table.items())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
