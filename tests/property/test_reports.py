"""Whatever a file holds, a report comes out that is whole, fits its schema and can't act."""

import json
import unicodedata

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from claimdiff.api import compare
from claimdiff.model import Comparison, Document
from claimdiff.reading import read_text
from claimdiff.reporting.formats import FORMATS, Presentation, render_comparison
from claimdiff.reporting.json_format import render_schema

SENTENCES = st.sampled_from(
    [
        "Fire broke out on the ferry on Tuesday evening.",
        "The harbour master said two people were hurt.",
        "“It may have been a spark,” Ann Roe said.",
        "She denied that the alarm had been switched off.",
        "At least 214 passengers left the ship at Port Ellery.",
        "A lorry burned on the quay.",
        "A van burned on the quay.",
    ]
)
TEXTS = st.lists(st.one_of(SENTENCES, st.text(max_size=60)), max_size=6).map("\n\n".join)
READABLE = ("table", "markdown", "csv", "html")
HIDDEN = {"Cc", "Cf", "Cs", "Co", "Zl", "Zp"}
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))


def make_documents(texts: list[str]) -> list[Document]:
    return [read_text(text, path=f"{number}.txt") for number, text in enumerate(texts)]


def compare_texts(texts: list[str]) -> Comparison:
    return compare(make_documents(texts))


@QUICK
@given(st.lists(TEXTS, min_size=1, max_size=3, unique=True))
def test_any_text_gives_a_report_that_fits_the_schema(texts: list[str]) -> None:
    """Any texts in, a valid report out, whose spans quote the texts."""
    text = render_comparison(compare_texts(texts), "json", Presentation(with_text=True))
    report = json.loads(text)
    jsonschema.Draft202012Validator(json.loads(render_schema())).validate(report)
    stored = {row["id"]: row["text"] for row in report["documents"]}
    for claim in report["claims"]:
        for span in claim["spans"]:
            assert stored[claim["document_id"]][span["start"] : span["end"]] == span["quote"]


@QUICK
@given(st.lists(TEXTS, min_size=1, max_size=3, unique=True), st.sampled_from(READABLE))
def test_nothing_hidden_reaches_a_reader(texts: list[str], format: str) -> None:
    """No control, invisible or direction-changing character of a text reaches a screen, page or cell."""
    shown = render_comparison(compare_texts(texts), format, Presentation())
    left = [char for char in shown.removeprefix("\ufeff") if unicodedata.category(char) in HIDDEN]
    assert not set(left) - {"\n", "\r"}


@QUICK
@given(st.lists(TEXTS, min_size=2, max_size=3, unique=True), st.randoms(use_true_random=False))
def test_the_order_of_the_sources_changes_nothing(texts: list[str], random: object) -> None:
    """The same documents in any order give the same bytes in every format."""
    documents = make_documents(texts)
    turned = list(documents)
    random.shuffle(turned)  # type: ignore[attr-defined]
    for format in FORMATS:
        first = render_comparison(compare(documents), format, Presentation())
        assert render_comparison(compare(turned), format, Presentation()) == first


@pytest.mark.parametrize("format", FORMATS)
def test_no_source_at_all_is_drawn(format: str) -> None:
    """A comparison of nothing has a report too."""
    assert render_comparison(compare([]), format, Presentation())
