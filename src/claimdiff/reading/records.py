"""JSON and JSON lines: one article a record, whatever tool wrote it; a torn row does not stop the rest."""

import json
from collections.abc import Iterator

from claimdiff.model import Rejection
from claimdiff.reading.article import Article, read_metadata
from claimdiff.reading.decoding import Decoded, replace_surrogates

_TEXT_KEYS = ("text", "body", "maintext", "articlebody", "article_text", "content", "article", "raw_text")
_LIST_KEYS = ("articles", "documents", "records", "items", "results", "data")
_REMEDY = 'give each record a "text" or "body" field'


def read_records(path: str, decoded: Decoded, *, lines: bool) -> Iterator[Article | Rejection]:
    """Yield an article or a rejection for every record of a file.

    `lines` says that the file is called JSON lines. A single object keeps the file's path; the others get
    "path#N": the line number in JSON lines, the place in the list otherwise, counted from 1.
    """
    if not lines:
        try:
            value = _load(decoded.text)
        except ValueError as error:
            first = decoded.text.lstrip().split("\n", 1)[0]
            if not _is_object(first):
                yield Rejection(
                    path, "reading", f"not valid JSON ({error}); mend the file or save it as text"
                )
                return
        else:
            yield from _read_value(path, value, decoded.encoding)
            return
    for number, line in enumerate(decoded.text.split("\n"), 1):
        if line.strip():
            yield read_line(path, number, Decoded(line, decoded.encoding))


def read_line(path: str, number: int, line: Decoded) -> Article | Rejection:
    """Return the article of one row of JSON lines, or why there is none; `number` counts from 1."""
    where = f"{path}#{number}"
    try:
        value = _load(line.text)
    except ValueError as error:
        return Rejection(
            where, "reading", f"line {number} is not valid JSON ({error}); mend or drop the line"
        )
    return _read_record(where, value, line.encoding, f"line {number}")


def looks_like_records(text: str) -> bool:
    """Tell whether a stream is JSON or JSON lines rather than prose."""
    head = text.lstrip()[:1]
    if head not in ("{", "["):
        return False
    return _is_object(text.lstrip().split("\n", 1)[0]) or _is_object(text)


def _read_value(path: str, value: object, encoding: str) -> Iterator[Article | Rejection]:
    if isinstance(value, dict) and _find_text(value) is None:
        nested = next((value[key] for key in _LIST_KEYS if isinstance(value.get(key), list)), None)
        value = nested if nested is not None else value
    if not isinstance(value, list):
        yield _read_record(path, value, encoding, "the file")
        return
    if not value:
        yield Rejection(path, "reading", f"an empty list, no article in it; {_REMEDY}")
    for number, item in enumerate(value, 1):
        yield _read_record(f"{path}#{number}", item, encoding, f"record {number}")


def _read_record(path: str, value: object, encoding: str, name: str) -> Article | Rejection:
    if not isinstance(value, dict):
        return Rejection(path, "reading", f"{name} is not a JSON object; {_REMEDY}")
    text = _find_text(value)
    if text is None:
        return Rejection(path, "reading", f"{name} has no text; {_REMEDY}")
    if not text.strip():
        return Rejection(path, "reading", f"{name} has a blank text; {_REMEDY}")
    fields = {str(key).lower(): item for key, item in value.items()}
    return Article(path, replace_surrogates(text), "json", encoding, read_metadata(fields))


def _find_text(value: dict[str, object]) -> str | None:
    folded = {str(key).lower(): item for key, item in value.items()}
    found = [item for key in _TEXT_KEYS if isinstance(item := folded.get(key), str)]
    return next((item for item in found if item.strip()), found[0] if found else None)


def _load(text: str) -> object:
    """Parse JSON.

    Raises:
        ValueError: the text is not valid JSON, or nested too deep.
    """
    try:
        value: object = json.loads(text)
    except json.JSONDecodeError as error:
        raise ValueError(f"{error.msg.lower()}, column {error.colno}") from error
    except RecursionError as error:
        raise ValueError("nested too deep") from error
    except ValueError as error:
        raise ValueError("a number is too long") from error
    return value


def _is_object(text: str) -> bool:
    try:
        return isinstance(_load(text), dict | list)
    except ValueError:
        return False
