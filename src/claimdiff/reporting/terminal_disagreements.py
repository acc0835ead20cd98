"""Contradictions and quotations for the terminal: both sides' words, the differing ones marked."""

from collections.abc import Iterator, Sequence

from rich.box import MINIMAL
from rich.cells import cell_len
from rich.console import RenderableType
from rich.padding import Padding
from rich.table import Table
from rich.text import Text

from claimdiff.reporting.phrasing import (
    describe_change,
    join_keys,
    name_group,
    percent,
    place_further,
    plural,
    say_where,
)
from claimdiff.reporting.terminal_shapes import draw_bullet, draw_hidden, draw_title, hang_text
from claimdiff.reporting.view import ContradictionRow, Piece, QuotationRow, SideView, VariantRow, View
from claimdiff.reporting.visible import shorten_text, show_piece, show_text

STYLES = {"context": "dim", "evidence": "", "marked": "bold underline red"}
SIDE_BY_SIDE = 72
SHOWN_CHANGES = 6
SHOWN_FURTHER = 3


def draw_contradictions(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """Contradictions between sources, then the disputes of speakers, then the figures that moved."""
    groups = (
        ("contradictions", view.contradictions),
        ("disputes", view.disputes),
        ("developments", view.developments),
    )
    for name, rows in groups:
        if rows is None or not rows.total:
            continue
        title, text = name_group(name)
        yield from draw_title(title, text, "bold red" if name == "contradictions" else "bold")
        for number, row in enumerate(rows.shown, 1):
            yield ""
            yield _draw_head(number, row)
            if row.status == "unsure":
                yield from _draw_briefly(row, width, plain)
            else:
                yield _draw_sides(row, width, plain)
            yield from _draw_further(row, width)
        yield from draw_hidden(rows, name)


def _draw_head(number: int, row: ContradictionRow) -> RenderableType:
    head = Text()
    head.append(f"{number:>2}. ", "bold")
    unsure = "unsure, " if row.status == "unsure" else ""
    head.append(f"{row.kind}, {unsure}{percent(row.probability)}", "bold yellow" if unsure else "bold")
    head.append(f"  {show_text(row.explanation)}")
    return hang_text(head, 4)


def _draw_further(row: ContradictionRow, width: int) -> Iterator[RenderableType]:
    """The other claims on the matter, side by side's, a few of each."""
    hidden = 0
    for place in ("left", "right"):
        there = [side for side in row.further if side.beside == place]
        hidden += max(0, len(there) - SHOWN_FURTHER)
        for side in there[:SHOWN_FURTHER]:
            told = f"{side.key} line {side.line} ({percent(side.probability)})"
            lead = f"{place_further(row, side)}: {told}: "
            words = shorten_text(show_text(side.text), max(30, width - 10 - len(lead)))
            yield draw_bullet(Text(f"{lead}“{words}”", "dim"), 4, "+")
    if hidden:
        yield Padding(Text(f"and {plural(hidden, 'more like it', 'more like it')}", "dim"), (0, 0, 0, 6))


def _draw_sides(row: ContradictionRow, width: int, plain: bool) -> RenderableType:
    left, right = (_draw_side(side, plain) for side in (row.left, row.right))
    if width < SIDE_BY_SIDE:
        return Padding(Text.assemble(left, "\n", right), (0, 0, 0, 4))
    sides = Table(box=MINIMAL, show_header=False, show_edge=False, pad_edge=False, expand=True)
    sides.add_column(ratio=1, overflow="fold")
    sides.add_column(ratio=1, overflow="fold")
    sides.add_row(left, right)
    return Padding(sides, (0, 0, 0, 4))


def _draw_side(side: SideView, plain: bool) -> Text:
    text = Text(overflow="fold")
    text.append(f"{side.key} {say_where(side)}", "bold")
    text.append("\n")
    text.append_text(draw_pieces(side.pieces, plain))
    if side.others:
        text.append(f"\nalso in {join_keys(side.others)}", "dim")
    return text


def _draw_briefly(row: ContradictionRow, width: int, plain: bool) -> Iterator[RenderableType]:
    """One line per side: what is unsure takes little room."""
    for side in (row.left, row.right):
        lead = f"{side.key} line {side.line}: "
        text = Text()
        text.append(lead, "dim")
        text.append_text(_cut_around_mark(draw_pieces(side.pieces, plain), side, width - 6 - len(lead)))
        yield Padding(text, (0, 0, 0, 4))


def _cut_around_mark(text: Text, side: SideView, room: int) -> Text:
    """Return as much of the sentence around its first marked word as fits on a line."""
    if cell_len(text.plain) <= room:
        return text
    marked = next((piece.text for piece in side.pieces if piece.style == "marked"), "")
    at = max(0, text.plain.find(show_piece(marked)))
    start = max(0, min(at - room // 2 + len(marked) // 2, len(text.plain) - room + 1))
    start = text.plain.find(" ", start, at) + 1 or start if start else 0
    cut = text[start : start + room - 2]
    return Text.assemble("…" if start else "", cut, "" if start + room - 2 >= len(text.plain) else "…")


def draw_pieces(pieces: Sequence[Piece], plain: bool) -> Text:
    """Return a sentence with its marked words set off: by style, or between ‹ and › where `plain`."""
    text = Text()
    for piece in pieces:
        shown = show_piece(piece.text)
        if piece.style == "marked" and plain:
            shown = f"‹{shown}›"
        text.append(shown, STYLES[piece.style])
    text.rstrip()
    return text


def draw_quotations(view: View, width: int, plain: bool) -> Iterator[RenderableType]:
    """Each utterance with the forms that sources give it."""
    rows = view.quotations
    if rows is None or not rows.total:
        return
    yield from draw_title("Quotations", "one utterance, as each source prints it")
    for row in rows.shown:
        yield ""
        yield from _draw_quotation(row)
    yield from draw_hidden(rows, "quotations")


def _draw_quotation(row: QuotationRow) -> Iterator[RenderableType]:
    fullest, *others = row.variants
    head = Text()
    head.append(f"{show_text(row.speaker or 'Speaker not named')}: ", "bold")
    head.append(_in_marks(fullest))
    yield Padding(head, (0, 0, 0, 4))
    line = Text()
    line.append(f"fullest in {_say_place(fullest)}", "dim")
    for grade in ("identical", "truncated"):
        same = [f"{variant.key} line {variant.line}" for variant in others if variant.grade == grade]
        if same:
            line.append(f" · {grade} in {join_keys(same)}", "dim")
    yield draw_bullet(line, 6, "·")
    for variant in others:
        if variant.grade not in ("identical", "truncated") or variant.flags:
            yield draw_bullet(_draw_variant(variant), 6, "·")


def _draw_variant(variant: VariantRow) -> Text:
    text = Text()
    text.append(f"{_say_place(variant)}: ", "dim")
    changed = variant.grade in ("altered", "spliced")
    text.append(variant.grade, "bold red" if changed else "bold")
    notes = [show_text(flag) for flag in variant.flags]
    if changed:
        notes += [describe_change(*change) for change in variant.changes[:SHOWN_CHANGES]]
        if len(variant.changes) > SHOWN_CHANGES:
            notes.append(f"and {len(variant.changes) - SHOWN_CHANGES} more changes")
    if notes:
        text.append(f": {'; '.join(notes)}")
    if variant.grade == "paraphrased":
        text.append(f": {_in_marks(variant)}", "dim")
    return text


def _say_place(variant: VariantRow) -> str:
    return f"{variant.key} {shorten_text(show_text(variant.label), 40)}, line {variant.line}"


def _in_marks(variant: VariantRow) -> str:
    words = show_text("".join(piece.text for piece in variant.pieces)).strip("“”\"' ")
    return f"“{shorten_text(words, 300)}”"
