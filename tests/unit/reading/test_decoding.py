"""Bytes become text, and the document says by which encoding."""

import codecs

import pytest

from claimdiff.reading.decoding import UndecodableError, decode_bytes, replace_surrogates

STORY = "The ferry “Halcyon” left Port Ellery at dawn – late, said José."


@pytest.mark.parametrize(
    ("data", "encoding"),
    [
        (STORY.encode("utf-8"), "utf-8"),
        (codecs.BOM_UTF8 + STORY.encode("utf-8"), "utf-8-sig"),
        (STORY.encode("utf-16"), "utf-16"),
        (codecs.BOM_UTF16_BE + STORY.encode("utf-16-be"), "utf-16"),
        (STORY.encode("utf-32"), "utf-32"),
        (STORY.encode("utf-16-le"), "utf-16-le"),
        (STORY.encode("utf-16-be"), "utf-16-be"),
        (STORY.encode("cp1252"), "cp1252"),
    ],
)
def test_every_encoding_gives_the_same_text(data: bytes, encoding: str) -> None:
    """Marks, UTF-8, unmarked UTF-16 and cp1252 all give the text, without the mark."""
    decoded = decode_bytes(data)
    assert decoded.text == STORY
    assert decoded.encoding == encoding


def test_line_ends_stay_as_they_are() -> None:
    """Offsets count in the file as it stands, so no line end is translated."""
    assert decode_bytes(b"one\r\ntwo\rthree\n").text == "one\r\ntwo\rthree\n"


def test_declared_charset_goes_before_cp1252() -> None:
    """A charset that the file declares is tried after UTF-8 and before the fallback."""
    data = "Порт Эллери".encode("koi8-r")
    assert decode_bytes(data, declared="koi8-r").text == "Порт Эллери"


def test_unknown_declared_charset_is_passed_over() -> None:
    """A charset nobody knows does not stop the reading."""
    assert decode_bytes("café – open".encode("cp1252"), declared="x-no-such").text == "café – open"


def test_a_few_broken_bytes_do_not_garble_the_rest() -> None:
    """Where most of a file is sound UTF-8, only the broken bytes are replaced."""
    data = (STORY * 3).encode("utf-8") + b"\xff end"
    decoded = decode_bytes(data)
    assert decoded.text == STORY * 3 + "\ufffd end"
    assert "damaged" in decoded.encoding


@pytest.mark.parametrize(
    "data",
    [
        b"\x89PNG\r\n\x1a\n" + b"x" * 50,
        b"\xff\xd8\xff\xe0" + b"x" * 50,
        b"%PDF-1.7 x",
        b"a story\x00with a hole in it",
        bytes(range(1, 9)) * 40,
        b"\xff\xfe" + b"a\x00b",
    ],
)
def test_binary_is_refused_with_a_remedy(data: bytes) -> None:
    """A picture or a program is no text, and the message says what to give instead."""
    with pytest.raises(UndecodableError, match=r"give|save"):
        decode_bytes(data)


def test_half_characters_are_replaced_one_for_one() -> None:
    """A lone surrogate can't be written anywhere, so it is replaced without moving the rest."""
    assert replace_surrogates("a\ud800b\udfffc") == "a\ufffdb\ufffdc"
