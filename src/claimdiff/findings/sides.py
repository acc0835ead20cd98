"""The two sides of a contradiction, and the one sentence that says why they can't both hold."""

from collections.abc import Mapping, Sequence

from claimdiff.language.digest import content_id
from claimdiff.model import Between, Claim, Contradiction, Document, Side, Slot, Span

_LONGEST_VALUE = 90


def make_row(
    kind: Slot,
    between: Between,
    left: Side,
    right: Side,
    probability: float,
    threshold: float,
    explanation: str,
) -> Contradiction:
    """Return a contradiction with its sides in a fixed order and its status by the threshold."""
    if (right.document_id, right.spans, right.claim_id) < (left.document_id, left.spans, left.claim_id):
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


def make_side(claim: Claim, value: str, words: Sequence[Span] = (), spans: Sequence[Span] = ()) -> Side:
    """Return the side a claim takes; `spans` narrow its evidence where only part of it is meant."""
    return Side(claim.document_id, claim.id, tuple(spans) or claim.spans, value, tuple(words))


def voice(claim: Claim, documents: Mapping[str, Document]) -> str:
    """Return who says it, as an editor would put it: "Harbour Post" or "Harbour Post, citing the mayor,"."""
    label = documents[claim.document_id].label
    if claim.speaker is None:
        return label
    return f"{label}, citing {claim.speaker.name},"


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
    """Return why two claims can't both hold: who gives which value, and of what."""
    one, two = voice(left, documents), voice(right, documents)
    if one == two:
        one, two = f"One passage of {one}", "another"
    if values[0] and values[1]:
        about = "" if kind in ("quantity", "date", "place") else _subject(kind)
        return f"{one} says “{shorten(values[0])}”, {two} says “{shorten(values[1])}”{about}."
    return f"{one} says “{shorten(left.statement)}”, {two} says “{shorten(right.statement)}”."


def _subject(kind: Slot) -> str:
    return {"actor": " of the same act", "certainty": " of the same thing"}.get(kind, "")
