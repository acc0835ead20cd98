"""Word documents → text, by python-docx (extra `docx`): paragraphs and table rows in order.

Offsets count in that text: one line a paragraph, the cells of a table row parted by " | ".
"""

import io
import zipfile
from typing import Any

from claimdiff.errors import MissingExtraError
from claimdiff.reading.article import Article, Metadata
from claimdiff.reading.decoding import UndecodableError, replace_surrogates

_MOST_PARTS = 5_000
_LARGEST_XML = 8_000_000
_LARGEST_TOTAL = 300_000_000
_OLD_OFFICE = b"\xd0\xcf\x11\xe0"


def read_docx(path: str, data: bytes) -> Article:
    """Return the article of a Word document.

    Raises:
        MissingExtraError: python-docx is not installed.
        UndecodableError: the file is encrypted, damaged, unpacks to too much, or holds no text.
    """
    try:
        import docx
    except ImportError as error:
        raise MissingExtraError("DOCX needs an extra; run: pip install 'claimdiff[docx]'") from error
    if data.startswith(_OLD_OFFICE):
        raise UndecodableError("an encrypted or old Word file; save it as .docx without a password")
    _check_size(data)
    try:
        document = docx.Document(io.BytesIO(data))
        lines, title, headings = _read_lines(document)
    except Exception as error:  # whatever a hostile file makes the parser raise, the other files are read
        raise UndecodableError("the Word file is damaged; save it again or give the text") from error
    text = replace_surrogates("\n".join(lines))
    if not text.strip():
        raise UndecodableError("the Word file holds no text; give the text")
    return Article(
        path=path,
        text=text,
        format="docx",
        encoding="docx",
        metadata=Metadata(title=title),
        headings=tuple(headings),
    )


def _check_size(data: bytes) -> None:
    """Refuse an archive that unpacks to far more than it is, before anything is unpacked."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, OSError) as error:
        raise UndecodableError(
            "the Word file is damaged or cut off; save it again or give the text"
        ) from error
    largest = max(
        (part.file_size for part in parts if not part.filename.startswith("word/media/")), default=0
    )
    total = sum(part.file_size for part in parts)
    if len(parts) > _MOST_PARTS or largest > _LARGEST_XML or total > _LARGEST_TOTAL:
        raise UndecodableError("the Word file unpacks to more than it should; give the text")
    if any(part.flag_bits & 1 for part in parts):
        raise UndecodableError("the Word file is encrypted; save it without a password")


def _read_lines(document: Any) -> tuple[list[str], str | None, list[str]]:
    lines: list[str] = []
    headings: list[str] = []
    title = None
    styles = {style.style_id: style.name or "" for style in document.styles}
    for block in document.iter_inner_content():
        if hasattr(block, "rows"):
            lines += _read_table(block)
            continue
        text = " ".join(block.text.replace("\n", " ").split())
        if not text:
            continue
        style = styles.get(block._p.style or "", "")
        if style == "Title" or (style == "Heading 1" and title is None and not lines):
            title = title or text
        elif style.startswith("Heading"):
            headings.append(text)
        lines.append(text)
    return lines, title, headings


def _read_table(table: Any) -> list[str]:
    """Return one line for each row; a merged cell counts once."""
    lines = []
    for row in table.rows:
        cells: list[str] = []
        before = None
        for cell in row.cells:
            if cell._tc is before:
                continue
            before = cell._tc
            text = " ".join(cell.text.split())
            if text:
                cells.append(text)
        if cells:
            lines.append(" | ".join(cells))
    return lines
