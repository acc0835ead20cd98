"""What each word is to one cue: who speaks, what is said, or neither.

Like `attitude_sequence` a linear-chain conditional random field with trained weights, but one that takes the
cue for an attribution and looks at every word from there: how far it is, and what opened in between. It is
trained on marked cues alone, and tells how far what is said goes rather than whether anything is.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from itertools import accumulate
from typing import NamedTuple

from claimdiff.extraction.attitude_sequence import (
    ChainWeights,
    infer_shares,
    read_chain_file,
    tag_sentence,
    take_log_odds,
)
from claimdiff.extraction.clause_turns import name_opening
from claimdiff.extraction.cue_features import class_word
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.quotations import QuotedSpan
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.speech_cues import SUBORDINATORS

#: What a word may be to a cue.
CUE_ROLES = ("none", "speaker", "content")
_WINDOW = 80  # words looked at on each side of a cue
_MOST_FRAMES = 60  # a sentence of more is no prose, and its later cues are not looked at
_DISTANCES = (6, 9, 13, 20)
_MOST = 3
# What commonly ends what is said, when it opens behind the cue.
_CAPPING = frozenset({",as", ",which", ",who", ",sub", ",ing", ";"}) | SUBORDINATORS
_SAME_VERBS = frozenset({"cue", "past=True", "s=True"})


class CueChances(NamedTuple):
    """Probabilities and log-odds of the words around a cue; `first` is the index of the first of them.

    `speaker` are probabilities, `content` log-odds; `sums` and `shares` are the sums of the content's
    log-odds and probabilities up to each word.
    """

    first: int
    speaker: list[float]
    content: list[float]
    sums: list[float]
    shares: list[float]


class SentenceView(NamedTuple):
    """A sentence as the features look at it: its range of words, their tags, and where cues stand.

    `lowers` and `tags` have two marks for the edge on each side, `plain` are the tags without them.
    """

    words: BlockWords
    low: int
    high: int
    lowers: list[str]
    tags: list[str]
    plain: list[str]
    cues: frozenset[int]


class _Trail(NamedTuple):
    """What was met between the cue and a word: the last two openings, and how much of what."""

    opening: str = "none"
    before: str = "none"
    openings: int = 0
    since: int = 0
    finite: int = 0
    inner: int = 0  # finite verbs since the last opening
    cues: int = 0
    commas: int = 0
    cap: str = "none"


@cache
def read_cue_chain() -> ChainWeights:
    """Return the trained weights (see benchmarks/train_chain.py)."""
    return read_chain_file("attribution_cue_chain.txt", CUE_ROLES)


def read_cue_chances(words: BlockWords, number: int, frames: Sequence[Frame]) -> list[CueChances | None]:
    """Return the chances around the cue of each frame of a sentence, None where there are too many."""
    chain = read_cue_chain()
    return [row and infer_cue_chances(*row, chain) for row in list_cue_rows(words, number, frames)]


def infer_cue_chances(first: int, rows: Sequence[Sequence[str]], chain: ChainWeights) -> CueChances:
    """Return the chances of the words with these features; `first` is the index of the first of them."""
    shares = infer_shares(rows, chain)
    content = [row[2] for row in shares]
    held = [take_log_odds(share) for share in content]
    return CueChances(
        first,
        [row[1] for row in shares],
        held,
        list(accumulate(held, initial=0.0)),
        list(accumulate(content, initial=0.0)),
    )


def list_cue_rows(
    words: BlockWords, number: int, frames: Sequence[Frame]
) -> list[tuple[int, list[list[str]]] | None]:
    """Return for each frame of a sentence the index of the first word looked at, and all words' features."""
    low, high = words.range_of(number)
    if not frames:
        return []
    lowers = ["^", "^", *words.lowers[low:high], "^", "^"]
    plain = tag_sentence(words, number)
    tags = ["^", "^", *plain, "^", "^"]
    view = SentenceView(words, low, high, lowers, tags, plain, frozenset(frame.cue for frame in frames))
    return [_list_rows(view, frame) if place < _MOST_FRAMES else None for place, frame in enumerate(frames)]


def _list_rows(view: SentenceView, frame: Frame) -> tuple[int, list[list[str]]]:
    first = max(view.low, frame.group - _WINDOW)
    last = min(view.high, frame.cue_end + _WINDOW)
    writer = _Writer(view, frame)
    left = [writer.list_word(at, "L", trail, name) for at, trail, name in _walk_left(view, frame, first)]
    middle = [["cue", f"cue={at - frame.group}"] for at in range(frame.group, frame.cue_end)]
    right = [writer.list_word(at, "R", trail, name) for at, trail, name in _walk_right(view, frame, last)]
    return first, [*reversed(left), *middle, *right]


def _walk_right(view: SentenceView, frame: Frame, last: int) -> Iterator[tuple[int, _Trail, str]]:
    """Go from the cue to the right; yield each word with what was met, itself among that, and its opening."""
    trail = _Trail()
    quoted = view.words.quote_over(view.words.starts[frame.cue])
    for at in range(frame.cue_end, last):
        name = _name_word(view, frame, at, quoted)
        trail = _extend(view, trail, at, name)
        yield at, trail, name


def _walk_left(view: SentenceView, frame: Frame, first: int) -> Iterator[tuple[int, _Trail, str]]:
    """Go from the cue to the left; what a word opens counts only for those before it."""
    trail = _Trail()
    quoted = view.words.quote_over(view.words.starts[frame.cue])
    for at in range(frame.group - 1, first - 1, -1):
        name = _name_word(view, frame, at, quoted)
        yield at, trail, name
        trail = _extend(view, trail, at, name)


def _name_word(view: SentenceView, frame: Frame, at: int, inside: QuotedSpan | None) -> str:
    """What opens at a word; inside a quotation that does not hold the cue nothing does but itself."""
    quoted = view.words.quote_over(view.words.starts[at])
    if inside is None and quoted is not None and quoted.outer_start != view.words.starts[at]:
        return ""
    return name_opening(view.words, view.plain, at, (view.low, view.high), frame.form)


def _extend(view: SentenceView, trail: _Trail, at: int, name: str) -> _Trail:
    finite = view.words.is_finite(at)
    inner = trail.inner
    opening, before, openings, since, cap = (
        trail.opening,
        trail.before,
        trail.openings,
        trail.since,
        trail.cap,
    )
    if name:
        before, opening = opening.partition("/")[0], name
        openings, since, inner = min(_MOST + 1, openings + 1), 0, 0
        joint, _, joined = name.partition("/")
        if cap == "none" and (joint in _CAPPING or joined in _SAME_VERBS):
            cap = joint
    else:
        since += 1
    return _Trail(
        opening,
        before,
        openings,
        since,
        min(_MOST, trail.finite + finite),
        min(2, inner + finite),
        min(_MOST, trail.cues + (at in view.cues)),
        min(_MOST, trail.commas + (view.words.lowers[at] == ",")),
        cap,
    )


class _Writer:
    """Writes the features of words as seen from one cue."""

    def __init__(self, view: SentenceView, frame: Frame) -> None:
        self._view, self._frame = view, frame
        words = view.words
        self._shape = f"{frame.kind}/{frame.join}"
        self._quoted = words.quote_over(words.starts[frame.cue])
        self._held = [(words.token_at(start), words.token_at(end)) for start, end in frame.contents]
        self._begins = {first for first, _ in self._held}
        self._ends = {last for _, last in self._held}

    def list_word(self, at: int, side: str, trail: _Trail, name: str) -> list[str]:
        """Return the features of one word on the left or right of the cue."""
        frame, view = self._frame, self._view
        kind, join, shape = frame.kind, frame.join, self._shape
        distance = at - frame.cue_end if side == "R" else frame.group - 1 - at
        row = self._list_form(at, distance)
        row += self._list_trail(trail)
        if name:
            finite = min(2, trail.finite)
            row += [
                f"cut={name}/{shape}",
                f"cut={name}/{kind}",
                f"cut={name}/{frame.lemma}",
                f"cut={name}/{trail.openings}/{shape}",
                f"cut={name}/{finite}/{kind}",
                f"cut={trail.before}>{name}",
                f"cut={name}/{view.tags[at - view.low + 1]}/{kind}",
                f"cut={view.lowers[at - view.low + 2]}/{view.lowers[at - view.low + 3]}",
                f"cut={name}/{_bin_distance(distance)}/{join}",
            ]
        if at in view.cues:
            row += [f"cued={view.tags[at - view.low + 2]}", f"cued={trail.cues}"]
        if at in self._begins:
            row.append(f"begins={frame.side}/{join}")
        if at in self._ends:
            row.append(f"ends={frame.side}/{join}")
        row = [side + feature for feature in row]
        if at == frame.right[0]:
            row.append(f"right={shape}")
        if at == view.low:
            row.append("edge=first")
        if at == view.high - 1:
            row.append("edge=last")
        return row

    def _list_form(self, at: int, distance: int) -> list[str]:
        """The word itself, its neighbours, and where it stands."""
        frame, view = self._frame, self._view
        place = at - view.low + 2
        lowers, tags = view.lowers, view.tags
        before, tag, after = tags[place - 1], tags[place], tags[place + 1]
        quoted = self._tell_quotation(at)
        subject = frame.subject
        within = subject.how != "none" and subject.first <= at < subject.last
        held = any(first <= at < last for first, last in self._held)
        steps = _bin_distance(distance)
        return [
            "bias",
            f"word={lowers[place]}",
            f"word-1={lowers[place - 1]}",
            f"word+1={lowers[place + 1]}",
            f"tag={tag}",
            f"tags={before} {tag}",
            f"tags+={tag} {after}",
            f"tags={before} {tag} {after}",
            f"tag+2={tags[place + 2]}",
            f"tag-2={tags[place - 2]}",
            f"class={class_word(view.words, at)}",
            f"quoted={quoted}/{frame.kind}",
            f"quoted={quoted}/{frame.join}",
            f"far={steps}/{frame.kind}",
            f"far={min(4, distance)}/{frame.lemma}",
            f"far={steps}/{self._shape}",
            f"subject={within}/{subject.how}",
            f"subject={within}/{subject.how}/{tag}",
            f"held={held}/{self._shape}",
            f"held={held}/{frame.side}",
            f"held={held}/{frame.lemma}",
            f"after={frame.right[0] <= at < frame.right[1]}/{frame.side}",
            f"capital={view.words.is_capital(at)}",
            f"side={frame.side}/{frame.kind}/{frame.form}",
            f"passive={frame.passive}/{tag}",
        ]

    def _list_trail(self, trail: _Trail) -> list[str]:
        """What was met between the cue and the word."""
        frame, shape = self._frame, self._shape
        opening, finite = trail.opening, min(2, trail.finite)
        joint = opening.partition("/")[0]
        return [
            f"open={opening}",
            f"open={opening}/{frame.kind}",
            f"open={opening}/{frame.join}",
            f"open={opening}/{trail.openings}/{finite}",
            f"joint={joint}/{frame.lemma}",
            f"joint={joint}/{shape}",
            f"joint={joint}/{shape}/{finite}",
            f"joint={joint}/{_bin_distance(trail.since)}/{frame.kind}",
            f"joints={trail.before}>{joint}",
            f"joints={trail.before}>{joint}/{frame.kind}",
            f"inner={trail.inner}/{joint}",
            f"openings={trail.openings}/{shape}",
            f"finite={trail.finite}/{shape}",
            f"finite={trail.finite}/{frame.kind}/{trail.commas}",
            f"cues={trail.cues}/{frame.kind}",
            f"commas={trail.commas}/{shape}",
            f"commas={trail.commas}/{opening}",
            f"cap={trail.cap}/{shape}",
            f"cap={trail.cap}/{joint}",
        ]

    def _tell_quotation(self, at: int) -> str:
        quoted = self._view.words.quote_over(self._view.words.starts[at])
        if quoted is None:
            return "out"
        return "same" if quoted is self._quoted else "in"


def _bin_distance(distance: int) -> int:
    """The distance up to five, then in growing steps."""
    if distance < _DISTANCES[0]:
        return distance
    return _DISTANCES[0] + sum(distance >= limit for limit in _DISTANCES[1:])
