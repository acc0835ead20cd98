"""What the comparison found: contradictions, omissions and quotations."""

from typing import Literal

from msgspec import Struct

from claimdiff.model.document import Span
from claimdiff.model.fact import Slot

Between = Literal["sources", "speakers", "moments", "passages"]
CellReason = Literal["silent", "below-threshold", "published-before"]
Grade = Literal["identical", "truncated", "spliced", "altered", "paraphrased"]


class Side(Struct, frozen=True):
    """One side of a contradiction: the clearest claim of its version and the value it gives.

    `spans` are the claim's evidence, `words` the words at fault inside it.
    """

    document_id: str
    claim_id: str
    spans: tuple[Span, ...]
    value: str
    words: tuple[Span, ...] = ()


class Contradiction(Struct, frozen=True):
    """Two claims that can't both hold, or two speakers who dispute each other.

    `between` "moments" is a figure that moved between two publication times: a development. `matter` is
    the id of the clearest row on the same matter: what is disputed in many places is one thing to see.
    """

    id: str
    kind: Slot
    between: Between
    status: Literal["contradiction", "unsure"]
    left: Side
    right: Side
    probability: float
    explanation: str
    matter: str = ""


class OmissionCell(Struct, frozen=True):
    """Why one document has nothing on a topic, with the nearest miss where there is one."""

    document_id: str
    reason: CellReason
    fact_id: str | None = None
    claim_id: str | None = None
    probability: float | None = None


class Omission(Struct, frozen=True):
    """A topic that some documents cover and others do not. `rank` 1 is what to look at first."""

    id: str
    topic: str
    fact_ids: tuple[str, ...]
    stated_in: tuple[str, ...]
    absent_from: tuple[str, ...]
    rank: int
    cells: tuple[OmissionCell, ...]


class WordChange(Struct, frozen=True):
    """Words of a quotation's fullest form (`before`) and what a variant has instead (`after`)."""

    before: str
    after: str


class QuotationVariant(Struct, frozen=True):
    """One document's form of an utterance, graded against the fullest form of its group."""

    document_id: str
    claim_id: str
    spans: tuple[Span, ...]
    grade: Grade
    changes: tuple[WordChange, ...] = ()
    flags: tuple[str, ...] = ()


class QuotationGroup(Struct, frozen=True):
    """All forms of one utterance; the fullest comes first."""

    id: str
    speaker: str | None
    variants: tuple[QuotationVariant, ...]


class SharedPassage(Struct, frozen=True):
    """A passage that two documents print nearly word for word.

    `quotation` is true where it is mostly somebody's quoted words, which both may have heard.
    `first` is the document published before the other, None where the dates do not tell. `words`
    counts the words in common.
    """

    left_document_id: str
    right_document_id: str
    left_span: Span
    right_span: Span
    words: int
    quotation: bool = False
    first: str | None = None


ChangeKind = Literal["added", "dropped", "softened", "strengthened", "corrected", "quotation"]


class Change(Struct, frozen=True):
    """What a later version of an article does to a claim of the earlier one.

    `old` is None where a claim was added, `new` where one was dropped; `words` of each side are those
    that changed. Mere rewording and moved paragraphs are no changes.
    """

    id: str
    kind: ChangeKind
    old: Side | None
    new: Side | None
    explanation: str


class TimelineReport(Struct, frozen=True):
    """One document's report of a dated fact."""

    document_id: str
    claim_id: str
    published_at: str | None


class TimelineEntry(Struct, frozen=True):
    """A fact with the date its claims give: `value` is an ISO interval "start/end".

    `reports` are in order of publication, undated documents last; `first_document_id` had it first,
    None where the dates do not tell.
    """

    id: str
    fact_id: str
    statement: str
    value: str
    precision: str
    inferred: bool
    reports: tuple[TimelineReport, ...]
    first_document_id: str | None
