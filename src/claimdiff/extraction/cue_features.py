"""What a frame looks like, as named features: the input of the trained choice of attributions."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    ADVERBS,
    AMBIGUOUS_FORMS,
    AUXILIARIES,
    DETERMINERS,
    HAVE_FORMS,
    MODAL_FORMS,
    POSSESSIVES,
    PREPOSITIONS,
    SPEECH_CUES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from claimdiff.extraction.wordclasses import classify_word

if TYPE_CHECKING:
    from claimdiff.extraction.content_options import ContentOption

_CONVERSATION = frozenset(
    "i we you my our your i'm i've i'd i'll we're we've we'd we'll you're you've".split()
)
_CLOSED = AUXILIARIES | DETERMINERS | PREPOSITIONS | SUBORDINATORS | SUBJECT_PRONOUNS
_NEAR = 12
_TURNS = frozenset({",", ";", "and", "but", "or", "—", "–", "while"})
_LEADS = frozenset("while although though as if when after before since because despite by in even".split())
_LENGTHS = (1, 2, 3, 5, 8, 12, 18, 26, 40)


class Surrounding(NamedTuple):
    """The other frames of a sentence that may hold a frame's cue in what they say.

    `over` are kinds and joins of those whose content covers the cue, earlier ones first, then later ones;
    `near` is how many frames the sentence has, at most six.
    """

    over: tuple[str, ...]
    near: int


def find_surrounding(frames: Sequence[Frame], place: int, words: BlockWords) -> Surrounding:
    """Return what surrounds the frame at `place` among the frames of its sentence."""
    frame = frames[place]
    position = words.starts[frame.cue]
    before = [
        f"{other.kind}/{other.join}"
        for other in frames[max(0, place - _NEAR) : place]
        if other.right[0] <= frame.cue < other.right[1]
    ]
    after = [
        f"after-{other.kind}/{other.join}"
        for other in frames[place + 1 : place + _NEAR]
        if any(start <= position < end for start, end in other.contents)
    ]
    return Surrounding((*before, *after), min(6, len(frames)))


def list_features(words: BlockWords, frame: Frame, around: Surrounding, *, headline: bool) -> list[str]:
    """Return the features of a frame whatever its content; `around` are the frames beside it."""
    lowers = words.lowers
    cue = frame.cue
    subject = _subject_class(words, frame)
    shape = f"{frame.kind}/{frame.join}"
    following = class_word(words, cue + 1)
    before = class_word(words, frame.group - 1)
    inside = "in" if words.quote_over(words.starts[cue]) is not None else "out"
    group = _group_class(words, frame)
    features = [
        "bias",
        f"lemma={frame.lemma}",
        f"lemma={frame.lemma}/{frame.join}",
        f"lemma={frame.lemma}/{frame.form}",
        f"kind={frame.kind}",
        f"shape={shape}",
        f"shape={shape}/{frame.side}",
        f"form={frame.kind}/{frame.form}",
        f"how={frame.subject.how}/{frame.form}",
        f"how={frame.subject.how}/{frame.kind}",
        f"subject={subject}",
        f"subject={subject}/{frame.kind}",
        f"inside={inside}",
        f"inside={inside}/{subject}",
        f"inside={inside}/{frame.kind}",
        f"next={following}",
        f"next={following}/{frame.kind}/{frame.form}",
        f"before={before}",
        f"before={before}/{frame.form}",
        f"group={group}",
        f"group={group}/{frame.kind}",
        f"quoted={frame.quoted}/{frame.side}",
        f"headline={headline}/{frame.kind}",
    ]
    second = class_word(words, cue + 2)
    size = min(6, frame.subject.last - frame.subject.first)
    for over in around.over or ("none",):
        features.append(f"over={over}")
        features.append(f"over={over}/{frame.kind}")
    head = words.lowers[frame.subject.last - 1] if frame.subject.how != "none" else "none"
    opening_sentence = cue < words.end_of(0)
    features += [
        f"last-over={around.over[-1] if around.over else 'none'}/{frame.kind}",
        f"overs={min(3, len(around.over))}/{frame.kind}",
        f"count={around.near}/{frame.kind}",
        f"head={head}",
        f"head={head}/{frame.kind}",
        f"lemma={frame.lemma}/{following}",
        f"lemma={frame.lemma}/{subject}",
        f"first-sentence={opening_sentence}/{frame.kind}",
        f"second={second}/{frame.kind}",
        f"second={following}/{second}",
        f"size={size}/{frame.subject.how}",
        f"place={min(20, (frame.group - words.range_at(cue)) // 3 * 3)}/{frame.kind}",
    ]
    if lowers[cue] in AMBIGUOUS_FORMS:
        features.append(f"ambiguous={frame.form}/{frame.subject.how}/{following}")
        features.append(f"ambiguous={before}/{following}")
    if words.is_capital(cue):
        features.append(f"capital={headline}/{cue == 0}")
    if frame.passive:
        features.append(f"passive={frame.kind}/{following}")
    return features


def list_option_features(words: BlockWords, frame: Frame, option: "ContentOption") -> list[str]:
    """Return the features of one reading of a frame."""
    first = words.token_at(option.contents[0][0])
    last = words.token_at(option.contents[-1][1])
    length = _bin_length(sum(words.token_at(b) - words.token_at(a) for a, b in option.contents))
    ending = class_word(words, last - 1)
    following = class_word(words, last)
    name, kind, join = option.name, frame.kind, frame.join
    clausal = any(words.is_finite(place) for place in range(first, min(last, first + 40)))
    features = [
        f"option={name}",
        f"option={name}/{kind}",
        f"option={name}/{join}",
        f"option={name}/{frame.lemma}",
        f"option={name}/{kind}/{join}",
        f"length={name}/{length}",
        f"length={kind}/{join}/{length}",
        f"length={frame.lemma}/{length}",
        f"ending={name}/{ending}",
        f"ending={ending}/{following}",
        f"following={kind}/{following}",
        f"following={join}/{following}",
        f"following={frame.lemma}/{following}",
        f"clausal={clausal}/{kind}/{join}",
        f"clausal={clausal}/{name}/{length}",
    ]
    if option.cut >= 0:
        features += _list_cut_features(words, frame, option, length)
    return features


def _list_cut_features(words: BlockWords, frame: Frame, option: "ContentOption", length: str) -> list[str]:
    """What stands at the place where a content is cut short, and behind it."""
    name, kind, join, cut = option.name, frame.kind, frame.join, option.cut
    end = max(frame.right[1], cut)
    rest = _bin_length(end - cut)
    following, second = class_word(words, cut), class_word(words, cut + 1)
    before = class_word(words, cut - 1)
    inner = any(words.is_finite(place) for place in range(cut, min(end, cut + 40)))
    turn = _describe_turn(words, frame, cut, end)
    fronted = _is_fronted(words, frame)
    return [
        f"rank={name}/{option.rank}",
        f"rank={name}/{option.rank}/{kind}/{join}",
        f"rest={name}/{rest}",
        f"rest={kind}/{join}/{rest}",
        f"rest={inner}/{name}/{kind}",
        f"cut={following}/{second}",
        f"cut={following}/{second}/{kind}",
        f"cut={following}/{join}/{length}",
        f"cut={following}/{option.rank}",
        f"cut={before}/{following}",
        f"cut={kind}/{join}/{following}/{second}",
        f"turn={turn}",
        f"turn={turn}/{following}",
        f"turn={turn}/{kind}",
        f"fronted={fronted}/{name}/{inner}",
        f"fronted={fronted}/{name}/{option.rank}",
    ]


def _describe_turn(words: BlockWords, frame: Frame, cut: int, end: int) -> str:
    """Say whether a second verb of the subject, or a clause of its own, begins at a cut."""
    place = cut
    while place < end and place < cut + 3 and words.lowers[place] in _TURNS:
        place += 1
    if place >= end or place == cut:
        return "none"
    while place < end - 1 and (words.lowers[place] in ADVERBS or words.lowers[place].endswith("ly")):
        place += 1
    word = words.lowers[place]
    listed = SPEECH_CUES.get(word)
    if listed is not None and listed.form == frame.form:
        return "cue"
    if frame.form == "present" and word.endswith("ing"):
        return "participle"
    if words.is_finite(place):
        return "verb"
    head = words.lowers[place]
    if words.is_capital(place) or head in DETERMINERS or head in SUBJECT_PRONOUNS:
        if any(words.is_finite(k) for k in range(place + 1, min(end, place + 6))):
            return "clause"
        return "noun"
    return "other"


def _is_fronted(words: BlockWords, frame: Frame) -> bool:
    """Say whether the frame stands in a clause that leads up to the main one ("While Voss said …, …")."""
    low = words.range_at(frame.cue)
    start = frame.subject.first if frame.subject.how in {"left", "pronoun", "apposed"} else frame.group
    leads = words.lowers[low] in _LEADS
    return (leads and low < start <= low + 5) or (frame.form == "present" and frame.group == low)


def _bin_length(size: int) -> str:
    return next((str(limit) for limit in _LENGTHS if size <= limit), "long")


def _subject_class(words: BlockWords, frame: Frame) -> str:
    subject = frame.subject
    if subject.how == "none":
        return "none"
    head = words.lowers[subject.last - 1]
    start = words.lowers[subject.first]
    if start in _CONVERSATION:
        return "conversation"
    pronoun = start.split("'")[0]
    if subject.last - subject.first == 1 and (pronoun in SUBJECT_PRONOUNS or pronoun in POSSESSIVES):
        return pronoun
    if words.is_capital(subject.last - 1):
        return "name"
    if head in SPEECH_CUES and SPEECH_CUES[head].kind == "noun":
        return "writing"
    return "plural" if head.endswith("s") and not head.endswith("ss") else "noun"


def class_word(words: BlockWords, token: int) -> str:
    """A closed-class word as it stands, any other by its class."""
    if not 0 <= token < len(words.lowers):
        return "edge"
    word = words.lowers[token]
    if word in TIME_WORDS:
        return "time"
    if word in _CLOSED:
        return word
    if words.is_capital(token):
        return "Name"
    return classify_word(word)


def _group_class(words: BlockWords, frame: Frame) -> str:
    """The auxiliaries of the verb group, in order, by kind."""
    parts = []
    for word in words.lowers[frame.group : frame.cue]:
        if word in MODAL_FORMS:
            parts.append("modal")
        elif word in HAVE_FORMS:
            parts.append("have")
        elif word in AUXILIARIES:
            parts.append("negated" if word.endswith("n't") else "be")
        elif word in {"not", "never"}:
            parts.append("negated")
        elif word == "to":
            parts.append("to")
        elif word not in ADVERBS and not word.endswith("ly"):
            parts.append("verb")
    return "+".join(dict.fromkeys(parts)) or "bare"
