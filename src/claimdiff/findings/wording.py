"""The words of a story's documents, folded for comparison, with their true offsets."""

from bisect import bisect_left
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache
from math import log

from claimdiff.language.places import canonical_place
from claimdiff.language.stems import family
from claimdiff.language.tokens import content_stems, fold, strip_possessive, tokenize
from claimdiff.model import Document, Span

_COUNTRY = frozenset(("US", "U.S.", "USA", "U.S.A."))


@lru_cache(maxsize=65536)
def fold_word(word: str) -> str:
    """Return a word for comparison: folded, possessive and thousands commas gone, "" for a mark."""
    if not any(mark.isalnum() for mark in word):
        return ""
    if word in _COUNTRY:
        return "u.s."
    lower = fold(strip_possessive(word))
    return lower.replace(",", "") if lower[0].isdigit() else lower


def fold_words(text: str) -> list[str]:
    """Return the words of a text for comparison, marks left out."""
    return [word for token in tokenize(text) if (word := fold_word(token.text))]


@lru_cache(maxsize=65536)
def word_key(word: str) -> str:
    """Return what words of one meaning share: the country of a place or people, else the word family.

    "" for stop words and marks.
    """
    stems = content_stems(word)
    if not stems:
        return ""
    if word[:1].isupper():
        country = canonical_place(word)
        if country:
            return country
        if word.endswith(("ean", "ian", "ican")):
            return family(word[:-1])
    return family(stems[0])


@lru_cache(maxsize=16384)
def is_country(key: str) -> bool:
    """Tell whether a word's key is a country."""
    return canonical_place(key.title()) == key


class DocumentWords:
    """The words of one document in reading order: `starts`, `ends`, `words` folded, and `stems`, their
    keys (see `word_key`); `lower_stems` are those that stand in lower case somewhere."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.starts: list[int] = []
        self.ends: list[int] = []
        self.words: list[str] = []
        self.stems: list[str] = []
        self.lower_stems: set[str] = set()
        for block in sorted(document.blocks, key=lambda block: block.start):
            for token in tokenize(document.text, block.start, block.end):
                word = fold_word(token.text)
                if word:
                    self.starts.append(token.start)
                    self.ends.append(token.end)
                    self.words.append(word)
                    self.stems.append(word_key(token.text))
                    if not token.text[0].isupper():
                        self.lower_stems.add(self.stems[-1])

    def between(self, span: Span) -> tuple[int, int]:
        """Return the half-open range of word indexes that lie inside the span."""
        first = bisect_left(self.starts, span.start)
        last = bisect_left(self.starts, span.end)
        if last > first and self.ends[last - 1] > span.end:
            last -= 1
        return first, last

    def span(self, first: int, last: int) -> Span:
        """Return the span from word `first` up to, not including, word `last`."""
        return Span(self.starts[first], self.ends[last - 1])


class StoryWords:
    """All documents' words, and how rare each stem is among the story's sentences."""

    def __init__(self, documents: Sequence[Document], sentences: dict[str, list[Span]]) -> None:
        self.by_id = {document.id: DocumentWords(document) for document in documents}
        self.sentences = sentences
        self._stems_in: dict[tuple[str, Span], frozenset[str]] = {}
        self._weights: dict[str, float] = {}
        self._sentence_count = max(1, sum(len(spans) for spans in sentences.values()))
        self._frequency: Counter[str] = Counter()
        self._vocabularies: dict[str, frozenset[str]] = {}
        self._lower = {stem for words in self.by_id.values() for stem in words.lower_stems}
        for document_id in sorted(sentences):
            for span in sentences[document_id]:
                self._frequency.update(self.stems_in(document_id, span))

    def stems_in(self, document_id: str, span: Span) -> frozenset[str]:
        """Return the content stems of a stretch of a document."""
        known = self._stems_in.get((document_id, span))
        if known is None:
            words = self.by_id[document_id]
            first, last = words.between(span)
            known = self._stems_in[document_id, span] = frozenset(words.stems[first:last]) - {""}
        return known

    def is_name(self, stem: str) -> bool:
        """Tell whether a stem is only ever printed with a capital, and is no country."""
        return stem not in self._lower and not is_country(stem)

    def frequency(self, stem: str) -> int:
        """Return how many sentences of the story hold the stem."""
        return self._frequency[stem]

    def weight(self, stem: str) -> float:
        """Return how telling a stem is: by its inverse sentence frequency, never below 0.69."""
        known = self._weights.get(stem)
        if known is None:
            known = log(1 + self._sentence_count / max(1, self._frequency[stem]))
            self._weights[stem] = known
        return known

    def vocabulary(self, document_id: str) -> frozenset[str]:
        """Return all stems of a document."""
        if document_id not in self._vocabularies:
            self._vocabularies[document_id] = frozenset(self.by_id[document_id].stems) - {""}
        return self._vocabularies[document_id]
