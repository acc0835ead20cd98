"""The plain baseline that claimdiff is held against: sentences as claims, tf-idf cosine, one cut."""

import json
import math
import re
from collections import Counter
from itertools import combinations
from pathlib import Path

_SENTENCE = re.compile(r"[^\n.!?]+(?:[.!?](?!\s|$|[”\"’)])[^\n.!?]*)*[.!?]*[”\"’)]*")
_WORD = re.compile(r"\w+")


def report_sentences(paths: list[str], cut: float = 0.3) -> str:
    """Return a contract report whose claims are sentences, joined into facts at a tf-idf cosine of `cut`."""
    documents: list[dict[str, object]] = []
    claims: list[dict[str, object]] = []
    for path in sorted(paths):
        with open(path, encoding="utf-8", newline="") as file:
            text = file.read()
        name = Path(path).name
        documents.append({"id": name, "path": path})
        for match in _SENTENCE.finditer(text):
            bare = match.group().strip()
            if len(_WORD.findall(bare)) >= 3:
                start = match.start() + match.group().index(bare)
                span = {"start": start, "end": start + len(bare), "quote": bare}
                row: dict[str, object] = {
                    "id": f"{name}:{start}",
                    "document_id": name,
                    "spans": [span],
                    "text": bare,
                }
                claims.append(row)
    return json.dumps(
        {
            "documents": documents,
            "claims": claims,
            "facts": _join(claims, cut),
            "contradictions": [],
            "omissions": [],
            "quotations": [],
        }
    )


def tfidf_vectors(texts: list[str]) -> list[dict[str, float]]:
    """Return unit-length tf-idf vectors of `texts`, over their own document frequencies."""
    bags = [Counter(word.lower() for word in _WORD.findall(text)) for text in texts]
    seen = Counter(word for bag in bags for word in bag)
    vectors = []
    for bag in bags:
        raw = {w: n * (math.log((1 + len(texts)) / (1 + seen[w])) + 1) for w, n in bag.items()}
        norm = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        vectors.append({word: value / norm for word, value in raw.items()})
    return vectors


def cosine(left: dict[str, float], right: dict[str, float]) -> float:
    """Return the dot product of two unit vectors, 0 to 1."""
    if len(left) > len(right):
        left, right = right, left
    return sum(value * right[word] for word, value in left.items() if word in right)


def _join(claims: list[dict[str, object]], cut: float) -> list[dict[str, object]]:
    vectors = tfidf_vectors([str(claim["text"]) for claim in claims])
    parent = list(range(len(claims)))

    def root(node: int) -> int:
        while parent[node] != node:
            node = parent[node]
        return node

    for i, j in combinations(range(len(claims)), 2):
        if claims[i]["document_id"] != claims[j]["document_id"] and cosine(vectors[i], vectors[j]) >= cut:
            parent[root(i)] = root(j)
    groups: dict[int, list[object]] = {}
    for i, claim in enumerate(claims):
        groups.setdefault(root(i), []).append(claim["id"])
    return [{"id": f"f{n}", "claim_ids": ids} for n, ids in enumerate(groups.values())]
