"""Lay a Comparison out as a View: the one place that filters, cuts and counts for the readable formats."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from msgspec.structs import replace

from claimdiff.model import (
    Claim,
    Comparison,
    Contradiction,
    Document,
    Fact,
    Omission,
    QuotationGroup,
    Side,
    Version,
)
from claimdiff.model.finding import SharedPassage
from claimdiff.reporting.matters import Matter, fold_matters, list_further
from claimdiff.reporting.pieces import GAP, cut_pieces
from claimdiff.reporting.prominence import order_examples, order_versions, rank_fact
from claimdiff.reporting.report import SpanLocator
from claimdiff.reporting.tellers import find_speaker, list_tellers
from claimdiff.reporting.view import (
    AbsentRow,
    ContradictionRow,
    CopyRow,
    FactRow,
    FurtherSide,
    OmissionRow,
    QuotationRow,
    Rows,
    Selection,
    SideView,
    SourceRow,
    Telling,
    Totals,
    VariantRow,
    VersionRow,
    View,
)

# Contradictions less likely than this are shown only where everything is asked for.
WORTH_A_LOOK = 0.3

T = TypeVar("T")
R = TypeVar("R")


def build_view(comparison: Comparison, selection: Selection | None = None) -> View:
    """Return what the readable formats show of `comparison`, under `selection`."""
    return _Layout(comparison, selection or Selection()).view()


def source_key(index: int) -> str:
    """Return the letters of the source at `index`: A … Z, AA, AB …"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


class _Layout:
    def __init__(self, comparison: Comparison, selection: Selection) -> None:
        self.comparison = comparison
        self.selection = selection
        self.documents = {document.id: document for document in comparison.documents}
        self.keys = {document.id: source_key(i) for i, document in enumerate(comparison.documents)}
        self.claims = {claim.id: claim for claim in comparison.claims}
        self.facts = {fact.id: fact for fact in comparison.facts}
        self.version_of = {
            claim_id: version
            for fact in comparison.facts
            for version in fact.versions
            for claim_id in version.claim_ids
        }
        self.fact_of = {claim_id: fact.id for fact in comparison.facts for claim_id in fact.claim_ids}
        self.opposed = {
            side.claim_id
            for row in comparison.contradictions
            if row.between == "sources" and row.status == "contradiction"
            for side in (row.left, row.right)
        }
        self.doubted = {
            side.claim_id
            for row in comparison.contradictions
            if row.between != "speakers" and row.status == "unsure"
            for side in (row.left, row.right)
        }
        self.locate = SpanLocator(comparison.documents)
        self.claim_counts = Counter(claim.document_id for claim in comparison.claims)
        self.shared_counts = Counter(
            self.claims[claim_id].document_id
            for fact in comparison.facts
            if len(fact.document_ids) > 1
            for claim_id in fact.claim_ids
        )

    def view(self) -> View:
        found, chosen = self.comparison, self.selection
        apart: dict[str, list[Contradiction]] = {"contradictions": [], "disputes": [], "developments": []}
        for row in found.contradictions:
            apart[_GROUP_OF.get(row.between, "contradictions")].append(row)
        folded = {name: fold_matters(rows) for name, rows in apart.items()}
        shared = [fact for fact in found.facts if len(fact.document_ids) >= max(2, chosen.min_sources)]
        shared.sort(key=lambda fact: rank_fact(fact, self.claims, self.documents))
        groups: dict[str, Rows[ContradictionRow] | None] = dict.fromkeys(apart)
        if chosen.includes("contradictions"):
            groups = {name: self.matters(name, rows) for name, rows in folded.items()}
        return View(
            totals=self.totals(folded),
            source_keys=tuple(self.keys.values()),
            sources=self.rows("sources", found.documents, self.source)
            if chosen.includes("sources")
            else None,
            contradictions=groups["contradictions"],
            disputes=groups["disputes"],
            developments=groups["developments"],
            agreement=self.rows("agreement", shared, self.fact) if chosen.includes("agreement") else None,
            omissions=self.rows("omissions", found.omissions, self.omission)
            if chosen.includes("omissions")
            else None,
            quotations=self.rows("quotations", found.quotations, self.quotation)
            if chosen.includes("quotations")
            else None,
            rejections=tuple((row.path, row.reason) for row in found.rejections),
            notes=found.notes,
            min_sources=max(2, chosen.min_sources),
            copies=self.copies() if chosen.includes("sources") else (),
        )

    def rows(self, part: str, found: Sequence[T], draw: Callable[[T], R]) -> Rows[R]:
        limit = self.selection.limit(part)
        return Rows(tuple(draw(row) for row in found[:limit]), len(found))

    def matters(self, part: str, found: Sequence[Matter]) -> Rows[ContradictionRow]:
        """Return the rows worth a look; what is hardly likely is shown where everything is asked for."""
        worth = [rows for rows in found if self.selection.top == 0 or rows[0].probability >= WORTH_A_LOOK]
        return Rows(self.rows(part, worth, self.matter).shown, len(found))

    def copies(self) -> tuple[CopyRow, ...]:
        """Return the pairs of sources that share passages other than quotations, the most words first."""
        shared: dict[tuple[str, str], list[SharedPassage]] = {}
        for row in self.comparison.passages:
            if not row.quotation:
                one, two = self.keys[row.left_document_id], self.keys[row.right_document_id]
                pair = (one, two) if (len(one), one) < (len(two), two) else (two, one)
                shared.setdefault(pair, []).append(row)
        rows = [
            CopyRow(
                pair,
                len(passages),
                sum(row.words for row in passages),
                next((self.keys[row.first] for row in passages if row.first is not None), None),
            )
            for pair, passages in shared.items()
        ]
        return tuple(sorted(rows, key=lambda row: (-row.words, row.keys)))

    def totals(self, folded: dict[str, list[Matter]]) -> Totals:
        found = self.comparison
        counts = [len(fact.document_ids) for fact in found.facts]
        firm = [rows for rows in folded["contradictions"] if rows[0].status == "contradiction"]
        changed = [
            group
            for group in found.quotations
            if any(variant.grade in ("altered", "spliced") for variant in group.variants)
        ]
        return Totals(
            claims=len(found.claims),
            facts=len(found.facts),
            shared_facts=sum(count > 1 for count in counts),
            widely_shared_facts=sum(count > 2 for count in counts),
            single_source_facts=sum(count == 1 for count in counts),
            contradictions=len(firm),
            unsure=len(folded["contradictions"]) - len(firm),
            disputes=len(folded["disputes"]),
            developments=len(folded["developments"]),
            topics=len(found.omissions),
            quotations=len(found.quotations),
            changed_quotations=len(changed),
            origins=len(set(found.origins.values())),
        )

    def source(self, document: Document) -> SourceRow:
        origins = self.comparison.origins
        reference = document.reference_date
        return SourceRow(
            key=self.keys[document.id],
            document_id=document.id,
            label=document.label,
            path=document.path,
            date=(document.published_at or reference.date or "")[:10] or None,
            date_inferred=document.published_at is None and reference.basis == "companions",
            words=sum(len(document.quote(block).split()) for block in document.blocks),
            claims=self.claim_counts[document.id],
            shared=self.shared_counts[document.id],
            unique=self.claim_counts[document.id] - self.shared_counts[document.id],
            same_origin=tuple(
                self.keys[other]
                for other in self.documents
                if other != document.id and origins.get(other, other) == origins.get(document.id, document.id)
            ),
        )

    def fact(self, fact: Fact) -> FactRow:
        # Versions that nothing sets against each other are wordings: all of them tell it so.
        doubted = fact.status == "unsure" and not self.doubted.isdisjoint(fact.claim_ids)
        apart = doubted or fact.status in ("contradiction", "development")
        alike = not apart and self.opposed.isdisjoint(fact.claim_ids)
        whole = Version(fact.claim_ids, fact.document_ids)
        versions = [whole] if alike else order_versions(fact.versions)
        number_of: dict[str, int] = {}
        for number, version in enumerate(versions, 1):
            for document_id in version.document_ids:
                number_of.setdefault(document_id, number)
        cells = tuple(number_of.get(document_id, 0) for document_id in self.documents)
        tellings = self.tellings(versions)
        return FactRow(
            fact_id=fact.id,
            statement=fact.statement,
            status=fact.status,
            probability=fact.probability,
            cells=cells,
            versions=tuple(
                VersionRow(
                    number,
                    version.value,
                    self.letters(self.tellers(version, version.value) or version.document_ids),
                )
                for number, version in enumerate(versions, 1)
            ),
            sources=len(fact.document_ids),
            origins=fact.origin_count,
            tellings=tellings,
            speaker=find_speaker(fact.statement, [self.claims[claim_id] for claim_id in fact.claim_ids]),
        )

    def tellings(self, versions: Sequence[Version]) -> tuple[Telling, ...]:
        """Return the claims of a fact in the order of the sources, each with its version's number."""
        rows = []
        for number, version in enumerate(versions, 1):
            for claim_id in version.claim_ids:
                claim = self.claims[claim_id]
                document = self.documents[claim.document_id]
                line = self.locate.row(document.id, claim.spans[0]).line
                rows.append(
                    Telling(
                        self.keys[document.id], document.label, claim.id, line, number, self.words_of(claim)
                    )
                )
        return tuple(sorted(rows, key=lambda row: (len(row.key), row.key, row.line, row.claim_id)))

    def letters(self, document_ids: Iterable[str]) -> tuple[str, ...]:
        """Return the sources' letters in the order of the sources."""
        wanted = set(document_ids)
        return tuple(key for document_id, key in self.keys.items() if document_id in wanted)

    def contradiction(self, row: Contradiction) -> ContradictionRow:
        return ContradictionRow(
            row.id,
            row.kind,
            row.between,
            row.status,
            row.probability,
            self.side(row.left, row),
            self.side(row.right, row),
            row.explanation,
        )

    def matter(self, rows: Matter) -> ContradictionRow:
        """Draw the clearest row of a matter with the other claims on it under it, once each."""
        first = rows[0]
        further: dict[str, FurtherSide] = {}
        seen = {
            (side.document_id, self.words_of(self.claims[side.claim_id]))
            for side in (first.left, first.right)
        }
        for row, side, beside in list_further(rows, self.fact_of):
            claim, document = self.claims[side.claim_id], self.documents[side.document_id]
            words = self.words_of(claim)
            if (document.id, words) in seen:
                continue
            seen.add((document.id, words))
            further[claim.id] = FurtherSide(
                row.id,
                beside,
                self.keys[document.id],
                document.label,
                self.locate.row(document.id, claim.spans[0]).line,
                words,
                row.probability,
            )
        return replace(self.contradiction(first), further=tuple(further.values()))

    def side(self, side: Side, row: Contradiction) -> SideView:
        document = self.documents[side.document_id]
        claim = self.claims[side.claim_id]
        at = self.locate.row(document.id, (side.words or side.spans or claim.spans)[0])
        version = self.version_of.get(claim.id)
        # The words of a quotation are one source's own; a version gathers all that tell what was said.
        others: Iterable[str] = version.document_ids if version is not None else ()
        if row.kind == "quotation" or version is None:
            others = ()
        elif row.kind not in ("polarity", "attribution"):
            others = self.tellers(version, side.value)
        return SideView(
            key=self.keys[document.id],
            label=document.label,
            claim_id=claim.id,
            path=document.path,
            line=at.line,
            column=at.column,
            date=document.published_at,
            speaker=claim.speaker.name if claim.speaker is not None else None,
            pieces=cut_pieces(document, side.spans or claim.spans, side.words, claim.sentence),
            value=side.value,
            others=self.letters(
                other for other in others if other not in (row.left.document_id, row.right.document_id)
            ),
        )

    def tellers(self, version: Version, value: str | None) -> set[str]:
        """Return the documents of a version that are seen to give its value."""
        claims = [self.claims[claim_id] for claim_id in version.claim_ids]
        return list_tellers(claims, value, self.words_of) if value else set()

    def omission(self, row: Omission) -> OmissionRow:
        facts = [self.facts[fact_id] for fact_id in row.fact_ids if fact_id in self.facts]
        absent = []
        for cell in row.cells:
            near = self.claims.get(cell.claim_id or "")
            absent.append(
                AbsentRow(
                    key=self.keys[cell.document_id],
                    label=self.documents[cell.document_id].label,
                    reason=cell.reason,
                    nearest=self.words_of(near) if near is not None else None,
                    line=self.locate.row(near.document_id, near.spans[0]).line if near is not None else None,
                    probability=cell.probability,
                )
            )
        absent.sort(key=lambda cell: (-(cell.probability or 0.0), len(cell.key), cell.key))
        inside = set(row.stated_in)
        return OmissionRow(
            id=row.id,
            topic=row.topic,
            claims=sum(
                self.claims[claim_id].document_id in inside for fact in facts for claim_id in fact.claim_ids
            ),
            statements=order_examples(facts, row),
            stated_in=self.letters(row.stated_in),
            absent_from=self.letters(row.absent_from),
            absent=tuple(absent),
        )

    def words_of(self, claim: Claim) -> str:
        document = self.documents[claim.document_id]
        return GAP.join(document.quote(span) for span in claim.spans)

    def quotation(self, group: QuotationGroup) -> QuotationRow:
        variants = []
        for variant in group.variants:
            document = self.documents[variant.document_id]
            at = self.locate.row(document.id, variant.spans[0])
            variants.append(
                VariantRow(
                    key=self.keys[document.id],
                    label=document.label,
                    path=document.path,
                    line=at.line,
                    grade=variant.grade,
                    pieces=cut_pieces(document, variant.spans, (), None),
                    changes=tuple((change.before, change.after) for change in variant.changes),
                    flags=variant.flags,
                )
            )
        return QuotationRow(group.id, group.speaker, tuple(variants))


_GROUP_OF = {"speakers": "disputes", "moments": "developments"}
