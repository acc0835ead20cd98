"""Where a clause ends and another begins: a small logistic model over the tags around each gap.

The model's weights are in `data/boundaries.json`, learned from annotated articles by
`benchmarks/train_clauses.py`. A gap's score is the sum of the weights of its features.
"""

from collections.abc import Sequence
from functools import cache
from typing import TypeVar

import msgspec
from msgspec import Struct

from claimdiff.extraction.clause_rules import ClauseView
from claimdiff.extraction.stretch_view import Around, Beside, Outline
from claimdiff.language.tables import read_data
from claimdiff.language.tokens import Token

_SHORTEST = 3
# Where the templates of one part of an outline stand in TEMPLATES, and how many sums of a part are kept.
_BESIDE = (0, 1, 2, 3)
_AROUND = (4, 5, 6, 7, 11, 12)
_VERB_WORD = 8
_KEPT = 50_000
_NOISE = 1e-9
Features = tuple[str, ...]
Part = TypeVar("Part", Beside, Around)


class BoundaryModel(Struct, frozen=True):
    """Weights a template and value; `closed` are the pairs of tags between which nothing is cut."""

    threshold: float
    bias: float
    closed: frozenset[str]
    weights: tuple[dict[str, float], ...]


@cache
def load_model() -> BoundaryModel:
    """Return the learned model."""
    text = read_data("claimdiff.extraction", "boundaries.json")
    raw = msgspec.json.decode(text)
    return BoundaryModel(
        raw["threshold"], raw["bias"], frozenset(raw["closed"]), tuple(raw["weights"].values())
    )


def find_boundaries(
    tokens: list[Token], tags: list[str], model: BoundaryModel | None = None, flags: int = -1
) -> list[int]:
    """Return the indexes of tokens before which the stretch is cut, ascending.

    An index points at the first joining word or mark between two clauses. `flags` are those of the words
    (see `word_forms`), all set where not known.
    """
    scorer = _load_scorer() if model is None else GapScorer(model)
    view = ClauseView(tokens, tags, flags)
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
    beside, around, (verb_word, verb_tag, verb_ahead) = outline
    word, edge, head = beside[3], around[5], around[6]
    until, finite, rule, since, behind, end = _list_around(around)
    return (
        *_list_beside(beside),
        until,
        finite,
        rule,
        since,
        verb_word + word,
        verb_word + edge + head,
        verb_tag + verb_ahead + edge,
        behind,
        end,
    )


def _list_beside(beside: Beside) -> Features:
    left, right, following, word = beside
    return left, left + word, left + right + following, word


def _list_around(around: Around) -> Features:
    until, since, finite, rule, right, edge, head, end = around
    return until, finite + edge + head, rule + edge, rule + since, since + right, end


class GapScorer:
    """Scores gaps with a model, keeping the sums of what recurs."""

    def __init__(self, model: BoundaryModel) -> None:
        self.closed = model.closed
        self._model = model
        self._beside: dict[Beside, float] = {}
        self._around: dict[Around, float] = {}
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
            score = self._add(_list_beside(beside), _BESIDE)
            _keep(self._beside, beside, score)
        rest = self._around.get(around)
        if rest is None:
            rest = self._add(_list_around(around), _AROUND)
            _keep(self._around, around, rest)
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

    def _add(self, values: Features, which: Sequence[int]) -> float:
        """Add up the weights of the values of some templates."""
        weights = self._model.weights
        return sum([weights[place].get(value, 0.0) for place, value in zip(which, values, strict=True)])


def _keep(sums: dict[Part, float], part: Part, total: float) -> None:
    """Keep what a part of an outline adds up to for the next gap like it."""
    if len(sums) > _KEPT:
        sums.clear()
    sums[part] = total


@cache
def _load_scorer() -> GapScorer:
    return GapScorer(load_model())


TEMPLATES = (
    "left", "left-word", "trigram", "word", "until-break", "finite", "rule", "rule-since", "verb-word",
    "verb-head", "verbs", "since", "break",
)  # fmt: skip
