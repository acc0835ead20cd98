"""Who holds an attitude, where no subject was found or where the one found hardly names anybody."""

from claimdiff.extraction.attitude_sequence import Chances
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.subjects import Subject

_HARDLY = -2.0  # mean log-odds of its words below which a subject names no speaker
_STEP = 0.1  # what a word in between costs
_REACH = 40


def choose_speaker(words: BlockWords, frame: Frame, chances: Chances) -> Subject:
    """Return the frame's subject, or the words near the cue that more likely name a speaker.

    Only a subject that is missing, or a noun phrase whose words all but surely name none, is replaced.
    """
    subject = frame.subject
    low, high = chances.first, chances.first + len(chances.speaker)
    if subject.how != "none":
        known = low <= subject.first < subject.last <= high
        if subject.how not in {"left", "apposed"} or not known:
            return subject
        if _rate(chances, subject.first, subject.last) >= _HARDLY:
            return subject
    rated: list[tuple[float, int, int]] = []
    for first, last in _find_runs(words, frame, chances):
        distance = frame.group - last if last <= frame.group else first - frame.cue_end
        rated.append((_rate(chances, first, last) - _STEP * distance, first, last))
    if not rated:
        return subject
    _, first, last = max(rated)
    return Subject(first, last, "left")


def _rate(chances: Chances, first: int, last: int) -> float:
    values = chances.speaker[first - chances.first : last - chances.first]
    return sum(values) / len(values)


def _find_runs(words: BlockWords, frame: Frame, chances: Chances) -> list[tuple[int, int]]:
    """Runs of words near a cue that likely name a speaker, outside the cue and what is said."""
    low, high = chances.first, chances.first + len(chances.speaker)
    held = [(words.token_at(start), words.token_at(end)) for start, end in frame.contents]
    held.append((frame.group, frame.cue_end))
    found: list[tuple[int, int]] = []
    start = -1
    limit = min(high, frame.cue_end + _REACH)
    for at in range(max(low, frame.group - _REACH), limit + 1):
        inside = at < limit and chances.speaker[at - low] > 0
        if inside and not any(first <= at < last for first, last in held):
            start = at if start < 0 else start
        elif start >= 0:
            found.append((start, at))
            start = -1
    return found
