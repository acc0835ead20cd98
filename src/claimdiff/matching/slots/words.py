"""What a substituted stretch of words or names means for two claims."""

from typing import TYPE_CHECKING, NamedTuple

from claimdiff.language.lexicon import exclusive_class
from claimdiff.language.names import canonical_place, place_within
from claimdiff.language.places import is_demonym
from claimdiff.language.stems import family
from claimdiff.matching.gaps import Substitution, find_ending
from claimdiff.matching.slots import list_words
from claimdiff.matching.slots.meaning import kinds_exclude, names_agree, words_agree, words_oppose
from claimdiff.model import Slot

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim, Unit

_PREPOSITIONS = list_words("in at near to from into of for with by on about against between toward towards")
_PLACE_WORDS = list_words("in at near to from into towards toward outside inside around across")


# Classes of which a story may well tell several: two buildings, the killed and the hurt.
_CLASS_WEIGHTS = {"building": 0.75, "harm": 0.75}
_LIGHT_VERBS = list_words(
    "take takes took taken taking give gives gave put puts get gets got turn turns turned"
)
_SENSE_PARTICLES = list_words("off out up down over in on away back")
_TERMS = frozenset(family(word) for word in list_words("day week month year decade hour minute"))
_PARTICLES = frozenset(["~up", "~down", "~over", "~under", "~inside", "~outside"])
# Claims that share this much of the lighter one tell one event, whoever they name.
_ONE_EVENT = 0.7
# What is left of a difference between claims that share names and nothing else.
_NAMES_ALONE = 0.6


class WordDifference(NamedTuple):
    """A substituted stretch: the slot it belongs to, whether both exclude each other, how surely, and why."""

    slot: Slot
    left: tuple[int, ...]
    right: tuple[int, ...]
    exclusive: bool
    strength: float
    note: str


def judge_substitution(alignment: "Alignment", one: Substitution) -> WordDifference | None:
    """Say what a substitution is; None for like words and for numbers and dates (judged by value)."""
    left, right = alignment.left, alignment.right
    lefts = [left.units[i] for i in one.left]
    rights = [right.units[j] for j in one.right]
    opposed = _find_opposed(alignment, one)
    if opposed is not None:
        i, j = opposed
        strength = (0.55 + 0.4 * one.closeness) * _same_event(alignment)
        return WordDifference("meaning", (i,), (j,), True, strength, "the words exclude each other")
    if any(unit.kind in ("number", "date") for unit in (*lefts, *rights)):
        return _judge_mixed(one, lefts, rights)
    if all(unit.kind == "name" for unit in (*lefts, *rights)):
        return _judge_names(alignment, one)
    kinds = _find_kinds(left, right, one)
    if kinds is not None:
        i, j = kinds
        strength = (0.45 + 0.35 * one.closeness) * _same_event(alignment)
        strength *= _CLASS_WEIGHTS.get(exclusive_class(left.units[i].key, right.units[j].key) or "", 1.0)
        return WordDifference("actor", (i,), (j,), True, strength, "different things of one kind")
    return _judge_unknown(one, lefts, rights)


def _govern_same(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether two little words have the same after them: "before" and "after" one event."""
    right_of = alignment.right_of
    if alignment.left.units[i].key in _PARTICLES:
        return right_of.get(i - 1) == j - 1
    after = any(abs(right_of.get(i + ahead, -9) - j - ahead) <= 1 for ahead in (1, 2))
    return after and any(-9 < right_of.get(i - back, -10) < j for back in (1, 2, 3))


def _find_opposed(alignment: "Alignment", one: Substitution) -> tuple[int, int] | None:
    left, right = alignment.left, alignment.right
    for i in one.left:
        for j in one.right:
            if left.units[i].key[0] == "~" and not _govern_same(alignment, i, j):
                continue
            ours, theirs = left.units[i].text.lower(), right.units[j].text.lower()
            if _is_other_class(ours, theirs) or _is_phrasal(left, i) or _is_phrasal(right, j):
                continue
            if words_oppose(left.units[i].key, right.units[j].key) or words_oppose(ours, theirs):
                same_sign = left.units[i].negated == right.units[j].negated
                return (i, j) if same_sign else None
    return None


def _find_kinds(left: "PreparedClaim", right: "PreparedClaim", one: Substitution) -> tuple[int, int] | None:
    if _counts_near(left, one.left) and _counts_near(right, one.right):
        return None
    for i in one.left:
        for j in one.right:
            ours, theirs = left.units[i], right.units[j]
            if kinds_exclude(ours.key, theirs.key) and _is_one_class(ours, theirs):
                return i, j
    return None


def _is_one_class(one: "Unit", two: "Unit") -> bool:
    return one.kind == two.kind and _word_class(one.text) == _word_class(two.text)


def _word_class(word: str) -> str:
    """Return the ending that keeps verbs and adverbs apart from nouns ("reportedly" from "reporters")."""
    return next((ending for ending in ("ly", "ed", "ing") if word.endswith(ending)), "")


def _is_phrasal(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a light verb goes with a particle that gives it another sense ("take off")."""
    unit = claim.units[index]
    return unit.text.lower() in _LIGHT_VERBS and any(
        token.lower in _SENSE_PARTICLES and 0 < token.start - unit.end <= 1 for token in claim.tokens
    )


def _is_other_class(one: str, two: str) -> bool:
    """Return whether just one of two words is an adverb or the name of a quality ("safety")."""
    if "early" in (one, two):
        return False
    return any(one.endswith(ending) != two.endswith(ending) for ending in ("ly", "ty", "ness"))


def _counts_near(claim: "PreparedClaim", indices: tuple[int, ...]) -> bool:
    """Return whether a number stands right beside: "killed two" and "wounded nine" both hold."""
    around = claim.units[max(0, indices[0] - 1) : indices[-1] + 2]
    return any(unit.kind == "number" for unit in around)


def _judge_mixed(one: Substitution, lefts: list["Unit"], rights: list["Unit"]) -> WordDifference | None:
    """A number or date against words: "two" for "no one" is left to polarity; the rest is unclear."""
    kinds = {unit.kind for unit in lefts} | {unit.kind for unit in rights}
    if (
        kinds == {"number"}
        and len(lefts) == len(rights) == 1
        and lefts[0].quantity is rights[0].quantity is None
    ):
        return WordDifference(
            "quantity", one.left, one.right, True, 0.7 * one.closeness, "other figures in one place"
        )
    if kinds in ({"number"}, {"date"}):
        return None
    return WordDifference("meaning", one.left, one.right, False, 0.2 * one.closeness, "told otherwise")


def _judge_names(alignment: "Alignment", one: Substitution) -> WordDifference | None:
    left, right = alignment.left, alignment.right
    ours = left.names[left.units[one.left[0]].name]
    theirs = right.names[right.units[one.right[0]].name]
    if names_agree(ours.text, theirs.text) or _is_part(ours.text, theirs.text):
        return None
    if _has_counterpart(alignment, left.units[one.left[0]].name, right.units[one.right[0]].name):
        return None
    if len(left.words_of(one.left)) < 2 or len(right.words_of(one.right)) < 2:
        return None
    here, there = canonical_place(ours.text), canonical_place(theirs.text)
    is_place = bool(here and there) or (ours.kind == theirs.kind == "place")
    if is_place and _nest(ours.text, theirs.text):
        return WordDifference("place", one.left, one.right, False, 0.05, "one place lies in the other")
    if len(one.left) == len(one.right) == 1 and _find_kinds(left, right, one) is not None:
        strength = (0.4 + 0.4 * one.closeness) * _same_event(alignment)
        return WordDifference("actor", one.left, one.right, True, strength, "of one kind")
    known = bool(here and there) or ours.kind == theirs.kind != "unknown"
    strength = (0.35 + 0.4 * one.closeness) * (1.0 if known else 0.65)
    if _share_words(ours.text, theirs.text):
        if _differ_by_letter(left.units[one.left[0]].text, right.units[one.right[0]].text):
            return None
        strength *= 1.0 if ours.kind == theirs.kind == "person" else 0.6
    before = left.units[one.left[0]].before
    if (before in _PREPOSITIONS) != (right.units[one.right[0]].before in _PREPOSITIONS):
        strength *= 0.6
    if before == "near" or _describes(left, one.left[-1]) != _describes(right, one.right[-1]):
        strength *= 0.5
    if bool(here) != bool(there):
        strength *= 0.8
    strength *= _same_event(alignment)
    slot: Slot = "place" if is_place and before in _PLACE_WORDS else "actor"
    return WordDifference(
        slot, one.left, one.right, strength >= 0.5, strength, "different names in one place"
    )


def _nest(one: str, two: str) -> bool:
    """Return whether one place lies in the other, also where one is told by its people ("American")."""
    here = canonical_place(one) if is_demonym(one) else one
    there = canonical_place(two) if is_demonym(two) else two
    return place_within(one, there) or place_within(two, here)


def _same_event(alignment: "Alignment") -> float:
    """Return 1 where so much is shared that one event is told, else less: two names may do alike, and who
    bears one name may do several things."""
    units = alignment.left.units
    tells = any(units[i].kind != "name" for i in alignment.right_of)
    return min(1.0, 0.4 + 0.6 * alignment.coverage / _ONE_EVENT) * (1.0 if tells else _NAMES_ALONE)


def _has_counterpart(alignment: "Alignment", ours: int, theirs: int) -> bool:
    """Return whether part of either name is matched with another name: then it is told elsewhere too."""
    left, right = alignment.left.units, alignment.right.units
    return any(
        (left[i].name == ours) != (right[j].name == theirs)
        for i, j in alignment.right_of.items()
        if left[i].name == ours or right[j].name == theirs
    )


def _describes(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a name stands before its noun, as an adjective does ("the Geneva talks")."""
    following = claim.units[index + 1 : index + 2]
    return bool(following) and not following[0].before and following[0].kind == "word"


def _share_words(one: str, two: str) -> bool:
    return not set(one.casefold().split()).isdisjoint(two.casefold().split())


def _differ_by_letter(one: str, two: str) -> bool:
    from rapidfuzz.distance import Levenshtein

    return min(len(one), len(two)) >= 4 and Levenshtein.distance(one.casefold(), two.casefold()) <= 1


def _is_part(one: str, two: str) -> bool:
    """Return whether the words of one name are among the other's ("Port Ellery", "Ellery")."""
    first, second = set(one.casefold().split()), set(two.casefold().split())
    return first <= second or second <= first


def _judge_unknown(one: Substitution, lefts: list["Unit"], rights: list["Unit"]) -> WordDifference:
    """Words that neither mean the same nor exclude each other for all we know, graded by likeness."""
    if len(one.left) == len(one.right) == 1:
        first, second = lefts[0], rights[0]
        if "light" in (first.kind, second.kind) or first.kind != second.kind:
            weight = _grade_unlike(first, second) * one.closeness
            return WordDifference("meaning", one.left, one.right, False, weight, "told otherwise")
        alike = 0.1 if find_ending(first.text) == find_ending(second.text) else 0.0
        alike += 0.1 if first.before == second.before else 0.0
        strength = (0.3 + alike) * one.closeness
    else:
        heads_agree = words_agree(lefts[-1].key, rights[-1].key) >= 0.5
        strength = (0.1 if heads_agree else 0.25) * one.closeness
    return WordDifference("meaning", one.left, one.right, False, strength, "other words in one place")


def _grade_unlike(one: "Unit", two: "Unit") -> float:
    """Return how surely two words differ of which one is a little or common word, or a name."""
    if one.key in _TERMS and two.key in _TERMS:
        return 0.45
    if "name" in (one.kind, two.kind):
        return 0.35 if one.text[0].isupper() and two.text[0].isupper() else 0.15
    return 0.15 if "~" in one.key[0] + two.key[0] else 0.2
