"""Frames in the middle of what they attribute: "The pier, Voss said, would open"."""

from claimdiff.extraction.contents import Complement
from claimdiff.extraction.frame_parts import (
    CLOSERS,
    Frame,
    is_mostly_quoted,
    stretch_of,
    strip_end,
    trim_space,
)
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import RELATIVES, SpeechCue
from claimdiff.extraction.subjects import Subject

_NEAR = 12
_LONGEST_ASIDE = 7  # words between the verb and the comma that closes "he told me on Friday,"
_CONDITIONS = frozenset(
    "if though although while when as even because since after before once unless".split()
)
_GOING_ON = frozenset("including from for until like".split())


def find_parts_around(
    words: BlockWords, subject: Subject, frame: tuple[int, int], reach: tuple[int, int], *, whole: bool
) -> tuple[int, int, int] | None:
    """ "The pier, Voss said, would open": return the tokens where what is said begins, breaks off, goes on.

    `frame` are the tokens of the subject and the verb, `reach` those that may belong to what is said;
    `whole` says that what stands before the frame is a clause already.
    """
    floor, high = reach
    before = frame[0] - 1
    near = subject.how in {"left", "pronoun", "inverted"}
    if not near or before <= floor or words.lowers[before] not in CLOSERS:
        return None
    if words.quote_over(words.starts[before - 1]) is not None:
        return None
    for place in range(frame[1], min(high - 2, frame[1] + _LONGEST_ASIDE)):
        if words.lowers[place] in CLOSERS:
            if not _goes_on(words, (floor, before), place + 1, high, whole=whole):
                return None
            return (before - 1 if words.lowers[before - 1] in RELATIVES else floor), before, place + 1
        if not words.lowers[place][0].isalnum() or words.is_finite(place):
            return None
    return None


def _goes_on(words: BlockWords, before: tuple[int, int], after: int, high: int, *, whole: bool) -> bool:
    """Say whether what is said before a frame goes on behind it."""
    if not whole or words.lowers[before[0]] in _CONDITIONS:
        return any(words.is_finite(place) for place in range(after, min(high, after + _NEAR)))
    return words.is_finite(after) or words.lowers[after] in _GOING_ON


def put_between(
    words: BlockWords,
    entry: SpeechCue,
    cue: tuple[int, int, int],
    subject: Subject,
    around: tuple[int, int, int],
) -> Frame:
    """Return the frame of a verb that stands in the middle of what is said."""
    group, verb, cue_end = cue
    first, before, after = around
    high = words.end_of(verb)
    stretch = stretch_of(words, Complement(after, strip_end(words, after, high), "clause", None))
    contents = [(words.starts[first], words.starts[before]), *([stretch] if stretch else [])]
    begin, end = trim_space(words.text, words.starts[before], words.starts[after])
    return Frame(
        verb, group, cue_end, entry.lemma, entry.kind, entry.form, subject, tuple(contents), ((begin, end),),
        "both", "clause", is_mostly_quoted(words, contents), False, (after, high),
    )  # fmt: skip
