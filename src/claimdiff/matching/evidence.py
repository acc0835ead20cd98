"""For each claim of a draft, the source sentences nearest to it and how well they carry each of its words."""

import re
from collections.abc import Sequence

from claimdiff.language.collector import pause_collector
from claimdiff.language.commonness import is_common
from claimdiff.language.kinds import is_thing, share_kind
from claimdiff.language.lexicon import antonyms, exclusive_class
from claimdiff.matching.differences import find_differences
from claimdiff.matching.passages import Laid, SourceIndex, lay_beside
from claimdiff.matching.units import PreparedClaim, Unit, prepare_claim
from claimdiff.model import Claim, Document, Span
from claimdiff.model.verdict import DraftEvidence, Passage, WordSupport

# Passages laid beside a claim: so many by its own words, and so many by its sentence and by its names.
_PASSAGES = 8
_MORE_PASSAGES = 5
# How much of a claim a passage must carry for its words to speak against the claim's.
_RIVAL_FROM = 0.35
_KINDRED_FROM = 0.2
# How much of a claim a passage must tell for the details of both to be compared.
_COMPARED_FROM = 0.4
_HARD = ("name", "number", "date")
_SPELT_OUT = re.compile(r"[a-zà-ÿ]{2}")
_CODE = re.compile(r"[A-Z]{1,3}-?\d{1,3}$")
_NAMED_TIME = re.compile(
    r"\d|(?:mon|tues|wednes|thurs|fri|satur|sun)day"
    r"|january|february|march|april|may|june|july|august|september|october|november|december",
    re.IGNORECASE,
)
# What the word beside a word tells of its being carried.
_BESIDE = 0.8
# Keeps shares apart from zero where nothing else of the claim is told.
_SLIGHT = 0.05


@pause_collector()
def find_evidence(
    draft: Document, draft_claims: Sequence[Claim], sources: Sequence[Document], claims: Sequence[Claim]
) -> tuple[DraftEvidence, ...]:
    """Return the evidence for each claim of the draft, in the claims' order.

    Passages are ranked by the weight of shared words, rare ones first; each word of the claim gets the
    best support that any near passage gives it.
    """
    index = SourceIndex(sources, claims)
    prepared = [prepare_claim(claim, draft.text, index.weigh) for claim in draft_claims]
    by_sentence: dict[Span, set[str]] = {}
    for one in prepared:
        by_sentence.setdefault(one.claim.sentence, set()).update(one.key_set)
    return tuple(_gather(one, by_sentence[one.claim.sentence], index, draft) for one in prepared)


def _gather(claim: PreparedClaim, company: set[str], index: SourceIndex, draft: Document) -> DraftEvidence:
    ranked = index.search(claim.key_set, _PASSAGES)
    hard = {unit.key for unit in claim.units if unit.kind in _HARD}
    for keys in (company, hard):
        ranked += [number for number in index.search(keys, _MORE_PASSAGES) if number not in ranked]
    laid = [lay_beside(claim, number, index) for number in ranked]
    laid.sort(key=lambda one: (-one.coverage, one.sentence.document_id, one.sentence.span))
    groups = _group_units(claim)
    strange = frozenset(
        i
        for i, unit in enumerate(claim.units)
        if unit.name >= 0 and not index.holds(unit.key) and not any(one.carried[i] for one in laid)
    )
    words = []
    for position, indices in enumerate(groups):
        unit = claim.units[indices[0]]
        spans = [claim.units[i].source for i in indices]
        known = [span for span in spans if span is not None]
        if known:
            held = all(index.holds(claim.units[i].key) for i in indices)
            rival, rival_in = _find_rival(claim, indices, laid)
            if not rival and not held:
                rival, rival_in = _find_kindred(claim, indices, laid)
            words.append(
                WordSupport(
                    Span(known[0].start, known[-1].end),
                    _weigh_kind(unit, claim, draft),
                    " ".join(claim.units[i].key for i in indices),
                    round(sum(claim.units[i].weight for i in indices), 4),
                    round(_support(claim, groups, position, laid, strange), 4),
                    held,
                    unit.kind == "word" and is_common(unit.text),
                    rival,
                    rival_in,
                )
            )
    passages = tuple(
        Passage(
            one.sentence.document_id,
            one.sentence.claim_id,
            (one.sentence.span,),
            round(one.coverage, 4),
            find_differences(one.best) if max(one.coverage, one.nearness) >= _COMPARED_FROM else (),
            round(one.nearness, 4),
            one.sentence.hedged,
            one.sentence.negated,
        )
        for one in laid
    )
    return DraftEvidence(claim.claim.id, passages, tuple(words))


def _weigh_kind(unit: Unit, claim: PreparedClaim, draft: Document) -> str:
    """Return the unit's kind, names and dates only where they are exact.

    A word in small letters or one that merely opens its sentence, an abbreviation (which has many
    forms) and a vague date ("last year") are plain words.
    """
    if _CODE.match(unit.text):
        return "name"
    if unit.kind == "name" and unit.source is not None:
        text = draft.quote(unit.source)
        opens = unit.source.start == claim.claim.sentence.start and is_common(text)
        if text[0].islower() or opens or not _SPELT_OUT.search(text):
            return "word"
    if unit.quantity is not None and unit.quantity.value == len(claim.names) > 1:
        return "word"  # "two friends, Asta and Bram": the names are counted, no source need do so
    if unit.kind == "date" and unit.date and unit.date.inferred and not _NAMED_TIME.search(unit.text):
        return "word"
    return unit.kind


def _group_units(claim: PreparedClaim) -> list[list[int]]:
    """Take the words of one name together; every other unit stands alone."""
    groups: dict[tuple[str, int], list[int]] = {}
    for i, unit in enumerate(claim.units):
        groups.setdefault(("name", unit.name) if unit.name >= 0 else ("unit", i), []).append(i)
    return list(groups.values())


def _support(
    claim: PreparedClaim,
    groups: Sequence[Sequence[int]],
    position: int,
    laid: Sequence[Laid],
    strange: frozenset[int],
) -> float:
    """Return how well a group of words is carried where the rest of the claim is told, 0 to 1.

    A passage that tells the rest of the claim without these words speaks against them; one that holds
    them and little else does not speak for them, unless it links them to the claim's other names.
    """
    indices = groups[position]
    rest = [i for i in range(len(claim.units)) if i not in indices]
    total = sum(claim.units[i].weight for i in rest)
    with_words, without, linked = 0.0, 0.0, 0.0
    for one in laid:
        told = sum(claim.units[i].weight * one.around[i] for i in rest) / total if total else 1.0
        share = _share(claim, indices, one, strange)
        with_words = max(with_words, (told + _SLIGHT) * share)
        without = max(without, told + _SLIGHT)
        linked = max(linked, share * _link(claim, groups, position, one))
    return max(with_words / without if without else 0.0, linked)


def _find_rival(claim: PreparedClaim, indices: Sequence[int], laid: Sequence[Laid]) -> tuple[str, int]:
    """Return the opposite of a word that a passage has where it tells the rest of the claim, and which one.

    "" and -1 where there is none.
    """
    text = claim.units[indices[0]].text
    if len(indices) > 1 or claim.units[indices[0]].kind not in ("word", "light"):
        return "", -1
    top = max((one.nearness for one in laid), default=0.0)
    near = [(at, one) for at, one in enumerate(laid) if one.nearness >= max(_RIVAL_FROM, 0.85 * top)]
    if any(one.around[indices[0]] for _, one in near):
        return "", -1
    for place, one in near:
        for other in one.sentence.whole.units:
            fresh = other.kind in ("word", "light") and other.key not in claim.key_set
            if fresh and _exclude(text, other.text):
                return other.text, place
    return "", -1


def _exclude(left: str, right: str) -> bool:
    """Say whether two words can't both hold, also where only one of their joined parts differs."""
    if antonyms(left, right) or exclusive_class(left, right):
        return True
    lefts, rights = left.split("-"), right.split("-")
    if len(lefts) == 1 or len(lefts) != len(rights):
        return False
    other = [(one, two) for one, two in zip(lefts, rights, strict=True) if one.casefold() != two.casefold()]
    return len(other) == 1 and _exclude(*other[0])


def _find_kindred(claim: PreparedClaim, indices: Sequence[int], laid: Sequence[Laid]) -> tuple[str, int]:
    """Return a near passage's word for another thing of the kind of a word that no source has, and which one.

    "" and -1 where there is none.
    """
    unit = claim.units[indices[0]]
    if len(indices) > 1 or unit.kind != "word" or not is_thing(unit.text):
        return "", -1
    least = max(_KINDRED_FROM, 0.6 * max((one.nearness for one in laid), default=0.0))
    for place, one in enumerate(laid):
        if one.nearness >= least:
            for other in one.sentence.whole.units:
                if other.key not in claim.key_set and share_kind(unit.text, other.text):
                    return other.text, place
    return "", -1


def _share(claim: PreparedClaim, indices: Sequence[int], one: Laid, strange: frozenset[int]) -> float:
    """Return how well a passage carries a group: one word of a person's name stands for all of it.

    A given name that no source has is another person's.
    """
    shares = [one.around[i] for i in indices]
    name = claim.units[indices[0]].name
    if name < 0 or claim.names[name].kind != "person":
        return min(shares)
    return max(shares) if strange.isdisjoint(indices) else min(shares)


def _link(claim: PreparedClaim, groups: Sequence[Sequence[int]], position: int, one: Laid) -> float:
    """Return how well a passage ties a word to the claim's other names, else to the word beside it."""
    others = [group for n, group in enumerate(groups) if n != position and claim.units[group[0]].name >= 0]
    if others:
        shares = [max(one.around[i] for i in group) for group in others]
        # A number or date needs one of the names beside it, a name all of them.
        exact = claim.units[groups[position][0]].kind in ("number", "date")
        return (sum(shares) / len(shares)) ** 0.5 if exact else min(shares)
    beside = [groups[n] for n in (position - 1, position + 1) if 0 <= n < len(groups)]
    shares = [max(one.carried[i] for i in group) for group in beside if claim.units[group[0]].kind != "light"]
    return max(shares, default=0.0) * _BESIDE
