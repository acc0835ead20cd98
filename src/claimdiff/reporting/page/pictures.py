"""Inline SVG made from the data: coverage, similarity and time. Readable without colour."""

from collections.abc import Sequence
from datetime import date

from msgspec import Struct

from claimdiff.reporting.page.elements import Markup, tag

_CELL = 14
_GAP = 2


class Picture(Struct, frozen=True):
    """A drawing and the words that say the same."""

    drawing: Markup
    caption: str


def draw_coverage(keys: Sequence[str], rows: Sequence[tuple[str, Sequence[int], bool]]) -> Picture:
    """Draw facts as columns and sources as rows.

    `rows` holds per fact its id, the version each source tells (0: none), and whether it is disputed.
    A filled square is told, a number in it another version, a cross above the column a contradiction.
    """
    step = _CELL + _GAP
    left, top = 24, 14
    width, height = left + step * len(rows), top + step * len(keys)
    parts: list[Markup] = []
    for row, key in enumerate(keys):
        parts.append(_label(left - 8, top + row * step + 11, key, "end"))
    for column, (fact_id, cells, disputed) in enumerate(rows):
        x = left + column * step
        if disputed:
            parts.append(_label(x + _CELL / 2, 10, "×", "middle"))
        squares = []
        for row, version in enumerate(cells):
            y = top + row * step
            if version:
                kind = "told" if version == 1 else "other"
                squares.append(_square(x, y, kind))
            if version > 1:
                squares.append(_label(x + _CELL / 2, y + 11, str(version), "middle", "onfill"))
        parts.append(tag("a", *squares, href=f"#{fact_id}", tabindex="-1", aria_hidden="true"))
    told = sum(bool(version) for _, cells, _ in rows for version in cells)
    caption = (
        f"{len(rows)} facts told by two or more sources, {told} times in all. Columns are facts, "
        "rows sources; a number in a square is another version, × a contradiction."
    )
    return Picture(_frame(width, height, caption, parts), caption)


def draw_similarity(keys: Sequence[str], shares: Sequence[Sequence[float]]) -> Picture:
    """Draw how much of each source (row) another one (column) tells too, in per cent."""
    step = 44
    left, top = 28, 20
    size = len(keys)
    parts = [_label(left + column * step + step / 2, 14, key, "middle") for column, key in enumerate(keys)]
    for row, key in enumerate(keys):
        y = top + row * step
        parts.append(_label(left - 8, y + step / 2 + 4, key, "end"))
        for column in range(size):
            if column == row:
                continue
            share = shares[row][column]
            side = max(2.0, (step - 6) * share**0.5)
            x = left + column * step + (step - side) / 2
            parts.append(
                tag(
                    "rect",
                    x=f"{x:.1f}",
                    y=f"{y + (step - side) / 2:.1f}",
                    width=f"{side:.1f}",
                    height=f"{side:.1f}",
                    class_="share",
                )
            )
            parts.append(_label(left + column * step + step / 2, y + step / 2 + 4, f"{share:.0%}", "middle"))
    caption = "How much of the source in the row the source in the column tells too; a larger square is more."
    return Picture(_frame(left + size * step, top + size * step, caption, parts), caption)


def draw_timeline(points: Sequence[tuple[str, str, bool]]) -> Picture | None:
    """Draw when the sources were published, None where fewer than two days are known.

    `points` holds (source key, ISO day, whether the day is inferred).
    """
    days = sorted({date.fromisoformat(day).toordinal() for _, day, inferred in points if not inferred})
    if len(days) < 2:
        return None
    first, last = days[0], days[-1]
    width, left = 640, 40
    parts = [tag("line", x1=str(left), y1="40", x2=str(width - left), y2="40", class_="axis")]
    seen: dict[int, int] = {}
    for key, day, inferred in points:
        if inferred:
            continue
        at = date.fromisoformat(day).toordinal()
        x = left + (width - 2 * left) * (at - first) / (last - first)
        place = seen[at] = seen.get(at, 0) + 1
        parts.append(tag("circle", cx=f"{x:.1f}", cy="40", r="5", class_="point"))
        parts.append(_label(x, 34 - 14 * place + 8, key, "middle"))
        if place == 1:
            parts.append(_label(x, 58, day, "middle"))
    caption = "When the sources were published: " + ", ".join(
        f"{key} {day}" for key, day, inferred in points if not inferred
    )
    return Picture(_frame(width, 66, caption, parts), caption)


def _frame(width: float, height: float, caption: str, parts: Sequence[Markup]) -> Markup:
    return tag(
        "svg",
        tag("title", caption),
        *parts,
        viewBox=f"0 0 {width:.0f} {height:.0f}",
        width=f"{width:.0f}",
        height=f"{height:.0f}",
        role="img",
    )


def _square(x: float, y: float, kind: str) -> Markup:
    size = str(_CELL)
    return tag("rect", x=f"{x:.0f}", y=f"{y:.0f}", width=size, height=size, class_=kind)


def _label(x: float, y: float, words: str, anchor: str, kind: str = "label") -> Markup:
    return tag("text", words, x=f"{x:.1f}", y=f"{y:.1f}", text_anchor=anchor, class_=kind)
