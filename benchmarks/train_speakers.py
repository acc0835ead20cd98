"""Fit the choice of who holds an attitude; called by `train_attribution`."""

from bisect import bisect_left
from collections.abc import Iterable

from benchmarks.fit_choices import fit_choice
from claimdiff.extraction.attitude_speakers import (
    SPEAKER_NUMBERS,
    Candidate,
    Scene,
    list_candidate_features,
    list_candidates,
    measure_candidate,
)
from claimdiff.extraction.sentence_words import BlockWords


def fit_speakers(scenes: Iterable[tuple[Scene, list[list[int]]]]) -> dict[str, float]:
    """Return the weights of the choice; a scene comes with the marked speaker, none or [start, end] pairs.

    Scenes in which no candidate is right tell nothing.
    """
    rows: list[list[str]] = []
    measures: list[list[float]] = []
    groups: list[int] = []
    right: list[bool] = []
    for group, (scene, source) in enumerate(scenes):
        candidates = list_candidates(scene)
        good = [_names_source(scene.words, candidate, source) for candidate in candidates]
        if not any(good):
            continue
        groups += [group] * len(candidates)
        right += good
        for candidate in candidates:
            rows.append(list_candidate_features(scene, candidate))
            numbers = measure_candidate(scene, candidate)
            measures.append([numbers[name] for name in SPEAKER_NUMBERS])
    features, values = fit_choice(rows, measures, groups, right)
    return features | dict(zip(SPEAKER_NUMBERS, values, strict=True))


def _names_source(words: BlockWords, candidate: Candidate, source: list[list[int]]) -> bool:
    """Say whether a candidate shares half of its words with the marked speaker, or both are none."""
    named = set(range(candidate.first, candidate.last))
    if not named:
        return not source
    marked: set[int] = set()
    for start, end in source:
        marked.update(range(bisect_left(words.starts, start), bisect_left(words.starts, end)))
    either = [place for place in marked | named if words.lowers[place][0].isalnum()]
    both = [place for place in marked & named if words.lowers[place][0].isalnum()]
    return 2 * len(both) >= len(either)
