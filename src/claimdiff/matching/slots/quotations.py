"""Two forms of one quotation that differ in their words, little words included."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from claimdiff.language.stems import stem
from claimdiff.language.tokens import fold
from claimdiff.matching.slots.meaning import names_agree
from claimdiff.matching.slots.spelling import spelled_alike
from claimdiff.model import Span, Speaker

if TYPE_CHECKING:
    from claimdiff.matching.units import PreparedClaim

# Share of the shorter form's words that both must have, so that they are forms of one utterance.
_ONE_UTTERANCE = 0.6
_FEWEST_WORDS = 3
# A longer replaced stretch is another part of the utterance, not a changed word.
_LONGEST_CHANGE = 4
_INSERTED_WITHIN = 3
_FIRST_PERSON = frozenset("i we my our me us".split())


class QuotationChange(NamedTuple):
    """Words of one quotation in whose place the other has different ones; token indices, from 0."""

    left: tuple[int, int]
    right: tuple[int, int]
    strength: float


def judge_quotations(left: "PreparedClaim", right: "PreparedClaim") -> list[QuotationChange]:
    """Return where two direct quotations of one speaker have other words in the same place, or another order.

    One form that only leaves out what the other has is no change. Token ranges are half-open.
    """
    if not _are_quotations(left, right):
        return []
    ours, theirs = _words(left), _words(right)
    if min(len(ours), len(theirs)) < _FEWEST_WORDS:
        return []
    from rapidfuzz.distance import LCSseq

    steps = LCSseq.opcodes([word for _, word in ours], [word for _, word in theirs])
    shared = sum(step.src_end - step.src_start for step in steps if step.tag == "equal")
    share = shared / min(len(ours), len(theirs))
    if share < _ONE_UTTERANCE:
        return _judge_order(ours, theirs)
    found: list[QuotationChange] = []
    pending: list[tuple[int, int]] = [(0, 0), (0, 0)]
    for step in steps:
        if step.tag == "equal":
            pending = [(0, 0), (0, 0)]
            continue
        if step.src_end > step.src_start:
            pending[0] = (step.src_start, step.src_end)
        if step.dest_end > step.dest_start:
            pending[1] = (step.dest_start, step.dest_end)
        (a, b), (c, d) = pending
        if b > a and d > c and max(b - a, d - c) <= _LONGEST_CHANGE and _is_change(ours[a:b], theirs[c:d]):
            if _is_inserted(left, ours[a][0]) or _is_inserted(right, theirs[c][0]):
                continue
            found.append(
                QuotationChange(
                    (ours[a][0], ours[b - 1][0] + 1), (theirs[c][0], theirs[d - 1][0] + 1), 0.5 + 0.4 * share
                )
            )
            pending = [(0, 0), (0, 0)]
    return found


def _judge_order(ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> list[QuotationChange]:
    """Return one change over the whole where nearly the same words stand in another order."""
    mine, other = {word for _, word in ours}, {word for _, word in theirs}
    if len(mine & other) < max(_FEWEST_WORDS, _ONE_UTTERANCE * min(len(mine), len(other))):
        return []
    return [QuotationChange((ours[0][0], ours[-1][0] + 1), (theirs[0][0], theirs[-1][0] + 1), 0.6)]


def _are_quotations(left: "PreparedClaim", right: "PreparedClaim") -> bool:
    one, two = left.claim, right.claim
    if one.speech != "direct" or two.speech != "direct":
        return False
    if bool(one.quoted) != bool(two.quoted):
        return False
    if not one.quoted and not (_is_first_person(left) and _is_first_person(right)):
        return False
    if one.speaker is None or two.speaker is None:
        return True
    return not (is_named(one.speaker) and is_named(two.speaker)) or names_agree(
        one.speaker.name, two.speaker.name
    )


def _is_first_person(claim: "PreparedClaim") -> bool:
    """Return whether a quotation printed without marks shows as one by its "I" or "we"."""
    return any(token.lower in _FIRST_PERSON for token in claim.tokens)


def is_named(speaker: Speaker, fewest: int = 1) -> bool:
    """Return whether a speaker goes by a proper name, of `fewest` words, not by a description."""
    return sum(word[0].isupper() for word in speaker.name.split()) >= fewest


def _is_change(ours: list[tuple[int, str]], theirs: list[tuple[int, str]]) -> bool:
    """Return whether a replaced stretch is more than another spelling ("co-mingling", "comingling")."""
    one, two = "".join(word for _, word in ours), "".join(word for _, word in theirs)
    return not spelled_alike(one, two) and stem(one) != stem(two)


def _is_inserted(claim: "PreparedClaim", token: int) -> bool:
    """Return whether an editor put a word in square brackets, which owns up to the change."""
    return any(mark.text == "[" for mark in claim.tokens[max(0, token - _INSERTED_WITHIN) : token])


def _words(claim: "PreparedClaim") -> list[tuple[int, str]]:
    """Return the words in quotation marks with their token index; all words where nothing is marked."""
    words = [(at, fold(token.text)) for at, token in enumerate(claim.tokens) if token.text[0].isalnum()]
    if not claim.claim.quoted:
        return words
    return [(at, word) for at, word in words if _is_inside(claim.sources[at], claim.claim.quoted)]


def _is_inside(source: Span | None, spans: Sequence[Span]) -> bool:
    return source is not None and any(span.start <= source.start and source.end <= span.end for span in spans)
