"""Synthetic archives with planted contradictions: speed, growth and memory of `claimdiff archive`.

    python -m benchmarks.archive [--articles N] [--workers N] [--keep FILE.jsonl]

Every story is an invented accident told by 3 to 10 outlets in sentences made from patterns; in half of the
stories one outlet has another number of hurt or another day, so that the right answer is known. Prints
ratios where it can: time for four times the articles, one worker against two, contradictions found in the
archive against the same stories compared alone.
"""

import argparse
import json
import os
import random
import resource
import tempfile
import threading
import time
from pathlib import Path
from typing import Self

from msgspec import Struct

ONSETS = "br c d dr f g h j k l m n p q r s sk t tr v w z".split()
VOWELS = "a e i o u ae ei ou".split()
ENDS = "ck ll n nd r rd rn s sk st th x".split()
THINGS = [
    "ferry",
    "tram",
    "warehouse",
    "mill",
    "refinery",
    "bridge",
    "school bus",
    "grain silo",
    "hotel",
    "trawler",
]
EVENTS = [
    ("caught fire", "fire"),
    ("collapsed", "collapse"),
    ("was flooded", "flood"),
    ("exploded", "explosion"),
    ("overturned", "accident"),
]
DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
CAUSES = [
    "a faulty cable",
    "a burst pipe",
    "a cracked beam",
    "a broken valve",
    "a blocked drain",
    "worn brakes",
]
REST = [
    "The road to {place} stayed closed until the evening.",
    "Neighbours brought blankets and hot tea to those waiting outside.",
    "The {thing} was built in {year} and belongs to the {owner} company.",
    "An inspection in {month} had found nothing wrong, the company said.",
    "{name}, who lives across the street, said she heard a loud bang.",
    "A spokesman for {owner} promised a full report within {weeks} weeks.",
    "Schools in {place} will open an hour later than usual.",
    "Insurance experts put the damage at {money} million crowns.",
    "The minister for transport will visit {place} next week.",
    "Volunteers from {place} collected clothes for the families.",
    "Two similar incidents were reported in the district in {year2}.",
    "“We did everything that we could,” {name} told reporters.",
]
LEADS = [
    "A {thing} {event} in {place} on {day}, leaving {hurt} people injured, police said.",
    "{hurt} people were injured on {day} when a {thing} {event} in {place}, according to police.",
    "Police said that {hurt} people were hurt after a {thing} {event} in {place} on {day}.",
]
CAUSE = [
    "Investigators believe that {cause} started the {noun}.",
    "The {noun} was started by {cause}, investigators believe.",
]


class Story(Struct):
    """A story's articles as records, and the pair of outlets that a planted contradiction sets apart."""

    records: list[dict[str, str]]
    planted: bool


def invent_name(rng: random.Random, syllables: int) -> str:
    """Return a capitalised word that no list holds."""
    parts = [rng.choice(ONSETS) + rng.choice(VOWELS) for _ in range(syllables)]
    return ("".join(parts) + rng.choice(ENDS)).capitalize()


def invent_person(rng: random.Random) -> str:
    """Return a person's name."""
    return f"{invent_name(rng, 1)} {invent_name(rng, 2)}"


def make_story(number: int, seed: int) -> Story:
    """Return story `number` of the archive with this seed; the same numbers give the same story."""
    rng = random.Random(f"{seed}/{number}")
    event, noun = rng.choice(EVENTS)
    facts = {
        "thing": rng.choice(THINGS),
        "event": event,
        "noun": noun,
        "place": invent_name(rng, 2),
        "day": rng.choice(DAYS),
        "hurt": str(rng.randint(3, 60)),
        "cause": rng.choice(CAUSES),
        "year": str(rng.randint(1950, 2015)),
        "year2": str(rng.randint(2016, 2022)),
        "owner": invent_name(rng, 2) + " & " + invent_name(rng, 2),
        "month": rng.choice(["March", "May", "June"]),
        "weeks": str(rng.randint(2, 9)),
        "money": str(rng.randint(2, 90)),
        "name": invent_person(rng),
    }
    count = rng.randint(3, 10)
    planted = rng.random() < 0.5
    odd = rng.randrange(count) if planted else -1
    day = f"2024-{1 + number // 28 % 12:02}-{1 + number % 28:02}"
    records = []
    for at in range(count):
        told = dict(facts)
        if at == odd:
            told["hurt"] = str(int(facts["hurt"]) + rng.randint(3, 20))
        sentences = [rng.choice(LEADS), rng.choice(CAUSE), *rng.sample(REST, k=rng.randint(7, len(REST)))]
        text = "\n\n".join(sentence.format(**told) for sentence in sentences)
        # Padding of everyday sentences brings an article to about 300 words.
        while len(text.split()) < 280:
            text += "\n\n" + rng.choice(REST).format(**(told | {"name": invent_person(rng)}))
        records.append(
            {
                "title": f"{told['thing'].capitalize()} {noun} in {told['place']} injures {told['hurt']}",
                "outlet": f"Outlet {at} of {number}",
                "url": f"https://example.org/{number}/{at}",
                "date": day,
                "text": text,
            }
        )
    return Story(records, planted)


def write_archive(path: Path, articles: int, seed: int = 1) -> dict[str, bool]:
    """Write about `articles` records as JSON lines; return by first URL whether a story is planted."""
    planted: dict[str, bool] = {}
    written = number = 0
    with path.open("w", encoding="utf-8") as file:
        while written < articles:
            story = make_story(number, seed)
            planted[story.records[0]["url"]] = story.planted
            for record in story.records:
                file.write(json.dumps(record) + "\n")
            written += len(story.records)
            number += 1
    return planted


class MemoryWatch:
    """Watches the resident memory of this process and its workers together, five times a second.

    `peak` is the greatest sum seen, in bytes (what processes share is counted for each of them). The system's
    own peak of a child is of no use: it starts from the parent's size at the time of the fork.
    """

    def __init__(self) -> None:
        self.peak = 0
        self._stopped = threading.Event()
        self._thread = threading.Thread(target=self._watch, daemon=True)

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._stopped.set()
        self._thread.join()

    def _watch(self) -> None:
        while not self._stopped.wait(0.2):
            own = sum(read_resident(pid) for pid in (os.getpid(), *list_children()))
            self.peak = max(self.peak, own)


def list_children() -> list[int]:
    """Return the ids of this process's children; none where the system does not tell."""
    lists = Path("/proc/self/task").glob("*/children")
    return [int(pid) for one in lists for pid in one.read_text("ascii").split()]


def read_resident(pid: int) -> int:
    """Return a process's resident memory in bytes, 0 where it is gone or the system does not tell."""
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text("ascii").split()[1])
    except (OSError, IndexError):
        return 0
    return pages * os.sysconf("SC_PAGE_SIZE")


def processor_seconds() -> float:
    """Return the processor time of this process and of the workers that have ended."""
    own, ended = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return own.ru_utime + own.ru_stime + ended.ru_utime + ended.ru_stime


def run_archive(articles: int, workers: int) -> dict[str, float]:
    """Add and compare a synthetic archive; return seconds, counts and the share of planted stories found.

    "cpu" seconds are those of all processes together; they say more than the clock on a busy machine.
    """
    from claimdiff.archive.engines import LocalEngine, SerialEngine
    from claimdiff.archive.run import add_articles, compare_archive
    from claimdiff.archive.store import ArchiveStore
    from claimdiff.reading import stream_paths
    from claimdiff.settings import Settings

    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder) / "articles.jsonl"
        planted = write_archive(records, articles)
        with ArchiveStore(Path(folder) / "store.db", create=True) as store:
            start, used = time.perf_counter(), processor_seconds()
            add_articles(store, stream_paths([str(records)], Settings()))
            added = time.perf_counter()
            engine = LocalEngine(workers) if workers > 1 else SerialEngine()
            done = compare_archive(store, engine, Settings())
            compared, used_up = time.perf_counter(), processor_seconds()
            found = right = 0
            for story_id, rows in store.iterate_story_documents():
                first = min((url for _, url in rows if url), default="")
                report = store.read_report(story_id)
                if report is None or first not in planted:
                    continue
                rows_found = report["contradictions"]
                assert isinstance(rows_found, list)
                hit = any(
                    row["kind"] == "quantity" and row["status"] == "contradiction" for row in rows_found
                )
                found += hit and planted[first]
                right += hit == planted[first]
    return {
        "add": added - start,
        "compare": compared - added,
        "total": compared - start,
        "cpu": used_up - used,
        "stories": done.stories,
        "true_stories": len(planted),
        "found": found / max(1, sum(planted.values())),
        "right": right / max(1, len(planted)),
    }


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--articles", type=int, default=1000)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--growth", action="store_true", help="also measure a quarter of the articles")
    parser.add_argument("--keep", type=Path, help="only write the archive to this file")
    arguments = parser.parse_args()
    if arguments.keep:
        write_archive(arguments.keep, arguments.articles)
        return
    with MemoryWatch() as memory:
        figures = run_archive(arguments.articles, arguments.workers)
    for name, value in figures.items():
        print(f"{name:24}{value:10.2f}")
    if arguments.growth:
        quarter = run_archive(arguments.articles // 4, arguments.workers)
        print(f"{'four times the articles':24}{figures['total'] / quarter['total']:10.2f}")
    print(f"{'peak memory, GB':24}{memory.peak / 1e9:10.2f}")


if __name__ == "__main__":
    main()
