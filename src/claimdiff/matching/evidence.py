"""For each claim of a draft, the source sentences nearest to it and how well they carry each of its words."""

import math
import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from msgspec.structs import replace

from claimdiff.language.commonness import is_common
from claimdiff.language.cues import HEDGES
from claimdiff.language.lexicon import antonyms, exclusive_class
from claimdiff.language.stems import family
from claimdiff.language.tokens import fold, strip_possessive, tokenize
from claimdiff.matching.alignment import Alignment, align_prepared
from claimdiff.matching.differences import find_differences
from claimdiff.matching.units import PreparedClaim, Unit, prepare_claim
from claimdiff.model import Claim, Document, Span
from claimdiff.model.verdict import DraftEvidence, Passage, WordSupport

Value = TypeVar("Value")

# Passages laid beside a claim: so many by its own words, and so many by its sentence and by its names.
_PASSAGES = 8
_MORE_PASSAGES = 5
# What a neighbouring sentence adds to a passage's rank: a fact often runs over a sentence end.
_NEIGHBOUR = 0.3
# How much of a claim a passage must carry for its words to speak against the claim's.
_RIVAL_FROM = 0.35
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_HARD = ("name", "number", "date")
_SPELT_OUT = re.compile(r"[a-zà-ÿ]{3}")
_NAMED_TIME = re.compile(
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)
# How well a word is carried that stands in the sentence before or after a passage.
_BESIDE = 0.8
# A number or date that is only alike is another.
_SAME_VALUE = 0.9
# Keeps shares apart from zero where nothing else of the claim is told.
_SLIGHT = 0.05


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A source sentence, read as it stands and as its claims' statements (names in full)."""

    document_id: str
    claim_id: str
    span: Span
    forms: tuple[PreparedClaim, ...]
    keys: frozenset[str]
    words: frozenset[str]


def find_evidence(
    draft: Document, draft_claims: Sequence[Claim], sources: Sequence[Document], claims: Sequence[Claim]
) -> tuple[DraftEvidence, ...]:
    """Return the evidence for each claim of the draft, in the claims' order.

    Passages are ranked by the weight of shared words, rare ones first; each word of the claim gets the
    best support that any near passage gives it.
    """
    sentences = _read_sentences(sources, claims)
    rarity = _Rarity([sentence.keys for sentence in sentences], _read_all_keys(sources))
    index = _index(sentences)
    prepared = [prepare_claim(claim, draft.text, rarity.weigh) for claim in draft_claims]
    by_sentence: dict[Span, set[str]] = {}
    for one in prepared:
        by_sentence.setdefault(one.claim.sentence, set()).update(one.key_set)
    return tuple(
        _gather(one, by_sentence[one.claim.sentence], sentences, index, rarity, draft) for one in prepared
    )


class _Rarity:
    """Weighs a key by how few source sentences hold it (idf, scaled so that a rare word weighs about 1)."""

    def __init__(self, keys: Iterable[frozenset[str]], everything: frozenset[str]) -> None:
        self._counts: Counter[str] = Counter()
        self._everything = everything
        self._total = 0
        for some in keys:
            self._counts.update(some)
            self._total += 1
        self._most = math.log(1 + self._total) or 1.0

    def weigh(self, key: str) -> float:
        """Return the key's weight, about 0.2 to 1."""
        return 0.2 + 0.8 * math.log((1 + self._total) / (1 + self._counts[key])) / self._most

    def holds(self, key: str) -> bool:
        """Say whether the sources hold the key at all, also outside the sentences that hold claims."""
        return self._counts[key] > 0 or key in self._everything


def _read_all_keys(sources: Sequence[Document]) -> frozenset[str]:
    words = {fold(strip_possessive(token.text)) for source in sources for token in tokenize(source.text)}
    return frozenset(f"#{word.replace(',', '')}" if word[:1].isdigit() else family(word) for word in words)


def _read_sentences(sources: Sequence[Document], claims: Sequence[Claim]) -> list[_Sentence]:
    texts = {document.id: document.text for document in sources}
    grouped: dict[tuple[str, Span], list[Claim]] = {}
    for claim in claims:
        grouped.setdefault((claim.document_id, claim.sentence), []).append(claim)
    sentences = []
    for (document_id, span), members in grouped.items():
        text = texts[document_id]
        whole = replace(
            members[0],
            spans=(span,),
            statement=text[span.start : span.end],
            quantities=_distinct(value for member in members for value in member.quantities),
            dates=_distinct(value for member in members for value in member.dates),
        )
        forms = [prepare_claim(whole, text)]
        forms += [
            prepare_claim(member, text) for member in members if member.statement not in whole.statement
        ]
        keys = frozenset(key for form in forms for key in form.keys)
        words = frozenset(
            fold(strip_possessive(token.text)) for token in tokenize(text, span.start, span.end)
        )
        sentences.append(_Sentence(document_id, members[0].id, span, tuple(forms), keys, words))
    return sentences


def _distinct(values: Iterable[Value]) -> tuple[Value, ...]:
    seen: dict[object, Value] = {}
    for value in values:
        seen.setdefault(repr(value), value)
    return tuple(seen.values())


def _index(sentences: Sequence[_Sentence]) -> dict[str, list[int]]:
    index: dict[str, list[int]] = {}
    for number, sentence in enumerate(sentences):
        for key in sorted(sentence.keys):
            index.setdefault(key, []).append(number)
    return index


def _gather(
    claim: PreparedClaim,
    company: set[str],
    sentences: Sequence[_Sentence],
    index: dict[str, list[int]],
    rarity: _Rarity,
    draft: Document,
) -> DraftEvidence:
    ranked = _rank(_score(claim.key_set, index, rarity), sentences)[:_PASSAGES]
    hard = [unit.key for unit in claim.units if unit.kind in _HARD]
    for keys in (company, hard):
        more = _rank(_score(keys, index, rarity), sentences)[:_MORE_PASSAGES]
        ranked += [number for number in more if number not in ranked]
    laid = [_lay_beside(claim, number, sentences) for number in ranked]
    laid.sort(key=lambda one: (-one.coverage, one.sentence.document_id, one.sentence.span))
    groups = _group_units(claim)
    words = []
    for position, indices in enumerate(groups):
        unit = claim.units[indices[0]]
        spans = [claim.units[i].source for i in indices]
        known = [span for span in spans if span is not None]
        if known:
            words.append(
                WordSupport(
                    Span(known[0].start, known[-1].end),
                    _weigh_kind(unit, claim, draft),
                    " ".join(claim.units[i].key for i in indices),
                    round(sum(claim.units[i].weight for i in indices), 4),
                    round(_support(claim, groups, position, laid), 4),
                    all(rarity.holds(claim.units[i].key) for i in indices),
                    unit.kind == "word" and is_common(unit.text),
                    _find_rival(claim, indices, laid),
                )
            )
    passages = tuple(
        Passage(
            one.sentence.document_id,
            one.sentence.claim_id,
            (one.sentence.span,),
            round(one.coverage, 4),
            find_differences(one.best),
            round(one.nearness, 4),
            not HEDGES.isdisjoint(one.sentence.words),
        )
        for one in laid
    )
    return DraftEvidence(claim.claim.id, passages, tuple(words))


@dataclass(frozen=True, slots=True)
class _Laid:
    """A passage beside the claim: the share of each unit that it carries, alone and with its neighbours."""

    sentence: _Sentence
    best: Alignment
    carried: tuple[float, ...]
    around: tuple[float, ...]
    coverage: float
    nearness: float


def _lay_beside(claim: PreparedClaim, number: int, sentences: Sequence[_Sentence]) -> _Laid:
    sentence = sentences[number]
    alignments = [align_prepared(claim, form) for form in sentence.forms]
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
        figures = _FIGURE.findall(unit.text) if unit.kind == "number" else []
        apart = len(figures) > 1 and sentence.words.issuperset(figures)
        if not carried[i] and (apart or fold(strip_possessive(unit.text)) in sentence.words):
            carried[i] = 1.0
    company = set(sentence.keys)
    for other in (number - 1, number + 1):
        if 0 <= other < len(sentences) and sentences[other].document_id == sentence.document_id:
            company |= sentences[other].keys
    around = tuple(
        max(share, _BESIDE if unit.key in company else 0.0)
        for share, unit in zip(carried, claim.units, strict=True)
    )
    # What the statement brings in (the subject's name) is not what the draft says here.
    own = [i for i, unit in enumerate(claim.units) if unit.source is not None]
    total = sum(claim.units[i].weight for i in own)
    weight = sum(claim.units[i].weight * carried[i] for i in own)
    return _Laid(
        sentence,
        max(alignments, key=lambda one: one.matched_weight),
        tuple(carried),
        around,
        min(1.0, weight / total) if total else 0.0,
        sum(unit.weight * share for unit, share in zip(claim.units, carried, strict=True))
        / (claim.weight or 1.0),
    )


def _weigh_kind(unit: Unit, claim: PreparedClaim, draft: Document) -> str:
    """Return the unit's kind, names and dates only where they are exact.

    A word in small letters or one that merely opens its sentence, an abbreviation (which has many
    forms) and a vague date ("last year") are plain words.
    """
    if unit.kind == "name" and unit.source is not None:
        text = draft.quote(unit.source)
        opens = unit.source.start == claim.claim.sentence.start and is_common(text)
        if text[0].islower() or opens or not _SPELT_OUT.search(text):
            return "word"
    if unit.quantity is not None and unit.quantity.value == len(claim.names) > 1:
        return "word"  # "two friends, Asta and Bram": the names are counted, no source need do so
    if unit.kind == "date" and unit.date and unit.date.inferred and not _NAMED_TIME.search(unit.text):
        return "word"
    return unit.kind


def _group_units(claim: PreparedClaim) -> list[list[int]]:
    """Take the words of one name together; every other unit stands alone."""
    groups: dict[tuple[str, int], list[int]] = {}
    for i, unit in enumerate(claim.units):
        groups.setdefault(("name", unit.name) if unit.name >= 0 else ("unit", i), []).append(i)
    return list(groups.values())


def _support(
    claim: PreparedClaim, groups: Sequence[Sequence[int]], position: int, laid: Sequence[_Laid]
) -> float:
    """Return how well a group of words is carried where the rest of the claim is told, 0 to 1.

    A passage that tells the rest of the claim without these words speaks against them; one that holds
    them and little else does not speak for them, unless it links them to the claim's other names.
    """
    indices = groups[position]
    rest = [i for i in range(len(claim.units)) if i not in indices]
    total = sum(claim.units[i].weight for i in rest)
    with_words, without, linked = 0.0, 0.0, 0.0
    for one in laid:
        told = sum(claim.units[i].weight * one.around[i] for i in rest) / total if total else 1.0
        share = _share(claim, indices, one)
        with_words = max(with_words, (told + _SLIGHT) * share)
        without = max(without, told + _SLIGHT)
        linked = max(linked, share * _link(claim, groups, position, one))
    return max(with_words / without if without else 0.0, linked)


def _find_rival(claim: PreparedClaim, indices: Sequence[int], laid: Sequence[_Laid]) -> str:
    """Return the opposite of a word that a passage has where it tells the rest of the claim, "" if none."""
    text = claim.units[indices[0]].text
    if len(indices) > 1 or claim.units[indices[0]].kind not in ("word", "light"):
        return ""
    top = max((one.nearness for one in laid), default=0.0)
    near = [one for one in laid if one.nearness >= max(_RIVAL_FROM, 0.85 * top)]
    if any(one.around[indices[0]] for one in near):
        return ""
    for one in near:
        for form in one.sentence.forms:
            for other in form.units:
                fresh = other.kind in ("word", "light") and other.key not in claim.key_set
                if fresh and (antonyms(text, other.text) or exclusive_class(text, other.text)):
                    return other.text
    return ""


def _share(claim: PreparedClaim, indices: Sequence[int], one: _Laid) -> float:
    """Return how well a passage carries a group: one word of a person's name stands for all of it."""
    shares = [one.around[i] for i in indices]
    name = claim.units[indices[0]].name
    return max(shares) if name >= 0 and claim.names[name].kind == "person" else min(shares)


def _link(claim: PreparedClaim, groups: Sequence[Sequence[int]], position: int, one: _Laid) -> float:
    """Return how well a passage ties a word to the claim's other names, else to the word beside it."""
    others = [group for n, group in enumerate(groups) if n != position and claim.units[group[0]].name >= 0]
    if others:
        shares = [max(one.around[i] for i in group) for group in others]
        # A number or date needs one of the names beside it, a name all of them.
        exact = claim.units[groups[position][0]].kind in ("number", "date")
        return (sum(shares) / len(shares)) ** 0.5 if exact else min(shares)
    beside = [groups[n] for n in (position - 1, position + 1) if 0 <= n < len(groups)]
    shares = [max(one.carried[i] for i in group) for group in beside if claim.units[group[0]].kind != "light"]
    return max(shares, default=0.0) * _BESIDE


def _score(keys: Iterable[str], index: dict[str, list[int]], rarity: _Rarity) -> dict[int, float]:
    scores: dict[int, float] = {}
    for key in sorted(keys):
        for number in index.get(key, ()):
            scores[number] = scores.get(number, 0.0) + rarity.weigh(key)
    return scores


def _rank(scores: dict[int, float], sentences: Sequence[_Sentence]) -> list[int]:
    ranked = {}
    for number, score in scores.items():
        beside = [
            scores.get(other, 0.0)
            for other in (number - 1, number + 1)
            if 0 <= other < len(sentences) and sentences[other].document_id == sentences[number].document_id
        ]
        ranked[number] = score + _NEIGHBOUR * max(beside, default=0.0)
    return sorted(ranked, key=lambda number: (-ranked[number], number))
