"""What words mean the same, the opposite, or exclude each other."""

import pytest

from claimdiff.language.lexicon import antonyms, exclusive_class, same_meaning, synonyms


@pytest.mark.parametrize(
    ("left", "right", "least"),
    [
        ("attack", "attacks", 1.0),
        ("denial", "denied", 0.9),
        ("Chinese", "Beijing", 0.85),
        ("truck", "lorries", 0.8),
        ("3", "three", 1.0),
        ("twenti", "20", 1.0),
        ("chine", "china", 0.85),
        ("January", "Jan", 0.9),
        ("wounded", "injuring", 0.8),
    ],
)
def test_same_meaning_is_graded(left: str, right: str, least: float) -> None:
    """Inflection, word formation, countries and synonyms score in that order."""
    assert same_meaning(left, right) >= least


@pytest.mark.parametrize(("left", "right"), [("truck", "car"), ("boat", "harbour"), ("us", "american")])
def test_other_words_mean_other_things(left: str, right: str) -> None:
    """Words without a common group score nothing."""
    assert same_meaning(left, right) == 0.0


def test_meaning_is_symmetric() -> None:
    """The order of the two words does not matter."""
    assert same_meaning("blast", "explosion") == same_meaning("explosion", "blast") > 0


def test_synonyms_leave_the_word_itself_out() -> None:
    """A word is not its own synonym."""
    assert "truck" not in synonyms("trucks")
    assert "lorry" in synonyms("trucks")


@pytest.mark.parametrize(
    ("left", "right"), [("rose", "fell"), ("accepts", "rejected"), ("won", "lost"), ("before", "after")]
)
def test_opposites_in_any_inflection(left: str, right: str) -> None:
    """Opposites are found both ways round and inflected."""
    assert antonyms(left, right)
    assert antonyms(right, left)


def test_a_word_is_not_its_own_opposite() -> None:
    """A word and its inflections never oppose each other."""
    assert not antonyms("rise", "rose")


@pytest.mark.parametrize(
    ("left", "right", "name"),
    [
        ("truck", "car", "vehicle"),
        ("Friday", "Monday", "weekday"),
        ("truck", "lorry", None),
        ("truck", "Monday", None),
        ("brother", "sisters", "family"),
    ],
)
def test_classes_hold_what_excludes_each_other(left: str, right: str, name: str | None) -> None:
    """Two members of one class exclude each other; two names of one member do not."""
    assert exclusive_class(left, right) == name
