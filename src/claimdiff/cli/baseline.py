"""Baselines of `check`: a file that lists problems known today, by fingerprint."""

import json
from pathlib import Path
from typing import TYPE_CHECKING

from claimdiff.errors import SettingsError

if TYPE_CHECKING:
    from claimdiff.model.verdict import Check


def dump_baseline(check: "Check") -> str:
    """Return the baseline file of a check: what it reports and what was silenced already, sorted."""
    rows = sorted(
        (verdict.fingerprint, verdict.rule, verdict.statement)
        for verdict in (*check.verdicts, *check.ignored)
        if verdict.rule not in ("CD001", "CD902")
    )
    problems = [{"fingerprint": mark, "rule": code, "statement": text} for mark, code, text in rows]
    return json.dumps({"version": 1, "problems": problems}, indent=2, ensure_ascii=False) + "\n"


def load_baseline(path: Path) -> frozenset[str]:
    """Return the fingerprints that a baseline file lists.

    Raises:
        SettingsError: the file can't be read or is no baseline.
    """
    try:
        content = json.loads(path.read_text(encoding="utf-8"))
        return frozenset(str(problem["fingerprint"]) for problem in content["problems"])
    except OSError as error:
        raise SettingsError(
            f"{path}: can't be read: {error.strerror}; write it with --write-baseline"
        ) from None
    except (ValueError, KeyError, TypeError):
        raise SettingsError(f"{path}: is no baseline; write one with --write-baseline") from None
