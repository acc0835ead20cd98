"""One checkable proposition and everything known about it."""

from typing import Literal

from msgspec import Struct

from claimdiff.model.document import Span

Speech = Literal["direct", "indirect", "narration"]
Polarity = Literal["affirmed", "negated"]
Certainty = Literal["asserted", "hedged"]
Comparator = Literal["exactly", "at least", "more than", "at most", "fewer than", "about"]
DatePrecision = Literal["minute", "hour", "day", "week", "month", "season", "year", "decade"]


class Speaker(Struct, frozen=True, gc=False):
    """Who says it, by the fullest name the document gives, and the role it gives them."""

    name: str
    role: str | None = None


class Attribution(Struct, frozen=True, gc=False):
    """Where the document says who speaks: the speaker's words and the cue ("said")."""

    speaker_spans: tuple[Span, ...]
    cue_spans: tuple[Span, ...]


class Quantity(Struct, frozen=True, gc=False):
    """A number with its unit or counted noun.

    `value` is the number in plain units ("half a million" is 500000.0); for a range it is the lower
    end and `high` the upper. `unit` is a stemmed noun, "%", a currency code, a unit of time, or None.
    `kind` parts counts from money, durations, ages, ordinal positions ("lap 20") and the like.
    """

    span: Span
    surface: str
    value: float
    unit: str | None
    comparison: Comparator
    high: float | None = None
    kind: str = "count"


class DateMention(Struct, frozen=True, gc=False):
    """A date or time as an ISO interval "start/end" (both ends included), and how exact it is.

    `value` is "" where the words could not be resolved (no reference date). `inferred` is true when
    a reference date was needed.
    """

    span: Span
    surface: str
    value: str
    precision: DatePrecision
    inferred: bool

    @property
    def is_counted_back(self) -> bool:
        """Whether it is a year told as so many ago, which is off by one as often as not."""
        return self.precision == "year" and self.surface.casefold().endswith("years ago")


class Claim(Struct, frozen=True, gc=False):
    """One proposition, with its evidence.

    `spans` are the evidence, sorted and apart, without the attribution that introduces it.
    `statement` is the wording that stands alone. `sentence` is the typographic sentence it lies in.
    `quoted` are the parts of the evidence printed inside quotation marks. `block` indexes
    `Document.blocks`. `hedges` and `negations` are the cue words, as they stand. `aside` marks what a
    noun phrase states in passing ("her lawyer Ada Moro") inside a claim or attribution told elsewhere.
    """

    id: str
    document_id: str
    spans: tuple[Span, ...]
    statement: str
    speaker: Speaker | None
    speech: Speech
    attribution: Attribution | None
    checkable: bool
    presupposed: bool
    polarity: Polarity
    certainty: Certainty
    quantities: tuple[Quantity, ...]
    dates: tuple[DateMention, ...]
    section: str | None
    sentence: Span
    block: int
    headline: bool = False
    quoted: tuple[Span, ...] = ()
    hedges: tuple[str, ...] = ()
    negations: tuple[str, ...] = ()
    aside: bool = False
