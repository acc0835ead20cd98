"""Dated facts in the order of what they tell, and which source had each first."""

from collections import Counter
from collections.abc import Mapping, Sequence

from claimdiff.findings.moments import published_apart
from claimdiff.language.digest import content_id
from claimdiff.language.wholeness import rate_statement
from claimdiff.model import Claim, DateMention, Document, Fact
from claimdiff.model.finding import TimelineEntry, TimelineReport

_EXACTNESS = ("minute", "hour", "day", "week", "month", "season", "year", "decade")


def build_timeline(
    documents: Sequence[Document], claims: Sequence[Claim], facts: Sequence[Fact]
) -> tuple[TimelineEntry, ...]:
    """Return an entry for each fact that some claim dates, earliest first.

    A fact takes the date most of its claims give, the most exact one of several. Facts whose dates
    could not be resolved are left out.
    """
    by_claim = {claim.id: claim for claim in claims}
    by_document = {document.id: document for document in documents}
    entries: list[TimelineEntry] = []
    for fact in facts:
        rows = [by_claim[claim_id] for claim_id in fact.claim_ids]
        mention = _choose_date(rows)
        if mention is None:
            continue
        reports = _order_reports(rows, by_document)
        entries.append(
            TimelineEntry(
                id=content_id("t", fact.id, mention.value),
                fact_id=fact.id,
                statement=_word_entry(fact, rows, mention.value),
                value=mention.value,
                precision=mention.precision,
                inferred=mention.inferred,
                reports=reports,
                first_document_id=_first_of(reports, by_document),
            )
        )
    return tuple(sorted(entries, key=_entry_key))


def _entry_key(entry: TimelineEntry) -> tuple[str, int, str, str]:
    start, _, end = entry.value.partition("/")
    return start, _EXACTNESS.index(entry.precision), end, entry.fact_id


def _choose_date(claims: Sequence[Claim]) -> DateMention | None:
    mentions = [mention for claim in claims for mention in claim.dates if mention.value]
    if not mentions:
        return None
    votes = Counter(mention.value for mention in mentions)
    return min(
        mentions,
        key=lambda row: (_EXACTNESS.index(row.precision), -votes[row.value], row.inferred, row.value),
    )


def _word_entry(fact: Fact, claims: Sequence[Claim], value: str) -> str:
    """Return the fact's statement where that claim gives the date, else the clearest that does."""
    dated = [row.statement for row in claims if any(mention.value == value for mention in row.dates)]
    if fact.statement in dated:
        return fact.statement
    return min(dated, key=lambda statement: (rate_statement(statement), len(statement), statement))


def _order_reports(claims: Sequence[Claim], documents: Mapping[str, Document]) -> tuple[TimelineReport, ...]:
    """Return one report a document, its earliest claim, in order of publication."""
    first: dict[str, Claim] = {}
    for claim in claims:
        held = first.get(claim.document_id)
        if held is None or (claim.spans[0], claim.id) < (held.spans[0], held.id):
            first[claim.document_id] = claim
    reports = [
        TimelineReport(document_id, claim.id, documents[document_id].published_at)
        for document_id, claim in first.items()
    ]
    return tuple(
        sorted(reports, key=lambda row: (row.published_at is None, row.published_at or "", row.document_id))
    )


def _first_of(reports: Sequence[TimelineReport], documents: Mapping[str, Document]) -> str | None:
    """Return the document that came out before all others, None where the dates do not tell."""
    if len(reports) == 1:
        return reports[0].document_id
    first = documents[reports[0].document_id]
    for report in reports[1:]:
        apart = published_apart(first, documents[report.document_id])
        if apart is None or apart <= 0:
            return None
    return first.id
