"""Who says what in a document: every attribution with its speaker, its cue and what is said."""

import re

from msgspec import Struct

from claimdiff.extraction.cue_choice import choose_frames
from claimdiff.extraction.frames import Frame, read_frames
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speakers import SpeakerIndex
from claimdiff.model import Document, Span, Speaker, Speech

_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Oo]urs|[Uu]s|[Mm]y|me)\b(?!\.)")
_REACH_BACK = 12


class Attributed(Struct, frozen=True):
    """One attribution: what is said, by whom, and the words that say so.

    `content` is what is said, sorted, without the frame that may interrupt it; quotation marks may
    stand at its ends. `frame` are the words of the attribution itself, which no claim should hold.
    `speech` is "direct" inside quotation marks or for a first-person sentence printed without them.
    `block` indexes `Document.blocks`. `attitude` marks what is no report of words ("wants", "praised"):
    only `find_attributions(…, attitudes=True)` returns those. `lemma` is the cue's dictionary form.
    """

    content: tuple[Span, ...]
    speaker: Speaker | None
    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]
    frame: tuple[Span, ...]
    speech: Speech
    block: int
    lemma: str = "say"
    attitude: bool = False


class _Draft:
    """An attribution that may still grow: following quotations join its content."""

    __slots__ = (
        "bare",
        "block",
        "content",
        "frame",
        "frame_spans",
        "quoted",
        "sentence",
        "speaker",
        "speaker_spans",
    )

    def __init__(self, frame: Frame, block: int, sentence: int, words: BlockWords) -> None:
        self.frame = frame
        self.block = block
        self.sentence = sentence
        self.content: list[tuple[int, int]] = list(frame.contents)
        self.frame_spans = list(frame.words)
        self.quoted = frame.quoted
        self.bare = frame.side == "bare"
        self.speaker: Speaker | None = None
        subject = frame.subject
        self.speaker_spans = (
            [(words.starts[subject.first], words.ends[subject.last - 1])] if subject.how != "none" else []
        )


def find_attributions(document: Document, *, attitudes: bool = False) -> tuple[Attributed, ...]:
    """Return the attributions of a document in reading order.

    With `attitudes`, also what people want, support, praise or criticise, and what polls and papers
    show; without, only what is said, asked, thought or reported as a proposition.
    """
    drafts: list[_Draft] = []
    index = SpeakerIndex(document)
    for number, block in enumerate(document.blocks):
        words = BlockWords(document.text, block.start, block.end, number)
        _read_block(
            words,
            number,
            drafts,
            index,
            headline=block.kind in {"title", "dek", "heading"},
            attitudes=attitudes,
        )
    return tuple(_finish(draft, words_attitude) for draft, words_attitude in _settle(drafts))


def _settle(drafts: list[_Draft]) -> list[tuple[_Draft, bool]]:
    kept = [draft for draft in drafts if draft.content]
    return [(draft, draft.frame.kind not in {"say", "tell", "ask", "think", "noun"}) for draft in kept]


def _finish(draft: _Draft, attitude: bool) -> Attributed:
    frame = draft.frame
    return Attributed(
        content=_to_spans(draft.content),
        speaker=draft.speaker,
        speaker_spans=_to_spans(draft.speaker_spans),
        cue_spans=_to_spans(draft.frame_spans[-1:]),
        frame=_to_spans(draft.frame_spans[:-1]),
        speech="direct" if draft.quoted else "indirect",
        block=draft.block,
        lemma=frame.lemma,
        attitude=attitude,
    )


def _to_spans(pairs: list[tuple[int, int]]) -> tuple[Span, ...]:
    return tuple(sorted(Span(start, end) for start, end in pairs if start < end))


def _read_block(
    words: BlockWords,
    number: int,
    drafts: list[_Draft],
    index: SpeakerIndex,
    *,
    headline: bool,
    attitudes: bool,
) -> None:
    text = words.text
    covered_to = words.start
    pending: list[int] = []
    awaiting = bool(drafts) and drafts[-1].frame.side == "after" and drafts[-1].block == number - 1
    carried = _carried_speaker(drafts, words, number)
    for place, sentence in enumerate(words.sentences):
        frames = choose_frames(
            words, place, read_frames(words, place), attitudes=attitudes, headline=headline
        )
        fresh: list[_Draft] = []
        for frame in frames:
            draft = _Draft(frame, number, place, words)
            first, last = frame.subject.first, frame.subject.last
            cue = (words.starts[frame.group], words.ends[frame.cue_end - 1])
            draft.frame_spans.append(cue)
            if frame.subject.how != "none":
                phrase = text[words.starts[first] : words.ends[last - 1]]
                if frame.subject.how == "relative":
                    phrase = _antecedent(words, first)
                draft.speaker = index.resolve(phrase, frame.subject.how)
            fresh.append(draft)
        outer = [draft for draft in fresh if words.quote_over(words.starts[draft.frame.cue]) is None]
        if outer and outer[0].bare:
            _attach_back(outer[0], words, place, pending, covered_to)
        drafts.extend(draft for draft in fresh if draft.content or draft.frame.side == "after")
        if outer and outer[-1].content:
            covered_to = max(covered_to, max(end for _, end in outer[-1].content))
            _drop_covered(pending, words, outer)
            carried = outer[-1]
            awaiting = False
            continue
        if sentence.end <= covered_to or (outer and outer[-1].frame.side == "after"):
            awaiting = bool(outer) and outer[-1].frame.side == "after"
            carried = outer[-1] if outer else carried
            continue
        if (awaiting and drafts and place == 0) or (carried and _is_quotation(words, sentence)):
            target = carried if carried else drafts[-1]
            target.content.append((sentence.start, sentence.end))
            target.quoted = target.quoted or _is_quotation(words, sentence)
            covered_to = sentence.end
        elif carried and carried.block == number and _is_first_person(text, sentence) and carried.quoted:
            carried.content.append((sentence.start, sentence.end))
            covered_to = sentence.end
        else:
            pending.append(place)


def _carried_speaker(drafts: list[_Draft], words: BlockWords, number: int) -> _Draft | None:
    """The attribution that a block of mere quotation goes on with: the last one, if it was quoted too."""
    if not drafts or not words.sentences:
        return None
    last = drafts[-1]
    if last.block < number - 6 or last.frame.side == "after":
        return last if last.frame.side == "after" and last.block == number - 1 else None
    reached = max((end for _, end in last.content), default=0)
    opening = words.quote_starting(words.sentences[0].start)
    gap = words.text[reached : words.start].strip(" \n\t\r\"”’'.")
    if opening is None or not last.quoted or opening.single:
        return None
    frame_end = max((end for _, end in last.frame_spans), default=0)
    gap = words.text[max(reached, frame_end) : words.start].strip(" \n\t\r\"”’'.,")
    return last if not gap else None


def _is_quotation(words: BlockWords, sentence: Span) -> bool:
    """Say whether a sentence stands wholly inside quotation marks."""
    quoted = words.quote_over(sentence.start)
    return quoted is not None and quoted.outer_end >= sentence.end - 2 and quoted.opened


def _is_first_person(text: str, sentence: Span) -> bool:
    return _FIRST_PERSON.search(text, sentence.start, sentence.end) is not None


def _attach_back(draft: _Draft, words: BlockWords, place: int, pending: list[int], covered_to: int) -> None:
    """ "Voss told reporters." after the sentences it attributes: take those of the paragraph so far."""
    taken: list[int] = []
    for earlier in range(place - 1, max(-1, place - _REACH_BACK), -1):
        if earlier not in pending or words.sentences[earlier].end <= covered_to:
            break
        taken.append(earlier)
    for earlier in reversed(taken):
        sentence = words.sentences[earlier]
        draft.content.append((sentence.start, sentence.end))
        draft.quoted = (
            draft.quoted or _is_quotation(words, sentence) or _is_first_person(words.text, sentence)
        )


def _drop_covered(pending: list[int], words: BlockWords, drafts: list[_Draft]) -> None:
    """Give quotations that stand before a frame and its own quotation to that frame."""
    first = (
        min(start for draft in drafts for start, _ in draft.content) if any(d.content for d in drafts) else 0
    )
    for place in list(reversed(pending)):
        sentence = words.sentences[place]
        if sentence.start >= first:
            pending.remove(place)
        elif drafts[0].quoted and drafts[0].frame.side in {"left", "both"} and _is_quotation(words, sentence):
            drafts[0].content.append((sentence.start, sentence.end))
            pending.remove(place)
        else:
            break


def _antecedent(words: BlockWords, relative: int) -> str:
    """The noun phrase before "who": back to the last break."""
    place = relative
    if place > 0 and words.lowers[place - 1] == ",":
        place -= 1
    last = place
    while (
        place > 0
        and last - place < 8
        and (words.lowers[place - 1][0].isalnum())
        and words.quote_ending(words.ends[place - 1]) is None
    ):
        place -= 1
        if words.lowers[place] in {
            "by",
            "to",
            "with",
            "that",
            "and",
            "is",
            "was",
            "said",
            "told",
            "from",
            "including",
        }:
            place += 1
            break
    return words.text[words.starts[place] : words.ends[last - 1]] if last > place else ""
