"""Bodies and titles read from saved news pages, against the bodies a person marked.

    python -m benchmarks.html_bodies DIR

DIR holds *.html.gz and ground-truth.json.gz ({name: {"articleBody": text}}). A body is compared as a bag of
runs of four words, as article-extraction benchmarks do: precision and recall are averaged over the pages and
F1 is taken of the two means. "blocks" is the same for what is left after skipping boilerplate. A title is
right if, letters and digits alone, it is that of the page's own headline (og:title, a JSON headline or h1),
a site name behind it aside. Peer: trafilatura with its default settings.
"""

import gzip
import html
import json
import re
import sys
import time
from collections import Counter
from pathlib import Path

from claimdiff.reading.article import build_document
from claimdiff.reading.decoding import decode_bytes
from claimdiff.reading.html_format import read_page
from claimdiff.reading.outline import fold_title

_WORD = re.compile(r"\w+")
_HEADLINES = (
    re.compile(r"<meta[^>]*?property=[\"']og:title[\"'][^>]*?content=\"([^\"]*)\"", re.I),
    re.compile(r"<meta[^>]*?content=\"([^\"]*)\"[^>]*?property=[\"']og:title[\"']", re.I),
    re.compile(r"\"headline\"\s*:\s*\"((?:[^\"\\]|\\.)*)\"", re.I),
    re.compile(r"<h1[^>]*>(.*?)</h1>", re.I | re.S),
)


def count_runs(text: str) -> Counter[tuple[str, ...]]:
    """Return the bag of runs of four words of a text."""
    words = _WORD.findall(text)
    return Counter(tuple(words[at : at + 4]) for at in range(max(1, len(words) - 3)))


def score_body(gold: str, read: str) -> tuple[float, float]:
    """Return precision and recall, 0 to 1, of a body that was read."""
    wanted, found = count_runs(gold), count_runs(read)
    hits = sum((wanted & found).values())
    return hits / max(1, sum(found.values())), hits / max(1, sum(wanted.values()))


def is_title_right(title: str | None, source: str) -> bool:
    """Tell whether a title is one of the headlines that the page's own source gives."""
    ours = fold_title(title or "")
    if not ours:
        return False
    for pattern in _HEADLINES:
        for match in pattern.finditer(source):
            theirs = fold_title(html.unescape(re.sub(r"<[^>]*>|\\", "", match[1])))
            if theirs == ours or (theirs.startswith(ours) and len(theirs) - len(ours) <= 40):
                return True
    return False


def report(name: str, scores: list[tuple[float, float]]) -> None:
    """Print the means of one way of reading."""
    precision = sum(score[0] for score in scores) / len(scores)
    recall = sum(score[1] for score in scores) / len(scores)
    f1 = 2 * precision * recall / max(1e-9, precision + recall)
    print(f"{name:32} precision {precision:.3f}  recall {recall:.3f}  F1 {f1:.3f}")


def main() -> None:
    """Read all pages of a folder and print the figures."""
    from trafilatura import bare_extraction

    folder = Path(sys.argv[1])
    gold = json.loads(gzip.decompress((folder / "ground-truth.json.gz").read_bytes()))
    texts, blocks, plain, titles, dates = [], [], [], 0, 0
    seconds = 0.0
    for name in sorted(gold):
        data = gzip.decompress((folder / f"{name}.html.gz").read_bytes())
        started = time.process_time()
        document = build_document(read_page(name, data))
        seconds += time.process_time() - started
        body = gold[name]["articleBody"]
        source = decode_bytes(data).text
        texts.append(score_body(body, document.text))
        kept = [document.quote(block) for block in document.blocks if block.kind != "title"]
        blocks.append(score_body(body, "\n".join(kept)))
        peer = bare_extraction(source)
        plain.append(score_body(body, str(getattr(peer, "text", None) or "")))
        titles += is_title_right(document.title, source)
        dates += document.published_at is not None
    report("text", texts)
    report("blocks", blocks)
    report("peer: trafilatura's defaults", plain)
    print(f"titles right {titles / len(gold):.3f}  dated {dates / len(gold):.3f}  of {len(gold)} pages")
    print(f"{1000 * seconds / len(gold):.0f} ms a page")


if __name__ == "__main__":
    main()
