"""Whether the two values of a difference are two at all."""

import re

from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.moments import quantity_at
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.trifles import is_spelling
from claimdiff.findings.wording import fold_words, word_key
from claimdiff.language.names import same_name
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, DateMention, Difference, WordChange

# Figures this near each other are one figure, rounded.
_ROUNDED = 0.01
# More than so many times the other is no other figure for the same thing.
_OTHER_ORDER = 30
DATE_PRECISIONS = ("minute", "hour", "day", "week", "month", "season", "year", "decade")
_AGO = re.compile(r"\bago\b", re.IGNORECASE)
# A place in a row of pictures counts nothing.
_GALLERY = re.compile(r"\b\d+ of \d+ (?:photos?|images?|pictures?|slides?)\b|\bcaption\b", re.IGNORECASE)
_CLOCK = re.compile(r"\b(?P<hour>\d{1,2})(?:[:.](?P<minute>\d\d))?\s?(?P<half>[ap])\.?m\b", re.IGNORECASE)
# So many minutes beside a full quarter of an hour are the same time, told roughly.
_NEAR_MINUTES, _ROUND_MINUTES = 7, 15
_SEASON = re.compile(r"\bseasons?\b", re.IGNORECASE)
# "The largest there is today": nowadays. "The latest" and "the forest" name no degree.
_NOWADAYS = re.compile(
    r"(?:\b(?:the|its|their)|[’']s)\s+(?:\w+\s+){0,2}?"
    r"(?:most|(?!(?:lat|arr|cont|for|harv|inqu|inter|prot|requ)est\b)\w{3,}est)\b",
    re.IGNORECASE,
)
_STANDS = frozenset(
    map(
        word_key,
        """condemn criticise criticize denounce praise welcome applaud urge warn support oppose vow deny mourn
        thank congratulate apologise apologize protest""".split(),
    )
)
_YEAR = re.compile(r"\b(?:1[5-9]|20)\d\d\b")


def values_differ(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether the values of a difference are two: neither the same words, nor rounded, nor both said.

    Quotations are compared elsewhere, as whole utterances.
    """
    if difference.slot == "quotation":
        return False
    if difference.slot == "attribution":
        one, two = left.speaker, right.speaker
        return one is not None and two is not None and relate_speakers(one.name, two.name) == "different"
    same = fold_words(difference.left) == fold_words(difference.right)
    if difference.slot == "polarity":
        return not (same and difference.left[:1].isupper())
    if same:
        return False
    if difference.slot == "quantity":
        return not (
            _rounded(difference, left, right)
            or _counts_others(difference.left, left) != _counts_others(difference.right, right)
            or _far_apart(difference, left, right)
            or any(_GALLERY.search(c.statement) for c in (left, right))
            or _is_score(difference.left, left)
            or _is_score(difference.right, right)
        )
    if difference.slot == "date":
        return not (
            _counted_back(difference)
            or _of_two_sorts(difference, left, right)
            or _rounded_time(difference)
            or _is_nowadays(difference.left, left)
            or _is_nowadays(difference.right, right)
            or _dates_another(difference.left, left, right)
            or _dates_another(difference.right, right, left)
        )
    if difference.slot in ("actor", "place"):
        if _named_in(difference.left, right) or _named_in(difference.right, left):
            return False
        if is_spelling(WordChange(difference.left, difference.right)):
            return False
        if _take_stands(difference, left, right):
            return False
        return not same_name(difference.left, difference.right) and not _kindred(difference)
    return not _kindred(difference)


def stands_in(words: str, text: str) -> bool:
    """Tell whether words stand in a text, in any case, and not as part of longer ones."""
    return re.search(rf"(?<![\w.,]){re.escape(words)}(?![\w]|[.,]\d)", text, re.IGNORECASE) is not None


def _rounded(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether one figure is the other, rounded ("229.6 feet", "229 feet"; "70 metres" beside both)."""
    one, two = quantity_at(left, difference.left), quantity_at(right, difference.right)
    if one is None or two is None or one.value == two.value:
        return False
    if abs(one.value - two.value) > _ROUNDED * max(abs(one.value), abs(two.value)):
        return False
    fraction = one.value != int(one.value) or two.value != int(two.value)
    return fraction or any(
        ours.kind == theirs.kind == "measure" and (ours.value, ours.unit) == (theirs.value, theirs.unit)
        for ours in left.quantities
        for theirs in right.quantities
    )


def _counts_others(value: str, claim: Claim) -> bool:
    """Tell whether a figure counts others beside some that are told already ("two other men")."""
    pattern = rf"\b{re.escape(value)} (?:others?|more|further|additional)\b"
    return re.search(pattern, claim.statement, re.IGNORECASE) is not None


def _is_score(value: str, claim: Claim) -> bool:
    """Tell whether a figure is half of a score or a record ("an 8-8 season")."""
    return (
        re.search(rf"(?<!\w){re.escape(value)}[-–]\d|\d[-–]{re.escape(value)}(?!\w)", claim.statement)
        is not None
    )


def _rounded_time(difference: Difference) -> bool:
    """Tell whether a time of day is the other, rounded ("6 a.m.", "5:58 a.m.")."""
    minutes = []
    for words in (difference.left, difference.right):
        clock = _CLOCK.search(words)
        if clock is None:
            return False
        hour = int(clock["hour"]) % 12 + (12 if clock["half"] in "pP" else 0)
        minutes.append(60 * hour + int(clock["minute"] or 0))
    apart = abs(minutes[0] - minutes[1])
    return apart <= _NEAR_MINUTES and any(minute % _ROUND_MINUTES == 0 for minute in minutes)


def _far_apart(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether two figures are of another order: a price of one share, and of the company."""
    one, two = quantity_at(left, difference.left), quantity_at(right, difference.right)
    if one is None or two is None or not one.value or not two.value:
        return False
    less, more = sorted((abs(one.value), abs(two.value)))
    return more > _OTHER_ORDER * less


def _of_two_sorts(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether a time of day stands against a day, or a month whose year is inferred against a year.

    A season of sports is no stretch of the calendar.
    """
    ours = mention_at(left, difference.left, resolved=False)
    theirs = mention_at(right, difference.right, resolved=False)
    if ours is None or theirs is None:
        return False
    if any(_SEASON.search(one.surface) for one in (ours, theirs)):
        return True
    finer, coarser = sorted((ours, theirs), key=lambda one: DATE_PRECISIONS.index(one.precision))
    if finer.precision in ("minute", "hour"):
        return coarser.precision not in ("minute", "hour")
    return finer.precision == "month" and finer.inferred and coarser.precision == "year"


def _is_nowadays(value: str, claim: Claim) -> bool:
    """Tell whether "today" names no day: what is the largest today will be so tomorrow."""
    return value.casefold() == "today" and _NOWADAYS.search(claim.statement) is not None


def _dates_another(value: str, claim: Claim, other: Claim) -> bool:
    """Tell whether a date is that of a thing which the other claim lacks ("of an Oct. 19 meeting")."""
    dated = rf"(?:\b(?:an?|the)\s+{re.escape(value)}|\b{re.escape(value)}[’'](?:s\b)?)\s+(\w+)"
    thing = re.search(dated, claim.statement, re.IGNORECASE)
    key = word_key(thing[1]) if thing else ""
    told = {word_key(token.text) for token in tokenize(other.statement)}
    return bool(key) and not any(word in told for word, _ in kindred_keys(key))


def _take_stands(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether two by name say the like of something: both may ("Skerra condemned it")."""
    if not (difference.left[:1].isupper() and difference.right[:1].isupper()):
        return False
    one, two = ({word_key(token.text) for token in tokenize(c.statement)} & _STANDS for c in (left, right))
    return bool(one & two)


def mention_at(claim: Claim, words: str, *, resolved: bool = True) -> DateMention | None:
    """Return the claim's date that a difference's words name; `resolved` leaves out those without a value."""
    folded = words.casefold()
    for mention in claim.dates:
        surface = mention.surface.casefold()
        if (mention.value or not resolved) and surface and (surface in folded or folded in surface):
            return mention
    return None


def _counted_back(difference: Difference) -> bool:
    """Tell whether a year stands against years counted back from a publication: off by one, often."""
    values = difference.left, difference.right
    return any(map(_AGO.search, values)) and any(map(_YEAR.fullmatch, values))


def _kindred(difference: Difference) -> bool:
    """Tell whether every word of one value stands, or has a synonym, in the other."""
    one, two = (
        {key for token in tokenize(text) if (key := word_key(token.text))}
        for text in (difference.left, difference.right)
    )
    near = {word for key in two for word, _ in kindred_keys(key)}
    return bool(one) and bool(two) and one <= near


def _named_in(value: str, claim: Claim) -> bool:
    """Tell whether who is named on one side stands in the other claim as well."""
    words = fold_words(value)
    return bool(words) and set(words) <= set(fold_words(claim.statement))
