"""Exit codes of the contract, and which findings `--fail-on` names."""

from collections.abc import Sequence
from enum import IntEnum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from claimdiff.model import Comparison


class ExitCode(IntEnum):
    """2 comes before 1, 1 before 3."""

    DONE = 0
    FOUND = 1
    WRONG = 2
    REJECTED = 3


def decide_exit(comparison: "Comparison", fail_on: Sequence[str]) -> ExitCode:
    """Return the exit code of a comparison that was made."""
    if not comparison.documents:
        return ExitCode.WRONG
    if name_failures(comparison, fail_on):
        return ExitCode.FOUND
    return ExitCode.REJECTED if comparison.rejections else ExitCode.DONE


def name_failures(comparison: "Comparison", fail_on: Sequence[str]) -> list[str]:
    """Return those names of `fail_on` that the comparison has findings for, in the order given."""
    found = {
        "contradiction": any(
            row.status == "contradiction" and row.between != "moments" for row in comparison.contradictions
        ),
        "dispute": any(row.between == "speakers" for row in comparison.contradictions),
        "development": any(row.between == "moments" for row in comparison.contradictions),
        "unsure": any(row.status == "unsure" for row in comparison.contradictions),
        "omission": bool(comparison.omissions),
        "quotation": any(
            variant.grade in ("altered", "spliced")
            for group in comparison.quotations
            for variant in group.variants
        ),
    }
    found["any"] = any(found.values())
    return [name for name in fail_on if found[name]]
