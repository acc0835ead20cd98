"""Texts made to hurt: reading them stays linear, and the sound file beside them is read the same."""

import time
from pathlib import Path

import pytest

from claimdiff.reading import read_paths, read_text
from claimdiff.settings import Settings

STORY = "Pier shut\nThe northern pier is closed, the board said.\nThe ferry runs from the quay.\n"
SIZE = 60_000

LONG = {
    "one word": "a",
    "spaces": " ",
    "capitals": "ELLERY ",
    "name": "Ann Carver ",
    "said": "said that ",
    "quotes": "“",
    "unbalanced": '"(["',
    "brackets": "(",
    "credits": "(AP Photo) ",
    "dashes": " — ",
    "hyphens": "-",
    "hashes": "#",
    "list marks": "- ",
    "quote marks": "> ",
    "comment openings": "<!-- ",
    "comments": "<!-- --> ",
    "links": "https://a.example/b ",
    "tags": "#pier @ellery ",
    "copyright": "Copyright © ",
    "dates": "2031-05-04 ",
    "byline": "By Ann and ",
    "digits": "1/9 ",
    "sign up": "sign up newsletter ",
    "emails": "a@b.c.",
    "combining": "e\u0301\u0301\u0301",
    "bidi": "\u202e\u200b",
    "equals": "=",
    "stars": "**",
    "lines": "a\n",
    "blank lines": "\n \n",
    "headings": "Pier shut\nIt is closed.\n",
    "carriage returns": "\r",
    "read more": "read more: ",
    "slashes": "A/B ",
}


@pytest.mark.parametrize("name", sorted(LONG))
@pytest.mark.parametrize("markdown", [False, True])
def test_repetition_is_read_in_linear_time(name: str, markdown: bool) -> None:
    """Sixty thousand characters of one thing take seconds at most: what is quadratic would take minutes."""
    unit = LONG[name]
    for prefix in ("", "Pier shut\nThe pier is closed.\n", "(", "By Ann"):
        text = prefix + unit * (SIZE // len(unit))
        started = time.process_time()
        read_text(text, markdown=markdown)
        assert time.process_time() - started < 5


def test_sound_file_is_read_the_same_beside_bad_ones(tmp_path: Path) -> None:
    """A folder of bad files changes nothing in the document beside them."""
    alone, mixed = tmp_path / "alone", tmp_path / "mixed"
    for folder in (alone, mixed):
        folder.mkdir()
        (folder / "sound.txt").write_text(STORY, encoding="utf-8")
    bad = {
        "empty.txt": b"",
        "nul.txt": b"a\x00b" * 9,
        "picture.txt": b"\xff\xd8\xff\xe0JFIF",
        "torn.json": b'{"text": ',
        "deep.json": b"[" * 200_000,
        "odd.xyz": b"?",
        "half.txt": b"\xff\xfea",
        "broken.pdf": b"%PDF-1.7 nothing",
        "broken.docx": b"PK\x03\x04nothing",
    }
    for name, data in bad.items():
        (mixed / name).write_bytes(data)
    (only,) = read_paths([alone], Settings()).documents
    result = read_paths([mixed], Settings())
    (beside,) = result.documents
    assert (beside.text, beside.blocks, beside.skipped, beside.label) == (
        only.text,
        only.blocks,
        only.skipped,
        only.label,
    )
    assert {Path(rejection.path).name for rejection in result.rejections} == set(bad)
    assert all("\n" not in rejection.reason for rejection in result.rejections)


def test_file_that_vanishes_is_one_line(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file that goes away between finding and reading is told, and the rest is read."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(STORY, encoding="utf-8")
    from claimdiff.reading import folder

    read = folder.read_file

    def vanish(location: str, limit: int) -> bytes:
        if location.endswith("a.txt"):
            Path(location).unlink()
        return read(location, limit)

    monkeypatch.setattr(folder, "read_file", vanish)
    result = read_paths([tmp_path], Settings())
    assert [Path(document.path).name for document in result.documents] == ["b.txt"]
    assert [Path(rejection.path).name for rejection in result.rejections] == ["a.txt"]
