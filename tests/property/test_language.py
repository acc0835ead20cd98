"""What holds of the language functions for any text."""

import datetime

from hypothesis import example, given
from hypothesis import strategies as st

from claimdiff.language.calendar import find_dates
from claimdiff.language.lexicon import antonyms, exclusive_class, same_meaning
from claimdiff.language.names import find_names, same_name
from claimdiff.language.numerals import find_quantities
from claimdiff.language.stems import family, stem
from claimdiff.language.tokens import content_words, fold, tokenize
from claimdiff.language.wholeness import HOLLOW, LEANING, TORN, WHOLE, rate_statement

PIECES = st.sampled_from(
    "at least|one|a|half|million|$|5|1,000|-|%|Friday|May|2016|last|week|the|President|Moro|of|and|’s|“|he|."
    "|\n|from|to|ago|two|dozen|12:30|p.m.|é|١٢|99999999999999999999|th|'|nearly|third|lap|U.S.|\u202e|ß|İ".split(
        "|"
    )
)
TEXTS = st.one_of(
    st.text(max_size=200), st.lists(PIECES, max_size=40).map(" ".join), st.lists(PIECES).map("".join)
)
DAYS = st.one_of(st.none(), st.dates())


@given(TEXTS)
def test_tokens_are_in_order_and_true(text: str) -> None:
    """Tokens quote the text, do not overlap, and leave out nothing but white space."""
    position = 0
    for token in tokenize(text):
        assert text[position : token.start].strip() == ""
        assert text[token.start : token.end] == token.text
        position = token.end
    assert text[position:].strip() == ""


@given(TEXTS)
def test_quantities_lie_apart_and_are_finite(text: str) -> None:
    """Quantities are sorted, apart, inside the text, and finite numbers."""
    position = 0
    for found in find_quantities(text):
        assert position <= found.start < found.end <= len(text)
        assert found.value == found.value and abs(found.value) < 1e30
        assert found.high is None or found.high > found.value
        position = found.end


@given(TEXTS, DAYS)
def test_dates_lie_apart_and_run_forward(text: str, reference: datetime.date | None) -> None:
    """Dates are sorted, apart, inside the text; both ends are known or none, first before last."""
    position = 0
    for found in find_dates(text, reference):
        assert position <= found.start < found.end <= len(text)
        assert (found.first is None) == (found.last is None)
        assert found.first is None or found.last is None or found.first <= found.last
        position = found.end


@given(TEXTS)
def test_names_quote_the_text(text: str) -> None:
    """Names are sorted, apart and verbatim."""
    position = 0
    for name in find_names(text):
        assert position <= name.start < name.end
        assert text[name.start : name.end] == name.text
        position = name.end


@given(st.text(max_size=30), st.text(max_size=30))
def test_relations_are_symmetric(left: str, right: str) -> None:
    """Same meaning, opposites, classes and names do not depend on the order of the two words."""
    assert same_meaning(left, right) == same_meaning(right, left)
    assert antonyms(left, right) == antonyms(right, left)
    assert exclusive_class(left, right) == exclusive_class(right, left)
    assert same_name(left, right) == same_name(right, left)


@given(st.text(max_size=60))
@example("\u0149")
def test_keys_are_stable(text: str) -> None:
    """Folding twice changes nothing more; stems and families never raise."""
    assert fold(fold(text)) == fold(text)
    assert isinstance(stem(text), str) and isinstance(family(text), str)
    assert all(isinstance(word, str) for word in content_words(text))


@given(
    st.sampled_from(("increased", "released", "becoming", "universities", "denial", "explosions"))
    | st.text(max_size=12)
)
def test_a_stem_has_the_family_of_its_word(word: str) -> None:
    """Asking by stem or by word gives one family."""
    assert family(stem(word)) == family(word)


@given(TEXTS)
@example("’re ’ll … ’ve")
@example("— said, said — ’re")
def test_any_statement_has_a_rate(text: str) -> None:
    """Any text is rated, and blanks around it and inside it make no difference."""
    assert rate_statement(text) in (WHOLE, LEANING, TORN, HOLLOW)
    assert rate_statement(f" {text}\n") == rate_statement(" ".join(text.split()))
