"""Document → Claims."""

from claimdiff.extraction.claims import extract_claims
from claimdiff.extraction.describe import describe_claim, read_statement

__all__ = ["describe_claim", "extract_claims", "read_statement"]
