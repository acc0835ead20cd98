"""The work of one story: encoded documents in, encoded results out; pure, so that any engine may do it."""

from collections.abc import Sequence

import msgspec

from claimdiff.archive.store import StoryResult
from claimdiff.model import Comparison, Document
from claimdiff.settings import Settings


class StoryTask(msgspec.Struct, frozen=True):
    """One story to compare: its id, its encoded documents and the settings."""

    story_id: str
    documents: list[bytes]
    settings: Settings


def encode_task(task: StoryTask) -> bytes:
    """Return a task as bytes for a worker."""
    return msgspec.msgpack.encode(task)


def compare_story(encoded: bytes) -> bytes:
    """Compare the story of an encoded StoryTask; return an encoded StoryResult."""
    from claimdiff.reporting.report import build_report

    task = msgspec.msgpack.decode(encoded, type=StoryTask)
    comparison = compare_documents(task.documents, task.settings)
    fact_of = {claim_id: fact.id for fact in comparison.facts for claim_id in fact.claim_ids}
    result = StoryResult(
        story_id=task.story_id,
        report=msgspec.json.encode(build_report(comparison)),
        claims=[
            (
                claim.id,
                claim.document_id,
                fact_of[claim.id],
                claim.speaker.name if claim.speaker else None,
                claim.statement,
            )
            for claim in comparison.claims
        ],
        facts=[
            (
                fact.id,
                fact.statement,
                fact.status,
                len(fact.document_ids),
                fact.origin_count,
                fact.probability,
            )
            for fact in comparison.facts
        ],
        contradictions=[
            (row.id, row.kind, row.between, row.status, row.probability, row.explanation)
            for row in comparison.contradictions
        ],
    )
    return msgspec.msgpack.encode(result)


def compare_documents(encoded: Sequence[bytes], settings: Settings) -> Comparison:
    """Compare the documents of one story, as the store keeps them."""
    from claimdiff.api import compare
    from claimdiff.reading import finish_documents

    decoder = msgspec.msgpack.Decoder(Document)
    documents = finish_documents([decoder.decode(data) for data in encoded], settings)
    return compare(documents, settings, waterfalls=False)


def decode_result(encoded: bytes) -> StoryResult:
    """Return the result that a worker sent."""
    return msgspec.msgpack.decode(encoded, type=StoryResult)
