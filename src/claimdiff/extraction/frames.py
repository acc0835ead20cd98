"""One cue read as a frame: its subject, what is said, and the words of the attribution itself."""

from typing import NamedTuple

from claimdiff.extraction.contents import Complement, read_complement
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import (
    AUXILIARIES,
    BE_FORMS,
    DETERMINERS,
    PREPOSITIONS,
    SPEECH_CUES,
    SPEECH_NOUNS,
    SUBORDINATORS,
    TIME_WORDS,
)
from claimdiff.extraction.subjects import NO_SUBJECT, Subject, find_subject, find_verb_group
from claimdiff.language.inflection import inflect_verb

_CLOSERS = frozenset(",—–-")
_LEFT_KINDS = frozenset({"say", "tell", "think", "show", "ask"})


class Frame(NamedTuple):
    """An attribution as tokens and code points.

    `contents` are stretches of what is said, `words` those of the attribution itself (code points,
    half-open); `side` is "left", "right", "both", "after" (a colon that leads to the next block) or
    "bare" (nothing said in this sentence). `join` is how the content is joined on (see Complement).
    """

    cue: int
    group: int
    cue_end: int
    lemma: str
    kind: str
    form: str
    subject: Subject
    contents: tuple[tuple[int, int], ...]
    words: tuple[tuple[int, int], ...]
    side: str
    join: str
    quoted: bool
    passive: bool


def read_frames(words: BlockWords, number: int) -> list[Frame]:
    """Return a frame for every cue of a sentence that has something said on either side."""
    low, high = words.range_of(number)
    frames: list[Frame] = []
    floor = low
    for cue in range(low, high):
        word = words.lowers[cue]
        frame: Frame | None = None
        if word == "according" and cue + 1 < high and words.lowers[cue + 1] == "to":
            frame = _read_according(words, cue, low, high, floor)
        elif word in SPEECH_CUES:
            if word in SPEECH_NOUNS and not _is_third_person(words, cue, low):
                frame = _read_noun(words, cue, low, high)
            frame = frame or _read_verb(words, cue, low, high, floor)
        if frame is not None:
            frames.append(frame)
            if frame.side in {"left", "both"}:
                floor = frame.cue_end
    return _cut_overrun(frames)


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
        cut.append(frame._replace(contents=contents))
    return cut


def _is_third_person(words: BlockWords, cue: int, low: int) -> bool:
    """ "The Ellery Post reports that": a name or "it" right before a form that may be a noun."""
    if cue == low or SPEECH_CUES[words.lowers[cue]].form != "third":
        return False
    before = words.lowers[cue - 1]
    return before in {"he", "she", "it", "also", "now", "who"} or (
        words.is_capital(cue - 1) and cue - 1 > low and not before.endswith(("'s", "s'"))
    )


def _read_verb(words: BlockWords, cue: int, low: int, high: int, floor: int) -> Frame | None:
    entry = SPEECH_CUES[words.lowers[cue]]
    if entry.form == "noun":
        return None
    group = find_verb_group(words, cue, low)
    subject = find_subject(words, cue, group, low, high)
    passive = entry.form == "past" and any(words.lowers[k] in BE_FORMS for k in range(group, cue))
    start = group if subject.how in {"inverted", "shared", "none"} else min(group, subject.first)
    resume = subject.last if subject.how == "inverted" else cue + 1
    complement = read_complement(words, max(cue, resume - 1), high)
    if subject.how == "inverted" and complement.how not in {"quote", "colon", "that"}:
        complement = Complement(high, high, "none", complement.hearer)
    left = None
    if subject.how not in {"shared", "relative"}:
        left = _left_content(words, start, max(low, floor), complement, entry.kind)
    if left is None and complement.how == "none":
        side = "after" if words.lowers[high - 1] == ":" else "bare"
        if side == "bare" and (subject.how in {"none", "shared"} or start > low + 4):
            return None
        contents: list[tuple[int, int]] = []
    else:
        contents, side = _collect(words, left, complement, high)
    frame_words = _frame_words(words, start, low, high, left, complement, subject)
    return Frame(
        cue, group, cue + 1, entry.lemma, entry.kind, entry.form, subject, tuple(contents), frame_words,
        side, "left" if side == "left" else complement.how, _is_quoted(words, contents), passive,
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
    if quoted is None and words.lowers[before] in _CLOSERS and before > floor:
        quoted = words.quote_ending(words.ends[before - 1])
        end = words.ends[before - 1] if quoted else words.starts[before]
    if quoted is not None and words.quote_over(words.starts[start]) is None:
        if _is_fragment(words, quoted.outer_start, quoted.end, floor) and complement.how not in {
            "none",
            "preposition",
        }:
            return None
        return min(quoted.start, words.starts[floor]), end
    if words.lowers[before] not in _CLOSERS or kind not in _LEFT_KINDS:
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
        right = _right_content(words, complement, high)
    if right is not None:
        contents.append(right)
    side = "both" if left and right else "left" if left else "right"
    return contents, side


def _right_content(words: BlockWords, complement: Complement, high: int) -> tuple[int, int] | None:
    if complement.last <= complement.first:
        return None
    start, end = words.starts[complement.first], words.ends[complement.last - 1]
    quoted = words.quote_over(words.starts[complement.last - 1])
    if quoted is not None and quoted.outer_start >= start and quoted.end > end:
        end = quoted.end  # several sentences in one quotation
    return start, end


def _is_quoted(words: BlockWords, contents: list[tuple[int, int]]) -> bool:
    """Say whether one of the stretches begins in quotation marks that hold at least half of it."""
    for start, end in contents:
        quoted = words.quote_over(start)
        if quoted is not None and 2 * (min(quoted.end, end) - start) >= end - start:
            return True
    return False


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
    begin, end = _trim(words.text, begin, end)
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


def _trim(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _read_according(words: BlockWords, cue: int, low: int, high: int, floor: int) -> Frame | None:
    first = cue + 2
    last = first
    while last < high and last - first < 24:
        word = words.lowers[last]
        if (
            word in ",;:—–"
            or (word == "." and last + 1 >= high)
            or word in {"who", "which", "that", "released", "published"}
        ):
            break
        if word in '"“”' or (last > first and (word in TIME_WORDS or word in AUXILIARIES)):
            break
        last += 1
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
        stretch = _right_content(
            words, Complement(comma + 1, _strip_end(words, comma + 1, high), "clause", None), high
        )
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
    begin, end = _trim(words.text, begin, end)
    return Frame(
        cue, cue, cue + 2, "according", "say", "past", subject, tuple(contents), ((begin, end),),
        "right" if initial else "left", "according", _is_quoted(words, contents), False,
    )  # fmt: skip


def _strip_end(words: BlockWords, first: int, last: int) -> int:
    while last > first and words.lowers[last - 1] in ".,;:":
        last -= 1
    return last


def _read_noun(words: BlockWords, cue: int, low: int, high: int) -> Frame | None:
    """ "his denial that …", "the claim that …", "Voss's call for …" """
    joint = cue + 1
    while joint < high and joint < cue + 3 and words.lowers[joint] in TIME_WORDS | {"month", "week", "year"}:
        joint += 1
    following = words.lowers[joint] if joint < high else ""
    if following not in {"that", "of", "for", "to"} or joint + 1 >= high:
        return None
    if following == "that" and words.lowers[joint + 1] in AUXILIARIES:
        return None
    if cue > low and (words.lowers[cue - 1] in AUXILIARIES or words.lowers[cue - 1] == "to"):
        return None
    owner = _owner_of(words, cue, low)
    if owner.how == "none":
        owner = _giver_of(words, cue, low)
    if following != "that" and owner.how == "none":
        return None
    complement = read_complement(words, joint if following != "to" else joint - 1, high)
    if complement.last <= complement.first:
        return None
    first = joint + 1
    stretch = _right_content(words, Complement(first, max(complement.last, first + 1), "that", None), high)
    if stretch is None:
        return None
    begin = words.starts[owner.first] if owner.how != "none" else words.starts[cue]
    return Frame(
        cue, cue, cue + 1, words.lowers[cue], "noun", "noun", owner, (stretch,),
        (_trim(words.text, begin, stretch[0]),), "right", "noun-" + following, False, False,
    )  # fmt: skip


def _owner_of(words: BlockWords, cue: int, low: int) -> Subject:
    place = cue - 1
    steps = 0
    while (
        place > low
        and steps < 3
        and not words.lowers[place].endswith(("'s", "s'"))
        and words.lowers[place].isalpha()
    ):
        if (
            words.lowers[place] in {"his", "her", "their", "its", "my", "our", "your"}
            or words.lowers[place] in PREPOSITIONS
        ):
            break
        place -= 1
        steps += 1
    if place < low:
        return NO_SUBJECT
    word = words.lowers[place]
    if word in {"his", "her", "their", "its", "my", "our", "your"}:
        return Subject(place, place + 1, "pronoun")
    if not (word.endswith("'s") or (word == "'" and place > low)):
        return NO_SUBJECT
    first = place
    while (
        first > low
        and (words.is_capital(first - 1) or words.lowers[first - 1] in DETERMINERS)
        and place - first < 6
    ):
        if words.lowers[first - 1] in SUBORDINATORS:
            break
        first -= 1
    return Subject(first, place + 1, "left")


_GIVING = frozenset(
    form
    for lemma in (
        "express",
        "make",
        "issue",
        "voice",
        "give",
        "offer",
        "raise",
        "reiterate",
        "repeat",
        "release",
    )
    for form in inflect_verb(lemma)
)


def _giver_of(words: BlockWords, cue: int, low: int) -> Subject:
    """ "Voss has voiced her strong doubt that": the subject of the verb that gives the noun."""
    for verb in range(cue - 1, max(low, cue - 5), -1):
        if words.lowers[verb] in _GIVING:
            group = find_verb_group(words, verb, low)
            return find_subject(words, verb, group, low, cue)
    return NO_SUBJECT
