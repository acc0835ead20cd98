"""What a frame looks like, as named features: the input of the trained choice of attributions."""

from collections.abc import Sequence

from claimdiff.extraction.content_options import ContentOption
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    ADVERBS,
    AMBIGUOUS_FORMS,
    AUXILIARIES,
    DETERMINERS,
    HAVE_FORMS,
    MODAL_FORMS,
    PREPOSITIONS,
    SPEECH_CUES,
    SUBJECT_PRONOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from claimdiff.extraction.wordclasses import classify_word

_CONVERSATION = frozenset(
    "i we you my our your i'm i've i'd i'll we're we've we'd we'll you're you've".split()
)
_POSSESSIVES = frozenset("his her its their my our your".split())
_CLOSED = AUXILIARIES | DETERMINERS | PREPOSITIONS | SUBORDINATORS | SUBJECT_PRONOUNS
_LENGTHS = (1, 2, 4, 7, 12, 20, 35)


def find_outer(frames: Sequence[Frame], frame: Frame) -> Frame | None:
    """Return the last earlier frame of the sentence whose content holds this frame's cue."""
    found = None
    for other in frames:
        if other.cue >= frame.cue:
            break
        if other.right[0] <= frame.cue < other.right[1]:
            found = other
    return found


def list_features(words: BlockWords, frame: Frame, outer: Frame | None, *, headline: bool) -> list[str]:
    """Return the features of a frame whatever its content; `outer` is the frame it lies in."""
    lowers = words.lowers
    cue = frame.cue
    subject = _subject_class(words, frame)
    shape = f"{frame.kind}/{frame.join}"
    following = _word_class(words, cue + 1)
    before = _word_class(words, frame.group - 1)
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
    about = f"{outer.kind}/{outer.join}" if outer is not None else "none"
    second = _word_class(words, cue + 2)
    size = min(6, frame.subject.last - frame.subject.first)
    features += [
        f"outer={about}",
        f"outer={about}/{frame.kind}",
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


def list_option_features(words: BlockWords, frame: Frame, option: ContentOption) -> list[str]:
    """Return the features of one reading of a frame."""
    size = sum(end - start for start, end in option.contents) // 6
    length = next((str(limit) for limit in _LENGTHS if size <= limit), "long")
    first = words.token_at(option.contents[0][0])
    last = words.token_at(option.contents[-1][1])
    opening = _word_class(words, first)
    ending = _word_class(words, last)
    name = option.name
    return [
        f"option={name}",
        f"option={name}/{frame.kind}",
        f"option={name}/{frame.join}",
        f"option={name}/{frame.lemma}",
        f"option={name}/{frame.kind}/{frame.join}",
        f"length={name}/{length}",
        f"length={frame.kind}/{frame.join}/{length}",
        f"opening={frame.kind}/{opening}",
        f"ending={name}/{ending}",
        f"ending={frame.kind}/{ending}",
        f"holds={_holds_quotation(words, option)}/{frame.kind}/{name}",
    ]


def _holds_quotation(words: BlockWords, option: ContentOption) -> bool:
    return words.has_quotation(option.contents[0][0], option.contents[-1][1])


def _subject_class(words: BlockWords, frame: Frame) -> str:
    subject = frame.subject
    if subject.how == "none":
        return "none"
    head = words.lowers[subject.last - 1]
    start = words.lowers[subject.first]
    if start in _CONVERSATION:
        return "conversation"
    pronoun = start.split("'")[0]
    if subject.last - subject.first == 1 and (pronoun in SUBJECT_PRONOUNS or pronoun in _POSSESSIVES):
        return pronoun
    if words.is_capital(subject.last - 1):
        return "name"
    if head in SPEECH_CUES and SPEECH_CUES[head].kind == "noun":
        return "writing"
    return "plural" if head.endswith("s") and not head.endswith("ss") else "noun"


def _word_class(words: BlockWords, token: int) -> str:
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
