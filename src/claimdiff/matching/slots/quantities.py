"""Whether two numbers count the same thing, and whether both can hold."""

from functools import lru_cache
from math import floor, inf, log10
from typing import TYPE_CHECKING, NamedTuple

from claimdiff.language.stems import family
from claimdiff.matching.slots import list_words
from claimdiff.matching.slots.meaning import kinds_exclude, words_agree
from claimdiff.matching.slots.measures import dimension_of, measure_in
from claimdiff.model import Quantity

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim, Unit

# How far from a value "about" reaches, as a share of it.
_ABOUT = 0.15
# Two values that are both "about" or "up to" may lie this far apart, as a share of the greater.
_BOTH_ABOUT = 0.12
_OPPOSED_BOUNDS = ({"more than", "fewer than"}, {"more than", "at most"}, {"at least", "fewer than"})
# A value in another unit is rounded, so it may lie this far off, as a share of the greater.
_CONVERTED = 0.15
# How many hours apart two clock times may be when one of them is approximate.
_ABOUT_HOURS = 0.3
_PEOPLE = frozenset(
    family(word)
    for word in list_words(
        """people person man woman civilian soldier troop resident passenger victim tourist citizen child
    worker employee officer migrant refugee protester demonstrator customer consumer student member
    individual american body death casualty fatality personnel villager fighter militant crew staff
    adult boy girl local"""
    )
)
_OUTCOMES = {
    family(word): outcome
    for outcome, words in {
        "dead": "kill die dead death toll fatal fatality slay body perish deadly lethal murder",
        "hurt": "wound injure injury hurt casualty hospital treat",
        "held": "arrest detain capture jail custody suspect",
        "missing": "missing unaccounted",
        "rescued": "rescue save survive evacuate survivor",
    }.items()
    for word in words.split()
}
_GROUPS = frozenset(
    family(word) for word in list_words("family group team crew party gang squad panel class convoy")
)
_INCREMENTS = list_words("another additional further extra more others")
_NEAR = 4
# Kinds that tell how much, not how many: the same unit says nothing of what is measured.
_MEASURING = ("money", "percent", "measure", "duration")
_OTHER_HEAD = 0.5
# Kinds of units that tell what a number is about; a shared name does not.
_TELLING = ("word", "number", "date")
# "cut to 12" tells what a figure became, "leads by 19" what it is: less surely the same.
_OUTCOME_OF_CHANGE = 0.6
_PART_OF_WHOLE = 0.4
# "Two hurt" and "240 passengers": what became of those counted is told on one side only.
_NO_FATE = 0.7
# Values nearer than this, as a share of the greater, tell one figure.
_BARELY = 0.005
# From this closeness on, a substitution alone tells that two numbers count the same.
_SAME_PLACE = 0.85
_CERTAIN_PLACE = 0.99


class Judged(NamedTuple):
    """Two numbers that count the same: unit indices, whether both can hold, how sure, and why."""

    left: int
    right: int
    compatible: bool
    strength: float
    note: str


def bounds_of(quantity: Quantity) -> tuple[float, float]:
    """Return the interval of values that a quantity allows; open ends are infinite.

    Both ends are included, since "more than 30" is often said of a count that another source gives as 30.
    """
    value, high = quantity.value, quantity.high if quantity.high is not None else quantity.value
    slack = _ABOUT_HOURS if quantity.kind == "time" else abs(value) * _ABOUT
    match quantity.comparison:
        case "at least" | "more than":
            return value, inf
        case "at most" | "fewer than":
            return -inf, high
        case "about":
            return value - slack, high + slack
        case _:
            return value, high


def can_both_hold(one: Quantity, two: Quantity) -> bool:
    """Return whether one value can satisfy both quantities; rounding to fewer figures is no conflict."""
    ratio = measure_in(two, one)
    if ratio != 1.0:
        first, second = one.value, two.value * ratio
        return abs(first - second) <= _CONVERTED * max(abs(first), abs(second))
    if one.comparison == two.comparison and one.comparison in ("about", "at most") and one.kind != "time":
        return abs(one.value - two.value) <= _BOTH_ABOUT * max(abs(one.value), abs(two.value))
    if one.value == two.value and {one.comparison, two.comparison} in _OPPOSED_BOUNDS:
        return False
    low, high = bounds_of(one)
    lower, upper = bounds_of(two)
    if low <= upper and lower <= high:
        return True
    if one.kind in ("position", "ordinal", "time") or one.high is not None or two.high is not None:
        return False
    return _rounds_to(one.value, two.value) or _rounds_to(two.value, one.value)


def _rounds_to(fine: float, coarse: float) -> bool:
    """Return whether `coarse` is `fine`, 1,000 or more or a fraction, rounded to fewer figures."""
    if coarse == 0 or (abs(fine) < 1000 and fine == int(fine)):
        return False
    figures = _figures(coarse)
    digits = figures - 1 - floor(log10(abs(fine)))
    if digits >= 0 and _figures(fine) <= figures:
        return False
    return (
        abs(round(fine, digits) - coarse) <= abs(coarse) * 1e-9 and abs(fine - coarse) <= abs(coarse) * 0.05
    )


@lru_cache(maxsize=8192)
def _figures(value: float) -> int:
    digits = f"{abs(value):.9g}".split("e")[0].replace(".", "").strip("0")
    return max(1, len(digits))


def judge_quantities(alignment: "Alignment") -> list[Judged]:
    """Return for every number of the left claim the number of the right one that counts the same, judged."""
    left, right = alignment.left, alignment.right
    ours, theirs = left.counted, right.counted
    if not ours or not theirs:
        return []
    placed = {(one.left[0], one.right[0]): one.closeness for one in alignment.substitutions}
    judged: list[Judged] = []
    taken = {j for i in ours if (j := alignment.right_of.get(i)) is not None}
    for i in ours:
        if i in alignment.right_of:
            j = alignment.right_of[i]
            if j in theirs and (sure := _count_same(alignment, i, j, 0.0)) > 0:
                judged.append(_judge_pair(alignment, i, j, sure))
            continue
        options = [
            (sure, j)
            for j in theirs
            if j not in taken and (sure := _count_same(alignment, i, j, placed.get((i, j), 0.0))) > 0
        ]
        if not options:
            continue
        one = left.units[i].quantity
        assert one is not None
        settled = [(sure, j) for sure, j in options if can_both_hold(one, _quantity(right, j))]
        exact = [(sure, j) for sure, j in settled if left.units[i].key == right.units[j].key]
        sure, j = max(exact or settled or options, key=lambda option: (option[0], -option[1]))
        taken.add(j)
        judged.append(_judge_pair(alignment, i, j, sure))
    return judged


def _judge_pair(alignment: "Alignment", i: int, j: int, sure: float) -> Judged:
    one, two = alignment.left.units[i], alignment.right.units[j]
    compatible = can_both_hold(_quantity(alignment.left, i), _quantity(alignment.right, j))
    return _judge(one, two, i, j, compatible, sure)


def _quantity(claim: "PreparedClaim", index: int) -> Quantity:
    quantity = claim.units[index].quantity
    assert quantity is not None
    return quantity


def _judge(one: "Unit", two: "Unit", i: int, j: int, compatible: bool, sure: float) -> Judged:
    if compatible:
        return Judged(i, j, True, _shifted(one, two) * sure, "both can hold")
    return Judged(i, j, False, sure, f"“{one.text}” and “{two.text}” cannot both hold")


def _shifted(one: "Unit", two: "Unit") -> float:
    """Return how far two values that can both hold still differ ("at least 4", "at least 9")."""
    if one.quantity is None or two.quantity is None:
        return 0.0
    low, high = sorted((abs(one.quantity.value), abs(two.quantity.value)))
    if high == 0 or (high - low) / high <= _BARELY:
        return 0.0
    return 0.4 if one.quantity.comparison == two.quantity.comparison else 0.25


def _count_same(alignment: "Alignment", i: int, j: int, placed: float) -> float:
    """Return how surely two numbers count the same thing, 0 (not) to 1."""
    left, right = alignment.left, alignment.right
    one, two = _quantity(left, i), _quantity(right, j)
    if _family_of(one) != _family_of(two) and {one.kind, two.kind} != {"ordinal", "position"}:
        return 0.0
    if _adds(left, i) != _adds(right, j) or _group_of(left, i) != _group_of(right, j):
        return 0.0
    ours, theirs = _outcome(left, i), _outcome(right, j)
    if ours and theirs and ours != theirs:
        return 0.0
    sure = _same_noun(alignment, i, j, one, two) * _same_scope(left, i, right, j)
    if bool(ours) != bool(theirs):
        sure *= _NO_FATE
    if (left.units[i].before == "including") != (right.units[j].before == "including"):
        sure *= _PART_OF_WHOLE
    if (left.units[i].before == "to") != (right.units[j].before == "to"):
        sure *= _OUTCOME_OF_CHANGE
    if sure == 0.0:
        return 0.0
    if _share_total(alignment, i, j):
        return 0.95
    shared = _shared_nearby(alignment, i, j)
    if placed < _CERTAIN_PLACE and one.kind in _MEASURING and not _same_head(alignment, i, j):
        sure *= _OTHER_HEAD
    if placed >= _SAME_PLACE and shared:
        return min(1.0, sure + 0.2 if sure >= 0.5 else sure)
    outcome = 0.25 if ours and ours == theirs else 0.0
    if not shared and not outcome:
        return 0.0
    return sure * min(1.0, 0.4 + 0.2 * shared + outcome)


def _share_total(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether both numbers are told out of one total ("21 of 71 laps", "lap 20 of 71")."""
    following = alignment.left.units[i + 1 : i + 2]
    is_total = bool(following) and following[0].kind == "number" and following[0].before == "of"
    return is_total and alignment.right_of.get(i + 1) == j + 1


def _same_head(alignment: "Alignment", i: int, j: int) -> bool:
    """Return whether both amounts belong to one noun ("a $3 billion charge", "a charge of $3 billion")."""
    ours, theirs = _find_head(alignment.left, i), _find_head(alignment.right, j)
    if ours is None or theirs is None:
        return False
    one, two = alignment.left.units[ours].key, alignment.right.units[theirs].key
    return alignment.right_of.get(ours) == theirs or words_agree(one, two) >= 0.5


def _find_head(claim: "PreparedClaim", index: int) -> int | None:
    """Return the unit that an amount measures: what follows it at once, else what stands before it."""
    following = claim.units[index + 1 : index + 2]
    if following and following[0].before in ("", "in", "of"):
        return index + 1
    return index - 1 if index > 0 else None


def _same_scope(left: "PreparedClaim", i: int, right: "PreparedClaim", j: int) -> float:
    """Return 1 where both numbers count all of their noun, less where one counts some of it only.

    "10 American tourists" may be among "12 people"; "44 million Britons" are not "145 million Americans".
    """
    ours, theirs = _restriction(left, i), _restriction(right, j)
    if ours == theirs:
        return 1.0
    if ours and theirs:
        return 0.0 if ours.isdisjoint(theirs) else 0.6
    fewer, more = _quantity(left, i).value, _quantity(right, j).value
    if not ours:
        fewer, more = more, fewer
    return 0.4 if fewer <= more else 0.7


def _restriction(claim: "PreparedClaim", index: int) -> frozenset[str]:
    """Return the names right after a number, before or as its noun ("10 American tourists")."""
    found = []
    for unit in claim.units[index + 1 : index + 4]:
        if unit.before or unit.kind not in ("word", "name", "light"):
            break
        if unit.kind == "name":
            found.append(unit.key)
    return frozenset(found)


def _adds(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a number counts what comes on top ("another 1,000", "2.5 million more")."""
    following = claim.units[index + 1 : index + 2]
    more = bool(following) and following[0].text.lower() in _INCREMENTS
    return claim.units[index].before in _INCREMENTS or more


def _group_of(claim: "PreparedClaim", index: int) -> str | None:
    """Return the group whose size a number tells ("a family of five"), None for other counts."""
    before = claim.units[index - 1].key if index else ""
    return before if claim.units[index].before == "of" and before in _GROUPS else None


def _family_of(quantity: Quantity) -> str:
    """Laps are counted ("20 laps") and numbered ("lap 20"): one family."""
    return "count" if quantity.kind == "position" else quantity.kind


def _same_noun(alignment: "Alignment", i: int, j: int, one: Quantity, two: Quantity) -> float:
    mine, other = one.unit, two.unit
    if one.kind in ("duration", "measure"):
        dimension = dimension_of(one)
        return 0.9 if mine == other or (dimension is not None and dimension == dimension_of(two)) else 0.0
    if one.kind in ("money", "percent", "age", "time"):
        return 0.9 if mine == other else 0.0
    mine = mine or _noun_after(alignment.left, i)
    other = other or _noun_after(alignment.right, j)
    if mine is None and other is None:
        return 0.6
    if mine is None or other is None:
        return 0.45
    if mine == other or family(mine) == family(other):
        return 0.9
    if words_agree(mine, other) >= 0.5:
        return 0.8
    if kinds_exclude(mine, other):
        return 0.0
    return 0.7 if family(mine) in _PEOPLE and family(other) in _PEOPLE else 0.0


def _noun_after(claim: "PreparedClaim", index: int) -> str | None:
    for unit in claim.units[index + 1 : index + 3]:
        if unit.before:
            return None
        if unit.kind in ("word", "name") and unit.text.endswith("s"):
            return unit.key
    return None


def _outcome(claim: "PreparedClaim", index: int) -> str | None:
    """Return what became of those counted, by the nearest word that says so."""
    for distance in range(1, _NEAR + 1):
        for there in (index + distance, index - distance):
            if 0 <= there < len(claim.units) and (found := _OUTCOMES.get(claim.units[there].key)):
                return found
    return None


def _shared_nearby(alignment: "Alignment", i: int, j: int) -> int:
    """Count the units near both numbers that are matched with each other, what is counted aside."""
    units = (_quantity(alignment.left, i).unit, _quantity(alignment.right, j).unit)
    nouns = {family(unit) for unit in units if unit}
    return sum(
        1
        for there in range(max(0, i - _NEAR), min(len(alignment.left.units), i + _NEAR + 1))
        if there != i
        and alignment.left.units[there].key not in nouns
        and (other := alignment.right_of.get(there)) is not None
        and abs(other - j) <= _NEAR
        and alignment.left.units[there].kind in _TELLING
    )
