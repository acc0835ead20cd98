"""Whatever the text: every claim quotes its document and nothing raises."""

from hypothesis import given, settings
from hypothesis import strategies as st

from building import build_document
from claimdiff.extraction import describe_claim, extract_claims, read_statement
from claimdiff.model import Document, ReferenceDate, Span

WORDS = (
    "the a pier boat sank sinking sunk said that who which and but after if not 12 May Monday Ada"
    " Ruiz she he it "
    "Port Ellery , . ; : ( ) “ ” \" ' – — ? ! was has been killing according to told reporters"
    " denied no 1,000 % $5m"
).split()
TEXTS = st.one_of(
    st.text(max_size=200),
    st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join),
)


def document_of(lines: list[str]) -> Document:
    """Return a document with a block for every line that has something visible."""
    text = "".join(f"{line}\n" for line in lines)
    return build_document(text, reference_date=ReferenceDate("2031-05-08", "metadata"))


@settings(max_examples=150, deadline=None)
@given(st.lists(TEXTS, max_size=4))
def test_spans_quote_their_document(lines: list[str]) -> None:
    """Spans lie in their block, sorted and apart; ids are unique; equal input gives equal claims."""
    document = document_of(lines)
    claims = extract_claims(document)
    assert len({claim.id for claim in claims}) == len(claims)
    for claim in claims:
        block = document.blocks[claim.block]
        assert claim.spans
        assert claim.spans == tuple(sorted(claim.spans))
        assert all(one.end <= two.start for one, two in zip(claim.spans, claim.spans[1:], strict=False))
        for span in claim.spans:
            assert block.start <= span.start < span.end <= block.end
            assert document.quote(span).strip()
        inner = [*(item.span for item in claim.quantities), *(day.span for day in claim.dates), *claim.quoted]
        for span in inner:
            assert any(outer.start <= span.start and span.end <= outer.end for outer in claim.spans)
    assert claims == extract_claims(document_of(lines))


@settings(max_examples=100, deadline=None)
@given(TEXTS, TEXTS)
def test_any_text_is_one_statement(text: str, context: str) -> None:
    """Scoring reads any text with any context as exactly one claim."""
    claim = read_statement(text, context)
    assert len(claim.spans) == 1


@settings(max_examples=100, deadline=None)
@given(TEXTS, st.integers(0, 50), st.integers(1, 50))
def test_any_span_can_be_described(text: str, start: int, length: int) -> None:
    """Spans that somebody else chose, also across words or white space, never raise."""
    document = document_of([text])
    if start < len(document.text):
        span = Span(start, min(len(document.text), start + length))
        assert describe_claim(document, [span]).spans == (span,)
