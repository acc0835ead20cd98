"""Cuts the sentence around some evidence into pieces: context, evidence, and the words that differ."""

from collections.abc import Sequence
from itertools import pairwise

from claimdiff.model import Document, Span
from claimdiff.reporting.view import Piece, PieceStyle

GAP = " … "
_CONTEXT_LIMIT = 240


def cut_pieces(
    document: Document, spans: Sequence[Span], words: Sequence[Span], sentence: Span | None
) -> tuple[Piece, ...]:
    """Cut the sentence around `spans` into context, evidence and the marked `words`.

    A long sentence is left out and the evidence stands alone, with an ellipsis between its parts.
    """
    if not spans:
        return ()
    if sentence is not None and sentence.end - sentence.start <= _CONTEXT_LIMIT:
        inside = [s for s in spans if sentence.start <= s.start and s.end <= sentence.end]
        stretches = [sentence] if len(inside) == len(spans) else list(spans)
    else:
        stretches = list(spans)
    pieces: list[Piece] = []
    for stretch in stretches:
        if pieces:
            pieces.append(Piece(GAP, "context"))
        pieces += _cut_stretch(document, stretch, spans, words)
    return tuple(pieces)


def _cut_stretch(
    document: Document, stretch: Span, spans: Sequence[Span], words: Sequence[Span]
) -> list[Piece]:
    bounds = {stretch.start, stretch.end}
    for span in (*spans, *words):
        bounds.update(at for at in (span.start, span.end) if stretch.start < at < stretch.end)
    cuts = sorted(bounds)
    pieces: list[Piece] = []
    for start, end in pairwise(cuts):
        style: PieceStyle = "context"
        if any(span.start <= start and end <= span.end for span in words):
            style = "marked"
        elif any(span.start <= start and end <= span.end for span in spans):
            style = "evidence"
        text = document.text[start:end]
        if pieces and pieces[-1].style == style:
            text = pieces.pop().text + text
        pieces.append(Piece(text, style))
    return pieces
