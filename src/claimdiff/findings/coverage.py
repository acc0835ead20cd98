"""Which documents tell a fact, or at least speak of the thing it is about."""

from collections.abc import Mapping, Sequence

from msgspec import Struct

from claimdiff.findings.utterances import shared_length
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Claim, Document, Fact, Matching, Span

_SPOKEN_OF = 0.7
_RARE_STEMS = 6
_LARGEST_BLOCK = 120


class NearMiss(Struct, frozen=True, order=True):
    """The claim of another document that comes closest to a fact, and how likely it is the same fact."""

    probability: float
    claim_id: str
    fact_id: str


class FactView(Struct, frozen=True):
    """A fact with what the topics need of it.

    `stems` are those of its claims, `documents` those that state it or speak of it, `misses` the
    nearest miss in each other document. `sections` are the headings its claims stand under, by
    document, `places` the (document, block, sentence start) of each claim.
    """

    fact: Fact
    stems: frozenset[str]
    documents: frozenset[str]
    misses: dict[str, NearMiss]
    sections: frozenset[tuple[str, str]]
    places: tuple[tuple[str, int, int], ...]
    headline: bool
    length: int


def view_facts(
    documents: Sequence[Document], claims: Sequence[Claim], matching: Matching, story: StoryWords
) -> list[FactView]:
    """Return a view of every fact that some document lacks, in reading order."""
    by_id = {claim.id: claim for claim in claims}
    misses = _nearest_misses(matching, by_id)
    index = _index_sentences(story)
    everyone = frozenset(document.id for document in documents)
    views: list[FactView] = []
    for fact in matching.facts:
        rows = [by_id[claim_id] for claim_id in fact.claim_ids]
        stems = {claim.id: _claim_stems(claim, story) for claim in rows}
        near = misses.get(fact.id, {})
        stated = frozenset(fact.document_ids)
        spoken: frozenset[str] = frozenset()
        if stated != everyone:
            spoken = frozenset(_spoken_of(list(stems.values()), story, index, stated))
        if stated | spoken == everyone:
            continue
        views.append(
            FactView(
                fact=fact,
                stems=frozenset().union(*stems.values()),
                documents=stated | spoken,
                misses=near,
                sections=frozenset((claim.document_id, claim.section) for claim in rows if claim.section),
                places=tuple(sorted((c.document_id, c.block, c.sentence.start) for c in rows)),
                headline=all(claim.headline for claim in rows),
                length=max(shared_length(claim.spans, _whole(claim)) for claim in rows),
            )
        )
    return sorted(views, key=lambda view: (view.places, view.fact.id))


def _whole(claim: Claim) -> Span:
    return Span(claim.spans[0].start, claim.spans[-1].end)


def _claim_stems(claim: Claim, story: StoryWords) -> frozenset[str]:
    found: set[str] = set()
    for span in claim.spans:
        found |= story.stems_in(claim.document_id, span)
    return frozenset(found)


def _nearest_misses(matching: Matching, claims: Mapping[str, Claim]) -> dict[str, dict[str, NearMiss]]:
    """Return, by fact and by document that lacks it, the best scored claim of that document."""
    fact_of = {claim_id: fact for fact in matching.facts for claim_id in fact.claim_ids}
    best: dict[str, dict[str, NearMiss]] = {}
    for pair in matching.pairs:
        if fact_of.get(pair.left) is fact_of.get(pair.right):
            continue
        for mine, other in ((pair.left, pair.right), (pair.right, pair.left)):
            fact, theirs = fact_of.get(mine), fact_of.get(other)
            if fact is None or theirs is None:
                continue
            document_id = claims[other].document_id
            if document_id in fact.document_ids:
                continue
            miss = NearMiss(pair.one_fact, other, theirs.id)
            row = best.setdefault(fact.id, {})
            if document_id not in row or row[document_id] < miss:
                row[document_id] = miss
    return best


def _index_sentences(story: StoryWords) -> dict[str, list[tuple[str, frozenset[str]]]]:
    index: dict[str, list[tuple[str, frozenset[str]]]] = {}
    for document_id in sorted(story.sentences):
        for span in story.sentences[document_id]:
            stems = frozenset(story.stems_in(document_id, span))
            for stem in sorted(stems):
                index.setdefault(stem, []).append((document_id, stems))
    return index


def _spoken_of(
    rows: Sequence[frozenset[str]],
    story: StoryWords,
    index: Mapping[str, list[tuple[str, frozenset[str]]]],
    known: frozenset[str],
) -> set[str]:
    """Return the documents in which one sentence holds most of the weight of a claim's words."""
    found: set[str] = set()
    for stems in rows:
        if len(stems) < 2:
            continue
        whole = sum(sorted(map(story.weight, stems)))
        rarest = sorted(stems, key=lambda stem: (story.frequency(stem), stem))[:_RARE_STEMS]
        for stem in rarest:
            block = index.get(stem, ())
            if len(block) > _LARGEST_BLOCK:
                continue
            for document_id, sentence in block:
                if document_id in known or document_id in found:
                    continue
                shared = sum(sorted(map(story.weight, stems & sentence)))
                if shared >= _SPOKEN_OF * whole:
                    found.add(document_id)
    return found
