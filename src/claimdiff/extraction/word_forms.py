"""What a word's form alone tells, worked out once for each form met: one look-up a word."""

import re

from claimdiff.extraction.polarity_words import may_hedge, may_negate
from claimdiff.extraction.wordclasses import classify_word
from claimdiff.language.tables import word_set

#: A word in lower case; that with a straight apostrophe; its class; what else is to be known of it (flags).
Form = tuple[str, str, str, int]

#: Flags: the tag must be chosen by what stands around the word; the word holds a digit; it holds a
#: character that may make attribution cut it otherwise; it is a compound or possessive; it may negate a
#: claim, or hedge one.
DOUBTFUL, DIGITS, RARE, PARTED, NEGATING, HEDGING = 1, 2, 4, 8, 16, 32

PRONOMINAL = word_set("this that these those all some many both each several most few such another her")
# Classes that nothing around a word changes; and those that only a capital changes, or for these words.
_CLOSED = frozenset('RPCSBHObVIQE;:().?!"~')
_PLAIN = frozenset("DWNUAXM#")
_SHIFTING = PRONOMINAL | {"so", "that"}
_DIGIT = re.compile(r"\d")
_RARE = re.compile(r"[_`ʼ‐‑\u0300-\u036f–]|\..|.\.|--")
_JOINT = re.compile(r"['\-–&]")
_MOST_WORDS = 100_000


class _Forms(dict[str, Form]):
    """The forms of the words met so far, by the words as printed."""

    def __missing__(self, text: str) -> Form:
        if len(self) > _MOST_WORDS:
            self.clear()
        lower = text.lower()
        straight = lower.replace("’", "'")
        kind = classify_word(lower)
        open_to_capital = kind in _PLAIN and lower not in _SHIFTING
        known = self[text] = (
            lower,
            straight,
            kind,
            (0 if kind in _CLOSED or (open_to_capital and text == lower) else DOUBTFUL)
            | (DIGITS if _DIGIT.search(text) else 0)
            | (RARE if _RARE.search(text) else 0)
            | (PARTED if _JOINT.search(straight) else 0)
            | (NEGATING if may_negate(lower) else 0)
            | (HEDGING if may_hedge(lower) else 0),
        )
        return known


FORMS = _Forms()


def part_word(straight: str) -> list[str]:
    """Return the parts of a compound or possessive."""
    return _JOINT.split(straight)
