"""Counts of one thing that the sources give otherwise, though they word everything around it anew.

"21 of 71 laps" against "20 of 71"; "214 passengers on board" against "240 passengers had to leave". What is
counted and that each source counts it once tells that it is one thing, where the sentences share little.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice, pairwise
from typing import NamedTuple

from claimdiff.findings.moments import is_development, published_apart
from claimdiff.findings.occasions import is_background
from claimdiff.findings.sides import explain_movement, explain_values, make_row, make_side
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Between, Claim, Contradiction, Difference, Document, Quantity
from claimdiff.settings import Settings

_OF = re.compile(r"\s+of\s+(?:the\s+|its\s+|their\s+|his\s+|her\s+)?$")
# A whole of fewer parts is a whole of anything: "two of three".
_LEAST_WHOLE = 10
# Rounder or smaller counts are of anything, and counts farther apart of something else.
_LEAST_COUNT = 20
_MOST_APART = 1.6
_OF_A_WHOLE, _NAMED_ALIKE, _COUNTED_ONCE = 0.6, 0.5, 0.42
# Told in the same breath: as many names in common.
_SHARED_NAMES = 1
_MOST_COUNTS = 2000


class Tally(NamedTuple):
    """A count in a claim; `whole` is what it is said to be part of ("20 of 71"), None where nothing is."""

    claim: Claim
    figure: Quantity
    unit: str
    whole: float | None


def find_tallies(
    claims: Sequence[Claim], documents: Mapping[str, Document], story: StoryWords, settings: Settings
) -> Iterator[Contradiction]:
    """Yield a row for each two counts of one thing, by the clearest documents that give them."""
    tallies = list(islice(_read_tallies(claims, documents), _MOST_COUNTS))
    groups: dict[tuple[str, float | None], dict[str, list[Tally]]] = {}
    for tally in tallies:
        groups.setdefault((tally.unit, tally.whole), {}).setdefault(tally.claim.document_id, []).append(tally)
    for (_, whole), homes in sorted(groups.items(), key=lambda row: (row[0][0], row[0][1] or 0.0)):
        counted = {home: rows for home, rows in homes.items() if len({row.figure.value for row in rows}) == 1}
        best: dict[tuple[float, ...], Contradiction] = {}
        for one, two in combinations(sorted(counted), 2):
            left, right = counted[one][0], counted[two][0]
            if left.figure.value == right.figure.value or not _near(left, right, whole):
                continue
            if is_background(left.claim, documents[one]) != is_background(right.claim, documents[two]):
                continue
            row = _row(left, right, documents, story, settings)
            values = tuple(sorted((left.figure.value, right.figure.value)))
            if values not in best or _rank(row) < _rank(best[values]):
                best[values] = row
        yield from (row for _, row in sorted(best.items()))


def _rank(row: Contradiction) -> tuple[bool, float, str]:
    """Put counts of one moment first, then the surest."""
    return row.between == "moments", -row.probability, row.id


def _near(left: Tally, right: Tally, whole: float | None) -> bool:
    """Tell whether two counts are near enough, and large enough, to be counts of one thing."""
    less, more = sorted((left.figure.value, right.figure.value))
    return whole is not None or (less >= _LEAST_COUNT and more <= _MOST_APART * less)


def _read_tallies(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Iterator[Tally]:
    seen: set[tuple[str, int]] = set()
    for claim in claims:
        if claim.presupposed:
            continue
        text = documents[claim.document_id].text
        counts = [row for row in claim.quantities if row.kind == "count" and row.high is None]
        wholes = {
            row.span.start: whole
            for row, whole in pairwise(counts)
            if _OF.fullmatch(text, row.span.end, whole.span.start)
        }
        parts = {whole.span.start for whole in wholes.values()}
        for row in counts:
            place = claim.document_id, row.span.start
            if place in seen or row.span.start in parts or row.comparison != "exactly":
                continue
            seen.add(place)
            whole = wholes.get(row.span.start)
            if whole is not None and whole.value >= _LEAST_WHOLE and whole.unit:
                yield Tally(claim, row, whole.unit, whole.value)
            elif whole is None and row.unit and claim.certainty != "hedged":
                yield Tally(claim, row, row.unit, None)


def _row(
    left: Tally, right: Tally, documents: Mapping[str, Document], story: StoryWords, settings: Settings
) -> Contradiction:
    values = left.figure.surface, right.figure.surface
    difference = Difference(
        "quantity", *values, (left.figure.span,), (right.figure.span,), exclusive=True, strength=0.5
    )
    one, two = left, right
    between: Between = "sources"
    if is_development(left.claim, right.claim, difference, documents):
        between = "moments"
        apart = published_apart(documents[left.claim.document_id], documents[right.claim.document_id])
        if apart is not None and apart < 0:
            one, two, values = right, left, (values[1], values[0])
        explanation = explain_movement(one.claim, two.claim, values, documents)
    else:
        explanation = explain_values("quantity", one.claim, two.claim, values, documents)
    sides = tuple(make_side(row.claim, row.figure.surface, (row.figure.span,)) for row in (one, two))
    return make_row(
        "quantity",
        between,
        (sides[0], sides[1]),
        _weigh(left, right, story),
        settings.contradiction_threshold,
        explanation,
    )


def _weigh(left: Tally, right: Tally, story: StoryWords) -> float:
    """Return how sure it is that both count one thing: as parts of one whole, or beside one name."""
    if left.whole is not None:
        return _OF_A_WHOLE
    here, there = (
        {stem for stem in story.stems_in(row.claim.document_id, row.claim.sentence) if story.is_name(stem)}
        for row in (left, right)
    )
    names = {name for name in here & there if not name[0].isdigit()}
    return _NAMED_ALIKE if len(names) >= _SHARED_NAMES else _COUNTED_ONCE
