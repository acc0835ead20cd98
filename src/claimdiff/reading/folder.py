"""Walk the inputs and read each; a bad one becomes a rejection row."""

import os
from collections.abc import Iterable
from pathlib import Path

from claimdiff.language.digest import content_id
from claimdiff.model import Block, Document, ReadResult, ReferenceDate, Rejection
from claimdiff.settings import Settings


def read_paths(paths: Iterable[str | os.PathLike[str]], settings: Settings) -> ReadResult:
    """Read every file of `paths`; folders are walked in sorted order."""
    files: list[Path] = []
    for entry in map(Path, paths):
        files += sorted(p for p in entry.rglob("*") if p.is_file()) if entry.is_dir() else [entry]
    documents: list[Document] = []
    rejections: list[Rejection] = []
    for file in sorted(files):
        try:
            text = file.read_bytes().decode("utf-8-sig")
        except (OSError, UnicodeDecodeError) as error:
            rejections.append(Rejection(str(file), "reading", str(error)))
            continue
        documents.append(_document(str(file), text))
    return ReadResult(tuple(documents), tuple(sorted(rejections)))


def _document(path: str, text: str) -> Document:
    blocks: list[Block] = []
    at = 0
    for line in text.splitlines(keepends=True):
        bare = line.strip()
        if bare:
            start = at + line.index(bare)
            blocks.append(Block(start, start + len(bare), "paragraph"))
        at += len(line)
    return Document(
        id=content_id("d", text),
        path=path,
        format="text",
        encoding="utf-8",
        text=text,
        label=Path(path).stem,
        outlet=None,
        title=None,
        published_at=None,
        reference_date=ReferenceDate(None, "none"),
        language="en",
        blocks=tuple(blocks),
        sections=(),
        skipped=(),
    )
