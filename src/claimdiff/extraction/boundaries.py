"""Where a clause ends and another begins: a small logistic model over the tags around each gap.

The model's weights are in `data/boundaries.json`, learned from annotated articles by
`benchmarks/train_clauses.py`. A gap's score is the sum of the weights of its features.
"""

import json
from collections.abc import Iterator
from functools import cache
from importlib.resources import files

from msgspec import Struct

from claimdiff.extraction.tagging import BREAKS, FINITE
from claimdiff.language.tokens import Token

#: Tags of marks and words that join clauses and belong to none.
EDGE = frozenset(',;:-().?!"CS~')
CONDITIONS = frozenset({"if", "unless", "whether", "than"})
_VERBAL = frozenset("VQGI")
_ANY_VERB = frozenset("VQGIBHM")
_WORDED = frozenset("CSPWXTGQ")
_REACH = 14
_SHORTEST = 3
_STEPS = "0123344455556666667"
_RULED = frozenset(";-():,CS")

Features = tuple[str, ...]


class BoundaryModel(Struct, frozen=True):
    """Weights a template and value; `closed` are the pairs of tags between which nothing is cut."""

    threshold: float
    bias: float
    closed: frozenset[str]
    weights: tuple[dict[str, float], ...]


class Gap(Struct, frozen=True):
    """A possible boundary before token `index`, and what speaks for it."""

    index: int
    features: Features


@cache
def load_model() -> BoundaryModel:
    """Return the learned model."""
    text = files("claimdiff.extraction").joinpath("data", "boundaries.json").read_text("utf-8")
    raw = json.loads(text)
    return BoundaryModel(
        raw["threshold"], raw["bias"], frozenset(raw["closed"]), tuple(raw["weights"].values())
    )


def find_boundaries(tokens: list[Token], tags: list[str], model: BoundaryModel | None = None) -> list[int]:
    """Return the indexes of tokens before which the stretch is cut, ascending.

    An index points at the first joining word or mark between two clauses.
    """
    model = model or load_model()
    view = StretchView(tokens, tags)
    if view.size < _SHORTEST:
        return []
    lookups = [weights.get for weights in model.weights]
    cuts: list[int] = []
    last = 0
    for index in view.gaps(model.closed):
        if view.belongs_together(index, last):
            continue
        score = model.bias
        for look_up, value in zip(lookups, view.describe(index, last), strict=True):
            score += look_up(value, 0.0)
        if score > model.threshold:
            cuts.append(index)
            last = index
    return cuts


class StretchView:
    """The tags of one stretch with what features look up: breaks, heads and verbs at either side."""

    def __init__(self, tokens: list[Token], tags: list[str]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.size = len(tags)
        while self.size and tags[self.size - 1] in EDGE:
            self.size -= 1
        self._look_ahead()
        self._look_back()

    def _look_ahead(self) -> None:
        """For every token: the next that is no joining word, the next break, the next verb before it."""
        size, tags = self.size, self.tags
        self.heads = heads = [size] * (size + 1)
        self.breaks = breaks = [size] * (size + 1)
        self.verbs = verbs = ["0"] * (size + 1)
        self.finite_ahead = finite = [False] * (size + 1)
        self.verb_to_come = to_come = [False] * (size + 1)
        head = end = size
        verb, ahead, coming = "0", False, False
        for index in range(size - 1, -1, -1):
            tag = tags[index]
            if tag not in EDGE:
                head = index
            heads[index] = head
            if tag in BREAKS:
                breaks[index] = end = index
                verb, ahead = "0", False
                coming = coming and tag in 'C"'
            else:
                breaks[index] = end
                if tag in FINITE:
                    ahead = coming = True
                if tag in _ANY_VERB:
                    verb = tag
                verbs[index], finite[index] = verb, ahead
            to_come[index] = coming

    def _look_back(self) -> None:
        """For every token: how many finite verbs come before it, and which verb came last."""
        size, tags = self.size, self.tags
        self.finite_before = counts = [0] * (size + 1)
        self.last_verb = last_verb = [-1] * (size + 1)
        self.last_word = last_word = [-1] * (size + 1)
        self.last_opener = last_opener = [0] * (size + 1)
        count, opener, verb, word = 0, 0, -1, -1
        for index in range(size):
            tag = tags[index]
            if tag in FINITE:
                count += 1
            if tag in _VERBAL:
                verb = word = index
            elif tag == "B":
                word = index
            elif tag in "SW":
                opener = index
            counts[index + 1] = count
            last_verb[index + 1], last_word[index + 1], last_opener[index + 1] = verb, word, opener

    def gaps(self, closed: frozenset[str]) -> Iterator[int]:
        """Yield the gaps that may be boundaries."""
        tags = self.tags
        for index in range(1, self.size):
            left = tags[index - 1]
            if left not in EDGE and left + tags[index] not in closed:
                yield index

    def describe(self, index: int, last: int) -> Features:
        """Return the value of each template for the gap before `index`, the last cut being at `last`."""
        tags, size = self.tags, self.size
        left, right = tags[index - 1], tags[index]
        head = self.heads[index]
        following = tags[index + 1] if index + 1 < size else "$"
        edge = "".join(tags[index:head]) if head > index else ""
        edge_head = edge + (tags[head] if head < size else "$")
        finite = "F" if self.finite_before[index] > self.finite_before[last] else "-"
        finite += "F" if self.finite_ahead[head] else "-"
        end = self.breaks[head]
        distance = index - last
        since = _STEPS[distance] if distance < 19 else "7"
        until = _STEPS[end - head] if end - head < 19 else "7"
        verb, word = self.last_verb[index], self.last_word[index]
        verb_tag = tags[verb] if verb >= 0 and index - verb <= _REACH else "0"
        verb_word = self.tokens[word].lower + " " if word >= 0 and index - word <= _REACH else "0 "
        right_word = self.tokens[index].lower if right in _WORDED else right
        rule = "-"
        if right in _RULED or edge:
            obeyed = any(self.obeys_rule(at) for at in range(index, min(head + 1, size)))
            rule = "R" if obeyed else "-"
        return (
            left,
            left + right_word,
            left + right + following,
            right_word,
            until,
            finite + edge_head,
            rule + edge,
            rule + since,
            verb_word + right_word,
            verb_word + edge_head,
            verb_tag + self.verbs[head] + edge,
            since + right,
            tags[end] if end < size else "$",
        )

    def belongs_together(self, index: int, last: int) -> bool:
        """Say whether grammar forbids a cut before `index`, whatever the model thinks of it."""
        tags, head = self.tags, self.heads[index]
        if head >= self.size:
            return True
        left, right = tags[index - 1], tags[head]
        if tags[index] == "~" or (tags[index] in "()" and self._is_aside(index)):
            return True
        if (
            tags[index] == ":"
            and '"' in tags[max(last, index - 6) : index]
            and '"' in tags[index : index + 8]
        ):
            return True  # a title: “Port Ellery: The Return”
        opened = max(last, self.last_opener[index])
        met = self.finite_before[index] > self.finite_before[opened]
        if head == index:  # no joining word: a subject stays with its verb
            contact = right in "Rb" and left in "NEUR"  # "something we know"
            return (
                left in "BHMOTDP" or contact or (not met and self.finite_ahead[index] and right not in "RW")
            )
        if left == "A" and right in "AN" and tags[index] in ",C":  # "its economic, strategic ties"
            return True
        if "C" not in tags[index:head]:
            return False
        if not met and self.verb_to_come[head]:
            return True  # two nouns share a verb: "where the pier and the quay stood"
        if tags[index] != "C":
            return False
        after = head
        while after < self.size - 1 and tags[after] == "X":
            after += 1
        if left in "IG" and tags[after] in "IVG":  # "to keep and to defend the pier"
            return True
        return self._is_plain_noun(head) or self._is_between(index)

    def _is_between(self, index: int) -> bool:
        """Say whether the conjunction belongs to “between … and …”."""
        for at in range(index - 1, max(-1, index - 7), -1):
            if self.tags[at] == "C":
                return False
            if self.tokens[at].lower == "between":
                return True
        return False

    def _is_aside(self, index: int) -> bool:
        """Say whether the bracket opens or closes fewer than four words, or stands alone."""
        step = 1 if self.tags[index] == "(" else -1
        wanted = ")" if step == 1 else "("
        for distance in range(1, 30):
            at = index + step * distance
            if not 0 <= at < len(self.tags):
                break
            if self.tags[at] == wanted:
                return distance < 5
        return True

    def _is_plain_noun(self, head: int) -> bool:
        """Say whether nothing but a noun phrase without a figure follows a conjunction."""
        if self.tags[head] not in "NEADP" or "#" in self.tags[head : head + 2]:
            return False
        for at in range(head, self.breaks[head]):
            tag = self.tags[at]
            if tag in "VBHMOb" or (tag in "GQ" and self.tags[at - 1] in "NE"):
                return False
            if tag == "T":
                break
        return not self.finite_ahead[head]

    def obeys_rule(self, index: int) -> bool:
        """Say whether a plain rule would cut before this mark or word."""
        tags, tag = self.tags, self.tags[index]
        if tag in ";-()":
            return True
        if tag == ":":
            return not self.tokens[index - 1].text[-1].isdigit()
        if tag not in ",CS" or not self.finite_before[index]:
            return False
        if tag == "S":
            return self.tokens[index].lower not in CONDITIONS
        at = index + 1
        if tag == ",":
            return at < self.size and (tags[at] in "GW" or self.finite_ahead[at])
        while at < self.size and tags[at] == "X":
            at += 1
        return at < self.size and (tags[at] in "VBHMOGb" or self.finite_ahead[at])


TEMPLATES = (
    "left", "left-word", "trigram", "word", "until-break", "finite", "rule", "rule-since", "verb-word",
    "verb-head", "verbs", "since", "break",
)  # fmt: skip
