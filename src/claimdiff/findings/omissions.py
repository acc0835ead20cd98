"""Topics that some documents cover and others do not, and why each empty cell is empty."""

from collections.abc import Mapping, Sequence

from claimdiff.findings.coverage import NearMiss, view_facts
from claimdiff.findings.origins import OriginCounter
from claimdiff.findings.topics import Topic, gather_topics
from claimdiff.findings.wording import StoryWords
from claimdiff.language.digest import content_id
from claimdiff.language.wholeness import TORN, rate_statement
from claimdiff.model import Claim, Document, Fact, Matching, Omission, OmissionCell
from claimdiff.model.finding import CellReason

_WORTH_NAMING = 0.05
_LEAST_STEMS = 2
# Chosen on annotated stories: what an editor listed among the first three and eight rows.
_CARRIED = 0.5
_NEAR = 0.25
# What a topic weighs where no whole statement of it is missing from the others, only pieces of sentences.
_SCRAPS = 0.6


def find_omissions(
    documents: Sequence[Document],
    claims: Sequence[Claim],
    matching: Matching,
    story: StoryWords,
    origins: OriginCounter,
) -> tuple[Omission, ...]:
    """Return the topics that at least one document lacks, what an editor should see first in front.

    A row ranks by how many independent origins carry it and by the share of an article it fills. With
    fewer than two documents there is nothing to leave out.
    """
    if len(documents) < 2:
        return ()
    by_id = {claim.id: claim for claim in claims}
    by_document = {document.id: document for document in documents}
    views = [
        view
        for view in view_facts(documents, claims, matching, story)
        if len(view.stems) >= _LEAST_STEMS and not _is_aside(view.fact, by_id)
    ]
    topics = gather_topics(views, by_id, by_document, story)
    weights = {_topic_id(topic): _weigh(topic, by_id, story, origins, len(documents)) for topic in topics}
    ordered = sorted(topics, key=lambda topic: (-weights[_topic_id(topic)], _topic_id(topic)))
    return tuple(_omission(topic, rank, by_document, by_id) for rank, topic in enumerate(ordered, start=1))


def _is_aside(fact: Fact, claims: Mapping[str, Claim]) -> bool:
    """Tell whether a fact is only told in passing: nobody misses "skipper Ada Moro"."""
    return all(claims[claim_id].aside for claim_id in fact.claim_ids)


def _topic_id(topic: Topic) -> str:
    return content_id("o", *sorted(view.fact.id for view in topic.views))


def _weigh(
    topic: Topic,
    claims: Mapping[str, Claim],
    story: StoryWords,
    origins: OriginCounter,
    document_count: int,
) -> float:
    """Return how much an editor should care: origins that carry it, the share of an article, and how sure
    it is that the others lack it."""
    rows = [claims[claim_id] for view in topic.views for claim_id in view.fact.claim_ids]
    carried = origins.count(rows)
    words: dict[str, int] = {}
    for claim in rows:
        for span in claim.spans:
            first, last = story.by_id[claim.document_id].between(span)
            words[claim.document_id] = words.get(claim.document_id, 0) + last - first
    share = max(
        (count / max(1, len(story.by_id[document_id].words)) for document_id, count in words.items()),
        default=0.0,
    )
    checkable = sum(1 for claim in rows if claim.checkable and not claim.headline) / max(1, len(rows))
    weight = (_CARRIED * carried / document_count + 4.0 * min(share, 0.25)) * (0.5 + 0.5 * checkable)
    if not any(
        view.documents <= topic.documents and rate_statement(view.fact.statement) < TORN
        for view in topic.views
    ):
        weight *= _SCRAPS
    return weight * (1 - _NEAR * _rate_nearness(topic, story))


def _rate_nearness(topic: Topic, story: StoryWords) -> float:
    """Return how likely the facts of a topic are told, on average, by the documents said to lack it."""
    near = [
        view.misses[document_id].probability if document_id in view.misses else 0.0
        for document_id in sorted(story.by_id.keys() - topic.documents)
        for view in topic.views
    ]
    return sum(near) / max(1, len(near))


def _omission(
    topic: Topic,
    rank: int,
    documents: Mapping[str, Document],
    claims: Mapping[str, Claim],
) -> Omission:
    absent = sorted(documents.keys() - topic.documents)
    return Omission(
        id=_topic_id(topic),
        topic=topic.name,
        fact_ids=tuple(view.fact.id for view in topic.views),
        stated_in=tuple(sorted(topic.documents)),
        absent_from=tuple(absent),
        rank=rank,
        cells=tuple(_cell(topic, documents[document_id], documents, claims) for document_id in absent),
    )


def _cell(
    topic: Topic, document: Document, documents: Mapping[str, Document], claims: Mapping[str, Claim]
) -> OmissionCell:
    misses = [view.misses[document.id] for view in topic.views if document.id in view.misses]
    nearest = max(misses, default=None)
    reason: CellReason = "silent"
    if _published_before(topic, document, documents, claims):
        reason = "published-before"
    elif nearest is not None and nearest.probability >= _WORTH_NAMING:
        reason = "below-threshold"
    if nearest is None or nearest.probability < _WORTH_NAMING:
        return OmissionCell(document.id, reason)
    return _named(document.id, reason, nearest)


def _named(document_id: str, reason: CellReason, miss: NearMiss) -> OmissionCell:
    return OmissionCell(document_id, reason, miss.fact_id, miss.claim_id, miss.probability)


def _published_before(
    topic: Topic, document: Document, documents: Mapping[str, Document], claims: Mapping[str, Claim]
) -> bool:
    """Tell whether the document came out before what the topic tells: by the claims' dates, else by
    a day or more before every document that has it."""
    if not document.published_at:
        return False
    day = document.published_at[:10]
    days = [
        mention.value[:10]
        for view in topic.views
        for claim_id in view.fact.claim_ids
        for mention in claims[claim_id].dates
        if mention.value and mention.precision in ("minute", "hour", "day")
    ]
    others = [documents[document_id].published_at for document_id in topic.documents]
    earlier = all(other is not None and other[:10] > day for other in others)
    return earlier and bool(days) and max(days) > day
