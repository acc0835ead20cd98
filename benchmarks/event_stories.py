"""Stories of the events data that we annotated ourselves: which of their claims report the same thing.

A file of `benchmarks/annotations` holds no text, only where the claims stand in the articles of the data set
(an article is found by its address) and which claims are one fact; the conventions are those of the annotated
stories. They add to what matching learns from, and are no part of any figure.
"""

import gzip
import json
from pathlib import Path
from typing import Any

import msgspec

from benchmarks.gold import GoldStory
from claimdiff.reading import finish_documents, read_text
from claimdiff.settings import Settings

ANNOTATIONS = Path(__file__).parent / "annotations"

Range = tuple[int, int]


class Annotation(msgspec.Struct, frozen=True):
    """One annotated story.

    `articles` are addresses by source name; `claims` the character ranges of every claim, by source and
    claim; a group of `exact` or `close` reports one thing, one of `loose` may be decided either way, and
    `related` are pairs of claims of which the first is left open beside the groups of the second.
    """

    articles: dict[str, str]
    claims: dict[str, dict[str, list[Range]]]
    groups: list[tuple[str, list[str]]]
    related: list[tuple[str, str]]


def read_event_stories(events: Path, folder: Path = ANNOTATIONS) -> list[GoldStory]:
    """Return our annotated stories, sorted by name, given the gzipped events data."""
    annotations = {
        path.stem: msgspec.json.decode(path.read_bytes(), type=Annotation)
        for path in sorted(folder.glob("*.json"))
    }
    wanted = {address for one in annotations.values() for address in one.articles.values()}
    rows: dict[str, dict[str, str]] = {}
    with gzip.open(events, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["url"] in wanted:
                rows.setdefault(row["url"], row)
    return [_build_story(name, annotation, rows) for name, annotation in annotations.items()]


def compose_text(row: dict[str, str]) -> str:
    """Return the text of an article that the annotation's offsets count in: title, day, then the body."""
    body = row["text"].removeprefix(row["title"]).lstrip("\n")
    return f"{row['title']}\n{row['date'][:10]}\n\n{body}"


def _build_story(name: str, annotation: Annotation, rows: dict[str, dict[str, str]]) -> GoldStory:
    read = [
        read_text(compose_text(rows[address]), path=f"{source}.txt")
        for source, address in sorted(annotation.articles.items())
    ]
    documents = finish_documents(read, Settings())
    sources = {document.id: Path(document.path).stem for document in documents}
    return GoldStory(name, documents, _to_gold(annotation), sources)


def _to_gold(annotation: Annotation) -> dict[str, Any]:
    """Return the annotation in the form of a story's `gold.json`."""
    groups_of: dict[str, list[int]] = {}
    clusters: list[dict[str, Any]] = []
    for strictness, members in annotation.groups:
        for member in members:
            groups_of.setdefault(member, []).append(len(clusters))
        clusters.append({"strictness": strictness, "members": members, "related": []})
    for claim, other in annotation.related:
        clusters.append({"strictness": "loose", "members": [claim, other]})
        for number in groups_of.get(other, ()):
            clusters[number]["related"].append(claim)
    claims = {
        source: [
            {"id": claim, "start": ranges[0][0], "end": ranges[-1][1], "spans": ranges}
            for claim, ranges in own.items()
        ]
        for source, own in annotation.claims.items()
    }
    return {"claims": claims, "clusters": clusters, "contradictions": []}
