"""Ids that derive from content, so that runs, retries and machines agree."""

from hashlib import sha256


def content_id(prefix: str, *parts: object) -> str:
    """Return `prefix-` and ten hex digits that depend on the parts alone."""
    joined = "\x1f".join(map(str, parts))
    return f"{prefix}-{sha256(joined.encode('utf-8', 'surrogatepass')).hexdigest()[:10]}"
