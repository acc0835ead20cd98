"""The store, adding, comparing: nothing is lost, nothing is done twice."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from claimdiff.archive.engines import LocalEngine, SerialEngine
from claimdiff.archive.run import add_articles, compare_archive
from claimdiff.archive.store import ArchiveStore, make_key
from claimdiff.errors import InputError
from claimdiff.model import Document, Rejection
from claimdiff.reading import read_text
from claimdiff.settings import Settings

FERRY = [
    "The ferry Saint Orla caught fire off Port Ellery on Friday. Two crew were hurt, the coastguard said.",
    "A blaze on the ferry Saint Orla near Port Ellery hurt six crew members. The coastguard sent boats.",
]
VOTE = [
    "Brenn council voted nine to four to sell the Ropewalk market hall to the Tarrant brewery on Monday.",
    "The Ropewalk market hall goes to the Tarrant brewery after a council vote in Brenn, nine to four.",
]


def make_documents(texts: list[str] | None = None) -> list[Document]:
    return [
        read_text(text, path=f"{n}.txt", date="2024-05-03", url=f"https://example.org/{n}")
        for n, text in enumerate(texts or [*FERRY, *VOTE])
    ]


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "news.db"


def export(path: Path) -> list[tuple[str, bytes]]:
    with ArchiveStore(path) as store:
        return list(store.iterate_reports())


def test_adding_twice_changes_nothing(path: Path) -> None:
    """The same article again is known by its content, whatever its path."""
    with ArchiveStore(path, create=True) as store:
        assert add_articles(store, make_documents()).new == 4
        again = [read_text(FERRY[0], path="elsewhere.txt", date="2024-05-03", url="https://example.org/0")]
        assert add_articles(store, again).new == 0
        assert store.count_documents() == 4


def test_same_text_of_two_outlets_is_two_articles() -> None:
    """What is known of an article is part of what it is."""
    one, two = (read_text(FERRY[0], outlet=name) for name in ("Gazette", "Post"))
    assert make_key(one) != make_key(two)


def test_rejections_are_kept(path: Path) -> None:
    """An input that could not be read stands in the store with its reason."""
    with ArchiveStore(path, create=True) as store:
        done = add_articles(store, [Rejection("bad.txt", "reading", "empty"), *make_documents()])
        assert (done.read, done.rejected) == (4, 1)
        assert store.list_rejections() == [Rejection("bad.txt", "reading", "empty")]


def test_only_changed_stories_are_compared_again(path: Path) -> None:
    """A second run compares nothing; a new article only its own story."""
    with ArchiveStore(path, create=True) as store:
        add_articles(store, make_documents())
        assert compare_archive(store, SerialEngine(), Settings()).compared == 2
        assert compare_archive(store, SerialEngine(), Settings()).compared == 0
        more = (
            "The Saint Orla ferry fire off Port Ellery hurt two crew, the coastguard confirmed on Saturday."
        )
        add_articles(store, [read_text(more, path="9.txt", date="2024-05-04")])
        third = compare_archive(store, SerialEngine(), Settings())
        assert (third.stories, third.compared) == (2, 1)


def test_engines_and_order_give_the_same_bytes(tmp_path: Path) -> None:
    """Serial or in processes, added forwards or backwards: the exported reports are equal."""
    results = []
    for number, engine in enumerate((SerialEngine(), LocalEngine(2))):
        path = tmp_path / f"{number}.db"
        with ArchiveStore(path, create=True) as store:
            documents = make_documents()
            add_articles(store, documents if number == 0 else documents[::-1])
            compare_archive(store, engine, Settings())
        results.append(export(path))
    assert results[0] == results[1]
    assert len(results[0]) == 2


def test_search_finds_claims_and_takes_words_as_words(path: Path) -> None:
    """All words must occur; query syntax in them is only words."""
    with ArchiveStore(path, create=True) as store:
        add_articles(store, make_documents())
        compare_archive(store, SerialEngine(), Settings())
        assert any("Tarrant" in (hit.claim or "") for hit in store.search("market brewery", 10))
        assert store.search('" OR NEAR( *', 10) == []
        assert store.search("   ", 10) == []


def test_reports_are_found_by_the_beginning_of_their_id(path: Path) -> None:
    """A full id or its unambiguous beginning opens a report; anything else says what to do."""
    with ArchiveStore(path, create=True) as store:
        add_articles(store, make_documents())
        compare_archive(store, SerialEngine(), Settings())
        story = store.list_stories()[0].id
        report = store.read_report(story[:8])
        assert report is not None and len(report["documents"]) == 2  # type: ignore[arg-type]
        with pytest.raises(InputError, match="no story"):
            store.read_report("s-nothing")
        with pytest.raises(InputError, match="more than one"):
            store.read_report("s-")


def test_what_is_no_store_says_so(tmp_path: Path) -> None:
    """A missing file and a file of another kind are one clear error each."""
    with pytest.raises(InputError, match="no archive there"):
        ArchiveStore(tmp_path / "none.db")
    other = tmp_path / "notes.txt"
    other.write_text("not a database, just some words to make the file long enough" * 20)
    with pytest.raises(InputError, match="can't be opened"):
        ArchiveStore(other)


def test_kill_at_any_moment_loses_nothing_reported(path: Path) -> None:
    """Killed while adding, the store opens again, holds what was reported, and the rest can be added."""
    script = (
        "import sys\n"
        "from pathlib import Path\n"
        "from claimdiff.archive.run import add_articles\n"
        "from claimdiff.archive.store import ArchiveStore\n"
        "from claimdiff.reading import read_text\n"
        "rows = (read_text(f'Ferry number {n} sailed from Port Ellery on its usual route.', path=str(n))"
        " for n in range(100000))\n"
        "with ArchiveStore(Path(sys.argv[1]), create=True) as store:\n"
        "    add_articles(store, rows, lambda done, total: print(done, flush=True))\n"
    )
    process = subprocess.Popen(
        [sys.executable, "-c", script, str(path)], stdout=subprocess.PIPE, text=True, env=dict(os.environ)
    )
    assert process.stdout is not None
    reported = [int(process.stdout.readline()) for _ in range(2)]
    time.sleep(0.05)
    process.send_signal(signal.SIGKILL)
    process.wait()
    process.stdout.close()
    with ArchiveStore(path) as store:
        assert store.count_documents() >= reported[-1]
        assert add_articles(store, make_documents()).new == 4
