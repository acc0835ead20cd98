"""What stands in quotation marks."""

import pytest

from claimdiff.extraction.quotations import find_quoted


def quoted(text: str, depth: int = 0) -> list[str]:
    return [text[span.start : span.end] for span in find_quoted(text) if span.depth == depth]


@pytest.mark.parametrize(
    ("text", "inner"),
    [
        ("“We sail,” he said.", ["We sail,"]),
        ('"We sail," he said. "Now."', ["We sail,", "Now."]),
        ("‘We sail,’ he said.", ["We sail,"]),
        ("'We sail,' he said.", ["We sail,"]),
        ("«We sail», he said.", ["We sail"]),
        ("''We sail,'' he said. ''Now.''", ["We sail,", "Now."]),
        ("``We sail,'' he said.", ["We sail,"]),
        ("\"We sail,'' he said.", ["We sail,"]),
        ("Voss's crew didn't see the sailors' boats.", []),
        ("The boys’ ferry left in the ’90s.", []),
        ("'It's the sailors' boat,' he said.", ["It's the sailors' boat,"]),
        ('The mast was 12" thick.', []),
    ],
)
def test_marks_are_told_from_apostrophes(text: str, inner: list[str]) -> None:
    """Curly, straight, single, doubled and angled marks enclose; apostrophes and inches do not."""
    assert quoted(text) == inner


def test_nested_quotation_has_depth_one() -> None:
    """A quotation inside another keeps its own span, one level down."""
    text = "“He shouted ‘stop’ twice,” she said."
    assert quoted(text) == ["He shouted ‘stop’ twice,"]
    assert quoted(text, depth=1) == ["stop"]


def test_missing_closing_mark_runs_to_the_end_of_the_block() -> None:
    """An opening mark without a closing one holds until the block ends."""
    text = "She said: “We sail. We do not wait."
    (span,) = find_quoted(text)
    assert (text[span.start : span.end], span.opened, span.closed) == (
        "We sail. We do not wait.",
        True,
        False,
    )


def test_missing_closing_mark_ends_before_the_next_quotation() -> None:
    """A second opening mark ends a quotation whose closing mark was lost."""
    text = "“We sail now. “We do not wait,” she said."
    assert quoted(text)[0] == "We sail now."


def test_missing_opening_mark_begins_at_the_block() -> None:
    """A closing mark without an opening one belongs to what stands before it."""
    text = "We sail now,” she said."
    (span,) = find_quoted(text)
    assert (text[span.start : span.end], span.opened, span.closed) == ("We sail now,", False, True)


def test_outer_span_holds_the_marks() -> None:
    """The outer span adds exactly the printed marks to the inner one."""
    text = "So “yes” it is."
    (span,) = find_quoted(text)
    assert text[span.outer_start : span.outer_end] == "“yes”"


def test_two_single_marks_in_a_row_are_one_mark() -> None:
    """The outer span holds both characters of a mark that is typed as two."""
    (span,) = find_quoted("He said: ''We sail.'' Then he left.")
    assert (span.start, span.end, span.outer_start, span.outer_end) == (11, 19, 9, 21)
