"""How much a word says: rare words more than common ones, and the list of common ones is up to date."""

from claimdiff.language.stems import family
from claimdiff.matching.weights import Weights, _background


def test_the_listed_words_are_families() -> None:
    """The words of the list are families as families are made today, else no term would ever meet them.

    A family's own family may be shorter still ("agreement", "agree"): a few such are no sign of age.
    """
    listed = _background()
    assert len(listed) > 1000
    assert sum(family(word) != word for word in listed) < 0.01 * len(listed)


def test_a_word_of_many_claims_weighs_less() -> None:
    """Within a story a term that many claims hold tells less than one that stands in a single claim."""
    weights = Weights.from_texts([("quay", "fire"), ("quay", "van"), ("quay", "lorry"), ("boat",)])
    assert weights.of("quay") < weights.of("lorry")


def test_without_a_story_common_news_words_weigh_least() -> None:
    """A year is told of in any news, a trawler in few."""
    weights = Weights.from_texts(())
    assert weights.of(family("year")) < weights.of(family("harbour")) <= weights.of(family("trawler"))
