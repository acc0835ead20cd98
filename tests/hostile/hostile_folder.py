"""Makes a folder of files that were written to do harm: `python tests/hostile/hostile_folder.py FOLDER`.

Each entry says what a run beside sound files makes of it: "read", "rejected" or "partly" (some rows read).
"""

import gzip
import io
import json
import os
import sys
import zipfile
import zlib
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

STORY = (
    "The harbour board of Port Ellery said on Monday that two people were hurt when a crane fell. "
    "“We heard it from across the bay,” Asta Renn told the board. The crane was built in 1998.\n"
)


class Bad(NamedTuple):
    """A hostile file: its bytes, and what must become of it."""

    data: bytes
    outcome: str


def _text(words: str) -> Bad:
    return Bad((STORY + words + "\n" + STORY).encode("utf-8", "surrogatepass"), "read")


def _zip_bomb() -> bytes:
    holder = io.BytesIO()
    with zipfile.ZipFile(holder, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("[Content_Types].xml", "<Types/>")
        with archive.open("word/document.xml", "w", force_zip64=True) as part:
            for _ in range(300):
                part.write(b" " * 1_000_000)
    return holder.getvalue()


def _docx(body: str) -> bytes:
    """Return a Word file as small as can be, with `body` inside its document part."""
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    related = "http://schemas.openxmlformats.org/package/2006/relationships"
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"
    word = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
    kind = "application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"
    holder = io.BytesIO()
    with zipfile.ZipFile(holder, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(
            "[Content_Types].xml",
            f'<Types xmlns="{types}"><Default Extension="rels" '
            'ContentType="application/vnd.openxmlformats-package.relationships+xml"/>'
            f'<Override PartName="/word/document.xml" ContentType="{kind}"/></Types>',
        )
        archive.writestr(
            "_rels/.rels",
            f'<Relationships xmlns="{related}"><Relationship Id="r" Type="{office}" '
            'Target="word/document.xml"/></Relationships>',
        )
        archive.writestr(
            "word/document.xml", f'<!DOCTYPE d [{body}]><w:document xmlns:w="{word}"><w:body/></w:document>'
        )
    return holder.getvalue()


def _pdf(trailer: str, stream: bytes) -> bytes:
    """Return a PDF of one page with a packed content stream; `trailer` goes into its last dictionary."""
    head = (
        "%PDF-1.4\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n"
        "2 0 obj\n<< /Type /Pages /Kids [3 0 R] /Count 1 >>\nendobj\n"
        "3 0 obj\n<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R >>\nendobj\n"
        f"4 0 obj\n<< /Length {len(stream)} /Filter /FlateDecode >>\nstream\n"
    )
    tail = f"\nendstream\nendobj\ntrailer\n<< /Size 5 /Root 1 0 R {trailer} >>\nstartxref\n0\n%%EOF\n"
    return head.encode() + stream + tail.encode()


def _pdf_bomb() -> bytes:
    packer = zlib.compressobj(9)
    return _pdf("", b"".join(packer.compress(b" " * 1_000_000) for _ in range(200)) + packer.flush())


def _html(body: str) -> Bad:
    page = f"<html><head><title>Crane falls</title></head><body><article><p>{STORY}</p>{body}<p>{STORY}</p>"
    return Bad((page + "</article></body></html>").encode(), "read")


def make_files() -> dict[str, Bad]:
    """Return the hostile files by name."""
    latin = "The café on the quay — “closed” — reopened, the board said. Two people were hurt on Monday. "
    locked = (
        f"/ID [<00> <00>] /Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O ({'0' * 32}) /U ({'0' * 32}) >>"
    )
    laughs = '<!ENTITY a "ha">' + "".join(
        f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
    )
    record = {"text": STORY, "title": "Crane falls", "outlet": "Ellery Post"}
    return {
        "empty.txt": Bad(b"", "rejected"),
        "blank.txt": Bad(b" \n\t\n", "rejected"),
        "invalid-utf8.txt": Bad(STORY.encode() + b"\xc3\x28\xa0\xa1 more words\n", "read"),
        "utf16-marked.txt": Bad(STORY.encode("utf-16"), "read"),
        "utf16-bare.txt": Bad(STORY.encode("utf-16-le"), "read"),
        "windows.txt": Bad((latin * 3).encode("cp1252"), "read"),
        "nul.txt": Bad(b"The crane\x00 fell on Monday.\n" * 9, "rejected"),
        "picture.txt": Bad(b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 20, "rejected"),
        "archive.txt": Bad(gzip.compress(STORY.encode() * 50), "rejected"),
        "escapes.txt": _text(
            "\x1b[31mRed\x1b[0m \x1b]0;owned\x07 \x1b]8;;http://x\x1b\\link\x1b]8;;\x1b\\ \x1b[2J\x1b[5A"
        ),
        "markup.txt": _text(
            "[bold red]Two[/] people [/x] were hurt [link=http://x]here[/link] :smile: said the board."
        ),
        "bidi.txt": _text(
            "Asta \u202eRenn\u202c said 1\u200b0\u200b0 people \u2066left\u2069 on Mon\u00adday."
        ),
        "stacked.txt": _text("The cr" + "\u0301" * 500 + "ane fell on Monday, the board said."),
        "wide-digits.txt": _text("１２ people were hurt on Monday, and ٣٤ left, the board said."),
        "surrogate.json": Bad(json.dumps(record | {"text": STORY + "\ud800 \udfff"}).encode(), "read"),
        "line.txt": Bad(STORY.replace("\n", " ").encode() * 5000, "read"),
        "quotes.txt": _text("“" * 5000 + "We fell,” he said. " + "\"'" * 5000 + "”" * 5000),
        "said.txt": _text("said that " * 50_000),
        "commas.txt": _text("and, " * 50_000),
        "formula.txt": _text('=HYPERLINK("http://x","y") said the board. +1+1 @SUM(A1) -2+3|cmd'),
        "torn.jsonl": Bad(
            json.dumps(record).encode() + b'\n{"text": "torn\n[1, 2]\n{"title": "no text"}\n', "partly"
        ),
        "nested.json": Bad(b'{"a":' * 50_000 + b"1" + b"}" * 50_000, "rejected"),
        "script.html": _html(
            "<script>alert(1)</script><img src=x onerror=alert(1)><a href='javascript:x'>a</a>"
        ),
        "entities.html": _html("&amp;" * 20_000 + "&lt;script&gt;alert(1)&lt;/script&gt;"),
        "deep.html": _html("<div>" * 20_000 + "deep" + "</div>" * 20_000),
        "truncated.pdf": Bad(b"%PDF-1.7\n1 0 obj\n<< /Type /Catalog /Pages 2 0 R >>\nendobj\n", "rejected"),
        "truncated.docx": Bad(b"PK\x03\x04" + bytes(200), "rejected"),
        "bomb.docx": Bad(_zip_bomb(), "rejected"),
        "locked.docx": Bad(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(600), "rejected"),
        "laughs.docx": Bad(_docx(laughs), "rejected"),
        "locked.pdf": Bad(_pdf(locked, zlib.compress(b"BT (Two people) Tj ET")), "rejected"),
        "bomb.pdf": Bad(_pdf_bomb(), "rejected"),
        "odd-rows.json": Bad(
            b'[{"text": 5}, {"text": null}, {"text": ["a"]}, null, 1e999, "' + b"a" * 99 + b'"]', "rejected"
        ),
        "-n": Bad(STORY.encode(), "read"),
        "$(touch owned).txt": Bad(STORY.encode(), "read"),
        "esc\x1b[31m.txt": Bad(STORY.encode(), "read"),
        "=1+1.txt": Bad(STORY.encode(), "read"),
        "name\nwith line end.txt": Bad(STORY.encode(), "read"),
        "\U0001f6a2 ship.txt": Bad(STORY.encode(), "read"),
        "n" * 251 + ".txt": Bad(STORY.encode(), "read"),
        "twin-1.txt": Bad(STORY.encode(), "read"),
        "twin-2.txt": Bad(STORY.encode(), "read"),
    }


def make_specials(folder: Path) -> dict[str, Callable[[Path], None]]:
    """Return makers of what is no plain file: link loops, a pipe, a device."""
    del folder
    return {
        "loop": lambda path: path.symlink_to(path.parent, target_is_directory=True),
        "self.txt": lambda path: path.symlink_to(path),
        "pipe.txt": lambda path: os.mkfifo(path),
        "device.txt": lambda path: path.symlink_to("/dev/zero"),
        "gone.txt": lambda path: path.symlink_to(path.parent / "nowhere.txt"),
    }


if __name__ == "__main__":
    target = Path(sys.argv[1])
    target.mkdir(parents=True, exist_ok=True)
    for name, bad in make_files().items():
        (target / name).write_bytes(bad.data)
    for name, make in make_specials(target).items():
        make(target / name)
