"""Where a clause ends and another begins: a small logistic model over the tags around each gap.

The model's weights are in `data/boundaries.json`, learned from annotated articles by
`benchmarks/train_clauses.py`. A gap's score is the sum of the weights of its features.
"""

import json
from collections.abc import Collection, Sequence
from functools import cache
from importlib.resources import files
from itertools import compress
from operator import add

from msgspec import Struct

from claimdiff.extraction.tagging import BREAKS, FINITE
from claimdiff.language.tokens import Token

#: Tags of marks and words that join clauses and belong to none.
EDGE = frozenset(',;:-().?!"CS~')
CONDITIONS = frozenset({"if", "unless", "whether", "than"})
_WORDED = frozenset("CSPWXTGQ")
_REACH = 14
_SHORTEST = 3
_STEPS = "0123344455556666667"
# Where the templates of one part of an outline stand in TEMPLATES, and how many sums of a part are kept.
_BESIDE = (0, 1, 2, 3)
_AROUND = (4, 5, 6, 7, 11, 12)
_VERB_WORD = 8
_KEPT = 50_000
_NOISE = 1e-9
_FLAGS = (("--", "-F"), ("F-", "FF"))
_TAGS = 'DRUPTCSWMBHObVIGQNEAX#,;:-().?!~"'
_EDGES = "".join(sorted(EDGE))


def _mark_tags(tags: Collection[str]) -> bytes:
    """Return a table that turns some tags into a mark and all others into a space."""
    return bytes(ord("x") if chr(code) in tags else ord(" ") for code in range(256))


_MARK = b"x"
_BREAK = _mark_tags(BREAKS)
_HARD_BREAK = _mark_tags(BREAKS - set('C"'))
_FINITE_TAG = _mark_tags(FINITE)
_VERB_TAG = _mark_tags("VQGIBHM")
_VERBAL = _mark_tags("VQGI")
_WORDED_VERB = _mark_tags("VQGIB")
_OPENER = _mark_tags("SW")

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
def _open_pairs(closed: frozenset[str]) -> frozenset[str]:
    """Return the pairs of tags that a boundary may part: what neither model nor grammar holds together."""
    together = {left + right for left in "BHMOTDP" for right in _TAGS if right not in EDGE}
    contact = {left + right for left in "NEUR" for right in "Rb"}  # "something we know"
    shut = closed | together | contact | {left + right for left in EDGE for right in _TAGS}
    return frozenset(left + right for left in _TAGS for right in _TAGS) - shut


class StretchView:
    """The tags of one stretch as a line of letters, and copies of it that mark its verbs and breaks.

    Each look-up is one search for a mark.
    """

    def __init__(self, tokens: list[Token], tags: list[str]) -> None:
        self.tokens = tokens
        self.tags = tags
        self.line = line = "".join(tags).rstrip(_EDGES)
        self.size = len(line)
        raw = line.encode()
        self._breaks = raw.translate(_BREAK)
        self._hard_breaks = raw.translate(_HARD_BREAK)
        self._finite = raw.translate(_FINITE_TAG)
        self._verbs = raw.translate(_VERB_TAG)
        self._verbal = raw.translate(_VERBAL)
        self._worded = raw.translate(_WORDED_VERB)
        self._openers = raw.translate(_OPENER)

    def gaps(self, closed: frozenset[str]) -> list[int]:
        """Return the gaps that may be boundaries."""
        pairs = map(add, self.line, self.line[1:])
        return list(compress(range(1, self.size), map(_open_pairs(closed).__contains__, pairs)))

    def outline(self, index: int, last: int) -> Outline:
        """Return what the model sees of the gap before `index`, the last cut being at `last`."""
        line, size, finite = self.line, self.size, self._finite
        right = line[index]
        head, edge, rule = index, "", "-"
        if right in EDGE:
            head = self.head_of(index)
            edge = line[index:head]
            if any(self.obeys_rule(at) for at in range(index, min(head + 1, size))):
                rule = "R"
        end = self._breaks.find(_MARK, head)
        if end < 0:
            end = size
        verb_ahead = self._verbs.find(_MARK, head, end)
        low = index - _REACH if index > _REACH else 0
        worded, verbal = self._worded.rfind(_MARK, low, index), self._verbal.rfind(_MARK, low, index)
        met, ahead = finite.find(_MARK, last, index) >= 0, finite.find(_MARK, head, end) >= 0
        return (
            (
                line[index - 1],
                right,
                line[index + 1] if index + 1 < size else "$",
                self.tokens[index].lower if right in _WORDED else right,
            ),
            (
                _STEPS[end - head] if end - head < 19 else "7",
                _STEPS[index - last] if index - last < 19 else "7",
                _FLAGS[met][ahead],
                rule,
                right,
                edge,
                line[head] if head < size else "$",
                line[end] if end < size else "$",
            ),
            (
                self.tokens[worded].lower + " " if worded >= 0 else "0 ",
                line[verbal] if verbal >= 0 else "0",
                line[verb_ahead] if verb_ahead >= 0 else "0",
            ),
        )

    def head_of(self, index: int) -> int:
        """Return the first token from `index` on that is no joining word or mark."""
        while index < self.size and self.line[index] in EDGE:
            index += 1
        return index

    def _end_from(self, marks: bytes, index: int) -> int:
        """Return where the next mark stands, the size where none does."""
        place = marks.find(_MARK, index)
        return place if place >= 0 else self.size

    def is_finite_ahead(self, index: int) -> bool:
        """Say whether a finite verb comes before the next break."""
        return self._finite.find(_MARK, index, self._end_from(self._breaks, index)) >= 0

    def belongs_together(self, index: int, last: int) -> bool:
        """Say whether grammar forbids a cut before `index`, whatever the model thinks of it."""
        tags = self.line
        tag = tags[index]
        if tag == "P" and index > 1 and tags[index - 1] == "Q" and tags[index - 2] in "NE":
            return True  # "a ferry moored at the quay"
        if tag not in EDGE:  # no joining word: a subject stays with its verb
            return tag not in "RW" and self.is_finite_ahead(index) and not self._is_met(index, last)
        head = self.head_of(index)
        if head >= self.size:
            return True
        left = tags[index - 1]
        if tags[index] == "~" or (tags[index] in "()" and self._is_aside(index)):
            return True
        if (
            tags[index] == ":"
            and '"' in tags[max(last, index - 6) : index]
            and '"' in self.tags[index : index + 8]
        ):
            return True  # a title: “Port Ellery: The Return”
        if self._describes_one(index, head):
            return True
        if "C" not in tags[index:head]:
            return False
        stop = self._end_from(self._hard_breaks, head)
        if self._finite.find(_MARK, head, stop) >= 0 and not self._is_met(index, last):
            return True  # two nouns share a verb: "where the pier and the quay stood"
        if tags[index] != "C":
            return False
        after = head
        while after < self.size - 1 and tags[after] == "X":
            after += 1
        if left in "IG" and tags[after] in "IVG":  # "to keep and to defend the pier"
            return True
        return self._is_plain_noun(head) or self._is_between(index)

    def _describes_one(self, index: int, head: int) -> bool:
        """Say whether words in a row go with one noun or verb."""
        tags = self.line
        left, right = tags[index - 1], tags[head]
        if left == "A" and right in "AN" and tags[index] in ",C":  # "its economic, strategic ties"
            return True
        if left == "N" and tags[index] == "," and tags[max(0, index - 2)] == "D":  # "a sharp, left-hand bend"
            return right in "NA" and tags[head + 1 : head + 2] in ("N", "A", "E")
        if tags[index] == "," and left == right == "#":  # "November 8, 2017"
            return True
        return left == right == "X" and "C" in tags[index:head]  # "calmly and quickly"

    def _is_met(self, index: int, last: int) -> bool:
        """Say whether a finite verb stands between the last cut, or a later opening word, and the gap."""
        start = max(last, self._openers.rfind(_MARK, 0, index))
        return self._finite.find(_MARK, start, index) >= 0

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
        if self.line[head] not in "NEADP" or "#" in self.line[head : head + 2]:
            return False
        for at in range(head, self._end_from(self._breaks, head)):
            tag = self.line[at]
            if tag in "VBHMOb" or (tag in "GQ" and self.line[at - 1] in "NE"):
                return False
            if tag == "T":
                break
        return not self.is_finite_ahead(head)

    def obeys_rule(self, index: int) -> bool:
        """Say whether a plain rule would cut before this mark or word."""
        tags, tag = self.line, self.line[index]
        if tag in ";-()":
            return True
        if tag == ":":
            return not self.tokens[index - 1].text[-1].isdigit()
        if tag not in ",CS" or self._finite.find(_MARK, 0, index) < 0:
            return False
        if tag == "S":
            return self.tokens[index].lower not in CONDITIONS
        at = index + 1
        if tag == ",":
            return at < self.size and (tags[at] in "GW" or self.is_finite_ahead(at))
        while at < self.size and tags[at] == "X":
            at += 1
        return at < self.size and (tags[at] in "VBHMOGb" or self.is_finite_ahead(at))


TEMPLATES = (
    "left", "left-word", "trigram", "word", "until-break", "finite", "rule", "rule-since", "verb-word",
    "verb-head", "verbs", "since", "break",
)  # fmt: skip
