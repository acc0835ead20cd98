"""Train the choice of attributions (extraction/data/attribution_*.txt) on marked articles.

    python -m benchmarks.train_attribution ROWS.jsonl.gz FOLDER [--events EVENTS.jsonl.gz]
    python -m benchmarks.train_attribution ROWS.jsonl.gz [--events EVENTS.jsonl.gz]

With the events data, the articles in which we marked attributions ourselves are learned from as well
(`benchmarks/attributions_marked`); the weights of the package are.
The models, in order: a chain over the words of a sentence and one that looks from a cue
(benchmarks.train_chain); whether a frame attributes anything, a logistic regression over named features;
which reading of it is right, a choice among its readings by features and by the chances that the chains
give to their words; how probable it is that the frame with its best reading is right, a logistic regression
over a few numbers, those of the other models among them; and who speaks, a choice among those who may.
What one model hands to the next is foretold for articles it was not trained on.

A reading is right when its content shares at least half of its tokens with a marked one; of several cues
with one content only that on the marked cue is right. Without a folder the figures of five-fold
cross-validation by article are printed (a quarter of an hour). Needs the `train` extra.
"""

import argparse
import os
import re
import sys
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple
from unittest.mock import patch

import numpy as np
from msgspec.structs import replace
from sklearn.linear_model import LogisticRegression

from benchmarks.attributions import as_document, extract_attributions, read_rows, score_found
from benchmarks.fit_choices import fit_choice, fit_features
from benchmarks.marked_articles import read_marked_articles
from benchmarks.train_chain import fit_chain, mark_cue_roles, mark_roles, write_chain
from benchmarks.train_speakers import fit_speakers
from claimdiff.extraction import attitude_choice, attitude_sequence, cue_sequence
from claimdiff.extraction.attitude_frames import read_all_frames
from claimdiff.extraction.attitude_scores import (
    FRAME_NUMBERS,
    READING_NUMBERS,
    ChoiceWeights,
    Seen,
    complete_numbers,
    has_reading,
    measure_reading,
    score_frames,
)
from claimdiff.extraction.attitude_sequence import ChainWeights, infer_chances, list_word_features
from claimdiff.extraction.attitude_speakers import Scene
from claimdiff.extraction.content_options import ContentOption, list_options
from claimdiff.extraction.cue_features import find_surrounding, list_features, list_option_features
from claimdiff.extraction.cue_sequence import CUE_ROLES, infer_cue_chances, list_cue_rows
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords

_WORD = re.compile(r"\w+")
_FOLDS, _INNER = 5, 4
# How little the weights of the last model are held back; how much those of the chain from a cue are.
_CHOICE_FREEDOM, _CUE_HELD_BACK = 1.0, (2.0, 0.1)


class Reading(NamedTuple):
    """One reading of a frame: its features and the marked attribution it matches (-1 for none)."""

    option: ContentOption
    features: list[str]
    match: int


class Example(NamedTuple):
    """A frame with its readings, at a place in its sentence; `cue` are the code points of the cue words.

    `marked` is the number of the attribution that the cue or a reading of it was marked for, -1 for none.
    """

    place: int
    features: list[str]
    readings: list[Reading]
    cue: tuple[int, int]
    marked: int = -1


class Sentence(NamedTuple):
    """A sentence with its frames, examples of them, and the features and roles of its words.

    `seen` are the features of its words as seen from each frame's cue.
    """

    words: BlockWords
    number: int
    headline: bool
    frames: list[Frame]
    examples: list[Example]
    rows: list[list[str]]
    roles: list[int]
    seen: list[tuple[int, list[list[str]]] | None]


Article = list[Sentence]
Marked = list[dict[str, Any]]


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
            seen = [row and (row[0], _intern(row[1])) for row in list_cue_rows(words, number, frames)]
            found.append(Sentence(words, number, headline, frames, examples, rows, roles, seen))
    owned = iter(
        _keep_owners(
            [example for sentence in found for example in sentence.examples],
            [item.get("cue", []) for item in row["attributions"]],
        )
    )
    return [sentence._replace(examples=[next(owned) for _ in sentence.examples]) for sentence in found]


def _intern(rows: list[list[str]]) -> list[list[str]]:
    """Keep every feature once in memory."""
    return [list(map(sys.intern, row)) for row in rows]


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
        on_cue = [place for place in places if _is_on(examples[place], cues[match])]
        owner[match] = (on_cue or places)[-1]
    owned = []
    for place, example in enumerate(examples):
        readings = [
            reading if reading.match < 0 or owner[reading.match] == place else reading._replace(match=-1)
            for reading in example.readings
        ]
        marked = max(reading.match for reading in readings)
        if marked < 0:
            marked = next((number for number, cue in enumerate(cues) if _is_on(example, cue)), -1)
        owned.append(example._replace(readings=readings, marked=marked))
    return owned


def _is_on(example: Example, cue: list[list[int]]) -> bool:
    return any(start < example.cue[1] and example.cue[0] < end for start, end in cue)


Guesses = list[list[Seen]]  # of each article, of each sentence
Chains = tuple[ChainWeights, ChainWeights]  # over a sentence, and from a cue


def fit_all(articles: Sequence[Article], marked: Sequence[Marked]) -> tuple[Chains, ChoiceWeights]:
    """Return the weights of all models; `marked` are the attributions of each article."""
    chances: Guesses = [[] for _ in articles]
    parts = [[k for k in range(len(articles)) if k % _INNER == fold] for fold in range(_INNER)]
    for part in parts:
        others = [k for k in range(len(articles)) if k not in part]
        chains = _fit_chains([articles[k] for k in others], [marked[k] for k in others])
        for k in part:
            chances[k] = [_look(sentence, chains) for sentence in articles[k]]
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
    speakers = fit_speakers(_list_scenes(articles, marked, chances))
    weights = fit_weights(articles, chances)._replace(choice=choice, speakers=speakers)
    return _fit_chains(articles, marked), weights


def _list_scenes(
    articles: Sequence[Article], marked: Sequence[Marked], chances: Guesses
) -> Iterator[tuple[Scene, list[list[int]]]]:
    """Yield every frame with a right reading, and its marked speaker."""
    for article, items, guesses in zip(articles, marked, chances, strict=True):
        for sentence, guessed in zip(article, guesses, strict=True):
            for example in sentence.examples:
                reading = next((reading for reading in example.readings if reading.match >= 0), None)
                seen = guessed.cues[example.place]
                if reading is not None and seen is not None:
                    option = reading.option
                    frame = sentence.frames[example.place]
                    frame = replace(frame, contents=option.contents, subject=option.subject)
                    scene = Scene(sentence.words, frame, sentence.frames, guessed.sentence, seen)
                    yield scene, items[reading.match].get("source") or []


def _look(sentence: Sentence, chains: Chains) -> Seen:
    """Return what the chains hold of the words of a sentence."""
    low = sentence.words.range_of(sentence.number)[0]
    return Seen(
        infer_chances(low, sentence.rows, chains[0]),
        [row and infer_cue_chances(*row, chains[1]) for row in sentence.seen],
    )


def _fit_chains(articles: Sequence[Article], marked: Sequence[Marked]) -> Chains:
    around = fit_chain([(sentence.rows, sentence.roles) for article in articles for sentence in article])
    looks = []
    for article, items in zip(articles, marked, strict=True):
        for sentence in article:
            for example in sentence.examples:
                look = sentence.seen[example.place]
                if example.marked >= 0 and look is not None:
                    item = items[example.marked]
                    looks.append((look[1], mark_cue_roles(sentence.words, look[0], len(look[1]), item)))
    return around, fit_chain(looks, len(CUE_ROLES), _CUE_HELD_BACK)


def _note_choices(
    sentence: Sentence,
    chances: Seen,
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
                        measured = measure_reading(
                            sentence.words, reading.option, guessed.sentence, guessed.cues[example.place]
                        )
                        readings.append(reading.features)
                        measures.append([measured[name] for name in READING_NUMBERS])
                        groups.append(len(frames))
                        right.append(reading.match >= 0)
    contents, values = fit_choice(readings, measures, groups, right)
    numbers = dict(zip(READING_NUMBERS, values, strict=True))
    return ChoiceWeights(fit_features(frames, valid), contents, numbers, {}, {})


def cross_validate(rows: Sequence[dict[str, Any]]) -> dict[str, float]:
    """Return the figures of `benchmarks.attributions` with every article read by weights of the others."""
    articles = [read_article(row) for row in rows]
    marked = [row["attributions"] for row in rows]
    found: list[Any] = [None] * len(rows)
    for fold in range(_FOLDS):
        others = [place for place in range(len(rows)) if place % _FOLDS != fold]
        chains, weights = fit_all([articles[k] for k in others], [marked[k] for k in others])
        with (
            patch.object(attitude_choice, "read_weights", lambda weights=weights: weights),
            patch.object(attitude_sequence, "read_chain", lambda chains=chains: chains[0]),
            patch.object(cue_sequence, "read_cue_chain", lambda chains=chains: chains[1]),
        ):
            for place in range(fold, len(rows), _FOLDS):
                found[place] = extract_attributions(rows[place]["text"])
    return score_found(rows, found)


def main() -> None:
    """Train and write the files of weights, or cross-validate."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("source")
    parser.add_argument("folder", nargs="?")
    parser.add_argument("--events", help="the events data, for the articles that we marked")
    arguments = parser.parse_args()
    folder, rows = arguments.folder, read_rows(arguments.source)
    if arguments.events:
        rows += read_marked_articles(arguments.events)
    if folder is None:
        for name, value in cross_validate(rows).items():
            print(f"{name:28} {value:.3f}")
        return
    chains, weights = fit_all([read_article(row) for row in rows], [row["attributions"] for row in rows])
    write_chain(chains[0], os.path.join(folder, "attribution_chain.txt"))
    write_chain(chains[1], os.path.join(folder, "attribution_cue_chain.txt"), CUE_ROLES)
    with open(os.path.join(folder, "attribution_weights.txt"), "w", encoding="utf-8") as out:
        out.write("# Weights of the choice of attributions; written by benchmarks/train_attribution.py.\n")
        for name, table in weights._asdict().items():
            out.write(f"[{name}]\n")
            out.writelines(f"{weight:.2f} {feature}\n" for feature, weight in table.items())


if __name__ == "__main__":
    main()
