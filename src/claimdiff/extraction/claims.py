"""Cut a document into claims."""

from itertools import pairwise

from claimdiff.extraction.clauses import cut_clauses
from claimdiff.extraction.describe import Place, describe_claim
from claimdiff.extraction.surroundings import survey_document
from claimdiff.language.tokens import Token
from claimdiff.model import Claim, Document, Span


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the document's claims in reading order; headings make none, title and dek do."""
    claims: list[Claim] = []
    surroundings = survey_document(document)
    for number, block in enumerate(document.blocks):
        if block.kind == "heading":
            continue
        for stretch in surroundings.stretches_of(number):
            if stretch.frame is not None:
                continue
            for piece in cut_clauses(stretch.tokens, stretch.tags):
                spans = _to_spans(stretch.tokens[piece.first : piece.last])
                place = Place(stretch, piece.first, piece.last)
                claims.append(describe_claim(document, spans, place=place, presupposed=piece.nested))
    return tuple(claims)


def _to_spans(tokens: list[Token]) -> tuple[Span, ...]:
    """Return the spans of a run of tokens, apart where a frame interrupts them."""
    spans = [Span(tokens[0].start, tokens[0].end)]
    for before, token in pairwise(tokens):
        if token.start - before.end > 3:
            spans.append(Span(token.start, token.end))
        else:
            spans[-1] = Span(spans[-1].start, token.end)
    return tuple(spans)
