"""How far a difference between two claims can be trusted to set the documents against each other."""

import re
from collections.abc import Mapping, Sequence
from math import sqrt

from claimdiff.findings.accounts import Accounts
from claimdiff.findings.denials import refuses_favour, words_denial
from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.light_words import LIGHT_KEYS
from claimdiff.findings.modality import (
    count_negations,
    goes_with_denial,
    is_asked,
    is_counterfactual,
    is_unreal,
    negates,
    negates_the_past,
    opens_with_not,
    plans_negation,
    points_with_not,
)
from claimdiff.findings.moments import is_development, quantity_at
from claimdiff.findings.occasions import list_days, weigh_occasion
from claimdiff.findings.portions import adds_up, is_portion, is_sum, is_whole
from claimdiff.findings.values import stands_in, values_differ
from claimdiff.findings.wording import StoryWords, fold_word, fold_words, is_country, word_key
from claimdiff.language.names import ROLES, Name, find_names
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Difference, Document, ScoredPair, Slot

# Shared weight of the lighter claim's words: below the first nothing is compared, from the second on all is.
_LEAST_SHARED = 0.3
_FULLY_SHARED = 0.6
_POLARITY_SHARED = 0.9
_HEADLINE = 0.85
# Where one word is all that is shared, who denies that word may speak of anything.
_ONE_WORD = 0.2
_HEDGED = 0.9
# Where what one side tells has a place that the denial leaves out.
_UNPLACED = 0.8
_NAME = 0.4
_OTHER_PEOPLE = 0.4
# Where one document tells like things with either value.
_TOLD_TWICE = 0.5
# What is counted in units may be listed beside its like: a price in cash and in shares.
_AMOUNTS = frozenset(("money", "percent", "measure"))
_LEAD_IN = 30
_PAPER = re.compile(
    r"(?:the|a|an|its|his|her|their)\s+(?:statement|letter|memo|e-?mail|message|note|notice|document|report"
    r"|release|post|tweet|complaint|lawsuit|filing|article|book|website)",
    re.IGNORECASE,
)
# Slots whose differences are least often a dispute.
_TRUST: dict[Slot, float] = {"attribution": 0.6, "meaning": 0.6}
# Words beside names and figures that must be shared: a bare opposite may be of anything.
_LEAST_TOLD: dict[Slot, int] = {"meaning": 2}
# The matcher's say in whether both tell one thing, beside that of the shared words.
_SCORED: dict[Slot, float] = {"polarity": 0.75}
_SCORED_ELSE = 0.6


class PlausibilityJudge:
    """Weighs what the scores of a pair do not show: the shared rest, negation's reach, who speaks.

    `versions` are for each claim's id the claims of its version, where known.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        claims: Sequence[Claim],
        story: StoryWords,
        versions: Mapping[str, Sequence[Claim]] | None = None,
    ) -> None:
        self._documents = documents
        self._story = story
        self._keys: dict[str, frozenset[str]] = {}
        self._people: dict[str, frozenset[str]] = {}
        self._days = list_days(claims)
        self._accounts = Accounts(claims, self._keys_of, self._weight, versions or {})

    def weigh(self, pair: ScoredPair, difference: Difference, left: Claim, right: Claim) -> float:
        """Return the probability, 0 to 1, that both claims can't hold, 0 where the difference is none."""
        if not values_differ(difference, left, right) or not self._is_printed(difference, left, right):
            return 0.0
        if difference.slot == "polarity" and not self._opposed(left, right):
            return 0.0
        if any(is_asked(claim, self._documents[claim.document_id]) for claim in (left, right)):
            return 0.0
        told = self._told_alike(difference, left, right)
        if told == 0.0 or self._stand_together(difference, left, right):
            return 0.0
        scored = _SCORED.get(difference.slot, _SCORED_ELSE)
        alike = scored * sqrt(pair.one_fact) + (1 - scored) * told
        chance: float = (0.5 + 0.45 * difference.strength) * alike * _TRUST.get(difference.slot, 1.0)
        chance *= weigh_occasion(difference, left, right, self._documents, self._days)
        if self._accounts.tell_both(difference, left, right) or self._count_both(difference, left, right):
            chance *= _TOLD_TWICE
        if self._of_other_people(left, right):
            chance *= _OTHER_PEOPLE
        if difference.slot == "polarity":
            chance *= self._of_one_word(left, right) * self._of_one_place(left, right)
        for claim in (left, right):
            chance *= _HEDGED if claim.certainty == "hedged" else 1.0
            chance *= _HEADLINE if claim.headline and difference.slot != "quantity" else 1.0
        return max(0.0, min(0.97, chance))

    def _told_alike(self, difference: Difference, left: Claim, right: Claim) -> float:
        """Return how sure the shared rest of the words makes it that both tell one thing, 0 to 1."""
        values = {
            word_key(token.text) for text in (difference.left, difference.right) for token in tokenize(text)
        }
        if difference.slot == "polarity":
            values = set()
        one, two = self._keys_of(left) - values, self._keys_of(right) - values
        shared = self._share(one, two)
        least = _LEAST_TOLD.get(difference.slot, 1)
        if shared < _LEAST_SHARED or sum(map(self._tells, self._common(one, two))) < least:
            return 0.0
        full = _FULLY_SHARED if difference.slot != "polarity" else _POLARITY_SHARED
        told = min(1.0, 0.4 + 0.6 * (shared - _LEAST_SHARED) / (full - _LEAST_SHARED))
        if min(len(one), len(two)) < 2:
            told *= min(1.0, 0.25 + self._weight(one & two) / max(1e-9, self._weight(one | two)))
        return told

    def _of_one_word(self, left: Claim, right: Claim) -> float:
        """Return a factor, 0 to 1, for two claims of which one denies a word and that share no other."""
        one, two = self._keys_of(left), self._keys_of(right)
        if sum(map(self._tells, self._common(one, two))) > 1:
            return 1.0
        return min(1.0, _ONE_WORD + self._weight(one & two) / max(1e-9, self._weight(one | two)))

    def _of_one_place(self, left: Claim, right: Claim) -> float:
        """Return a factor, 0 to 1, for a place where something was so, which the denial does not name."""
        yes, no = (left, right) if negates(right.statement) else (right, left)
        places = [name.text for name in find_names(yes.statement) if name.kind == "place"]
        sentence = self._read_sentence(no)
        return _UNPLACED if places and not any(place in sentence for place in places) else 1.0

    def _share(self, one: frozenset[str], two: frozenset[str]) -> float:
        """Return how much of the lighter set's weight the other shares, kindred words in part."""
        lighter, heavier = sorted((one, two), key=lambda keys: (self._weight(keys), sorted(keys)))
        whole = self._weight(lighter)
        if whole <= 0:
            return 0.0
        common = self._common(lighter, heavier)
        return sum(self._weight_of(key) * common[key] for key in sorted(common)) / whole

    def _common(self, one: frozenset[str], two: frozenset[str]) -> dict[str, float]:
        """Return the keys of one set that the other has, 1.0 each, or has a kindred word for, in part."""
        near = {word: factor for key in sorted(two) for word, factor in kindred_keys(key) if factor < 1}
        return {key: 1.0 if key in two else near[key] for key in sorted(one) if key in two or key in near}

    def _tells(self, key: str) -> bool:
        """Tell whether a key says what happens: it is no name and no figure."""
        return not (self._story.is_name(key) or is_country(key) or key[0].isdigit())

    def _weight_of(self, key: str) -> float:
        return self._story.weight(key) * (1.0 if self._tells(key) else _NAME)

    def _of_other_people(self, left: Claim, right: Claim) -> bool:
        """Tell whether two claims name people, and not one of them the same."""
        one, two = self._people_in(left), self._people_in(right)
        return bool(one) and bool(two) and not one & two

    def _people_in(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._people:
            self._people[claim.id] = frozenset(
                fold_word(tokenize(name.text)[-1].text)
                for name in find_names(claim.statement)
                if name.kind == "person" or _has_role(claim.statement, name)
            )
        return self._people[claim.id]

    def _is_printed(self, difference: Difference, left: Claim, right: Claim) -> bool:
        """Tell whether both values stand in the claims' own evidence, not only in their rewording."""
        if difference.slot == "polarity":
            return True
        if difference.slot == "attribution":
            return not (self._spoken_on_paper(left) or self._spoken_on_paper(right))
        for claim, value in ((left, difference.left), (right, difference.right)):
            text = self._documents[claim.document_id].text
            printed = {word for span in claim.spans for word in fold_words(text[span.start : span.end])}
            words = fold_words(value)
            if 2 * sum(word in printed for word in words) < max(1, len(words)):
                return False
        return True

    def _spoken_on_paper(self, claim: Claim) -> bool:
        """Tell whether a paper is said to speak ("the statement said"): whose it is, is only inferred."""
        spans = claim.attribution.speaker_spans if claim.attribution is not None else ()
        text = self._documents[claim.document_id].text
        return any(_PAPER.fullmatch(text, span.start, span.end) for span in spans)

    def _stand_together(self, difference: Difference, left: Claim, right: Claim) -> bool:
        """Tell whether one side gives both values: they are figures, or days, of two things.

        In one sentence; a figure that moved, anywhere in the text: who writes of the later knows both.
        """
        if difference.slot not in ("date", "quantity"):
            return False
        sides = ((left, difference.right), (right, difference.left))
        texts = {claim.id: self._read_sentence(claim) for claim, _ in sides}
        if difference.slot == "date":
            return any(stands_in(other, texts[claim.id]) for claim, other in sides)
        homes = [self._documents[claim.document_id] for claim in (left, right)]
        if is_portion((homes[0], difference.left_spans), (homes[1], difference.right_spans)):
            return True
        if is_development(left, right, difference, self._documents):
            texts = {claim.id: self._documents[claim.document_id].text for claim, _ in sides}
        ours, theirs = quantity_at(left, difference.left), quantity_at(right, difference.right)
        if is_sum(ours, right) or is_sum(theirs, left):
            return True
        if is_whole(ours, theirs, homes[0]) or is_whole(theirs, ours, homes[1]):
            return True
        return any(
            other is not None and other.kind in _AMOUNTS and stands_in(other.surface, texts[claim.id])
            for claim, other in ((left, theirs), (right, ours))
        )

    def _count_both(self, difference: Difference, left: Claim, right: Claim) -> bool:
        """Tell whether one side's sentence has the other's count too: it may be a part or the whole.

        Or has beside its count what is missing to the other's.
        """
        if difference.slot != "quantity":
            return False
        ours, theirs = quantity_at(left, difference.left), quantity_at(right, difference.right)
        return any(
            one is not None
            and one.kind == "count"
            and (
                stands_in(one.surface, self._read_sentence(other))
                or adds_up(two, one, self._documents[other.document_id], other.sentence)
            )
            for one, two, other in ((ours, theirs, right), (theirs, ours, left))
        )

    def _read_sentence(self, claim: Claim) -> str:
        return self._documents[claim.document_id].quote(claim.sentence)

    def _weight(self, keys: frozenset[str]) -> float:
        return sum(sorted(map(self._weight_of, keys)))

    def _keys_of(self, claim: Claim) -> frozenset[str]:
        if claim.id not in self._keys:
            words = {word_key(token.text) for token in tokenize(claim.statement)}
            for span in claim.spans:
                words |= self._story.stems_in(claim.document_id, span)
            self._keys[claim.id] = frozenset(words - {""} - LIGHT_KEYS)
        return self._keys[claim.id]

    def _opposed(self, left: Claim, right: Claim) -> bool:
        """Tell whether exactly one of two claims negates what is real: no plan, condition or question.

        "Does not interfere" and "rejects claims of interference" both say no.
        """
        texts = [
            self._documents[c.document_id].text[c.spans[0].start : c.spans[-1].end] for c in (left, right)
        ]
        counts = [
            count_negations(text) or len(claim.negations)
            for text, claim in zip(texts, (left, right), strict=True)
        ]
        if all(counts) or max(counts) > 1 or any(map(opens_with_not, texts)):
            return False
        if any(points_with_not(text) or refuses_favour(text) or is_counterfactual(text) for text in texts):
            return False
        if all(negates(text) != words_denial(text) for text in texts):
            return False
        if any(is_unreal(claim, self._documents[claim.document_id]) for claim in (left, right)):
            return False
        if goes_with_denial(*texts) or goes_with_denial(*reversed(texts)):
            return False
        if self._tells_denied(left, right) or self._tells_denied(right, left):
            return False
        return not any(
            negates(text) and (plans_negation(text) or negates_the_past(text, self._read_before(claim)))
            for text, claim in zip(texts, (left, right), strict=True)
        )

    def _tells_denied(self, claim: Claim, other: Claim) -> bool:
        """Tell whether a claim is told as denied ("denied reports that …"), and another says no as well."""
        cues = claim.attribution.cue_spans if claim.attribution is not None else ()
        text = self._documents[claim.document_id].text
        denied = any(
            cue.end <= claim.spans[0].start and words_denial(text[cue.start : cue.end]) for cue in cues
        )
        return denied and (negates(other.statement) or bool(other.negations))

    def _read_before(self, claim: Claim) -> str:
        """Return what stands before a claim in its sentence."""
        start = claim.spans[0].start
        return self._documents[claim.document_id].text[max(claim.sentence.start, start - _LEAD_IN) : start]


def _has_role(text: str, name: Name) -> bool:
    """Tell whether a word before a name says what the person does ("quarterback Ada Moro")."""
    before = text[: name.start].split()
    return " " in name.text and bool(before) and before[-1].lower() in ROLES
