"""Speed as ratios within one run, so that a slow machine and a fast one print alike.

    python -m benchmarks.speed [--articles DIR] [--events FILE.jsonl.gz] [--runs N]

Prints: start-up against `import typer`; a whole comparison against importing the four given packages; text
per second of extraction; checking a draft; matching's growth; matching against scoring all pairs with
rapidfuzz.
"""

import argparse
import gzip
import json
import os
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path

HERE = Path(__file__).resolve().parent


def time_commands(ours: list[str], plain: list[str], runs: int) -> float:
    """Return the median of the pairwise ratios ours/plain, the two run in turn after a warm-up.

    Compiled modules are kept, as they are on anybody's machine: else every start compiles ours anew.
    """
    environment = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}

    def seconds(command: list[str]) -> float:
        start = time.perf_counter()
        subprocess.run(
            command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, check=True, env=environment
        )
        return time.perf_counter() - start

    seconds(ours), seconds(plain)
    return statistics.median(seconds(ours) / seconds(plain) for _ in range(runs))


def time_call(call: Callable[[], object]) -> float:
    """Return the seconds of processor time that one call takes: other work on the machine counts less."""
    start = time.process_time()
    call()
    return time.process_time() - start


def measure_startup(articles: Path, runs: int) -> None:
    """Print both start-up ratios."""
    python = [sys.executable, "-c"]
    command = str(Path(sys.executable).with_name("claimdiff"))
    version = time_commands([command, "--version"], [*python, "import typer"], runs)
    print(f"{'claimdiff --version / import typer':58}{version:9.2f}")
    whole = time_commands(
        [command, "compare", str(articles), "--format", "json"],
        [*python, "import typer, rich, rapidfuzz, dateparser"],
        runs,
    )
    print(f"{'claimdiff compare ' + articles.name + ' --format json / four imports':58}{whole:9.2f}")


def measure_extraction(texts: list[str]) -> None:
    """Print the megabytes of article text per second that extraction takes in, and how it grows."""
    from claimdiff.api import extract
    from claimdiff.reading import read_text

    documents = [read_text(text, path=f"{n}.txt") for n, text in enumerate(texts)]
    size = sum(len(document.text.encode()) for document in documents) / 1e6
    extract(documents[0])
    seconds = time_call(lambda: [extract(document) for document in documents])
    print(f"{'extraction, MB of text per second and core':58}{size / seconds:9.2f}")
    body = "\n\n".join(texts)
    short, long = (read_text(body[: 60_000 * n], path="one.txt") for n in (1, 8))
    growth = time_call(lambda: extract(long)) / time_call(lambda: extract(short))
    print(f"{'extraction, 8 times the text of one article, times longer':58}{growth:9.2f}")


def measure_matching(texts: list[str]) -> None:
    """Print matching's growth over ten times the claims, and its ratio to all pairs with rapidfuzz."""
    from claimdiff.api import extract
    from claimdiff.matching import match_claims
    from claimdiff.reading import read_text
    from claimdiff.settings import Settings

    rng = random.Random(7)
    blend = [" ".join(rng.sample(text.split(". "), k=len(text.split(". ")))) for text in texts * 3]
    documents = [read_text(text, path=f"{n:04}.txt") for n, text in enumerate(blend[:200])]
    claims = [claim for document in documents for claim in extract(document)][:10_000]
    settings = Settings()
    few = claims[: len(claims) // 10]
    long = time_call(lambda: match_claims(documents, claims, settings, waterfalls=False))
    short = time_call(lambda: match_claims(documents, few, settings, waterfalls=False))
    print(f"{f'matching {len(claims)} claims, CPU seconds':58}{long:9.2f}")
    print(f"{'matching, ten times the claims, times longer':58}{long / short:9.2f}")
    try:
        from rapidfuzz import fuzz, process

        statements = [claim.statement for claim in claims]
        pairs = time_call(lambda: process.cdist(statements, statements, scorer=fuzz.token_set_ratio))
        print(f"{'matching / rapidfuzz.cdist token_set_ratio over all pairs':58}{long / pairs:9.2f}")
    except ImportError:
        print("rapidfuzz.cdist needs numpy: not compared", file=sys.stderr)


def measure_check(texts: list[str]) -> None:
    """Print the CPU seconds of checking 1,000 words against 20 articles, and their ratio to extraction.

    The draft is made of the articles' own words, so that most of it is found.
    """
    from claimdiff.api import check, extract
    from claimdiff.reading import read_text

    sources = [read_text(text, path=f"{n:02}.txt") for n, text in enumerate(texts[:20])]
    words = " ".join(" ".join(text.split()[40:120]) for text in texts[:20]).split()[:1000]
    draft = read_text(" ".join(words), path="draft.txt")
    check(draft, sources[:1])
    start = time.process_time()
    for source in sources:
        extract(source)
    extracted = time.process_time()
    check(draft, sources)
    whole = time.process_time() - extracted
    print(f"{'check, 1,000 words against 20 articles, CPU seconds':58}{whole:9.2f}")
    print(f"{'check / extraction of its 20 articles':58}{whole / (extracted - start):9.2f}")


def main() -> None:
    """Print every ratio."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=Path, default=HERE.parent / "examples" / "harbour")
    parser.add_argument("--events", type=Path, help="gzipped JSON lines with a `text` each")
    parser.add_argument("--runs", type=int, default=7)
    arguments = parser.parse_args()
    measure_startup(arguments.articles, arguments.runs)
    if arguments.events:
        with gzip.open(arguments.events, "rt", encoding="utf-8") as file:
            texts = [json.loads(line)["text"] for line in file]
        measure_extraction(texts)
        measure_check(texts)
        measure_matching(texts)


if __name__ == "__main__":
    main()
