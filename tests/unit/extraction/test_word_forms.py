"""What is known of a word by its form alone, and the flags of words that rules ask for."""

from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.word_forms import DIGITS, DOUBTFUL, FORMS, watch


def test_a_watched_word_has_its_flag_alone_and_inside_a_compound() -> None:
    """A rule that skips what lacks its flag misses neither "tideline" nor "Tideline's"."""
    flag = watch(["tideline"])
    for word in ("tideline", "Tideline", "tideline-wide", "Tideline’s", "mid-tideline"):
        assert FORMS[word][3] & flag
    assert not FORMS["tidelines"][3] & flag


def test_a_word_with_rare_marks_has_every_flag_that_is_watched() -> None:
    """Where attribution may cut a word otherwise, no rule skips it."""
    flag = watch(["quayside"])
    assert FORMS["harbour‑side"][3] & flag


def test_watching_words_renews_what_was_known_before() -> None:
    """A word met before its flag was given has it afterwards."""
    before = FORMS["breakwater"][3]
    flag = watch(["breakwater"])
    assert not before & flag
    assert FORMS["breakwater"][3] & flag


def test_a_block_knows_the_flags_of_all_its_tokens() -> None:
    """The flags met in a block are those of its words."""
    words = BlockWords("The ferry sank in 1998.", 0, 23)
    assert words.met & DIGITS
    assert not BlockWords("The ferry sank.", 0, 15).met & DIGITS


def test_a_capital_makes_the_tag_of_a_plain_word_doubtful() -> None:
    """A noun in small letters keeps its class, the same word with a capital may be a name."""
    assert not FORMS["harbour"][3] & DOUBTFUL
    assert FORMS["Harbour"][3] & DOUBTFUL
