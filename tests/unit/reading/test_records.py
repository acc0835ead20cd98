"""Records of several tools become documents; a bad row is one rejection."""

import json
from pathlib import Path

from claimdiff.reading import read_paths
from claimdiff.settings import Settings

STORY = "The northern pier is closed, the board said.\nThe ferry runs from the quay."


def test_json_lines_go_on_after_a_torn_row(tmp_path: Path) -> None:
    """Each row is read by itself; torn, textless and blank rows are rejected with their line number."""
    rows = [
        json.dumps({"text": STORY, "title": "Pier shut", "outlet": "Ellery Herald", "date": "2031-05-04"}),
        '{"text": "torn',
        json.dumps({"title": "no text"}),
        "",
        json.dumps(
            {
                "body": STORY + " Again.",
                "source_domain": "www.island.example",
                "date_publish": "2031-05-05 08:00:00",
            }
        ),
        json.dumps(["a", "list"]),
        json.dumps({"text": "  "}),
    ]
    file = tmp_path / "rows.jsonl"
    file.write_text("\n".join(rows), encoding="utf-8")
    result = read_paths([file], Settings())
    assert [document.path for document in result.documents] == [f"{file}#1", f"{file}#5"]
    assert [document.label for document in result.documents] == ["Ellery Herald", "island.example"]
    assert [document.published_at for document in result.documents] == ["2031-05-04", "2031-05-05T08:00:00"]
    assert [rejection.path for rejection in result.rejections] == [f"{file}#{n}" for n in (2, 3, 6, 7)]
    assert all("\n" not in rejection.reason for rejection in result.rejections)


def test_records_of_other_tools_are_understood(tmp_path: Path) -> None:
    """The field names of news-please, trafilatura, NewsAPI and schema.org give text and metadata."""
    records = [
        {
            "maintext": STORY,
            "source_domain": "a.example",
            "authors": ["Ann Carver", "Tom Oakes"],
            "date_publish": "2031-05-04 01:02:03",
        },
        {
            "text": STORY,
            "hostname": "b.example",
            "sitename": "B News",
            "source": "https://b.example/1",
            "author": "Ann Carver",
        },
        {"content": STORY, "source": {"id": None, "name": "C Times"}, "publishedAt": "2031-05-04T01:02:03Z"},
        {
            "articleBody": STORY,
            "headline": "Pier shut",
            "publisher": {"name": "D Post"},
            "datePublished": "2031-05-04",
        },
    ]
    file = tmp_path / "records.json"
    file.write_text(json.dumps({"articles": records}), encoding="utf-8")
    documents = read_paths([file], Settings()).documents
    assert [document.outlet for document in documents] == ["a.example", "B News", "C Times", "D Post"]
    assert documents[0].byline == "Ann Carver, Tom Oakes"
    assert documents[1].url == "https://b.example/1"
    assert documents[2].published_at == "2031-05-04T01:02:03+00:00"
    assert documents[3].title == "Pier shut"
    assert all(document.text == STORY for document in documents)


def test_single_object_keeps_the_file_path(tmp_path: Path) -> None:
    """One record in a file needs no number."""
    file = tmp_path / "one.json"
    file.write_text(json.dumps({"text": STORY, "url": "https://www.ellery.example/pier"}), encoding="utf-8")
    (document,) = read_paths([file], Settings()).documents
    assert document.path == str(file)
    assert document.outlet == "ellery.example"


def test_json_lines_under_a_json_name_are_read(tmp_path: Path) -> None:
    """A .json file that holds one object a line is read as such."""
    file = tmp_path / "rows.json"
    file.write_text("\n".join(json.dumps({"text": f"{STORY} {n}"}) for n in range(3)), encoding="utf-8")
    assert len(read_paths([file], Settings()).documents) == 3


def test_json_that_is_no_record_is_one_rejection(tmp_path: Path) -> None:
    """Broken JSON, an empty list, a number and a deep nest are each one line."""
    for name, text in {"a": "{broken", "b": "[]", "c": "7", "d": "[" * 100_000, "e": '{"text": 7}'}.items():
        (tmp_path / f"{name}.json").write_text(text, encoding="utf-8")
    result = read_paths([tmp_path], Settings())
    assert result.documents == ()
    assert [Path(rejection.path).name for rejection in result.rejections] == [
        "a.json",
        "b.json",
        "c.json",
        "d.json",
        "e.json",
    ]


def test_half_characters_in_a_record_are_replaced(tmp_path: Path) -> None:
    """An escaped lone surrogate must not end up in a report that can't be written."""
    file = tmp_path / "one.json"
    file.write_text(
        '{"text": "The pier \\\\ud800 is closed.", "title": "\\\\udfff"}'.replace("\\\\", "\\"),
        encoding="utf-8",
    )
    (document,) = read_paths([file], Settings()).documents
    assert document.text == "The pier \ufffd is closed."
    document.text.encode("utf-8")
