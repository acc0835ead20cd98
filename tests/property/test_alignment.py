"""Alignment holds on any text: one-to-one matches, spans inside, nothing said of equal claims."""

from hypothesis import given, settings
from hypothesis import strategies as st

from building import build_claim, read_quantities
from claimdiff.matching.alignment import align_prepared
from claimdiff.matching.differences import find_differences
from claimdiff.matching.units import prepare_claim
from claimdiff.model import Claim

_WORDS = st.sampled_from(
    """the a not no Moro Ellery ferry sank rose fell two 30 about at least never of in “ ” , . Friday denied
    that us""".split()
)
_TEXTS = st.one_of(st.text(min_size=1, max_size=80), st.lists(_WORDS, min_size=1, max_size=25).map(" ".join))


def _claim(text: str, claim_id: str, direct: bool) -> Claim:
    return build_claim(
        text,
        id=claim_id,
        document_id=f"d{claim_id}",
        speech="direct" if direct else "narration",
        quantities=read_quantities(text),
    )


@settings(deadline=None, max_examples=150)
@given(_TEXTS, _TEXTS, st.booleans())
def test_matches_are_one_to_one_and_nothing_is_counted_twice(left: str, right: str, direct: bool) -> None:
    """Every unit is in one match, one substitution or the leftovers."""
    one, two = (
        prepare_claim(_claim(left, "a", direct), left),
        prepare_claim(_claim(right, "b", direct), right),
    )
    found = align_prepared(one, two)
    lefts = (
        [m.left for m in found.matches]
        + [i for s in found.substitutions for i in s.left]
        + [*found.left_only]
    )
    rights = (
        [m.right for m in found.matches]
        + [j for s in found.substitutions for j in s.right]
        + [*found.right_only]
    )
    assert sorted(lefts) == list(range(len(one.units)))
    assert sorted(rights) == list(range(len(two.units)))
    assert 0.0 <= found.coverage <= 1.0


@settings(deadline=None, max_examples=150)
@given(_TEXTS, _TEXTS, st.booleans())
def test_spans_of_differences_lie_in_the_evidence(left: str, right: str, direct: bool) -> None:
    """Whatever the text, differences point inside it, and their strength is 0 to 1."""
    one, two = (
        prepare_claim(_claim(left, "a", direct), left),
        prepare_claim(_claim(right, "b", direct), right),
    )
    for difference in find_differences(align_prepared(one, two)):
        assert all(span.end <= len(left) for span in difference.left_spans)
        assert all(span.end <= len(right) for span in difference.right_spans)
        assert 0.0 <= difference.strength <= 1.0


@settings(deadline=None, max_examples=150)
@given(_TEXTS, st.booleans())
def test_a_claim_does_not_differ_from_itself(text: str, direct: bool) -> None:
    """Equal claims have full coverage where they have any word, and no difference."""
    one, two = prepare_claim(_claim(text, "a", direct), text), prepare_claim(_claim(text, "b", direct), text)
    found = align_prepared(one, two)
    assert find_differences(found) == ()
    assert found.coverage == (1.0 if one.units else 0.0)
