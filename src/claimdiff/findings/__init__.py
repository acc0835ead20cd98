"""Facts → agreement, omissions, contradictions, quotations, origins."""

from claimdiff.findings.revisions import find_revisions
from claimdiff.findings.story import Findings, find_all
from claimdiff.findings.timeline import build_timeline

__all__ = ["Findings", "build_timeline", "find_all", "find_revisions"]
