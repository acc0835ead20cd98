"""References hold for any text: they quote their document, keep its order, and never raise."""

from hypothesis import given
from hypothesis import strategies as st

from building import build_document
from claimdiff.extraction.references import resolve_references
from claimdiff.model import Block, Document, Span

PIECES = st.sampled_from(
    "Mayor|Maria Holm|Holm|Peter Dahl|he|She|his|her|said|.|,|“|”|the mayor|the company|Northwind Inc."
    "|it|We|I’m"
    "|Paris|France|the 41-year-old|woman|’s|'s|and|of|\u202e|\x00|é|İ|US|the|The minister|told|him|\n".split(
        "|"
    )
)
TEXTS = st.one_of(st.text(min_size=1, max_size=120), st.lists(PIECES, min_size=1, max_size=40).map(" ".join))


def wrap(text: str) -> Document:
    return build_document(text, blocks=(Block(0, len(text), "paragraph"),))


@given(TEXTS, st.sampled_from((None, "Maria Holm", "Northwind Inc", "")))
def test_any_text_can_be_rewritten(text: str, speaker: str | None) -> None:
    """Rewriting gives one line, the same each time, whatever the text and the speaker."""
    document = wrap(text)
    references = resolve_references(document)
    spans = [Span(0, len(text))]
    first = references.rewrite(spans, speaker, teller=speaker)
    assert first == resolve_references(document).rewrite(spans, speaker, teller=speaker)
    assert first == " ".join(first.split())


@given(TEXTS)
def test_names_lead_to_names(text: str) -> None:
    """The fullest name of a fullest name is itself."""
    references = resolve_references(wrap(text))
    for word in text.split():
        full = references.fullest_name(word)
        assert references.fullest_name(full) == full
