"""Timelines and revisions are drawn and encoded from the same values."""

import json

import msgspec
import pytest

from claimdiff.model import Comparison, Revision, Side, Span
from claimdiff.model.finding import Change, TimelineEntry, TimelineReport
from claimdiff.reporting.revision_format import render_revision, render_revision_json
from claimdiff.reporting.timeline_format import describe_date, render_timeline, render_timeline_json


def make_entry(value: str, precision: str, **changes: object) -> TimelineEntry:
    reports = (TimelineReport("d-tide", "c-tide-0", "2031-03-04"), TimelineReport("d-gull", "c-gull-0", None))
    entry = TimelineEntry("t", "f-fire", "A van caught fire.", value, precision, False, reports, "d-tide")
    return msgspec.structs.replace(entry, **changes)


@pytest.mark.parametrize(
    ("value", "precision", "shown"),
    [
        ("2031-03-04/2031-03-04", "day", "2031-03-04"),
        ("2031-03-04T18:05/2031-03-04T18:05", "minute", "2031-03-04 18:05"),
        ("2031-03-01/2031-03-31", "month", "2031-03"),
        ("2031-01-01/2031-12-31", "year", "2031"),
        ("2031-03-10/2031-03-16", "week", "2031-03-10 – 03-16"),
        ("2030-12-30/2031-01-05", "week", "2030-12-30 – 2031-01-05"),
    ],
)
def test_a_date_is_as_exact_as_it_is_known(value: str, precision: str, shown: str) -> None:
    """An interval is shown by its precision, and a mark says when it was worked out."""
    assert describe_date(make_entry(value, precision)) == shown
    assert describe_date(make_entry(value, precision, inferred=True)) == f"~{shown}"


def test_a_timeline_names_who_had_it_in_order(ferry: Comparison) -> None:
    """The sources of a dated fact stand in the order of publication, and what is cut is announced."""
    entries = [make_entry("2031-03-04/2031-03-04", "day"), make_entry("2031-03-05/2031-03-05", "day")]
    lines = render_timeline(ferry, entries, limit=1).splitlines()
    assert (
        next(line for line in lines if "caught fire" in line).split()
        == "2031-03-04 A van caught fire. B A".split()
    )
    assert "… 1 more dated fact; --all shows them" in lines
    assert "No claim could be dated." in render_timeline(ferry, [])


def test_a_timeline_as_json_has_its_entries(ferry: Comparison) -> None:
    """JSON holds documents and the timeline with every report."""
    report = json.loads(render_timeline_json(ferry, [make_entry("2031-03-04/2031-03-04", "day")]))
    assert list(report) == ["documents", "timeline"]
    assert [row["document_id"] for row in report["timeline"][0]["reports"]] == ["d-tide", "d-gull"]


@pytest.fixture
def revision(ferry: Comparison) -> Revision:
    old, new = ferry.documents[1], ferry.documents[0]
    corrected = Change(
        "r-1",
        "corrected",
        Side(old.id, "c-tide-0", (Span(0, 32),), "lorry", (Span(2, 7),)),
        Side(new.id, "c-gull-0", (Span(0, 30),), "van", (Span(2, 5),)),
        "“lorry” became “van”.",
    )
    added = Change("r-2", "added", None, Side(new.id, "c-gull-2", (Span(65, 95),), ""), "It now says more.")
    return Revision((old, new), ferry.claims, (corrected, added))


def test_changes_show_old_and_new_words(revision: Revision) -> None:
    """A correction shows both sentences with the changed words marked, an addition only the new one."""
    text = render_revision(revision)
    assert "2 changes: 1 corrected, 1 added" in text
    assert "- line 1: A ‹lorry› caught fire on the quay." in text
    assert "+ line 1: A ‹van› caught fire on the quay." in text
    assert text.count("  - line") == 1


def test_changes_as_json_have_spans_on_each_side(revision: Revision) -> None:
    """JSON is {documents, changes}; a side that is not there is null."""
    report = json.loads(render_revision_json(revision))
    assert list(report) == ["documents", "changes"]
    assert report["changes"][0]["old"]["spans"][0]["quote"].startswith("A lorry")
    assert report["changes"][1]["old"] is None


def test_no_change_is_said(revision: Revision) -> None:
    """Two versions that claim the same say so."""
    assert "No claim was added" in render_revision(msgspec.structs.replace(revision, changes=()))
