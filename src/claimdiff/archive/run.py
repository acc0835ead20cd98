"""The two long jobs of an archive: adding articles, and comparing its stories."""

from collections.abc import Callable, Iterable, Iterator

from msgspec import Struct

from claimdiff.archive.engines import Engine
from claimdiff.archive.grouping import group_signatures
from claimdiff.archive.store import ArchiveStore
from claimdiff.archive.work import StoryTask, compare_story, decode_result, encode_task
from claimdiff.language.digest import content_id
from claimdiff.language.signature import sign_document
from claimdiff.model import Document, Rejection
from claimdiff.settings import Settings

# Articles and stories written in one transaction: what is lost at most when the machine goes down.
_BATCH = 200
_STORY_BATCH = 20
# So many rejections are handed back; all of them are in the store.
_FIRST = 10

Progress = Callable[[int, int | None], None]


class Added(Struct, frozen=True):
    """What `add_articles` did: articles read, the new among them, inputs rejected and the first of these."""

    read: int
    new: int
    rejected: int
    first_rejections: tuple[Rejection, ...] = ()


class Compared(Struct, frozen=True):
    """What `compare_archive` did. `capped` counts grouping terms too common to be followed everywhere."""

    stories: int
    compared: int
    rejected: int
    capped: int
    first_rejections: tuple[Rejection, ...] = ()


def add_articles(
    store: ArchiveStore,
    articles: Iterable[Document | Rejection],
    progress: Progress = lambda done, total: None,
) -> Added:
    """Store articles as they come, never all in memory; known ones change nothing.

    Each batch is committed before it is reported to `progress`: an interrupted run is simply run again.
    """
    read = new = rejected = 0
    batch: list[tuple[Document, dict[str, float]]] = []
    refused: list[Rejection] = []
    first: list[Rejection] = []

    def flush() -> None:
        nonlocal new, rejected
        new += store.add_documents(batch)
        if refused:
            store.add_rejections(refused)
        rejected += len(refused)
        first.extend(refused[: _FIRST - len(first)])
        batch.clear()
        refused.clear()
        progress(read, None)

    for article in articles:
        if isinstance(article, Rejection):
            refused.append(article)
        else:
            read += 1
            batch.append((article, sign_document(article)))
        if len(batch) + len(refused) >= _BATCH:
            flush()
    flush()
    return Added(read, new, rejected, tuple(first))


def group_archive(store: ArchiveStore) -> int:
    """Group the archive's documents into stories; unchanged stories keep their comparison.

    Returns how many grouping terms were cut short.
    """
    grouping = group_signatures(store.read_signatures())
    keys = store.read_keys()
    stories = []
    for numbers in grouping.stories:
        ordered = sorted(numbers, key=keys.__getitem__)
        story_id = content_id("s", *(keys[number] for number in ordered))
        stories.append((story_id, ordered, store.read_titles(ordered)))
    store.replace_stories([(story, numbers, titles[0][1]) for story, numbers, titles in stories])
    return grouping.capped


def compare_archive(
    store: ArchiveStore,
    engine: Engine,
    settings: Settings,
    progress: Progress = lambda done, total: None,
) -> Compared:
    """Group the archive into stories and compare those that changed, the largest first.

    Results are committed in batches; a story that can't be compared becomes a rejection row.
    """
    capped = group_archive(store)
    pending = store.list_pending()

    def tasks() -> Iterator[tuple[str, bytes]]:
        for story_id, _ in pending:
            documents = store.read_documents(story_id)
            yield story_id, encode_task(StoryTask(story_id, documents, settings))

    done = rejected = 0
    first: list[Rejection] = []
    ready: list[bytes] = []
    for outcome in engine.run(compare_story, tasks()):
        done += 1
        if outcome.result is None:
            rejected += 1
            store.reject_story(outcome.name, outcome.reason)
            if len(first) < _FIRST:
                first.append(Rejection(f"story {outcome.name}", "comparing", outcome.reason))
        else:
            ready.append(outcome.result)
        if len(ready) >= _STORY_BATCH:
            store.save_results([decode_result(one) for one in ready])
            ready.clear()
            progress(done, len(pending))
    store.save_results([decode_result(one) for one in ready])
    progress(done, len(pending))
    compared = len(pending) - rejected
    return Compared(store.count_stories(), compared, rejected, capped, tuple(first))
