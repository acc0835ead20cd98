"""Train the chains over words (extraction/data/attribution_*chain.txt); called by `train_attribution`."""

import importlib
import os
import tempfile
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import Any

from claimdiff.extraction.attitude_sequence import ROLES, ChainWeights
from claimdiff.extraction.sentence_words import BlockWords

_NONE, _CUE, _SPEAKER, _CONTENT = 0, 1, 2, 4
_SPEAKING, _SAID = 1, 2
# How strongly weights are held back (the absolute and the squared ones), and how often a feature must occur.
_ABSOLUTE, _SQUARED, _RAREST, _ROUNDS = 6.0, 0.1, 4, 80
_SMALLEST = 0.02


def mark_roles(words: BlockWords, number: int, marked: Iterable[dict[str, Any]]) -> list[int]:
    """Return for every word of a sentence its role in the marked attributions (an index of ROLES)."""
    low, high = words.range_of(number)
    starts = words.starts[low:high]
    roles = [_NONE] * len(starts)
    for item in marked:
        cue = item.get("cue") or []
        for part, role in (("content", _CONTENT), ("source", _SPEAKER), ("cue", _CUE)):
            for start, end in item.get(part) or []:
                right = role != _CUE and bool(cue) and start > cue[0][0]
                for at in range(bisect_left(starts, start), bisect_left(starts, end)):
                    roles[at] = role + right
    return roles


def mark_cue_roles(words: BlockWords, first: int, size: int, item: dict[str, Any]) -> list[int]:
    """Return the role of each of `size` words in one marked attribution (an index of CUE_ROLES)."""
    starts = words.starts[first : first + size]
    roles = [_NONE] * len(starts)
    for part, role in (("content", _SAID), ("source", _SPEAKING)):
        for start, end in item.get(part) or []:
            for at in range(bisect_left(starts, start), bisect_left(starts, end)):
                roles[at] = role
    return roles


def fit_chain(
    sentences: Sequence[tuple[list[list[str]], list[int]]],
    size: int = len(ROLES),
    held_back: tuple[float, float] = (_ABSOLUTE, _SQUARED),
) -> ChainWeights:
    """Return the weights of a chain that fits the sentences: features and role of every word.

    `size` is the number of roles, `held_back` how strongly the weights are.
    """
    crfsuite: Any = importlib.import_module("pycrfsuite")
    trainer = crfsuite.Trainer(verbose=False)
    for rows, roles in sentences:
        trainer.append(rows, [str(role) for role in roles])
    trainer.set_params(
        {
            "c1": held_back[0],
            "c2": held_back[1],
            "max_iterations": _ROUNDS,
            "feature.minfreq": _RAREST,
            "feature.possible_transitions": True,
        }
    )
    handle, path = tempfile.mkstemp()
    os.close(handle)
    try:
        trainer.train(path)
        tagger = crfsuite.Tagger()
        tagger.open(path)
        known = tagger.info()
        tagger.close()
    finally:
        os.unlink(path)
    words: dict[str, list[float]] = {}
    for (feature, role), weight in known.state_features.items():
        if abs(weight) >= _SMALLEST:
            words.setdefault(feature, [0.0] * size)[int(role)] = round(weight, 2)
    steps = [
        tuple(round(known.transitions.get((str(a), str(b)), 0.0), 2) for b in range(size))
        for a in range(size)
    ]
    return ChainWeights({name: tuple(words[name]) for name in sorted(words)}, tuple(steps))


def write_chain(chain: ChainWeights, path: str, roles: Sequence[str] = ROLES) -> None:
    """Write one feature a line, with its weights that are not zero as "role:weight"."""
    with open(path, "w", encoding="utf-8") as out:
        out.write("# Weights of the chain over words; written by benchmarks/train_attribution.py.\n")
        steps = zip([f"after={role}" for role in roles], chain.steps, strict=True)
        for name, weights in (*steps, *chain.words.items()):
            parts = (f"{role}:{weight:.2f}" for role, weight in enumerate(weights) if weight)
            out.write(f"{name}\t{' '.join(parts)}\n")
