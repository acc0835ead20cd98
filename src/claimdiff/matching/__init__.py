"""Claims → Facts."""

from claimdiff.matching.facts import match_claims

__all__ = ["match_claims"]
