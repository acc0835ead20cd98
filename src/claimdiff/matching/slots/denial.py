"""Whether a claim as a whole denies or debunks a report, wherever its cue stands."""

from functools import lru_cache
from typing import TYPE_CHECKING

from claimdiff.language.stems import stem
from claimdiff.matching.slots import list_words

if TYPE_CHECKING:
    from claimdiff.matching.units import PreparedClaim

# What a report is called that is not so.
_FALSITY = frozenset(
    stem(word)
    for word in list_words(
        """hoax hoaxer fake faked false falsely untrue rubbish bogus myth fabricated fabrication fabricate
    baseless unfounded satire satirical prank incorrect inaccurate nonexistent photoshopped staged spoof
    fictional fiction misleading mistaken wrongly incorrectly lie lies nonsense bullshit invented"""
    )
)
# What is done to such a report.
_DENYING = frozenset(
    stem(word)
    for word in list_words(
        """deny denial debunk refute rebut dismiss retract retraction quash squash disprove discredit
    contradict disavow"""
    )
)
_DOUBTING = frozenset(
    stem(word)
    for word in list_words(
        "doubt dispute doubtful unlikely probably supposedly question sceptic skeptic rumour"
    )
)
_NEGATING = list_words("not no none nobody nothing neither cannot nope")
_DEBUNKED, _NEGATED, _DOUBTED = 1.0, 0.8, 0.4
# "no hoax", "denies the hoax claims": this many words apart, two denials make an affirmation.
_CANCELS_WITHIN = 3


def weigh_denial(left: "PreparedClaim", right: "PreparedClaim") -> float:
    """Return how far one of two claims denies what the other reports as so, 0 to 1."""
    return abs(measure_denial(left) - measure_denial(right))


def measure_denial(claim: "PreparedClaim") -> float:
    """Return how far a claim as a whole denies a report, 0 (not) to 1.

    Its cues add up: a word for falsehood or denial 1, a negation 0.8, a doubt 0.4; a denied falsehood
    ("no hoax") counts nothing.
    """
    total, denied_at = 0.0, -1 - _CANCELS_WITHIN
    for at, token in enumerate(claim.tokens):
        word = token.lower.replace("’", "'")
        if not word[0].isalnum():
            denied_at = -1 - _CANCELS_WITHIN
            continue
        kind, weight = _weigh(word)
        if kind == "falsity" and at - denied_at <= _CANCELS_WITHIN:
            total -= weight
            continue
        if kind == "denial":
            denied_at = at
        total += weight
    return min(1.0, max(0.0, total))


@lru_cache(maxsize=16384)
def _weigh(word: str) -> tuple[str, float]:
    root = stem(word)
    if word in _NEGATING or word.endswith("n't"):
        return "denial", _NEGATED
    if root in _DENYING:
        return "denial", _DEBUNKED
    if root in _FALSITY:
        return "falsity", _DEBUNKED
    return ("doubt", _DOUBTED) if root in _DOUBTING else ("", 0.0)
