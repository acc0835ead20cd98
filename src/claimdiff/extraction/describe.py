"""Fill every slot of a claim for given evidence spans."""

from collections.abc import Sequence

from claimdiff.language.digest import content_id
from claimdiff.model import Claim, Document, Span


def describe_claim(
    document: Document,
    spans: Sequence[Span],
    *,
    block: int | None = None,
    sentence: Span | None = None,
) -> Claim:
    """Return the claim that `spans` of `document` state."""
    ordered = tuple(sorted(spans))
    if block is None:
        block = _find_block(document, ordered[0].start)
    kind = document.blocks[block].kind if document.blocks else "paragraph"
    statement = " … ".join(" ".join(document.quote(span).split()) for span in ordered)
    return Claim(
        id=content_id("c", document.id, *((span.start, span.end) for span in ordered)),
        document_id=document.id,
        spans=ordered,
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
        sentence=sentence or Span(ordered[0].start, ordered[-1].end),
        block=block,
        headline=kind in ("title", "dek"),
    )


def _find_block(document: Document, position: int) -> int:
    for index, block in enumerate(document.blocks):
        if block.start <= position < block.end:
            return index
    return 0
