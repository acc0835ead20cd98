"""A path, a stream or a record → Document."""

from claimdiff.reading.folder import read_paths

__all__ = ["read_paths"]
