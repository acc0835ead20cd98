"""Gather claims into facts: average linkage, so that a chain that drifts is not followed."""

from collections.abc import Iterable, Mapping
from heapq import heapify, heappop, heappush

# What a pair that nobody scored counts, in log-odds below the threshold: it shares too little to be scored.
UNSCORED = -2.0
# One pair can't outweigh all others.
LIMIT = 4.0


def cluster_claims(
    claim_ids: Iterable[str], scores: Mapping[tuple[str, str], float], unscored: float = UNSCORED
) -> list[tuple[str, ...]]:
    """Return the claims in groups, each sorted, the groups sorted.

    In: every claim id once, and per pair (left id < right id) how far its log-odds lie above the
    threshold. The two groups with the highest mean over all pairs between them are joined, again and
    again, while that mean is above 0. The order of the input does not matter.
    """
    members = {claim_id: [claim_id] for claim_id in sorted(claim_ids)}
    links = _link(scores)
    heap = [
        (-_mean(total, count, 1, unscored), left, right, 2)
        for left in sorted(links)
        for right, (total, count) in sorted(links[left].items())
        if left < right
    ]
    heapify(heap)
    while heap:
        negative, left, right, size = heappop(heap)
        if negative >= 0:
            break
        if left not in members or right not in members or len(members[left]) + len(members[right]) != size:
            continue
        members[left] += members.pop(right)
        for other in _join(links, left, right):
            total, count = links[left][other]
            cross = len(members[left]) * len(members[other])
            first, second = sorted((left, other))
            joint = len(members[left]) + len(members[other])
            heappush(heap, (-_mean(total, count, cross, unscored), first, second, joint))
    return sorted(tuple(sorted(group)) for group in members.values())


Links = dict[str, dict[str, tuple[float, int]]]


def _link(scores: Mapping[tuple[str, str], float]) -> Links:
    links: Links = {}
    for left, right in sorted(scores):
        bounded = max(-LIMIT, min(LIMIT, scores[left, right]))
        links.setdefault(left, {})[right] = (bounded, 1)
        links.setdefault(right, {})[left] = (bounded, 1)
    return links


def _join(links: Links, left: str, right: str) -> list[str]:
    """Hand the links of `right` to `left`; return the groups that `left` is linked to, sorted."""
    ours, theirs = links.setdefault(left, {}), links.pop(right, {})
    ours.pop(right, None)
    theirs.pop(left, None)
    for other, (total, count) in theirs.items():
        before, number = ours.get(other, (0.0, 0))
        ours[other] = links[other][left] = (before + total, number + count)
        links[other].pop(right, None)
    return sorted(ours)


def _mean(total: float, count: int, cross: int, unscored: float) -> float:
    return (total + (cross - count) * unscored) / cross
