"""Claims → Facts."""

from claimdiff.matching.explanation import Explanation, explain_pair
from claimdiff.matching.facts import match_claims
from claimdiff.matching.score import score_pair

__all__ = ["Explanation", "explain_pair", "match_claims", "score_pair"]
