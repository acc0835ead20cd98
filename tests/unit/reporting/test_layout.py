"""A View shows what was chosen, counts everything, and marks the words that differ."""

import msgspec
import pytest
from msgspec.structs import replace

from claimdiff.model import Comparison, Span
from claimdiff.model.finding import SharedPassage
from claimdiff.reporting.layout import build_view, source_key
from claimdiff.reporting.phrasing import place_further
from claimdiff.reporting.pieces import cut_pieces
from claimdiff.reporting.view import Selection


@pytest.mark.parametrize(
    ("index", "key"), [(0, "A"), (25, "Z"), (26, "AA"), (51, "AZ"), (52, "BA"), (702, "AAA")]
)
def test_source_keys_go_on_past_z(index: int, key: str) -> None:
    """Sources are lettered as spreadsheet columns are."""
    assert source_key(index) == key


def test_counts_of_a_source_add_up(ferry: Comparison) -> None:
    """Shared and unique claims of a source are all its claims."""
    view = build_view(ferry)
    assert view.sources is not None
    counts = {row.key: (row.claims, row.shared, row.unique) for row in view.sources.shown}
    assert counts == {"A": (3, 3, 0), "B": (3, 3, 0), "C": (3, 1, 2)}


def test_an_inferred_date_says_so(ferry: Comparison) -> None:
    """A date taken from the other sources is marked, one of the document is not."""
    view = build_view(ferry)
    assert view.sources is not None
    assert [(row.date, row.date_inferred) for row in view.sources.shown] == [
        ("2031-03-04", False),
        ("2031-03-04", False),
        ("2031-03-04", True),
    ]


def test_contradictions_are_kept_apart_by_who_disagrees(ferry: Comparison) -> None:
    """Sources, speakers and moments are three groups, and each is counted."""
    view = build_view(ferry)
    groups = [view.contradictions, view.disputes, view.developments]
    assert [[row.id for row in group.shown] for group in groups if group is not None] == [
        ["x-van"],
        ["x-said"],
        ["x-toll"],
    ]
    assert (view.totals.contradictions, view.totals.disputes, view.totals.developments) == (1, 1, 1)


def test_a_row_of_the_matrix_tells_each_version(ferry: Comparison) -> None:
    """Version 1 is what most sources say; a cell is 0 where a source has nothing."""
    view = build_view(ferry)
    assert view.agreement is not None
    rows = {row.fact_id: row for row in view.agreement.shown}
    assert rows["f-fire"].cells == (1, 2, 1)
    assert [(v.number, v.value, v.keys) for v in rows["f-fire"].versions] == [
        (1, "van", ("A", "C")),
        (2, "lorry", ("B",)),
    ]
    assert rows["f-spark"].cells == (1, 1, 0)
    assert view.agreement.shown[0].fact_id == "f-fire"


def test_the_differing_words_are_marked(ferry: Comparison) -> None:
    """A side's words at fault are a piece of their own, and the pieces make up the sentence."""
    view = build_view(ferry)
    assert view.contradictions is not None
    side = view.contradictions.shown[0].right
    assert [piece.text for piece in side.pieces if piece.style == "marked"] == ["lorry"]
    assert "".join(piece.text for piece in side.pieces) == "A lorry caught fire on the quay."
    assert (side.key, side.line, side.column) == ("B", 1, 3)
    assert view.contradictions.shown[0].left.others == ("C",)


def test_evidence_apart_is_joined_by_an_ellipsis(ferry: Comparison) -> None:
    """Where the sentence is not shown, the gaps between spans are."""
    document = ferry.documents[0]
    pieces = cut_pieces(document, (Span(0, 5), Span(13, 17)), (Span(2, 5),), None)
    assert "".join(piece.text for piece in pieces) == "A van … fire"
    assert [piece.style for piece in pieces] == ["evidence", "marked", "context", "evidence"]


def test_parts_that_were_not_asked_for_are_absent(ferry: Comparison) -> None:
    """--only leaves the other parts out of every format."""
    view = build_view(ferry, Selection(only=("omissions",)))
    assert view.omissions is not None
    assert (view.sources, view.contradictions, view.agreement, view.quotations) == (None, None, None, None)


def test_cutting_keeps_the_total(ferry: Comparison) -> None:
    """A part that is cut says how many rows it has; 0 shows all."""
    view = build_view(ferry, Selection(top=1))
    assert view.agreement is not None
    assert (len(view.agreement.shown), view.agreement.total, view.agreement.hidden) == (1, 3, 2)
    whole = build_view(ferry, Selection(top=0))
    assert whole.agreement is not None
    assert whole.agreement.hidden == 0


def test_top_leaves_the_sources_alone(ferry: Comparison) -> None:
    """--top cuts findings; who was read is always told in full."""
    view = build_view(ferry, Selection(top=1))
    assert view.sources is not None
    assert (len(view.sources.shown), view.sources.hidden) == (3, 0)


def test_min_sources_drops_facts_of_fewer(ferry: Comparison) -> None:
    """Only facts told by at least so many sources are in the matrix."""
    view = build_view(ferry, Selection(min_sources=3))
    assert view.agreement is not None
    assert [row.fact_id for row in view.agreement.shown] == ["f-fire"]


def test_copies_of_one_origin_name_each_other(ferry: Comparison) -> None:
    """Sources that carry one copy point at each other and count as one origin."""
    shared = msgspec.structs.replace(
        ferry, origins={"d-gull": "d-gull", "d-tide": "d-gull", "d-bell": "d-bell"}
    )
    view = build_view(shared)
    assert view.sources is not None
    assert [row.same_origin for row in view.sources.shown] == [("B",), ("A",), ()]
    assert view.totals.origins == 2


def test_an_omission_says_why_a_cell_is_empty(ferry: Comparison) -> None:
    """Silence and a miss below the threshold are told apart, and the nearest claim comes first."""
    view = build_view(ferry)
    assert view.omissions is not None
    row = view.omissions.shown[0]
    assert (row.claims, row.stated_in) == (2, ("C",))
    assert [(cell.key, cell.reason, cell.nearest, cell.line) for cell in row.absent] == [
        ("B", "below-threshold", "At least two people were hurt.", 2),
        ("A", "silent", None, None),
    ]


def test_shared_passages_are_summed_up_by_pair(ferry: Comparison) -> None:
    """Passages of a pair are counted together, quotations left out, and who was first is named."""

    def passage(left: str, right: str, words: int, **changes: object) -> SharedPassage:
        row = SharedPassage(left, right, Span(0, 5), Span(0, 5), words)
        return msgspec.structs.replace(row, **changes)

    shared = msgspec.structs.replace(
        ferry,
        passages=(
            passage("d-tide", "d-gull", 20, first="d-tide"),
            passage("d-gull", "d-tide", 12),
            passage("d-gull", "d-tide", 99, quotation=True),
            passage("d-bell", "d-gull", 40),
        ),
    )
    assert [(row.keys, row.passages, row.words, row.first) for row in build_view(shared).copies] == [
        (("A", "C"), 1, 40, None),
        (("A", "B"), 2, 32, "B"),
    ]
    assert build_view(shared, Selection(only=("agreement",))).copies == ()


def test_rows_on_one_matter_are_one_row(ferry: Comparison) -> None:
    """What is disputed in several places is shown once, the other claims under it on their sides."""
    said = ferry.contradictions[2]
    other = msgspec.structs.replace(
        said, id="x-more", matter="x-said", right=msgspec.structs.replace(said.right, claim_id="c-tide-1")
    )
    apart = msgspec.structs.replace(
        said,
        id="x-apart",
        left=msgspec.structs.replace(said.left, claim_id="c-gull-0"),
        right=msgspec.structs.replace(said.right, claim_id="c-tide-0"),
    )
    view = build_view(msgspec.structs.replace(ferry, contradictions=(said, other, apart)))
    assert view.disputes is not None
    assert [
        (row.id, [(side.id, side.beside, side.text) for side in row.further]) for row in view.disputes.shown
    ] == [("x-said", [("x-more", "right", "At least two people were hurt.")]), ("x-apart", [])]
    assert view.totals.disputes == 2


def test_who_gives_another_value_stands_against_the_side_it_contradicts(ferry: Comparison) -> None:
    """A further claim of a value stands against the claim it contradicts, whatever fact gathers it."""
    other = ferry.contradictions[0]
    first = msgspec.structs.replace(
        other, id="x-first", matter="", left=msgspec.structs.replace(other.left, claim_id="c-bell-1")
    )
    other = msgspec.structs.replace(other, matter="x-first")
    rows = build_view(msgspec.structs.replace(ferry, contradictions=(first, other))).contradictions
    assert rows is not None
    (row,) = rows.shown
    assert [place_further(row, side) for side in row.further] == [f"against {row.right.key}"]


def test_wordings_that_nothing_sets_against_each_other_are_told_so(ferry: Comparison) -> None:
    """Only a fact that is contradicted, unsure or a development shows who tells it otherwise."""
    agreed = [
        msgspec.structs.replace(fact, status="agreement") for fact in ferry.facts if len(fact.versions) > 1
    ]
    view = build_view(msgspec.structs.replace(ferry, facts=tuple(agreed), contradictions=(), omissions=()))
    assert agreed and view.agreement is not None
    assert {number for row in view.agreement.shown for number in row.cells} <= {0, 1}


def test_what_is_hardly_likely_waits_to_be_asked_for(ferry: Comparison) -> None:
    """A contradiction of less than 30 % is counted as hidden, and shown where everything is asked for."""
    faint = msgspec.structs.replace(
        ferry.contradictions[0], id="x-faint", status="unsure", probability=0.2, matter="x-faint"
    )
    both = msgspec.structs.replace(ferry, contradictions=(ferry.contradictions[0], faint))
    rows = build_view(both).contradictions
    assert rows is not None
    assert ([row.id for row in rows.shown], rows.hidden) == ([ferry.contradictions[0].id], 1)
    everything = build_view(both, Selection(top=0)).contradictions
    assert everything is not None
    assert [row.id for row in everything.shown] == [ferry.contradictions[0].id, "x-faint"]


def test_only_words_inside_a_quotation_count_as_changed(ferry: Comparison) -> None:
    """What is told without quotation marks, or of another speaker, has not changed an utterance's words."""
    (group,) = ferry.quotations
    first, second = group.variants
    told = replace(second, grade="paraphrased", changes=(), flags=("no quotation marks",))
    paraphrased = replace(ferry, quotations=(replace(group, variants=(first, told)),))
    assert build_view(ferry).totals.changed_quotations == 1
    assert build_view(paraphrased).totals.changed_quotations == 0


def test_a_topic_is_not_listed_among_its_own_facts(ferry: Comparison) -> None:
    """The fact that names a topic is left out below it, also where the name is cut; torn ones come last."""
    (row,) = ferry.omissions
    for topic in ("The lifeboat station has no crew.", "The lifeboat station…"):
        view = build_view(replace(ferry, omissions=(replace(row, topic=topic),)))
        assert view.omissions is not None
        assert view.omissions.shown[0].statements == ("Fishermen want it reopened.",)
    torn = [
        replace(fact, statement="Regarding the pier of old") if fact.id == "f-boat" else fact
        for fact in ferry.facts
    ]
    view = build_view(replace(ferry, facts=tuple(torn)))
    assert view.omissions is not None
    assert view.omissions.shown[0].statements == ("Fishermen want it reopened.", "Regarding the pier of old")
