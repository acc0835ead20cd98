"""One frozen value that holds every setting; defaults < claimdiff.toml < flags."""

import msgspec

from claimdiff.errors import SettingsError


class Settings(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """What a run may be told.

    `one_fact_threshold` and `contradiction_threshold` are probabilities, 0 to 1: below the first two
    claims are not put into one fact, below the second a contradiction is "unsure".
    `max_file_size` is in bytes, `max_claims` per document.
    """

    one_fact_threshold: float = 0.5
    contradiction_threshold: float = 0.5
    max_file_size: int = 20_000_000
    max_claims: int = 20_000
    labels: dict[str, str] = {}

    def __post_init__(self) -> None:
        for name in ("one_fact_threshold", "contradiction_threshold"):
            value = getattr(self, name)
            if not 0 <= value <= 1:
                raise SettingsError(f"{name} is {value}: give a probability from 0 to 1")
        for name in ("max_file_size", "max_claims"):
            if getattr(self, name) < 1:
                raise SettingsError(f"{name} must be at least 1")

    def as_dict(self) -> dict[str, object]:
        """Return the settings as plain values, for a report."""
        plain: dict[str, object] = msgspec.to_builtins(self)
        return plain
