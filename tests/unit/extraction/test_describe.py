"""Every slot of a claim, for evidence spans that somebody else chose."""

import pytest

from building import build_document, find_span
from claimdiff.extraction import describe_claim, extract_claims, read_statement
from claimdiff.model import Document, ReferenceDate, Span

TEXT = "“Nobody was hurt,” mayor Ada Ruiz said. The storm, which came on Friday, may have sunk nine boats."


@pytest.fixture
def document() -> Document:
    """A paragraph with a quotation and a hedge."""
    return build_document(TEXT, reference_date=ReferenceDate("2031-05-12", "metadata"))


def span_of(words: str) -> Span:
    """Return where the words stand in TEXT."""
    return find_span(TEXT, words)


def test_direct_speech_has_speaker_quoted_span_and_negation(document: Document) -> None:
    """A quotation is direct, quoted as a whole, and “nobody” negates it."""
    claim = describe_claim(document, [span_of("Nobody was hurt")])
    assert claim.speech == "direct"
    assert claim.speaker is not None
    assert "Ruiz" in claim.speaker.name
    assert [document.quote(span).rstrip(",") for span in claim.quoted] == ["Nobody was hurt"]
    assert (claim.polarity, claim.negations) == ("negated", ("Nobody",))


def test_a_hedge_is_found_and_a_missing_subject_put_in_front(document: Document) -> None:
    """“may have sunk” is hedged, and its statement says what may have."""
    claim = describe_claim(document, [span_of("may have sunk nine boats")])
    assert (claim.certainty, claim.hedges) == ("hedged", ("may",))
    assert claim.statement == "The storm may have sunk nine boats"
    assert claim.speech == "narration"


def test_a_relative_clause_is_about_the_noun_before_it(document: Document) -> None:
    """“which came” says what came."""
    claim = describe_claim(document, [span_of("which came on Friday")])
    assert claim.statement == "The storm came on Friday"


def test_spans_are_sorted_and_kept(document: Document) -> None:
    """Evidence may lie apart; the order it is given in does not matter."""
    one, two = span_of("The storm"), span_of("may have sunk nine boats")
    assert describe_claim(document, [two, one]) == describe_claim(document, [one, two])
    assert describe_claim(document, [two, one]).spans == (one, two)


def test_ordinal_tells_equal_spans_apart(document: Document) -> None:
    """Two claims on the same words differ in their id only."""
    one = describe_claim(document, [span_of("The storm")])
    two = describe_claim(document, [span_of("The storm")], ordinal=1)
    assert one.id != two.id


def test_no_spans_is_an_error(document: Document) -> None:
    """A claim without evidence is a mistake of the caller."""
    with pytest.raises(ValueError, match="at least one span"):
        describe_claim(document, [])


def test_described_as_extracted(document: Document) -> None:
    """Describing an extracted claim's spans again gives the same claim."""
    claims = extract_claims(document)
    assert len(claims) > 2
    for claim in claims:
        assert describe_claim(document, claim.spans, presupposed=claim.presupposed) == claim


def test_one_text_is_one_claim() -> None:
    """A statement of two clauses stays one claim for scoring."""
    claim = read_statement("Nine boats sank and the pier fell.")
    assert len(claim.spans) == 1
    assert [item.value for item in claim.quantities] == [9.0]


def test_context_resolves_a_pronoun() -> None:
    """What came before says who “he” is."""
    claim = read_statement(
        "He resigned on Friday.", "Peter Moro ran the harbour of Port Ellery for ten years."
    )
    assert claim.statement.startswith("Peter Moro resigned")


@pytest.mark.parametrize("text", ["", "   ", "?", "\u202e", "…"])
def test_any_text_makes_a_claim(text: str) -> None:
    """Nothing is too small or odd to be read."""
    claim = read_statement(text)
    assert claim.spans[0].end > claim.spans[0].start


@pytest.mark.parametrize(
    ("verb", "certainty"),
    [("suspected", "hedged"), ("feared", "hedged"), ("assumed", "hedged"), ("said", "asserted")],
)
def test_what_somebody_only_guesses_is_hedged(verb: str, certainty: str) -> None:
    """Who suspects, fears or assumes a thing does not vouch for it; who says it does."""
    claims = extract_claims(build_document(f"Peter Moro {verb} that the crew had left the hatch open."))
    assert [(claim.certainty, claim.statement) for claim in claims] == [
        (certainty, "The crew had left the hatch open")
    ]


def test_an_impersonal_fear_is_a_hedge() -> None:
    """“It is feared that” names nobody and leaves the claim uncertain."""
    text = "It is feared that nine boats were lost in the storm."
    claims = extract_claims(build_document(text))
    assert [claim.certainty for claim in claims] == ["hedged"]
