"""The archive on disk: one SQLite file in write-ahead mode; what was reported as stored stays stored."""

import json
import sqlite3
from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path

import msgspec

from claimdiff.archive.grouping import Signature
from claimdiff.archive.schema import SCHEMA_VERSION, TABLES
from claimdiff.errors import InputError
from claimdiff.language.digest import content_id
from claimdiff.model import Document, Rejection


class StoryRow(msgspec.Struct, frozen=True):
    """A story of the archive, with the counts of its comparison (None before it is compared)."""

    id: str
    title: str
    document_count: int
    first_day: str | None
    last_day: str | None
    shared_facts: int | None
    contradictions: int | None


class Hit(msgspec.Struct, frozen=True):
    """One search result; `claim` is None where only the article matches."""

    story_id: str | None
    path: str
    label: str
    claim: str | None
    speaker: str | None


class StoryResult(msgspec.Struct, frozen=True):
    """What a worker returns for one story: the JSON report, and the rows for searching."""

    story_id: str
    report: bytes
    claims: list[tuple[str, str, str, str | None, str]]
    facts: list[tuple[str, str, str, int, int, float | None]]
    contradictions: list[tuple[str, str, str, str, float, str]]


class ArchiveStore:
    """An open store. Use it as a context manager; every write is committed before the call returns."""

    def __init__(self, path: Path, *, create: bool = False) -> None:
        """Open the store at `path`.

        Raises:
            InputError: there is no store there (and `create` is false), or the file is no store.
        """
        self.path = path
        if not create and not path.is_file():
            raise InputError(f"{path}: no archive there; make one with `claimdiff archive add`")
        try:
            self._base = sqlite3.connect(path, isolation_level=None, timeout=30)
            self._base.execute("PRAGMA journal_mode=WAL")
            self._base.execute("PRAGMA synchronous=FULL")
            self._base.executescript(TABLES)
            self._check_version()
        except sqlite3.Error as error:
            raise InputError(f"{path}: can't be opened as an archive ({error}); name another file") from None

    def _check_version(self) -> None:
        self._base.execute("INSERT OR IGNORE INTO meta VALUES ('schema', ?)", (str(SCHEMA_VERSION),))
        (found,) = self._base.execute("SELECT value FROM meta WHERE key = 'schema'").fetchone()
        if found != str(SCHEMA_VERSION):
            raise InputError(
                f"{self.path}: made by another claimdiff (schema {found}); add the articles anew"
            )

    def __enter__(self) -> "ArchiveStore":
        return self

    def __exit__(self, *_: object) -> None:
        self._base.close()

    def add_documents(self, documents: Sequence[tuple[Document, dict[str, float]]]) -> int:
        """Store documents with their signatures in one transaction; those known already change nothing.

        Returns how many were new.
        """
        new = 0
        with _Transaction(self._base):
            for document, terms in documents:
                new += self._add_document(document, terms)
        return new

    def _add_document(self, document: Document, terms: dict[str, float]) -> int:
        day = document.reference_date.date
        key = make_key(document)
        # Two outlets may carry one text: in an archive the id tells them apart.
        document = msgspec.structs.replace(document, id=name_document(key))
        done = self._base.execute(
            "INSERT OR IGNORE INTO documents"
            " (key, path, outlet, title, url, published_at, day, signature, data)"
            " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
            (
                key,
                document.path,
                document.outlet,
                document.title,
                document.url,
                document.published_at,
                date.fromisoformat(day).toordinal() if day else None,
                msgspec.msgpack.encode(terms),
                msgspec.msgpack.encode(document),
            ),
        )
        if not done.rowcount:
            return 0
        self._base.execute(
            "INSERT INTO document_search (rowid, title, text) VALUES (?, ?, ?)",
            (done.lastrowid, document.title or "", document.text),
        )
        return 1

    def add_rejections(self, rows: Iterable[Rejection]) -> None:
        """Store rejections; one for the same path and stage takes the place of the older."""
        with _Transaction(self._base):
            self._base.executemany(
                "INSERT OR REPLACE INTO rejections VALUES (?, ?, ?)",
                [(row.path, row.stage, row.reason) for row in rows],
            )

    def read_signatures(self) -> Iterator[Signature]:
        """Yield what grouping needs of every document."""
        rows = self._base.execute("SELECT number, day, signature FROM documents ORDER BY key")
        decoder = msgspec.msgpack.Decoder(dict[str, float])
        for number, day, terms in rows:
            yield Signature(number, day, decoder.decode(terms))

    def read_keys(self) -> dict[int, str]:
        """Return the content key of every document by its number."""
        return dict(self._base.execute("SELECT number, key FROM documents").fetchall())

    def replace_stories(self, stories: Sequence[tuple[str, Sequence[int], str]]) -> None:
        """Make (id, document numbers, title) the archive's stories; unchanged ones keep their results."""
        with _Transaction(self._base):
            self._base.execute("CREATE TEMP TABLE IF NOT EXISTS kept (id TEXT PRIMARY KEY)")
            self._base.execute("DELETE FROM kept")
            self._base.executemany("INSERT OR IGNORE INTO kept VALUES (?)", [(row[0],) for row in stories])
            gone = self._base.execute(
                "SELECT id FROM stories WHERE id NOT IN (SELECT id FROM kept) ORDER BY id"
            ).fetchall()
            for (story_id,) in gone:
                self._clear_results(story_id)
                self._base.execute("DELETE FROM story_documents WHERE story_id = ?", (story_id,))
                self._base.execute("DELETE FROM stories WHERE id = ?", (story_id,))
            for story_id, numbers, title in stories:
                done = self._base.execute(
                    "INSERT OR IGNORE INTO stories (id, document_count, title) VALUES (?, ?, ?)",
                    (story_id, len(numbers), title),
                )
                if done.rowcount:
                    self._base.executemany(
                        "INSERT INTO story_documents VALUES (?, ?)", [(story_id, n) for n in numbers]
                    )

    def _clear_results(self, story_id: str) -> None:
        self._base.execute(
            "DELETE FROM claim_search WHERE rowid IN (SELECT number FROM claims WHERE story_id = ?)",
            (story_id,),
        )
        for table in ("claims", "facts", "contradictions"):
            self._base.execute(f"DELETE FROM {table} WHERE story_id = ?", (story_id,))
        self._base.execute("DELETE FROM rejections WHERE path = ?", (f"story {story_id}",))

    def list_pending(self) -> list[tuple[str, int]]:
        """Return (id, document count) of the stories not yet compared, the largest first."""
        rows = self._base.execute(
            "SELECT id, document_count FROM stories WHERE compared = 0 ORDER BY document_count DESC, id"
        )
        return [(story_id, count) for story_id, count in rows]

    def read_documents(self, story_id: str) -> list[bytes]:
        """Return the encoded documents of a story, in the order of their keys."""
        rows = self._base.execute(
            "SELECT d.data FROM story_documents s JOIN documents d ON d.number = s.document_number"
            " WHERE s.story_id = ? ORDER BY d.key",
            (story_id,),
        )
        return [data for (data,) in rows]

    def save_results(self, results: Sequence[StoryResult]) -> None:
        """Store the results of stories in one transaction."""
        with _Transaction(self._base):
            for result in results:
                self._save_result(result)

    def _save_result(self, result: StoryResult) -> None:
        story = result.story_id
        self._clear_results(story)
        rows = self._base.execute(
            "SELECT d.key, d.number FROM story_documents s JOIN documents d ON d.number ="
            " s.document_number WHERE s.story_id = ?",
            (story,),
        )
        numbers = {name_document(key): number for key, number in rows}
        for claim_id, document_id, fact_id, speaker, statement in result.claims:
            done = self._base.execute(
                "INSERT INTO claims (id, story_id, document_number, fact_id, speaker, statement)"
                " VALUES (?, ?, ?, ?, ?, ?)",
                (claim_id, story, numbers[document_id], fact_id, speaker, statement),
            )
            self._base.execute(
                "INSERT INTO claim_search (rowid, statement) VALUES (?, ?)", (done.lastrowid, statement)
            )
        self._base.executemany(
            "INSERT OR REPLACE INTO facts VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(row[0], story, *row[1:]) for row in result.facts],
        )
        self._base.executemany(
            "INSERT OR REPLACE INTO contradictions VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(row[0], story, *row[1:]) for row in result.contradictions],
        )
        self._base.execute("UPDATE stories SET compared = 1, data = ? WHERE id = ?", (result.report, story))

    def reject_story(self, story_id: str, reason: str) -> None:
        """Note that a story could not be compared; it is not tried again until it changes."""
        with _Transaction(self._base):
            self._clear_results(story_id)
            self._base.execute(
                "INSERT OR REPLACE INTO rejections VALUES (?, 'comparing', ?)", (f"story {story_id}", reason)
            )
            self._base.execute("UPDATE stories SET compared = 1, data = NULL WHERE id = ?", (story_id,))

    def count_documents(self) -> int:
        """Return the number of documents stored."""
        (count,) = self._base.execute("SELECT count(*) FROM documents").fetchone()
        return int(count)

    def count_stories(self) -> int:
        """Return the number of stories, compared or not."""
        (count,) = self._base.execute("SELECT count(*) FROM stories").fetchone()
        return int(count)

    def list_rejections(self) -> list[Rejection]:
        """Return every rejection, sorted."""
        rows = self._base.execute("SELECT path, stage, reason FROM rejections ORDER BY path, stage")
        return [Rejection(*row) for row in rows]

    def read_titles(self, numbers: Sequence[int]) -> list[tuple[str, str]]:
        """Return (key, title) of the given documents, in the order of their keys."""
        marks = ",".join("?" * len(numbers))
        rows = self._base.execute(
            f"SELECT key, coalesce(title, path) FROM documents WHERE number IN ({marks}) ORDER BY key",
            list(numbers),
        )
        return [(key, title) for key, title in rows]

    def list_stories(self) -> list[StoryRow]:
        """Return the stories, those with most contradictions between sources first, then the largest."""
        rows = self._base.execute(
            "SELECT s.id, s.title, s.document_count, min(substr(d.published_at, 1, 10)),"
            " max(substr(d.published_at, 1, 10)), s.compared,"
            " (SELECT count(*) FROM facts f WHERE f.story_id = s.id AND f.document_count > 1),"
            " (SELECT count(*) FROM contradictions c WHERE c.story_id = s.id AND c.status ="
            " 'contradiction' AND c.between_what = 'sources') AS found"
            " FROM stories s JOIN story_documents m ON m.story_id = s.id"
            " JOIN documents d ON d.number = m.document_number"
            " GROUP BY s.id ORDER BY found DESC, s.document_count DESC, s.id"
        )
        return [StoryRow(*row[:5], *((row[6], row[7]) if row[5] else (None, None))) for row in rows]

    def iterate_story_documents(self) -> Iterator[tuple[str, list[tuple[str, str | None]]]]:
        """Yield each story's id with (document id, url) of its documents, sorted by story id."""
        ids = [row[0] for row in self._base.execute("SELECT id FROM stories ORDER BY id").fetchall()]
        for story_id in ids:
            rows = self._base.execute(
                "SELECT d.key, d.url FROM story_documents s JOIN documents d ON d.number ="
                " s.document_number WHERE s.story_id = ? ORDER BY d.key",
                (story_id,),
            )
            yield story_id, [(name_document(key), url) for key, url in rows]

    def find_story(self, beginning: str) -> str:
        """Return the id of a story, given it or an unambiguous beginning of it.

        Raises:
            InputError: no story, or more than one, has such an id.
        """
        rows = self._base.execute(
            "SELECT id FROM stories WHERE id = ? OR id LIKE ? ESCAPE '\\' ORDER BY id LIMIT 3",
            (beginning, beginning.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%"),
        ).fetchall()
        exact = [row for row in rows if row[0] == beginning] or rows
        if len(exact) != 1:
            raise InputError(
                f"{beginning}: {'no story has' if not exact else 'more than one story has'} such an id; "
                "`claimdiff archive stories` lists them"
            )
        return str(exact[0][0])

    def read_report(self, story_id: str) -> dict[str, object] | None:
        """Return the comparison report of a story (a full id or an unambiguous beginning of one).

        Returns None where it has not been compared, or could not be.

        Raises:
            InputError: no story, or more than one, has such an id.
        """
        row = self._base.execute(
            "SELECT data FROM stories WHERE id = ?", (self.find_story(story_id),)
        ).fetchone()
        return None if row[0] is None else json.loads(row[0])

    def iterate_reports(self) -> Iterator[tuple[str, bytes]]:
        """Yield (story id, report) of every compared story, sorted by id."""
        ids = self._base.execute("SELECT id FROM stories WHERE data IS NOT NULL ORDER BY id").fetchall()
        for (story_id,) in ids:
            (data,) = self._base.execute("SELECT data FROM stories WHERE id = ?", (story_id,)).fetchone()
            yield story_id, data

    def search(self, words: str, limit: int) -> list[Hit]:
        """Return claims that hold all the words, best first, then articles that do.

        The words are taken as words, never as query syntax.
        """
        query = " ".join('"' + word.replace('"', '""') + '"' for word in words.split())
        if not query:
            return []
        claims = self._base.execute(
            "SELECT c.story_id, d.path, coalesce(d.outlet, d.title, d.path), c.statement, c.speaker"
            " FROM claim_search s JOIN claims c ON c.number = s.rowid"
            " JOIN documents d ON d.number = c.document_number"
            " WHERE claim_search MATCH ? ORDER BY rank, d.key, c.id LIMIT ?",
            (query, limit),
        ).fetchall()
        hits = [Hit(*row) for row in claims]
        articles = self._base.execute(
            "SELECT m.story_id, d.path, coalesce(d.outlet, d.title, d.path)"
            " FROM document_search s JOIN documents d ON d.number = s.rowid"
            " LEFT JOIN story_documents m ON m.document_number = d.number"
            " WHERE document_search MATCH ? ORDER BY rank, d.key LIMIT ?",
            (query, limit),
        ).fetchall()
        known = {hit.path for hit in hits}
        hits += [Hit(row[0], row[1], row[2], None, None) for row in articles if row[1] not in known]
        return hits[:limit]


class _Transaction:
    """All statements inside are kept together, or none of them."""

    def __init__(self, base: sqlite3.Connection) -> None:
        self._base = base

    def __enter__(self) -> None:
        self._base.execute("BEGIN IMMEDIATE")

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        self._base.execute("COMMIT" if kind is None else "ROLLBACK")


def make_key(document: Document) -> str:
    """Return what makes an article the same article: its text and what is known of it, not its path."""
    return content_id(
        "a", document.text, document.title, document.outlet, document.url, document.published_at
    )


def name_document(key: str) -> str:
    """Return the document id that belongs to an article's key."""
    return "d" + key[1:]
