"""Gather claims into facts: average linkage, so that a chain that drifts is not followed."""

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush


def cluster_claims(
    claim_ids: Iterable[str], chances: Mapping[tuple[str, str], float], threshold: float
) -> list[tuple[str, ...]]:
    """Return the claims in groups, each sorted, the groups sorted.

    In: every claim id once, and per pair (left id < right id) the probability that it is one fact; a
    pair that is not there has 0. The two groups with the highest mean over all pairs between them are
    joined, again and again, while that mean is above the threshold (0 to 1): a claim that goes with one
    member of a group only is not drawn in. The order of the input does not matter.
    """
    members = {claim_id: [claim_id] for claim_id in sorted(claim_ids)}
    links = _link(chances)
    heap = [(-chance, left, right, 2) for (left, right), chance in chances.items() if chance > threshold]
    heapify(heap)
    while heap:
        negative, left, right, size = heappop(heap)
        if -negative <= threshold:
            break
        if left not in members or right not in members or len(members[left]) + len(members[right]) != size:
            continue
        members[left] += members.pop(right)
        for other in _join(links, left, right):
            mean = links[left][other] / (len(members[left]) * len(members[other]))
            if mean > threshold:
                first, second = (left, other) if left < other else (other, left)
                heappush(heap, (-mean, first, second, len(members[left]) + len(members[other])))
    return sorted(tuple(sorted(group)) for group in members.values())


Links = dict[str, dict[str, float]]


def _link(chances: Mapping[tuple[str, str], float]) -> Links:
    """Return, per group and linked group, the sum of the chances between them."""
    links: Links = {}
    for (left, right), chance in chances.items():
        links.setdefault(left, {})[right] = chance
        links.setdefault(right, {})[left] = chance
    return links


def _join(links: Links, left: str, right: str) -> Collection[str]:
    """Hand the links of `right` to `left`; return the groups that `left` is linked to."""
    ours, theirs = links.setdefault(left, {}), links.pop(right, {})
    ours.pop(right, None)
    theirs.pop(left, None)
    for other, total in theirs.items():
        ours[other] = links[other][left] = ours.get(other, 0.0) + total
        links[other].pop(right, None)
    return ours.keys()
