"""Part a fact's claims into versions: those that can hold together, told alike."""

from collections.abc import Iterable, Mapping, Sequence

from claimdiff.model import ScoredPair, Version

Pairs = Mapping[tuple[str, str], ScoredPair]

# From this probability of contradiction, given one fact, two claims are kept in two versions.
APART = 0.4


def split_versions(
    claim_ids: Sequence[str], pairs: Pairs, document_of: Mapping[str, str]
) -> tuple[Version, ...]:
    """Return the versions of one fact, the best supported first.

    In: the fact's claims, the scored pairs among them (left id < right id; others count as compatible),
    and the document of every claim. Claims join the version they clash with nowhere and are closest to;
    those with the most clashes choose first.
    """
    clashes: dict[str, set[str]] = {claim_id: set() for claim_id in claim_ids}
    for left, right in _couples(sorted(claim_ids)):
        pair = pairs.get((left, right))
        if pair is not None and _part(pair):
            clashes[left].add(right)
            clashes[right].add(left)
    groups: list[list[str]] = []
    for claim_id in sorted(claim_ids, key=lambda c: (-len(clashes[c]), c)):
        open_groups = [group for group in groups if not clashes[claim_id].intersection(group)]
        if open_groups:
            max(
                open_groups, key=lambda group: (_nearness(claim_id, group, pairs), len(group), group[0])
            ).append(claim_id)
        else:
            groups.append([claim_id])
    values = _name_values(groups, pairs)
    versions = [
        Version(
            claim_ids=tuple(sorted(group)),
            document_ids=tuple(sorted({document_of[claim_id] for claim_id in group})),
            value=value,
        )
        for group, value in zip(groups, values, strict=True)
    ]
    return order_versions(versions)


def order_versions(versions: Iterable[Version]) -> tuple[Version, ...]:
    """Return the versions of a fact, the best supported first."""
    return tuple(sorted(versions, key=lambda v: (-len(v.document_ids), -len(v.claim_ids), v.claim_ids)))


def _couples(ordered: Sequence[str]) -> list[tuple[str, str]]:
    return [(left, right) for i, left in enumerate(ordered) for right in ordered[i + 1 :]]


def _part(pair: ScoredPair) -> bool:
    return pair.contradiction >= APART * pair.one_fact and any(d.exclusive for d in pair.differences)


def _nearness(claim_id: str, group: Sequence[str], pairs: Pairs) -> float:
    total = 0.0
    for other in group:
        pair = pairs.get((claim_id, other) if claim_id < other else (other, claim_id))
        total += pair.same if pair is not None else 0.0
    return total / len(group)


def _name_values(groups: Sequence[Sequence[str]], pairs: Pairs) -> list[str | None]:
    """Return the detail that parts each version from the others: the side of a difference met most often."""
    if len(groups) < 2:
        return [None] * len(groups)
    number_of = {claim_id: number for number, group in enumerate(groups) for claim_id in group}
    votes: list[dict[str, int]] = [{} for _ in groups]
    for left, right in _couples(sorted(number_of)):
        pair = pairs.get((left, right))
        if pair is None or number_of[left] == number_of[right]:
            continue
        for difference in pair.differences:
            if difference.exclusive:
                _vote(votes[number_of[left]], difference.left)
                _vote(votes[number_of[right]], difference.right)
    return [_choose(ballot) for ballot in votes]


def _vote(ballot: dict[str, int], value: str) -> None:
    if value:
        ballot[value] = ballot.get(value, 0) + 1


def _choose(ballot: dict[str, int]) -> str | None:
    return min(ballot, key=lambda value: (-ballot[value], len(value), value)) if ballot else None
