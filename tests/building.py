"""Documents and claims made by hand, for tests that don't want a reader or an extractor in between."""

from typing import Any

from msgspec.structs import replace

from claimdiff.language.numerals import find_quantities
from claimdiff.model import Block, Claim, Document, Quantity, ReferenceDate, Span


def build_document(text: str, **fields: Any) -> Document:
    """Return a document of the text whose blocks are its lines; `fields` overrule what is made up."""
    document = Document(
        id="d",
        path="ellery.txt",
        format="text",
        encoding="utf-8",
        text=text,
        label="ellery",
        outlet=None,
        title=None,
        published_at=None,
        reference_date=ReferenceDate(None, "none"),
        language="en",
        blocks=lay_blocks(text),
        sections=(),
        skipped=(),
    )
    return replace(document, **fields)


def lay_blocks(text: str, first: str = "paragraph") -> tuple[Block, ...]:
    """Return a paragraph for each line of the text that shows anything; `first` is the kind of line one."""
    blocks = []
    start = 0
    for line in text.split("\n"):
        if line.strip():
            kind = "paragraph" if start else first
            blocks.append(Block(start, start + len(line), kind))  # type: ignore[arg-type]
        start += len(line) + 1
    return tuple(blocks)


def build_claim(statement: str, **fields: Any) -> Claim:
    """Return a plain narrated claim whose evidence is all of a text that holds nothing but its statement."""
    whole = Span(0, len(statement))
    claim = Claim(
        id="c",
        document_id="d",
        spans=(whole,),
        statement=statement,
        speaker=None,
        speech="narration",
        attribution=None,
        checkable=True,
        presupposed=False,
        polarity="affirmed",
        certainty="asserted",
        quantities=(),
        dates=(),
        section=None,
        sentence=whole,
        block=0,
    )
    return replace(claim, **fields)


def cut_claim(document: Document, span: Span, **fields: Any) -> Claim:
    """Return a plain narrated claim that lies at a span of a document, and is a sentence of its own."""
    own = {"document_id": document.id, "spans": (span,), "sentence": span}
    return build_claim(document.quote(span), **{**own, **fields})


def read_quantities(text: str) -> tuple[Quantity, ...]:
    """Return the quantities of a text, as a claim holds them."""
    return tuple(
        Quantity(Span(n.start, n.end), text[n.start : n.end], n.value, n.unit, n.comparison, n.high, n.kind)
        for n in find_quantities(text)
    )


def find_span(text: str, words: str) -> Span:
    """Return where some words first stand in a text that has them."""
    start = text.index(words)
    return Span(start, start + len(words))
