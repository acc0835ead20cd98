"""Which frames attribute, and how much each is about, by trained weights."""

from bisect import bisect_left, insort

from msgspec.structs import replace

from claimdiff.extraction.attitude_scores import (
    Seen,
    complete_numbers,
    rate_choice,
    read_weights,
    score_frames,
)
from claimdiff.extraction.attitude_sequence import read_chances
from claimdiff.extraction.attitude_speakers import Scene, choose_speaker
from claimdiff.extraction.cue_sequence import read_cue_chances
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords

#: A frame counts from this probability on (cross-validated on the training articles).
LEAST = 0.25

Stretch = tuple[int, int]


def choose_attitudes(
    words: BlockWords, number: int, frames: list[Frame], sure: list[Frame], *, headline: bool
) -> list[Frame]:
    """Return the frames that attribute, in order, each with its likeliest content.

    `frames` are all of the sentence `number`; those in `sure` are kept as they are. No two of the others
    may be about the same words, and none stands inside what another is about: the likelier one stays.
    """
    if not frames:
        return []
    certain = {frame.cue for frame in sure}
    weights = read_weights()
    chances = read_chances(words, number, frames, headline=headline)
    seen = Seen(chances, read_cue_chances(words, number, frames))
    readings = score_frames(words, frames, seen, weights, headline=headline)
    chosen: list[tuple[float, int, Frame]] = []
    for place, numbers in enumerate(complete_numbers(words, readings)):
        reading = readings[place]
        if frames[place].cue in certain:
            chosen.append((1.0, place, frames[place]))
        elif reading is not None and numbers is not None:
            probability = rate_choice(numbers, weights.choice)
            if probability > LEAST:
                view = seen.cues[place]
                read = reading.frame
                if view is not None:
                    scene = Scene(words, read, frames, chances, view)
                    read = replace(read, subject=choose_speaker(scene, weights.speakers))
                chosen.append((probability, place, read))
    return _drop_overlapping(words, chosen)


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
