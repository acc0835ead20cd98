"""What parts two claims, slot by slot: quantities, dates, places, actors, polarity, certainty, words."""


def list_words(text: str) -> frozenset[str]:
    """Return the words of a list written as running text."""
    return frozenset(text.split())
