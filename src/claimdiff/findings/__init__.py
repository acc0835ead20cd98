"""Facts → agreement, omissions, contradictions, quotations, origins."""

from claimdiff.findings.story import Findings, find_all

__all__ = ["Findings", "find_all"]
