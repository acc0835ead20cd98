"""Claims lined up: scored pairs, and facts with their versions."""

from typing import Literal

from msgspec import Struct

from claimdiff.model.document import Span

Slot = Literal[
    "quantity", "date", "place", "actor", "polarity", "certainty", "quotation", "attribution", "meaning"
]
FactStatus = Literal["agreement", "contradiction", "development", "unsure", "single-source"]
Relation = Literal["same", "contradiction", "related", "unrelated"]


class Difference(Struct, frozen=True):
    """A detail in which two aligned claims differ.

    `left` and `right` are the differing values in words, "" where one side lacks it; the spans point
    at those words. `exclusive` is true when both can't hold at one moment, false when they can
    ("more than 100", "at least 90") or when it is not known. `note` says why in a few words. `strength`
    (0 to 1, a raw score) says how surely the two can't both hold; 0 means that they can.
    """

    slot: Slot
    left: str
    right: str
    left_spans: tuple[Span, ...]
    right_spans: tuple[Span, ...]
    exclusive: bool
    note: str = ""
    strength: float = 0.0


class ScoredPair(Struct, frozen=True):
    """What the matcher thinks of two claims of different documents, left.id < right.id.

    `same` (told alike, in one version), `contradiction` (the same thing told, both can't hold) and
    `related` (one topic, includes the first two) are calibrated probabilities, 0 to 1. One fact is
    same + contradiction. `features` are the named inputs with their contribution to the score, where the
    comparison was asked to say so.
    """

    left: str
    right: str
    same: float
    contradiction: float
    related: float
    relation: Relation
    features: dict[str, float]
    differences: tuple[Difference, ...] = ()

    @property
    def one_fact(self) -> float:
        """The probability that both claims report the same thing, details aside."""
        return min(1.0, self.same + self.contradiction)


class Version(Struct, frozen=True):
    """The claims of a fact that tell it alike; `value` names the detail that parts it from the others."""

    claim_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    value: str | None = None


class Fact(Struct, frozen=True):
    """Claims that report the same thing, also where a detail differs.

    Facts partition the claims, and versions partition a fact's claims. `probability` is that of the
    status, None for "single-source".
    """

    id: str
    statement: str
    claim_ids: tuple[str, ...]
    document_ids: tuple[str, ...]
    status: FactStatus
    versions: tuple[Version, ...]
    origin_count: int
    probability: float | None
