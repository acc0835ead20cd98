"""What changed from one version of an article to the next."""

import pytest
from msgspec.structs import replace

from claimdiff.api import find_changes
from claimdiff.findings.revisions import find_revisions
from claimdiff.model import Difference, Matching, ScoredPair

OLD = (
    "Fourteen people were hurt when a ferry struck the old pier.\n"
    "“We heard a very loud bang,” said Mara Quill, a baker.\n"
    "The ferry was carrying crates of salted fish.\n"
    "Divers searched the water for two hours."
)


def revise(document, claims_of, old_text, new_text, pairs=(), **new_fields):
    old, new = document(old_text, label="old"), document(new_text, label="new")
    before, after = claims_of(old), [replace(row, **new_fields) for row in claims_of(new)]
    return find_revisions(old, new, before, after, Matching((), tuple(pairs)))


def test_moved_and_reworded_sentences_are_no_changes(document, claims_of):
    """A paragraph that moved, and one told with its words in another order, are not reported."""
    lines = OLD.split("\n")
    moved = "\n".join(
        [lines[3], lines[0], lines[2].replace("carrying crates", "carrying some crates"), lines[1]]
    )
    assert revise(document, claims_of, OLD, moved) == ()


def test_added_and_dropped_claims_are_told(document, claims_of):
    """What is new is added, what is gone is dropped, each with its one side."""
    new = OLD.replace(
        "The ferry was carrying crates of salted fish.", "The mayor ordered an inquiry into brakes."
    )
    changes = revise(document, claims_of, OLD, new)
    assert {change.kind for change in changes} == {"added", "dropped"}
    assert all((change.old is None) == (change.kind == "added") for change in changes)


def test_a_changed_quotation_is_one(document, claims_of):
    """Words changed inside quotation marks are a change of the quotation."""
    (change,) = revise(document, claims_of, OLD, OLD.replace("very loud", "loud"))
    assert change.kind == "quotation"
    assert change.old is not None
    assert change.new is not None


def test_a_new_figure_corrects_the_old(document, claims_of):
    """An exclusive difference is a correction, with the old and the new figure."""
    old, new = document(OLD, label="old"), document(OLD.replace("Fourteen", "Forty"), label="new")
    before, after = claims_of(old), claims_of(new)
    left, right = sorted((before[0].id, after[0].id))
    first, second = ("Fourteen", "Forty") if left == before[0].id else ("Forty", "Fourteen")
    difference = Difference("quantity", first, second, (), (), True, strength=0.9)
    pair = ScoredPair(left, right, 0.2, 0.7, 1.0, "contradiction", {}, (difference,))
    (change,) = find_revisions(old, new, before, after, Matching((), (pair,)))
    assert change.kind == "corrected"
    assert (change.old.value, change.new.value) == ("Fourteen", "Forty")


@pytest.mark.parametrize(("fields", "kind"), [({"certainty": "hedged"}, "softened")])
def test_a_claim_that_lost_certainty_is_softened(document, claims_of, fields, kind):
    """A hedge that was not there before softens the claim."""
    new = "The ferry may have been carrying crates of salted fish."
    (change,) = revise(document, claims_of, "The ferry was carrying crates of salted fish.", new, **fields)
    assert change.kind == kind


@pytest.mark.parametrize(
    ("before", "after", "values"),
    [
        ("Twelve people died", "At least eleven people died", ("Twelve", "At least eleven")),
        ("on 4 March", "on 7 March", ("4 March", "7 March")),
        ("Twelve people died", "12 people died", None),
    ],
)
def test_another_figure_or_day_in_one_sentence_is_a_correction(tmp_path, before, after, values):
    """Where a sentence has one figure of a kind, or one day, and its new version another, it is one."""
    text = (
        "Twelve people died on 4 March 2031 when a small ferry sank off Skerra minutes after leaving port.\n"
    )
    (tmp_path / "old.txt").write_text(text)
    (tmp_path / "new.txt").write_text(text.replace(before, after))
    found = find_changes(tmp_path / "old.txt", tmp_path / "new.txt")
    corrected = [(row.old.value, row.new.value) for row in found.changes if row.kind == "corrected"]
    assert [tuple(value.removesuffix(" 2031") for value in row) for row in corrected] == (
        [values] if values else []
    )
