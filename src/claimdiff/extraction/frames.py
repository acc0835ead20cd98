"""One cue read as a frame: its subject, what is said, and the words of the attribution itself."""

from msgspec.structs import replace

from claimdiff.extraction.contents import Complement, read_complement
from claimdiff.extraction.frame_parts import (
    CLOSERS,
    Frame,
    is_mostly_quoted,
    stretch_of,
    strip_end,
    trim_space,
)
from claimdiff.extraction.interrupted_frames import find_parts_around, put_between
from claimdiff.extraction.noun_frames import read_noun
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    AUXILIARIES,
    BE_FORMS,
    PREPOSITIONS,
    REPORT_CUES,
    SPEECH_CUES,
    SPEECH_NOUNS,
    TIME_WORDS,
    SpeechCue,
)
from claimdiff.extraction.subjects import Subject, find_subject, find_verb_group
from claimdiff.extraction.word_forms import watch

_ALL_CUES = frozenset(SPEECH_CUES) | {"according"}
_REPORT_CUES = REPORT_CUES | {"according"}
_CUED, _REPORTED = watch(_ALL_CUES), watch(_REPORT_CUES)
_NEAR = 12
_BEFORE_NOUNS = frozenset("a an the his her their its my our your no any each every another".split())
_OUTLETS = frozenset(
    "agency newspaper network channel paper station magazine site website outlet broadcaster journal".split()
)
_REPORTERS = frozenset(
    "act agencies agency bureau bureaus companies company firm firms service services system".split()
)
_LEFT_KINDS = frozenset({"say", "tell", "think", "show", "ask"})
_LONGEST_SOURCE = 24
# Verbs of thinking and showing that close no sentence of their own: "…, funds held abroad".
_NEVER_CLOSE = frozenset(
    """accept address appear appreciate articulate ban broadcast chronicle consider contrast debate decide
    deem deliver detail determine disagree discuss entitle examine expose express feature figure file
    focus forget headline highlight hold identify ignore include introduce issue judge list mean mention
    perceive present prohibit promote publish raise record regret release require seem share submit
    target title touch trust unveil voice""".split()
)


def read_frames(words: BlockWords, number: int, *, attitudes: bool = True) -> list[Frame]:
    """Return a frame for every cue of a sentence that has something said on either side.

    Without `attitudes` only cues that report words are read.
    """
    cues = _ALL_CUES if attitudes else _REPORT_CUES
    low, high = words.range_of(number)
    frames: list[Frame] = []
    floor = low
    if not words.sentence_flags[number] & (_CUED if attitudes else _REPORTED):
        return frames
    for cue in [place for place, word in enumerate(words.lowers[low:high], low) if word in cues]:
        word = words.lowers[cue]
        frame: Frame | None = None
        if word == "according":
            if cue + 1 < high and words.lowers[cue + 1] == "to":
                frame = _read_according(words, cue, low, high, floor)
        elif cue == low or not words.is_capital(cue) or _is_title_case(words, low, high):
            if word in SPEECH_NOUNS and not _is_third_person(words, cue, low):
                frame = read_noun(words, cue, low, high)
            frame = frame or _read_verb(words, cue, low, high, floor)
        if frame is not None and not _is_attributive(words, cue, high):
            if frame.subject.how == "shared":
                frame = _share_subject(words, frames, frame)
            frames.append(frame)
            if frame.side in {"left", "both"}:
                floor = frame.cue_end
    return _cut_overrun(frames)


def _stands_as_noun(words: BlockWords, cue: int, low: int) -> bool:
    """ "this claim", "Voss's remarks", "a message": no verb, whatever its spelling."""
    if cue == low:
        return False
    before, form = words.lowers[cue - 1], SPEECH_CUES[words.lowers[cue]].form
    if before == "s" and cue - low > 1 and words.lowers[cue - 2] == "'":
        return True
    if before in _BEFORE_NOUNS or (before.endswith(("'s", "s'")) and before not in AUXILIARIES):
        return True
    if form == "present":
        return False
    if form == "base" and before in PREPOSITIONS and before != "to":
        return True  # "came out in support of"
    return before in {"this", "that"} if form == "base" else before in {"these", "those"}


def _is_attributive(words: BlockWords, cue: int, high: int) -> bool:
    """ "the credit reporting agency": what a body does, and nothing reported."""
    return words.lowers[cue] == "reporting" and cue + 1 < high and words.lowers[cue + 1] in _REPORTERS


def _share_subject(words: BlockWords, earlier: list[Frame], frame: Frame) -> Frame:
    """A participle behind "…, the ministry said" has the ministry for its subject."""
    for other in reversed(earlier[-_NEAR:]):
        closing = other.side in {"left", "both"} and other.subject.how not in {"none", "relative"}
        if closing and words.quote_over(words.starts[frame.cue]) is None:
            return replace(frame, subject=replace(other.subject, how="shared"))
    return frame


def _is_title_case(words: BlockWords, low: int, high: int) -> bool:
    """Say whether most of a sentence's words are capitalised, so that capitals tell nothing."""
    places = range(low, min(high, low + 30))
    return sum(words.is_capital(place) for place in places) > 0.5 * len(places)


def _cut_overrun(frames: list[Frame]) -> list[Frame]:
    """What one cue says ends where a later frame that speaks for the whole sentence begins."""
    closing = [frame for frame in frames if frame.side == "left" and frame.words and frame.kind != "noun"]
    if not closing:
        return frames
    limit = closing[-1].words[0][0]
    cut: list[Frame] = []
    for frame in frames:
        contents = tuple(
            (start, min(end, limit)) if start < limit and frame.cue < closing[-1].cue else (start, end)
            for start, end in frame.contents
        )
        cut.append(replace(frame, contents=contents))
    return cut


def _is_third_person(words: BlockWords, cue: int, low: int) -> bool:
    """ "The Ellery Post reports that": a name or "it" right before a form that may be a noun."""
    if cue == low or SPEECH_CUES[words.lowers[cue]].form != "third":
        return False
    before = words.lowers[cue - 1]
    if before in _OUTLETS:
        return True
    return before in {"he", "she", "it", "also", "now", "who"} or (
        words.is_capital(cue - 1) and cue - 1 > low and not before.endswith(("'s", "s'"))
    )


def _read_verb(words: BlockWords, cue: int, low: int, high: int, floor: int) -> Frame | None:
    entry = SPEECH_CUES[words.lowers[cue]]
    if entry.form == "noun" or (entry.form != "past" and _stands_as_noun(words, cue, low)):
        return None
    return read_verb(words, entry, cue, cue + 1, (low, high), floor)


def read_verb(
    words: BlockWords, entry: SpeechCue, cue: int, cue_end: int, sentence: tuple[int, int], floor: int
) -> Frame | None:
    """Read the frame of a verb; `cue_end` comes after its particles, `floor` after what others say."""
    low, high = sentence
    inside = words.quote_over(words.starts[cue])
    if inside is not None and inside.start > words.starts[low]:
        low = words.token_at(inside.start)
        floor = max(floor, low)
    group = find_verb_group(words, cue, low)
    subject = find_subject(words, cue, group, low, high)
    passive = entry.form == "past" and any(words.lowers[k] in BE_FORMS for k in range(group, cue))
    start = group if subject.how in {"inverted", "shared", "none"} else min(group, subject.first)
    resume = subject.last if subject.how == "inverted" else cue_end
    complement = read_complement(words, max(cue, resume - 1), high, entry.kind)
    if subject.how == "inverted" and complement.how not in {"quote", "colon", "that"}:
        complement = Complement(high, high, "none", complement.hearer)
    if entry.lemma == "hold" and complement.how != "that":
        return None  # "a levy on money held abroad"
    left = None
    if subject.how not in {"shared", "relative"} and entry.lemma not in _NEVER_CLOSE:
        left = _left_content(words, start, max(low, floor), complement, entry.kind)
    if complement.how == "none" and entry.kind in _LEFT_KINDS and not passive:
        around = find_parts_around(
            words, subject, (start, resume), (max(low, floor), high), whole=left is not None
        )
        if around is not None:
            return put_between(words, entry, (group, cue, cue_end), subject, around)
    if left is None and complement.how == "none":
        side = "after" if words.lowers[high - 1] == ":" else "bare"
        if side == "bare" and (subject.how in {"none", "shared"} or start > low + 4):
            return None
        contents: list[tuple[int, int]] = []
    else:
        contents, side = _collect(words, left, complement, high)
    frame_words = _frame_words(words, start, low, high, left, complement, subject)
    return Frame(
        cue, group, cue_end, entry.lemma, entry.kind, entry.form, subject, tuple(contents), frame_words,
        side, "left" if side == "left" else complement.how, is_mostly_quoted(words, contents), passive,
        (complement.first, complement.last),
    )  # fmt: skip


def _left_content(
    words: BlockWords, start: int, floor: int, complement: Complement, kind: str
) -> tuple[int, int] | None:
    """Return the code points of what is said before the frame, None where nothing is."""
    before = start - 1
    if before < floor:
        return None
    end = words.ends[before]
    quoted = words.quote_ending(end)
    if quoted is None and words.lowers[before] in CLOSERS and before > floor:
        quoted = words.quote_ending(words.ends[before - 1])
        end = words.ends[before - 1] if quoted else words.starts[before]
    if quoted is not None and words.quote_over(words.starts[start]) is None:
        if _is_fragment(words, quoted.outer_start, quoted.end, floor) and complement.how not in {
            "none",
            "preposition",
        }:
            return None
        return min(quoted.start, words.starts[floor]), end
    if words.lowers[before] not in CLOSERS or kind not in _LEFT_KINDS:
        return None
    if complement.how not in {"none", "preposition"} or before - floor < 3:
        return None
    if not any(words.is_finite(place) for place in range(floor, before)):
        return None
    inside = words.quote_over(words.starts[start])
    begin = words.starts[floor]
    if inside is not None:
        begin = max(begin, inside.start)
    return (begin, end) if begin < end else None


def _is_fragment(words: BlockWords, outer_start: int, end: int, floor: int) -> bool:
    """A short quoted term inside a sentence ("the so-called “grey list” said …")."""
    return words.text[end - 1] not in ",.!?…—-" and outer_start > words.starts[floor]


def _collect(
    words: BlockWords, left: tuple[int, int] | None, complement: Complement, high: int
) -> tuple[list[tuple[int, int]], str]:
    contents: list[tuple[int, int]] = []
    if left is not None:
        contents.append(left)
    right = None
    if complement.how != "none" and (left is None or complement.how in {"quote", "that", "colon"}):
        right = stretch_of(words, complement)
    if right is not None:
        contents.append(right)
    side = "both" if left and right else "left" if left else "right"
    return contents, side


def _frame_words(
    words: BlockWords,
    start: int,
    low: int,
    high: int,
    left: tuple[int, int] | None,
    complement: Complement,
    subject: Subject,
) -> tuple[tuple[int, int], ...]:
    if subject.how == "shared":
        first = start
    elif left is None:
        first = low if _leads_in(words, low, start) else start
    else:
        first = start
    begin = left[1] if left is not None else words.starts[first]
    if complement.how != "none" and (left is None or complement.how in {"quote", "that", "colon"}):
        end = words.starts[complement.first]
    else:
        end = _frame_end(words, max(start, subject.last if subject.how == "inverted" else start), high)
    begin, end = trim_space(words.text, begin, end)
    return ((begin, end),) if begin < end else ()


def _frame_end(words: BlockWords, position: int, high: int) -> int:
    """The frame after a quotation runs to the end of its sentence or to the next participle."""
    for place in range(position, min(high, position + 60)):
        if words.lowers[place] == "," and place + 1 < high:
            following = words.lowers[place + 1]
            if following.endswith("ing") or following in {"but", "while", "and"}:
                return words.starts[place]
        if words.quote_starting(words.starts[place]) is not None:
            return words.starts[place]
    return words.ends[high - 1]


def _leads_in(words: BlockWords, low: int, start: int) -> bool:
    """Say whether only an adverbial stands before the frame ("In an interview with CNN, …")."""
    if start == low:
        return True
    if start - low > 14 or words.lowers[start - 1] not in {",", "but", "and", "then", "meanwhile"}:
        return start - low == 1
    head = words.lowers[low]
    adverbial = head in PREPOSITIONS or head in TIME_WORDS or start - low <= 2
    return adverbial and not any(words.is_finite(place) for place in range(low, start))


def _end_of_source(words: BlockWords, first: int, high: int) -> int:
    """Return where a source named behind “according to” ends."""
    for place in range(first, min(high, first + _LONGEST_SOURCE)):
        word = words.lowers[place]
        if (
            word in ",;:—–"
            or (word == "." and place + 1 >= high)
            or (place > first + 2 and word in {"who", "which", "that", "released", "published"})
        ):
            return place
        if word in '"“”' or (place > first and (word in TIME_WORDS or word in AUXILIARIES)):
            return place
    return min(high, first + _LONGEST_SOURCE)


def _read_according(words: BlockWords, cue: int, low: int, high: int, floor: int) -> Frame | None:
    first = cue + 2
    last = _end_of_source(words, first, high)
    if last <= first:
        return None
    subject = Subject(first, last, "inverted")
    contents: list[tuple[int, int]] = []
    initial = cue - low <= 1
    begin, end = words.starts[cue], words.ends[last - 1]
    comma = last
    while comma < high and words.lowers[comma] != "," and comma - last < 20:
        comma += 1
    if initial:
        if comma + 1 >= high or words.lowers[comma] != ",":
            return None
        complement = Complement(comma + 1, high, "clause", None)
        end = strip_end(words, comma + 1, high)
        stretch = stretch_of(words, Complement(comma + 1, end, "clause", None))
        if stretch is None:
            return None
        contents.append(stretch)
        end = words.starts[complement.first]
    else:
        before = cue - 1
        while before > floor and words.lowers[before] in ",—–-(":
            before -= 1
        begin = words.ends[before]
        quoted = words.quote_ending(begin)
        left = (
            words.starts[max(low, floor)]
            if quoted is None
            else min(quoted.start, words.starts[max(low, floor)])
        )
        if left >= begin:
            return None
        contents.append((left, begin))
    begin, end = trim_space(words.text, begin, end)
    return Frame(
        cue, cue, cue + 2, "according", "say", "past", subject, tuple(contents), ((begin, end),),
        "right" if initial else "left", "according", is_mostly_quoted(words, contents), False,
    )  # fmt: skip
