"""Who holds an attitude: the subject of its frame, other words of the sentence, or nobody named."""

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple

from claimdiff.extraction.attitude_sequence import Chances
from claimdiff.extraction.cue_features import class_word
from claimdiff.extraction.cue_sequence import CueChances
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.subjects import NO_SUBJECT, Subject

#: What is measured of a candidate, by the chances of its words.
SPEAKER_NUMBERS = ("overlap", "mean", "least", "left-out", "beside", "sentence")
_LIKELY = (0.5, 0.2)  # a run of words is a candidate from one of these probabilities on
_NEAR = 6
_REACH = 40
_QUANTITIES = frozenset("all some many most both several few none half each".split())
_LENGTHS = (1, 2, 3, 5, 8, 12, 20)


class Candidate(NamedTuple):
    """Words that may name the speaker: half-open tokens, empty for none, and how they were found."""

    first: int
    last: int
    found: str


class Scene(NamedTuple):
    """A frame with its reading among all frames of its sentence, and what the chains hold of the words."""

    words: BlockWords
    frame: Frame
    frames: Sequence[Frame]
    chances: Chances
    seen: CueChances


def choose_speaker(scene: Scene, weights: Mapping[str, float]) -> Subject:
    """Return the likeliest candidate as a subject, that of the frame as it stands where it is chosen."""
    candidates = list_candidates(scene)
    rated = [rate_candidate(scene, candidate, weights) for candidate in candidates]
    best = candidates[max(range(len(rated)), key=lambda k: (rated[k], -k))]
    subject = scene.frame.subject
    if best.first == best.last:
        return NO_SUBJECT
    if subject.how != "none" and (best.first, best.last) == (subject.first, subject.last):
        return subject
    return Subject(best.first, best.last, "left")


def rate_candidate(scene: Scene, candidate: Candidate, weights: Mapping[str, float]) -> float:
    """Return the sum of the weights of a candidate's features and numbers."""
    measured = measure_candidate(scene, candidate)
    return sum(weights.get(name, 0.0) for name in list_candidate_features(scene, candidate)) + sum(
        weights.get(name, 0.0) * value for name, value in measured.items()
    )


def list_candidates(scene: Scene) -> list[Candidate]:
    """Return who may be the speaker, the frame's subject first and nobody second; none of them twice."""
    found: dict[tuple[int, int], str] = {}
    subject = scene.frame.subject
    if subject.how != "none":
        found[subject.first, subject.last] = "own"
    found[0, 0] = "none"
    for first, last, name in _propose(scene):
        found.setdefault((first, last), name)
    return [Candidate(first, last, name) for (first, last), name in found.items()]


def _propose(scene: Scene) -> Iterator[tuple[int, int, str]]:
    words, subject = scene.words, scene.frame.subject
    for least in _LIKELY:
        for first, last in _find_runs(scene, least):
            yield first, last, f"run-{least}"
    low = words.range_at(scene.frame.cue)
    if subject.how != "none":
        for at in range(subject.first + 1, subject.last):
            if words.lowers[at] == ",":
                yield subject.first, at, "short"
                break
        if subject.first > low and words.lowers[subject.first - 1] in _QUANTITIES:
            yield subject.first - 1, subject.last, "long"
    place = next((k for k, other in enumerate(scene.frames) if other.cue == scene.frame.cue), 0)
    near = scene.frames[max(0, place - _NEAR) : place + _NEAR]
    for other in near:
        if other.subject.how not in {"none", "relative"} and other.subject.first >= low:
            yield other.subject.first, other.subject.last, "other"


def _find_runs(scene: Scene, least: float) -> list[tuple[int, int]]:
    """Runs of words near a cue that name a speaker with some probability, outside cue and content."""
    words, frame, seen = scene.words, scene.frame, scene.seen
    held = [(words.token_at(start), words.token_at(end)) for start, end in frame.contents]
    held.append((frame.group, frame.cue_end))
    found: list[tuple[int, int]] = []
    start = -1
    limit = min(seen.first + len(seen.speaker), frame.cue_end + _REACH)
    for at in range(max(seen.first, frame.group - _REACH), limit + 1):
        likely = at < limit and seen.speaker[at - seen.first] > least
        if likely and not any(first <= at < last for first, last in held):
            start = at if start < 0 else start
        elif start >= 0:
            found.append(_trim(words, start, at))
            start = -1
    return [(first, last) for first, last in found if first < last]


def _trim(words: BlockWords, first: int, last: int) -> tuple[int, int]:
    while first < last and not words.lowers[first][0].isalnum():
        first += 1
    while last > first and not words.lowers[last - 1][0].isalnum():
        last -= 1
    return first, last


def measure_candidate(scene: Scene, candidate: Candidate) -> dict[str, float]:
    """Return SPEAKER_NUMBERS of a candidate."""
    seen, chances = scene.seen, scene.chances
    total = sum(seen.speaker)
    first, last = max(candidate.first, seen.first), min(candidate.last, seen.first + len(seen.speaker))
    if first >= last:
        none = candidate.first == candidate.last
        return {
            "overlap": 0.0, "mean": 0.0, "least": 0.0, "left-out": 0.0,
            "beside": min(3.0, total) if none else 3.0, "sentence": 0.0,
        }  # fmt: skip
    shares = seen.speaker[first - seen.first : last - seen.first]
    mass = sum(shares)
    known = chances.speaker[max(0, first - chances.first) : max(0, last - chances.first)] or [0.0]
    return {
        "overlap": 5 * mass / (len(shares) + total - mass),
        "mean": 5 * mass / len(shares),
        "least": 5 * min(shares),
        "left-out": min(3.0, total - mass),
        "beside": 0.0,
        "sentence": sum(known) / len(known),
    }


def list_candidate_features(scene: Scene, candidate: Candidate) -> list[str]:
    """Return the features of a candidate, each of which begins with "speaker"."""
    frame, words = scene.frame, scene.words
    how, found = frame.subject.how, candidate.found
    row = [
        f"speaker={found}",
        f"speaker={found}/{how}",
        f"speaker={found}/{how}/{frame.form}",
        f"speaker={found}/{how}/{frame.kind}",
        f"speaker={found}/{frame.passive}/{frame.kind}",
        f"speaker={found}/{frame.lemma}",
        f"speaker={found}/{frame.side}",
    ]
    if candidate.first == candidate.last:
        return row
    size = sum(candidate.last - candidate.first > limit for limit in _LENGTHS)
    left = candidate.last <= frame.group
    distance = frame.group - candidate.last if left else candidate.first - frame.cue_end
    steps = min(5, int(math.log2(distance + 1))) if distance >= 0 else -1
    opening, closing = class_word(words, candidate.first), class_word(words, candidate.last - 1)
    before, after = class_word(words, candidate.first - 1), class_word(words, candidate.last)
    return [
        *row,
        f"speaker-size={size}/{found}",
        f"speaker-side={left}/{found}",
        f"speaker-far={left}/{steps}",
        f"speaker-far={left}/{steps}/{found}",
        f"speaker-opening={opening}/{found}",
        f"speaker-closing={closing}/{found}",
        f"speaker-before={before}/{found}",
        f"speaker-after={after}/{found}",
        f"speaker-opening={opening}/{before}",
        f"speaker-opening={opening}/{frame.kind}",
    ]
