"""What holds of matching for any input."""

import string

from hypothesis import given, settings
from hypothesis import strategies as st

from claimdiff.extraction import read_statement
from claimdiff.matching import explain_pair, score_pair
from claimdiff.matching.clusters import cluster_claims

IDS = st.lists(st.sampled_from(string.ascii_lowercase), min_size=1, max_size=10, unique=True)


@given(IDS, st.data())
@settings(max_examples=60, deadline=None)
def test_groups_partition_the_claims_whatever_the_chances(ids: list[str], data: st.DataObject) -> None:
    """Every claim is in one group, and no order of the input changes the groups."""
    ordered = sorted(ids)
    couples = [(left, right) for i, left in enumerate(ordered) for right in ordered[i + 1 :]]
    chances = {
        couple: data.draw(st.floats(0, 1)) for couple in couples if data.draw(st.booleans(), label="scored")
    }
    groups = cluster_claims(ids, chances, 0.4)
    assert sorted(claim_id for group in groups for claim_id in group) == ordered
    assert groups == cluster_claims(ordered[::-1], dict(reversed(chances.items())), 0.4)


@given(st.text(max_size=80), st.text(max_size=80))
@settings(max_examples=60, deadline=None)
def test_any_two_texts_have_a_score_that_is_a_probability(left: str, right: str) -> None:
    """No text raises; the probabilities agree with each other and with the waterfall."""
    pair = score_pair(read_statement(left), read_statement(right))
    assert 0.0 <= pair.same <= 1.0
    assert 0.0 <= pair.contradiction <= 1.0
    assert pair.one_fact <= pair.related + 1e-9 <= 1.0 + 1e-9
    assert abs(explain_pair(pair).probability - pair.one_fact) < 1e-9


@given(st.text(alphabet=string.ascii_letters + " .", min_size=1, max_size=80))
@settings(max_examples=40, deadline=None)
def test_a_text_never_contradicts_itself(text: str) -> None:
    """Identical texts are never called a contradiction."""
    pair = score_pair(read_statement(text), read_statement(text))
    assert pair.relation != "contradiction"
