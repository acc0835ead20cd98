"""Whole results: what reading, matching and the comparison as a whole return."""

from msgspec import Struct

from claimdiff.model.claim import Claim
from claimdiff.model.document import Document, Rejection
from claimdiff.model.fact import Fact, ScoredPair
from claimdiff.model.finding import (
    Change,
    Contradiction,
    Omission,
    QuotationGroup,
    SharedPassage,
    TimelineEntry,
)


class ReadResult(Struct, frozen=True):
    """Documents that could be read, sorted by path, and the inputs that could not."""

    documents: tuple[Document, ...]
    rejections: tuple[Rejection, ...]


class Matching(Struct, frozen=True):
    """Facts over all claims, and the scored pairs they rest on.

    `pairs` holds the candidate pairs that a first look kept and that came to the floor, sorted by ids: the
    nearest misses are among them. `capped` counts the candidate blocks that were cut short.
    """

    facts: tuple[Fact, ...]
    pairs: tuple[ScoredPair, ...]
    capped: int = 0


class Comparison(Struct, frozen=True):
    """Everything `compare` found; sorted, and equal for equal inputs.

    `origins` maps a document id to the id of its origin: wire copies share one, and `passages` are what
    they share. `timeline` holds the facts that some claim dates, earliest first.
    """

    documents: tuple[Document, ...]
    claims: tuple[Claim, ...]
    facts: tuple[Fact, ...]
    pairs: tuple[ScoredPair, ...]
    contradictions: tuple[Contradiction, ...]
    omissions: tuple[Omission, ...]
    quotations: tuple[QuotationGroup, ...]
    rejections: tuple[Rejection, ...]
    origins: dict[str, str]
    settings: dict[str, object]
    notes: tuple[str, ...] = ()
    passages: tuple[SharedPassage, ...] = ()
    timeline: tuple[TimelineEntry, ...] = ()


class Revision(Struct, frozen=True):
    """What changed from one version of an article to the next; `documents` are the old and the new one."""

    documents: tuple[Document, Document]
    claims: tuple[Claim, ...]
    changes: tuple[Change, ...]
    rejections: tuple[Rejection, ...] = ()
