"""The words of the readable formats: counts, percentages, and what a finding is called on screen."""

from collections.abc import Iterator, Sequence
from typing import Any

from claimdiff.reporting.view import (
    AbsentRow,
    ContradictionRow,
    CopyRow,
    FurtherSide,
    OmissionRow,
    Rows,
    SideView,
    VariantRow,
    View,
)
from claimdiff.reporting.visible import shorten_text, show_text

SHOWN_KEYS = 12
_WORTH_AN_EXAMPLE = 0.65
NOT_TRUTH = "That sources agree does not make a thing true: they may share one origin, or one mistake."


def plural(count: int, one: str, many: str = "") -> str:
    """Return the count with its noun: "1 claim", "2 claims"."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"


def say_hidden(rows: Rows[Any], what: str) -> str:
    """Say how many rows are left out ("facts"), and how to see them."""
    if not rows.shown and rows.hidden:  # only what is hardly likely is left out while there is room
        pronoun = "it" if rows.hidden == 1 else "them"
        return f"{plural(rows.hidden, what.removesuffix('s'))}, hardly likely; --all shows {pronoun}"
    if rows.hidden == 1:
        return f"1 more {what.removesuffix('s')}; --all shows it"
    return f"{rows.hidden:,} more {what}; --all shows them"


def percent(probability: float) -> str:
    """Return a probability as whole per cent, never rounded to certainty."""
    return f"{min(99, max(1, round(probability * 100)))} %"


def join_keys(keys: Sequence[str]) -> str:
    """Return the sources' letters as a list, cut where there are very many."""
    if len(keys) <= SHOWN_KEYS:
        return ", ".join(keys)
    return f"{', '.join(keys[:SHOWN_KEYS])} and {len(keys) - SHOWN_KEYS} more"


def describe_overview(view: View) -> list[tuple[str, str, bool]]:
    """Return one row per kind of finding: its name, what was found, and whether it should alarm.

    Each row names the first findings of its kind, so that the first screen tells what matters.
    """
    totals = view.totals
    rows: list[tuple[str, str, bool]] = []
    if len(view.source_keys) < 2:
        return rows
    if view.contradictions is not None:
        rows.append(("Contradictions", _sum_up_contradictions(view), bool(totals.contradictions)))
    if view.agreement is not None:
        text = plural(totals.shared_facts, "fact") + " told by two or more sources"
        if totals.widely_shared_facts:
            text += f", {totals.widely_shared_facts} by three or more"
        rows.append(("Agreement", f"{text}; {totals.single_source_facts:,} by one alone", False))
    if view.omissions is not None:
        text = plural(totals.topics, "topic") + " that only some sources cover"
        topics = [
            f"{shorten_text(show_text(row.topic), 60)} ({say_coverage(row)})"
            for row in view.omissions.shown[:3]
        ]
        rows.append(("Omissions", _with_examples(text, topics), False))
    if view.quotations is not None:
        text = plural(totals.quotations, "utterance") + " quoted by several"
        if totals.changed_quotations:
            text += f", {totals.changed_quotations} with words changed"
        changed = [
            variant
            for row in view.quotations.shown
            for variant in row.variants
            if variant.changes and variant.grade in ("altered", "spliced")
        ]
        told = [f"{_pick_change(variant)} ({variant.key})" for variant in sorted(changed, key=_lightness)]
        changes = list(dict.fromkeys(told))
        rows.append(("Quotations", _with_examples(text, changes[:2]), bool(totals.changed_quotations)))
    if view.copies:
        rows.append(("Copies", "; ".join(map(_say_copy, view.copies[:3])), False))
    return rows


def _say_copy(row: CopyRow) -> str:
    first = f", {row.first} first" if row.first is not None else ""
    pair = " and ".join(row.keys)
    return f"{pair} share {plural(row.passages, 'passage')} ({plural(row.words, 'word')}{first})"


def _pick_change(variant: VariantRow) -> str:
    """Return the change that weighs most: where a hedge or negation was dropped, the shortest dropping."""
    changes = list(variant.changes)
    if variant.flags:
        changes.sort(key=lambda change: (bool(change[1]), len(change[0])))
    return describe_change(*(shorten_text(show_text(words), 40) for words in changes[0]))


def _lightness(variant: VariantRow) -> int:
    """Return 0 where a hedge or negation was dropped without a word in its place, 2 where none was."""
    if not variant.flags:
        return 2
    return 0 if any(not after for _, after in variant.changes) else 1


def _sum_up_contradictions(view: View) -> str:
    totals = view.totals
    parts = [plural(totals.contradictions, "contradiction") + " between sources"]
    if totals.unsure:
        parts.append(f"{totals.unsure} unsure")
    if totals.disputes:
        parts.append(plural(totals.disputes, "dispute") + " between speakers")
    if totals.developments:
        parts.append(plural(totals.developments, "figure") + " that moved over time")
    # The surest comes first; where even that is weak, an example would mislead.
    telling = [
        row
        for row in (view.contradictions.shown if view.contradictions is not None else ())
        if row.kind != "quotation" and row.left.value and row.right.value
    ]
    examples = [
        f"{_cut_value(row.left.value)} ({row.left.key}) / {_cut_value(row.right.value)} ({row.right.key})"
        for row in telling
        if telling[0].probability >= _WORTH_AN_EXAMPLE
    ]
    if not examples and view.disputes is not None:
        examples = [text for row in view.disputes.shown[:1] if (text := _sum_up_dispute(row))]
    return _with_examples(", ".join(parts), examples[:3])


def _sum_up_dispute(row: ContradictionRow) -> str:
    """Say what is denied, and where; "" where the row is weak or does not show which side denies."""
    denying = [
        side for side in (row.left, row.right) if any(piece.style == "marked" for piece in side.pieces)
    ]
    if row.kind != "polarity" or row.probability < _WORTH_AN_EXAMPLE or len(denying) != 1:
        return ""
    told = row.right if denying[0] is row.left else row.left
    return f"“{shorten_text(show_text(told.value), 50)}” ({told.key}), denied in {denying[0].key}"


def _cut_value(value: str) -> str:
    return shorten_text(show_text(value), 30)


def _with_examples(text: str, examples: list[str]) -> str:
    return f"{text}: {'; '.join(examples)}" if examples else text


def name_group(name: str) -> tuple[str, str]:
    """Return the title of a group of contradictions and what it gathers."""
    return {
        "contradictions": ("Contradictions", "sources that can't both be right"),
        "disputes": ("Disputes", "speakers who disagree; the sources report it"),
        "developments": ("Developments", "figures that moved between two publication times"),
    }[name]


def say_coverage(row: OmissionRow) -> str:
    """Say who covers a topic, or who does not where that is shorter."""
    if row.absent_from and len(row.absent_from) < len(row.stated_in):
        return f"not in {join_keys(row.absent_from)}"
    return f"only in {join_keys(row.stated_in)}"


def describe_change(before: str, after: str) -> str:
    """Say what happened to some words of a quotation."""
    before, after = show_text(before), show_text(after)
    if not after:
        return f"“{before}” dropped"
    if not before:
        return f"“{after}” added"
    return f"“{before}” became “{after}”"


def say_where(side: SideView) -> str:
    """Return a side's source, line and speaker on one line."""
    speaker = f" · {show_text(side.speaker)} says" if side.speaker else ""
    return f"{shorten_text(show_text(side.label), 36)}, line {side.line}{speaker}"


def place_further(row: ContradictionRow, further: FurtherSide) -> str:
    """Say where a further claim stands: on whose side in a dispute, else against whose value.

    Who contradicts a value gives another one, which need not be that of the clearest row.
    """
    disputed = row.between == "speakers"
    side = row.left if (further.beside == "left") == disputed else row.right
    name = side.key if row.left.key != row.right.key else f"{side.key} line {side.line}"
    return f"{name}’s side" if disputed else f"against {name}"


def say_absences(row: OmissionRow) -> Iterator[str]:
    """Say why cells are empty: the silent ones together, the nearest miss in its own words."""
    for reason, words in (("silent", "silent"), ("published-before", "published before this")):
        keys = [cell.key for cell in row.absent if cell.reason == reason]
        if keys:
            yield f"{join_keys(keys)} {words}"
    near = [cell for cell in row.absent if cell.reason == "below-threshold"]
    if near:
        best, *others = near
        sure = f", {percent(best.probability)}" if best.probability is not None else ""
        line = f"{best.key} nearest (line {best.line or '?'}{sure}): "
        line += f"“{shorten_text(show_text(best.nearest or ''), 100)}”"
        if others:
            line += f"; {join_keys([_say_chance(cell) for cell in others])} farther"
        yield line


def _say_chance(cell: AbsentRow) -> str:
    return cell.key if cell.probability is None else f"{cell.key} ({percent(cell.probability)})"
