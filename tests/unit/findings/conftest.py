"""Stories made by hand: documents of plain paragraphs, one claim a sentence."""

import re
from collections.abc import Callable
from typing import Any

import pytest

from building import build_document, cut_claim, find_span
from claimdiff.language.digest import content_id
from claimdiff.model import (
    Block,
    Claim,
    Document,
    Fact,
    Matching,
    ScoredPair,
    Span,
    Speaker,
    Version,
)

_SENTENCE = re.compile(r"[^.!?]+[.!?]+[”\"’']?")


def make_document(text: str, label: str = "Ferry Gazette", **fields: Any) -> Document:
    """Return a document whose blocks are the lines of the text; a line that starts with # is a heading."""
    blocks: list[Block] = []
    at = 0
    for line in text.split("\n"):
        if line.strip():
            kind = "heading" if line.startswith("#") else "paragraph"
            blocks.append(Block(at, at + len(line), kind))  # type: ignore[arg-type]
        at += len(line) + 1
    made_up = {
        "id": content_id("d", label, text),
        "path": f"{label}.txt",
        "label": label,
        "outlet": label,
        "blocks": tuple(blocks),
    }
    return build_document(text, **{**made_up, **fields})


def make_claim(document: Document, quote: str, speaker: str | None = None, **fields: Any) -> Claim:
    """Return the claim that lies at `quote`; its sentence is the typographic one around it."""
    span = find_span(document.text, quote)
    start = span.start
    block = next(i for i, row in enumerate(document.blocks) if row.start <= start < row.end)
    row = document.blocks[block]
    sentence = span
    for match in _SENTENCE.finditer(document.text, row.start, row.end):
        if match.start() <= start < match.end():
            sentence = Span(match.start(), max(match.end(), span.end))
    made_up = {
        "id": content_id("c", document.id, span.start, span.end),
        "speaker": Speaker(speaker) if speaker else None,
        "speech": "indirect" if speaker else "narration",
        "sentence": sentence,
        "block": block,
    }
    return cut_claim(document, span, **{**made_up, **fields})


def split_claims(document: Document, speaker: str | None = None) -> list[Claim]:
    """Return one claim a sentence of the document's paragraphs."""
    claims: list[Claim] = []
    for block in document.blocks:
        for match in _SENTENCE.finditer(document.text, block.start, block.end):
            bare = match.group().strip()
            if bare and block.kind == "paragraph":
                claims.append(make_claim(document, bare, speaker))
    return claims


def match_alone(claims: list[Claim], pairs: tuple[ScoredPair, ...] = ()) -> Matching:
    """Return a matching in which every claim is a fact of its own."""
    return match_groups(claims, [], pairs)


def match_groups(
    claims: list[Claim], groups: list[list[list[Claim]]], pairs: tuple[ScoredPair, ...] = ()
) -> Matching:
    """Return a matching with the given facts (lists of versions, lists of claims); the rest stands alone."""
    grouped = {claim.id for fact in groups for version in fact for claim in version}
    shapes = [*groups, *([[claim]] for claim in claims if claim.id not in grouped)]
    facts = []
    for shape in shapes:
        versions = tuple(
            Version(
                tuple(sorted(claim.id for claim in version)),
                tuple(sorted({claim.document_id for claim in version})),
            )
            for version in shape
        )
        ids = tuple(sorted(claim_id for version in versions for claim_id in version.claim_ids))
        documents = tuple(sorted({claim.document_id for version in shape for claim in version}))
        facts.append(
            Fact(
                content_id("f", *ids),
                shape[0][0].statement,
                ids,
                documents,
                "single-source",
                versions,
                1,
                None,
            )
        )
    return Matching(tuple(sorted(facts, key=lambda fact: fact.id)), pairs)


@pytest.fixture
def document() -> Callable[..., Document]:
    """Hand out `make_document`."""
    return make_document


@pytest.fixture
def claim() -> Callable[..., Claim]:
    """Hand out `make_claim`."""
    return make_claim


@pytest.fixture
def claims_of() -> Callable[..., list[Claim]]:
    """Hand out `split_claims`."""
    return split_claims


@pytest.fixture
def alone() -> Callable[..., Matching]:
    """Hand out `match_alone`."""
    return match_alone


@pytest.fixture
def grouped() -> Callable[..., Matching]:
    """Hand out `match_groups`."""
    return match_groups
