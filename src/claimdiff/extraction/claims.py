"""Cut a document into claims."""

from claimdiff.extraction.clauses import cut_clauses
from claimdiff.extraction.describe import describe_claim
from claimdiff.extraction.sentences import split_sentences
from claimdiff.extraction.tagging import tag_tokens
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span


def extract_claims(document: Document) -> tuple[Claim, ...]:
    """Return the document's claims in reading order; headings make none, title and dek do."""
    claims: list[Claim] = []
    for index, block in enumerate(document.blocks):
        if block.kind == "heading":
            continue
        for sentence in split_sentences(document.text, block.start, block.end):
            tokens = tokenize(document.text, sentence.start, sentence.end)
            tags = tag_tokens(tokens)
            for piece in cut_clauses(tokens, tags):
                span = Span(tokens[piece.first].start, tokens[piece.last - 1].end)
                claims.append(describe_claim(document, (span,), block=index, sentence=sentence))
    return tuple(claims)
