"""What each word of a sentence is likely to be: part of a cue, of who speaks, of what is said, or of none.

A linear-chain conditional random field (Lafferty, McCallum, Pereira 2001) with trained weights. It looks at
words and their neighbours, and so sees what the frames, which begin at a cue, do not.
"""

import math
from collections.abc import Sequence
from functools import cache
from itertools import accumulate
from operator import mul
from typing import NamedTuple

from claimdiff.extraction.cue_features import class_word
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.tagging import tag_words
from claimdiff.language.tables import read_data

#: What a word may be. Speaker and content are told apart by the side of the cue they stand on (left, right).
ROLES = ("none", "cue", "speaker-left", "speaker-right", "content-left", "content-right")
_SAYING = frozenset({"say", "tell", "according", "add"})
_FARTHEST = 8
_SURE = 5.0  # log-odds beyond this tell no more
_LEAST = 1e-3

Potentials = tuple[float, ...]


class ChainWeights(NamedTuple):
    """Weights by feature, one a role, and of each role after each other (both in the order of ROLES)."""

    words: dict[str, Potentials]
    steps: tuple[Potentials, ...]


class Chances(NamedTuple):
    """Log-odds, -5 to 5, that a word of a sentence is outside, in a cue, in a speaker or in a content.

    `first` is the index of the sentence's first word. `sums` and `shares` are the sums of the content's
    log-odds and probabilities up to each word.
    """

    first: int
    outside: list[float]
    cue: list[float]
    speaker: list[float]
    content: list[float]
    sums: list[float]
    shares: list[float]


@cache
def read_chain() -> ChainWeights:
    """Return the trained weights (see benchmarks/train_chain.py)."""
    return read_chain_file("attribution_chain.txt", ROLES)


def read_chain_file(name: str, roles: Sequence[str]) -> ChainWeights:
    """Return the weights of a chain over these roles from a file among the data."""
    text = read_data("claimdiff.extraction", name)
    words: dict[str, Potentials] = {}
    steps: dict[str, Potentials] = {}
    for line in text.splitlines():
        feature, _, rest = line.rpartition("\t")
        if not feature:
            continue
        values = [0.0] * len(roles)
        for item in rest.split():
            role, _, weight = item.partition(":")
            values[int(role)] = float(weight)
        if feature.startswith("after="):
            steps[feature.removeprefix("after=")] = tuple(values)
        else:
            words[feature] = tuple(values)
    return ChainWeights(words, tuple(steps.get(role, (0.0,) * len(roles)) for role in roles))


def list_word_features(
    words: BlockWords, number: int, frames: Sequence[Frame], *, headline: bool
) -> list[list[str]]:
    """Return the features of every word of a sentence; `frames` are all that are read in it."""
    low, high = words.range_of(number)
    lowers = ["^", "^", *words.lowers[low:high], "^", "^"]
    tags = ["^", "^", *tag_sentence(words, number), "^", "^"]
    cues = {frame.cue: frame for frame in frames}
    subjects = _mark_subjects(frames, high - low, low)
    saying = [frame.cue for frame in frames if frame.lemma in _SAYING]
    opening = number > 0 and words.quote_over(words.starts[low]) is not None
    left: Frame | None = None
    following = sorted(cues)
    ahead = 0
    rows: list[list[str]] = []
    for at in range(low, high):
        while ahead < len(following) and following[ahead] <= at:
            ahead += 1
        right = cues[following[ahead]] if ahead < len(following) else None
        row = _list_shape(lowers, tags, at - low + 2)
        quoted = "in" if words.quote_over(words.starts[at]) is not None else "out"
        told = f"{bool(saying) and saying[0] < at}/{bool(saying) and saying[-1] > at}"
        tag = tags[at - low + 2]
        row += [
            f"class={class_word(words, at)}",
            f"quoted={quoted}",
            f"quoted={quoted}/{tag}",
            f"capital={words.is_capital(at)}",
            f"told={told}",
            f"told={told}/{quoted}",
            f"opening={opening}/{quoted}",
            f"headline={headline}",
        ]
        if subjects[at - low]:
            row += ["subject", f"subject={tag}"]
        if at in cues:
            row += _list_cue(cues[at])
        row += _list_left(left, at, tag) + _list_right(right, at)
        if at == low:
            row.append("edge=first")
        if at == high - 1:
            row.append("edge=last")
        rows.append(row)
        left = cues.get(at, left)
    return rows


def _list_shape(lowers: list[str], tags: list[str], at: int) -> list[str]:
    """The word and its neighbours, two on each side, with their tags."""
    before, tag, after = tags[at - 1], tags[at], tags[at + 1]
    return [
        "bias",
        f"word={lowers[at]}",
        f"word-1={lowers[at - 1]}",
        f"word-2={lowers[at - 2]}",
        f"word+1={lowers[at + 1]}",
        f"word+2={lowers[at + 2]}",
        f"tag={tag}",
        f"tag-1={before}",
        f"tag-2={tags[at - 2]}",
        f"tag+1={after}",
        f"tag+2={tags[at + 2]}",
        f"tags={before} {tag}",
        f"tags+={tag} {after}",
        f"tags={before} {tag} {after}",
    ]


def _list_cue(frame: Frame) -> list[str]:
    return [
        "at",
        f"at={frame.kind}",
        f"at={frame.lemma}",
        f"at={frame.kind}/{frame.join}",
        f"at={frame.kind}/{frame.side}",
        f"at={frame.lemma}/{frame.join}",
        f"at={frame.subject.how}/{frame.kind}",
    ]


def _list_left(frame: Frame | None, at: int, tag: str) -> list[str]:
    """The nearest cue before a word."""
    if frame is None:
        return ["left=none"]
    held = frame.right[0] <= at < frame.right[1]
    return [
        f"left={frame.kind}/{min(_FARTHEST, at - frame.cue)}",
        f"left={frame.lemma}",
        f"left={frame.kind}/{frame.join}/{tag}",
        f"left={frame.kind}/{tag}",
        f"held={held}/{frame.kind}/{frame.join}",
    ]


def _list_right(frame: Frame | None, at: int) -> list[str]:
    """The nearest cue after a word."""
    if frame is None:
        return ["right=none"]
    return [
        f"right={frame.kind}/{min(_FARTHEST, frame.cue - at)}",
        f"right={frame.lemma}",
        f"right={frame.kind}/{frame.side}",
    ]


def _mark_subjects(frames: Sequence[Frame], size: int, low: int) -> list[bool]:
    """Say of every word whether it lies in the subject of a frame."""
    edges = [0] * (size + 1)
    for frame in frames:
        first, last = max(0, frame.subject.first - low), min(size, frame.subject.last - low)
        if frame.subject.how != "none" and first < last:
            edges[first] += 1
            edges[last] -= 1
    return [depth > 0 for depth in accumulate(edges[:size])]


def tag_sentence(words: BlockWords, number: int) -> list[str]:
    """Return the tags of a sentence's words; one that is no token of its own has that of its token."""
    low, high = words.range_of(number)
    first, last = words.bounds[number]
    tokens = words.tokens[first:last]
    tags = tag_words(tokens, words.kinds[first:last], words.flags[first:last])
    found: list[str] = []
    place = 0
    for at in range(low, high):
        while place + 1 < len(tokens) and tokens[place + 1].start <= words.starts[at]:
            place += 1
        found.append(tags[place] if tags else "?")
    return found


def read_chances(words: BlockWords, number: int, frames: Sequence[Frame], *, headline: bool) -> Chances:
    """Return the chances of every word of a sentence, in which `frames` were read."""
    rows = list_word_features(words, number, frames, headline=headline)
    return infer_chances(words.range_of(number)[0], rows, read_chain())


def infer_chances(first: int, rows: Sequence[Sequence[str]], chain: ChainWeights) -> Chances:
    """Return the chances of the words with these features; `first` is the index of the first of them."""
    shares = infer_shares(rows, chain)
    content = [row[4] + row[5] for row in shares]
    held = [take_log_odds(share) for share in content]
    return Chances(
        first,
        [take_log_odds(row[0]) for row in shares],
        [take_log_odds(row[1]) for row in shares],
        [take_log_odds(row[2] + row[3]) for row in shares],
        held,
        list(accumulate(held, initial=0.0)),
        list(accumulate(content, initial=0.0)),
    )


def infer_shares(rows: Sequence[Sequence[str]], chain: ChainWeights) -> list[list[float]]:
    """Return the probabilities of the roles at each word with these features."""
    none = (0.0,) * len(chain.steps)
    known = chain.words
    table = [
        tuple(map(sum, zip(none, *[known[name] for name in row if name in known], strict=True)))
        for row in rows
    ]
    return infer_roles(table, chain.steps)


def infer_roles(table: Sequence[Potentials], steps: Sequence[Potentials]) -> list[list[float]]:
    """Return the probabilities of the roles at each word, by the forward-backward algorithm.

    `table` holds the weight of each role at each word, `steps[a][b]` that of role b after role a.
    """
    moves = [[math.exp(weight) for weight in row] for row in steps]
    columns = list(zip(*moves, strict=True))
    heights = [[math.exp(weight - max(row)) for weight in row] for row in table]
    forward: list[list[float]] = []
    row = [1.0] * len(steps)
    for place, height in enumerate(heights):
        if place:
            row = [sum(map(mul, row, column)) for column in columns]
        row = _scale(list(map(mul, row, height)))
        forward.append(row)
    found: list[list[float]] = [[]] * len(heights)
    row = [1.0] * len(steps)
    for place in range(len(heights) - 1, -1, -1):
        found[place] = _scale(list(map(mul, forward[place], row)))
        ahead = list(map(mul, row, heights[place]))
        row = _scale([sum(map(mul, ahead, move)) for move in moves])
    return found


def _scale(row: list[float]) -> list[float]:
    total = sum(row)
    return [value / total for value in row]


def take_log_odds(share: float) -> float:
    """Return the log-odds of a probability, kept within -5 and 5."""
    odds = math.log((share + _LEAST) / (max(0.0, 1 - share) + _LEAST))
    return max(-_SURE, min(_SURE, odds))
