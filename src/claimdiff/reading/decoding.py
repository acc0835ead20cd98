"""Bytes → text: byte-order mark, strict UTF-8, unmarked UTF-16, cp1252; never a guess by statistics alone."""

import codecs
import re
from typing import NamedTuple

from claimdiff.errors import InputError

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"RIFF", "a media file"),
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a zip archive or office document"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"BZh", "a bzip2 archive"),
    (b"\xfd7zXZ", "an xz archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"\x7fELF", "a program"),
    (b"SQLite format 3", "a database"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
)
_CONTROLS = re.compile("[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_SURROGATES = re.compile("[\ud800-\udfff]")


class Decoded(NamedTuple):
    """Text, and the name of the encoding that gave it."""

    text: str
    encoding: str


class UndecodableError(InputError):
    """The bytes are no text; the message says what they look like and what to do."""


def decode_bytes(data: bytes, declared: str | None = None) -> Decoded:
    """Decode a file's bytes.

    Tried in this order: byte-order mark, strict UTF-8, the `declared` charset, UTF-16 without a mark where
    every other byte is zero, cp1252. Line ends stay as they are; a byte-order mark is not part of the text.

    Raises:
        UndecodableError: the bytes are binary.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _decode_marked(data, encoding)
    for magic, name in _MAGIC:
        if data.startswith(magic):
            raise UndecodableError(f"it is {name}, not text; give the article as text, HTML, PDF or DOCX")
    unmarked = _guess_utf16(data)
    if unmarked is None and b"\x00" in data:
        raise UndecodableError("it holds NUL bytes, so it is no text file; save the article as text")
    if unmarked is not None:
        return _decode_marked(data, unmarked)
    try:
        return _refuse_controls(Decoded(data.decode("utf-8"), "utf-8"))
    except UnicodeDecodeError:
        pass
    if declared is not None:
        try:
            return _refuse_controls(Decoded(data.decode(declared), declared.lower()))
        except (LookupError, UnicodeError):
            pass
    damaged = data.decode("utf-8", "replace")
    bad = damaged.count("\ufffd")
    good = len(damaged) - bad - sum(map(str.isascii, damaged))
    if good >= 4 * bad:
        return _refuse_controls(Decoded(damaged, "utf-8, damaged"))
    return _refuse_controls(Decoded(data.decode("cp1252", "replace"), "cp1252"))


def replace_surrogates(text: str) -> str:
    """Replace code points that are half a character, which no encoding can write, one for one."""
    return text if text.isascii() else _SURROGATES.sub("\ufffd", text)


def _decode_marked(data: bytes, encoding: str) -> Decoded:
    try:
        return _refuse_controls(Decoded(replace_surrogates(data.decode(encoding)), encoding))
    except UnicodeError as error:
        raise UndecodableError(
            f"it is marked as {encoding} but breaks off or is damaged; save it again as UTF-8"
        ) from error


def _guess_utf16(data: bytes) -> str | None:
    """Name the byte order of UTF-16 without a mark, where Latin text makes every other byte zero."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2:
        return None
    even, odd = sample[0::2], sample[1::2]
    if odd.count(0) > 0.7 * len(odd) and even.count(0) < 0.1 * len(even):
        return "utf-16-le"
    if even.count(0) > 0.7 * len(even) and odd.count(0) < 0.1 * len(odd):
        return "utf-16-be"
    return None


def _refuse_controls(decoded: Decoded) -> Decoded:
    """Let a stray control character pass, but not a stream of them."""
    text = decoded.text
    controls = sum(1 for _ in _CONTROLS.finditer(text[:100_000]))
    if controls > 2 + 0.02 * min(len(text), 100_000) or "\x00" in text:
        raise UndecodableError("it holds control characters, so it is no text file; save the article as text")
    return decoded
