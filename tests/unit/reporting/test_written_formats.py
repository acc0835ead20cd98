"""Markdown, CSV and JSON lines carry the same findings, and nothing in them can act."""

import csv
import io
import json

import msgspec
import pytest

from claimdiff.model import Comparison
from claimdiff.reporting.csv_format import COLUMNS, neutralise_cell
from claimdiff.reporting.formats import FORMATS, Presentation, render_comparison
from claimdiff.reporting.json_format import render_json
from claimdiff.reporting.view import Selection


def render(comparison: Comparison, format: str, **look: object) -> str:
    return render_comparison(comparison, format, Presentation(**look))  # type: ignore[arg-type]


def rows_of(text: str) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(text.removeprefix("\ufeff"), newline="")))


@pytest.mark.parametrize("format", FORMATS)
def test_every_format_is_the_same_twice(ferry: Comparison, format: str) -> None:
    """A format gives the same text for the same comparison, and ends with one line end."""
    text = render(ferry, format)
    assert text == render(ferry, format)
    assert text.endswith("\n")
    assert not text.endswith("\n\n")


def test_markdown_marks_the_differing_words(ferry: Comparison) -> None:
    """Both sides of a contradiction stand in one table, their differing words bold."""
    text = render(ferry, "markdown")
    assert "| A <b>van</b> caught fire on the quay. | A <b>lorry</b> caught fire on the quay. |" in text
    assert "| = | It may have been a spark. · Ann Roe | ● | ● | – | 2 |" in text
    assert "- **The lifeboat station**: 2 claims, only in C" in text


def test_markdown_text_is_no_markup(ferry: Comparison) -> None:
    """Markup and HTML in a file's text are shown, not run."""
    bad = "<script>alert(1)</script> [x](javascript:1) | *b* \u202e"
    hostile = msgspec.structs.replace(
        ferry,
        documents=tuple(msgspec.structs.replace(d, label=bad) for d in ferry.documents),
        facts=tuple(msgspec.structs.replace(row, statement=bad) for row in ferry.facts),
        omissions=tuple(msgspec.structs.replace(row, topic=bad) for row in ferry.omissions),
        notes=(bad,),
    )
    text = render(hostile, "markdown")
    assert "<script" not in text
    assert "](javascript" not in text
    assert "\u202e" not in text
    table = [line for line in text.splitlines() if line.startswith("| A |")]
    assert table[0].replace("\\|", "").count("|") == 8


def test_csv_has_every_finding(ferry: Comparison) -> None:
    """The table has rows for each part, with the columns promised and no row of the screen's cut."""
    rows = rows_of(render(ferry, "csv"))
    assert tuple(rows[0]) == COLUMNS
    parts = [row["part"] for row in rows]
    assert parts.count("source") == 3
    assert parts.count("agreement") == 9
    assert {"contradiction", "dispute", "development", "omission", "quotation", "rejection"} <= set(parts)
    van = next(row for row in rows if row["part"] == "contradiction")
    assert (van["value"], van["other_value"], van["line"]) == ("van", "lorry", "1")


def test_csv_keeps_to_the_selection(ferry: Comparison) -> None:
    """--only and --top cut the table as they cut the screen."""
    rows = rows_of(render(ferry, "csv", selection=Selection(only=("agreement",), top=1)))
    assert {row["part"] for row in rows} == {"agreement", "rejection"}
    assert len({row["id"] for row in rows if row["part"] == "agreement"}) == 1


@pytest.mark.parametrize(
    "text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", " =1", "\u200b=1", "\r\n=cmd|' /C calc'!A0"]
)
def test_no_cell_runs(text: str) -> None:
    """A cell never starts with a character that a spreadsheet takes for a formula."""
    cell = neutralise_cell(text)
    assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", " ", "\uff1d"))
    assert "\n" not in cell


def test_json_lines_are_the_rows_of_the_report(ferry: Comparison) -> None:
    """Each line is one object with a type; together they are the JSON report."""
    report = json.loads(render_json(ferry))
    lines = [json.loads(line) for line in render(ferry, "jsonl").splitlines()]
    assert lines[0]["type"] == "report"
    assert lines[0]["schema_version"] == report["schema_version"]
    for name, kind in [("claims", "claim"), ("facts", "fact"), ("contradictions", "contradiction")]:
        found = [
            {key: value for key, value in line.items() if key != "type"}
            for line in lines
            if line["type"] == kind
        ]
        assert found == report[name]


def test_lone_surrogates_do_not_stop_a_report(ferry: Comparison) -> None:
    """A name that UTF-8 can't hold is replaced, character for character."""
    odd = msgspec.structs.replace(
        ferry, documents=(msgspec.structs.replace(ferry.documents[0], path="a\ud800b"), *ferry.documents[1:])
    )
    assert json.loads(render_json(odd))["documents"][0]["path"] == "a\ufffdb"
    for format in FORMATS:
        render(odd, format).encode("utf-8")
