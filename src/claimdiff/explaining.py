"""Why two claims of a story were, or were not, lined up: finds the pair that words or places mean."""

import os
import re
from collections.abc import Collection, Sequence

from claimdiff.errors import InputError
from claimdiff.extraction import read_statement
from claimdiff.matching import explain_pair, score_pair
from claimdiff.model import Claim, Comparison, ScoredPair
from claimdiff.reporting.explanation import ExplainedClaim, ExplainedPair, Standing, lay_out_pair
from claimdiff.reporting.report import SpanLocator, line_starts

# FILE:LINE[:COLUMN]
PLACE = re.compile(r"(.+?):(\d{1,9})(?::(\d{1,9}))?")


def explain_inside(comparison: Comparison, left: str, right: str, threshold: float) -> ExplainedPair:
    """Explain a pair of one story; of several claims that the words may mean, the likeliest pair is taken.

    Raises:
        InputError: no claim is found for one of them, or both are one claim.
    """
    ones, twos = (_find_claims(comparison, text) for text in (left, right))
    twos = [claim for claim in twos if len(ones) > 1 or claim not in ones]
    wanted = {(one.id, two.id) for one in ones for two in twos if one.id != two.id}
    if not wanted:
        raise InputError("both name one and the same claim; name two")
    scored = _find_pairs(comparison, wanted)
    if not scored:
        # What a document says again is matched by what it said first.
        ones, twos = (_add_repeats(comparison, claims) for claims in (ones, twos))
        scored = _find_pairs(comparison, {(one.id, two.id) for one in ones for two in twos})
    by_id = {claim.id: claim for claim in comparison.claims}
    if scored:
        pair = max(scored, key=lambda row: row.one_fact)
    else:
        one, two = next((one, two) for one in ones for two in twos if one.id != two.id)
        pair = _score_claims(comparison, one, two)
    return _lay_out(
        pair,
        _describe(comparison, by_id[pair.left]),
        _describe(comparison, by_id[pair.right]),
        _find_standing(comparison, pair),
        threshold,
    )


def _find_pairs(comparison: Comparison, wanted: Collection[tuple[str, str]]) -> list[ScoredPair]:
    return [
        pair
        for pair in comparison.pairs
        if (pair.left, pair.right) in wanted or (pair.right, pair.left) in wanted
    ]


def _add_repeats(comparison: Comparison, claims: Sequence[Claim]) -> list[Claim]:
    """Return claims, and then all that are made in the same words in the same documents."""
    words = {(claim.document_id, claim.statement) for claim in claims}
    return [*claims, *(one for one in comparison.claims if (one.document_id, one.statement) in words)]


def _find_claims(comparison: Comparison, text: str) -> list[Claim]:
    """Return the claims that an id, a place or some words may mean.

    Raises:
        InputError: there is none.
    """
    found = [claim for claim in comparison.claims if claim.id == text]
    place = PLACE.fullmatch(text)
    if not found and place is not None:
        found = _find_at(comparison, place[1], int(place[2]), int(place[3]) if place[3] else None)
    words = " ".join(text.split()).casefold()
    if not found and words:
        texts = {document.id: document.text for document in comparison.documents}
        for claim in comparison.claims:
            quoted = " ".join(texts[claim.document_id][span.start : span.end] for span in claim.spans)
            if words in " ".join(quoted.split()).casefold() or words in claim.statement.casefold():
                found.append(claim)
    if not found:
        raise InputError(
            f"no claim is found for {text!r}: give an id, FILE:LINE, or words that stand in a claim"
        )
    return found


def _find_at(comparison: Comparison, path: str, line: int, column: int | None) -> list[Claim]:
    found = []
    for document in comparison.documents:
        if os.path.abspath(document.path) != os.path.abspath(path):
            continue
        starts = [*line_starts(document.text), len(document.text) + 1]
        if line >= len(starts):
            continue
        first, last = starts[line - 1], starts[line]
        if column is not None:
            first = min(first + column - 1, last - 1)
            last = first + 1
        found += [
            claim
            for claim in comparison.claims
            if claim.document_id == document.id
            and any(span.start < last and first < span.end for span in claim.spans)
        ]
    return found


def _describe(comparison: Comparison, claim: Claim) -> ExplainedClaim:
    document = next(row for row in comparison.documents if row.id == claim.document_id)
    return ExplainedClaim(
        claim.statement,
        claim.speaker.name if claim.speaker is not None else None,
        claim.id,
        document.path,
        SpanLocator((document,)).row(document.id, claim.spans[0]).line,
        document.label,
    )


def _find_standing(comparison: Comparison, pair: ScoredPair) -> Standing:
    both = {pair.left, pair.right}
    for fact in comparison.facts:
        if both <= set(fact.claim_ids):
            inside = any(both <= set(version.claim_ids) for version in fact.versions)
            return "one version" if inside else "two versions of one fact"
    return "two facts"


def _score_claims(comparison: Comparison, one: Claim, two: Claim) -> ScoredPair:
    texts = {document.id: document.text for document in comparison.documents}
    return score_pair(one, two, left_text=texts[one.document_id], right_text=texts[two.document_id])


def explain_texts(left: str, right: str, threshold: float) -> ExplainedPair:
    """Explain two texts of their own, each read as one claim."""
    one, two = read_statement(left), read_statement(right)
    pair = score_pair(one, two)
    first, second = (one, two) if pair.left == one.id else (two, one)
    told = [
        ExplainedClaim(row.statement, row.speaker.name if row.speaker else None) for row in (first, second)
    ]
    return _lay_out(pair, told[0], told[1], "texts of their own", threshold)


def _lay_out(
    pair: ScoredPair,
    left: ExplainedClaim,
    right: ExplainedClaim,
    standing: Standing,
    threshold: float,
) -> ExplainedPair:
    held = min(max(threshold, 0.001), 0.999)
    steps: Sequence[tuple[str, float]] = [(step.name, step.share) for step in explain_pair(pair, held).steps]
    return lay_out_pair(pair, left, right, standing, threshold, steps)
