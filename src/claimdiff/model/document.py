"""What reading hands on: a document whose text never changes, cut into blocks that keep their offsets."""

from typing import Literal

from msgspec import Struct

BlockKind = Literal["title", "dek", "heading", "paragraph", "caption", "item"]
DateBasis = Literal["metadata", "dateline", "text", "companions", "none"]


class Span(Struct, frozen=True, order=True, gc=False):
    """A half-open stretch of a document's text, in code points.

    `document.text[start:end]` is its quote.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"a span needs 0 <= start < end, got {self.start}:{self.end}")

    def overlaps(self, other: "Span") -> bool:
        """Tell whether two spans share a code point."""
        return self.start < other.end and other.start < self.end


class Block(Struct, frozen=True):
    """A line or paragraph of the article itself: what may hold claims, and the headings over it.

    `section` indexes `Document.sections`, None before the first heading.
    """

    start: int
    end: int
    kind: BlockKind
    section: int | None = None


class Section(Struct, frozen=True):
    """A heading's title and the stretch of text it rules, heading included."""

    title: str
    start: int
    end: int


class Skipped(Struct, frozen=True):
    """A stretch that is not article (a byline, a share prompt), and why it was left out."""

    start: int
    end: int
    reason: str


class ReferenceDate(Struct, frozen=True):
    """The day that relative dates ("Friday") are resolved against.

    `date` is an ISO day or None; `basis` says where it comes from. "companions" is an inference
    from the other documents of the story; the rest was read off this document.
    """

    date: str | None
    basis: DateBasis


class Document(Struct, frozen=True):
    """One article as read.

    `text` is what was decoded; blocks and skipped spans together hold every visible character of it.
    `published_at` is an ISO day or date-time, None where the file does not say.
    """

    id: str
    path: str
    format: str
    encoding: str
    text: str
    label: str
    outlet: str | None
    title: str | None
    published_at: str | None
    reference_date: ReferenceDate
    language: str
    blocks: tuple[Block, ...]
    sections: tuple[Section, ...]
    skipped: tuple[Skipped, ...]
    url: str | None = None
    byline: str | None = None

    def quote(self, span: Span | Block | Section | Skipped) -> str:
        """Return the verbatim text of a span of this document."""
        return self.text[span.start : span.end]


class Rejection(Struct, frozen=True, order=True):
    """An input that could not be used: which, at what stage, and why, with the remedy, in one line."""

    path: str
    stage: str
    reason: str
