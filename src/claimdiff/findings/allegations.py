"""What a denial denies: by its own words, or by what stands before it when it only points back."""

import re
from collections.abc import Sequence
from typing import NamedTuple

from claimdiff.findings.allegation_index import AllegationIndex
from claimdiff.findings.denials import Denial
from claimdiff.findings.denied import EMPTY_KEYS
from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import StoryWords, is_country, word_key
from claimdiff.language.stems import family
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Span

_BLAME_KEYS = frozenset(
    family(word)
    for word in """accuse allege suspect charge blame criticise criticize violate illegal breach
        condemn""".split()
)
_ACCUSING = _BLAME_KEYS | frozenset(
    family(word) for word in "claim report show evidence believe reveal detect suggest warn".split()
)
_SPEAKING_UP = re.compile(
    r"\b(?:accus|blam|criticis|criticiz|condemn|denounc|slamm?|respond|react|answer)\w*", re.IGNORECASE
)
_PASSIVE = re.compile(r"\b(?:is|are|was|were|be|been|being)\s+(?:\w+ly\s+)?$", re.IGNORECASE)
# What somebody may yet have to face follows from an accusation; it accuses of nothing.
_MAY_FACE = re.compile(r"\b(?:may|might|could|will|would)\s+(?:\w+\s+)?face\b", re.IGNORECASE)
_WRONGDOING = frozenset((word_key("wrongdoing"),))
# How many sentences before a denial what it points back to may stand, and from how near it need not be named.
_LOOK_BACK = 6
_NEAR = 2
# How sure it is that this is meant, less for every sentence between, and of that how much where the nearest
# is all there is: in somebody's mouth, or in nobody's.
_POINTED = 0.8
_SAME_DENIER = 0.9
_STEP = 0.06
_NOBODY_NAMED = 0.75
_NOBODY_CITED = 0.35
# What is left of a claim that names none of those whom the denial names, and of one that accuses nobody.
_NO_NAME = 0.7
_NO_CHARGE = 0.8
# What somebody denies having done, told of others.
_DONE_BY_OTHERS = 0.5
# How sure it is that what is told with another verb is meant.
_OTHER_ACT = 0.25


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

    def __init__(self, index: AllegationIndex, denials: Sequence[Denial], story: StoryWords) -> None:
        self._story = story
        self._index = index
        self._denials: dict[tuple[str, int], list[Denial]] = {}
        for denial in denials:
            place = denial.claim.document_id, denial.sentence_number
            self._denials.setdefault(place, []).append(denial)
        self._named_pointers: dict[tuple[str, Span], frozenset[str]] = {}

    def find(self, denial: Denial) -> list[Allegation]:
        """Return the claims that may be what is denied, the likest first."""
        query = self._read_query(denial)
        if query is None:
            return []
        found = []
        for score, claim in self._index.search(query.stems):
            if _same_voice(claim, denial) or _MAY_FACE.search(claim.statement):
                continue
            demand = self._index.read_demand(claim)
            if demand and demand not in query.stems:
                continue
            if denial.stems and self._lacks_name(claim, denial.stems):
                score *= _NO_NAME
            if query.of_denier and self._is_of_others(claim, denial):
                score *= _DONE_BY_OTHERS
            certainty = query.certainty * (1.0 if self._tells_act(claim, query.act) else _OTHER_ACT)
            found.append(Allegation(score * (1.0 if self._accuses(claim) else _NO_CHARGE), certainty, claim))
        return sorted(found, key=lambda row: (-row.likeness * row.certainty, row.claim.id))

    def _tells_act(self, claim: Claim, act: str) -> bool:
        stems = self._index.stems_of(claim)
        return not act or any(word in stems for word, _ in kindred_keys(act))

    def _is_of_others(self, claim: Claim, denial: Denial) -> bool:
        """Tell whether a claim names countries or people, and not who denies."""
        stems = self._index.stems_of(claim)
        return bool(denial.denier and self._names_in(stems)) and not denial.denier & stems

    def _lacks_name(self, claim: Claim, stems: frozenset[str]) -> bool:
        """Tell whether what is denied names countries or people, and a claim none of them."""
        named = self._names_in(stems)
        return bool(named) and not named & self._index.stems_of(claim)

    def _names_in(self, stems: frozenset[str]) -> set[str]:
        return {stem for stem in stems if self._story.is_name(stem) or is_country(stem)}

    def _read_query(self, denial: Denial) -> Query | None:
        """Return what is denied, by the denial's own words or by what it points back to; None if unknown."""
        if denial.stems:
            return Query(1.0, denial.stems, denial.act, denial.own_act)
        return self._find_pointed_at(denial) if denial.kind in ("verb", "falsity") else None

    def _find_pointed_at(self, denial: Denial) -> Query | None:
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
                return None
            if earlier is not None and "named" not in found:
                return Query(_SAME_DENIER, earlier.stems, earlier.act, earlier.own_act)
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
        return next((found[how] for how in ("named", "pointed", "nearest") if how in found), None)

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
            for claim in self._index.list_in(denial.claim.document_id, sentence)
        )

    def _accused_in(self, denial: Denial, sentence: Span) -> frozenset[str]:
        """Return the stems of what a sentence's claims accuse, those that name the denier if any does."""
        found = [
            self._index.stems_of(claim)
            for claim in self._index.list_in(denial.claim.document_id, sentence)
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
            or not _ACCUSING.isdisjoint(self._index.stems_of(claim))
        )

    def _can_be_meant(self, claim: Claim, denial: Denial) -> bool:
        """Tell whether a claim can be what a denial points back to.

        "Any wrongdoing" is what accusations are of, and "the reports" are somebody's; a doubt of the
        outlet's own is neither.
        """
        if denial.pointers >= _WRONGDOING:
            return not _BLAME_KEYS.isdisjoint(self._index.stems_of(claim))
        if denial.pointers and _ACCUSING.isdisjoint(self._index.stems_of(claim)):
            return claim.speaker is not None or claim.headline
        return self._accuses(claim)


def _same_voice(claim: Claim, denial: Denial) -> bool:
    """Tell whether a claim is in the mouth of who denies, or tells that they accuse or answer somebody."""
    if claim.speaker is None:
        return _speaks_up(claim, denial.denier)
    keys = {word_key(token.text) for token in tokenize(claim.speaker.name) if token.text[0].isupper()}
    if keys & denial.denier:
        return True
    other = denial.claim.speaker
    return other is not None and relate_speakers(claim.speaker.name, other.name) == "same"


def _speaks_up(claim: Claim, denier: frozenset[str]) -> bool:
    """Tell whether who denies stands before a verb of accusing or answering: first, last, and not accused."""
    verb = _SPEAKING_UP.search(claim.statement)
    if verb is None:
        return False
    if verb.group().endswith("ed") and _PASSIVE.search(claim.statement, 0, verb.start()):
        return False
    before = tokenize(claim.statement, 0, verb.start())
    named = [key for token in before if token.text[0].isupper() and (key := word_key(token.text))]
    return bool(named) and not denier.isdisjoint((named[0], named[-1]))
