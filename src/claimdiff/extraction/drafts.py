"""An attribution while a document is read: following quotations may still join its content."""

from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.model import Span, Speaker

Stretch = tuple[int, int]
_RECENT = 12


class Draft:
    """A frame on its way to an attribution.

    `content` grows; `quoted` says whether any of it stands in quotation marks (or is first-person
    speech printed without them); `reach` is where its last word ends; `nested` that it lies inside what an
    earlier cue of the sentence says.
    """

    __slots__ = (
        "block",
        "blocks",
        "content",
        "cue",
        "frame",
        "nested",
        "quoted",
        "reach",
        "sentence",
        "speaker",
        "speaker_spans",
    )

    def __init__(
        self, frame: Frame, words: BlockWords, sentence: int, *, nested: bool, speaker: Speaker | None
    ) -> None:
        self.frame = frame
        self.block = words.index
        self.blocks: set[int] = {words.index} if frame.contents else set()
        self.sentence = sentence
        self.content: list[Stretch] = list(frame.contents)
        self.cue: list[Stretch] = [(words.starts[frame.group], words.ends[frame.cue_end - 1])]
        self.reach = max(end for _, end in [*self.content, *frame.words, *self.cue])
        self.quoted = frame.quoted
        self.nested = nested
        self.speaker = speaker
        subject = frame.subject
        self.speaker_spans: list[Stretch] = []
        if subject.how != "none":
            self.speaker_spans.append((words.starts[subject.first], words.ends[subject.last - 1]))

    def add(self, span: Span, block: int, *, quoted: bool) -> None:
        """Let a sentence join the content."""
        self.content.append((span.start, span.end))
        self.blocks.add(block)
        self.reach = max(self.reach, span.end)
        self.quoted = self.quoted or quoted

    def remove(self, span: Span, words: BlockWords) -> None:
        """Take a sentence of the block `words` back out of the content."""
        if (span.start, span.end) in self.content[-_RECENT:]:
            self.content.remove((span.start, span.end))
        if not any(start >= words.start for start, _ in self.content[-_RECENT:]):
            self.blocks.discard(words.index)


def is_quotation(words: BlockWords, sentence: Span) -> bool:
    """Say whether a sentence stands wholly inside quotation marks."""
    quoted = words.quote_over(sentence.start)
    return quoted is not None and quoted.outer_end >= sentence.end - 2 and quoted.opened


def as_spans(pairs: list[Stretch] | tuple[Stretch, ...]) -> tuple[Span, ...]:
    """Return stretches as sorted spans that do not overlap, without empty ones."""
    merged: list[Stretch] = []
    for start, end in sorted(pairs):
        if start >= end:
            continue
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple([Span(start, end) for start, end in merged])
