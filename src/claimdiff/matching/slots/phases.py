"""Whether one claim has under way what the other has still to come."""

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdiff.matching.alignment import Alignment

_REACH = 40
_PLANNED = re.compile(
    r"\b(?:will|shall|would|is to|are to|(?:scheduled|due|set|expected|planned|slated|plans?|going|about) to)"
    r"(?: \w+ly)? $",
    re.IGNORECASE,
)
_ONGOING = re.compile(
    r"\b(?:(?:is|are|'s|'re|’s|’re) (?:currently|now|still|already|presently)|has been|have been) $",
    re.IGNORECASE,
)


def find_phase_change(alignment: "Alignment") -> tuple[int, int] | None:
    """Return the matched verb that is going on in one claim ("is testifying") and planned in the other."""
    left, right = alignment.left, alignment.right
    if left.claim.speech == "direct" or right.claim.speech == "direct":
        # "We are working on it" and "we will work on it": whoever speaks of themselves promises both.
        return None
    for match in alignment.matches:
        one, two = left.units[match.left], right.units[match.right]
        if one.text.endswith("ing") == two.text.endswith("ing"):
            continue
        going, planned = (one, two) if one.text.endswith("ing") else (two, one)
        first, second = (left, right) if going is one else (right, left)
        before = first.claim.statement[max(0, going.start - _REACH) : going.start]
        ahead = second.claim.statement[max(0, planned.start - _REACH) : planned.start]
        if _ONGOING.search(before) and _PLANNED.search(ahead):
            return match.left, match.right
    return None
