"""Which claims may be what somebody denies, found by their words."""

import re
from collections.abc import Mapping, Sequence

from claimdiff.findings.denials import Denial, is_plainly_negated
from claimdiff.findings.denied import EMPTY_KEYS
from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.light_words import LIGHT_KEYS
from claimdiff.findings.modality import is_unreal
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords, is_country, word_key
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span, Speaker

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
# What is demanded, or said of any case there may be, is not said to have happened.
_DEMANDED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|(?:call|ask|press|push|plea)(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|requests?)\b",
    re.IGNORECASE,
)
_ANY_CASE = re.compile(r"^\W*any\b|\b(?:if|unless|whether)\b", re.IGNORECASE)
# Claims looked at for one stem, so that a word of all the story doesn't cost the square; and of one sentence.
_LARGEST_BLOCK = 3000
_LARGEST_SENTENCE = 60
# What a name weighs beside another word, and what is left where the countries differ or none is named.
_NAME = 0.4
_OTHER_COUNTRY = 0.6
_NO_COUNTRY = 0.5
# A claim of so few words that say something is a piece of one.
_FRAGMENT = 1
_FRAGMENT_WORTH = 0.7
# Of the words that tell what is denied a claim must have so many, where there are as many.
_SHARED_ACT = 2


def _other_country(one: frozenset[str], two: frozenset[str]) -> bool:
    """Tell whether each of two sets names a country that the other lacks."""
    left, right = {key for key in one if is_country(key)}, {key for key in two if is_country(key)}
    return bool(left - right) and bool(right - left)


def _lacks_country(query: frozenset[str], stems: frozenset[str]) -> bool:
    """Tell whether a query names countries and a claim none of them."""
    wanted = {key for key in query if is_country(key)}
    return bool(wanted) and not wanted & stems


def _are_others(one: Speaker | None, two: Speaker | None) -> bool:
    """Tell whether two speakers are known, and not as one."""
    return one is not None and two is not None and relate_speakers(one.name, two.name) != "same"


class AllegationIndex:
    """The claims that a denial may deny, by their words and by their sentences.

    Left out are denials and plain negations, what is presupposed, unreal or said of any case there may be,
    what its own sentence calls false (other than in somebody else's mouth) and what says only that
    somebody spoke.
    """

    def __init__(
        self,
        documents: Mapping[str, Document],
        claims: Sequence[Claim],
        denials: Sequence[Denial],
        story: StoryWords,
    ) -> None:
        self._story = story
        self._stems: dict[str, frozenset[str]] = {}
        self._weight: dict[str, float] = {}
        self._demanded: dict[str, str] = {}
        self._by_stem: dict[str, list[Claim]] = {}
        self._by_sentence: dict[tuple[str, Span], list[Claim]] = {}
        self._found: dict[frozenset[str], list[tuple[float, Claim]]] = {}
        denying = {denial.claim.id for denial in denials}
        called_false = {
            (denial.claim.document_id, denial.claim.sentence): denial.claim.speaker
            for denial in denials
            if denial.kind == "falsity"
        }
        keys_of: dict[str, frozenset[str]] = {}
        for claim in claims:
            if claim.id in denying or not _affirms(claim, documents[claim.document_id]):
                continue
            home = claim.document_id, claim.sentence
            if home in called_false and not _are_others(claim.speaker, called_false[home]):
                continue
            keys = keys_of.get(claim.statement)
            if keys is None:
                keys = frozenset(word_key(token.text) for token in tokenize(claim.statement)) - {""}
                keys_of[claim.statement] = keys
            stems = keys.union(*(story.stems_in(claim.document_id, span) for span in claim.spans))
            if any(map(self._is_content, stems - _SPEAKING)):
                self._add(claim, stems)

    def _add(self, claim: Claim, stems: frozenset[str]) -> None:
        self._stems[claim.id] = stems
        demanded = _DEMANDED.search(claim.statement)
        if demanded:
            self._demanded[claim.id] = word_key(demanded.group().split()[0])
        told = stems - EMPTY_KEYS - _COUNTS
        self._weight[claim.id] = sum(sorted(map(self._weigh, told or stems)))
        self._by_sentence.setdefault((claim.document_id, claim.sentence), []).append(claim)
        for one in sorted(stems):
            self._by_stem.setdefault(one, []).append(claim)

    def stems_of(self, claim: Claim) -> frozenset[str]:
        """Return the stems of a claim that the index gave out: of its statement and of its evidence."""
        return self._stems[claim.id]

    def read_demand(self, claim: Claim) -> str | None:
        """Return the key of the word by which a claim demands what it tells, None if it tells it as done."""
        return self._demanded.get(claim.id)

    def list_in(self, document_id: str, sentence: Span) -> Sequence[Claim]:
        """Return the claims of a sentence, the first of very many."""
        return self._by_sentence.get((document_id, sentence), ())[:_LARGEST_SENTENCE]

    def search(self, stems: frozenset[str]) -> list[tuple[float, Claim]]:
        """Return the claims that say much of what the stems say, in the same or kindred words.

        Each comes once, with how much it says, 0 to 1.
        """
        found = self._found.get(stems)
        if found is None:
            found = self._found[stems] = self._search(stems)
        return found

    def _weigh(self, stem: str) -> float:
        """Return a stem's weight; names count less: who accuses and where is not what is denied."""
        return self._story.weight(stem) * (_NAME if self._story.is_name(stem) else 1.0)

    def _is_content(self, stem: str) -> bool:
        return not (self._story.is_name(stem) or is_country(stem) or stem in EMPTY_KEYS)

    def _tells(self, stem: str) -> bool:
        return self._is_content(stem) and stem not in LIGHT_KEYS and stem not in _COUNTS

    def _search(self, stems: frozenset[str]) -> list[tuple[float, Claim]]:
        weights = {one: self._weigh(one) for one in sorted(stems)}
        whole = sum(sorted(weights.values()))
        reached: dict[str, dict[str, float]] = {}
        acts: dict[str, set[str]] = {}
        claims: dict[str, Claim] = {}
        for one, weight in weights.items():
            for word, factor in kindred_keys(one):
                for claim in self._by_stem.get(word, ())[:_LARGEST_BLOCK]:
                    claims[claim.id] = claim
                    words = reached.setdefault(claim.id, {})
                    words[word] = max(words.get(word, 0.0), factor * weight)
                    if self._tells(one):
                        acts.setdefault(claim.id, set()).add(one)
        found = []
        least = max(1, min(_SHARED_ACT, sum(map(self._tells, stems))))
        for claim_id, words in sorted(reached.items()):
            if len(words) < min(2, len(stems)) or len(acts.get(claim_id, ())) < least:
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


def _affirms(claim: Claim, document: Document) -> bool:
    """Tell whether a claim affirms outright that something was so."""
    if is_plainly_negated(claim) or not claim.checkable or claim.presupposed:
        return False
    return not (is_unreal(claim, document) or _ANY_CASE.search(claim.statement))
