"""How likely each reading of a frame is, and how likely the frame with its best reading is an attribution."""

import math
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from msgspec.structs import replace

from claimdiff.extraction.attitude_sequence import Chances
from claimdiff.extraction.attitude_weights import as_probability, read_table
from claimdiff.extraction.content_options import ContentOption, list_options
from claimdiff.extraction.cue_features import find_surrounding, list_features, list_option_features
from claimdiff.extraction.cue_sequence import CueChances
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords

_BY_WORDS = ("size", "mass")
_BY_CUE = ("mean", "least", "first", "last", "before", "after", "fall", "rise", "gain", "overlap")
_IN_SENTENCE = ("mean", "least", "before", "after")
#: What is measured of a reading, by the chances of its words in the sentence and as seen from the cue.
READING_NUMBERS = (*_BY_WORDS, *(f"cue-{name}" for name in _BY_CUE))
#: What is measured of a frame with its best reading.
FRAME_NUMBERS = (
    "frame", "over", "inside", "beside", "certainty", "reading", "size", "options",
    "cue", "cue-content", "cue-outside", "cue-speaker", "mean", "least", "before", "after",
    "cue-mean", "cue-least", "cue-fall", "cue-overlap", "cue-gain",
)  # fmt: skip
_TAKEN_OVER = (
    "mean", "least", "before", "after", "cue-mean", "cue-least", "cue-fall", "cue-overlap", "cue-gain"
)  # fmt: skip
_UNLIKELY = -6.0
_EDGE = -5.0
_NEAR = 12
_LOOKED_AT = 200

Stretch = tuple[int, int]


class ChoiceWeights(NamedTuple):
    """Trained log-odds: `frames` that a frame attributes anything, `contents` that a reading is right.

    Both go by feature; `numbers` adds to the latter by number; `choice` weighs a frame with its best reading.
    `speakers` rates who may hold it, by feature and number.
    """

    frames: dict[str, float]
    contents: dict[str, float]
    numbers: dict[str, float]
    choice: dict[str, float]
    speakers: dict[str, float]


class Seen(NamedTuple):
    """The chances of a sentence's words: as a whole, and as seen from the cue of each of its frames."""

    sentence: Chances
    cues: Sequence[CueChances | None]


class Scored(NamedTuple):
    """A frame that has taken its best reading, with what is known of it so far.

    `score` are the log-odds of the frame alone, `numbers` those of FRAME_NUMBERS that need no other frame.
    """

    frame: Frame
    score: float
    numbers: dict[str, float]


@cache
def read_weights() -> ChoiceWeights:
    """Return the trained weights (see benchmarks/train_attribution.py)."""
    return ChoiceWeights(*(read_table(name) for name in ChoiceWeights._fields))


def score_frames(
    words: BlockWords, frames: Sequence[Frame], seen: Seen, weights: ChoiceWeights, *, headline: bool
) -> list[Scored | None]:
    """Return the frames of a sentence with their best readings; None for those that say nothing in it."""
    found: list[Scored | None] = []
    for place, frame in enumerate(frames):
        options = list_options(words, frame) if has_reading(frame) else []
        if not options:
            found.append(None)
            continue
        around = find_surrounding(frames, place, words)
        names = list_features(words, frame, around, headline=headline)
        score = sum(weights.frames.get(name, 0.0) for name in names)
        measures = [measure_reading(words, option, seen.sentence, seen.cues[place]) for option in options]
        scores = [
            sum(weights.contents.get(name, 0.0) for name in list_option_features(words, frame, option))
            + sum(weights.numbers.get(name, 0.0) * value for name, value in measured.items())
            for option, measured in zip(options, measures, strict=True)
        ]
        best = max(range(len(options)), key=lambda k: (scores[k], -k))
        read = replace(frame, contents=options[best].contents, subject=options[best].subject)
        numbers = _measure_frame(frame, scores, measures[best], seen.sentence) | {"frame": score}
        found.append(Scored(read, score, numbers))
    return found


def has_reading(frame: Frame) -> bool:
    """Say whether a frame may hold in its sentence what it is about."""
    return frame.side not in {"bare", "after"}


def measure_reading(
    words: BlockWords, option: ContentOption, chances: Chances, seen: CueChances | None
) -> dict[str, float]:
    """Return READING_NUMBERS of a reading; `seen` are the chances from its cue, None where not known."""
    numbers = _measure_words(words, option, chances)
    found = {name: numbers[name] for name in (*_BY_WORDS, *_IN_SENTENCE)}
    if seen is None:
        return found | {f"cue-{name}": 0.0 for name in _BY_CUE}
    numbers = _measure_words(words, option, seen)
    return found | {f"cue-{name}": numbers[name] for name in _BY_CUE}


def _measure_words(
    words: BlockWords, option: ContentOption, chances: Chances | CueChances
) -> dict[str, float]:
    high = chances.first + len(chances.content)
    ranges = [
        (max(chances.first, words.token_at(start)), min(high, words.token_at(end)))
        for start, end in option.contents
    ]
    ranges = [(first, last) for first, last in ranges if first < last]
    if not ranges:
        return dict.fromkeys((*_BY_WORDS, *_BY_CUE), 0.0) | {"mean": _EDGE, "least": _EDGE}
    at = chances.first
    size = sum(last - first for first, last in ranges)
    total = sum(chances.sums[last - at] - chances.sums[first - at] for first, last in ranges)
    mass = sum(chances.shares[last - at] - chances.shares[first - at] for first, last in ranges)
    least = min(
        min(chances.content[first - at : min(last, first + _LOOKED_AT) - at]) for first, last in ranges
    )
    start, end = ranges[0][0] - at, ranges[-1][1] - at
    opening, closing = chances.content[start], chances.content[end - 1]
    before = chances.content[start - 1] if start else _EDGE
    after = chances.content[end] if end < len(chances.content) else _EDGE
    return {
        "mean": total / size,
        "least": least,
        "first": opening,
        "last": closing,
        "before": before,
        "after": after,
        "fall": closing - after,
        "rise": opening - before,
        "size": min(3.0, math.log(size)),
        "mass": mass / 10,
        "gain": total / 10,
        "overlap": 5 * mass / (size + chances.shares[-1] - mass),  # the expected Jaccard index, five times
    }


def _measure_frame(
    frame: Frame, scores: list[float], measured: dict[str, float], chances: Chances
) -> dict[str, float]:
    top = max(scores)
    share = 1 / sum(math.exp(score - top) for score in scores)
    at = frame.cue_end - 1 - chances.first
    return {
        "certainty": max(-5.0, min(5.0, math.log((share + 1e-3) / (1 - share + 1e-3)))),
        "reading": top,
        "size": measured["size"],
        "options": len(scores) / 10,
        "cue": chances.cue[at],
        "cue-content": chances.content[at],
        "cue-outside": chances.outside[at],
        "cue-speaker": chances.speaker[at],
    } | {name: measured[name] for name in _TAKEN_OVER}


def complete_numbers(words: BlockWords, scored: Sequence[Scored | None]) -> list[dict[str, float] | None]:
    """Return FRAME_NUMBERS of each frame of a sentence, None for one without a reading."""
    found: list[dict[str, float] | None] = []
    for place, item in enumerate(scored):
        if item is None:
            found.append(None)
            continue
        near = [
            other
            for other in (*scored[max(0, place - _NEAR) : place], *scored[place + 1 : place + 1 + _NEAR])
            if other is not None
        ]
        cue = _last_letter(words, item.frame)
        over = [other.score for other in near if _holds(other.frame, cue)]
        inside = [other.score for other in near if _holds(item.frame, _last_letter(words, other.frame))]
        beside = [other.score for other in near if _overlap(item.frame, other.frame)]
        found.append(
            item.numbers
            | {
                "over": max(over, default=_UNLIKELY),
                "inside": max(inside, default=_UNLIKELY),
                "beside": max(beside, default=_UNLIKELY),
            }
        )
    return found


def _last_letter(words: BlockWords, frame: Frame) -> int:
    return words.ends[frame.cue_end - 1] - 1


def _holds(frame: Frame, position: int) -> bool:
    return any(start <= position < end for start, end in frame.contents)


def _overlap(one: Frame, other: Frame) -> bool:
    return any(a < d and c < b for a, b in one.contents for c, d in other.contents)


def rate_choice(numbers: dict[str, float], weights: dict[str, float]) -> float:
    """Return the probability that a frame with these FRAME_NUMBERS attributes just that."""
    return as_probability(weights.get("bias", 0.0) + sum(weights.get(k, 0.0) * v for k, v in numbers.items()))
