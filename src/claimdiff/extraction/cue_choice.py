"""Which frames are attributions: a cue word alone is none."""

from claimdiff.extraction.frames import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import AMBIGUOUS_FORMS


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_REPORTING = _words("show find reveal report indicate suggest detail document describe read")
_BARE_LEMMAS = frozenset(
    [
        "say",
        "tell",
        "add",
        "conclude",
        "continue",
        "state",
        "write",
        "explain",
        "note",
        "reply",
        "respond",
        "complete",
        "finish",
    ]
)
_CLAUSAL = frozenset({"that", "quote", "colon", "clause", "if", "according", "left"})


def choose_frames(
    words: BlockWords, number: int, frames: list[Frame], *, attitudes: bool, headline: bool
) -> list[Frame]:
    """Keep the frames of a sentence that attribute something."""
    del number, attitudes, headline
    return [frame for frame in frames if _reports_words(words, frame)]


def _reports_words(words: BlockWords, frame: Frame) -> bool:
    """Say whether a frame reports a proposition that somebody said, thought or wrote."""
    if frame.lemma == "according":
        return True
    if frame.side == "bare":
        return frame.lemma in _BARE_LEMMAS and frame.form in {"past", "third"}
    if frame.side == "after":
        return frame.kind in {"say", "tell", "ask"}
    if frame.kind == "noun":
        return frame.join == "noun-that"
    if frame.kind not in {"say", "tell", "ask", "think"} and not (
        frame.lemma in _REPORTING and frame.join in {"that", "clause", "left", "quote"}
    ):
        return False
    if frame.join not in _CLAUSAL:
        return False
    if frame.subject.how == "none":
        return False
    lower = words.lowers[frame.cue]
    if (
        lower in AMBIGUOUS_FORMS
        and frame.subject.how in {"left", "shared"}
        and frame.join not in {"that", "quote", "colon"}
    ):
        return frame.form == "third" and words.is_capital(frame.subject.last - 1)
    if frame.passive and frame.subject.how != "pronoun":
        return False
    if frame.form == "base" and frame.subject.how == "none":
        return False
    return not (frame.kind == "think" and frame.join in {"quote", "colon"})
