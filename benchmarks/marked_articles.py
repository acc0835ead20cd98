"""Articles of the events data in which we marked the attributions ourselves: offsets only, no text.

`benchmarks/attributions_marked/NAME.json` holds an article's `address`, and `attributions` in the form of the
rows that `benchmarks.attributions` reads: `source`, `cue` and `content` as lists of [start, end] in the text.
"""

import gzip
import json
from pathlib import Path
from typing import Any

MARKED = Path(__file__).parent / "attributions_marked"


def read_marked_articles(events: str, folder: Path = MARKED) -> list[dict[str, Any]]:
    """Return the articles that we marked, sorted by name, as rows with their text from the events data."""
    marked = {path.stem: json.loads(path.read_text("utf-8")) for path in sorted(folder.glob("*.json"))}
    wanted = {one["address"] for one in marked.values()}
    texts: dict[str, str] = {}
    with gzip.open(events, "rt", encoding="utf-8") as file:
        for line in file:
            row = json.loads(line)
            if row["url"] in wanted:
                texts.setdefault(row["url"], row["text"])
    return [
        {"name": name, "text": texts[one["address"]], "attributions": one["attributions"]}
        for name, one in marked.items()
    ]
