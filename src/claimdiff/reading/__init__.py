"""A path, a stream, a record or a string → Document."""

from claimdiff.reading.article import read_text
from claimdiff.reading.folder import read_paths

__all__ = ["read_paths", "read_text"]
