"""Which frames attribute, and how much each is about, by trained weights."""

import math
from bisect import bisect_left, insort
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from claimdiff.extraction.content_options import list_options
from claimdiff.extraction.cue_features import (
    Surrounding,
    find_surrounding,
    list_features,
    list_option_features,
)
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords

#: A frame counts from this probability on (cross-validated on the training articles).
LEAST = 0.27
_HARDLY = 0.1  # below this probability a report that the rules take is none
_SURE_LEMMAS = frozenset({"say", "tell", "according", "add", "write"})  # never found so doubtful

Stretch = tuple[int, int]


class ChoiceWeights(NamedTuple):
    """Log-odds by feature: that a frame attributes anything, and that a reading of it is the right one."""

    frames: dict[str, float]
    contents: dict[str, float]


@cache
def read_weights() -> ChoiceWeights:
    """Return the trained weights (see benchmarks/train_attribution.py)."""
    return ChoiceWeights(_read_table("frames"), _read_table("contents"))


@cache
def _read_table(name: str) -> dict[str, float]:
    text = files("claimdiff.extraction").joinpath("data", "attribution_weights.txt").read_text("utf-8")
    _, _, rest = text.partition(f"[{name}]\n")
    rows = (line.partition(" ") for line in rest.partition("[")[0].splitlines())
    return {feature: float(weight) for weight, _, feature in rows}


def drop_doubtful(
    words: BlockWords, frames: list[Frame], reports: list[Frame], *, headline: bool
) -> list[Frame]:
    """Return the `reports` of a sentence without those that the weights hold for hardly possible.

    `frames` are all of the sentence, which they stand among.
    """
    chosen = {frame.cue for frame in reports if frame.lemma not in _SURE_LEMMAS}
    if not chosen:
        return reports
    weights = _read_table("frames")
    doubtful = set()
    for place, frame in enumerate(frames):
        if frame.cue in chosen and frame.side not in {"bare", "after"}:
            around = find_surrounding(frames, place, words)
            names = list_features(words, frame, around, headline=headline)
            if _probability(sum(weights.get(name, 0.0) for name in names)) < _HARDLY:
                doubtful.add(frame.cue)
    return [frame for frame in reports if frame.cue not in doubtful]


def choose_attitudes(
    words: BlockWords, frames: list[Frame], sure: list[Frame], *, headline: bool
) -> list[Frame]:
    """Return the frames that attribute, in order, each with its likeliest content.

    `frames` are all of a sentence; those in `sure` are kept as they are. No two of the others may be
    about the same words, and none stands inside what another is about: the likelier one stays.
    """
    certain = {frame.cue for frame in sure}
    scored: list[tuple[float, int, Frame]] = []
    for place, frame in enumerate(frames):
        if frame.cue in certain:
            scored.append((1.0, place, frame))
        elif frame.side not in {"bare", "after"}:
            probability, best = _read_best(words, frame, find_surrounding(frames, place, words), headline)
            if probability > LEAST:
                scored.append((probability, place, best))
    return _drop_overlapping(words, scored)


def _read_best(words: BlockWords, frame: Frame, around: Surrounding, headline: bool) -> tuple[float, Frame]:
    """Return the best reading of a frame and the probability that it is an attribution of just that."""
    weights = read_weights()
    total = sum(
        weights.frames.get(name, 0.0) for name in list_features(words, frame, around, headline=headline)
    )
    best, chosen = -math.inf, frame
    for option in list_options(words, frame):
        score = sum(weights.contents.get(name, 0.0) for name in list_option_features(words, frame, option))
        if score > best:
            best, chosen = score, frame._replace(contents=option.contents, subject=option.subject)
    return _probability(total) * _probability(best), chosen


def _probability(log_odds: float) -> float:
    return 1 / (1 + math.exp(-max(-30.0, min(30.0, log_odds))))


def _drop_overlapping(words: BlockWords, scored: list[tuple[float, int, Frame]]) -> list[Frame]:
    """Of frames whose contents overlap, or whose cue another's content holds, keep the likelier."""
    kept: list[tuple[int, Frame]] = []
    contents: list[Stretch] = []
    cues: list[Stretch] = []
    for _, place, frame in sorted(scored, key=lambda item: (-item[0], item[1])):
        cue = (words.starts[frame.cue], words.ends[frame.cue])
        if _touches(contents, cue) or any(
            _touches(contents, stretch) or _touches(cues, stretch) for stretch in frame.contents
        ):
            continue
        kept.append((place, frame))
        insort(cues, cue)
        for stretch in frame.contents:
            insort(contents, stretch)
    return [frame for _, frame in sorted(kept, key=lambda item: item[0])]


def _touches(apart: list[Stretch], stretch: Stretch) -> bool:
    """Say whether a stretch shares anything with one of those in a sorted list that lie apart."""
    place = bisect_left(apart, stretch)
    before = place > 0 and apart[place - 1][1] > stretch[0]
    return before or (place < len(apart) and apart[place][0] < stretch[1])
