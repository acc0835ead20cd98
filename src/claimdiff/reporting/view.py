"""What every readable format shows of a Comparison: chosen, counted and laid out once, here.

Renderers only draw a View. Text in it is verbatim; each format makes it safe in its own way.
"""

from typing import Generic, Literal, TypeVar

from msgspec import Struct

from claimdiff.model import Between, CellReason, FactStatus, Grade, Slot

Part = Literal["sources", "contradictions", "agreement", "omissions", "quotations"]
Row = TypeVar("Row")
PieceStyle = Literal["context", "evidence", "marked"]

DEFAULT_TOP: dict[str, int] = {
    "sources": 30,
    "contradictions": 10,
    "disputes": 6,
    "developments": 6,
    "agreement": 15,
    "omissions": 8,
    "quotations": 6,
}


PAGE_TOP: dict[str, int] = {
    "sources": 200,
    "contradictions": 80,
    "disputes": 60,
    "developments": 60,
    "agreement": 110,
    "omissions": 50,
    "quotations": 80,
}


class Selection(Struct, frozen=True):
    """What to show: which parts (all, if none is named), and how many rows of each.

    `top` None takes each part's default, which is larger on a page than on a screen; 0 is everything.
    """

    only: tuple[Part, ...] = ()
    top: int | None = None
    min_sources: int = 2
    on_page: bool = False

    def includes(self, part: Part) -> bool:
        return not self.only or part in self.only

    def limit(self, part: str) -> int | None:
        """Return the most rows to show of a part, None for all; --top leaves the sources alone."""
        if part == "sources" and self.top is not None:
            return None
        if self.top == 0:
            return None
        if self.top is None:
            return (PAGE_TOP if self.on_page else DEFAULT_TOP)[part]
        return self.top


class SourceRow(Struct, frozen=True):
    """One document: its letter, its name, and how much of it others tell too.

    `shared` counts claims of facts that another document has as well, `unique` the rest.
    `same_origin` are the letters of the other documents that carry the same copy.
    """

    key: str
    document_id: str
    label: str
    path: str
    date: str | None
    date_inferred: bool
    words: int
    claims: int
    shared: int
    unique: int
    same_origin: tuple[str, ...]


class VersionRow(Struct, frozen=True):
    number: int
    value: str | None
    keys: tuple[str, ...]


class Telling(Struct, frozen=True):
    """How one claim of a fact tells it, in its own words."""

    key: str
    label: str
    claim_id: str
    line: int
    version: int
    text: str


class FactRow(Struct, frozen=True):
    """A row of the matrix: per source 0 for not found, else the number of its version (the lowest).

    `speaker` is who alone is said to tell it, None where a source tells it itself or several people do.
    """

    fact_id: str
    statement: str
    status: FactStatus
    probability: float | None
    cells: tuple[int, ...]
    versions: tuple[VersionRow, ...]
    sources: int
    origins: int
    tellings: tuple[Telling, ...]
    speaker: str | None = None


class Piece(Struct, frozen=True):
    text: str
    style: PieceStyle


class SideView(Struct, frozen=True):
    """One side of a contradiction: where it stands and its words, the differing ones marked."""

    key: str
    label: str
    claim_id: str
    path: str
    line: int
    column: int
    date: str | None
    speaker: str | None
    pieces: tuple[Piece, ...]
    value: str
    others: tuple[str, ...]


class FurtherSide(Struct, frozen=True):
    """One more claim on the same matter, told in a line under the clearest row; it is `beside` one side."""

    id: str
    beside: Literal["left", "right"]
    key: str
    label: str
    line: int
    text: str
    probability: float


class ContradictionRow(Struct, frozen=True):
    """Two sides that can't both hold; `further` are the other claims on the same matter."""

    id: str
    kind: Slot
    between: Between
    status: Literal["contradiction", "unsure"]
    probability: float
    left: SideView
    right: SideView
    explanation: str
    further: tuple[FurtherSide, ...] = ()


class AbsentRow(Struct, frozen=True):
    """Why one source has nothing on a topic; `nearest` is the closest thing it says."""

    key: str
    label: str
    reason: CellReason
    nearest: str | None
    line: int | None
    probability: float | None


class OmissionRow(Struct, frozen=True):
    """A topic; `absent` is ordered by nearness, the nearest miss first, the letters by source."""

    id: str
    topic: str
    claims: int
    statements: tuple[str, ...]
    stated_in: tuple[str, ...]
    absent_from: tuple[str, ...]
    absent: tuple[AbsentRow, ...]


class VariantRow(Struct, frozen=True):
    key: str
    label: str
    path: str
    line: int
    grade: Grade
    pieces: tuple[Piece, ...]
    changes: tuple[tuple[str, str], ...]
    flags: tuple[str, ...]


class QuotationRow(Struct, frozen=True):
    id: str
    speaker: str | None
    variants: tuple[VariantRow, ...]


class Rows(Struct, Generic[Row], frozen=True):
    """The rows of one part that are shown, and how many there are."""

    shown: tuple[Row, ...]
    total: int

    @property
    def hidden(self) -> int:
        return self.total - len(self.shown)


class CopyRow(Struct, frozen=True):
    """Two sources that print the same passages; `first` is the letter of the one published before."""

    keys: tuple[str, str]
    passages: int
    words: int
    first: str | None


class Totals(Struct, frozen=True):
    """The figures of the overview, counted over everything found, not over what is shown."""

    claims: int
    facts: int
    shared_facts: int
    widely_shared_facts: int
    single_source_facts: int
    contradictions: int
    unsure: int
    disputes: int
    developments: int
    topics: int
    quotations: int
    changed_quotations: int
    origins: int


class View(Struct, frozen=True):
    """A Comparison as readable formats show it; `None` for a part that was not asked for."""

    totals: Totals
    source_keys: tuple[str, ...]
    sources: Rows[SourceRow] | None
    contradictions: Rows[ContradictionRow] | None
    disputes: Rows[ContradictionRow] | None
    developments: Rows[ContradictionRow] | None
    agreement: Rows[FactRow] | None
    omissions: Rows[OmissionRow] | None
    quotations: Rows[QuotationRow] | None
    rejections: tuple[tuple[str, str], ...]
    notes: tuple[str, ...]
    min_sources: int
    copies: tuple[CopyRow, ...]
