"""Articles in full, with every claim marked: shared, told by this source alone, or contradicted."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from claimdiff.model import Claim, Document
from claimdiff.reporting.page.elements import Markup, tag, text


class ClaimMark(Struct, frozen=True):
    """How a claim is marked: its class, where its link goes, and what it says on hover."""

    kind: str
    target: str
    note: str


def annotate_article(
    document: Document, claims: Sequence[Claim], marks: Mapping[str, ClaimMark]
) -> list[Markup]:
    """Return the document's text, claims as links; the innermost claim wins where they nest.

    Skipped stretches (bylines, prompts) are kept, and shown as such. Line ends stay.
    """
    owners: list[Claim | None] = [None] * len(document.text)
    for claim in sorted(claims, key=lambda one: (-_length(one), one.id)):
        for span in claim.spans:
            owners[span.start : span.end] = [claim] * (span.end - span.start)
    skipped = bytearray(len(document.text))
    for stretch in document.skipped:
        skipped[stretch.start : stretch.end] = b"\x01" * (stretch.end - stretch.start)
    parts: list[Markup] = []
    named: set[str] = set()
    start = 0
    for at in range(1, len(document.text) + 1):
        same = at < len(document.text) and owners[at] is owners[start] and skipped[at] == skipped[start]
        if same:
            continue
        parts.append(_piece(document.text[start:at], owners[start], bool(skipped[start]), marks, named))
        start = at
    hidden = [claim for claim in claims if claim.id not in named]
    # A claim that lies wholly inside others still needs a place for its links to go to.
    parts += [tag("span", id=f"claim-{claim.id}") for claim in hidden]
    return parts


def _length(claim: Claim) -> int:
    return sum(span.end - span.start for span in claim.spans)


def _piece(
    words: str, owner: Claim | None, skipped: bool, marks: Mapping[str, ClaimMark], named: set[str]
) -> Markup:
    shown = text(words, keep="\n")
    if owner is None:
        return tag("span", shown, class_="skipped") if skipped else shown
    mark = marks[owner.id]
    anchor = None if owner.id in named else f"claim-{owner.id}"
    named.add(owner.id)
    return tag("a", shown, href=mark.target, id=anchor, class_=f"claim {mark.kind}", title=mark.note)
