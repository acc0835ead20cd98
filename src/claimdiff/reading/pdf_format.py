"""PDF → text, by pypdfium2 (extra `pdf`): lines by their place on the page, rebuilt into paragraphs.

No tool keeps a PDF's paragraphs. Lines come in reading order (columns too); a wider gap, another letter size,
an indent, or a short line that ends a sentence parts two paragraphs. Lines at the edge that repeat on other
pages, and page numbers, are dropped; words broken by a hyphen are joined. Offsets count in that text.
"""

import re
import zlib
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Any

from claimdiff.errors import MissingExtraError
from claimdiff.reading.article import Article, Metadata
from claimdiff.reading.decoding import UndecodableError, replace_surrogates
from claimdiff.reading.lines import has_final_stop

_MOST_PAGES = 400
_MOST_CHARACTERS = 5_000_000
_LARGEST_UNPACKED = 150_000_000
_MOST_STREAMS = 20_000
_CHUNK = 1_000_000
_STREAM = re.compile(rb"stream\r?\n(?=[\x08\x18\x28\x38\x48\x58\x68\x78])")
_EDGE = 0.1
_PAGE_NUMBER = re.compile(r"(?:page\s*)?[-–—]?\s*\d{1,4}\s*[-–—]?(?:\s*(?:of|/)\s*\d{1,4})?$", re.I)
_DIGITS = re.compile(r"\d+")
_BREAK = re.compile(r"\r\n|[\r\n\ufffe\x02]")
_BROKEN_WORD = ("\ufffe", "\x02", "\u00ad")
_TITLE_SIZE = 1.25
_HEADING_SIZE = 1.12
_OTHER_SIZE = 0.12
_WIDE_GAP = 1.35
_BULLETS = "•▪◦‣∙"


@dataclass(frozen=True)
class _Line:
    """A line of a page in points; `size` is the height of its letters, `broken` says that a word goes on."""

    page: int
    text: str
    left: float
    right: float
    bottom: float
    size: float
    edge: bool
    broken: bool


@dataclass
class _Paragraph:
    text: str
    size: float
    page: int


def read_pdf(path: str, data: bytes) -> Article:
    """Return the article of a PDF.

    Raises:
        MissingExtraError: pypdfium2 is not installed.
        UndecodableError: the file is encrypted, damaged, too long, or holds no text.
    """
    try:
        import pypdfium2
    except ImportError as error:
        raise MissingExtraError("PDF needs an extra; run: pip install 'claimdiff[pdf]'") from error
    _check_size(data)
    try:
        file = pypdfium2.PdfDocument(data)
    except Exception as error:  # whatever the parser makes of a hostile file, the other files are read
        if "password" in str(error).lower() or "security" in str(error).lower():
            raise UndecodableError("the PDF is encrypted; save a copy without a password") from error
        raise UndecodableError("the PDF is damaged or cut off; save it again or give the text") from error
    try:
        lines = _read_lines(file)
    except UndecodableError:
        raise
    except Exception as error:
        raise UndecodableError("a page of the PDF is damaged; save it again or give the text") from error
    finally:
        file.close()
    paragraphs = _join_lines(_drop_running_lines(lines))
    text = "\n\n".join(paragraph.text for paragraph in paragraphs)
    if not text.strip():
        raise UndecodableError("the PDF holds no text (a scan?); give the text")
    title = _find_title(paragraphs)
    headings = _find_headings(paragraphs)
    return Article(
        path=path, text=text, format="pdf", encoding="pdf", metadata=Metadata(title=title), headings=headings
    )


def _check_size(data: bytes) -> None:
    """Refuse a PDF whose packed streams unpack to far more than an article's, before the parser does it."""
    unpacked = 0
    for number, match in enumerate(_STREAM.finditer(data)):
        if number > _MOST_STREAMS:
            raise UndecodableError(f"the PDF has more than {_MOST_STREAMS:,} streams; give the text")
        unpacker = zlib.decompressobj()
        at = match.end() + 1024
        packed = data[match.end() : at]
        try:
            while packed and not unpacker.eof:
                unpacked += len(unpacker.decompress(packed, _CHUNK))
                if unpacked > _LARGEST_UNPACKED:
                    raise UndecodableError("the PDF unpacks to more than it should; give the text")
                packed = unpacker.unconsumed_tail or data[at : at + _CHUNK]
                at += 0 if unpacker.unconsumed_tail else _CHUNK
        except zlib.error:
            continue


def _read_lines(file: Any) -> list[_Line]:
    if len(file) > _MOST_PAGES:
        raise UndecodableError(f"the PDF has more than {_MOST_PAGES} pages; give the article's pages alone")
    lines: list[_Line] = []
    characters = 0
    for number in range(len(file)):
        page = file[number]
        content = page.get_textpage()
        text = content.get_text_range()
        characters += len(text)
        if characters > _MOST_CHARACTERS:
            raise UndecodableError(f"the PDF holds more than {_MOST_CHARACTERS:,} characters; give less")
        lines += _read_page_lines(content, text, number, page.get_height())
        content.close()
        page.close()
    return lines


def _read_page_lines(content: Any, text: str, number: int, height: float) -> list[_Line]:
    lines: list[_Line] = []
    count = content.count_chars()
    at = 0
    while at < len(text):
        match = _BREAK.search(text, at)
        end = match.start() if match else len(text)
        bare = text[at:end].strip()
        if bare:
            first = at + len(text[at:end]) - len(text[at:end].lstrip())
            last = first + len(bare) - 1
            left, bottom, _, top = content.get_charbox(min(first, count - 1), loose=True)
            right = content.get_charbox(min(last, count - 1), loose=True)[2]
            middle = (bottom + top) / 2
            broken = (match is not None and match.group() in _BROKEN_WORD) or bare.endswith("\u00ad")
            edge = middle > height * (1 - _EDGE) or middle < height * _EDGE
            clean = replace_surrogates(bare.rstrip("\u00ad").replace("\x00", " "))
            lines.append(_Line(number, clean, left, right, bottom, max(top - bottom, 0.1), edge, broken))
        at = match.end() if match else len(text)
    return lines


def _drop_running_lines(lines: list[_Line]) -> list[_Line]:
    """Drop headers, footers and page numbers: edge lines that stand on several pages, figures aside."""
    pages = len({line.page for line in lines})
    seen = Counter(key for key in {(_fold_running(line.text), line.page) for line in lines if line.edge})
    repeats = Counter(text for text, _page in seen)
    return [
        line
        for line in lines
        if not line.edge
        or not (
            _PAGE_NUMBER.match(line.text)
            or (pages > 1 and repeats[_fold_running(line.text)] >= max(2, 0.4 * pages))
        )
    ]


def _fold_running(text: str) -> str:
    return _DIGITS.sub("#", " ".join(text.lower().split()))


def _join_lines(lines: list[_Line]) -> list[_Paragraph]:
    if not lines:
        return []
    leading = _measure_leading(lines)
    edges = _measure_columns(lines)
    hyphened = {word.lower() for line in lines for word in re.findall(r"\w+-\w+", line.text)}
    paragraphs = [_Paragraph(lines[0].text, lines[0].size, lines[0].page)]
    for before, line in pairwise(lines):
        current = paragraphs[-1]
        if before.broken and not _differs(before.size, line.size):
            current.text = _join_word(current.text, line.text, hyphened)
        elif _parts(before, line, leading, edges):
            paragraphs.append(_Paragraph(line.text, line.size, line.page))
        else:
            current.text = f"{current.text} {line.text}"
    return paragraphs


def _measure_leading(lines: list[_Line]) -> float:
    """Return the usual distance of two lines, as a multiple of the letters' size."""
    steps = [
        (before.bottom - line.bottom) / before.size
        for before, line in pairwise(lines)
        if before.page == line.page and 0.5 < (before.bottom - line.bottom) / before.size < 2.5
    ]
    return median(steps) if steps else 1.2


def _measure_columns(lines: list[_Line]) -> dict[tuple[int, int], float]:
    """Return how far to the right the lines reach that start at about the same place of a page."""
    edges: dict[tuple[int, int], float] = {}
    for line in lines:
        key = (line.page, round(line.left / 40))
        edges[key] = max(edges.get(key, 0.0), line.right)
    return edges


def _parts(before: _Line, line: _Line, leading: float, edges: dict[tuple[int, int], float]) -> bool:
    """Tell whether two lines belong to different paragraphs."""
    ended = has_final_stop(before.text)
    reach = edges[(before.page, round(before.left / 40))]
    short = before.right < reach - 0.15 * max(reach - before.left, 1.0) - line.size
    step = (before.bottom - line.bottom) / before.size
    goes_on = not ended and not short and line.text[0].islower()
    if line.text[0] in _BULLETS:
        return True
    if _differs(before.size, line.size) and not (goes_on and step < 2 * leading):
        return True
    if before.page != line.page or step < -0.5:
        return ended or short
    if step < 0.3:
        return False
    if step > _WIDE_GAP * leading:
        return not (goes_on and step < 2 * leading)
    indented = line.left > before.left + 0.6 * line.size
    return ended and (indented or short)


def _differs(left: float, right: float) -> bool:
    return abs(left - right) > _OTHER_SIZE * max(left, right)


def _join_word(text: str, rest: str, hyphened: set[str]) -> str:
    """Join a word that a line end broke; keep the hyphen where the word has one elsewhere."""
    head, tail = text.rstrip("-").rsplit(maxsplit=1)[-1:], rest.split(maxsplit=1)
    written = f"{head[0]}-{tail[0]}".lower().strip(".,;:!?\"'”’") if head and tail else ""
    keep = written in hyphened or not rest[:1].islower()
    return f"{text.rstrip('-')}{'-' if keep else ''}{rest}"


def _body_size(paragraphs: list[_Paragraph]) -> float:
    weights: Counter[float] = Counter()
    for paragraph in paragraphs:
        weights[round(paragraph.size, 1)] += len(paragraph.text)
    return max(weights, key=lambda size: (weights[size], -size))


def _find_title(paragraphs: list[_Paragraph]) -> str | None:
    """Return the largest print of the first page, if it stands out and is short."""
    body = _body_size(paragraphs)
    first = [paragraph for paragraph in paragraphs if paragraph.page == 0]
    largest = max(first, key=lambda paragraph: paragraph.size, default=None)
    if largest is None or largest.size < _TITLE_SIZE * body or len(largest.text.split()) > 32:
        return None
    return " ".join(largest.text.split())


def _find_headings(paragraphs: list[_Paragraph]) -> tuple[str, ...]:
    body = _body_size(paragraphs)
    return tuple(paragraph.text for paragraph in paragraphs if paragraph.size > _HEADING_SIZE * body)
