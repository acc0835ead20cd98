"""Findings of several stories → those of one comparison; each story gains only a column for the others."""

from collections.abc import Sequence
from itertools import chain

import msgspec

from claimdiff.findings.contradictions import rank_row
from claimdiff.findings.origins import passage_key
from claimdiff.findings.story import Findings
from claimdiff.model import Document, Omission, OmissionCell


def join_findings(documents: Sequence[Document], parts: Sequence[Findings]) -> Findings:
    """Return the findings of stories that share no document as one; `documents` are those of all.

    Rows keep what they say. An omission is absent from the documents of the other stories too, and
    ranks after those of its own story that came before it.
    """
    if len(parts) == 1:
        return parts[0]
    numbered = [(number, row) for number, part in enumerate(parts) for row in part.omissions]
    ranked = sorted(numbered, key=lambda pair: (pair[1].rank, pair[0]))
    names = sorted(document.id for document in documents)
    quotations = chain.from_iterable(part.quotations for part in parts)
    return Findings(
        facts=tuple(sorted((fact for part in parts for fact in part.facts), key=lambda fact: fact.id)),
        contradictions=tuple(sorted((row for part in parts for row in part.contradictions), key=rank_row)),
        omissions=tuple(_widen(row, names, rank) for rank, (_, row) in enumerate(ranked, start=1)),
        quotations=tuple(
            sorted(quotations, key=lambda group: -len({one.document_id for one in group.variants}))
        ),
        origins={name: origin for part in parts for name, origin in part.origins.items()},
        passages=tuple(sorted((row for part in parts for row in part.passages), key=passage_key)),
    )


def _widen(row: Omission, names: Sequence[str], rank: int) -> Omission:
    """Add the documents of other stories to those a topic is absent from."""
    known = {*row.stated_in, *row.absent_from}
    cells = [*row.cells, *(OmissionCell(name, "silent") for name in names if name not in known)]
    return msgspec.structs.replace(
        row,
        absent_from=tuple(sorted(cell.document_id for cell in cells)),
        rank=rank,
        cells=tuple(sorted(cells, key=lambda cell: cell.document_id)),
    )
