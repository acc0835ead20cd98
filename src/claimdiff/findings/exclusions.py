"""Which detail of the sources can't hold beside a draft's claim."""

from collections.abc import Iterable
from typing import NamedTuple

from claimdiff.model import Difference, Span
from claimdiff.model.verdict import DraftEvidence, Passage

# A word with less support than this is not carried where the rest of the claim is told.
CARRIED = 0.55
# What a passage must carry for its differences to count.
COMPARABLE = 0.45
# In a passage this near, a difference this strong counts though it need not exclude.
NEAR, _NOTICED = 0.75, 0.35


class Exclusion(NamedTuple):
    """A detail that excludes the draft's; `borne_out` where some source has the draft's words too."""

    passage: Passage
    difference: Difference
    weight: float
    borne_out: bool


def find_exclusion(found: DraftEvidence) -> Exclusion | None:
    """Return the surest detail that can't hold beside the sources, where the sources don't carry it too."""
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
            borne_out = _is_carried(difference.left_spans, carried)
            if borne_out and difference.slot != "polarity" and passage.nearness < NEAR:
                continue
            weight = difference.strength * passage.coverage * (0.5 if borne_out else 1.0)
            if best is None or weight > best.weight:
                best = Exclusion(passage, difference, weight, borne_out)
    return best


def excludes(passage: Passage) -> bool:
    """Say whether a detail of the passage can't hold beside the claim."""
    return any(difference.exclusive for difference in passage.differences)


def _is_carried(spans: Iterable[Span], carried: dict[Span, float]) -> bool:
    hits = [support for span in spans for word, support in carried.items() if word.overlaps(span)]
    return bool(hits) and min(hits) >= CARRIED
