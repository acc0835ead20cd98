"""How much of a very long text is read: a limit on work and memory, never a silent one."""

from collections.abc import Sequence

import msgspec

from claimdiff.model import Document
from claimdiff.model.document import Skipped

# No article comes near this; a text that does is a book, a log, or written to keep us busy.
MOST_CHARACTERS = 1_000_000
BEYOND = f"beyond the first {MOST_CHARACTERS:,} characters"
_WORD = 200


def shorten_document(document: Document) -> Document:
    """Return the document with no block beyond MOST_CHARACTERS; the rest of it is one skipped stretch.

    The text stays whole, so that offsets keep their meaning.
    """
    if not document.blocks or document.blocks[-1].end <= MOST_CHARACTERS:
        return document
    end = _find_cut(document.text)
    blocks = [
        block if block.end <= end else msgspec.structs.replace(block, end=end)
        for block in document.blocks
        if block.start < end
    ]
    last = max(document.blocks[-1].end, *(row.end for row in document.skipped), end)
    return msgspec.structs.replace(
        document,
        blocks=tuple(blocks),
        sections=tuple(section for section in document.sections if section.start < end),
        skipped=(*_keep_before(document.skipped, end), Skipped(end, last, BEYOND)),
    )


def is_shortened(document: Document) -> bool:
    """Say whether a document was cut."""
    return bool(document.skipped) and document.skipped[-1].reason == BEYOND


def _find_cut(text: str) -> int:
    """Return the limit, or the end of the last word before it."""
    for at in range(MOST_CHARACTERS, MOST_CHARACTERS - _WORD, -1):
        if text[at - 1].isspace():
            return at
    return MOST_CHARACTERS


def _keep_before(rows: Sequence[Skipped], end: int) -> list[Skipped]:
    return [
        row if row.end <= end else msgspec.structs.replace(row, end=end) for row in rows if row.start < end
    ]
