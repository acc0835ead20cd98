"""Document → Claims."""

from claimdiff.extraction.claims import extract_claims
from claimdiff.extraction.describe import describe_claim, read_statement
from claimdiff.extraction.limits import KeptClaims, limit_claims

__all__ = ["KeptClaims", "describe_claim", "extract_claims", "limit_claims", "read_statement"]
