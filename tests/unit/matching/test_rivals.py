"""What a pair gains from the pairs around it, held against a plain reading of the rules."""

import random

import pytest

from claimdiff.matching.rivals import LEAD, NOBODY, compare_rivals

ROWS = {
    "harbour": ["h1", "h2", "h3", "h4"],
    "gazette": ["g1", "g2", "g3"],
    "bugle": ["b1", "b2", "b3", "b4", "b5"],
}
DOCUMENT_OF = {claim: document for document, row in ROWS.items() for claim in row}


def _score(seed: int) -> dict[tuple[str, str], float]:
    rng = random.Random(seed)
    claims = sorted(DOCUMENT_OF)
    return {
        (left, right): rng.uniform(-8.0, 6.0)
        for left in claims
        for right in claims
        if left < right and DOCUMENT_OF[left] != DOCUMENT_OF[right] and rng.random() < 0.7
    }


def _lead(scores: dict[tuple[str, str], float], claim: str, partner: str) -> float:
    """Return how far a partner lies above the claim's best other one in that document."""
    both = {frozenset(couple): score for couple, score in scores.items()}
    others = [
        both[frozenset((claim, other))]
        for other in ROWS[DOCUMENT_OF[partner]]
        if other != partner and frozenset((claim, other)) in both
    ]
    lead = both[frozenset((claim, partner))] - max([-6.0, *others])
    return max(-LEAD, min(LEAD, lead)) / LEAD


def _support(scores: dict[tuple[str, str], float], one: str, two: str) -> float:
    score = scores.get((one, two), scores.get((two, one), -9.0))
    return max(0.0, min(1.0, (score + 2.5) / 4.5))


def _beside(scores: dict[tuple[str, str], float], left: str, right: str) -> float:
    """Return the mean, over the claims next to the left one, of their best support near the right one."""
    row, other = ROWS[DOCUMENT_OF[left]], ROWS[DOCUMENT_OF[right]]
    at, to = row.index(left), other.index(right)
    total = 0.0
    for neighbour in [*row[max(0, at - 1) : at], *row[at + 1 : at + 2]]:
        near = [claim for claim in other[max(0, to - 2) : to + 3] if claim != right]
        total += max((_support(scores, neighbour, claim) for claim in near), default=0.0)
    return total / 2


def _compare(scores: dict[tuple[str, str], float]) -> dict[tuple[str, str], tuple[float, ...]]:
    """Return the vectors by couple; claims are numbered for it."""
    claims, documents = sorted(DOCUMENT_OF), sorted(ROWS)
    vectors = compare_rivals(
        [claims.index(left) for left, _ in scores],
        [claims.index(right) for _, right in scores],
        list(scores.values()),
        [documents.index(DOCUMENT_OF[claim]) for claim in claims],
        [[claims.index(claim) for claim in row] for row in ROWS.values()],
    )
    return dict(zip(scores, vectors, strict=True))


@pytest.mark.parametrize("seed", range(8))
def test_vectors_are_what_the_rules_say(seed: int) -> None:
    """Leads, the third claim and the neighbours come out as when each pair is looked at on its own."""
    scores = _score(seed)
    for (left, right), vector in _compare(scores).items():
        ours, theirs = _lead(scores, left, right), _lead(scores, right, left)
        third = max(
            min(_support(scores, left, claim), _support(scores, right, claim))
            for claim in DOCUMENT_OF
            if claim not in (left, right)
        )
        expected = [min(ours, theirs), max(ours, theirs), float(min(ours, theirs) >= 0), third]
        assert vector == pytest.approx([*expected, _beside(scores, left, right)])


def test_order_of_the_scores_does_not_matter() -> None:
    """The same scores in another order give the same vectors."""
    scores = _score(1)
    backwards = dict(reversed(scores.items()))
    assert _compare(backwards) == _compare(scores)


@pytest.mark.parametrize("seed", range(4))
def test_pairs_that_score_no_more_than_nobody_change_nothing(seed: int) -> None:
    """Without them the other pairs have the same vectors, so that they may be left out."""
    scores = _score(seed)
    worth = {couple: score for couple, score in scores.items() if score > NOBODY}
    assert len(worth) < len(scores)
    everything = _compare(scores)
    assert _compare(worth) == {couple: everything[couple] for couple in worth}
