"""Whether a claim as a whole denies or debunks a report, wherever its cue stands."""

from collections.abc import Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from claimdiff.language.cues import STOPWORDS
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
# Of a thing these tell no more than that it is an imitation: "fake passports", but "fake photo", "is fake".
_IMITATING = list_words("fake bogus false")
_REPORTS = list_words(
    """news report reports reporting story stories claim claims rumour rumours rumor rumors photo photos
    picture pictures image images video videos footage account accounts website site quote quotes tweet letter
    alarm"""
)
_LINKING = list_words("is are was were be been as it's they're he's she's that's so not totally")
# Who denies one of these says that there was none; who dismisses "unfounded reports" says the same twice.
_FALSEHOODS = frozenset(
    stem(word) for word in list_words("hoax hoaxer fabrication lie lies prank fake fiction")
)
# What is done to such a report.
_DENYING = frozenset(stem(word) for word in list_words("deny denial refute rebut dismiss contradict disavow"))
# What is done to a falsehood as well: who debunks a hoax denies the report.
_DEBUNKING = frozenset(
    stem(word) for word in list_words("debunk retract retraction quash squash disprove discredit")
)
# What a report is called in more words than one; the first stands for all of them.
_PHRASES = (("too", "good", "to"), ("made", "up"), ("made", "it", "up"), ("made", "it", "all", "up"))
# "Dismissed" of people: out of office, not out of belief.
_OF_PEOPLE = list_words("after for from over by following amid")
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

    Its cues add up: a word for falsehood or denial 1, a negation 0.8, a doubt 0.4. A denied falsehood
    ("no hoax") counts nothing, unless it is what the report is called ("dismissed as a hoax").
    """
    words = [token.lower.replace("’", "'") for token in claim.tokens]
    total, denied_at = 0.0, -1
    for at, word in enumerate(words):
        if not word[0].isalnum() or word == "as":
            denied_at = -1
            continue
        kind, weight = ("", 0.0) if _imitates(words, at) else _weigh(word)
        if _starts_phrase(words, at):
            kind, weight = "falsity", _DEBUNKED
        if word == "dismissed" and (at + 1 == len(words) or words[at + 1] in _OF_PEOPLE):
            continue
        if kind == "falsity" and denied_at >= 0 and _cancels(words, denied_at, at):
            total -= weight
            continue
        if kind == "denial":
            denied_at = at
        total += weight
    return min(1.0, max(0.0, total))


def _cancels(words: Sequence[str], denied_at: int, at: int) -> bool:
    """Tell whether a denial takes back the falsehood that follows it at some word."""
    near = at - denied_at <= _CANCELS_WITHIN
    return near and (_negates(words[denied_at]) or stem(words[at]) in _FALSEHOODS)


def _imitates(words: Sequence[str], at: int) -> bool:
    """Tell whether a word for falsehood stands before the thing that is imitated and of which it is said."""
    if words[at] not in _IMITATING or at + 1 == len(words) or (at and words[at - 1] in _LINKING):
        return False
    after = words[at + 1]
    return after[0].isalpha() and after not in _REPORTS and after not in STOPWORDS


def _negates(word: str) -> bool:
    return word in _NEGATING or word.endswith("n't")


def _starts_phrase(words: Sequence[str], at: int) -> bool:
    return any(tuple(words[at : at + len(phrase)]) == phrase for phrase in _PHRASES)


@lru_cache(maxsize=16384)
def _weigh(word: str) -> tuple[str, float]:
    root = stem(word)
    if _negates(word):
        return "denial", _NEGATED
    if root in _DENYING:
        return "denial", _DEBUNKED
    if root in _FALSITY or root in _DEBUNKING:
        return "falsity", _DEBUNKED
    return ("doubt", _DOUBTED) if root in _DOUBTING else ("", 0.0)
