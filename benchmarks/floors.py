"""Pinned quality floors, tied to a digest of the annotations they were measured on."""

import json
import sys
from pathlib import Path

FLOORS = Path(__file__).with_name("floors.json")

# Measured figures move a little with every honest change; a floor leaves this much room below them.
SLACK = 0.01
# Figures where less is better get a ceiling instead: stored negated, so that one rule serves both.
LESS_IS_BETTER = (
    "boilerplate_claims",
    "gold_claims_per_predicted",
    "false_agreement_strong",
    "near_misses_reported",
    "bad_offsets",
    "called same",
    "pairs called contradiction",
    "false_alarms",
    "rewordings_noticed",
    "rewordings_exclusive",
    "identical_noticed",
)
# Counts that are neither good nor bad, or that follow from pinned figures.
UNPINNED = (
    "predicted_claims",
    "gold_claims",
    "pairs",
    "predicted",
    "reported",
    "_gold",
    "missing",
    "false_conflicts",
)


def pin(name: str, value: float) -> float | None:
    """Return the value to pin (negated where less is better), None where the figure is not pinned."""
    last = name.rsplit(".", 1)[-1]
    if last.startswith(("baseline", "plain ")) or last == "megabytes_per_second":
        return None
    if any(last == word or last.endswith(word) for word in LESS_IS_BETTER):
        return -value
    if any(last.endswith(word) for word in UNPINNED) or last.startswith("align_pairs"):
        return None
    return value


def check_floors(figures: dict[str, float], digest: str) -> int:
    """Compare figures with the floors pinned for this digest; say which fell. Returns an exit code."""
    floors: dict[str, float] = _load().get(digest, {})
    if not floors:
        print(f"no floors are pinned for the annotations {digest}", file=sys.stderr)
        return 0
    fallen = 0
    for name, floor in sorted(floors.items()):
        value = figures.get(name)
        pinned = None if value is None else pin(name, value)
        if pinned is None or pinned < floor - 1e-9:
            fallen += 1
            print(f"fell below its floor: {name} is {value}, floor {abs(floor):.3f}", file=sys.stderr)
    print(f"{len(floors) - fallen} of {len(floors)} floors hold")
    return 1 if fallen else 0


def raise_floors(figures: dict[str, float], digest: str) -> None:
    """Lift each floor to just below what was measured; none is ever lowered."""
    stored = _load()
    floors = stored.setdefault(digest, {})
    for name, value in figures.items():
        pinned = pin(name, value)
        if pinned is not None:
            floors[name] = round(max(pinned - SLACK, floors.get(name, pinned - SLACK)), 4)
    FLOORS.write_text(json.dumps(stored, indent=2, sort_keys=True) + "\n", encoding="utf-8")


def _load() -> dict[str, dict[str, float]]:
    if not FLOORS.exists():
        return {}
    loaded: dict[str, dict[str, float]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return loaded
