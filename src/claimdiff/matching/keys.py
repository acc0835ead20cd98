"""What equal words, numbers and dates of two claims share: their keys."""

from functools import lru_cache
from typing import Literal

from claimdiff.language.stems import family
from claimdiff.language.tokens import content_stems, fold, strip_possessive
from claimdiff.matching.slots import list_words
from claimdiff.model import DateMention, Quantity

UnitKind = Literal["word", "name", "number", "date", "light"]

# Little words that carry the whole difference when they change, although they are stop words elsewhere.
_TELLING = list_words(
    """all every each both few many most least more less fewer only before after during until since above
    below under over up down against without inside outside despite like unlike same other first last
    next"""
)
_LIGHT = list_words(
    """say tell make take get go give come put keep become begin start continue want use happen see know mr
    mrs ms dr new old year day week month time people man woman thing way part number group man also
    still now later earlier already yesterday today tomorrow ago"""
)


def date_key(date: DateMention) -> str:
    """Return what units that tell one day or span of time share."""
    return f"@{date.value or date.surface.casefold()}"


def quantity_key(quantity: Quantity) -> str:
    """Return what units that tell one number share."""
    high = quantity.high
    return f"#{quantity.value:g}" + ("" if high is None else f"-{high:g}")


def word_key(word: str) -> str:
    """Return what units of one word family share, "" for a mark or a function word."""
    described = classify_word(word)
    return described[1] if described else ""


@lru_cache(maxsize=65536)
def classify_word(text: str) -> tuple[UnitKind, str] | None:
    """Return the kind and key of a word on its own, None for a mark or a function word."""
    word = fold(strip_possessive(text))
    if word in _TELLING:
        return "light", f"~{word}"
    stems = content_stems(text)
    if not stems:
        return None
    figures = word.replace(",", "").replace(".", "")
    if figures.isdigit():
        return "number", f"#{word.replace(',', '')}"
    key = family(word) if len(stems) == 1 and "-" not in word else "".join(family(part) for part in stems)
    return ("light" if word in _LIGHT or key in _LIGHT else "word"), key
