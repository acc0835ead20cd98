"""Whether two claims tell one event at moments that cannot both be right."""

from typing import TYPE_CHECKING, NamedTuple

from claimdiff.language.cues import SAY_VERBS
from claimdiff.matching.slots.meaning import dates_meet, split_interval

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment
    from claimdiff.matching.units import PreparedClaim, Unit

# Clock times this near (in minutes) are told loosely, not differently.
_LOOSE_MINUTES = 20
_NEAR = 3
# So much weight shared beside both dates makes up for all that is not shared farther off.
_FULL_NEARBY = 2.2
# How many characters before and after a date its verb of saying may stand.
_SAYING_BEFORE, _SAYING_AFTER = 22, 8
# From this closeness on, a substitution alone tells that both date the same.
_SAME_PLACE = 0.7
_FULL = 0.8
# Claims lighter than this have room for one event only.
_SHORT = 4.5
# Claims that share this much of the lighter one, and tell one date each, tell one event.
_ONE_EVENT = 0.4


class DatePair(NamedTuple):
    """Two date units for one event: whether their intervals meet, how sure that it is one event, and why."""

    left: int
    right: int
    meet: bool
    strength: float
    note: str


def judge_dates(alignment: "Alignment") -> list[DatePair]:
    """Pair the dates of two claims that date the same thing; those that meet come first."""
    left, right = alignment.left, alignment.right
    ours, theirs = left.dated, right.dated
    if not ours or not theirs:
        return []
    placed = {(one.left[0], one.right[0]) for one in alignment.substitutions if one.closeness >= _SAME_PLACE}
    matched = {i: j for i in ours if (j := alignment.right_of.get(i)) in theirs}
    judged = [DatePair(i, j, True, 0.0, "the dates can be one") for i, j in matched.items()]
    taken = set(matched.values())
    for i in ours:
        if i in matched or any(there == i for there, _ in placed):
            continue
        meeting = [j for j in theirs if j not in taken and _meet(left.units[i], right.units[j])]
        if meeting:
            taken.add(meeting[0])
            judged.append(DatePair(i, meeting[0], True, 0.0, "the dates can be one"))
    for i in ours:
        if any(pair.left == i for pair in judged):
            continue
        options = [
            (_share_event(alignment, i, j, (i, j) in placed), -j)
            for j in theirs
            if j not in taken
            and ((i, j) in placed or not judged)
            and _meet(left.units[i], right.units[j]) is False
        ]
        sure, negative = max(options, default=(0.0, 0))
        if sure > 0:
            taken.add(-negative)
            judged.append(DatePair(i, -negative, False, sure, "the dates cannot be one"))
    return judged


def _meet(one: "Unit", two: "Unit") -> bool | None:
    meet = dates_meet(one, two)
    if meet is False and one.date is not None and two.date is not None:
        exact = {one.date.precision, two.date.precision} <= {"minute", "hour"}
        return exact and _minutes_apart(one.date.value, two.date.value) <= _LOOSE_MINUTES
    return meet


def _minutes_apart(one: str, two: str) -> float:
    first, second = split_interval(one)[0], split_interval(two)[0]
    if first[:10] != second[:10]:
        return float("inf")
    return abs(_minute_of(first) - _minute_of(second))


def _minute_of(moment: str) -> int:
    clock = moment[11:16]
    return int(clock[:2]) * 60 + int(clock[3:5]) if len(clock) == 5 and clock[2] == ":" else 0


def _share_event(alignment: "Alignment", i: int, j: int, placed: bool) -> float:
    """Return how surely two dates date the same event, 0 to 1.

    The same place in the sentence tells it, or the same words beside both, and all that is shared.
    """
    left, right = alignment.left, alignment.right
    spread = min(1.0, 0.1 + 1.6 * alignment.coverage)
    if _dates_saying(left, i) or _dates_saying(right, j):
        return 0.4 * spread if placed else 0.0
    if not _share_word(alignment):
        return (0.7 if placed and max(left.weight, right.weight) < _SHORT else 0.3) * spread
    near = _weigh_neighbours(alignment, i, j)
    spread = max(spread, min(1.0, near / _FULL_NEARBY))
    if placed:
        return 0.9 * spread
    if left.units[i].before == right.units[j].before or near >= 1:
        return min(0.8, 0.3 * near) * spread
    only = sum(unit.date is not None for unit in (*left.units, *right.units)) == 2
    return 0.6 * spread if only and alignment.coverage >= _ONE_EVENT else 0.0


def _weigh_neighbours(alignment: "Alignment", i: int, j: int) -> float:
    """Return the weight of the words and names that are matched and stand beside both dates."""
    units = alignment.left.units
    return sum(
        units[there].weight
        for there in range(max(0, i - _NEAR), min(len(units), i + _NEAR + 1))
        if (other := alignment.right_of.get(there)) is not None
        and abs(other - j) <= _NEAR + _NEAR
        and units[there].kind in ("word", "name")
    )


def _share_word(alignment: "Alignment") -> bool:
    """Return whether more than names is shared: two dates of one actor need not date one event."""
    return any(
        alignment.left.units[match.left].kind == "word" and match.weight >= _FULL
        for match in alignment.matches
    )


def _dates_saying(claim: "PreparedClaim", index: int) -> bool:
    """Return whether a date stands by a verb of saying: people say the same thing on two days."""
    unit = claim.units[index]
    first, last = unit.start - _SAYING_BEFORE, unit.end + _SAYING_AFTER
    return any(_is_saying(token.lower) for token in claim.tokens if first <= token.start <= last)


def _is_saying(word: str) -> bool:
    """Return whether a word is a verb of saying in the past; its plain form may be a noun ("report")."""
    return word in SAY_VERBS and (word.endswith("ed") or word in ("said", "told", "says", "tells", "wrote"))
