"""The sentences of the sources: found by their words, and laid beside a draft's claim."""

import math
import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property
from heapq import nlargest
from typing import TypeVar

from msgspec.structs import replace

from claimdiff.language.hedging import is_hedged
from claimdiff.language.tokens import fold, strip_possessive, tokenize
from claimdiff.matching.alignment import Alignment, align_prepared
from claimdiff.matching.keys import date_key, quantity_key, word_key
from claimdiff.matching.slots.negation import is_negation
from claimdiff.matching.units import PreparedClaim, prepare_claim
from claimdiff.model import Claim, Document, Span

Value = TypeVar("Value")

# What a neighbouring sentence adds to a passage's rank: a fact often runs over a sentence end.
_NEIGHBOUR = 0.3
# A sentence that ranks below this share of the best has too little in common to be read closely.
_WORTH = 0.25
# How well a word is carried that stands in the sentence before or after a passage.
_BESIDE = 0.8
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_QUARTERS = {"q1": "first", "q2": "second", "q3": "third", "q4": "fourth"}
# What may follow a word with a hyphen and adds little to it ("city-based").
_APPENDED = frozenset(
    """based led run owned backed related linked style like focused oriented centric wide born held made
    type""".split()
)
# Where less of a claim is matched than this, nothing stands in the place of the rest.
_SUBSTITUTED_FROM = 0.25
# A number or date that is only alike is another.
_SAME_VALUE = 0.9


class SourceSentence:
    """A source sentence with its claims. `keys` are those of its words and values, `words` the words folded.

    What is costly, the forms to lay beside a claim, is made when asked for: most sentences never are.
    """

    def __init__(
        self, text: str, claims: Sequence[Claim], words: frozenset[str], keys: frozenset[str]
    ) -> None:
        self.document_id = claims[0].document_id
        self.claim_id = claims[0].id
        self.span = claims[0].sentence
        self.words = words
        self._text = text
        self._claims = claims
        whole = text[self.span.start : self.span.end]
        self._fuller = [
            (claim, frozenset(word_key(token.text) for token in tokenize(claim.statement)) - keys)
            for claim in claims
            if claim.statement not in whole
        ]
        self.keys = keys.union(*(more for _, more in self._fuller)) - {""}
        self._prepared: dict[str, PreparedClaim] = {}

    @cached_property
    def whole(self) -> PreparedClaim:
        """The sentence as it stands, with the values of all its claims."""
        claims = self._claims
        whole = replace(
            claims[0],
            spans=(self.span,),
            statement=self._text[self.span.start : self.span.end],
            quantities=_distinct(value for claim in claims for value in claim.quantities),
            dates=_distinct(value for claim in claims for value in claim.dates),
        )
        return prepare_claim(whole, self._text)

    @cached_property
    def hedged(self) -> bool:
        """Whether the sentence holds a hedge or speaks of what lies ahead."""
        return is_hedged(self.words)

    @cached_property
    def negated(self) -> bool:
        """Whether the sentence holds a negation."""
        return any(map(is_negation, self.words))

    def forms_for(self, keys: frozenset[str]) -> list[PreparedClaim]:
        """Return the sentence, and its claims' statements that bring in some of the keys (a full name)."""
        forms = [self.whole]
        for claim, more in self._fuller:
            if not more.isdisjoint(keys):
                if claim.id not in self._prepared:
                    self._prepared[claim.id] = prepare_claim(claim, self._text)
                forms.append(self._prepared[claim.id])
        return forms


def _distinct(values: Iterable[Value]) -> tuple[Value, ...]:
    seen: dict[object, Value] = {}
    for value in values:
        seen.setdefault(repr(value), value)
    return tuple(seen.values())


class SourceIndex:
    """All sentences of the sources that hold claims, in reading order, found by the keys of their words.

    Weighs a key by how few sentences hold it (idf, scaled so that a rare word weighs about 1).
    """

    def __init__(self, sources: Sequence[Document], claims: Sequence[Claim]) -> None:
        self.sentences: list[SourceSentence] = []
        self._everything: set[str] = set()
        self._places: dict[str, list[int]] = {}
        self._around: dict[int, frozenset[str]] = {}
        self._read(sources, claims)
        for number, sentence in enumerate(self.sentences):
            for key in sentence.keys:
                self._places.setdefault(key, []).append(number)
        homes = [sentence.document_id for sentence in self.sentences]
        self._beside = [
            [other for other in (number - 1, number + 1) if 0 <= other < len(homes) and homes[other] == home]
            for number, home in enumerate(homes)
        ]
        self._common = len(self.sentences) // 4
        self._most = math.log(1 + len(self.sentences)) or 1.0

    def _read(self, sources: Sequence[Document], claims: Sequence[Claim]) -> None:
        grouped: dict[tuple[str, Span], list[Claim]] = {}
        for claim in claims:
            grouped.setdefault((claim.document_id, claim.sentence), []).append(claim)
        texts = {source.id: source.text for source in sources}
        tokens = {source.id: tokenize(source.text) for source in sources}
        starts = {name: [token.start for token in found] for name, found in tokens.items()}
        texts_found = {token.text for found in tokens.values() for token in found}
        key_of = {text: word_key(text) for text in sorted(texts_found)}
        folded = {text: fold(strip_possessive(text)) for text in sorted(texts_found)}
        self._everything.update(key_of.values())
        for (name, span), members in grouped.items():
            first, last = (bisect_left(starts[name], place) for place in (span.start, span.end))
            printed = {token.text for token in tokens[name][first:last]}
            keys = {key_of[text] for text in printed}
            keys.update(quantity_key(value) for member in members for value in member.quantities)
            keys.update(date_key(value) for member in members for value in member.dates)
            words = frozenset(folded[text] for text in printed)
            self.sentences.append(SourceSentence(texts[name], members, words, frozenset(keys)))

    def weigh(self, key: str) -> float:
        """Return the key's weight, about 0.2 to 1."""
        return (
            0.2
            + 0.8 * math.log((1 + len(self.sentences)) / (1 + len(self._places.get(key, ())))) / self._most
        )

    def holds(self, key: str) -> bool:
        """Say whether the sources hold the key at all, also outside the sentences that hold claims."""
        return key in self._places or key in self._everything

    def search(self, keys: Iterable[str], most: int) -> list[int]:
        """Return the numbers of the sentences that share most with some keys, rare ones first."""
        scores: dict[int, float] = {}
        known = sorted((len(self._places[key]), key) for key in keys if key in self._places)
        for count, key in known:
            weight = self.weigh(key)
            if count > self._common and len(scores) > most:
                # A word of every other sentence only adds to what rarer ones have found.
                for number in scores:
                    if key in self.sentences[number].keys:
                        scores[number] += weight
            else:
                for number in self._places[key]:
                    scores[number] = scores.get(number, 0.0) + weight
        if len(scores) > most:
            # A neighbour adds so much at the most: what lies further below can't come up.
            highest = nlargest(most, scores.values())
            least = highest[-1] - _NEIGHBOUR * highest[0]
            near = [number for number, score in scores.items() if score >= least]
        else:
            near = list(scores)
        ranked = {}
        for number in near:
            beside = 0.0
            for other in self._beside[number]:
                beside = max(beside, scores.get(other, 0.0))
            ranked[number] = scores[number] + _NEIGHBOUR * beside
        best = sorted(ranked, key=lambda number: (-ranked[number], number))[:most]
        return [number for number in best if ranked[number] >= _WORTH * ranked[best[0]]]

    def keys_around(self, number: int) -> frozenset[str]:
        """Return the keys of a sentence and its neighbours."""
        if number not in self._around:
            others = (self.sentences[other].keys for other in self._beside[number])
            self._around[number] = self.sentences[number].keys.union(*others)
        return self._around[number]


@dataclass(frozen=True, slots=True)
class Laid:
    """A passage beside the claim: the share of each unit that it carries, alone and with its neighbours.

    `coverage` is the share of the claim's own words by weight, `nearness` that of the whole statement.
    """

    sentence: SourceSentence
    best: Alignment
    carried: tuple[float, ...]
    around: tuple[float, ...]
    coverage: float
    nearness: float


def lay_beside(claim: PreparedClaim, number: int, index: SourceIndex) -> Laid:
    """Lay a sentence of the sources beside a claim of the draft."""
    sentence = index.sentences[number]
    alignments = [
        align_prepared(claim, form, _SUBSTITUTED_FROM) for form in sentence.forms_for(claim.key_set)
    ]
    carried = [0.0] * len(claim.units)
    for alignment in alignments:
        for match in alignment.matches:
            unit = claim.units[match.left]
            share = match.weight / (unit.weight or 1.0)
            if unit.kind in ("number", "date") and share < _SAME_VALUE:
                continue
            carried[match.left] = max(carried[match.left], min(1.0, share))
    for i, unit in enumerate(claim.units):
        # A word may be read as a number on one side only ("third place", "for third"), a range as two.
        if carried[i]:
            continue
        figures = _FIGURE.findall(unit.text) if unit.kind == "number" else []
        apart = len(figures) > 1 and sentence.words.issuperset(figures)
        if apart or _stands_in(unit.text, sentence.words):
            carried[i] = 1.0
    for i in _find_abbreviated(claim, sentence.words):
        carried[i] = 1.0
    company = index.keys_around(number)
    around = tuple(
        _BESIDE if share < _BESIDE and unit.key in company else share
        for share, unit in zip(carried, claim.units, strict=True)
    )
    # What the statement brings in (the subject's name) is not what the draft says here.
    total = weight = everything = 0.0
    for share, unit in zip(carried, claim.units, strict=True):
        everything += unit.weight * share
        if unit.source is not None:
            total += unit.weight
            weight += unit.weight * share
    return Laid(
        sentence,
        max(alignments, key=lambda one: one.matched_weight),
        tuple(carried),
        around,
        min(1.0, weight / total) if total else 0.0,
        everything / (claim.weight or 1.0),
    )


def _find_abbreviated(claim: PreparedClaim, words: frozenset[str]) -> list[int]:
    """Return the units of names that stand among folded words by their initials ("PEH")."""
    found: list[int] = []
    for number, name in enumerate(claim.names):
        if " " not in name.text:
            continue
        initials = "".join(part[0] for part in name.text.split() if part[0].isupper()).lower()
        if len(initials) > 1 and not words.isdisjoint((initials, f"{initials}s")):
            found += [i for i, unit in enumerate(claim.units) if unit.name == number]
    return found


def _stands_in(text: str, words: frozenset[str]) -> bool:
    """Say whether a word stands among folded words, "city-based" also where "city" does.

    "Q3" is the third quarter.
    """
    word = fold(strip_possessive(text))
    head, _, last = word.rpartition("-")
    if word in words or (last in _APPENDED and head in words):
        return True
    if " " in word:
        return words.issuperset(word.split())
    return "quarter" in words and _QUARTERS.get(word, "-") in words
