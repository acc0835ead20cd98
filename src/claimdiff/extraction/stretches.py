"""Cut a block into stretches: the words of one voice, apart from the words that attribute them."""

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import groupby
from typing import TypeVar

from msgspec import Struct

from claimdiff.extraction.attribution import Attributed
from claimdiff.extraction.polarity_words import REJECTING
from claimdiff.extraction.sentence_words import WIDE, BlockWords
from claimdiff.extraction.tagging import FINITE, tag_words
from claimdiff.extraction.voices import find_lost_subject, goes_on, stands_apart
from claimdiff.language.tokens import Token
from claimdiff.model import Span

_NOMINAL_CONTENT = frozenset(
    {"report", "confirm", "note", "describe", "predict", "expect", "allege", "fear", "warn"}
)
# What these verbs introduce is not said but denied: the verb stays in the claim, which it negates.
_DENYING = frozenset({"deny", "reject", "dispute", "refute", "rebut", "doubt", "dismiss", "rule"})
_LONGEST_FRAME = 200
_FRAMED = 3  # what comes before a frame, the frame, and what is said
_ABSENT = frozenset({"no", "without", "little", "scant"})
_POINTING = frozenset({"any", "the", "these", "those", "such"})
_NEGATIVE = frozenset({"not", "no", "never", "nobody", "none", "nothing", "unclear", "cannot"})


Item = TypeVar("Item")


class Stretch(Struct, frozen=True, gc=False):
    """Tokens of one sentence in one voice, with their tags.

    `said` is the attribution whose content they are (None: the document's own voice); `frame` is the
    attribution whose own words they are. `interrupted` tells that a frame, or much white space, may part
    the tokens. `flags` are those of all words of the sentence (see `word_forms`), all set where not known.
    """

    tokens: list[Token]
    tags: list[str]
    said: Attributed | None
    frame: Attributed | None
    sentence: Span
    block: int
    interrupted: bool = False
    flags: int = -1


def find_spans(stretch: Stretch, first: int, last: int) -> tuple[Span, ...]:
    """Return the spans of some tokens, apart where a frame or much white space interrupts them."""
    tokens = stretch.tokens[first:last]
    if not stretch.interrupted:
        return (Span(tokens[0].start, tokens[-1].end),)
    gaps = [at for at in range(1, len(tokens)) if tokens[at].start - tokens[at - 1].end > WIDE]
    starts = [tokens[at].start for at in (0, *gaps)]
    ends = [tokens[at - 1].end for at in (*gaps, len(tokens))]
    return tuple(map(Span, starts, ends))


def group_by_block(attributions: Sequence[Attributed]) -> Mapping[int, list[Attributed]]:
    """Return the attributions that reach into each block, in their order."""
    groups: dict[int, list[Attributed]] = defaultdict(list)
    for attributed in attributions:
        for number in attributed.blocks or (attributed.block,):
            groups[number].append(attributed)
    return groups


def read_stretches(block: BlockWords, attributions: Sequence[Attributed]) -> Iterator[Stretch]:
    """Yield the stretches of one block in reading order.

    `attributions` are those that reach into the block. Of nested ones the innermost owns a token.
    """
    number, tokens, bounds, wide = block.index, block.tokens, block.bounds, block.is_wide
    plain: list[Stretch] = []
    for sentence, (first, last), flags in zip(block.sentences, bounds, block.sentence_flags, strict=True):
        own = tokens[first:last]
        tags = tag_words(own, block.kinds[first:last], block.flags[first:last])
        plain.append(Stretch(own, tags, None, None, sentence, number, wide, flags))
    if not attributions:
        yield from plain
        return
    tags = [tag for stretch in plain for tag in stretch.tags]
    owners, frames = _paint(tokens, tags, attributions)
    for (first, last), whole in zip(bounds, plain, strict=True):
        if _is_plain(owners, frames, first, last):
            yield whole
            continue
        for run in _join_interrupted(
            _join_lead(_runs(owners, frames, first, last), tags, owners), tags, owners
        ):
            said, frame = owners[run[0].start], frames[run[-1].stop - 1]
            yield Stretch(
                _take(tokens, run),
                _take(tags, run),
                None if said < 0 else attributions[said],
                None if frame < 0 else attributions[frame],
                whole.sentence,
                number,
                wide or len(run) > 1,
                whole.flags,
            )


def _is_plain(owners: list[int], frames: list[int], first: int, last: int) -> bool:
    """Say whether nothing in a sentence is attributed or attributes."""
    size = last - first
    return owners[first:last].count(-1) == size and frames[first:last].count(-1) == size


def _paint(
    tokens: list[Token], tags: list[str], attributions: Sequence[Attributed]
) -> tuple[list[int], list[int]]:
    """Say for every token whose content it is and whose frame, -1 for none."""
    starts = [token.start for token in tokens]
    owners, frames = [-1] * len(tokens), [-1] * len(tokens)
    ranges = [_token_ranges(starts, attributed.content) for attributed in attributions]
    reaches = [(pairs[0][0], pairs[-1][1]) if pairs else (0, 0) for pairs in ranges]
    order = sorted(range(len(attributions)), key=lambda at: (-reaches[at][0], reaches[at][1], at))
    sealed = {  # what is denied is not said: no attribution inside it stands by itself
        index
        for at, attributed in enumerate(attributions)
        if attributed.lemma in _DENYING
        for first, last in ranges[at]
        for index in range(first, min(last, first + _LONGEST_FRAME))
    }
    free = list(range(len(tokens) + 1))  # the next token without an owner: paints every token once
    for at in order:
        elsewhere = not ranges[at] and bool(attributions[at].content)
        if not elsewhere and not _is_clausal(tags, ranges[at], attributions[at]):
            continue
        frame = _token_ranges(starts, attributions[at].frame)
        denied = attributions[at].lemma in _DENYING
        if not denied and not stands_apart(tokens, tags, ranges[at], frame, attributions[at]):
            continue
        if not denied and (_has_negation(tokens, frame) or any(first in sealed for first, _ in frame)):
            continue  # "it is not known whether" is part of what is told
        if frame and _is_denied(tokens, frame[0][0]):
            continue
        for first, last in [*ranges[at], *(frame if denied else ())]:
            if owners[first:last].count(-1) == last - first:
                owners[first:last] = [at] * (last - first)
                free[first:last] = [last] * (last - first)
                continue
            index = _next_free(free, first)
            while index < last:
                owners[index] = at
                free[index] = index + 1
                index = _next_free(free, index)
        if not denied:
            _paint_frame(tokens, tags, attributions[at], at, ranges[at], frame, owners, frames)
    return owners, frames


def _paint_frame(
    tokens: list[Token],
    tags: list[str],
    said: Attributed,
    number: int,
    content: list[tuple[int, int]],
    frame: list[tuple[int, int]],
    owners: list[int],
    frames: list[int],
) -> None:
    """Mark the words of a frame, but not those that belong to what is said or to the words before them."""
    for first, last in frame:
        kept = last - 1 if goes_on(tokens, tags, first, last, said) else first
        for index in range(kept, min(last, first + _LONGEST_FRAME)):
            frames[index] = number
    if content and frame and frame[0][0] < content[0][0]:
        begin = content[0][0]
        for index in range(find_lost_subject(tokens, tags, begin, said), begin):
            owners[index], frames[index] = number, -1


def _has_negation(tokens: list[Token], frame: list[tuple[int, int]]) -> bool:
    for first, last in frame:
        for index in range(first, min(last, first + _LONGEST_FRAME)):
            word = tokens[index].lower
            if word in _NEGATIVE or (word[-1] == "t" and word.endswith(("n't", "n’t"))):
                return True
    return False


def _is_denied(tokens: list[Token], first: int) -> bool:
    """Say whether a noun that opens a frame is denied: “there is no sign that”, “rejected claims that”."""
    before = [token.lower for token in tokens[max(0, first - 2) : first]]
    if not before:
        return False
    if before[-1] in _POINTING:
        return before[0] in REJECTING or "not" in before
    return before[-1] in _ABSENT or before[-1] in REJECTING


def _next_free(free: list[int], index: int) -> int:
    root = index
    while free[root] != root:
        root = free[root]
    while free[index] != root:
        free[index], index = root, free[index]
    return root


def _token_ranges(starts: list[int], spans: Sequence[Span]) -> list[tuple[int, int]]:
    """Return the ranges of tokens that lie in the spans, without those that hold none of this block."""
    ranges = ((bisect_left(starts, span.start), bisect_left(starts, span.end)) for span in spans)
    return [(first, last) for first, last in ranges if first < last]


def _is_clausal(tags: list[str], ranges: list[tuple[int, int]], attributed: Attributed) -> bool:
    """Say whether the content asserts something by itself ("denied the report" does not)."""
    words = 0
    for first, last in ranges:
        for index in range(first, min(last, first + 60)):
            tag = tags[index]
            if tag in FINITE:
                return True
            words += tag.isalpha()
    if words < 2:
        return False
    return attributed.speech == "direct" or (attributed.lemma in _NOMINAL_CONTENT and words > 2)


def _take(items: list[Item], run: list[range]) -> list[Item]:
    if len(run) == 1:
        return items[run[0].start : run[0].stop]
    return [item for part in run for item in items[part.start : part.stop]]


def _runs(owners: list[int], frames: list[int], first: int, last: int) -> list[range]:
    """Cut a sentence where the voice changes."""
    runs: list[range] = []
    for _, voice in groupby(zip(owners[first:last], frames[first:last], strict=True)):
        size = len(list(voice))
        runs.append(range(first, first + size))
        first += size
    return runs


def _join_lead(runs: list[range], tags: list[str], owners: list[int]) -> list[range]:
    """Join a phrase that opens the sentence with the frame behind it: “In a note, | the mayor said”."""
    if len(runs) < _FRAMED or owners[runs[0].start] >= 0 or owners[runs[1].start] >= 0:
        return runs
    lead = tags[runs[0].start : runs[0].stop]
    if lead[0] != "P" or lead[-1] != "," or not FINITE.isdisjoint(lead):
        return runs
    return [range(runs[0].start, runs[1].stop), *runs[2:]]


def _join_interrupted(runs: list[range], tags: list[str], owners: list[int]) -> list[list[range]]:
    """Join what a frame interrupts, where the first part has no verb ("The plan, he said, will fail")."""
    joined: list[list[range]] = []
    for run in runs:
        before = joined[-2] if len(joined) > 1 else []
        if (
            before
            and owners[before[0].start] == owners[run.start] >= 0
            and owners[joined[-1][0].start] != owners[run.start]
            and all(FINITE.isdisjoint(tags[part.start : part.stop]) for part in before)
        ):
            before.append(run)
        else:
            joined.append([run])
    return joined
