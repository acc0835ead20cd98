"""What a denial denies: by its own words, or by what stands before it when it only points back."""

import re
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from claimdiff.findings.denials import Denial, is_plainly_negated
from claimdiff.findings.denied import EMPTY_KEYS
from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.light_words import LIGHT_KEYS
from claimdiff.findings.modality import is_unreal
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords, is_country, word_key
from claimdiff.language.stems import family
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Document, Span, Speaker

_BLAME_KEYS = frozenset(
    family(word)
    for word in """accuse allege suspect charge blame criticise criticize violate illegal breach
        condemn""".split()
)
_ACCUSING = _BLAME_KEYS | frozenset(
    family(word) for word in "claim report show evidence believe reveal detect suggest warn".split()
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
_BLAMING = re.compile(
    r"\b(?:accus|blam|criticis|criticiz|condemn|denounc|slamm?|respond|react|answer)\w*", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# What is demanded, or said of any case there may be, is not said to have happened.
_DEMANDED = re.compile(
    r"\b(?:demand(?:s|ed|ing)?|(?:call|ask|press|push|plea)(?:s|ed|ing)? for|urg(?:e|es|ed|ing)|requests?)\b",
    re.IGNORECASE,
)
_ANY_CASE = re.compile(r"^\W*any\b|\b(?:if|unless|whether)\b", re.IGNORECASE)
# What somebody may yet have to face follows from an accusation; it accuses of nothing.
_MAY_FACE = re.compile(r"\b(?:may|might|could|will|would)\s+(?:\w+\s+)?face\b", re.IGNORECASE)
_WRONGDOING = frozenset((word_key("wrongdoing"),))
_LOOK_BACK = 6
_LARGEST_BLOCK = 3000
_LARGEST_SENTENCE = 60
_STEP = 0.06
_POINTED = 0.8
_SAME_DENIER = 0.9
_NOBODY_NAMED = 0.75
_NOBODY_CITED = 0.35
_NEAR = 2
_OTHER_COUNTRY = 0.6
_NAME = 0.4
_NO_COUNTRY = 0.5
_NO_NAME = 0.7
_FRAGMENT = 1
_FRAGMENT_WORTH = 0.7
# Of words that tell what is denied so many must be told, where there are as many.
_SHARED_ACT = 2
# What somebody denies having done, told of others.
_DONE_BY_OTHERS = 0.5
# How sure it is that what is told with another verb is meant.
_OTHER_ACT = 0.25


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


def _same_voice(claim: Claim, denial: Denial) -> bool:
    """Tell whether a claim is in the mouth of who denies."""
    if claim.speaker is None:
        verb = _BLAMING.search(claim.statement)
        before = tokenize(claim.statement, 0, verb.start()) if verb else []
        if verb and verb.group().endswith("ed") and _PASSIVE.search(claim.statement, 0, verb.start()):
            return False
        named = [key for token in before if token.text[0].isupper() and (key := word_key(token.text))]
        return bool(named) and not denial.denier.isdisjoint((named[0], named[-1]))
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


class Query(NamedTuple):
    """What is denied as stems, and how sure it is that it is meant.

    `act` is the verb among them, where known; `of_denier` is true where the denier would have done it.
    """

    certainty: float
    stems: frozenset[str]
    act: str = ""
    of_denier: bool = False


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
            (denial.claim.document_id, denial.claim.sentence): denial.claim.speaker
            for denial in denials
            if denial.kind == "falsity"
        }
        self._stems: dict[str, frozenset[str]] = {}
        self._weight: dict[str, float] = {}
        self._by_stem: dict[str, list[Claim]] = {}
        self._found: dict[frozenset[str], list[tuple[float, Claim]]] = {}
        self._by_sentence: dict[tuple[str, Span], list[Claim]] = {}
        self._named_pointers: dict[tuple[str, Span], frozenset[str]] = {}
        self._demanded: dict[str, str] = {}
        keys_of: dict[str, frozenset[str]] = {}
        for claim in claims:
            if claim.id in denying or is_plainly_negated(claim) or not claim.checkable or claim.presupposed:
                continue
            if is_unreal(claim, documents[claim.document_id]) or _ANY_CASE.search(claim.statement):
                continue
            home = claim.document_id, claim.sentence
            if home in called_false and not _are_others(claim.speaker, called_false[home]):
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
            demanded = _DEMANDED.search(claim.statement)
            if demanded:
                self._demanded[claim.id] = word_key(demanded.group().split()[0])
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
        for query in self._queries(denial):
            for score, claim in self._by_words(query.stems):
                if _same_voice(claim, denial) or _MAY_FACE.search(claim.statement):
                    continue
                demanded = self._demanded.get(claim.id)
                if demanded and demanded not in query.stems:
                    continue
                if denial.stems and self._lacks_name(claim, denial.stems):
                    score *= _NO_NAME
                if query.of_denier and self._is_of_others(claim, denial):
                    score *= _DONE_BY_OTHERS
                certainty = query.certainty * (1.0 if self._tells_act(claim, query.act) else _OTHER_ACT)
                found = Allegation(score * (1.0 if self._accuses(claim) else 0.8), certainty, claim)
                old = best.get(claim.id)
                if old is None or old.likeness * old.certainty < found.likeness * found.certainty:
                    best[claim.id] = found
        return sorted(best.values(), key=lambda row: (-row.likeness * row.certainty, row.claim.id))

    def _tells_act(self, claim: Claim, act: str) -> bool:
        stems = self._stems[claim.id]
        return not act or any(word in stems for word, _ in kindred_keys(act))

    def _is_of_others(self, claim: Claim, denial: Denial) -> bool:
        """Tell whether a claim names countries or people, and not who denies."""
        stems = self._stems[claim.id]
        return bool(denial.denier and self._names_in(stems)) and not denial.denier & stems

    def _lacks_name(self, claim: Claim, stems: frozenset[str]) -> bool:
        """Tell whether what is denied names countries or people, and a claim none of them."""
        named = self._names_in(stems)
        return bool(named) and not named & self._stems[claim.id]

    def _names_in(self, stems: frozenset[str]) -> set[str]:
        return {stem for stem in stems if self._story.is_name(stem) or is_country(stem)}

    def _queries(self, denial: Denial) -> list[Query]:
        """Return what may be denied."""
        if denial.stems:
            return [Query(1.0, denial.stems, denial.act, denial.own_act)]
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

    def _pointed_at(self, denial: Denial) -> list[Query]:
        """Return what stands before a denial that only points back ("denied the reports").

        The nearest accusation that names who denies is meant; else what the same speaker denied just
        before; else the nearest that what is pointed at names; else the nearest of all.
        """
        found: dict[str, Query] = {}
        sentences = self._story.sentences[denial.claim.document_id]
        for back in range(min(_LOOK_BACK, denial.sentence_number) + 1):
            number = denial.sentence_number - back
            earlier = self._same_denier(denial, number)
            if earlier is not None and not back:
                # The rest of its sentence says it, and is a denial of its own.
                return []
            if earlier is not None and "named" not in found:
                return [Query(_SAME_DENIER, earlier.stems, earlier.act, earlier.own_act)]
            if back and not denial.pointers and self._cites(denial, sentences[number], own=True):
                # "That" is what the same speaker has just spoken of.
                break
            accused = self._accused_in(denial, sentences[number])
            how = self._choose_pointing(denial, sentences[number], back) if accused else None
            if how == "nearest":
                worth = _NOBODY_NAMED if self._cites(denial, sentences[number], own=False) else _NOBODY_CITED
                found.setdefault(how, Query(_POINTED * worth - _STEP * back, accused))
            elif how is not None:
                query = Query(_POINTED - _STEP * back, accused, of_denier=how == "named")
                found.setdefault(how, query)
        return [found[how] for how in ("named", "pointed", "nearest") if how in found][:1]

    def _choose_pointing(self, denial: Denial, sentence: Span, back: int) -> str | None:
        """Return why a denial points back to a sentence: whom or what it names, or its place; None if not."""
        around = self._story.stems_in(denial.claim.document_id, sentence)
        if denial.whose and not denial.whose & around:
            return None
        if denial.denier & around:
            return "named"
        if denial.pointers >= _WRONGDOING:
            return None
        if self._names_pointer(denial, sentence):
            return "pointed"
        return "nearest" if back <= _NEAR else None

    def _names_pointer(self, denial: Denial, sentence: Span) -> bool:
        """Tell whether a sentence holds a word that a denial points back with; "reportedly" is none."""
        place = denial.claim.document_id, sentence
        named = self._named_pointers.get(place)
        if named is None:
            words = self._story.by_id[denial.claim.document_id]
            first, last = words.between(sentence)
            named = self._named_pointers[place] = frozenset(
                words.stems[at] for at in range(first, last) if not words.words[at].endswith("ly")
            )
        return not denial.pointers.isdisjoint(named)

    def _cites(self, denial: Denial, sentence: Span, *, own: bool) -> bool:
        """Tell whether a sentence cites who denies, or somebody else."""
        return any(
            claim.speaker is not None and _same_voice(claim, denial) == own
            for claim in self._by_sentence.get((denial.claim.document_id, sentence), ())[:_LARGEST_SENTENCE]
        )

    def _accused_in(self, denial: Denial, sentence: Span) -> frozenset[str]:
        """Return the stems of what a sentence's claims accuse, those that name the denier if any does."""
        found = [
            self._stems[claim.id]
            for claim in self._by_sentence.get((denial.claim.document_id, sentence), ())[:_LARGEST_SENTENCE]
            if self._can_be_meant(claim, denial) and not _same_voice(claim, denial)
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

    def _can_be_meant(self, claim: Claim, denial: Denial) -> bool:
        """Tell whether a claim can be what a denial points back to.

        "Any wrongdoing" is what accusations are of, and "the reports" are somebody's; a doubt of the
        outlet's own is neither.
        """
        if denial.pointers >= _WRONGDOING:
            return not _BLAME_KEYS.isdisjoint(self._stems[claim.id])
        if denial.pointers and _ACCUSING.isdisjoint(self._stems[claim.id]):
            return claim.speaker is not None or claim.headline
        return self._accuses(claim)
