"""Things of one kind, and words that leave a thing open."""

from claimdiff.language.hedging import is_hedged
from claimdiff.language.kinds import is_thing, share_kind
from claimdiff.language.tables import read_lines


def test_two_things_of_one_kind_are_told_apart() -> None:
    """Two members share a kind in any inflection; two words for one thing, or of two kinds, do not."""
    assert share_kind("salmon", "tuna") and share_kind("violins", "Piano")
    assert not share_kind("salmon", "salmon") and not share_kind("lorry", "trucks")
    assert not share_kind("salmon", "violin") and not share_kind("salmon", "thought")


def test_a_thing_is_a_listed_one() -> None:
    """A word of the lists is a thing, also in the plural; a word for a thought is none."""
    assert is_thing("bridges")
    assert not is_thing("consider")


def test_every_kind_has_a_name_and_two_members() -> None:
    """A line of the list names its kind once and holds at least two things."""
    lines = [line.partition(":") for line in read_lines("kinds.txt")]
    assert all(mark == ":" and len(rest.split()) > 1 for _, mark, rest in lines)
    assert len({name for name, _, _ in lines}) == len(lines)


def test_what_lies_ahead_is_not_told_as_done() -> None:
    """A hedge and a forecast leave open whether a thing is so; a plain report does not."""
    assert is_hedged(["it", "may", "rain"]) and is_hedged(["rain", "is", "forecast"])
    assert not is_hedged(["it", "rained"])
