"""Cut a document into claims."""

import re

from claimdiff.language.digest import content_id
from claimdiff.model import Claim, Document, Span

_SENTENCE = re.compile(r"[^.!?]+[.!?”\"’)]*")


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the document's claims in reading order."""
    claims: list[Claim] = []
    for index, block in enumerate(document.blocks):
        for match in _SENTENCE.finditer(document.text, block.start, block.end):
            bare = match.group().strip()
            if not bare:
                continue
            start = match.start() + match.group().index(bare)
            span = Span(start, start + len(bare))
            claims.append(
                Claim(
                    id=content_id("c", document.id, span.start, span.end),
                    document_id=document.id,
                    spans=(span,),
                    statement=bare,
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
                    sentence=span,
                    block=index,
                )
            )
    return tuple(claims)
