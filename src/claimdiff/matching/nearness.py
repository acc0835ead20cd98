"""Which terms of a vocabulary mean nearly the same, asked once a term."""


def near_terms(term: str) -> tuple[tuple[str, float], ...]:
    """Return the terms that mean nearly the same as a term, with the strength (0 to 1), sorted."""
    return ()
