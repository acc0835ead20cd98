"""Lay two claims side by side: what they share, and what stands in its place where they differ."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from claimdiff.matching.gaps import Substitution, substitute_between, substitute_by_role
from claimdiff.matching.slots.meaning import find_equivalents
from claimdiff.matching.units import PreparedClaim, Unit, prepare_claim
from claimdiff.model import Claim

MatchReason = Literal["identical", "family", "synonym", "name", "number", "date"]


# What is shared must weigh more than this to compare the rest by meaning: "year" links anything.
_LIGHT = 0.3


class Match(NamedTuple):
    """Two units that say the same; indices into the prepared claims' units. `weight` is 0 to their weight."""

    left: int
    right: int
    reason: MatchReason
    weight: float


@dataclass(frozen=True, slots=True)
class Alignment:
    """Two claims side by side. Weights add up the units' weights; a side's total is `left.weight`.

    `matched_weight` counts a matched pair once (the lesser of both); `coverage` is the matched share of
    the lighter claim, 0 to 1. Units in substitutions are in
    `substituted_weight` (mean of both sides) and not in the leftovers' weights.
    """

    left: PreparedClaim
    right: PreparedClaim
    matches: tuple[Match, ...]
    substitutions: tuple[Substitution, ...]
    left_only: tuple[int, ...]
    right_only: tuple[int, ...]
    matched_weight: float
    left_only_weight: float
    right_only_weight: float
    substituted_weight: float
    coverage: float
    right_of: dict[int, int] = field(repr=False)


def align_claims(left: Claim, right: Claim, *, left_text: str, right_text: str) -> Alignment:
    """Lay two claims side by side; the texts are those of their documents."""
    return align_prepared(prepare_claim(left, left_text), prepare_claim(right, right_text))


def align_prepared(left: PreparedClaim, right: PreparedClaim, substitute_from: float = 0.0) -> Alignment:
    """Lay two prepared claims side by side.

    Substitutions are looked for where at least the share `substitute_from` (0 to 1) of the left claim's
    weight is matched.

    Equal keys are matched in order first (longest common subsequence), then wherever they stand, then
    by meaning; what is left between the same neighbours, or in the same role, are substitutions.
    """
    matches: list[Match] = []
    anchors: list[tuple[int, int]] = []
    if not left.key_set.isdisjoint(right.key_set):
        anchors = _match_in_order(left, right, matches)
    left_free = _free(len(left.units), (match.left for match in matches))
    right_free = _free(len(right.units), (match.right for match in matches))
    if any(match.weight > _LIGHT for match in matches):
        _match_anywhere(left, right, left_free, right_free, matches)
        _match_by_meaning(left, right, left_free, right_free, matches)
    right_of = {match.left: match.right for match in matches}
    substitutions: list[Substitution] = []
    if anchors and sum(match.weight for match in matches) >= substitute_from * left.weight:
        substitutions = substitute_between(left, right, anchors, left_free, right_free)
        substitutions += substitute_by_role(left, right, right_of, left_free, right_free)
    return _build(left, right, matches, substitutions, left_free, right_free, right_of)


def _free(count: int, used: Iterable[int]) -> list[int]:
    taken = set(used)
    return [i for i in range(count) if i not in taken]


def _match_in_order(left: PreparedClaim, right: PreparedClaim, matches: list[Match]) -> list[tuple[int, int]]:
    if left.keys == right.keys:
        matches += [
            _match_equal(*units, i, i) for i, units in enumerate(zip(left.units, right.units, strict=True))
        ]
        return [(i, i) for i in range(len(left.keys))]
    from rapidfuzz.distance import LCSseq

    anchors: list[tuple[int, int]] = []
    for step in LCSseq.opcodes(left.keys, right.keys):
        if step.tag == "equal":
            for shift in range(step.src_end - step.src_start):
                i, j = step.src_start + shift, step.dest_start + shift
                anchors.append((i, j))
                matches.append(_match_equal(left.units[i], right.units[j], i, j))
    return anchors


def _match_equal(one: Unit, two: Unit, i: int, j: int) -> Match:
    reason: MatchReason = "identical"
    if one.kind == "number":
        reason = "number"
    elif one.kind == "date":
        reason = "date"
    elif one.text != two.text and one.text.lower() != two.text.lower():
        reason = "family"
    return Match(i, j, reason, one.weight if one.weight <= two.weight else two.weight)


def _match_anywhere(
    left: PreparedClaim,
    right: PreparedClaim,
    left_free: list[int],
    right_free: list[int],
    matches: list[Match],
) -> None:
    places: dict[str, list[int]] = {}
    for j in reversed(right_free):
        if right.units[j].kind != "light":
            places.setdefault(right.units[j].key, []).append(j)
    for i in list(left_free):
        there = places.get(left.units[i].key)
        if there:
            j = there.pop()
            matches.append(_match_equal(left.units[i], right.units[j], i, j))
            left_free.remove(i)
            right_free.remove(j)


def _match_by_meaning(
    left: PreparedClaim,
    right: PreparedClaim,
    left_free: list[int],
    right_free: list[int],
    matches: list[Match],
) -> None:
    for share, i, j, reason in find_equivalents(left, left_free, right, right_free):
        matches.append(Match(i, j, reason, share * min(left.units[i].weight, right.units[j].weight)))
        left_free.remove(i)
        right_free.remove(j)


def _build(
    left: PreparedClaim,
    right: PreparedClaim,
    matches: list[Match],
    substitutions: list[Substitution],
    left_free: list[int],
    right_free: list[int],
    right_of: dict[int, int],
) -> Alignment:
    substituted = sum(left.units[i].weight for one in substitutions for i in one.left)
    substituted += sum(right.units[j].weight for one in substitutions for j in one.right)
    lighter = min(left.weight, right.weight)
    matched = sum(match.weight for match in matches)
    return Alignment(
        left=left,
        right=right,
        matches=tuple(sorted(matches)),
        substitutions=tuple(substitutions),
        left_only=tuple(left_free),
        right_only=tuple(right_free),
        matched_weight=matched,
        left_only_weight=sum(left.units[i].weight for i in left_free),
        right_only_weight=sum(right.units[j].weight for j in right_free),
        substituted_weight=substituted / 2,
        coverage=min(1.0, matched / lighter) if lighter else 0.0,
        right_of=right_of,
    )
