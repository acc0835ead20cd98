"""The chain over words: probabilities of roles, and what is measured of a reading by them."""

import itertools
import math

import pytest

from claimdiff.extraction.attitude_frames import read_all_frames
from claimdiff.extraction.attitude_sequence import (
    ROLES,
    infer_roles,
    list_word_features,
    read_chain,
    read_chances,
)
from claimdiff.extraction.sentence_words import BlockWords

_SIZE = len(ROLES)


def test_roles_have_the_probabilities_of_all_paths() -> None:
    """The forward and backward sums equal those over every path through a short sentence."""
    table = [tuple(math.sin(3 * at + role) for role in range(_SIZE)) for at in range(3)]
    steps = [tuple(math.cos(2 * one + other) for other in range(_SIZE)) for one in range(_SIZE)]
    wanted = [[0.0] * _SIZE for _ in table]
    total = 0.0
    for path in itertools.product(range(_SIZE), repeat=len(table)):
        height = sum(table[at][role] for at, role in enumerate(path))
        height += sum(steps[one][other] for one, other in itertools.pairwise(path))
        total += math.exp(height)
        for at, role in enumerate(path):
            wanted[at][role] += math.exp(height)
    for row, expected in zip(infer_roles(table, steps), wanted, strict=True):
        assert row == pytest.approx([value / total for value in expected])


def test_strong_weights_neither_overflow_nor_vanish() -> None:
    """Weights far beyond any that were trained still give probabilities."""
    table = [(900.0, *[-900.0] * (_SIZE - 1)), (*[-900.0] * (_SIZE - 1), 900.0)] * 40
    for row in infer_roles(table, [(0.0,) * _SIZE] * _SIZE):
        assert sum(row) == pytest.approx(1.0)


def test_every_word_has_features_and_chances() -> None:
    """A sentence's lists are as long as it has words; unknown words are no error."""
    text = "Mara Voss praised the zyxgrub pier. Nobody else did."
    words = BlockWords(text, 0, len(text))
    for number in range(2):
        low, high = words.range_of(number)
        frames = read_all_frames(words, number)
        assert len(list_word_features(words, number, frames, headline=False)) == high - low
        chances = read_chances(words, number, frames, headline=False)
        assert chances.first == low
        assert len(chances.cue) == len(chances.speaker) == len(chances.content) == high - low
        assert all(-5 <= value <= 5 for value in (*chances.cue, *chances.content, *chances.outside))


def test_speaker_cue_and_content_are_told_apart() -> None:
    """In a plain report the name, the verb and the clause each get their role."""
    text = "Mara Voss said the pier was closed."
    words = BlockWords(text, 0, len(text))
    chances = read_chances(words, 0, read_all_frames(words, 0), headline=False)
    assert min(chances.speaker[:2]) > 0
    assert chances.cue[2] > 0
    assert min(chances.content[3:7]) > 0


def test_steps_are_known_for_every_role() -> None:
    """The trained chain goes on with content after content rather than with a speaker."""
    steps = read_chain().steps
    assert len(steps) == _SIZE
    assert steps[5][5] > steps[5][2]
