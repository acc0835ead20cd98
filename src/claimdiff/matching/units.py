"""A claim cut into the units that are laid side by side: words, numbers and dates."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from claimdiff.language.cues import HEDGES, NEGATIONS
from claimdiff.language.tokens import Token, strip_possessive, tokenize
from claimdiff.matching.keys import UnitKind, classify_word, date_key, quantity_key
from claimdiff.matching.slots import list_words
from claimdiff.matching.slots.negation import find_negated, is_negation
from claimdiff.model import Claim, DateMention, Quantity, Span

# How many words before a unit its negation is looked for.
_NEGATION_REACH = 8
# From this share of capitalised longer words on, capitals do not tell names.
_TITLE_SHARE = 0.75
_FEW = 6
# A statement longer than this (in code points) is compared by its beginning, so that cost stays bounded.
_LONGEST = 1500
_WEIGHTS: dict[UnitKind, float] = {"word": 1.0, "name": 1.2, "number": 1.2, "date": 0.9, "light": 0.3}


class Unit(NamedTuple):
    """One thing to be lined up; `start` and `end` lie in the statement.

    `key` is what equal units share: a word's family root, a number's value, a date's interval. `before`
    is the function word right before it. `negated` says that a negation of the claim reaches it, `name`
    is the index of the proper name it belongs to (-1: none), `source` its place in the document's text.
    """

    kind: UnitKind
    key: str
    text: str
    start: int
    end: int
    weight: float
    before: str
    negated: bool
    hedge: str
    quoted: bool
    name: int
    source: Span | None
    quantity: Quantity | None
    date: DateMention | None


class NameSpan(NamedTuple):
    """A proper name of a statement: its words, what it seems to name, and where it stands."""

    text: str
    kind: str
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class PreparedClaim:
    """A claim ready to be laid beside others; made once, used for every pair.

    `counted` and `dated` are the indices of the units that tell a quantity or a date; `negates` and
    `hedges` say whether any unit is negated or hedged; `is_headline` whether the claim is a headline:
    marked as one, or one text on its own without a full stop.
    """

    claim: Claim
    units: tuple[Unit, ...]
    keys: tuple[str, ...]
    key_set: frozenset[str]
    names: tuple[NameSpan, ...]
    weight: float
    tokens: tuple[Token, ...] = field(repr=False)
    sources: tuple[Span | None, ...] = field(repr=False)
    counted: tuple[int, ...] = field(repr=False)
    dated: tuple[int, ...] = field(repr=False)
    negates: bool
    hedges: bool
    is_headline: bool

    def spans_of(self, indices: Sequence[int]) -> tuple[Span, ...]:
        """Return where the units stand in the document's text; the whole evidence if none of them does."""
        found = sorted({unit.source for i in indices if (unit := self.units[i]).source is not None})
        return tuple(found) or self.claim.spans

    def span_of(self, tokens: tuple[int, int]) -> tuple[Span, ...]:
        """Return where a half-open range of tokens stands in the document's text; else the whole evidence."""
        joined = _join(self.sources[tokens[0] : tokens[1]])
        return (joined,) if joined is not None else self.claim.spans

    def text_of(self, tokens: tuple[int, int]) -> str:
        """Return the statement's words in a half-open range of tokens."""
        return self.claim.statement[self.tokens[tokens[0]].start : self.tokens[tokens[1] - 1].end]

    def words_of(self, indices: Sequence[int]) -> str:
        """Return the statement's words from the first to the last of the units, "" for none."""
        if not indices:
            return ""
        return self.claim.statement[
            min(self.units[i].start for i in indices) : max(self.units[i].end for i in indices)
        ]

    def negation_of(self, index: int) -> tuple[int, int] | None:
        """Return the tokens from the nearest negation before a unit to its end, None where none is near."""
        start = self.units[index].start
        last = (
            next((at for at, token in enumerate(self.tokens) if token.start >= start), len(self.tokens)) - 1
        )
        for at in range(last, max(-1, last - _NEGATION_REACH), -1):
            if is_negation(self.tokens[at].lower):
                end = self.units[index].end
                return at, next(i for i, token in enumerate(self.tokens) if token.end >= end) + 1
        return None


def prepare_claim(
    claim: Claim, text: str | None = None, weigh: Callable[[str], float] | None = None
) -> PreparedClaim:
    """Cut a claim's statement into units and find where they stand in the document's `text`.

    Without `text` the statement is taken for the document. `weigh` gives a factor for a key (its rarity);
    without it every word counts by its kind.
    """
    statement = claim.statement
    tokens = tokenize(statement, 0, min(len(statement), _LONGEST))
    sources = _locate(claim, tokens, statement if text is None else text)
    marked = _mark_values(claim, tokens, sources)
    names = _find_names(statement, tokens)
    negated = find_negated([token.lower for token in tokens])
    units = _cut(claim, tokens, sources, marked, names, negated, weigh)
    return PreparedClaim(
        claim=claim,
        units=units,
        keys=tuple(unit.key for unit in units),
        key_set=frozenset(unit.key for unit in units),
        names=names,
        weight=sum(unit.weight for unit in units),
        tokens=tuple(tokens),
        sources=tuple(sources),
        counted=tuple(i for i, unit in enumerate(units) if unit.quantity is not None),
        dated=tuple(i for i, unit in enumerate(units) if unit.date is not None),
        negates=any(unit.negated for unit in units),
        hedges=any(unit.hedge for unit in units),
        is_headline=_is_headline(claim),
    )


def _is_headline(claim: Claim) -> bool:
    alone = claim.block == 0 and claim.spans == (claim.sentence,) and claim.sentence.start == 0
    return claim.headline or (alone and not claim.statement.rstrip().endswith((".", "”", '"')))


def _locate(claim: Claim, tokens: Sequence[Token], text: str) -> list[Span | None]:
    """Find every statement token in the evidence, in order; None where the statement says more."""
    spans = [span for span in claim.spans if span.end <= len(text)]
    if len(spans) == 1 and text[spans[0].start : spans[0].end] == claim.statement:
        offset = spans[0].start
        return [Span(token.start + offset, token.end + offset) for token in tokens]
    from rapidfuzz.distance import LCSseq

    evidence = [token for span in spans for token in tokenize(text, span.start, span.end)]
    found: list[Span | None] = [None] * len(tokens)
    left, right = [token.lower for token in tokens], [token.lower for token in evidence]
    for step in LCSseq.opcodes(left, right):
        if step.tag == "equal":
            for shift in range(step.src_end - step.src_start):
                there = evidence[step.dest_start + shift]
                found[step.src_start + shift] = Span(there.start, there.end)
    return found


class _Marked(NamedTuple):
    """Tokens `first` to `last` that tell one value."""

    first: int
    last: int
    quantity: Quantity | None
    date: DateMention | None


def _mark_values(claim: Claim, tokens: Sequence[Token], sources: Sequence[Span | None]) -> dict[int, _Marked]:
    """Return, by first token, the stretches that a date or a quantity of the claim fills; dates win."""
    taken: set[int] = set()
    marked: dict[int, _Marked] = {}
    values: list[tuple[Span, Quantity | None, DateMention | None]] = [
        *((date.span, None, date) for date in claim.dates),
        *((quantity.span, quantity, None) for quantity in claim.quantities),
    ]
    if not values:
        return marked
    for span, quantity, date in values:
        inside = [
            i
            for i, source in enumerate(sources)
            if source is not None
            and span.start <= source.start < span.end
            and (source.end <= span.end or source.end - len(_possessive(tokens[i])) <= span.end)
        ]
        if quantity is not None:
            inside = _number_tokens(tokens, inside)
        if not inside or any(i in taken for i in inside):
            continue
        first, last = inside[0], inside[-1]
        if last - first + 1 != len(inside):
            continue
        taken.update(inside)
        marked[first] = _Marked(first, last, quantity, date)
    return marked


def _possessive(token: Token) -> str:
    """Return the 's that a date leaves out of its span ("Friday's")."""
    return token.text[len(strip_possessive(token.text)) :]


_SCALES = list_words("hundred thousand million billion trillion dozen m bn k percent per cent")


def _number_tokens(tokens: Sequence[Token], inside: list[int]) -> list[int]:
    """Keep the number itself: the noun that is counted stays a word of its own."""
    end = len(inside)
    while end > 1 and not _is_numeric(tokens[inside[end - 1]].lower):
        end -= 1
    return inside[:end]


_NUMBER_WORDS = list_words(
    """zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen
    sixteen seventeen eighteen nineteen twenty thirty forty fifty sixty seventy eighty ninety hundreds
    thousands millions billions dozens scores half quarter first second third fourth fifth sixth seventh
    eighth ninth tenth once twice pair couple single noon midnight"""
)


def _is_numeric(word: str) -> bool:
    return (
        word[0].isdigit()
        or word in _SCALES
        or word in _NUMBER_WORDS
        or word in "$£€¥%"
        or word.split("-")[0] in _NUMBER_WORDS
    )


def _find_names(statement: str, tokens: Sequence[Token]) -> tuple[NameSpan, ...]:
    """Return the names; in a headline, where every word is capitalised, only places that are known."""
    from claimdiff.language.names import canonical_place, find_names

    if _is_title_case(tokens):
        return tuple(
            NameSpan(token.text, "place", token.start, token.end)
            for token in tokens
            if token.text[0].isupper() and canonical_place(token.text)
        )
    return tuple(
        _drop_opening(NameSpan(name.text, name.kind, name.start, name.end))
        for name in find_names(statement, 0, min(len(statement), _LONGEST))
        if not (name.start == 0 and name.kind == "unknown" and _looks_common(name.text))
    )


def _drop_opening(name: NameSpan) -> NameSpan:
    """Cut an adverb that opens the statement off the name after it ("Eventually Asta")."""
    opening, _, rest = name.text.partition(" ")
    if name.start or not rest or not opening.endswith("ly"):
        return name
    return NameSpan(rest, name.kind, name.end - len(rest), name.end)


def _looks_common(name: str) -> bool:
    """Return whether a capitalised first word is rather a plural or a verb form ("Airstrikes")."""
    return " " not in name and name.endswith(("s", "ing", "ed"))


def _is_title_case(tokens: Sequence[Token]) -> bool:
    long = [token for token in tokens if len(token.text) > 3 and token.text[0].isalpha()]
    small = [token for token in long if not token.text[0].isupper()]
    if len(long) < 4 or len(small) > (1 - _TITLE_SHARE) * len(long):
        return False
    # "Asta suggests Bram Vesk": a short sentence of names has its verb in small letters.
    return not (len(long) < _FEW and any(token.text.endswith(("s", "ed")) for token in small))


def _cut(
    claim: Claim,
    tokens: Sequence[Token],
    sources: Sequence[Span | None],
    marked: dict[int, _Marked],
    names: Sequence[NameSpan],
    negated: Sequence[bool],
    weigh: Callable[[str], float] | None,
) -> tuple[Unit, ...]:
    units: list[Unit] = []
    before, hedge, at, name = "", "", 0, 0
    while at < len(tokens):
        token, last = tokens[at], at
        value = marked.get(at)
        while name < len(names) and names[name].end <= token.start:
            name += 1
        inside = name < len(names) and names[name].start <= token.start
        if value is not None:
            last = value.last
        described = _describe(token, value, inside)
        if described is None or token.lower in NEGATIONS or (token.lower == "one" and before == "no"):
            before = token.lower
            if token.lower in HEDGES:
                hedge = token.text
            elif not token.lower[0].isalnum():
                hedge = ""
            at += 1
            continue
        kind, key = described
        source = _join(sources[at : last + 1])
        weight = _WEIGHTS[kind] * (weigh(key) if weigh is not None else 1.0)
        units.append(
            Unit(
                kind=kind,
                key=key,
                text=claim.statement[token.start : tokens[last].end],
                start=token.start,
                end=tokens[last].end,
                weight=weight,
                before=before,
                negated=any(negated[at : last + 1]),
                hedge=hedge,
                quoted=_is_quoted(claim, source),
                name=name if inside else -1,
                source=source,
                quantity=value.quantity if value else None,
                date=value.date if value else None,
            )
        )
        before, hedge = "", token.text if token.lower in HEDGES else ""
        at = last + 1
    return tuple(units)


def _describe(token: Token, value: _Marked | None, in_name: bool) -> tuple[UnitKind, str] | None:
    if value is not None and value.date is not None:
        return "date", date_key(value.date)
    if value is not None and value.quantity is not None:
        return "number", quantity_key(value.quantity)
    described = classify_word(token.text)
    if in_name and described is not None and described[0] in ("word", "light") and described[1][0] != "~":
        return "name", described[1]
    return described


def _join(sources: Sequence[Span | None]) -> Span | None:
    known = [source for source in sources if source is not None]
    if not known:
        return None
    return Span(known[0].start, known[-1].end)


def _is_quoted(claim: Claim, source: Span | None) -> bool:
    return source is not None and any(
        span.start <= source.start and source.end <= span.end for span in claim.quoted
    )
