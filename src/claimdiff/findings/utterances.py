"""What the documents print of people's own words: one sentence (or fragment) of a quotation at a time."""

from bisect import bisect_right
from collections.abc import Sequence

from msgspec import Struct

from claimdiff.findings.quotemarks import find_quoted, split_quoted
from claimdiff.findings.wording import StoryWords, word_key
from claimdiff.language.cues import SAY_VERBS
from claimdiff.model import Claim, Document, Span

FIRST_PERSON = frozenset(["i", "we", "me", "us", "my", "our", "mine", "ours", "myself", "ourselves"])


_SHORT = 3
# Claims looked at before a place: one that runs on over all the text would have them all looked at.
_LOOK_BACK = 400


class Utterance(Struct, frozen=True):
    """A sentence or fragment of somebody's words as one document prints it.

    `words` are folded, `stems` the content stems among them, `context` those of the whole sentence
    around. `headline` is true for a headline's words and for those of a heading in capitals. `run` numbers
    the quoting paragraphs of a document, `passage` the stretches of them that follow each other.
    `frame` are the stems of the clause around a quoted word or two. `titled` is true for words that are
    all printed with a capital in running text: a name in quotation marks, hardly a remark.
    `first_word` and `last_word` are the half-open range in the document's words.
    """

    document_id: str
    claim_id: str
    span: Span
    words: tuple[str, ...]
    stems: tuple[str, ...]
    context: frozenset[str]
    speaker: str | None
    marked: bool
    headline: bool
    run: int
    passage: int
    first_word: int
    last_word: int
    frame: frozenset[str] = frozenset()
    titled: bool = False


def has_part(document_id: str | None, members: Sequence[Utterance]) -> bool:
    """Tell whether a document has one of the utterances; None stands for any document."""
    return document_id is None or any(member.document_id == document_id for member in members)


class ClaimLocator:
    """Finds the claim of a document that a span lies in."""

    def __init__(self, claims: Sequence[Claim]) -> None:
        self._claims: dict[str, list[Claim]] = {}
        for claim in claims:
            self._claims.setdefault(claim.document_id, []).append(claim)
        self._starts: dict[str, list[int]] = {}
        self._longest: dict[str, int] = {}
        for document_id, rows in self._claims.items():
            rows.sort(key=lambda claim: (claim.spans[0], claim.id))
            self._starts[document_id] = [claim.spans[0].start for claim in rows]
            self._longest[document_id] = max(claim.spans[-1].end - claim.spans[0].start for claim in rows)

    def overlapping(self, document_id: str, span: Span) -> list[Claim]:
        """Return the claims whose evidence shares text with the span, in reading order."""
        rows = self._claims.get(document_id, [])
        if not rows:
            return []
        last = bisect_right(self._starts[document_id], span.end - 1)
        found: list[Claim] = []
        for at in range(last - 1, max(-1, last - 1 - _LOOK_BACK), -1):
            if rows[at].spans[0].start + self._longest[document_id] <= span.start:
                break
            if shared_length(rows[at].spans, span):
                found.append(rows[at])
        found.reverse()
        return found

    def best(self, document_id: str, span: Span) -> Claim | None:
        """Return the claim that fits the span best: most text shared, least text beyond it.

        Where none overlaps (a heading), it is the next claim, or the last of the document.
        """
        found = self.overlapping(document_id, span)
        if not found:
            rows = self._claims.get(document_id, [])
            at = bisect_right(self._starts.get(document_id, []), span.start)
            return rows[min(at, len(rows) - 1)] if rows else None
        return max(
            found,
            key=lambda claim: (
                2
                * shared_length(claim.spans, span)
                / (sum(part.end - part.start for part in claim.spans) + span.end - span.start),
                claim.speaker is not None,
                claim.id,
            ),
        )


def shared_length(spans: Sequence[Span], span: Span) -> int:
    """Return how many characters of `span` the spans cover."""
    return sum(max(0, min(part.end, span.end) - max(part.start, span.start)) for part in spans)


def covers_any(spans: Sequence[Span], span: Span) -> bool:
    """Tell whether one of the spans, sorted by their starts and apart, shares text with another span."""
    at = bisect_right(spans, span.start, key=lambda one: one.start)
    return (at > 0 and spans[at - 1].end > span.start) or (at < len(spans) and spans[at].start < span.end)


def list_sentences(claims: Sequence[Claim]) -> dict[str, list[Span]]:
    """Return each document's sentences that hold claims, in reading order."""
    found: dict[str, set[Span]] = {}
    for claim in claims:
        found.setdefault(claim.document_id, set()).add(claim.sentence)
    return {document_id: sorted(spans) for document_id, spans in sorted(found.items())}


class UtteranceReader:
    """Makes utterances of spans: fills words, claim and speaker."""

    def __init__(self, story: StoryWords, claims: Sequence[Claim]) -> None:
        self.story = story
        self.locator = ClaimLocator(claims)

    def read(
        self, document_id: str, span: Span, *, marked: bool, run: int = -1, passage: int = -1
    ) -> Utterance | None:
        """Return the utterance at a span, None where it holds no word or lies in no claim."""
        words = self.story.by_id[document_id]
        first, last = words.between(span)
        claim = self.locator.best(document_id, span)
        if first == last or claim is None:
            return None
        return Utterance(
            document_id=document_id,
            claim_id=claim.id,
            span=span,
            words=tuple(words.words[first:last]),
            stems=tuple(stem for stem in words.stems[first:last] if stem),
            context=frozenset(self.story.stems_in(document_id, claim.sentence)),
            speaker=self._speaker(document_id, span, claim),
            marked=marked,
            headline=claim.headline or self._is_shouted(document_id, span),
            run=run,
            passage=passage,
            first_word=first,
            last_word=last,
            frame=self._read_frame(document_id, span, claim)
            if marked and last - first <= _SHORT
            else frozenset(),
            titled=marked and not claim.headline and self._is_titled(document_id, first, last),
        )

    def _is_shouted(self, document_id: str, span: Span) -> bool:
        """Tell whether several words stand all in capitals, as headings in the text do."""
        quote = self.story.by_id[document_id].document.quote(span)
        return " " in quote and quote.isupper()

    def _is_titled(self, document_id: str, first: int, last: int) -> bool:
        """Tell whether each of several words begins with a capital."""
        words = self.story.by_id[document_id]
        text = words.document.text
        return last - first > 1 and all(text[start].isupper() for start in words.starts[first:last])

    def _read_frame(self, document_id: str, span: Span, claim: Claim) -> frozenset[str]:
        """Return the stems of a claim outside the quoted words."""
        own = self.story.stems_in(document_id, span)
        found: set[str] = set()
        for part in claim.spans:
            found |= self.story.stems_in(document_id, part)
        return frozenset(found - own - {word_key(word) for word in SAY_VERBS})

    def _speaker(self, document_id: str, span: Span, claim: Claim) -> str | None:
        if claim.speaker is not None:
            return claim.speaker.name
        for other in self.locator.overlapping(document_id, span):
            if other.speaker is not None and shared_length(other.spans, span) * 2 >= span.end - span.start:
                return other.speaker.name
        return None


def find_utterances(documents: Sequence[Document], reader: UtteranceReader) -> list[Utterance]:
    """Return everything in quotation marks, sentence by sentence, and unmarked first-person speech."""
    found: list[Utterance] = []
    for document in sorted(documents, key=lambda document: document.id):
        block_starts = sorted(block.start for block in document.blocks)
        run, passage, block, taken = 0, 0, -1, []
        for quoted in find_quoted(document):
            here = bisect_right(block_starts, quoted.start)
            run, passage = run + (here != block), passage + (here > block + 1)
            block = here
            for span in split_quoted(document.text, quoted):
                utterance = reader.read(document.id, span, marked=True, run=run, passage=passage)
                if utterance is not None:
                    found.append(utterance)
            taken.append(quoted)
        found += _unmarked(document, taken, reader, run)
    return found


def _unmarked(document: Document, taken: list[Span], reader: UtteranceReader, run: int) -> list[Utterance]:
    """Return first-person sentences outside quotation marks: quotations that lost theirs."""
    found: list[Utterance] = []
    for span in reader.story.sentences.get(document.id, ()):
        if covers_any(taken, span):
            continue
        first, last = reader.story.by_id[document.id].between(span)
        if FIRST_PERSON.isdisjoint(reader.story.by_id[document.id].words[first:last]):
            continue
        run += 1
        utterance = reader.read(document.id, span, marked=False, run=run)
        if utterance is not None:
            found.append(utterance)
    return found
