"""Two claims laid side by side: what matches, and what stands in whose place."""

from collections.abc import Callable

from claimdiff.matching.alignment import Alignment, align_claims
from claimdiff.model import Claim, Span

Align = Callable[..., Alignment]


def _matched(alignment: Alignment) -> set[tuple[str, str]]:
    return {
        (alignment.left.units[m.left].text, alignment.right.units[m.right].text) for m in alignment.matches
    }


def _substituted(alignment: Alignment) -> set[tuple[str, str]]:
    return {
        (alignment.left.words_of(s.left), alignment.right.words_of(s.right)) for s in alignment.substitutions
    }


def test_word_forms_match_across_tense_and_word_class(lay_side_by_side: Align) -> None:
    """Inflected and derived forms of one word are matched."""
    found = _matched(
        lay_side_by_side(
            "The mayor denied the report in Ellery", "The mayor's denial of the reports in Ellery"
        )
    )
    assert {("denied", "denial"), ("report", "reports")} <= found


def test_place_and_its_people_match(lay_side_by_side: Align) -> None:
    """A country and its adjective count as one name."""
    found = _matched(
        lay_side_by_side("China sent two tugs to Port Ellery", "Two Chinese tugs went to Port Ellery")
    )
    assert ("China", "Chinese") in found


def test_word_at_the_same_place_is_a_substitution(lay_side_by_side: Align) -> None:
    """A leftover between the same matched neighbours on both sides is paired."""
    found = lay_side_by_side("The ferry struck a barge off Ellery", "The ferry struck a buoy off Ellery")
    assert _substituted(found) == {("barge", "buoy")}
    assert found.substitutions[0].closeness == 1.0


def test_same_role_is_found_inside_a_longer_stretch(lay_side_by_side: Align) -> None:
    """What follows the same head with the same little word is paired, although one side says more."""
    found = lay_side_by_side(
        "A thief drove a truck into the Ellery customs house",
        "A thief drove a van full of stolen ropes into the Ellery customs house",
    )
    assert ("truck", "van") in _substituted(found)


def test_addition_is_left_over_on_one_side_only(lay_side_by_side: Align) -> None:
    """What one side adds stays out of the substitutions."""
    found = lay_side_by_side("The pier burned down", "The old wooden pier burned down near Ellery")
    assert found.substitutions == ()
    assert found.left_only == ()
    assert found.right_only_weight > 0


def test_coverage_is_one_for_equal_texts_and_zero_for_strangers(lay_side_by_side: Align) -> None:
    """Coverage spans 0 (nothing shared) to 1 (the lighter claim is all shared)."""
    assert lay_side_by_side("The pier burned down", "The pier burned down").coverage == 1.0
    assert lay_side_by_side("The pier burned down", "Herring prices doubled").coverage == 0.0


def test_units_point_into_the_document(make_claim: Callable[..., Claim]) -> None:
    """A unit's source is where the word stands in the document, also when the statement was rewritten."""
    text = "By noon she had sold the boat."
    claim = make_claim(text)
    claim = type(claim)(
        **{f: getattr(claim, f) for f in claim.__struct_fields__}
        | {"statement": "Ida Moro had sold the boat."}
    )
    alignment = align_claims(
        claim, make_claim("Moro bought the boat.", "c2"), left_text=text, right_text="Moro bought the boat."
    )
    sources = {unit.text: unit.source for unit in alignment.left.units}
    assert sources["sold"] == Span(16, 20)
    assert sources["Ida"] is None
