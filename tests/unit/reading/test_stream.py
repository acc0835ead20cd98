"""Streams of articles: one at a time, and finished story by story."""

import json
from pathlib import Path

from claimdiff.model import Document, Rejection
from claimdiff.reading import finish_documents, read_paths, stream_paths
from claimdiff.settings import Settings

STORY = "The northern pier of {} is closed, the board said.\nThe ferry runs from the quay.\n"


def test_stream_gives_what_reading_gives(tmp_path: Path) -> None:
    """The streamed documents, finished, are those of reading all at once."""
    rows = [json.dumps({"text": STORY.format(n), "date": f"2031-05-0{1 + n % 2}"}) for n in range(5)]
    (tmp_path / "rows.jsonl").write_text("\n".join([*rows, "{torn"]), encoding="utf-8")
    (tmp_path / "a.txt").write_text(STORY.format("A"), encoding="utf-8")
    (tmp_path / "b.txt").write_text(STORY.format("A"), encoding="utf-8")
    streamed = list(stream_paths([tmp_path], Settings()))
    whole = read_paths([tmp_path], Settings())
    documents = [read for read in streamed if isinstance(read, Document)]
    assert finish_documents(documents[::-1], Settings()) == whole.documents
    assert tuple(sorted(read for read in streamed if isinstance(read, Rejection))) == whole.rejections


def test_long_row_is_one_rejection(tmp_path: Path) -> None:
    """A row beyond the limit is turned away alone, though the file as a whole is larger too."""
    rows = [json.dumps({"text": STORY.format(n) * (40 if n == 1 else 1)}) for n in range(3)]
    (tmp_path / "rows.jsonl").write_text("\n".join(rows), encoding="utf-8")
    streamed = list(stream_paths([tmp_path], Settings(max_file_size=500)))
    assert [type(read).__name__ for read in streamed] == ["Document", "Rejection", "Document"]
    assert streamed[1].path.endswith("#2")


def test_binary_row_does_not_stop_the_rest(tmp_path: Path) -> None:
    """A row that can't be decoded is told with its number."""
    good = json.dumps({"text": STORY.format("Ellery")}).encode()
    (tmp_path / "rows.jsonl").write_bytes(good + b"\n\x00\x01\x02\n" + good + b"\n")
    streamed = list(stream_paths([tmp_path], Settings()))
    assert [type(read).__name__ for read in streamed] == ["Document", "Rejection", "Document"]


def test_empty_stream_is_told(tmp_path: Path) -> None:
    """An empty file of rows is one rejection."""
    (tmp_path / "rows.jsonl").write_bytes(b"")
    (only,) = stream_paths([tmp_path], Settings())
    assert isinstance(only, Rejection)
