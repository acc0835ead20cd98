"""What the JSON report promises scripts, held on every example story."""

import json
import os
import subprocess
import sys
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from claimdiff.api import compare
from claimdiff.reporting.json_format import render_json, render_schema

ROOT = Path(__file__).parents[2]
STORIES = sorted(
    path.name for path in (ROOT / "examples").iterdir() if path.is_dir() and path.name != "drafts"
)


@cache
def report_of(story: str) -> dict[str, Any]:
    """The report of an example story, as a script reads it."""
    report: dict[str, Any] = json.loads(render_json(compare(ROOT / "examples" / story), with_text=True))
    return report


@pytest.fixture(params=STORIES)
def report(request: pytest.FixtureRequest) -> dict[str, Any]:
    return report_of(request.param)


def test_the_report_fits_its_schema(report: dict[str, Any]) -> None:
    """Every report validates against the published schema."""
    jsonschema.Draft202012Validator(json.loads(render_schema())).validate(report)


@pytest.mark.parametrize(
    "rows", ["documents", "claims", "facts", "contradictions", "omissions", "quotations"]
)
def test_ids_are_unique(report: dict[str, Any], rows: str) -> None:
    """No two rows of a list share an id."""
    assert not [key for key, count in Counter(row["id"] for row in report[rows]).items() if count > 1]


def test_labels_are_unique(report: dict[str, Any]) -> None:
    """Sources can be told apart by their labels."""
    labels = [row["label"] for row in report["documents"]]
    assert len(set(labels)) == len(labels)


def test_every_span_quotes_its_text(report: dict[str, Any]) -> None:
    """Offsets are half-open code points of the text, line and column follow from them."""
    texts = {row["id"]: row["text"] for row in report["documents"]}
    spans = [(claim["document_id"], span) for claim in report["claims"] for span in claim["spans"]]
    for row in report["contradictions"]:
        for side in (row["left"], row["right"]):
            spans += [(side["document_id"], span) for span in (*side["spans"], *side["words"])]
    for group in report["quotations"]:
        spans += [
            (variant["document_id"], span) for variant in group["variants"] for span in variant["spans"]
        ]
    assert spans
    for document_id, span in spans:
        text = texts[document_id]
        assert text[span["start"] : span["end"]] == span["quote"]
        before = text[: span["start"]]
        assert span["line"] == before.count("\n") + 1
        assert span["column"] == len(before) - (before.rfind("\n") + 1) + 1


def test_facts_part_the_claims(report: dict[str, Any]) -> None:
    """Every claim is in exactly one fact and in exactly one version of it."""
    claims = sorted(claim["id"] for claim in report["claims"])
    assert sorted(key for fact in report["facts"] for key in fact["claim_ids"]) == claims
    for fact in report["facts"]:
        assert sorted(key for version in fact["versions"] for key in version["claim_ids"]) == sorted(
            fact["claim_ids"]
        )


def test_documents_of_facts_are_those_of_their_claims(report: dict[str, Any]) -> None:
    """The documents of a fact and of a version are the homes of their claims."""
    home = {claim["id"]: claim["document_id"] for claim in report["claims"]}
    for fact in report["facts"]:
        assert set(fact["document_ids"]) == {home[key] for key in fact["claim_ids"]}
        for version in fact["versions"]:
            assert set(version["document_ids"]) == {home[key] for key in version["claim_ids"]}


def test_a_status_means_what_it_says(report: dict[str, Any]) -> None:
    """Single-source facts have one document and no probability, all others both."""
    for fact in report["facts"]:
        assert (fact["probability"] is None) == (fact["status"] == "single-source")
        assert 1 <= fact["origin_count"] <= len(fact["document_ids"])
        if fact["status"] == "agreement":
            assert len(fact["document_ids"]) > 1


def test_sides_of_a_contradiction_are_claims(report: dict[str, Any]) -> None:
    """Each side names a claim of its document; between sources these are two documents."""
    home = {claim["id"]: claim["document_id"] for claim in report["claims"]}
    for row in report["contradictions"]:
        for side in (row["left"], row["right"]):
            assert home[side["claim_id"]] == side["document_id"]
        if row["between"] in ("sources", "moments"):
            assert row["left"]["document_id"] != row["right"]["document_id"]
        if row["between"] == "passages":
            assert row["left"]["document_id"] == row["right"]["document_id"]


def test_omissions_account_for_every_document(report: dict[str, Any]) -> None:
    """A topic is stated in or absent from each document, absent ones have a cell, ranks count up from 1."""
    everyone = {row["id"] for row in report["documents"]}
    for row in report["omissions"]:
        assert set(row["stated_in"]) | set(row["absent_from"]) == everyone
        assert not set(row["stated_in"]) & set(row["absent_from"])
        assert [cell["document_id"] for cell in row["cells"]] == row["absent_from"]
    assert [row["rank"] for row in report["omissions"]] == list(range(1, len(report["omissions"]) + 1))


def test_the_fullest_form_of_a_quotation_is_identical(report: dict[str, Any]) -> None:
    """A group has two forms or more, and the one that grades the others is itself identical."""
    for group in report["quotations"]:
        assert len(group["variants"]) > 1
        assert group["variants"][0]["grade"] == "identical"
        for variant in group["variants"]:
            assert bool(variant["changes"]) or variant["grade"] not in ("altered",)


@pytest.mark.parametrize("story", STORIES)
def test_the_same_bytes_for_any_hash_seed(story: str) -> None:
    """Two interpreters with other hash seeds, and the files in another order, print the same report."""
    files = sorted(str(path) for path in (ROOT / "examples" / story).iterdir())
    printed = []
    for seed, order in (("1", files), ("2", files[::-1])):
        done = subprocess.run(
            [sys.executable, "-m", "claimdiff", "compare", *order, "--format", "json"],
            capture_output=True,
            env={**os.environ, "PYTHONHASHSEED": seed},
            cwd=ROOT,
            check=True,
        )
        printed.append(done.stdout)
    assert printed[0] == printed[1]
