"""Where the claims of a story stand: in which document and sentence, and beside which others."""

from collections.abc import Iterable, Sequence

from msgspec import Struct

from claimdiff.model import Claim


class Places(Struct, frozen=True):
    """The claims of a story by number, and where they stand.

    `home` is the document of every claim and `sentence` its sentence, by number; `sentence_home` the document
    of every sentence; `rows` are the claims of every document in reading order.
    """

    home: list[int]
    sentence: list[int]
    sentence_home: list[int]
    rows: list[list[int]]


def number_sides(
    lefts: Sequence[int], rights: Sequence[int], home: Sequence[int]
) -> tuple[list[int], list[int]]:
    """Return, per pair, a number for the left item and the right one's document, and the other way round.

    In: the two items of every pair, by number, and the document of every item. Pairs in which an item meets
    the same document share the number.
    """
    many = max(home, default=0) + 1
    return (
        [left * many + home[right] for left, right in zip(lefts, rights, strict=True)],
        [right * many + home[left] for left, right in zip(lefts, rights, strict=True)],
    )


def place_claims(order: Sequence[str], claims: Iterable[Claim]) -> Places:
    """Return the places of claims, numbered as their ids stand in `order`."""
    claim_of = {claim.id: claim for claim in claims}
    ordered = [claim_of[claim_id] for claim_id in order]
    documents: dict[str, int] = {}
    sentences: dict[tuple[int, int, int], int] = {}
    home = [documents.setdefault(claim.document_id, len(documents)) for claim in ordered]
    sentence = [
        sentences.setdefault((document, claim.sentence.start, claim.sentence.end), len(sentences))
        for document, claim in zip(home, ordered, strict=True)
    ]
    rows: list[list[int]] = [[] for _ in documents]
    for number in sorted(range(len(ordered)), key=lambda n: (home[n], ordered[n].spans, ordered[n].id)):
        rows[home[number]].append(number)
    return Places(home, sentence, [place[0] for place in sentences], rows)
