"""Words of a quotation that other documents repeat without quotation marks."""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from claimdiff.findings.speakers import relate_speakers
from claimdiff.findings.utterances import Utterance, UtteranceReader, covers_any, has_part
from claimdiff.findings.wording import StoryWords
from claimdiff.model import Span

if TYPE_CHECKING:
    from claimdiff.findings.quotations import UtteranceGroup

_RARE_STEMS = 4
_LARGEST_BLOCK = 80


def find_echoes(
    groups: Sequence["UtteranceGroup"],
    story: StoryWords,
    reader: UtteranceReader,
    only_of: str | None = None,
) -> list["UtteranceGroup"]:
    """Add to each group the sentences of documents it lacks that repeat its words unmarked.

    A repeat must hold most of the weight of the fullest form's rare words close together; a short form
    ("massive damage") must stand there word for word. With `only_of`, the id of a document, the groups
    that it has no part in stay as they are.
    """
    index: dict[str, list[tuple[str, Span]]] = {}
    for document_id in sorted(story.sentences):
        for span in story.sentences[document_id]:
            for stem in sorted(story.stems_in(document_id, span)):
                index.setdefault(stem, []).append((document_id, span))
    taken: dict[str, list[Span]] = {}
    for group in groups:
        for member in group.members:
            taken.setdefault(member.document_id, []).append(member.span)
    for spans in taken.values():
        spans.sort()
    return [
        _extend(group, index, taken, story, reader) if has_part(only_of, group.members) else group
        for group in groups
    ]


def _extend(
    group: "UtteranceGroup",
    index: dict[str, list[tuple[str, Span]]],
    taken: dict[str, list[Span]],
    story: StoryWords,
    reader: UtteranceReader,
) -> "UtteranceGroup":
    full = group.members[0]
    present = {member.document_id for member in group.members}
    stems = set(full.stems)
    if len(stems) < 2 or not full.marked:
        return group
    candidates: set[tuple[str, Span]] = set()
    for stem in sorted(stems, key=lambda stem: (story.frequency(stem), stem))[:_RARE_STEMS]:
        rows = index.get(stem, ())
        if len(rows) <= _LARGEST_BLOCK:
            candidates.update(row for row in rows if row[0] not in present)
    best: dict[str, tuple[float, Span]] = {}
    for document_id, sentence in sorted(candidates):
        found = _locate(full, document_id, sentence, story)
        if not found or covers_any(taken.get(document_id, ()), found[1]):
            continue
        if document_id not in best or found[0] > best[document_id][0]:
            best[document_id] = found
    added: list[Utterance] = []
    for document_id, (_, span) in sorted(best.items()):
        echo = reader.read(document_id, span, marked=False, run=-1)
        if echo is not None and relate_speakers(full.speaker, echo.speaker) != "different":
            added.append(echo)
    if not added:
        return group
    return group._replace(members=(*group.members, *added))


def _locate(
    full: Utterance, document_id: str, sentence: Span, story: StoryWords
) -> tuple[float, Span] | None:
    """Return how much of the form's weight a sentence repeats, and the stretch that does."""
    words = story.by_id[document_id]
    first, last = words.between(sentence)
    wanted = set(full.stems)
    places = [at for at in range(first, last) if words.stems[at] in wanted]
    if not places:
        return None
    here = {words.stems[at] for at in places}
    share = sum(map(story.weight, here)) / max(1e-9, sum(map(story.weight, wanted)))
    start, end = places[0], places[-1] + 1
    density = len(places) / max(1, sum(1 for at in range(start, end) if words.stems[at]))
    if len(wanted) <= 3:
        size = len(full.words)
        for at in range(first, last - size + 1):
            if tuple(words.words[at : at + size]) == full.words:
                return 1.0, words.span(at, at + size)
        return None
    if share < 0.6 or density < 0.5:
        return None
    return share * density, words.span(start, end)
