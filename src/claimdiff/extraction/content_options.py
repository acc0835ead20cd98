"""The stretches a cue may be about: the whole clause, a shorter part of it, or a passive's subject."""

from typing import NamedTuple

from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import AUXILIARIES, PREPOSITIONS, SUBORDINATORS, TIME_WORDS
from claimdiff.extraction.subjects import Subject

_LONGEST = 60
_MOST_CUTS = 9
_MOST_STARTS = 3
_MOST_PASSIVE = 4
_JOINING = frozenset({"and", "but", "that", "because", "while", "which"})
_PLAIN_PREPOSITIONS = (PREPOSITIONS | {"throughout", "ahead", "alongside"}) - {"of", "to"}
_RELATIVES = frozenset({"who", "whom", "which", "that", "what"})


class ContentOption(NamedTuple):
    """One reading of a frame.

    `name` says which, `contents` are code points, `subject` is who speaks; `cut` is the token before which
    the content ends (-1 where it is not cut short), `rank` how many earlier ends were passed over.
    """

    name: str
    contents: tuple[tuple[int, int], ...]
    subject: Subject
    cut: int = -1
    rank: int = 0


def list_options(words: BlockWords, frame: Frame) -> list[ContentOption]:
    """Return the readings of a frame, the fullest first; none of them equal."""
    first, last = frame.right
    speaker = _find_agent(words, frame.cue + 1) if frame.passive else frame.subject
    options = [ContentOption("full", frame.contents, speaker)] if frame.contents else []
    if frame.side == "right" and last - first > 1:
        options.extend(_cut_short(words, (first, last), speaker, ""))
        options.extend(_read_on(words, frame, speaker))
    if frame.side == "right" and first > frame.cue_end + 1 and frame.join in {"quote", "that", "colon", "if"}:
        options.extend(_start_early(words, frame, speaker))
    if frame.side == "left" and frame.contents:
        if not frame.quoted and len(frame.contents) == 1:
            options.extend(_late_starts(words, frame))
        if last > first:
            right = ((words.starts[first], words.ends[last - 1]),)
            options.append(ContentOption("right", right, speaker))
        elif frame.lemma == "according":
            options.extend(_whole_before(words, frame))
    options.extend(_passive_options(words, frame))
    options.extend(_relative_options(words, frame))
    return options


def _relative_options(words: BlockWords, frame: Frame) -> list[ContentOption]:
    """ "whom Voss praised", "which he called a lie": the relative word is what is spoken of."""
    subject = frame.subject
    if frame.side != "right" or subject.how not in {"left", "pronoun"} or subject.first < 1:
        return []
    gap = subject.first - 1
    if words.lowers[gap] not in _RELATIVES:
        return []
    about = (words.starts[gap], words.ends[gap])
    first, last = frame.right
    options = [ContentOption("gap", (about,), subject)]
    if last > first:
        rest = (words.starts[first], words.ends[last - 1])
        options.append(ContentOption("gap-rest", (about, rest), subject))
        for name, end in _cut_points(words, first, last)[:2]:
            rest = (words.starts[first], words.ends[end - 1])
            options.append(ContentOption("gap-" + name, (about, rest), subject))
    return options


def _passive_options(words: BlockWords, frame: Frame) -> list[ContentOption]:
    subject = frame.subject
    first, last = frame.right
    options = []
    if (frame.passive or frame.lemma in {"appear", "seem"}) and subject.how in {"left", "apposed", "pronoun"}:
        about = (words.starts[subject.first], words.ends[subject.last - 1])
        agent = _find_agent(words, frame.cue + 1)
        options.append(ContentOption("subject", (about,), agent))
        if last > first:
            rest = (words.starts[first], words.ends[last - 1])
            options.append(ContentOption("passive", (about, rest), agent))
            for rank, (name, end) in enumerate(_cut_points(words, first, last)[:_MOST_PASSIVE]):
                rest = (words.starts[first], words.ends[end - 1])
                options.append(ContentOption("passive-" + name, (about, rest), agent, end, rank))
    return options


def _cut_short(
    words: BlockWords, reach: tuple[int, int], speaker: Subject, prefix: str
) -> list[ContentOption]:
    """The content up to each place where it may end earlier."""
    first, last = reach
    return [
        ContentOption(
            prefix + name, ((words.starts[first], words.ends[end - 1]),), speaker, end, min(rank, 4)
        )
        for rank, (name, end) in enumerate(_cut_points(words, first, last))
    ]


def _start_early(words: BlockWords, frame: Frame, speaker: Subject) -> list[ContentOption]:
    """The content from right after the cue, where a "that" or a quotation was taken for its beginning."""
    first, last = frame.cue_end, frame.right[1]
    if words.lowers[first] in PREPOSITIONS:
        first += 1
    if first >= frame.right[0] or not words.lowers[first][0].isalnum():
        return []
    contents = ((words.starts[first], words.ends[last - 1]),)
    return [
        ContentOption("early", contents, speaker, last, 0),
        *_cut_short(words, (first, last), speaker, "early-"),
    ]


def _whole_before(words: BlockWords, frame: Frame) -> list[ContentOption]:
    """Everything from the start of the sentence up to "according to"."""
    low = words.range_at(frame.cue)
    start, end = words.starts[low], frame.contents[-1][1]
    if start >= frame.contents[0][0] or frame.cue - low > 2 * _LONGEST:
        return []
    return [ContentOption("whole", ((start, end),), frame.subject)]


def _read_on(words: BlockWords, frame: Frame, speaker: Subject) -> list[ContentOption]:
    """The content up to the end of its sentence, where a rule has ended it earlier."""
    first, last = frame.right
    end = words.end_of(first)
    while end > last and words.lowers[end - 1] in ".,;:!?”\"'":
        end -= 1
    if not 2 <= end - last < _LONGEST or words.quote_over(words.starts[frame.cue]) is not None:
        return []
    return [ContentOption("on", ((words.starts[first], words.ends[end - 1]),), speaker, end)]


def _late_starts(words: BlockWords, frame: Frame) -> list[ContentOption]:
    """What is said before the cue may begin only after a comma or a joining word."""
    start, end = frame.contents[0]
    first, last = words.token_at(start), words.token_at(end)
    found = []
    for place in range(last - 3, max(first, last - _LONGEST), -1):
        word = words.lowers[place - 1]
        name = "late-comma" if word in ",;:—–" else "late-word" if word in _JOINING else ""
        if name and words.quote_over(words.starts[place]) is None:
            found.append(ContentOption(name, ((words.starts[place], end),), frame.subject, place))
        if len(found) == _MOST_STARTS:
            break
    return found


def _cut_points(words: BlockWords, first: int, last: int) -> list[tuple[str, int]]:
    """Where the content may end earlier: at a comma, a joining word, a preposition or a subordinator."""
    found: list[tuple[str, int]] = []
    position = first
    limit = min(last, first + _LONGEST)
    while position < limit and len(found) < _MOST_CUTS:
        quoted = words.quote_starting(words.starts[position])
        if quoted is not None:
            position = max(position + 1, words.token_at(quoted.outer_end))
            if position < limit:
                found.append(("quote", position))
            continue
        if position > first and (name := _cut_name(words.lowers[position])):
            found.append((name, position))
        position += 1
    return [(name, end) for order, (name, end) in enumerate(found) if not order or found[order - 1][1] < end]


def _cut_name(word: str) -> str:
    if word in ",—–(;:":
        return "comma"
    if word in {"and", "but", "or"}:
        return "joint"
    if word in TIME_WORDS:
        return "time"
    if word in SUBORDINATORS and word not in {"as", "than"}:
        return "clause"
    if word == "to":
        return "to"
    return "preposition" if word in _PLAIN_PREPOSITIONS else ""


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
