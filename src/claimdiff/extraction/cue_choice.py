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


def choose_frames(words: BlockWords, frames: list[Frame], *, attitudes: bool) -> list[Frame]:
    """Keep the frames of a sentence that attribute something."""
    del attitudes
    return [frame for frame in frames if _reports_words(words, frame)]


_CONVERSATION = _words(
    "i we you my our your i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll"
)


def _is_reduced(words: BlockWords, frame: Frame) -> bool:
    """ "the letter, seen by two editors": a participle, not a verb of its subject."""
    after = frame.cue + 1
    return after < len(words.lowers) and words.lowers[after] == "by" and frame.kind != "say"


def _is_conversational(words: BlockWords, frame: Frame) -> bool:
    """ "I think" and "you know" inside a quotation only say again who speaks."""
    subject = frame.subject
    return subject.how == "none" or words.lowers[subject.first] in _CONVERSATION


def _reports_words(words: BlockWords, frame: Frame) -> bool:
    """Say whether a frame reports a proposition that somebody said, thought or wrote."""
    if frame.lemma == "according":
        return True
    if words.quote_over(words.starts[frame.cue]) is not None and _is_conversational(words, frame):
        return False
    if frame.form == "past" and not frame.passive and _is_reduced(words, frame):
        return False
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
