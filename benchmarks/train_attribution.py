"""Train the choice of attributions (extraction/data/attribution_*.txt) on marked articles.

    python -m benchmarks.train_attribution ROWS.jsonl.gz FOLDER
    python -m benchmarks.train_attribution ROWS.jsonl.gz

Four models, in order: a chain over the words of a sentence (benchmarks.train_chain); whether a frame
attributes anything, a logistic regression over named features; which reading of it is right, a choice
among its readings by features and by the chances that the chain gives to their words; and how probable it
is that the frame with its best reading is right, a logistic regression over a few numbers, those of the
other three among them. What one model hands to the next is foretold for articles it was not trained on.

A reading is right when its content shares at least half of its tokens with a marked one; of several cues
with one content only that on the marked cue is right. Without a folder the figures of five-fold
cross-validation by article are printed (some minutes). Needs the `train` extra.
"""

import importlib
import os
import re
import sys
from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from sklearn.feature_extraction import DictVectorizer
from sklearn.linear_model import LogisticRegression

from benchmarks.attributions import as_document, extract_attributions, read_rows, score_found
from benchmarks.train_chain import fit_chain, mark_roles, write_chain
from claimdiff.extraction import attitude_choice, attitude_sequence
from claimdiff.extraction.attitude_frames import read_all_frames
from claimdiff.extraction.attitude_scores import (
    FRAME_NUMBERS,
    READING_NUMBERS,
    ChoiceWeights,
    complete_numbers,
    has_reading,
    measure_reading,
    score_frames,
)
from claimdiff.extraction.attitude_sequence import (
    ChainWeights,
    Chances,
    infer_chances,
    list_word_features,
)
from claimdiff.extraction.content_options import ContentOption, list_options
from claimdiff.extraction.cue_features import find_surrounding, list_features, list_option_features
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords

_WORD = re.compile(r"\w+")
_RAREST, _SMALLEST, _FOLDS, _INNER = 4, 0.05, 5, 4
# How little the weights are held back.
_FRAME_FREEDOM, _CONTENT_FREEDOM, _CHOICE_FREEDOM = 0.1, 0.1, 1.0


class Reading(NamedTuple):
    """One reading of a frame: its features and the marked attribution it matches (-1 for none)."""

    option: ContentOption
    features: list[str]
    match: int


class Example(NamedTuple):
    """A frame with its readings, at a place in its sentence; `cue` are the code points of the cue words."""

    place: int
    features: list[str]
    readings: list[Reading]
    cue: tuple[int, int]


class Sentence(NamedTuple):
    """A sentence with its frames, examples of them, and the features and roles of its words."""

    words: BlockWords
    number: int
    headline: bool
    frames: list[Frame]
    examples: list[Example]
    rows: list[list[str]]
    roles: list[int]


Article = list[Sentence]


def read_article(row: dict[str, Any]) -> Article:
    """Return the sentences of an article, each reading of each frame marked right or wrong."""
    text = row["text"]
    document = as_document(text)
    tokens = [match.start() for match in _WORD.finditer(text)]
    marked = [_cover(tokens, item["content"]) for item in row["attributions"]]
    found: Article = []
    for index, block in enumerate(document.blocks):
        words = BlockWords(text, block.start, block.end, index)
        headline = block.kind == "title"
        for number in range(len(words.sentences)):
            frames = read_all_frames(words, number)
            examples = []
            for place, frame in enumerate(frames):
                if not has_reading(frame):
                    continue
                around = find_surrounding(frames, place, words)
                readings = []
                for option in list_options(words, frame):
                    reach = _reach(words, tokens, option.contents)
                    match = _best_match(_cover(tokens, option.contents), reach, marked)
                    readings.append(Reading(option, list_option_features(words, frame, option), match))
                if readings:
                    cue = (words.starts[frame.group], words.ends[frame.cue_end - 1])
                    features = list_features(words, frame, around, headline=headline)
                    examples.append(Example(place, features, readings, cue))
            rows = list_word_features(words, number, frames, headline=headline)
            roles = mark_roles(words, number, row["attributions"])
            found.append(Sentence(words, number, headline, frames, examples, rows, roles))
    owned = iter(
        _keep_owners(
            [example for sentence in found for example in sentence.examples],
            [item.get("cue", []) for item in row["attributions"]],
        )
    )
    return [sentence._replace(examples=[next(owned) for _ in sentence.examples]) for sentence in found]


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


Guesses = list[list[Chances]]  # of each article, of each sentence


def fit_all(articles: Sequence[Article]) -> tuple[ChainWeights, ChoiceWeights]:
    """Return the weights of all models."""
    chances: Guesses = [[] for _ in articles]
    parts = [[k for k in range(len(articles)) if k % _INNER == fold] for fold in range(_INNER)]
    for part in parts:
        chain = _fit_words([article for k, article in enumerate(articles) if k not in part])
        for k in part:
            chances[k] = [
                infer_chances(sentence.words.range_of(sentence.number)[0], sentence.rows, chain)
                for sentence in articles[k]
            ]
    numbers: list[dict[str, float]] = []
    right: list[bool] = []
    for part in parts:
        others = [k for k in range(len(articles)) if k not in part]
        weights = fit_weights([articles[k] for k in others], [chances[k] for k in others])
        for k in part:
            for sentence, guessed in zip(articles[k], chances[k], strict=True):
                _note_choices(sentence, guessed, weights, numbers, right)
    table = np.array([[row[name] for name in FRAME_NUMBERS] for row in numbers])
    model = LogisticRegression(C=_CHOICE_FREEDOM, max_iter=1000).fit(table, right)
    choice = {name: float(weight) for name, weight in zip(FRAME_NUMBERS, model.coef_[0], strict=True)}
    choice["bias"] = float(model.intercept_[0])
    return _fit_words(articles), fit_weights(articles, chances)._replace(choice=choice)


def _fit_words(articles: Iterable[Article]) -> ChainWeights:
    return fit_chain([(sentence.rows, sentence.roles) for article in articles for sentence in article])


def _note_choices(
    sentence: Sentence,
    chances: Chances,
    weights: ChoiceWeights,
    numbers: list[dict[str, float]],
    right: list[bool],
) -> None:
    """Add the numbers of each frame with its best reading, and whether that is right."""
    words, frames = sentence.words, sentence.frames
    scored = score_frames(words, frames, chances, weights, headline=sentence.headline)
    completed = complete_numbers(words, scored)
    for example in sentence.examples:
        reading, known = scored[example.place], completed[example.place]
        if reading is None or known is None:
            continue
        numbers.append(known)
        right.append(
            next(r.match >= 0 for r in example.readings if r.option.contents == reading.frame.contents)
        )


def fit_weights(articles: Sequence[Article], chances: Guesses) -> ChoiceWeights:
    """Return the weights of frames and of readings, of all features that are not rare."""
    frames: list[list[str]] = []
    valid: list[bool] = []
    readings: list[list[str]] = []
    measures: list[list[float]] = []
    groups: list[int] = []
    right: list[bool] = []
    for article, guesses in zip(articles, chances, strict=True):
        for sentence, guessed in zip(article, guesses, strict=True):
            for example in sentence.examples:
                frames.append(example.features)
                valid.append(any(reading.match >= 0 for reading in example.readings))
                if valid[-1]:
                    for reading in example.readings:
                        measured = measure_reading(sentence.words, reading.option, guessed)
                        readings.append(reading.features)
                        measures.append([measured[name] for name in READING_NUMBERS])
                        groups.append(len(frames))
                        right.append(reading.match >= 0)
    contents, numbers = _fit_readings(readings, measures, groups, right)
    return ChoiceWeights(_fit_frames(frames, valid), contents, numbers, {})


def _count_known(rows: Sequence[Sequence[str]]) -> tuple[list[str], Any]:
    """Return the features that are not rare, and a table of who has them."""
    counts = Counter(feature for row in rows for feature in set(row))
    known = {feature for feature, count in counts.items() if count >= _RAREST and feature != "bias"}
    vectorizer = DictVectorizer()
    table = vectorizer.fit_transform([{name: 1.0 for name in row if name in known} for row in rows])
    table.indices, table.indptr = table.indices.astype("int32"), table.indptr.astype("int32")
    return [str(name) for name in vectorizer.get_feature_names_out()], table


def _fit_frames(rows: Sequence[Sequence[str]], right: Sequence[bool]) -> dict[str, float]:
    names, table = _count_known(rows)
    model = LogisticRegression(C=_FRAME_FREEDOM, solver="liblinear", max_iter=200).fit(table, right)
    weights = _keep_large(names, model.coef_[0])
    weights["bias"] = float(model.intercept_[0])
    return dict(sorted(weights.items()))


def _keep_large(names: Sequence[str], values: Iterable[float]) -> dict[str, float]:
    return {name: float(v) for name, v in zip(names, values, strict=True) if abs(v) >= _SMALLEST}


def _fit_readings(
    rows: Sequence[Sequence[str]],
    measures: Sequence[Sequence[float]],
    groups: Sequence[int],
    right: Sequence[bool],
) -> tuple[dict[str, float], dict[str, float]]:
    """Fit a choice among the readings of each frame: the share of the right ones is made large."""
    names, features = _count_known(rows)
    sparse: Any = importlib.import_module("scipy.sparse")
    optimize: Any = importlib.import_module("scipy.optimize")
    table = sparse.hstack([features, sparse.csr_matrix(np.array(measures))]).tocsr()
    turned = table.T.tocsr()
    ids, place = np.unique(np.array(groups), return_inverse=True)
    good = np.array(right, dtype=float)

    def lose(weights: Any) -> tuple[float, Any]:
        scores = table @ weights
        tops = np.full(len(ids), -np.inf)
        np.maximum.at(tops, place, scores)
        shares = np.exp(scores - tops[place])
        total = np.bincount(place, shares)
        hit = np.maximum(np.bincount(place, shares * good), 1e-12)
        slope = turned @ (shares * good / hit[place] - shares / total[place])
        loss = np.log(total / hit).sum() + weights @ weights / (2 * _CONTENT_FREEDOM)
        return float(loss), weights / _CONTENT_FREEDOM - slope

    found = optimize.minimize(
        lose, np.zeros(table.shape[1]), jac=True, method="L-BFGS-B", options={"maxiter": 60}
    )
    numbers = dict(zip(READING_NUMBERS, map(float, found.x[len(names) :]), strict=True))
    return _keep_large(names, found.x[: len(names)]), numbers


def cross_validate(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return the figures of `benchmarks.attributions` with every article read by weights of the others."""
    articles = [read_article(row) for row in rows]
    found: list[Any] = [None] * len(rows)
    for fold in range(_FOLDS):
        chain, weights = fit_all([a for place, a in enumerate(articles) if place % _FOLDS != fold])
        with (
            patch.object(attitude_choice, "read_weights", lambda weights=weights: weights),
            patch.object(attitude_sequence, "read_chain", lambda chain=chain: chain),
        ):
            for place in range(fold, len(rows), _FOLDS):
                found[place] = extract_attributions(rows[place]["text"])
    return score_found(rows, found)


def main(source: str, folder: str | None) -> None:
    """Train on `source` and write the two files of weights into `folder`, or cross-validate."""
    rows = read_rows(source)
    if folder is None:
        for name, value in cross_validate(rows).items():
            print(f"{name:28} {value:.3f}")
        return
    chain, weights = fit_all([read_article(row) for row in rows])
    write_chain(chain, os.path.join(folder, "attribution_chain.txt"))
    with open(os.path.join(folder, "attribution_weights.txt"), "w", encoding="utf-8") as out:
        out.write("# Weights of the choice of attributions; written by benchmarks/train_attribution.py.\n")
        for name, table in weights._asdict().items():
            out.write(f"[{name}]\n")
            out.writelines(f"{weight:.2f} {feature}\n" for feature, weight in table.items())


if __name__ == "__main__":
    main(sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None)
