"""Word documents: paragraphs and tables in order, and bombs refused."""

import io
import sys
import zipfile
from pathlib import Path

import pytest

from claimdiff.reading import read_paths
from claimdiff.settings import Settings


def make_docx() -> bytes:
    """Return a Word file with a title, a heading, paragraphs and a table between them."""
    docx = pytest.importorskip("docx")
    document = docx.Document()
    document.add_heading("Pier at Port Ellery shut", 0)
    document.add_paragraph("By Ann Carver, Ellery Herald")
    document.add_paragraph("The northern pier is closed, the board said.")
    table = document.add_table(rows=2, cols=2)
    for row, texts in enumerate((("Piles", "40"), ("Cracked", "11"))):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    document.add_heading("What the divers saw", 1)
    document.add_paragraph("Eleven piles were cracked through.")
    stream = io.BytesIO()
    document.save(stream)
    data: bytes = stream.getvalue()
    return data


def test_paragraphs_and_tables_come_in_order(tmp_path: Path) -> None:
    """Nothing of the document's body is lost, and styles make titles and headings."""
    (tmp_path / "pier.docx").write_bytes(make_docx())
    (document,) = read_paths([tmp_path], Settings()).documents
    assert document.text.split("\n")[3:5] == ["Piles | 40", "Cracked | 11"]
    assert document.title == "Pier at Port Ellery shut"
    assert document.outlet == "Ellery Herald"
    assert [section.title for section in document.sections] == ["What the divers saw"]
    assert document.quote(document.blocks[-1]) == "Eleven piles were cracked through."


def make_bomb() -> bytes:
    """Return a small archive whose main part unpacks to far more than a document."""
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("word/document.xml", b"<a>" + b" " * 40_000_000)
    return stream.getvalue()


@pytest.mark.parametrize("name", ["bomb", "cut", "encrypted", "none", "zip"])
def test_bad_docx_is_one_line(tmp_path: Path, name: str) -> None:
    """A bomb, a torn, an encrypted and a wrong file are each turned away with a remedy."""
    pytest.importorskip("docx")
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as archive:
        archive.writestr("hello.txt", "no document")
    data = {
        "bomb": make_bomb(),
        "cut": make_docx()[:3000],
        "encrypted": b"\xd0\xcf\x11\xe0" + b"x" * 600,
        "none": b"plain words",
        "zip": stream.getvalue(),
    }[name]
    (tmp_path / "bad.docx").write_bytes(data)
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert "give the text" in rejection.reason or "save it" in rejection.reason
    assert "\n" not in rejection.reason


def test_missing_docx_package_names_the_command(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Without the extra, the one line says what to run."""
    data = make_docx()
    monkeypatch.setitem(sys.modules, "docx", None)
    (tmp_path / "pier.docx").write_bytes(data)
    (rejection,) = read_paths([tmp_path], Settings()).rejections
    assert "pip install 'claimdiff[docx]'" in rejection.reason
