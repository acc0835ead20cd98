"""What an article is about, as weighted terms: the title first, then the lead, then names of the rest."""

import math
from functools import lru_cache

from claimdiff.language.cues import STOPWORDS
from claimdiff.language.stems import stem
from claimdiff.language.tokens import Token, fold, strip_possessive, tokenize
from claimdiff.model import Document

_TITLE, _LEAD, _REST = 2.5, 1.0, 0.35
_NAME = 1.5
_LEAD_TOKENS = 150
_REST_TOKENS = 1200
_MOST_TERMS = 160


def sign_document(document: Document) -> dict[str, float]:
    """Return the document's heaviest terms (stems) with their weights above 0, at most 160."""
    weights: dict[str, float] = {}
    tokens = [
        token
        for block in document.blocks
        if block.kind != "title"
        for token in tokenize(document.text, block.start, block.end)
    ][: _LEAD_TOKENS + _REST_TOKENS]
    _add(weights, tokenize(document.title or ""), _TITLE)
    _add(weights, tokens[:_LEAD_TOKENS], _LEAD)
    _add(weights, tokens[_LEAD_TOKENS:], _REST)
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))[:_MOST_TERMS]
    return {term: round(1 + math.log(weight), 4) if weight >= 1 else weight for term, weight in heaviest}


def _add(weights: dict[str, float], tokens: list[Token], weight: float) -> None:
    named = weight * _NAME
    for token in tokens:
        text = token.text
        term = _find_term(text)
        if term:
            weights[term] = weights.get(term, 0.0) + (named if text[0].isupper() else weight)


@lru_cache(maxsize=65536)
def _find_term(text: str) -> str:
    """Return the stem of a word that may tell what an article is about, "" of any other token."""
    word = fold(strip_possessive(text))
    return stem(word) if len(word) >= 3 and word[0].isalpha() and word not in STOPWORDS else ""
