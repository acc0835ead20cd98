"""A path, a stream, a record or a string → Document."""

from claimdiff.reading.article import read_text
from claimdiff.reading.folder import finish_documents, read_paths, stream_paths

__all__ = ["finish_documents", "read_paths", "read_text", "stream_paths"]
