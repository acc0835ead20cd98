"""The library in three verbs: read, compare, check; composes the rooms."""

import os
from collections.abc import Iterable, Sequence

from claimdiff.model import Claim, Comparison, Document, Matching, ReadResult
from claimdiff.settings import Settings

Source = str | os.PathLike[str]


def read(paths: Source | Iterable[Source], settings: Settings | None = None) -> ReadResult:
    """Read files, folders and globs into documents; what can't be read becomes a rejection.

    Raises:
        SettingsError: a setting names something that is not there.
    """
    from claimdiff.reading import read_paths

    entries = [paths] if isinstance(paths, str | os.PathLike) else list(paths)
    return read_paths(entries, settings or Settings())


def extract(document: Document) -> tuple[Claim, ...]:
    """Return the claims of one document in reading order."""
    from claimdiff.extraction import extract_claims

    return extract_claims(document)


def compare(
    sources: ReadResult | Sequence[Document] | Source | Iterable[Source], settings: Settings | None = None
) -> Comparison:
    """Compare documents (or the files that hold them), claim by claim.

    Returns a Comparison that is equal for equal inputs, whatever their order.
    """
    from claimdiff.findings import find_all
    from claimdiff.matching import match_claims

    settings = settings or Settings()
    result = _as_read(sources, settings)
    documents = result.documents
    claims = tuple(claim for document in documents for claim in extract(document))
    matching = match_claims(documents, claims, settings)
    found = find_all(documents, claims, matching, settings)
    return Comparison(
        documents=documents,
        claims=claims,
        facts=found.facts,
        pairs=matching.pairs,
        contradictions=found.contradictions,
        omissions=found.omissions,
        quotations=found.quotations,
        rejections=result.rejections,
        origins=found.origins,
        settings=settings.as_dict(),
        notes=_list_notes(documents, matching),
    )


def _list_notes(documents: Sequence[Document], matching: Matching) -> tuple[str, ...]:
    """Say what a reader must know to read the findings rightly."""
    notes = []
    if len(documents) == 1:
        notes.append(
            "only one source: its claims are listed, and checked against each other; agreement, omissions "
            "and contradictions between sources need a second one"
        )
    if matching.capped:
        notes.append(f"{matching.capped} large groups of similar claims were cut short before comparing")
    return tuple(notes)


def _as_read(
    sources: ReadResult | Sequence[Document] | Source | Iterable[Source], settings: Settings
) -> ReadResult:
    if isinstance(sources, ReadResult):
        return sources
    if isinstance(sources, str | os.PathLike):
        return read(sources, settings)
    entries = list(sources)
    documents = [entry for entry in entries if isinstance(entry, Document)]
    if len(documents) == len(entries):
        return ReadResult(tuple(sorted(documents, key=lambda d: (d.path, d.id))), ())
    return read([entry for entry in entries if not isinstance(entry, Document)], settings)
