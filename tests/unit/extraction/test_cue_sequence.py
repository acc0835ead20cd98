"""The chain from a cue: its features, what is measured by it, and who is chosen as the speaker."""

import pytest
from msgspec.structs import replace

from claimdiff.extraction.attitude_frames import read_all_frames
from claimdiff.extraction.attitude_scores import measure_reading
from claimdiff.extraction.attitude_sequence import ChainWeights, read_chances
from claimdiff.extraction.attitude_speakers import (
    Scene,
    choose_speaker,
    list_candidate_features,
    list_candidates,
)
from claimdiff.extraction.clause_turns import name_opening
from claimdiff.extraction.content_options import list_options
from claimdiff.extraction.cue_sequence import (
    CUE_ROLES,
    CueChances,
    infer_cue_chances,
    list_cue_rows,
    read_cue_chain,
    read_cue_chances,
)
from claimdiff.extraction.frame_parts import Frame
from claimdiff.extraction.sentence_words import BlockWords
from claimdiff.extraction.subjects import NO_SUBJECT

_NO_STEPS = ((0.0,) * len(CUE_ROLES),) * len(CUE_ROLES)


def read_block(text: str) -> tuple[BlockWords, list[Frame]]:
    """Return the words of a one-sentence text and its frames."""
    words = BlockWords(text, 0, len(text))
    return words, read_all_frames(words, 0)


def look(words: BlockWords, role: int, word: str) -> CueChances:
    """Return chances by which one word alone has a role."""
    weights = tuple(4.0 * (number == role) for number in range(len(CUE_ROLES)))
    chain = ChainWeights({f"word={word}": weights}, _NO_STEPS)
    return infer_cue_chances(0, [[f"word={one}"] for one in words.lowers], chain)


def test_every_word_around_a_cue_is_looked_at() -> None:
    """A cue sees all words of a short sentence, the words of the cue itself among them."""
    words, frames = read_block("Mara Voss has praised the pier, and Asta Morrow denounced it.")
    for frame, row in zip(frames, list_cue_rows(words, 0, frames), strict=True):
        assert row is not None
        first, features = row
        assert (first, len(features)) == (0, len(words.starts))
        assert features[frame.cue][0] == "cue"


def test_what_was_met_on_the_way_is_told_of_each_word() -> None:
    """Behind "when" every word knows that a clause of time has opened since the cue."""
    words, frames = read_block("Mara Voss praised the pier when the storm had passed.")
    (row,) = list_cue_rows(words, 0, frames)
    assert row is not None
    joined = [any(name.startswith("Rjoint=when/praise") for name in features) for features in row[1]]
    assert joined == [False] * 5 + [True] * 6


def test_a_row_of_cues_is_looked_at_only_so_far() -> None:
    """In a sentence that is but cues the later ones are passed over."""
    words, frames = read_block("Voss said " * 200 + "it.")
    found = read_cue_chances(words, 0, frames)
    assert len(found) == len(frames) > 100
    assert found[0] is not None
    assert found[-1] is None


@pytest.mark.parametrize(
    ("text", "word", "name"),
    [
        ("She praised the pier and denounced the harbour.", "and", "and/cue"),
        ("She praised the pier and the harbour master wept.", "and", "and/clause"),
        ("She praised the pier, which leans.", ",", ",which"),
        ("She praised the pier, leaning back.", ",", ",ing"),
        ("She praised the pier during a rally.", "during", "during/occasion"),
        ("She praised the pier on Monday.", "on", "on/time"),
        ("She praised the pier in Port Ellery.", "in", "in/Name"),
        ("She praised the pier.", "pier", ""),
    ],
)
def test_what_a_word_opens_is_named(text: str, word: str, name: str) -> None:
    """A joint is named with what it joins on, any other word not at all."""
    words, _ = read_block(text)
    tags = ["N"] * len(words.lowers)
    at = words.lowers.index(word)
    assert name_opening(words, tags, at, (0, len(tags)), "past") == name


def test_speaker_and_what_is_said_are_told_apart() -> None:
    """In a plain report the name and the clause each get their role, and the frame's verb none."""
    words, frames = read_block("Mara Voss said the pier was safe.")
    (seen,) = read_cue_chances(words, 0, frames)
    assert seen is not None
    assert min(seen.speaker[:2]) > 0.5 > max(seen.speaker[2:])
    assert min(seen.content[3:7]) > 0 > seen.content[2]


def test_readings_are_measured_by_their_words() -> None:
    """The mean and the least of a reading are those of its own words."""
    words, (frame,) = read_block("Mara Voss praised the pier in the morning.")
    chances = read_chances(words, 0, [frame], headline=False)
    seen = look(words, 2, "pier")
    for option in list_options(words, frame):
        measured = measure_reading(words, option, chances, seen)
        first, last = words.token_at(option.contents[0][0]), words.token_at(option.contents[-1][1])
        held = seen.content[first:last]
        assert measured["cue-least"] == min(held)
        assert measured["cue-mean"] == pytest.approx(sum(held) / len(held))
        assert 0 <= measured["cue-overlap"] <= 5
        assert measure_reading(words, option, chances, None)["cue-mean"] == 0


def test_a_passive_may_be_cut_short() -> None:
    """What is said of a passive's subject may end before a circumstance."""
    words, (frame,) = read_block("The pier was called a disgrace during the rally.")
    told = [
        [words.text[start:end] for start, end in option.contents] for option in list_options(words, frame)
    ]
    assert ["The pier", "a disgrace"] in told


def test_the_likeliest_candidate_speaks() -> None:
    """The frame's subject, somebody else of the sentence, or nobody is chosen by the sum of the weights."""
    words, frames = read_block("After praising the pier, the tall harbour master left.")
    frame = replace(frames[0], contents=())
    chances = read_chances(words, 0, frames, headline=False)
    scene = Scene(words, replace(frame, subject=NO_SUBJECT), frames, chances, look(words, 1, "master"))
    found = choose_speaker(scene, {"mean": 1.0})
    assert words.lowers[found.first : found.last] == ["master"]
    assert choose_speaker(scene, {"speaker=none": 9.0, "mean": 1.0}) == NO_SUBJECT
    subject = replace(frame.subject, first=5, last=9, how="pronoun")
    kept = scene._replace(frame=replace(frame, subject=subject))
    assert choose_speaker(kept, {"speaker=own": 9.0}) == subject


def test_candidates_differ_and_are_described() -> None:
    """No candidate comes twice, nobody is among them, and each has features of its kind."""
    words, (frame,) = read_block("Mara Voss, the mayor, praised the pier.")
    chances = read_chances(words, 0, [frame], headline=False)
    scene = Scene(words, frame, [frame], chances, look(words, 1, "voss"))
    found = list_candidates(scene)
    assert len({(one.first, one.last) for one in found}) == len(found)
    assert (found[0].found, found[1].found) == ("own", "none")
    assert all(name.startswith("speaker") for one in found for name in list_candidate_features(scene, one))


def test_the_trained_chain_goes_on_with_what_is_said() -> None:
    """Content follows content rather than a speaker."""
    steps = read_cue_chain().steps
    assert steps[2][2] > steps[2][1]
