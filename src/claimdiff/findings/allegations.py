"""What a denial denies: by its own words, or by what stands before it when it only points back."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimdiff.findings.denials import EMPTY_KEYS, Denial, is_plainly_negated
from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.light_words import LIGHT_KEYS
from claimdiff.findings.modality import is_unreal
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords, is_country, word_key
from claimdiff.language.stems import family
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span

_ACCUSING = frozenset(
    family(word)
    for word in """accuse allege claim suspect charge blame criticise criticize report show evidence believe
        violate illegal breach reveal detect suggest warn condemn""".split()
)
_COUNTS = frozenset(
    word_key(word)
    for word in "two three four five six seven eight nine ten several many dozens man men".split()
)
# That somebody spoke, or how: a claim of nothing else says nothing that could be denied.
_SPEAKING = frozenset(
    word_key(word)
    for word in """express voice raise air share state repeat reiterate stress concern concerned complaint
        worry message issue remark comment statement talk discuss criticism view opinion regard meet meeting
        official""".split()
)
_BLAMING = re.compile(r"\b(?:accus|blam|criticis|criticiz|condemn|denounc|slamm?)\w*", re.IGNORECASE)
# What somebody may yet have to face follows from an accusation; it accuses of nothing.
_MAY_FACE = re.compile(r"\b(?:may|might|could|will|would)\s+(?:\w+\s+)?face\b", re.IGNORECASE)
_LOOK_BACK = 6
_LARGEST_BLOCK = 3000
_LARGEST_SENTENCE = 60
_STEP = 0.06
_POINTED = 0.8
_SAME_DENIER = 0.9
_NOBODY_NAMED = 0.75
_NEAR = 2
_OTHER_COUNTRY = 0.6
_NAME = 0.4
_NO_COUNTRY = 0.5
_FRAGMENT = 1
_FRAGMENT_WORTH = 0.7


def _other_country(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether each of two sets names a country that the other lacks."""
    left, right = {key for key in one if is_country(key)}, {key for key in two if is_country(key)}
    return bool(left - right) and bool(right - left)


def _lacks_country(query: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell whether a query names countries and a claim none of them."""
    wanted = {key for key in query if is_country(key)}
    return bool(wanted) and not wanted & stems


def _same_voice(claim: Claim, denial: Denial) -> bool:
    """Tell whether a claim is in the mouth of who denies."""
    if claim.speaker is None:
        first = next((key for token in tokenize(claim.statement) if (key := word_key(token.text))), "")
        return first in denial.denier and _BLAMING.search(claim.statement) is not None
    keys = {word_key(token.text) for token in tokenize(claim.speaker.name) if token.text[0].isupper()}
    if keys & denial.denier:
        return True
    other = denial.claim.speaker
    return other is not None and relate_speakers(claim.speaker.name, other.name) == "same"


class Allegation(NamedTuple):
    """A claim that a denial may deny: how like what is denied it is, and how sure it is what that is."""

    likeness: float
    certainty: float
    claim: Claim


class AllegationFinder:
    """Finds the claims that denials deny."""

    def __init__(
        self,
        documents: Mapping[str, Document],
        claims: Sequence[Claim],
        denials: Sequence[Denial],
        story: StoryWords,
    ) -> None:
        self._story = story
        self._denials: dict[tuple[str, int], list[Denial]] = {}
        for denial in denials:
            place = denial.claim.document_id, denial.sentence_number
            self._denials.setdefault(place, []).append(denial)
        denying = {denial.claim.id for denial in denials}
        called_false = {
            (denial.claim.document_id, denial.claim.sentence)
            for denial in denials
            if denial.kind == "falsity"
        }
        self._stems: dict[str, frozenset[str]] = {}
        self._weight: dict[str, float] = {}
        self._by_stem: dict[str, list[Claim]] = {}
        self._found: dict[frozenset[str], list[tuple[float, Claim]]] = {}
        self._by_sentence: dict[tuple[str, Span], list[Claim]] = {}
        keys_of: dict[str, frozenset[str]] = {}
        for claim in claims:
            if claim.id in denying or is_plainly_negated(claim) or not claim.checkable or claim.presupposed:
                continue
            if is_unreal(claim, documents[claim.document_id]):
                continue
            if (claim.document_id, claim.sentence) in called_false:
                continue
            stems: set[str] = set()
            for span in claim.spans:
                stems |= story.stems_in(claim.document_id, span)
            keys = keys_of.get(claim.statement)
            if keys is None:
                keys = frozenset(word_key(token.text) for token in tokenize(claim.statement)) - {""}
                keys_of[claim.statement] = keys
            stems |= keys
            if not any(map(self._is_content, stems - _SPEAKING)):
                continue
            self._stems[claim.id] = frozenset(stems)
            told = stems - EMPTY_KEYS - _COUNTS
            self._weight[claim.id] = sum(sorted(map(self._weigh, told or stems)))
            self._by_sentence.setdefault((claim.document_id, claim.sentence), []).append(claim)
            for one in sorted(stems):
                self._by_stem.setdefault(one, []).append(claim)

    def _weigh(self, stem: str) -> float:
        """Return a stem's weight; names count less: who accuses and where is not what is denied."""
        return self._story.weight(stem) * (_NAME if self._story.is_name(stem) else 1.0)

    def _is_content(self, stem: str) -> bool:
        return not (self._story.is_name(stem) or is_country(stem) or stem in EMPTY_KEYS)

    def _tells(self, stem: str) -> bool:
        return self._is_content(stem) and stem not in LIGHT_KEYS and stem not in _COUNTS

    def find(self, denial: Denial) -> list[Allegation]:
        """Return the claims that may be what is denied, the likest first."""
        best: dict[str, Allegation] = {}
        for certainty, stems in self._queries(denial):
            for score, claim in self._by_words(stems):
                if _same_voice(claim, denial) or _MAY_FACE.search(claim.statement):
                    continue
                found = Allegation(score * (1.0 if self._accuses(claim) else 0.8), certainty, claim)
                old = best.get(claim.id)
                if old is None or old.likeness * old.certainty < found.likeness * found.certainty:
                    best[claim.id] = found
        return sorted(best.values(), key=lambda row: (-row.likeness * row.certainty, row.claim.id))

    def _queries(self, denial: Denial) -> list[tuple[float, frozenset[str]]]:
        """Return what is denied as sets of stems, each with how sure it is that it is meant."""
        if denial.stems:
            return [(1.0, denial.stems)]
        return self._pointed_at(denial) if denial.kind in ("verb", "falsity") else []

    def _by_words(self, stems: frozenset[str]) -> list[tuple[float, Claim]]:
        """Score the claims that say much of what the stems say, in the same or kindred words."""
        found = self._found.get(stems)
        if found is None:
            found = self._found[stems] = self._search(stems)
        return found

    def _search(self, stems: frozenset[str]) -> list[tuple[float, Claim]]:
        weights = {one: self._weigh(one) for one in sorted(stems)}
        whole = sum(sorted(weights.values()))
        reached: dict[str, dict[str, float]] = {}
        claims: dict[str, Claim] = {}
        for one, weight in weights.items():
            for word, factor in kindred_keys(one):
                for claim in self._by_stem.get(word, ())[:_LARGEST_BLOCK]:
                    claims[claim.id] = claim
                    words = reached.setdefault(claim.id, {})
                    words[word] = max(words.get(word, 0.0), factor * weight)
        found = []
        for claim_id, words in sorted(reached.items()):
            if len(words) < min(2, len(stems)) or not any(map(self._tells, words)):
                continue
            weight = sum(sorted(words.values()))
            score = 0.65 * weight / max(1e-9, whole) + 0.35 * weight / max(1e-9, self._weight[claim_id])
            if sum(map(self._is_content, self._stems[claim_id])) <= _FRAGMENT:
                score *= _FRAGMENT_WORTH
            if _other_country(stems, self._stems[claim_id]):
                score *= _OTHER_COUNTRY
            elif _lacks_country(stems, self._stems[claim_id]):
                score *= _NO_COUNTRY
            found.append((min(1.0, score), claims[claim_id]))
        return found

    def _pointed_at(self, denial: Denial) -> list[tuple[float, frozenset[str]]]:
        """Return what stands before a denial that only points back ("denied the reports").

        The nearest accusation that names who denies is meant; else what the same speaker denied just
        before; else the nearest that what is pointed at names; else the nearest of all.
        """
        named: list[tuple[float, frozenset[str]]] = []
        pointed: list[tuple[float, frozenset[str]]] = []
        nearest: list[tuple[float, frozenset[str]]] = []
        sentences = self._story.sentences[denial.claim.document_id]
        for back in range(min(_LOOK_BACK, denial.sentence_number) + 1):
            number = denial.sentence_number - back
            earlier = self._same_denier(denial, number)
            if earlier is not None and not named:
                return [(_SAME_DENIER, earlier.stems)]
            accused = self._accused_in(denial, sentences[number])
            around = self._story.stems_in(denial.claim.document_id, sentences[number])
            if not accused:
                continue
            if denial.denier & around:
                named = named or [(_POINTED - _STEP * back, accused)]
            elif denial.pointers & around:
                pointed = pointed or [(_POINTED - _STEP * back, accused)]
            elif back <= _NEAR:
                nearest = nearest or [(_POINTED * _NOBODY_NAMED - _STEP * back, accused)]
        return named or pointed or nearest

    def _accused_in(self, denial: Denial, sentence: Span) -> frozenset[str]:
        """Return the stems of what a sentence's claims accuse, those that name the denier if any does."""
        found = [
            self._stems[claim.id]
            for claim in self._by_sentence.get((denial.claim.document_id, sentence), ())[:_LARGEST_SENTENCE]
            if self._accuses(claim) and not _same_voice(claim, denial)
        ]
        naming = [stems for stems in found if stems & denial.denier]
        told = frozenset().union(*(naming or found)) - EMPTY_KEYS
        return told if len(told) > 2 else frozenset()

    def _same_denier(self, denial: Denial, number: int) -> Denial | None:
        """Return an earlier denial in a sentence, by the same people, that says what it denies."""
        for other in self._denials.get((denial.claim.document_id, number), ()):
            if other.stems and other.kind != "negation":
                same = other.denier & denial.denier or not other.denier or not denial.denier
                if same or number == denial.sentence_number - 1:
                    return other
        return None

    def _accuses(self, claim: Claim) -> bool:
        return (
            claim.speaker is not None
            or claim.certainty == "hedged"
            or claim.headline
            or not _ACCUSING.isdisjoint(self._stems[claim.id])
        )
