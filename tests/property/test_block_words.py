"""The words that attribution walks over, taken from the shared tokens, are those that it would cut itself."""

from hypothesis import given
from hypothesis import strategies as st

from claimdiff.extraction import sentence_words
from claimdiff.extraction.sentence_words import BlockWords

_BITS = st.sampled_from(
    """the ferry Ada U.S. p.m. 28km 1,000.5 28th five-day north–south – — - -- ... … ’s don’t O'Brien AT&T
    _ under_score ʼ ` ‐ ‑ “ ” ( ) ! ? . , ; : £ 5% 5-6 5–6 é e\u0301 İ ß""".split()
)
_TEXTS = st.lists(st.tuples(_BITS, st.sampled_from(["", " ", " ", "\n"])), max_size=30).map(
    lambda pairs: "".join(bit + gap for bit, gap in pairs)
)


@given(_TEXTS)
def test_shared_tokens_are_cut_as_the_words(text: str) -> None:
    """Whichever way they are found, starts, ends and lower forms are those of the words' own pattern."""
    words = BlockWords(text, 0, len(text))
    found = [match.span() for match in sentence_words._TOKEN.finditer(text)]
    assert list(zip(words.starts, words.ends, strict=True)) == found
    assert words.lowers == [text[first:last].lower().replace("’", "'") for first, last in found]
