"""When something was said, by a journey: "on his return from the islands" against "during the visit".

A date can't tell these apart, since both may fall on one day. Only what one person said to one audience
is compared, and only with the order that the sentence itself gives it.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations, islice
from typing import Literal

from msgspec import Struct

from claimdiff.findings.sides import make_row, make_side, name_source, shorten
from claimdiff.language.names import find_names
from claimdiff.language.tokens import fold, strip_possessive
from claimdiff.model import Claim, Contradiction, Document, Span
from claimdiff.settings import Settings

Order = Literal["during", "after"]

_JOURNEY = r"(?:trips?|visits?|tours?|journeys?|stays?|stops?|travels|missions?)"
_LEAD = r"(?:\s+(?:to\s+)?[\w'’-]+){0,5}?"
_AFTER = re.compile(
    rf"\b(?:(?:up)?on|after|following|since)\s+(?:his|her|their|its|the|a)\s+return\b"
    rf"|\bafter\s+(?:(?:he|she|they)\s+)?(?:return(?:ing|ed)|c[ao]m(?:ing|e)\s+(?:home|back)|(?:got|getting)\s+back)\b"
    rf"|\b(?:after|following)\s+(?:his|her|their|its|the|a|an){_LEAD}\s+{_JOURNEY}\b",
    re.IGNORECASE,
)
_DURING = re.compile(
    rf"\b(?:during|while\s+on|amid|in\s+the\s+(?:middle|course)\s+of|at\s+the\s+(?:close|end|start|beginning)\s+of"
    rf"|on\s+the\s+\w+\s+day\s+of)\s+(?:his|her|their|its|the|a|an){_LEAD}\s+{_JOURNEY}\b",
    re.IGNORECASE,
)
_TELLING = re.compile(
    r"\b(?:told|tells?|telling|interview(?:ed|s)?|spoke|speaking|said|says|comments?|remarks?)\b",
    re.IGNORECASE,
)
_CONTENT = re.compile(r"\bthat\b", re.IGNORECASE)
_SURE, _LIKELY = 0.6, 0.42
_LONGEST = 1200
# Tellings compared in one story: every pair is looked at, so that more would cost the square.
_MOST_TELLINGS = 300
# Who spoke, to whom, and where: fewer names in common may be another occasion.
_FEWEST_NAMES = 3


class Telling(Struct, frozen=True):
    """A sentence that says something was told, and how it lies to a journey; `names` are all it names."""

    claim: Claim
    order: Order
    words: Span
    names: frozenset[str]
    days: frozenset[str]


def find_journeys(
    claims: Sequence[Claim], documents: Mapping[str, Document], settings: Settings
) -> Iterator[Contradiction]:
    """Yield a row where one document puts a telling into a journey and another after it."""
    read = islice(_read_tellings(claims, documents), _MOST_TELLINGS)
    tellings = sorted(read, key=lambda one: (one.claim.document_id, one.words))
    best: dict[tuple[str, str], tuple[float, Telling, Telling]] = {}
    for one, two in combinations(tellings, 2):
        homes = (one.claim.document_id, two.claim.document_id)
        if one.order == two.order or homes[0] == homes[1]:
            continue
        shared = one.names & two.names
        if len(shared) < _FEWEST_NAMES:
            continue
        probability = _SURE if len(shared) > _FEWEST_NAMES or one.days & two.days else _LIKELY
        if homes not in best or probability > best[homes][0]:
            best[homes] = (probability, one, two)
    for _, (probability, one, two) in sorted(best.items()):
        values = [documents[side.claim.document_id].quote(side.words) for side in (one, two)]
        labels = [name_source(documents[side.claim.document_id]) for side in (one, two)]
        yield make_row(
            "date",
            "sources",
            (
                make_side(one.claim, shorten(values[0]), (one.words,)),
                make_side(two.claim, shorten(values[1]), (two.words,)),
            ),
            probability,
            settings.contradiction_threshold,
            f"{labels[0]} puts it “{shorten(values[0], 60)}”, {labels[1]} “{shorten(values[1], 60)}”.",
        )


def _read_tellings(claims: Sequence[Claim], documents: Mapping[str, Document]) -> Iterator[Telling]:
    seen: set[tuple[str, Span]] = set()
    for claim in claims:
        key = (claim.document_id, claim.sentence)
        if key in seen or claim.sentence.end - claim.sentence.start > _LONGEST:
            continue
        text = documents[claim.document_id].text
        start, end = claim.sentence.start, claim.sentence.end
        after, during = _AFTER.search(text, start, end), _DURING.search(text, start, end)
        found = after or during
        if found is None or (after and during) or not _TELLING.search(text, start, end):
            continue
        if _is_told(text, start, found.start()):
            continue
        seen.add(key)
        home = _nearest(claims, claim, found.start())
        yield Telling(
            home,
            "after" if after else "during",
            Span(found.start(), found.end()),
            _name_keys(text, start, end),
            frozenset(date.value for date in home.dates if date.value),
        )


def _is_told(text: str, start: int, at: int) -> bool:
    """Tell whether a place stands behind "said that": in what was told, not in when it was."""
    ends = [said.end() for said in _TELLING.finditer(text, start, at)]
    return bool(ends) and _CONTENT.search(text, ends[-1], at) is not None


def _nearest(claims: Sequence[Claim], claim: Claim, at: int) -> Claim:
    """Return the claim of the same sentence that holds the words, else the one given."""
    for other in claims:
        same = other.document_id == claim.document_id and other.sentence == claim.sentence
        if same and any(span.start <= at < span.end for span in other.spans):
            return other
    return claim


def _name_keys(text: str, start: int, end: int) -> frozenset[str]:
    keys = set()
    for name in find_names(text, start, end):
        words = [fold(strip_possessive(word)) for word in name.text.split() if word[0].isupper()]
        if words:
            keys.add(words[-1])
    return frozenset(keys)
