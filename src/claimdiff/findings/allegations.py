"""What a denial denies: by its own words, or by what stands before it when it only points back."""

from collections.abc import Mapping, Sequence
from functools import lru_cache

from claimdiff.findings.denials import Denial, is_plainly_negated
from claimdiff.findings.modality import is_unreal
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords, word_key
from claimdiff.language.lexicon import synonyms
from claimdiff.language.places import canonical_place
from claimdiff.language.stems import family
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span

_ACCUSING = frozenset(
    family(word)
    for word in """accuse allege claim suspect charge blame criticise criticize report show evidence believe
        violate illegal breach reveal detect suggest warn condemn""".split()
)
_BLAMING = frozenset(
    family(word) for word in "accuse allege charge blame criticise criticize condemn slam warn".split()
)
_LOOK_BACK = 6
_STEP = 0.06
_POINTED = 0.8
_NOBODY_NAMED = 0.75
_NEAR = 2
_KINDRED = 0.7
_OTHER_COUNTRY = 0.6
_FRAGMENT = 2
_FRAGMENT_WORTH = 0.7


@lru_cache(maxsize=16384)
def _kindred(key: str) -> tuple[tuple[str, float], ...]:
    """Return a key and those of its synonyms, each with how much of its weight it is worth."""
    others = {word_key(word) for word in synonyms(key)} - {key, ""}
    return ((key, 1.0), *((other, _KINDRED) for other in sorted(others)))


@lru_cache(maxsize=16384)
def _is_country(key: str) -> bool:
    return canonical_place(key.title()) == key


def _other_country(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether each of two sets names a country that the other lacks."""
    left, right = {key for key in one if _is_country(key)}, {key for key in two if _is_country(key)}
    return bool(left - right) and bool(right - left)


def _same_voice(claim: Claim, denial: Denial) -> bool:
    """Tell whether a claim is in the mouth of who denies."""
    if claim.speaker is None:
        first = next((key for token in tokenize(claim.statement) if (key := word_key(token.text))), "")
        return first in denial.denier and not _BLAMING.isdisjoint(map(family, claim.statement.split()))
    keys = {word_key(token.text) for token in tokenize(claim.speaker.name) if token.text[0].isupper()}
    if keys & denial.denier:
        return True
    other = denial.claim.speaker
    return other is not None and relate_speakers(claim.speaker.name, other.name) == "same"


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
        self._denials: dict[str, list[Denial]] = {}
        for denial in denials:
            self._denials.setdefault(denial.claim.document_id, []).append(denial)
        denying = {denial.claim.id for denial in denials}
        self._stems: dict[str, frozenset[str]] = {}
        self._weight: dict[str, float] = {}
        self._by_stem: dict[str, list[Claim]] = {}
        self._by_sentence: dict[tuple[str, Span], list[Claim]] = {}
        for claim in claims:
            if claim.id in denying or is_plainly_negated(claim) or not claim.checkable:
                continue
            if is_unreal(claim, documents[claim.document_id]):
                continue
            stems: set[str] = set()
            for span in claim.spans:
                stems |= story.stems_in(claim.document_id, span)
            stems |= {word_key(token.text) for token in tokenize(claim.statement)} - {""}
            self._stems[claim.id] = frozenset(stems)
            self._weight[claim.id] = sum(sorted(map(story.weight, stems)))
            self._by_sentence.setdefault((claim.document_id, claim.sentence), []).append(claim)
            for one in sorted(stems):
                self._by_stem.setdefault(one, []).append(claim)

    def find(self, denial: Denial) -> list[tuple[float, Claim]]:
        """Return the claims that may be what is denied, with how sure that is (0 to 1), surest first."""
        best: dict[str, tuple[float, Claim]] = {}
        for certainty, stems in self._queries(denial):
            for score, claim in self._by_words(stems):
                if _same_voice(claim, denial):
                    continue
                score = certainty * score * (1.0 if self._accuses(claim) else 0.8)
                if claim.id not in best or best[claim.id][0] < score:
                    best[claim.id] = (score, claim)
        return sorted(best.values(), key=lambda row: (-row[0], row[1].id))

    def _queries(self, denial: Denial) -> list[tuple[float, frozenset[str]]]:
        """Return what is denied as sets of stems, each with how sure it is that it is meant."""
        if denial.stems:
            return [(1.0, denial.stems)]
        return self._pointed_at(denial) if denial.kind != "negation" else []

    def _by_words(self, stems: frozenset[str]) -> list[tuple[float, Claim]]:
        """Score the claims that say much of what the stems say, in the same or kindred words."""
        whole = sum(sorted(map(self._story.weight, stems)))
        reached: dict[str, dict[str, float]] = {}
        claims: dict[str, Claim] = {}
        for one in sorted(stems):
            weight = self._story.weight(one)
            for word, factor in _kindred(one):
                for claim in self._by_stem.get(word, ()):
                    claims[claim.id] = claim
                    words = reached.setdefault(claim.id, {})
                    words[word] = max(words.get(word, 0.0), factor * weight)
        found = []
        for claim_id, words in sorted(reached.items()):
            if len(words) < min(2, len(stems)):
                continue
            weight = sum(sorted(words.values()))
            score = 0.65 * weight / max(1e-9, whole) + 0.35 * weight / max(1e-9, self._weight[claim_id])
            if len(self._stems[claim_id]) <= _FRAGMENT:
                score *= _FRAGMENT_WORTH
            if _other_country(stems, self._stems[claim_id]):
                score *= _OTHER_COUNTRY
            found.append((min(1.0, score), claims[claim_id]))
        return found

    def _pointed_at(self, denial: Denial) -> list[tuple[float, frozenset[str]]]:
        """Return what stands before a denial that only points back ("denied the reports").

        The nearest accusation that names who denies is meant; else what the same speaker denied just
        before; else the nearest accusation.
        """
        document_id = denial.claim.document_id
        sentences = self._story.sentences[document_id]
        nearest: list[tuple[float, frozenset[str]]] = []
        for back in range(_LOOK_BACK + 1):
            number = denial.sentence_number - back
            if number < 0:
                break
            earlier = self._same_denier(denial, number)
            if earlier is not None:
                return [(0.9, earlier.stems)]
            found: list[tuple[float, frozenset[str]]] = []
            for claim in self._by_sentence.get((document_id, sentences[number]), ()):
                stems = self._stems[claim.id]
                if len(stems) < 3 or not self._accuses(claim) or _same_voice(claim, denial):
                    continue
                around = self._story.stems_in(document_id, claim.sentence)
                if denial.denier & stems or denial.pointers & around:
                    found.append((_POINTED - _STEP * back, stems))
                elif not nearest and back <= _NEAR:
                    nearest.append((_POINTED * _NOBODY_NAMED - _STEP * back, stems))
            if found:
                return found
        return nearest

    def _same_denier(self, denial: Denial, number: int) -> Denial | None:
        """Return an earlier denial in a sentence, by the same people, that says what it denies."""
        for other in self._denials.get(denial.claim.document_id, ()):
            if other.sentence_number == number and other.stems and other.kind != "negation":
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
