"""Whether two claims can be about one occasion: when it was, and when they were published."""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence

from claimdiff.findings.modality import lies_ahead
from claimdiff.findings.moments import published_apart
from claimdiff.findings.values import mention_at
from claimdiff.model import Claim, DateMention, Difference, Document, Span

Place = tuple[str, Span]

_DAY = 86400.0
_FAR_APART = 5 * _DAY
#: Seconds after which who says no speaks of another time; a denial may come days later.
WEEKS_APART = 21 * _DAY
_LONG_AGO = 20
_NEWS = 6
_FINE = ("minute", "hour", "day")
_PAST = (*_FINE, "week", "month")
_COARSE = ("season", "year", "decade")

# What happens "for a second time" is not what a claim tells that knows of no first.
_AGAIN = re.compile(
    r"\b(?:for (?:a|the) (?:second|third|fourth|fifth) time|once (?:more|again)|yet again)\b", re.IGNORECASE
)

# What an earlier offer came to is not what this one comes to.
_EARLIER = re.compile(r"\b(?:previous|initial|original|earlier|prior)\b", re.IGNORECASE)

_OTHER_OCCASION = 0.4
_LATER = 0.6
_NO_DAYS: Mapping[Place, Sequence[DateMention]] = {}


def weigh_occasion(
    difference: Difference,
    left: Claim,
    right: Claim,
    documents: Mapping[str, Document],
    days: Mapping[Place, Sequence[DateMention]] = _NO_DAYS,
) -> float:
    """Return a factor, 0 to 1, for how well two claims can be about one occasion.

    `days` are those that the claims of a sentence give (see `list_days`).

    Lower where one claim is dated weeks before its article and the other is news, where each tells of
    the days of its own publication and these lie apart, where a day stands against a year, and where only
    one tells of a second time, or of an earlier figure.
    """
    cues = (_AGAIN, _EARLIER) if difference.slot == "quantity" else (_AGAIN,)
    if any(bool(cue.search(left.statement)) != bool(cue.search(right.statement)) for cue in cues):
        return _OTHER_OCCASION
    one, two = documents[left.document_id], documents[right.document_id]
    apart = published_apart(one, two)
    far = apart is not None and abs(apart) >= _FAR_APART
    if difference.slot == "date":
        ours, theirs = mention_at(left, difference.left), mention_at(right, difference.right)
        if ours is None or theirs is None:
            return 1.0
        if far and _is_news(ours, one) and _is_news(theirs, two):
            return _OTHER_OCCASION
        if (_is_news(ours, one) and _is_past(theirs, two)) or (_is_past(ours, one) and _is_news(theirs, two)):
            return _OTHER_OCCASION
        if lies_ahead(left.statement) != lies_ahead(right.statement):
            return _OTHER_OCCASION
        mixed = {ours.precision, theirs.precision}
        return _OTHER_OCCASION if mixed & set(_FINE) and mixed & set(_COARSE) else 1.0
    past = [
        is_background(claim, home, days.get((home.id, claim.sentence), ()))
        for claim, home in ((left, one), (right, two))
    ]
    if past[0] != past[1]:
        return _OTHER_OCCASION
    if difference.slot == "polarity":
        far = apart is not None and abs(apart) >= WEEKS_APART
    return _LATER if far and difference.slot in ("quantity", "place", "actor", "polarity") else 1.0


def _day_of(text: str | None) -> datetime.date | None:
    try:
        return datetime.date.fromisoformat(text[:10]) if text else None
    except ValueError:
        return None


def _is_news(mention: DateMention, document: Document) -> bool:
    """Tell whether a day lies within days of the document's publication."""
    published, day = _day_of(document.published_at), _day_of(mention.value)
    return (
        mention.precision in _FINE
        and published is not None
        and day is not None
        and abs((published - day).days) <= _NEWS
    )


def _is_past(mention: DateMention, document: Document) -> bool:
    """Tell whether a day, or all of a month, lies weeks before the document's publication."""
    published, day = _day_of(document.published_at), _day_of(mention.value.partition("/")[2])
    return (
        mention.precision in _PAST
        and published is not None
        and day is not None
        and (published - day).days > _LONG_AGO
    )


def list_days(claims: Iterable[Claim]) -> dict[Place, tuple[DateMention, ...]]:
    """Return the days that the claims of each sentence give."""
    found: dict[Place, list[DateMention]] = {}
    for claim in claims:
        if claim.dates:
            found.setdefault((claim.document_id, claim.sentence), []).extend(claim.dates)
    return {place: tuple(dates) for place, dates in found.items()}


def is_background(claim: Claim, document: Document, days: Sequence[DateMention] = ()) -> bool:
    """Tell whether a claim is dated, and all its dates lie weeks before the document's publication.

    `days` are those of its sentence: they date a claim that gives none.
    """
    published = _day_of(document.published_at)
    ends = [_day_of(mention.value.partition("/")[2]) for mention in claim.dates or days if mention.value]
    known = [day for day in ends if day is not None]
    return published is not None and bool(known) and all((published - day).days > _LONG_AGO for day in known)
