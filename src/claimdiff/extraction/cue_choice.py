"""Which frames are attributions: a cue word alone is none."""

from functools import cache
from importlib.resources import files

from claimdiff.extraction.content_options import list_options
from claimdiff.extraction.cue_features import find_outer, list_features, list_option_features
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
_CUT = -0.8  # log-odds
_DOUBLE = 0.7
_NEAR = 12
_CLAUSAL = frozenset({"that", "quote", "colon", "clause", "if", "according", "left"})


def choose_frames(
    words: BlockWords, frames: list[Frame], *, attitudes: bool, headline: bool = False
) -> list[Frame]:
    """Keep the frames of a sentence that attribute something.

    By rules where only reports of words count; with `attitudes` by the trained weights, which also
    choose how much of the clause each frame is about.
    """
    if not attitudes:
        return [frame for frame in frames if _reports_words(words, frame)]
    scored: list[tuple[float, Frame]] = []
    for place, frame in enumerate(frames):
        if frame.side in {"bare", "after"}:
            if _reports_words(words, frame):
                scored.append((0.0, frame))
            continue
        best = _choose_option(
            words, frame, find_outer(frames[max(0, place - _NEAR) : place], frame), headline=headline
        )
        if best is not None and best[0] > _CUT:
            scored.append(best)
    return _drop_doubles(scored)


@cache
def _weights() -> dict[str, float]:
    """The trained weight of every feature (see benchmarks/train_attribution.py)."""
    text = files("claimdiff.extraction").joinpath("data", "attribution_weights.txt").read_text("utf-8")
    rows = (line.partition(" ") for line in text.splitlines() if line and not line.startswith("#"))
    return {feature: float(weight) for weight, _, feature in rows}


def _choose_option(
    words: BlockWords, frame: Frame, outer: Frame | None, *, headline: bool
) -> tuple[float, Frame] | None:
    """Return the best reading of a frame with its score (log-odds)."""
    weights = _weights()
    base = sum(weights.get(feature, 0.0) for feature in list_features(words, frame, outer, headline=headline))
    best: tuple[float, Frame] | None = None
    for option in list_options(words, frame):
        features = list_option_features(words, frame, option)
        score = base + sum(weights.get(feature, 0.0) for feature in features)
        if best is None or score > best[0]:
            best = (score, frame._replace(contents=option.contents, subject=option.subject))
    return best


def _drop_doubles(scored: list[tuple[float, Frame]]) -> list[Frame]:
    """Of two frames with nearly one content keep the likelier ("issued a statement saying that")."""
    kept: list[tuple[float, Frame]] = []
    for score, frame in scored:
        if kept and frame.contents and _overlap(kept[-1][1].contents, frame.contents) > _DOUBLE:
            if score > kept[-1][0]:
                kept[-1] = (score, frame)
        else:
            kept.append((score, frame))
    return [frame for _, frame in kept]


def _overlap(left: tuple[tuple[int, int], ...], right: tuple[tuple[int, int], ...]) -> float:
    """Jaccard overlap of two contents in code points."""
    shared = sum(max(0, min(b, d) - max(a, c)) for a, b in left for c, d in right)
    total = sum(b - a for a, b in left) + sum(d - c for c, d in right) - shared
    return shared / total if total else 0.0


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
