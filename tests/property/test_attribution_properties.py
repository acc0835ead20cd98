"""Attribution on any text: spans quote their document, nothing is raised, results repeat."""

from itertools import pairwise

from hypothesis import given, settings
from hypothesis import strategies as st

from building import build_document, lay_blocks
from claimdiff.extraction.attribution import find_attributions
from claimdiff.extraction.quotations import find_quoted
from claimdiff.extraction.sentences import split_sentences
from claimdiff.model import Document

_PIECES = st.sampled_from(
    [*"“”\"'’-—…:() \n", ", ", ". ", "! ", "Voss", "said", "told", "that", "he", "according to", "the pier",
     "claim", "We", "adding", "Mara Voss", "was", "U.S."]
)  # fmt: skip
_TEXTS = st.one_of(st.text(max_size=120), st.lists(_PIECES, max_size=40).map(" ".join))


def make_document(text: str) -> Document:
    return build_document(text, blocks=lay_blocks(text, "title"))


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_attributions_quote_their_document(text: str) -> None:
    """Every span lies inside the text, content is sorted and apart from itself, and blocks exist."""
    document = make_document(text)
    for attitudes in (False, True):
        for row in find_attributions(document, attitudes=attitudes):
            assert row.content
            spans = [*row.content, *row.speaker_spans, *row.cue_spans, *row.frame]
            assert all(0 <= span.start < span.end <= len(text) for span in spans)
            assert all(left.end <= right.start for left, right in pairwise(row.content))
            assert row.block in row.blocks or not row.blocks or row.block < min(row.blocks)
            assert all(0 <= number < len(document.blocks) for number in row.blocks)


@given(_TEXTS)
@settings(max_examples=60, deadline=None)
def test_attribution_is_deterministic(text: str) -> None:
    """Reading the same document twice gives equal values."""
    document = make_document(text)
    assert find_attributions(document) == find_attributions(document)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_sentences_cover_every_visible_character(text: str) -> None:
    """Sentences are sorted, apart, trimmed, and leave only white space out."""
    spans = split_sentences(text)
    covered = "".join(text[span.start : span.end] for span in spans)
    assert "".join(covered.split()) == "".join(text.split())
    assert all(left.end <= right.start for left, right in pairwise(spans))
    assert all(text[span.start : span.end] == text[span.start : span.end].strip() for span in spans)


@given(_TEXTS)
@settings(max_examples=150, deadline=None)
def test_quotations_lie_inside_their_marks(text: str) -> None:
    """Inner spans are never empty and lie inside their outer spans, which lie inside the text."""
    for span in find_quoted(text):
        assert 0 <= span.outer_start <= span.start < span.end <= span.outer_end <= len(text)
