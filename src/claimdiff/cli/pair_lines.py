"""One line of `score`: read, judged, and written back as one line."""

import msgspec

from claimdiff.extraction import read_statement
from claimdiff.matching import score_pair


class PairLine(msgspec.Struct):
    """A pair to judge; `context` is text that both stand in, used to resolve what they refer to."""

    left: str
    right: str
    context: str | None = None


def score_line(line: bytes) -> tuple[str, str | None]:
    """Return the output line for an input line, and what was wrong with it, if anything."""
    try:
        pair = msgspec.json.decode(line, type=PairLine)
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        reason = str(error).replace("`", "")
        return _write({"error": reason}), reason
    left, right = (read_statement(text, pair.context or "") for text in (pair.left, pair.right))
    scored = score_pair(left, right)
    row: dict[str, object] = {
        "same": scored.same,
        "contradiction": scored.contradiction,
        "related": scored.related,
        "relation": scored.relation,
        "features": scored.features,
    }
    return _write(row), None


def _write(row: dict[str, object]) -> str:
    return msgspec.json.encode(row).decode() + "\n"
