"""Where a clause ends and another begins: a small logistic model over the tags around each gap.

The model's weights are in `data/boundaries.json`, learned from annotated articles by
`benchmarks/train_clauses.py`. A gap's score is the sum of the weights of its features.
"""

import json
from collections.abc import Sequence
from functools import cache
from importlib.resources import files
from operator import add

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
_NOTED = FINITE | _VERBAL | {"B", "S", "W"}
# Where the templates of one part of an outline stand in TEMPLATES, and how many sums of a part are kept.
_BESIDE = (0, 1, 2, 3)
_AROUND = (4, 5, 6, 7, 11, 12)
_VERB_WORD = 8
_KEPT = 50_000
_NOISE = 1e-9
_FINITE = (("--", "-F"), ("F-", "FF"))
_NOWHERE = -1000
_TAGS = 'DRUPTCSWMBHObVIGQNEAX#,;:-().?!~"'

Features = tuple[str, ...]
#: What the model sees of a gap, in parts that recur: the tag before it, the one behind it, the next, and the
#: word behind it; steps until the break and since the cut, finite verbs, rule, tag behind, joining tags, head
#: and break; the verb's word and tag before it, and the verb ahead.
Outline = tuple[
    tuple[str, str, str, str], tuple[str, str, str, str, str, str, str, str], tuple[str, str, str]
]


class BoundaryModel(Struct, frozen=True):
    """Weights a template and value; `closed` are the pairs of tags between which nothing is cut."""

    threshold: float
    bias: float
    closed: frozenset[str]
    weights: tuple[dict[str, float], ...]


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
    scorer = _load_scorer() if model is None else GapScorer(model)
    view = StretchView(tokens, tags)
    if view.size < _SHORTEST:
        return []
    cuts: list[int] = []
    last = 0
    for index in view.gaps(scorer.closed):
        if not view.belongs_together(index, last) and scorer.favours_cut(view.outline(index, last)):
            cuts.append(index)
            last = index
    return cuts


def list_features(outline: Outline) -> Features:
    """Return the value of each template (see TEMPLATES)."""
    (left, right, following, word), (until, since, finite, rule, _, edge, head, end), verbs = outline
    verb_word, verb_tag, verb_ahead = verbs
    return (
        left,
        left + word,
        left + right + following,
        word,
        until,
        finite + edge + head,
        rule + edge,
        rule + since,
        verb_word + word,
        verb_word + edge + head,
        verb_tag + verb_ahead + edge,
        since + right,
        end,
    )


class GapScorer:
    """Scores gaps with a model, keeping the sums of what recurs."""

    def __init__(self, model: BoundaryModel) -> None:
        self.closed = model.closed
        self._model = model
        self._beside: dict[tuple[str, ...], float] = {}
        self._around: dict[tuple[str, ...], float] = {}
        verb_words, verb_heads, self._verbs = model.weights[_VERB_WORD : _VERB_WORD + 3]
        self._of_verb: dict[str, tuple[dict[str, float], dict[str, float]]] = {}
        for place, weights in enumerate((verb_words, verb_heads)):
            for value, weight in weights.items():
                verb, space, rest = value.partition(" ")
                self._of_verb.setdefault(verb + space, ({}, {}))[place][rest] = weight

    def favours_cut(self, outline: Outline) -> bool:
        """Say whether the weights of a gap's features are for a cut."""
        beside, around, (verb_word, verb_tag, verb_ahead) = outline
        score = self._beside.get(beside)
        if score is None:
            score = self._keep(self._beside, beside, outline, _BESIDE)
        rest = self._around.get(around)
        if rest is None:
            rest = self._keep(self._around, around, outline, _AROUND)
        edge, head = around[5], around[6]
        score += rest + self._verbs.get(verb_tag + verb_ahead + edge, 0.0)
        if verb_word in self._of_verb:
            words, heads = self._of_verb[verb_word]
            score += words.get(beside[3], 0.0) + heads.get(edge + head, 0.0)
        margin = score + self._model.bias - self._model.threshold
        return margin > 0 if abs(margin) > _NOISE else self._add_up(outline) > self._model.threshold

    def _add_up(self, outline: Outline) -> float:
        """Add the weights in the order of the templates, as where the threshold was chosen: settles ties."""
        score = self._model.bias
        for weights, value in zip(self._model.weights, list_features(outline), strict=True):
            score += weights.get(value, 0.0)
        return score

    def _keep(
        self, sums: dict[tuple[str, ...], float], key: tuple[str, ...], outline: Outline, which: Sequence[int]
    ) -> float:
        """Add up the weights of some templates, and keep the sum for the next gap like it."""
        if len(sums) > _KEPT:
            sums.clear()
        features, weights = list_features(outline), self._model.weights
        total = sums[key] = sum(weights[place].get(features[place], 0.0) for place in which)
        return total


@cache
def _load_scorer() -> GapScorer:
    return GapScorer(load_model())


@cache
def _shut_pairs(closed: frozenset[str]) -> frozenset[str]:
    """Return the pairs of tags that no boundary parts: the model's, and what grammar holds together."""
    together = {left + right for left in "BHMOTDP" for right in _TAGS if right not in EDGE}
    contact = {left + right for left in "NEUR" for right in "Rb"}  # "something we know"
    return closed | together | contact | {left + right for left in EDGE for right in _TAGS}


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
            if tag in BREAKS:
                end = index
                verb, ahead = "0", False
                coming = coming and tag in 'C"'
                if tag == "W":
                    head = index
            else:
                if tag != "~":
                    head = index
                if tag in _ANY_VERB:
                    verb = tag
                if tag in FINITE:
                    ahead = coming = True
                verbs[index], finite[index] = verb, ahead
            heads[index], breaks[index], to_come[index] = head, end, coming

    def _look_back(self) -> None:
        """For every token: how many finite verbs come before it, and which verb came last."""
        size = self.size
        self.finite_before = counts = [0] * (size + 1)
        self.last_verb = last_verb = [_NOWHERE] * (size + 1)
        self.last_word = last_word = [_NOWHERE] * (size + 1)
        self.last_opener = last_opener = [0] * (size + 1)
        count, opener, verb, word = 0, 0, _NOWHERE, _NOWHERE
        for index, tag in enumerate(self.tags[:size]):
            if tag in _NOTED:
                if tag in FINITE:
                    count += 1
                if tag in _VERBAL:
                    verb = word = index
                elif tag == "B":
                    word = index
                elif tag in "SW":
                    opener = index
            after = index + 1
            counts[after], last_verb[after], last_word[after], last_opener[after] = count, verb, word, opener

    def gaps(self, closed: frozenset[str]) -> list[int]:
        """Return the gaps that may be boundaries."""
        shut = _shut_pairs(closed)
        pairs = map(add, self.tags, self.tags[1 : self.size])
        return [index for index, pair in enumerate(pairs, start=1) if pair not in shut]

    def outline(self, index: int, last: int) -> Outline:
        """Return what the model sees of the gap before `index`, the last cut being at `last`."""
        tags, size = self.tags, self.size
        right, head = tags[index], self.heads[index]
        end = self.breaks[head]
        edge, rule = "", "-"
        if head > index:
            edge = "".join(tags[index:head])
            if any(self.obeys_rule(at) for at in range(index, min(head + 1, size))):
                rule = "R"
        before = self.finite_before
        verb, word = self.last_verb[index], self.last_word[index]
        return (
            (
                tags[index - 1],
                right,
                tags[index + 1] if index + 1 < size else "$",
                self.tokens[index].lower if right in _WORDED else right,
            ),
            (
                _STEPS[end - head] if end - head < 19 else "7",
                _STEPS[index - last] if index - last < 19 else "7",
                _FINITE[before[index] > before[last]][self.finite_ahead[head]],
                rule,
                right,
                edge,
                tags[head] if head < size else "$",
                tags[end] if end < size else "$",
            ),
            (
                self.tokens[word].lower + " " if index - word <= _REACH else "0 ",
                tags[verb] if index - verb <= _REACH else "0",
                self.verbs[head],
            ),
        )

    def belongs_together(self, index: int, last: int) -> bool:
        """Say whether grammar forbids a cut before `index`, whatever the model thinks of it."""
        tags, head = self.tags, self.heads[index]
        if head >= self.size:
            return True
        left, right = tags[index - 1], tags[head]
        if head == index:  # no joining word: a subject stays with its verb
            return right not in "RW" and self.finite_ahead[index] and not self._is_met(index, last)
        if tags[index] == "~" or (tags[index] in "()" and self._is_aside(index)):
            return True
        if (
            tags[index] == ":"
            and '"' in tags[max(last, index - 6) : index]
            and '"' in tags[index : index + 8]
        ):
            return True  # a title: “Port Ellery: The Return”
        if left == "A" and right in "AN" and tags[index] in ",C":  # "its economic, strategic ties"
            return True
        if "C" not in tags[index:head]:
            return False
        if self.verb_to_come[head] and not self._is_met(index, last):
            return True  # two nouns share a verb: "where the pier and the quay stood"
        if tags[index] != "C":
            return False
        after = head
        while after < self.size - 1 and tags[after] == "X":
            after += 1
        if left in "IG" and tags[after] in "IVG":  # "to keep and to defend the pier"
            return True
        return self._is_plain_noun(head) or self._is_between(index)

    def _is_met(self, index: int, last: int) -> bool:
        """Say whether a finite verb stands between the last cut, or a later opening word, and the gap."""
        return self.finite_before[index] > self.finite_before[max(last, self.last_opener[index])]

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
