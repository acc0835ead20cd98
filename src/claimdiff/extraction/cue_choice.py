"""Which frames are attributions: a cue word alone is none."""

from itertools import repeat

from claimdiff.extraction.attitude_weights import as_probability, read_table
from claimdiff.extraction.cue_features import find_surrounding, list_features
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import AMBIGUOUS_FORMS, PREPOSITIONS, REPORTING_LEMMAS
from claimdiff.language.tables import word_set

_BARE_LEMMAS = word_set(
    "say tell add conclude continue state write explain note reply respond complete finish"
)
# Who knows or sees something does not claim it; who finds something does, if a clause says what.
_FACTIVE = word_set(
    "know see mean forget remember figure sense perceive imagine dream trust accept appreciate understand"
)
_FINDING = word_set("determine find discover learn hear decide")
_CLAIMING = word_set("claim claims allegation allegations accusation accusations report reports")
_PICTURES = word_set("image images picture pictures photo photos video videos footage map maps clip")
_CLAUSAL = frozenset({"that", "quote", "colon", "clause", "if", "according", "left"})


_HARDLY = 0.1  # below this probability a report that the rules take is none
_SURE_LEMMAS = frozenset({"say", "tell", "according", "add", "write"})  # never found so doubtful


def choose_reports(words: BlockWords, frames: list[Frame]) -> list[Frame]:
    """Keep the frames of a sentence that report words or thoughts, by rules."""
    return [frame for frame in frames if _reports_words(words, frame)]


def drop_doubtful(
    words: BlockWords, frames: list[Frame], reports: list[Frame], *, headline: bool
) -> list[Frame]:
    """Return the `reports` of a sentence without those that the weights hold for hardly possible.

    `frames` are all of the sentence, which they stand among.
    """
    chosen = {frame.cue for frame in reports if frame.lemma not in _SURE_LEMMAS}
    if not chosen:
        return reports
    weights = read_table("frames")
    doubtful = set()
    for place, frame in enumerate(frames):
        if frame.cue in chosen and frame.side not in {"bare", "after"}:
            around = find_surrounding(frames, place, words)
            names = list_features(words, frame, around, headline=headline)
            if as_probability(sum(map(weights.get, names, repeat(0.0)))) < _HARDLY:
                doubtful.add(frame.cue)
    return [frame for frame in reports if frame.cue not in doubtful]


def choose_bare(words: BlockWords, frames: list[Frame]) -> list[Frame]:
    """Keep the frames whose words stand in other sentences ("Voss told reporters.", "Voss said:")."""
    return [frame for frame in frames if frame.side in {"bare", "after"} and _reports_words(words, frame)]


_CONVERSATION = word_set(
    "please i we you my our your i'm i've i'd i'll we're we've we'd we'll you're you've you'd you'll"
)


def _is_asked(words: BlockWords, frame: Frame) -> bool:
    """ "when asked whether": the speaker is asked."""
    before = words.lowers[frame.group - 1] if frame.group else ","
    return before in {"when", "if", "as", "while"} or frame.subject.how in {"shared", "none"}


def _claims_event(words: BlockWords, frame: Frame) -> bool:
    """ "their claims of ships helping": a noun of claiming whose object does something."""
    if frame.lemma not in _CLAIMING or frame.subject.how == "none":
        return False
    return any(word.endswith("ing") for word in words.lowers[frame.right[0] + 1 : frame.right[0] + 8])


def _is_reduced(words: BlockWords, frame: Frame) -> bool:
    """ "the letter, seen by two editors": a participle, not a verb of its subject."""
    after = frame.cue + 1
    return after < len(words.lowers) and words.lowers[after] == "by" and frame.kind != "say"


def _is_conversational(words: BlockWords, frame: Frame) -> bool:
    """ "I think", "you know": the one who speaks anyway, or nobody in particular."""
    subject = frame.subject
    return subject.how != "none" and words.lowers[subject.first] in _CONVERSATION


def _reports_words(words: BlockWords, frame: Frame) -> bool:
    """Say whether a frame reports a proposition that somebody said, thought or wrote."""
    if frame.lemma == "according":
        return True
    if _is_idle(words, frame):
        return False
    if frame.side == "bare":
        return frame.lemma in _BARE_LEMMAS and frame.form in {"past", "third"}
    if frame.lemma == "complete":
        return False
    if frame.side == "after":
        return frame.kind in {"say", "tell", "ask"}
    if frame.kind == "noun":
        return frame.join == "noun-that" or (frame.join == "noun-of" and _claims_event(words, frame))
    if frame.subject.how == "none":
        return False
    if frame.lemma == "report" and frame.join == "object":
        return frame.form == "past" and not frame.passive and frame.right[1] - frame.right[0] > 2
    return _takes_clause(words, frame) and _is_surely_verb(words, frame)


def _is_idle(words: BlockWords, frame: Frame) -> bool:
    """A cue in a place where nobody says anything new."""
    inside = words.quote_over(words.starts[frame.cue]) is not None
    if _is_conversational(words, frame) or (
        inside and (frame.subject.how == "none" or frame.kind == "think")
    ):
        return True
    thing = frame.subject.how == "relative" and words.lowers[frame.subject.first] != "who"
    if thing and (frame.kind == "think" or frame.join not in {"that", "quote", "colon"}):
        return True  # "which meant nobody came"
    if frame.lemma in _FACTIVE or (frame.lemma in _FINDING and frame.join != "that"):
        return True
    if frame.form == "past" and not frame.passive and _is_reduced(words, frame):
        return True
    before = words.lowers[frame.cue - 1] if frame.cue else ""
    if frame.form == "base" and frame.group >= frame.cue - 1 and before == "to":
        return True  # "waited a month to say": nobody says it
    return frame.lemma == "ask" and frame.form == "past" and _is_asked(words, frame)


def _takes_clause(words: BlockWords, frame: Frame) -> bool:
    """Say whether the kind of cue and what is joined on make a proposition of the subject's."""
    if frame.join not in _CLAUSAL or (frame.passive and frame.subject.how != "pronoun"):
        return False
    if frame.kind in {"say", "tell", "ask", "think"}:
        return not (frame.kind == "think" and frame.join in {"quote", "colon"})
    shown = frame.lemma in REPORTING_LEMMAS and frame.join in {"that", "clause", "left", "quote"}
    return shown and words.lowers[frame.subject.last - 1] not in _PICTURES


def _is_surely_verb(words: BlockWords, frame: Frame) -> bool:
    """Say whether a form that may be a noun stands as a verb here."""
    subject = frame.subject
    if words.lowers[frame.cue] not in AMBIGUOUS_FORMS or subject.how not in {"left", "shared"}:
        return True
    if frame.join in {"that", "quote", "colon"}:
        return True
    if subject.how == "left" and subject.first > 0 and words.lowers[subject.first - 1] in PREPOSITIONS:
        return False
    if frame.side == "left" and frame.form == "base":
        return subject.how == "left"
    return frame.form == "third" and words.is_capital(subject.last - 1)
