"""Every format of a check, over one small hand-made Check."""

import json
from urllib.parse import unquote

import pytest
from sarif_pydantic import Sarif

from building import build_document, cut_claim, find_span
from claimdiff.findings.rules import RULES
from claimdiff.model import Block, Claim, Document, Span
from claimdiff.model.verdict import Check, Evidence, Replacement, Verdict
from claimdiff.reporting.check_lines import render_check_markdown, render_concise, render_github
from claimdiff.reporting.check_report import build_check_report, render_check_json
from claimdiff.reporting.check_text import render_check_text
from claimdiff.reporting.sarif import render_sarif

DRAFT = "# Ferry fire\n\nNine passengers were hurt in the fire.\nThe quay stays shut.\n"
SOURCE = "Six passengers were injured in the fire on Tuesday.\nThe quay is closed."


def make_document(name: str, text: str) -> Document:
    return build_document(
        text,
        id=f"d-{name}",
        path=f"{name}.md",
        format="markdown",
        label=name.title(),
        blocks=(Block(0, len(text), "paragraph"),),
    )


def make_claim(document: Document, words: str) -> Claim:
    span = find_span(document.text, words)
    return cut_claim(document, span, id=f"c-{document.id}-{span.start}")


@pytest.fixture
def check() -> Check:
    draft, source = make_document("draft", DRAFT), make_document("gazette", SOURCE)
    wrong = make_claim(draft, "Nine passengers were hurt in the fire")
    fine = make_claim(draft, "The quay stays shut")
    right = make_claim(source, "Six passengers were injured in the fire")
    nine = Span(wrong.spans[0].start, wrong.spans[0].start + 4)
    return Check(
        documents=(draft, source),
        claims=(wrong, fine, right),
        verdicts=(
            Verdict(
                id="v-1",
                claim_id=wrong.id,
                spans=wrong.spans,
                words=(nine,),
                statement=wrong.statement,
                verdict="contradicted",
                rule="CD201",
                message="Gazette has six, the draft nine",
                probability=0.9,
                evidence=(Evidence(source.id, right.id, right.spans, "contradicts"),),
                fingerprint="p-1",
                replacements=(Replacement(nine, "Six"),),
            ),
            Verdict(
                id="v-2",
                claim_id=fine.id,
                spans=fine.spans,
                words=(),
                statement=fine.statement,
                verdict="supported",
                rule="CD001",
                message="Gazette says so",
                probability=0.8,
                evidence=(),
            ),
        ),
        rejections=(),
        settings={},
    )


def test_concise_names_place_code_and_message(check: Check) -> None:
    """A problem is one line: path, line, column, code, message; support is silent."""
    assert render_concise(check) == "draft.md:3:1: CD201 Gazette has six, the draft nine\n"


def test_text_underlines_the_words_at_fault(check: Check) -> None:
    """The readable form shows the draft's words, carets under the fault, and the source below."""
    lines = render_check_text(check, width=80).splitlines()
    assert lines[1].endswith("Nine passengers were hurt in the fire")
    assert lines[2][lines[1].index("Nine") :] == "^^^^"
    assert "Six passengers were injured in the fire" in lines[3]
    assert lines[-1] == "1 error; 1 claim supported."


@pytest.mark.parametrize("width", [40, 80, 160])
def test_text_keeps_to_the_width(check: Check, width: int) -> None:
    """No quoted line is wider than asked, and every mark stays under its word."""
    rows = render_check_text(check, width=width).splitlines()
    assert all(len(row) <= width for row in rows[1:])


def test_text_without_colour_has_no_escape(check: Check) -> None:
    """Colours appear only when asked for."""
    assert "\x1b" not in render_check_text(check)
    assert "\x1b" in render_check_text(check, colour=True)


def test_github_escapes_what_its_syntax_needs(check: Check) -> None:
    """An annotation names file, line and columns, and its text cannot break out of the command."""
    line = render_github(check)
    assert line.startswith("::error file=draft.md,line=3,col=1,endColumn=5,title=CD201 contradicted::")
    assert line.count("\n") == 1


def test_markdown_is_one_row_a_problem(check: Check) -> None:
    """The table has a row for the problem and none for the supported claim; the claim stands in it whole."""
    (row,) = [row for row in render_check_markdown(check).splitlines() if row.startswith("| 3 |")]
    assert "| <b>Nine</b> passengers were hurt in the fire |" in row


def test_json_quotes_are_the_documents_words(check: Check) -> None:
    """Spans of the JSON report quote the draft exactly, and the draft is the first document."""
    report = json.loads(render_check_json(check, with_text=True))
    assert report["documents"][0]["text"] == DRAFT
    for verdict in report["verdicts"]:
        for span in verdict["spans"] + verdict["words"]:
            assert DRAFT[span["start"] : span["end"]] == span["quote"]
    assert build_check_report(check).verdicts[0].evidence[0].spans[0].quote.startswith("Six")


def test_sarif_fits_the_standard(check: Check) -> None:
    """The log is read back by an independent model of SARIF 2.1.0, with related locations."""
    log = Sarif.model_validate_json(render_sarif(check, RULES))
    assert log.version == "2.1.0"
    (result,) = log.runs[0].results or []
    assert result.rule_id == "CD201"
    place = (result.locations or [])[0].physical_location
    assert place is not None and place.region is not None
    assert (place.region.start_line, place.region.start_column) == (3, 1)
    related = (result.related_locations or [])[0].physical_location
    assert related is not None and related.artifact_location is not None
    assert unquote(related.artifact_location.uri or "") == "gazette.md"
    change = (result.fixes or [])[0].artifact_changes[0]
    assert unquote(change.artifact_location.uri or "") == "draft.md"
    (fix,) = change.replacements
    start, length = fix.deleted_region.char_offset or 0, fix.deleted_region.char_length or 0
    assert DRAFT[start : start + length] == "Nine"
    assert fix.inserted_content is not None and fix.inserted_content.text == "Six"


def test_hostile_words_stay_words(check: Check) -> None:
    """An escape sequence, a workflow command or a table bar in the draft reaches no output as itself."""
    from msgspec.structs import replace

    evil = replace(check.verdicts[0], message="\x1b]0;x\x07 | ::error::x\n\u202e")
    nasty = replace(check, verdicts=(evil,))
    for text in (render_concise(nasty), render_check_text(nasty), render_check_markdown(nasty)):
        assert "\x1b" not in text and "\x07" not in text and "\u202e" not in text
    assert render_github(nasty).count("\n") == 1
