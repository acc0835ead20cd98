"""The stretches a cue may be about: the whole clause, its first phrase, or a passive's subject."""

from typing import NamedTuple

from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import AUXILIARIES, PREPOSITIONS, SUBORDINATORS, TIME_WORDS
from claimdiff.extraction.subjects import Subject

_LONGEST = 40
_PLAIN_PREPOSITIONS = PREPOSITIONS - {"of", "to"}


class ContentOption(NamedTuple):
    """One reading of a frame: `name` says which, `contents` are code points, `subject` who speaks."""

    name: str
    contents: tuple[tuple[int, int], ...]
    subject: Subject


def list_options(words: BlockWords, frame: Frame) -> list[ContentOption]:
    """Return the readings of a frame, the fullest first; none of them equal."""
    first, last = frame.right
    speaker = _find_agent(words, frame.cue + 1) if frame.passive else frame.subject
    options = [ContentOption("full", frame.contents, speaker)] if frame.contents else []
    if frame.side == "right" and last - first > 1:
        seen = {last}
        for name, end in _cut_points(words, first, last):
            if end not in seen and end > first:
                seen.add(end)
                contents = ((words.starts[first], words.ends[end - 1]),)
                options.append(ContentOption(name, contents, speaker))
    subject = frame.subject
    if (frame.passive or frame.lemma in {"appear", "seem"}) and subject.how in {"left", "apposed", "pronoun"}:
        about = (words.starts[subject.first], words.ends[subject.last - 1])
        agent = _find_agent(words, frame.cue + 1)
        options.append(ContentOption("subject", (about,), agent))
        if last > first:
            rest = (words.starts[first], words.ends[last - 1])
            options.append(ContentOption("passive", (about, rest), agent))
    return options


def _cut_points(words: BlockWords, first: int, last: int) -> list[tuple[str, int]]:
    """Where the content may end earlier: at a comma, a joining word, a preposition or a subordinator."""
    found: dict[str, int] = {}
    position = first
    limit = min(last, first + _LONGEST)
    while position < limit and len(found) < 5:
        quoted = words.quote_starting(words.starts[position])
        if quoted is not None:
            position = max(position + 1, words.token_at(quoted.outer_end))
            continue
        word = words.lowers[position]
        if position > first:
            for name in _cut_names(word):
                found.setdefault(name, position)
        position += 1
    return sorted(found.items(), key=lambda item: (item[1], item[0]))


def _cut_names(word: str) -> list[str]:
    names = []
    if word in ",—–(":
        names.append("comma")
    if word in {"and", "but", "or"}:
        names.append("joint")
    if word in _PLAIN_PREPOSITIONS:
        names.append("preposition")
    if word == "to":
        names.append("to")
    if word in SUBORDINATORS and word not in {"and", "but", "or", "as", "than"}:
        names.append("clause")
    if word in TIME_WORDS:
        names.append("time")
    return names


def _find_agent(words: BlockWords, start: int) -> Subject:
    """Return the noun phrase after "by" soon after a passive, as its speaker."""
    size = len(words.lowers)
    for place in range(start, min(size, start + 6)):
        if words.lowers[place] == "by" and place + 1 < size:
            last = place + 1
            while last < min(size, place + 14) and _goes_on(words.lowers[last]):
                last += 1
            return Subject(place + 1, last, "agent") if last > place + 1 else Subject(0, 0, "none")
    return Subject(0, 0, "none")


def _goes_on(word: str) -> bool:
    stops = word in AUXILIARIES or word in SUBORDINATORS or word in TIME_WORDS
    return not stops and (word[0].isalnum() or word == ".") and word not in _PLAIN_PREPOSITIONS
