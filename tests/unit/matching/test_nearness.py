"""The list of kindred words as a run reads it."""

from importlib.resources import files

from claimdiff.matching.nearness import compose_lines, near_terms


def test_the_kept_list_is_what_the_written_one_says() -> None:
    """The families kept in a file are those of kindred.txt (benchmarks/write_stems.py)."""
    kept = files("claimdiff.matching").joinpath("data", "kindred_terms.txt").read_text("utf-8")
    assert kept == compose_lines()


def test_kin_stand_for_each_other_in_part() -> None:
    """Words of one line may stand for each other, with a strength between nothing and the same word."""
    near = dict(near_terms("blast"))
    assert 0 < near["explode"] < 1
    assert 0 < dict(near_terms("explode"))["blast"] < 1
