"""Patterns that are compiled on first use behave as those compiled at once."""

import re

import pytest

from claimdiff.language.patterns import compile_later


def test_a_late_pattern_finds_what_the_pattern_finds() -> None:
    """Every way of asking gives what the compiled pattern gives, the first time and again."""
    late, plain = compile_later(r"f(e)rry", re.I), re.compile(r"f(e)rry", re.I)
    text = "The Ferry and a ferry"
    for _ in range(2):
        assert late.findall(text) == plain.findall(text)
        assert [match.span() for match in late.finditer(text)] == [(4, 9), (16, 21)]
        assert late.sub("boat", text) == "The boat and a boat"
        assert late.match(text) is None
    assert late.pattern == r"f(e)rry"
    assert late.groups == 1


def test_a_late_pattern_tells_of_its_fault_on_first_use() -> None:
    """A pattern that can't be compiled raises where it is used, not where it is named."""
    late = compile_later("(")
    with pytest.raises(re.error):
        late.search("ferry")
