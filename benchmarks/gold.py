"""Turn an annotated story folder into documents and claims, and say which pairs of claims are one fact."""

import itertools
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any

from msgspec import Struct

from claimdiff.model import Claim, Document
from claimdiff.reading import read_paths
from claimdiff.settings import Settings

_WORD = re.compile(r"\w+")


class GoldStory(Struct, frozen=True):
    """An annotated story: its documents, the annotation as loaded, and the source label of each document."""

    name: str
    documents: tuple[Document, ...]
    gold: dict[str, Any]
    sources: dict[str, str]


class Labels(Struct, frozen=True):
    """Which gold claims are one fact (`same`), which pairs are left open, and which pairs contradict."""

    same: frozenset[frozenset[str]]
    open: frozenset[frozenset[str]]
    contradict: frozenset[frozenset[str]]


def list_stories(folder: Path) -> list[str]:
    """Return the names of the annotated stories in a folder, sorted."""
    return sorted(path.parent.name for path in folder.glob("*/gold.json"))


def read_story(folder: Path, name: str) -> GoldStory:
    """Read one story folder: its articles and `gold.json`."""
    gold = json.loads((folder / name / "gold.json").read_text("utf-8"))
    files = gold["meta"]["sources"]
    documents = read_paths([folder / name / file for file in files.values()], Settings()).documents
    by_file = {file: source for source, file in files.items()}
    sources = {document.id: by_file[Path(document.path).name] for document in documents}
    return GoldStory(name, documents, gold, sources)


def label_pairs(story: GoldStory) -> Labels:
    """Return the labels of pairs of gold claims, as the annotation gives them."""
    same: set[frozenset[str]] = set()
    open_pairs: set[frozenset[str]] = set()
    for cluster in story.gold["clusters"]:
        target = open_pairs if cluster.get("strictness") == "loose" else same
        target.update(map(frozenset, itertools.combinations(cluster["members"], 2)))
        related = cluster.get("related", [])
        open_pairs.update(frozenset((m, other)) for m in cluster["members"] for other in related)
    for group in story.gold.get("within_source_duplicates", []):
        same.update(map(frozenset, itertools.combinations(group, 2)))
    contradict = set()
    for row in story.gold["contradictions"]:
        if row["a"].get("claim") and row["b"].get("claim"):
            contradict.add(frozenset((row["a"]["claim"], row["b"]["claim"])))
    return Labels(frozenset(same), frozenset(open_pairs), frozenset(contradict))


def cover_gold(story: GoldStory, claims: Iterable[Claim]) -> dict[str, frozenset[str]]:
    """Return, per claim id, the gold claims of which the claim holds at least half the words."""
    texts = {document.id: document.text for document in story.documents}
    words = {key: [match.span() for match in _WORD.finditer(text)] for key, text in texts.items()}
    rows: dict[str, list[tuple[str, frozenset[int]]]] = {}
    for key, source in story.sources.items():
        rows[key] = [
            (row["id"], _inside(row.get("spans", [(row["start"], row["end"])]), words[key]))
            for row in story.gold["claims"][source]
        ]
    covered: dict[str, frozenset[str]] = {}
    for claim in claims:
        own = _inside([(span.start, span.end) for span in claim.spans], words[claim.document_id])
        covered[claim.id] = frozenset(
            gold_id
            for gold_id, tokens in rows[claim.document_id]
            if tokens and len(tokens & own) >= 0.5 * len(tokens)
        )
    return covered


def _inside(spans: Sequence[tuple[int, int]], words: Sequence[tuple[int, int]]) -> frozenset[int]:
    return frozenset(
        number
        for number, (start, end) in enumerate(words)
        if any(first <= start and end <= last for first, last in spans)
    )


def judge_pair(left: str, right: str, covered: Mapping[str, frozenset[str]], labels: Labels) -> bool | None:
    """Return whether two claims are one fact by the annotation; None where it leaves that open."""
    pairs = {frozenset((one, two)) for one in covered[left] for two in covered[right]}
    if not pairs or any(len(pair) == 1 for pair in pairs):
        return None
    if pairs & labels.same:
        return True
    return None if pairs & labels.open else False
