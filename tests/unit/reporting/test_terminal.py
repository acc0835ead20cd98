"""The terminal report is readable at every width, in a pipe and without colours."""

import msgspec
import pytest
from rich.cells import cell_len

from claimdiff.model import Comparison
from claimdiff.reporting.formats import Presentation, render_comparison
from claimdiff.reporting.view import Selection


def draw(comparison: Comparison, **look: object) -> str:
    return render_comparison(comparison, "table", Presentation(**look))  # type: ignore[arg-type]


@pytest.mark.parametrize("width", [40, 60, 80, 100, 160])
def test_no_line_is_wider_than_asked(ferry: Comparison, width: int) -> None:
    """Every line fits the width, and none ends in blanks."""
    for line in draw(ferry, width=width).splitlines():
        assert cell_len(line) <= width
        assert line == line.rstrip()


def test_a_pipe_gets_no_escapes_and_marked_words(ferry: Comparison) -> None:
    """Without styling no escape is printed and differing words stand between marks."""
    text = draw(ferry)
    assert "\x1b" not in text
    assert "A ‹van› caught fire" in text
    assert "A ‹lorry› caught fire" in text


def test_no_color_keeps_bold_and_underline(ferry: Comparison) -> None:
    """With attributes alone no colour code is printed."""
    text = draw(ferry, styling="attributes")
    assert "\x1b[1;4mvan\x1b[0m" in text
    assert "31m" not in text


def test_sides_stand_beside_each_other_where_there_is_room(ferry: Comparison) -> None:
    """At 80 columns both sides share a line; at 60 they are stacked."""
    wide, narrow = draw(ferry, width=80), draw(ferry, width=60)
    assert [line for line in wide.splitlines() if "‹van›" in line and "‹lorry›" in line]
    assert not [line for line in narrow.splitlines() if "‹van›" in line and "‹lorry›" in line]


def test_contradictions_come_before_agreement(ferry: Comparison) -> None:
    """What can't both be right is told before what is shared."""
    text = draw(ferry)
    order = ["CONTRADICTIONS", "DISPUTES", "DEVELOPMENTS", "AGREEMENT", "OMISSIONS", "QUOTATIONS", "NOT READ"]
    places = [text.index(name) for name in order]
    assert places == sorted(places)


def test_the_report_says_what_agreement_is_not(ferry: Comparison) -> None:
    """A reader is told that agreement is no proof."""
    assert "not make a thing true" in " ".join(draw(ferry).split())


def test_markup_and_escapes_in_text_stay_text(ferry: Comparison) -> None:
    """Rich markup, emoji codes and terminal escapes of a file are printed as characters."""
    bad = "[bold red]x[/] :smile: \x1b]0;title\x07 \u202eevil [/nope]"
    documents = tuple(msgspec.structs.replace(d, label=bad) for d in ferry.documents)
    hostile = msgspec.structs.replace(
        ferry,
        documents=documents,
        omissions=tuple(msgspec.structs.replace(row, topic=bad) for row in ferry.omissions),
        contradictions=tuple(msgspec.structs.replace(row, explanation=bad) for row in ferry.contradictions),
        quotations=tuple(msgspec.structs.replace(row, speaker=bad) for row in ferry.quotations),
        facts=tuple(msgspec.structs.replace(row, statement=bad) for row in ferry.facts),
        notes=(bad,),
    )
    text = draw(hostile, width=160)
    assert not [char for char in text if char != "\n" and (ord(char) < 32 or char == "\u202e")]
    assert text.count("[bold red]x[/] :smile:") > 8
    assert "␛]0;title␇ \\u202eevil" in text


def test_hidden_rows_are_announced(ferry: Comparison) -> None:
    """A part that is cut says how many rows are left and how to see them."""
    assert "… 2 more facts; --all shows them" in draw(ferry, selection=Selection(top=1))
    assert "--all" not in draw(ferry, selection=Selection(top=0))


def test_a_weak_row_is_no_example(ferry: Comparison) -> None:
    """The first screen names the values of sure contradictions only."""

    def first_screen(probability: float) -> str:
        rows = tuple(
            msgspec.structs.replace(row, probability=probability)
            for row in ferry.contradictions
            if row.kind != "quotation" and row.between == "sources"
        )
        text = draw(msgspec.structs.replace(ferry, contradictions=rows), width=160)
        return next(line for line in text.splitlines() if line.startswith(" Contradictions "))

    assert " / " in first_screen(0.9)
    assert " / " not in first_screen(0.55)


def test_a_sure_dispute_is_the_example_where_nothing_else_is(ferry: Comparison) -> None:
    """The first screen says what is denied and where; the side whose words are marked is the denial."""
    row = ferry.contradictions[0]
    for denial in ("left", "right"):
        told = "right" if denial == "left" else "left"
        words = getattr(row, denial).words or getattr(row, denial).spans
        sides = {
            denial: msgspec.structs.replace(getattr(row, denial), value="police denied it", words=words),
            told: msgspec.structs.replace(getattr(row, told), value="six were hurt", words=()),
        }
        dispute = msgspec.structs.replace(row, kind="polarity", between="speakers", probability=0.9, **sides)
        text = draw(msgspec.structs.replace(ferry, contradictions=(dispute,)), width=160)
        line = next(line for line in text.splitlines() if line.startswith(" Contradictions "))
        assert "“six were hurt” (" in line
        assert ", denied in " in line


def test_rows_that_are_hardly_likely_are_called_so(ferry: Comparison) -> None:
    """Where no row of a part is worth a look, the reader is not told of "more" rows."""
    unlikely = tuple(msgspec.structs.replace(row, probability=0.01) for row in ferry.contradictions)
    text = draw(msgspec.structs.replace(ferry, contradictions=unlikely))
    assert "hardly likely; --all shows" in text
    assert "more contradiction" not in text


def test_a_single_source_is_drawn(ferry: Comparison) -> None:
    """One document alone makes a report without findings."""
    alone = msgspec.structs.replace(
        ferry,
        documents=ferry.documents[:1],
        claims=tuple(claim for claim in ferry.claims if claim.document_id == "d-gull"),
        facts=(),
        contradictions=(),
        omissions=(),
        quotations=(),
        rejections=(),
        notes=("only one source",),
    )
    text = draw(alone)
    assert "1 source " in text
    assert "Note: only one source" in text
    assert "OMISSIONS" not in text


def test_very_many_sources_are_told_in_a_list(ferry: Comparison) -> None:
    """Where a matrix has no room the facts stand under each other, and no line is too wide."""
    more = tuple(
        msgspec.structs.replace(ferry.documents[0], id=f"d-{number}", label=f"Copy {number}")
        for number in range(60)
    )
    crowd = msgspec.structs.replace(
        ferry,
        documents=(*ferry.documents, *more),
        origins={document.id: document.id for document in (*ferry.documents, *more)},
        facts=(
            msgspec.structs.replace(
                ferry.facts[2],
                versions=(
                    msgspec.structs.replace(
                        ferry.facts[2].versions[0],
                        document_ids=("d-gull", "d-bell", *(document.id for document in more)),
                    ),
                    ferry.facts[2].versions[1],
                ),
                document_ids=tuple(document.id for document in (*ferry.documents, *more)),
                origin_count=63,
            ),
        ),
    )
    text = draw(crowd)
    assert max(map(cell_len, text.splitlines())) <= 80
    assert "63 sources, 63 origins: A, C, D," in text
    assert "and 50 more; told otherwise: B" in " ".join(text.split())
    assert "… 33 more sources" in text
