"""PDF lines become paragraphs again."""

import sys
import zlib
from pathlib import Path

import pytest

from claimdiff.reading import read_paths
from claimdiff.settings import Settings

Placed = tuple[float, float, float, str]


def make_pdf(pages: list[list[Placed]]) -> bytes:
    """Return a PDF with text at (x, y, size) on each page."""
    kids = " ".join(f"{4 + 2 * number} 0 R" for number in range(len(pages)))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {len(pages)} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for number, page in enumerate(pages):
        stream = "\n".join(f"BT /F1 {size} Tf 1 0 0 1 {x} {y} Tm ({text}) Tj ET" for x, y, size, text in page)
        objects.append(
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842]"
            f" /Resources << /Font << /F1 3 0 R >> >> /Contents {5 + 2 * number} 0 R >>"
        )
        objects.append(f"<< /Length {len(stream)} >>\nstream\n{stream}\nendstream")
    data, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(data))
        data += f"{number} 0 obj\n{body}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010d} 00000 n \n" for place in places)
    return data + (
        f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n{table}"
        f"trailer\n<< /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{len(data)}\n%%EOF\n"
    ).encode("cp1252")


def running(number: int) -> list[Placed]:
    return [(50, 815, 9, "Ellery Herald"), (290, 30, 9, f"Page {number} of 2")]


FIRST: list[Placed] = [
    (50, 750, 20, "Pier at Port Ellery shut"),
    (50, 720, 11, "By Ann Carver, Ellery Herald"),
    (50, 690, 11, "The northern pier of Port Ellery is closed af-"),
    (50, 676, 11, "ter divers found cracks in eleven of its forty"),
    (50, 662, 11, "piles, the board said."),
    (60, 648, 11, "The ferry to Grey Island will leave from the"),
    (50, 634, 11, "fish quay until the spring."),
    (50, 600, 14, "What the divers saw"),
    (50, 580, 11, "The piles were driven in 1911 by a well-"),
    (50, 566, 11, "known builder. The well-known man died in"),
    (310, 690, 11, "1931, and the pier was never checked again,"),
    (310, 676, 11, "Carver told the board. The town has always"),
]
SECOND: list[Placed] = [(50, 750, 11, "thought it safe."), (50, 720, 11, "A vote is due on Friday.")]


def test_paragraphs_are_rebuilt(tmp_path: Path) -> None:
    """Columns, hyphens, indents, gaps, page breaks and running lines give the article's own paragraphs."""
    pytest.importorskip("pypdfium2")
    (tmp_path / "pier.pdf").write_bytes(make_pdf([FIRST + running(1), SECOND + running(2)]))
    (document,) = read_paths([tmp_path], Settings()).documents
    assert [(block.kind, document.quote(block)) for block in document.blocks] == [
        ("title", "Pier at Port Ellery shut"),
        (
            "paragraph",
            "The northern pier of Port Ellery is closed after divers found cracks in eleven of its forty"
            " piles, the board said.",
        ),
        ("paragraph", "The ferry to Grey Island will leave from the fish quay until the spring."),
        ("heading", "What the divers saw"),
        (
            "paragraph",
            "The piles were driven in 1911 by a well-known builder. The well-known man died in 1931, and the"
            " pier was never checked again, Carver told the board. The town has always thought it safe.",
        ),
        ("paragraph", "A vote is due on Friday."),
    ]
    assert document.title == "Pier at Port Ellery shut"
    assert document.outlet == "Ellery Herald"
    assert "Page" not in document.text


@pytest.mark.parametrize(
    ("data", "word"),
    [
        (make_pdf([FIRST])[:400], "damaged"),
        (b"%PDF-1.7", "damaged"),
        (make_pdf([[]]), "no text"),
        (b"not a pdf at all", "damaged"),
        (
            make_pdf([FIRST]).replace(
                b"/Root 1 0 R",
                b"/Root 1 0 R /ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4"
                b" /O (00000000000000000000000000000000) /U (00000000000000000000000000000000) >>",
            ),
            "encrypted",
        ),
    ],
)
def test_bad_pdf_is_one_line(tmp_path: Path, data: bytes, word: str) -> None:
    """A PDF that is cut off, empty or none says so, with what to do."""
    pytest.importorskip("pypdfium2")
    (tmp_path / "bad.pdf").write_bytes(data)
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert word in rejection.reason
    assert "give the text" in rejection.reason or "without a password" in rejection.reason


def test_missing_pdf_package_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the one line says what to run."""
    monkeypatch.setitem(sys.modules, "pypdfium2", None)
    (tmp_path / "pier.pdf").write_bytes(make_pdf([FIRST]))
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert "pip install 'claimdiff[pdf]'" in rejection.reason


def test_pdf_bomb_is_refused(tmp_path: Path) -> None:
    """A small PDF whose stream unpacks to hundreds of megabytes is turned away before it is unpacked."""
    pytest.importorskip("pypdfium2")
    packer = zlib.compressobj(9)
    packed = b"".join(packer.compress(b" " * 1_000_000) for _ in range(200)) + packer.flush()
    data = make_pdf([FIRST]).replace(b"stream\n", b"stream\n" + packed + b"\nendstream\nstream\n", 1)
    (tmp_path / "bomb.pdf").write_bytes(data)
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert "unpacks to more" in rejection.reason
