"""Who says what in a document: every attribution with its speaker, its cue and what is said."""

import re
from collections.abc import Sequence

from msgspec import Struct
from msgspec.structs import replace

from claimdiff.extraction.antecedents import find_antecedent
from claimdiff.extraction.cue_choice import choose_bare, choose_reports, drop_doubtful
from claimdiff.extraction.drafts import Draft, as_spans, is_quotation
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.frames import read_frames
from claimdiff.extraction.references import References, resolve_references
from claimdiff.extraction.sentence_words import BlockWords, read_words
from claimdiff.extraction.speakers import SpeakerIndex
from claimdiff.extraction.speech_labels import read_labels
from claimdiff.model import Block, Document, Span, Speaker, Speech

# Behind words that are not quoted an outlet may say "us" or "our" of itself: what opens with "we" does not.
_OPENS_FIRST = re.compile(r"(?:(?:And|But|So) )?(?:I|[Ww]e)(?:[’']\w+)?\b(?!\.)")
_FIRST_PERSON = re.compile(r"\b(?:I|[Ww]e|[Oo]ur|[Oo]urs|[Uu]s|[Mm]y|me)\b(?!\.)")
_SENTENCE_BREAK = re.compile(r"[.!?][”’\"']*[ \u00a0]+(?=[\w“‘\"'])")
_REACH_BACK = 12
_SHORT_QUOTATION = 25
_FARTHEST = 1500
_MARKS = 2  # a closing mark and a stop after what is covered
_LEADING_KINDS = frozenset({"say", "describe", "judge", "show"})
_REPORTING_KINDS = frozenset({"say", "tell", "ask", "think", "noun"})


class Attributed(Struct, frozen=True, gc=False):
    """One attribution: what is said, by whom, and the words that say so.

    `content` is what is said, sorted, without the frame that may interrupt it; quotation marks may
    stand at its ends. `frame` are the words of the attribution itself, which no claim should hold.
    `speech` is "direct" inside quotation marks or for a first-person sentence printed without them.
    `block` indexes `Document.blocks`: where the cue stands; `blocks` are all that the content touches, since
    a quotation may run over paragraphs. `attitude` marks what is no report of words ("wants", "praised"):
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
    blocks: tuple[int, ...] = ()


def find_attributions(
    document: Document,
    *,
    attitudes: bool = False,
    references: References | None = None,
    words: Sequence[BlockWords] | None = None,
) -> tuple[Attributed, ...]:
    """Return the attributions of a document in reading order.

    With `attitudes`, also what people want, support, praise or criticise, and what polls and papers
    show; without, only what is said, asked, thought or reported as a proposition. `references` are those
    of the document, resolved here where none are given; they name the speakers. `words` are those of its
    blocks, for a caller who has them.
    """
    words = read_words(document) if words is None else words
    references = references or resolve_references(document, words)
    reader = _Reader(document, references, attitudes=attitudes)
    for block, block_words in zip(document.blocks, words, strict=True):
        reader.read_block(block_words, block)
    return tuple(_finish(draft) for draft in reader.drafts if draft.content)


def _finish(draft: Draft) -> Attributed:
    return Attributed(
        content=as_spans(draft.content),
        speaker=draft.speaker,
        speaker_spans=as_spans(draft.speaker_spans),
        cue_spans=as_spans(draft.cue),
        frame=as_spans(draft.frame.words),
        speech="direct" if draft.quoted else "indirect",
        block=draft.block,
        lemma=draft.frame.lemma,
        attitude=draft.frame.kind not in _REPORTING_KINDS,
        blocks=tuple(sorted({draft.block, *draft.blocks})),
    )


class _Reader:
    """Reads block after block; `drafts` are the attributions so far, in reading order."""

    def __init__(self, document: Document, references: References, *, attitudes: bool) -> None:
        self.drafts: list[Draft] = []
        self._attitudes = attitudes
        self._index = SpeakerIndex(document, references)
        self._orphan: Draft | None = None
        self._before: tuple[BlockWords, list[int]] | None = None

    def read_block(self, words: BlockWords, block: Block) -> None:
        """Read one block: its labels, its sentences' frames, and the quotations that go on without one."""
        headline = block.kind in {"title", "dek", "heading"}
        carried = self._carry_over(words)
        covered = words.start
        labels = read_labels(words, headline=headline, loose=self._attitudes)
        if labels:
            drafted = self._draft(words, 0, labels)
            self.drafts.extend(drafted)
            carried = drafted[-1]
            covered = carried.reach
        pending: list[int] = []
        lent: list[Loan] = []
        for place, sentence in enumerate(words.sentences):
            found, chosen = self._choose(words, place, headline=headline, labelled=bool(labels))
            if found and not chosen and not headline:
                self._note_subject(words, found[0])
            fresh = self._draft(words, place, chosen) if chosen else []
            outer = [draft for draft in fresh if words.quote_over(words.starts[draft.frame.cue]) is None]
            if outer and outer[0].frame.side == "bare":
                _attach_back(outer[0], words, place, pending, lent)
            self.drafts.extend(fresh)
            if outer and (outer[-1].content or outer[-1].frame.side == "after"):
                covered = max(covered, outer[-1].reach)
                _give_quotations(pending, words, outer[0], lent)
                carried = outer[-1]
            elif sentence.end > covered + _MARKS:
                if carried is not None and _speaks_on(carried, words, sentence):
                    frame = replace(carried.frame, contents=(), words=(), quoted=True)
                    carried = Draft(frame, words, carried.sentence, nested=False, speaker=carried.speaker)
                    self.drafts.append(carried)
                if carried is not None and self._goes_on(carried, words, sentence, place):
                    carried.add(sentence, words.index, quoted=is_quotation(words, sentence) or carried.quoted)
                    lent.append(Loan(carried, place))
                    covered = sentence.end
                    if carried is self._orphan:
                        self.drafts.append(carried)
                        self._orphan = None
                else:
                    pending.append(place)
                    carried = None if not is_quotation(words, sentence) else carried
        self._before = words, pending

    def _choose(
        self, words: BlockWords, place: int, *, headline: bool, labelled: bool
    ) -> tuple[list[Frame], list[Frame]]:
        """Return the frames of a sentence, and those of them that attribute something."""
        if self._attitudes:
            return self._choose_attitudes(words, place, headline=headline, labelled=labelled)
        found = _drop_bare(read_frames(words, place, attitudes=False), labelled=labelled)
        if not found or (labelled and headline):
            return found, []
        return found, drop_doubtful(words, found, choose_reports(words, found), headline=headline)

    def _choose_attitudes(
        self, words: BlockWords, place: int, *, headline: bool, labelled: bool
    ) -> tuple[list[Frame], list[Frame]]:
        """The same with attitudes, whose models are not loaded before they are asked for."""
        from claimdiff.extraction.attitude_choice import choose_attitudes
        from claimdiff.extraction.attitude_frames import read_all_frames

        found = _drop_bare(read_all_frames(words, place), labelled=labelled)
        if not found or (labelled and headline):
            return found, []
        return found, choose_attitudes(words, place, found, choose_bare(words, found), headline=headline)

    def _draft(self, words: BlockWords, place: int, frames: list[Frame]) -> list[Draft]:
        """Turn the chosen frames of a sentence into drafts with their speakers."""
        drafts: list[Draft] = []
        inside = 0
        for frame in frames:
            cue = words.starts[frame.cue]
            # A frame behind its content inside marks is rather a sign of a lost mark than of nesting.
            nested = cue < inside or (frame.side == "right" and words.quote_over(cue) is not None)
            inside = max([inside, *(end for start, end in frame.contents if start > cue)])
            speaker = self._resolve(words, frame, nested=nested)
            drafts.append(Draft(frame, words, place, nested=nested, speaker=speaker))
        return drafts

    def _resolve(self, words: BlockWords, frame: Frame, *, nested: bool) -> Speaker | None:
        subject = frame.subject
        if subject.how == "none":
            return None
        first, last = subject.first, subject.last
        if subject.how == "relative":
            first, last = find_antecedent(words, first)
        if first >= last:
            return None
        span = Span(words.starts[first], words.ends[last - 1])
        return self._index.resolve(words.text[span.start : span.end], span, remember=not nested)

    def _note_subject(self, words: BlockWords, frame: Frame) -> None:
        """Whoever confirms or condemns something may be the "it" or "he" of the next sentence."""
        proper = frame.subject.how in {"left", "apposed"} and words.is_capital(frame.subject.last - 1)
        if proper and words.quote_over(words.starts[frame.cue]) is None:
            self._resolve(words, frame, nested=False)

    def _carry_over(self, words: BlockWords) -> Draft | None:
        """The attribution that a block of mere quotation goes on with: one that ends the block before."""
        if not words.sentences:
            return None
        opening = words.quote_starting(words.sentences[0].start)
        if opening is None or (opening.single and opening.end - opening.start < _SHORT_QUOTATION):
            return None
        last = next((draft for draft in reversed(self.drafts) if not draft.nested), None)
        if last is not None and (last.quoted or last.frame.kind in {"say", "tell", "ask", "think"}):
            reached = last.reach
            line = words.text.find("\n", reached, min(words.start, reached + _FARTHEST))
            apart = line >= 0 and words.text[line : words.start].strip()
            near = words.start - reached < _FARTHEST
            if near and not apart and not _SENTENCE_BREAK.search(words.text, reached, words.start):
                return last
        self._orphan = None
        if self._before is not None and self._before[0].index == words.index - 1:
            self._orphan = self._prepare_orphan(*self._before)
        return self._orphan

    def _prepare_orphan(self, words: BlockWords, pending: list[int]) -> Draft | None:
        """ "Voss described the scene." at the end of a block: a paragraph of quotation after it is hers."""
        last = len(words.sentences) - 1
        if last < 0 or last not in pending or is_quotation(words, words.sentences[last]):
            return None
        for frame in read_frames(words, last):
            if frame.kind not in _LEADING_KINDS or frame.subject.how not in {"left", "apposed", "pronoun"}:
                continue
            speaker = self._resolve(words, frame, nested=True)
            if speaker is not None and frame.form in {"past", "third"}:
                return Draft(
                    replace(frame, contents=(), words=()), words, last, nested=False, speaker=speaker
                )
        return None

    def _goes_on(self, carried: Draft, words: BlockWords, sentence: Span, place: int) -> bool:
        """Say whether a sentence without a cue still belongs to the attribution before it."""
        if carried.frame.side == "after" and carried.block == words.index - 1 and place == 0:
            return True
        if is_quotation(words, sentence):
            return True
        return (
            carried.block == words.index
            and carried.quoted
            and _FIRST_PERSON.search(words.text, sentence.start, sentence.end) is not None
        )


def _speaks_on(carried: Draft, words: BlockWords, sentence: Span) -> bool:
    """ "Voss said that the barge burned. We called the pilots.": what she told goes on in her own words."""
    told = carried.frame.kind in {"say", "tell"} and carried.block == words.index and not carried.quoted
    return told and _OPENS_FIRST.match(words.text, sentence.start) is not None


def _drop_bare(frames: list[Frame], *, labelled: bool) -> list[Frame]:
    """Behind a label ("Voss: …") no frame speaks for other sentences."""
    return [frame for frame in frames if frame.side != "bare"] if labelled else frames


class Loan(Struct, frozen=True, gc=False):
    """A sentence given to the attribution before it, until a frame after it claims it."""

    draft: Draft
    place: int


def _attach_back(draft: Draft, words: BlockWords, place: int, pending: list[int], lent: list[Loan]) -> None:
    """ "Voss told reporters." after the sentences it attributes: take those of the paragraph so far.

    Plain sentences count unless one of them names the speaker: then it tells of them.
    """
    taken: list[int] = []
    for earlier in range(place - 1, max(-1, place - _REACH_BACK), -1):
        if pending and pending[-1] == earlier:
            if not _may_be_said(draft, words, words.sentences[earlier]):
                break
            pending.pop()
        elif lent and lent[-1].place == earlier and lent[-1].draft.block < words.index:
            lent.pop().draft.remove(words.sentences[earlier], words)
        else:
            break
        taken.append(earlier)
    for earlier in reversed(taken):
        span = words.sentences[earlier]
        first_person = _FIRST_PERSON.search(words.text, span.start, span.end) is not None
        draft.add(span, words.index, quoted=is_quotation(words, span) or first_person)


def _may_be_said(draft: Draft, words: BlockWords, span: Span) -> bool:
    if is_quotation(words, span) or _FIRST_PERSON.search(words.text, span.start, span.end):
        return True
    subject = draft.frame.subject
    return subject.how == "none" or words.surface(subject.last - 1) not in words.text[span.start : span.end]


def _give_quotations(pending: list[int], words: BlockWords, draft: Draft, lent: list[Loan]) -> None:
    """Give quotations that stand before a frame and its own quotation to that frame."""
    if not draft.content:
        return
    first = min(start for start, _ in draft.content)
    while lent and lent[-1].draft is not draft and words.sentences[lent[-1].place].end > first:
        loan = lent.pop()
        loan.draft.remove(words.sentences[loan.place], words)
        if draft.speaker is not None and not draft.speaker.name[:1].isupper():
            draft.speaker = (
                loan.draft.speaker
            )  # "added the champion" closes the quotation of one named before
    while pending:
        sentence = words.sentences[pending[-1]]
        if sentence.end <= first:
            if not (draft.quoted and draft.frame.side in {"left", "both"} and is_quotation(words, sentence)):
                break
            draft.add(sentence, words.index, quoted=True)
        pending.pop()
