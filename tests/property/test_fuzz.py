"""Random text through everything, for as long as asked: `make fuzz` takes ten minutes, a test run a moment.

What a fuzz run finds prints its seed and becomes a test case of its own.
"""

import json
import os
import random
import time
from pathlib import Path

import pytest

from claimdiff.api import check, compare
from claimdiff.model import Document
from claimdiff.reading import read_text
from claimdiff.reporting.check_report import render_check_json
from claimdiff.reporting.formats import FORMATS, Presentation, render_comparison

EXAMPLES = Path(__file__).parents[2] / "examples"
MINUTES = float(os.environ.get("CLAIMDIFF_FUZZ_MINUTES", "0.05"))
NASTY = [
    "“", "”", "\"", "'", "’", "‘", "said that ", ", he said", "according to ", "—", "…", "...", "(", ")", "[",
    "\u202e", "\u200b", "\x00", "\x1b[31m", "\ud800", "\ufeff", "\u0301" * 9, "٣٤", "１２３", "½", "$1.5bn",
    "more than 100 ", "a hundred and ", "between 3 and ", "last Friday ", "29 February 2023", "12:61 p.m.",
    "U.S.", "Mr. ", "J. R. ", "not ", "n't ", "denied ", "# ", "- ", "---\n", "\n\n", "\r", "\t", "{", "<b>",
    "=1+1", "%", "::error::", "[/]", "[bold]", "|", "`", "\\", "http://x", "@x", "🙂", "中文", "ß", "İ", "ﬁ",
    "Christmas Day ", "Easter ", "the 1990s ", "lap 20 ", "28th ", "37-year-old ", "Formula One ", "a.m",
]  # fmt: skip


def read_words() -> list[str]:
    texts = [
        path.read_text(encoding="utf-8")
        for path in sorted(EXAMPLES.rglob("*"))
        if path.suffix in (".txt", ".md")
    ]
    return [word for text in texts for word in text.split(" ")]


def make_text(rng: random.Random, words: list[str]) -> str:
    parts: list[str] = []
    for _ in range(rng.randint(1, 12)):
        start = rng.randrange(len(words))
        parts += words[start : start + rng.randint(1, 40)]
        parts += rng.choices(NASTY, k=rng.randint(0, 6))
        if rng.random() < 0.2:
            parts.append(
                "".join(chr(rng.choice((rng.randrange(0x250), rng.randrange(0x3000)))) for _ in range(9))
            )
    if rng.random() < 0.3:
        rng.shuffle(parts)
    return rng.choice((" ", " ", " ", "")).join(parts)


def try_once(seed: int, words: list[str]) -> None:
    rng = random.Random(seed)
    documents: list[Document] = [
        read_text(make_text(rng, words), path=f"{n}.txt", markdown=rng.random() < 0.3)
        for n in range(rng.randint(1, 4))
    ]
    comparison = compare(documents)
    texts = {document.id: document.text for document in comparison.documents}
    report = json.loads(render_comparison(comparison, "json", Presentation()))
    for claim in report["claims"]:
        for span in claim["spans"]:
            assert texts[claim["document_id"]][span["start"] : span["end"]] == span["quote"]
    for name in FORMATS:
        assert render_comparison(comparison, name, Presentation())
    sources = documents[1:] or [read_text("The ferry sailed on Monday.", path="source.txt")]
    checked = json.loads(render_check_json(check(documents[0], sources)))
    draft = documents[0].text
    for verdict in checked["verdicts"]:
        for span in verdict["spans"] + verdict["words"]:
            assert draft[span["start"] : span["end"]] == span["quote"]


def test_random_texts_break_nothing() -> None:
    """Whatever is thrown in, reports come out and every span quotes its text."""
    words = read_words()
    end = time.monotonic() + 60 * MINUTES
    # A long run starts elsewhere each time; a short one is the same for everybody.
    seed = int(time.time()) * 1000 if MINUTES > 1 else 0
    tried = 0
    while time.monotonic() < end or tried < 3:
        try:
            try_once(seed + tried, words)
        except Exception as error:
            pytest.fail(f"seed {seed + tried}: {type(error).__name__}: {error}")
        tried += 1
    assert tried
