"""How far a difference between two claims can be trusted to set the documents against each other."""

from collections.abc import Mapping
from math import sqrt

from claimdiff.findings.modality import is_unreal, negates, plans_negation
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords, fold_word, word_key
from claimdiff.language.cues import NEGATIONS
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Difference, Document, ScoredPair

# Shared weight of the lighter claim's words: below the first nothing is compared, from the second on all is.
_LEAST_SHARED = 0.3
_FULLY_SHARED = 0.6
_POLARITY_SHARED = 0.9
_HEADLINE = 0.85
_HEDGED = 0.9
_ATTRIBUTION = 0.6


class PlausibilityJudge:
    """Weighs what the scores of a pair do not show: the shared rest, negation's reach, who speaks."""

    def __init__(self, documents: Mapping[str, Document], story: StoryWords) -> None:
        self._documents = documents
        self._story = story
        self._keys: dict[str, frozenset[str]] = {}

    def weigh(self, pair: ScoredPair, difference: Difference, left: Claim, right: Claim) -> float:
        """Return the probability, 0 to 1, that both claims can't hold, 0 where the difference is none."""
        if not _differs(difference, left, right) or not self._is_printed(difference, left, right):
            return 0.0
        if difference.slot == "polarity" and not self._opposed(left, right):
            return 0.0
        shared = self.share(left, right)
        if shared < _LEAST_SHARED:
            return 0.0
        full = _FULLY_SHARED if difference.slot != "polarity" else _POLARITY_SHARED
        trust = min(1.0, 0.4 + 0.6 * (shared - _LEAST_SHARED) / (full - _LEAST_SHARED))
        if min(len(self._keys_of(left)), len(self._keys_of(right))) < 2:
            trust *= min(1.0, 0.25 + self._share_of_both(left, right))
        chance: float = (0.5 + 0.45 * difference.strength) * sqrt(pair.one_fact) * trust
        if difference.slot == "attribution":
            chance *= _ATTRIBUTION
        for claim in (left, right):
            chance *= (_HEADLINE if claim.headline else 1.0) * (
                _HEDGED if claim.certainty == "hedged" else 1.0
            )
        return max(0.0, min(0.97, chance))

    def _is_printed(self, difference: Difference, left: Claim, right: Claim) -> bool:
        """Tell whether both values stand in the claims' own evidence, not only in their rewording."""
        if difference.slot in ("attribution", "polarity"):
            return True
        for claim, value in ((left, difference.left), (right, difference.right)):
            text = self._documents[claim.document_id].text
            printed = {word for span in claim.spans for word in _folded(text[span.start : span.end])}
            words = _folded(value)
            if 2 * sum(word in printed for word in words) < max(1, len(words)):
                return False
        return True

    def share(self, left: Claim, right: Claim) -> float:
        """Return how much of the lighter claim's weight of words both claims share, 0 to 1."""
        one, two = self._keys_of(left), self._keys_of(right)
        lighter = min(self._weight(one), self._weight(two))
        return self._weight(one & two) / lighter if lighter > 0 else 0.0

    def _share_of_both(self, left: Claim, right: Claim) -> float:
        one, two = self._keys_of(left), self._keys_of(right)
        return self._weight(one & two) / max(1e-9, self._weight(one | two))

    def _weight(self, keys: frozenset[str]) -> float:
        return sum(sorted(map(self._story.weight, keys)))

    def _keys_of(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._keys:
            words = {word_key(token.text) for token in tokenize(claim.statement)}
            for span in claim.spans:
                words |= self._story.stems_in(claim.document_id, span)
            self._keys[claim.id] = frozenset(words - {""} - _EMPTY)
        return self._keys[claim.id]

    def _opposed(self, left: Claim, right: Claim) -> bool:
        """Tell whether exactly one of two claims negates what is real: no plan, condition or question."""
        texts = [
            self._documents[c.document_id].text[c.spans[0].start : c.spans[-1].end] for c in (left, right)
        ]
        if negates(texts[0]) and negates(texts[1]):
            return False
        if any(is_unreal(claim, self._documents[claim.document_id]) for claim in (left, right)):
            return False
        return not any(negates(text) and plans_negation(text) for text in texts)


# Words that tell nothing of what a claim is about: negation, bare counts, anybody.
_EMPTY = frozenset(
    word_key(word)
    for word in (
        *NEGATIONS,
        *"one two three four five six seven eight nine ten people person persons body thing".split(),
    )
)


def _differs(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether the values of a difference are two at all."""
    if difference.slot == "quotation":
        return False
    if difference.slot == "attribution":
        one, two = left.speaker, right.speaker
        return one is not None and two is not None and relate_speakers(one.name, two.name) == "different"
    if difference.slot == "polarity":
        return True
    return _folded(difference.left) != _folded(difference.right)


def _folded(text: str) -> list[str]:
    return [word for token in tokenize(text) if (word := fold_word(token.text))]
