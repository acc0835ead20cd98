"""The library in three verbs: read, compare, check; composes the rooms."""

import os
from collections.abc import Collection, Iterable, Sequence

from claimdiff.errors import InputError
from claimdiff.model import Claim, Comparison, Document, Matching, ReadResult, Rejection, Revision
from claimdiff.model.finding import TimelineEntry
from claimdiff.model.verdict import Check
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


def extract_all(
    documents: Iterable[Document], settings: Settings | None = None
) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """Return the claims of all documents within the limits, and a note on each document that was cut.

    `settings.max_claims` is the limit for one document.
    """
    from claimdiff.extraction import limit_claims
    from claimdiff.reading.length import MOST_CHARACTERS, is_shortened

    most = (settings or Settings()).max_claims
    claims: list[Claim] = []
    notes: list[str] = []
    for document in documents:
        kept = limit_claims(extract(document), most)
        claims += kept.claims
        if is_shortened(document):
            notes.append(
                f"{document.label} is very long; only its first {MOST_CHARACTERS:,} characters were read; "
                "give long texts in parts"
            )
        if kept.repeated:
            notes.append(
                f"{document.label} repeats itself; claims left out that it made before: {kept.repeated:,}"
            )
        if kept.beyond:
            notes.append(
                f"{document.label} makes more than {most:,} claims; left out at its end: {kept.beyond:,} "
                "(--max-claims, or max_claims in the settings file)"
            )
    return tuple(claims), tuple(notes)


def compare(
    sources: ReadResult | Sequence[Document] | Source | Iterable[Source],
    settings: Settings | None = None,
    *,
    waterfalls: bool = True,
) -> Comparison:
    """Compare documents (or the files that hold them), claim by claim.

    Returns a Comparison that is equal for equal inputs, whatever their order. `waterfalls` says whether its
    pairs are to hold what their probabilities are made of (`ScoredPair.features`): no report shows that.
    """
    from claimdiff.findings import find_all
    from claimdiff.findings.joining import join_findings
    from claimdiff.findings.timeline import build_timeline as order_facts
    from claimdiff.matching import match_claims
    from claimdiff.matching.stories import join_matchings, split_stories
    from claimdiff.reporting.notebook import ShownComparison

    settings = settings or Settings()
    result = _as_read(sources, settings)
    documents = result.documents
    claims, cuts = extract_all(documents, settings)
    stories = split_stories(documents) or ((),)
    matchings, parts = [], []
    for story in stories:
        names = {document.id for document in story}
        own = tuple(claim for claim in claims if claim.document_id in names)
        matchings.append(match_claims(story, own, settings, waterfalls=waterfalls))
        parts.append(find_all(story, own, matchings[-1], settings))
    matching = matchings[0] if len(stories) == 1 else join_matchings(matchings)
    found = join_findings(documents, parts)
    return ShownComparison(
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
        notes=(*_list_notes(documents, stories, matching), *cuts),
        passages=found.passages,
        timeline=order_facts(documents, claims, found.facts),
    )


def check(
    draft: Document | Source,
    against: ReadResult | Sequence[Document] | Source | Iterable[Source],
    settings: Settings | None = None,
    *,
    baseline: Collection[str] = frozenset(),
) -> Check:
    """Hold a draft against its sources: one verdict per claim of the draft.

    `baseline` holds fingerprints of problems not to report again. The draft itself, where it lies
    among the sources, is left out of them.

    Raises:
        InputError: the draft or every source could not be read.
        SettingsError: the rule selection or a comment in the draft names a rule that does not exist.
    """
    from claimdiff.findings.draft_quotations import judge_quotations
    from claimdiff.findings.suppression import add_fingerprints, find_ignore_comments, split_ignored
    from claimdiff.findings.verdicts import judge_draft
    from claimdiff.matching.evidence import find_evidence

    settings = settings or Settings()
    written, sources, rejections = _read_draft(draft, against, settings)
    claims, cuts = extract_all([written], settings)
    claims = _leave_asides(claims)
    source_claims, more_cuts = extract_all(sources, settings)
    verdicts = judge_draft(
        written,
        claims,
        find_evidence(written, claims, sources, source_claims),
        judge_quotations(written, sources, (*claims, *source_claims)),
        source_claims,
        {source.id: source.label for source in sources},
    )
    kept, silenced = split_ignored(
        add_fingerprints(verdicts, written),
        find_ignore_comments(written),
        baseline,
        settings.select,
        settings.ignore,
    )
    return Check(
        documents=(written, *sources),
        claims=(*claims, *source_claims),
        verdicts=kept,
        rejections=rejections,
        settings=settings.as_dict(),
        ignored=silenced,
        notes=(*cuts, *more_cuts),
    )


def _read_draft(
    draft: Document | Source,
    against: ReadResult | Sequence[Document] | Source | Iterable[Source],
    settings: Settings,
) -> tuple[Document, tuple[Document, ...], tuple[Rejection, ...]]:
    """Read draft and sources together, so that labels are unique and dates borrowed where needed."""
    if isinstance(draft, Document):
        result = _as_read(against, settings)
        written: Document | None = draft
    elif isinstance(against, ReadResult) or _are_documents(against):
        result = _as_read(against, settings)
        alone = read(draft, settings)
        written = next(iter(alone.documents), None)
        result = ReadResult(result.documents, (*alone.rejections, *result.rejections))
    else:
        sources = [against] if isinstance(against, str | os.PathLike) else list(against)
        result = read([draft, *(source for source in sources if not isinstance(source, Document))], settings)
        # A draft that lies in a folder of its sources may have been read under that name ("./draft.md").
        place = os.path.realpath(draft)
        named = [one for one in result.documents if one.path == os.fspath(draft)]
        same = [one for one in result.documents if os.path.realpath(one.path) == place]
        written = next(iter((*named, *same)), None)
    if written is None:
        reasons = [row.reason for row in result.rejections if row.path == str(draft)]
        raise InputError(f"{draft}: the draft can't be read: {reasons[0] if reasons else 'it holds no text'}")
    others = tuple(one for one in result.documents if (one.path, one.id) != (written.path, written.id))
    if not others:
        raise InputError(_tell_no_sources(result.rejections))
    return written, others, result.rejections


def _tell_no_sources(rejections: Sequence[Rejection]) -> str:
    first = f"{rejections[0].path}: {rejections[0].reason}" if rejections else "name sources with --against"
    return f"nothing to check against: {first}"


def _are_documents(against: object) -> bool:
    return isinstance(against, list | tuple) and all(isinstance(one, Document) for one in against)


def find_changes(old: Source, new: Source, settings: Settings | None = None) -> Revision:
    """Return what the version `new` of an article adds, drops or changes against the version `old`.

    Raises:
        InputError: one of the two could not be read as one document.
    """
    from claimdiff.findings.revisions import find_revisions
    from claimdiff.matching import match_claims

    settings = settings or Settings()
    before, after = (_read_one(path, settings) for path in (old, new))
    if before.text == after.text:
        return Revision((before, after), _leave_asides(extract_all([before], settings)[0]), ())
    old_claims, new_claims = (_leave_asides(extract_all([one], settings)[0]) for one in (before, after))
    claims = (*old_claims, *new_claims)
    matching = match_claims((before, after), claims, settings, waterfalls=False)
    changes = find_revisions(before, after, old_claims, new_claims, matching)
    return Revision((before, after), claims, changes)


def _leave_asides(claims: Iterable[Claim]) -> tuple[Claim, ...]:
    """Return the claims without those whose words another claim, or its attribution, holds too."""
    return tuple(claim for claim in claims if not claim.aside)


def _read_one(path: Source, settings: Settings) -> Document:
    result = read(path, settings)
    if len(result.documents) != 1:
        found = f"{len(result.documents)} articles in it; give one file with one article"
        reason = result.rejections[0].reason if result.rejections else found
        raise InputError(f"{os.fspath(path)}: {reason}")
    return result.documents[0]


def build_timeline(comparison: Comparison) -> tuple[TimelineEntry, ...]:
    """Return the dated facts of a comparison in the order of what they tell."""
    return comparison.timeline


def _list_notes(
    documents: Sequence[Document], stories: Sequence[Sequence[Document]], matching: Matching
) -> tuple[str, ...]:
    """Say what a reader must know to read the findings rightly."""
    notes = []
    if len(documents) == 1:
        notes.append(
            "only one source, checked against itself; agreement, omissions and contradictions between "
            "sources need a second one, and `claimdiff claims` lists what this one says"
        )
    if len(stories) > 1:
        told = "; ".join(", ".join(document.label for document in story) for story in stories)
        notes.append(f"the sources tell {len(stories)} stories, and each is compared on its own: {told}")
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
