"""Whether the two values of a difference are two at all."""

import re

from claimdiff.findings.kindred import kindred_keys
from claimdiff.findings.moments import quantity_at
from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.wording import fold_word, word_key
from claimdiff.language.names import same_name
from claimdiff.language.tokens import tokenize
from claimdiff.model import Claim, Difference

# Figures this near each other are one figure, rounded.
_ROUNDED = 0.01
_AGO = re.compile(r"\bago\b", re.IGNORECASE)
# A place in a row of pictures counts nothing.
_GALLERY = re.compile(r"\b\d+ of \d+ (?:photos?|images?|pictures?|slides?)\b|\bcaption\b", re.IGNORECASE)
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
            _rounded(difference, left, right) or any(_GALLERY.search(c.statement) for c in (left, right))
        )
    if difference.slot == "date":
        return not _counted_back(difference)
    if difference.slot in ("actor", "place"):
        if _named_in(difference.left, right) or _named_in(difference.right, left):
            return False
        return not same_name(difference.left, difference.right) and not _kindred(difference)
    return not _kindred(difference)


def fold_words(text: str) -> list[str]:
    """Return the words of a text for comparison, marks left out."""
    return [word for token in tokenize(text) if (word := fold_word(token.text))]


def _rounded(difference: Difference, left: Claim, right: Claim) -> bool:
    """Tell whether one figure is the other, rounded ("229.6 feet", "229 feet")."""
    one, two = quantity_at(left, difference.left), quantity_at(right, difference.right)
    if one is None or two is None or one.value == two.value:
        return False
    fraction = one.value != int(one.value) or two.value != int(two.value)
    return fraction and abs(one.value - two.value) <= _ROUNDED * max(abs(one.value), abs(two.value))


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
    """Tell whether a name given on one side stands in the other claim as well."""
    if not value[:1].isupper():
        return False
    words = fold_words(value)
    return bool(words) and set(words) <= set(fold_words(claim.statement))
