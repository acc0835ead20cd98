"""Laws that any comparison keeps: nobody comes first, workers change nothing, reports come back whole."""

import tempfile
from pathlib import Path

import msgspec
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdiff.api import compare
from claimdiff.archive.engines import LocalEngine
from claimdiff.archive.run import add_articles, compare_archive
from claimdiff.archive.store import ArchiveStore
from claimdiff.model import Comparison, Document
from claimdiff.reading import read_text
from claimdiff.reporting.formats import Presentation, render_comparison
from claimdiff.reporting.report import build_report
from claimdiff.reporting.report_shape import Report
from claimdiff.settings import Settings

SENTENCES = st.sampled_from(
    [
        "Fire broke out on the ferry Saint Orla on Tuesday evening.",
        "Fire broke out on the ferry Saint Orla on Wednesday morning.",
        "The harbour master of Port Ellery said two people were hurt.",
        "Six people were hurt, the harbour master of Port Ellery said.",
        "“It may have been a spark,” engineer Ann Roe said.",
        "“It must have been a spark,” engineer Ann Roe said.",
        "Ann Roe denied that the alarm had been switched off.",
        "The alarm had been switched off, according to the union.",
        "At least 214 passengers left the ship at Port Ellery.",
        "About 240 passengers were taken off the ship at Port Ellery.",
        "A lorry burned on the car deck of the ferry.",
        "A van burned on the car deck of the ferry.",
    ]
)
TEXTS = st.lists(
    st.lists(SENTENCES, min_size=1, max_size=6, unique=True).map("\n\n".join),
    min_size=2,
    max_size=3,
    unique=True,
)
STORY = (
    "The ferry Saint Orla had left Port Ellery for Skerra with lorries, cars and a wedding party on board. "
    "Lantern Line, the company that runs the ferry, bought her from a Danish yard eleven years ago.\n\n"
)
CUP = (
    "Bakers win the valley cup\n\nTwo goals in the last ten minutes gave the "
    "Bakers the valley cup on Sunday. "
    "Goalkeeper Lise Marr saved a penalty. “We never stopped running,” coach Odo Finch told reporters. About "
    "4,000 people watched the match in Tarn Park. The Bakers had lost the final to Brenn Rovers in 2016."
)
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
FEW = settings(max_examples=4, deadline=None, suppress_health_check=list(HealthCheck))


def make_documents(texts: list[str], names: str = "abc") -> list[Document]:
    return [read_text(text, path=f"{names[n]}.txt", date="2024-05-03") for n, text in enumerate(texts)]


def list_findings(comparison: Comparison) -> dict[str, object]:
    """Return what was found, without which side is called left and which row comes first."""
    return {
        "facts": sorted(
            (fact.claim_ids, fact.status, sorted(fact.document_ids), fact.probability)
            for fact in comparison.facts
        ),
        "contradictions": sorted(
            (
                sorted([(row.left.claim_id, row.left.value), (row.right.claim_id, row.right.value)]),
                row.kind,
                row.between,
                row.status,
                row.probability,
            )
            for row in comparison.contradictions
        ),
        "omissions": sorted(
            (sorted(row.fact_ids), sorted(row.stated_in), sorted(row.absent_from))
            for row in comparison.omissions
        ),
        "quotations": sorted(
            sorted((variant.claim_id, variant.grade) for variant in group.variants)
            for group in comparison.quotations
        ),
    }


@QUICK
@given(TEXTS)
def test_nobody_comes_first(texts: list[str]) -> None:
    """Names that turn the order of the sources round find the same things between the same claims."""
    forward = list_findings(compare(make_documents(texts, "abc")))
    backward = list_findings(compare(make_documents(texts, "cba")))
    assert forward == backward


def list_rows(comparison: Comparison, without: str) -> dict[str, object]:
    """Return every row a report has of the other documents, without `without` and its column of omissions."""
    report = msgspec.to_builtins(build_report(comparison))
    for row in report["omissions"]:
        row["absent_from"] = [name for name in row["absent_from"] if name != without]
        row["cells"] = [cell for cell in row["cells"] if cell["document_id"] != without]
    return {
        "claims": [row for row in report["claims"] if row["document_id"] != without],
        "facts": [row for row in report["facts"] if without not in row["document_ids"]],
        "pairs": [(pair.left, pair.right, pair.same, pair.contradiction) for pair in comparison.pairs],
        "quotations": [
            row
            for row in report["quotations"]
            if {variant["document_id"] for variant in row["variants"]} != {without}
        ],
        "contradictions": report["contradictions"],
        "omissions": report["omissions"],
        "passages": report["passages"],
    }


@QUICK
@given(TEXTS)
def test_an_unrelated_document_changes_nothing_among_the_others(texts: list[str]) -> None:
    """Agreement and contradictions keep every value; an omission gains only the column of the newcomer."""
    documents = make_documents([STORY + text for text in texts])
    newcomer = read_text(CUP, path="b-cup.txt", date="2019-02-04")
    before, after = compare(documents), compare([newcomer, *documents])
    assert list_rows(before, newcomer.id) == list_rows(after, newcomer.id)
    assert all(newcomer.id in row.absent_from for row in after.omissions)
    assert [note for note in after.notes if "2 stories" in note]


@QUICK
@given(TEXTS)
def test_a_report_comes_back_as_it_went(texts: list[str]) -> None:
    """JSON read into the shape of the contract is the same report, and writes the same bytes."""
    comparison = compare(make_documents(texts))
    text = render_comparison(comparison, "json", Presentation())
    report = msgspec.json.decode(text, type=Report)
    assert report == build_report(comparison)
    assert msgspec.json.format(msgspec.json.encode(report), indent=2).decode() + "\n" == text


@QUICK
@given(TEXTS)
def test_a_document_comes_back_as_it_went(texts: list[str]) -> None:
    """Documents and whole comparisons survive JSON with every offset and probability."""
    comparison = compare(make_documents(texts))
    assert msgspec.json.decode(msgspec.json.encode(comparison), type=type(comparison)) == comparison


@FEW
@given(TEXTS)
def test_workers_change_nothing(texts: list[str]) -> None:
    """An archive compared by one worker and by two holds the same bytes."""
    found = []
    for workers in (1, 2):
        with tempfile.TemporaryDirectory() as folder:
            store = ArchiveStore(Path(folder) / "news.db", create=True)
            with store:
                add_articles(store, make_documents(texts))
                compare_archive(store, LocalEngine(workers), Settings())
                found.append(list(store.iterate_reports()))
    assert found[0] == found[1]
