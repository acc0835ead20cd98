"""Which detail of the sources can't hold beside a draft's claim."""

from collections.abc import Iterable, Mapping
from typing import NamedTuple

from claimdiff.findings.values import values_differ
from claimdiff.language.kinds import share_kind
from claimdiff.model import Claim, Difference, Slot, Span
from claimdiff.model.verdict import DraftEvidence, Passage, WordSupport

# A word with less support than this is not carried where the rest of the claim is told.
CARRIED = 0.55
# What a passage must carry for its differences to count.
COMPARABLE = 0.45
# Details that are often another thing's where the sources know nothing of the claim's names and days.
_LOOSE: tuple[Slot, ...] = ("meaning", "polarity")
_COMPARED: tuple[Slot, ...] = ("quantity", "date")
# Less support than this has a word that no source holds in any form; so near must the passage be, and so
# strong the difference in its place.
_STRANGE, _MOSTLY_TOLD, _PLACED = 0.3, 0.6, 0.29
# So strong where both are things of one kind.
_KINDRED = 0.2
# In a passage this near, a difference this strong counts though it need not exclude.
NEAR, _NOTICED = 0.75, 0.35


class Exclusion(NamedTuple):
    """A detail that excludes the draft's; `borne_out` where some source has the draft's words too."""

    passage: Passage
    difference: Difference
    weight: float
    borne_out: bool


def find_exclusion(claim: Claim, found: DraftEvidence, by_id: Mapping[str, Claim]) -> Exclusion | None:
    """Return the surest detail that can't hold beside the sources, where the sources don't carry it too.

    `by_id` are the sources' claims.
    """
    unheard = knows_less(found)
    carried = {word.span: word.support for word in found.words}
    best: Exclusion | None = None
    # A passage that tells more of the claim and excludes nothing speaks for it.
    clear = max((one.nearness for one in found.passages if not excludes(one)), default=0.0)
    for passage in found.passages:
        if passage.nearness < max(COMPARABLE, clear):
            continue
        for difference in passage.differences:
            sure = passage.nearness >= NEAR and difference.strength >= _NOTICED
            if not (difference.exclusive or sure) or difference.slot == "certainty":
                continue
            if (unheard and difference.slot in _LOOSE) or _is_no_other(difference, claim, passage, by_id):
                continue
            borne_out = _is_carried(difference.left_spans, carried)
            if borne_out and difference.slot != "polarity" and passage.nearness < NEAR:
                continue
            weight = difference.strength * passage.coverage * (0.5 if borne_out else 1.0)
            if best is None or weight > best.weight:
                best = Exclusion(passage, difference, weight, borne_out)
    return best


def find_replaced(found: DraftEvidence) -> tuple[Passage, Difference] | None:
    """Return a word of the sources in whose place the draft has one that stands in none of them, or one for
    another thing of its kind.

    The passage must tell the rest of the claim.
    """
    if knows_less(found):
        return None
    untold = [word for word in found.words if word.kind == "word" and word.support < _STRANGE]
    strange = [word.span for word in untold if is_strange(word)]
    other = [word.span for word in untold]
    for passage in found.passages:
        if passage.nearness < _MOSTLY_TOLD:
            continue
        for difference in passage.differences:
            kindred = share_kind(difference.left, difference.right)
            if difference.slot != "meaning" or difference.strength < (_KINDRED if kindred else _PLACED):
                continue
            words = other if kindred else strange
            if any(word.overlaps(span) for word in words for span in difference.left_spans):
                return passage, difference
    return None


def is_strange(word: WordSupport) -> bool:
    """Say whether a word stands in no source, in any form, and is one that tells something."""
    return word.kind == "word" and word.support < _STRANGE and not word.anywhere and not word.common


def knows_less(found: DraftEvidence) -> bool:
    """Say whether a claim has a name, a number or a day that no source has: of another occasion, maybe."""
    return any(word.kind in ("name", "number", "date") and not word.anywhere for word in found.words)


def _is_no_other(difference: Difference, claim: Claim, passage: Passage, by_id: Mapping[str, Claim]) -> bool:
    """Say whether the values are one after all: rounded, counted back, spelled otherwise."""
    source = by_id.get(passage.claim_id)
    return (
        source is not None and difference.slot in _COMPARED and not values_differ(difference, claim, source)
    )


def excludes(passage: Passage) -> bool:
    """Say whether a detail of the passage can't hold beside the claim."""
    return any(difference.exclusive for difference in passage.differences)


def _is_carried(spans: Iterable[Span], carried: dict[Span, float]) -> bool:
    hits = [support for span in spans for word, support in carried.items() if word.overlaps(span)]
    return bool(hits) and min(hits) >= CARRIED
