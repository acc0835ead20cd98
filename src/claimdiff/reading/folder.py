"""All inputs → documents; a bad one becomes a rejection row and never stops the rest."""

import os
from collections.abc import Iterable, Iterator

from claimdiff.errors import ClaimdiffError, InputError
from claimdiff.model import Document, ReadResult, Rejection
from claimdiff.reading.article import (
    Article,
    build_document,
    infer_reference_dates,
    number_ids,
    open_markdown,
)
from claimdiff.reading.decoding import Decoded, UndecodableError, decode_bytes
from claimdiff.reading.english import name_other_language
from claimdiff.reading.inputs import (
    LINE_SUFFIXES,
    PAGE_SUFFIXES,
    RECORD_SUFFIXES,
    FoundFile,
    find_files,
    read_file,
    stream_lines,
)
from claimdiff.reading.labels import label_documents
from claimdiff.reading.records import looks_like_records, read_line, read_records
from claimdiff.settings import Settings


def read_paths(paths: Iterable[str | os.PathLike[str]], settings: Settings) -> ReadResult:
    """Read every article behind `paths`: files, folders, globs, "-" for standard input.

    Returns the documents sorted by path, labels and ids unique, reference dates inferred from companions
    where a document gives none; and one rejection for each input that could not be used. Never raises for
    what a file is or holds.
    """
    found = find_files(paths)
    documents: list[Document] = []
    rejections = list(found.rejections)
    for file in found.files:
        for read in _read_file(file, settings.max_file_size):
            if isinstance(read, Rejection):
                rejections.append(read)
            else:
                documents.append(read)
    return ReadResult(finish_documents(documents, settings), tuple(sorted(rejections)))


def stream_paths(
    paths: Iterable[str | os.PathLike[str]], settings: Settings
) -> Iterator[Document | Rejection]:
    """Yield every article and rejection behind `paths`, one file in memory at a time, JSON lines row by row.

    `settings.max_file_size` bounds a row of JSON lines instead of that file. Ids depend on the text alone,
    labels are not unique, and no date is inferred: `finish_documents` does that for the documents of a story.
    """
    found = find_files(paths)
    yield from found.rejections
    for file in found.files:
        if os.path.splitext(file.path)[1].lower() in LINE_SUFFIXES:
            yield from _stream_lines(file, settings.max_file_size)
        else:
            yield from _read_file(file, settings.max_file_size)


def finish_documents(documents: Iterable[Document], settings: Settings) -> tuple[Document, ...]:
    """Return the documents of one story sorted by path, ids and labels unique, missing dates inferred."""
    ordered = sorted(documents, key=lambda document: (*_order_path(document.path), document.id))
    return label_documents(infer_reference_dates(number_ids(ordered)), settings.labels)


def _stream_lines(file: FoundFile, limit: int) -> Iterator[Document | Rejection]:
    number = 0
    try:
        for number, data in enumerate(stream_lines(file.location, limit), 1):
            if data is None:
                yield Rejection(
                    f"{file.path}#{number}",
                    "reading",
                    f"line {number} is larger than {limit:,} bytes; shorten it",
                )
            elif data.strip():
                yield _read_row(file.path, number, data)
    except InputError as error:
        yield Rejection(file.path, "reading", str(error))
        return
    if number == 0:
        yield Rejection(file.path, "reading", "empty, no text in it; give the article's text")


def _read_row(path: str, number: int, data: bytes) -> Document | Rejection:
    try:
        read = read_line(path, number, decode_bytes(data))
    except UndecodableError as error:
        return Rejection(f"{path}#{number}", "reading", f"line {number}: {error}")
    return read if isinstance(read, Rejection) else _accept(read)


def _read_file(file: FoundFile, limit: int) -> Iterator[Document | Rejection]:
    try:
        data = read_file(file.location, limit)
        if not data.strip():
            yield Rejection(file.path, "reading", "empty, no text in it; give the article's text")
            return
        articles = list(_read_articles(file, data))
    except ClaimdiffError as error:
        yield Rejection(file.path, "reading", str(error))
        return
    for article in articles:
        yield article if isinstance(article, Rejection) else _accept(article)


def _read_articles(file: FoundFile, data: bytes) -> Iterator[Article | Rejection]:
    suffix = os.path.splitext(file.path)[1].lower()
    if suffix in PAGE_SUFFIXES:
        from claimdiff.reading.html_format import read_page

        yield read_page(file.path, data)
        return
    if suffix == ".pdf" or data.startswith(b"%PDF-"):
        from claimdiff.reading.pdf_format import read_pdf

        yield read_pdf(file.path, data)
        return
    if suffix == ".docx":
        from claimdiff.reading.docx_format import read_docx

        yield read_docx(file.path, data)
        return
    decoded = decode_bytes(data)
    if suffix in RECORD_SUFFIXES or (file.location == "-" and looks_like_records(decoded.text)):
        yield from read_records(file.path, decoded, lines=suffix in LINE_SUFFIXES)
    elif suffix in (".md", ".markdown"):
        yield open_markdown(_make_article(file, decoded, "markdown"))
    else:
        yield _make_article(file, decoded, "text")


def _make_article(file: FoundFile, decoded: Decoded, format_name: str) -> Article:
    return Article(path=file.path, text=decoded.text, format=format_name, encoding=decoded.encoding)


def _accept(article: Article) -> Document | Rejection:
    body = article.text[article.start :]
    if not body.strip():
        return Rejection(article.path, "reading", "blank, no text in it; give the article's text")
    language = name_other_language(body)
    if language is not None:
        reason = f"not English (it looks like {language}); claimdiff reads English, so give a translation"
        return Rejection(article.path, "language", reason)
    return build_document(article)


def _order_path(path: str) -> tuple[str, int]:
    """Order the records of a file by number, files by name."""
    name, mark, number = path.rpartition("#")
    return (name, int(number)) if mark and number.isdecimal() and len(number) < 12 else (path, 0)
