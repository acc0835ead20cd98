"""Gather claims into facts: average linkage, so that a chain that drifts is not followed."""

from collections.abc import Collection, Iterable, Mapping
from heapq import heapify, heappop, heappush

# Rounding aside, a mean above the threshold has a member above it.
_SURELY = 0.999


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
    links = _link(chances, threshold)
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


def _link(chances: Mapping[tuple[str, str], float], threshold: float) -> Links:
    """Return, per group and linked group, the sum of the chances between them.

    A mean is no more than its greatest member, so that groups only ever grow along chances above the
    threshold; chances between claims that no such chain ties together are left out.
    """
    leader: dict[str, str] = {}
    for (left, right), chance in chances.items():
        if chance > _SURELY * threshold:
            first, second = _find(leader, left), _find(leader, right)
            leader[max(first, second)] = leader[min(first, second)] = min(first, second)
    tied = {claim_id: _find(leader, claim_id) for claim_id in leader}
    links: Links = {}
    for (left, right), chance in chances.items():
        if left in tied and tied[left] == tied.get(right):
            links.setdefault(left, {})[right] = chance
            links.setdefault(right, {})[left] = chance
    return links


def _find(leader: dict[str, str], claim_id: str) -> str:
    while (above := leader.get(claim_id, claim_id)) != claim_id:
        leader[claim_id] = leader.get(above, above)
        claim_id = above
    return claim_id


def _join(links: Links, left: str, right: str) -> Collection[str]:
    """Hand the links of `right` to `left`; return the groups that `left` is linked to."""
    ours, theirs = links.setdefault(left, {}), links.pop(right, {})
    ours.pop(right, None)
    theirs.pop(left, None)
    for other, total in theirs.items():
        ours[other] = links[other][left] = ours.get(other, 0.0) + total
        links[other].pop(right, None)
    return ours.keys()
