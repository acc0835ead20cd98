"""The two sides of a contradiction, and the one sentence that says why they can't both hold."""

from collections.abc import Mapping, Sequence

from claimdiff.language.digest import content_id
from claimdiff.model import Between, Claim, Contradiction, Document, Side, Slot, Span

_LONGEST_VALUE = 90
_LONGEST_LABEL = 40
_LONGEST_STATEMENT = 60


def make_row(
    kind: Slot,
    between: Between,
    sides: tuple[Side, Side],
    probability: float,
    threshold: float,
    explanation: str,
) -> Contradiction:
    """Return a contradiction with its status by the threshold.

    Its sides stand in a fixed order, those of a development in the order given (of time).
    """
    left, right = sides
    if between != "moments" and _side_key(right) < _side_key(left):
        left, right = right, left
    probability = round(min(1.0, max(0.0, probability)), 4)
    return Contradiction(
        id=content_id("x", kind, left.claim_id, left.spans, right.claim_id, right.spans),
        kind=kind,
        between=between,
        status="contradiction" if probability >= threshold else "unsure",
        left=left,
        right=right,
        probability=probability,
        explanation=explanation,
    )


def _side_key(side: Side) -> tuple[str, tuple[Span, ...], str]:
    return side.document_id, side.spans, side.claim_id


def make_side(claim: Claim, value: str, words: Sequence[Span] = (), spans: Sequence[Span] = ()) -> Side:
    """Return the side a claim takes; `spans` narrow its evidence where only part of it is meant."""
    return Side(claim.document_id, claim.id, tuple(spans) or claim.spans, value, tuple(words))


def name_source(document: Document) -> str:
    """Return a document's label, cut to the room of a line; a title stands in quotation marks."""
    label = shorten(document.label, _LONGEST_LABEL)
    # A headline would run into the sentence around it.
    title = " ".join((document.title or "").split())
    cut = document.label.removesuffix("…")
    if title and (document.label == title or (cut != document.label and title.startswith(cut))):
        return f"“{label}”"
    return label


def voice(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Return who says it, as an editor would put it: "Harbour Post" or "Harbour Post, citing the mayor,"."""
    label = name_source(documents[claim.document_id])
    if claim.speaker is None:
        return label
    return f"{label}, citing {shorten(claim.speaker.name, _LONGEST_LABEL)},"


def shorten(text: str, longest: int = _LONGEST_VALUE) -> str:
    """Return text on one line, cut at a word where it is longer than `longest` characters."""
    line = " ".join(text.split()).strip(" ,;:")
    if len(line) <= longest:
        return line
    cut = line[:longest].rsplit(" ", 1)[0]
    return f"{cut.rstrip(' ,;:.')}…"


def explain_values(
    kind: Slot, left: Claim, right: Claim, values: tuple[str, str], documents: Mapping[str, Document]
) -> str:
    """Return why two claims can't both hold: who gives which value, and of what.

    Where only one side negates, the sentence says which; where the values read alike, it gives the
    statements.
    """
    one, two = voice(left, documents), voice(right, documents)
    if left.document_id == right.document_id:
        one, two = f"One passage of {one}", "another"
    if kind == "polarity":
        if left.polarity == "negated" and right.polarity != "negated":
            return explain_values(kind, right, left, (values[1], values[0]), documents)
        return (
            f"{one} says “{shorten(left.statement, _LONGEST_STATEMENT)}”; "
            f"{two} says it is not so: “{shorten(right.statement, _LONGEST_STATEMENT)}”."
        )
    if kind == "attribution" and left.speaker is not None and right.speaker is not None:
        names = [shorten(speaker.name, _LONGEST_LABEL) for speaker in (left.speaker, right.speaker)]
        one, two = (name_source(documents[claim.document_id]) for claim in (left, right))
        return (
            f"{one} gives “{shorten(left.statement, _LONGEST_STATEMENT)}” to {names[0]}, {two} to {names[1]}."
        )
    first, second = (shorten(value, _LONGEST_STATEMENT) for value in values)
    if not first or not second or first.casefold() == second.casefold():
        first, second = (shorten(c.statement, _LONGEST_STATEMENT) for c in (left, right))
    return f"{one} says “{first}”, {two} says “{second}”."


def explain_movement(
    earlier: Claim, later: Claim, values: tuple[str, str], documents: Mapping[str, Document]
) -> str:
    """Return how a figure moved from one publication to a later one."""
    one, two = (name_source(documents[claim.document_id]) for claim in (earlier, later))
    return (
        f"The figure moved from “{shorten(values[0], _LONGEST_LABEL)}” ({one}) "
        f"to “{shorten(values[1], _LONGEST_LABEL)}” ({two}, published later)."
    )
