"""Tokens: true offsets, words kept whole, folded copies."""

from claimdiff.language.tokens import content_words, fold, strip_possessive, tokenize


def words(text: str) -> list[str]:
    return [token.text for token in tokenize(text)]


def test_every_token_stands_at_its_offsets() -> None:
    """A token's text is what the document has at its offsets."""
    text = "Harbour chief Ada Moro's ferry didn’t sail – 1,200 people waited."
    assert all(text[token.start : token.end] == token.text for token in tokenize(text))


def test_words_keep_apostrophes_and_hyphens() -> None:
    """Contractions, possessives and compounds are one token each."""
    assert words("They don't like Moro's three-day trip") == [
        "They",
        "don't",
        "like",
        "Moro's",
        "three-day",
        "trip",
    ]


def test_initials_and_numbers_stay_whole() -> None:
    """Dotted initials keep their full stops, numbers their commas and point, money its sign apart."""
    assert words("The U.S. paid $1.5bn for 1,000.5 tons") == [
        "The",
        "U.S.",
        "paid",
        "$",
        "1.5",
        "bn",
        "for",
        "1,000.5",
        "tons",
    ]


def test_a_window_gives_offsets_into_the_whole_text() -> None:
    """Tokens of a stretch count from the beginning of the whole text."""
    assert [token.start for token in tokenize("one two three", 4, 7)] == [4]


def test_fold_is_for_comparison() -> None:
    """Case, accents, curly quotes and long dashes do not matter in folded copies."""
    assert fold("Räikkönen’s “Café”—NOW") == fold('raikkonen\'s "cafe"-now')


def test_possessives_come_off() -> None:
    """A final 's or apostrophe is no part of the name."""
    assert [strip_possessive(word) for word in ("Moro's", "Moros’", "Moro")] == ["Moro", "Moros", "Moro"]


def test_content_words_know_the_country_from_the_pronoun() -> None:
    """ "US" is a country, "us" carries no meaning."""
    assert content_words("The US told us") == ["u.s.", "told"]


def test_content_words_read_numbers_without_commas() -> None:
    """1,200 and 1200 are one word."""
    assert content_words("1,200 boats") == content_words("1200 boats")
