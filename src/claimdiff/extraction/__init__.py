"""Document → Claims."""

from claimdiff.extraction.claims import extract_claims

__all__ = ["extract_claims"]
