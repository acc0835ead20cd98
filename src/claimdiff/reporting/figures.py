"""The numbers behind the pictures: coverage in blocks, who shares how much with whom, and the days."""

from collections.abc import Sequence

from claimdiff.reporting.view import FactRow, SourceRow, View


def order_coverage(view: View, limit: int) -> tuple[FactRow, ...]:
    """Return at most `limit` shared facts, those with the same sources beside each other."""
    facts = view.agreement.shown if view.agreement is not None else ()
    return tuple(sorted(facts, key=lambda row: tuple(not number for number in row.cells))[:limit])


def count_shared(view: View) -> list[list[int]]:
    """Return, per pair of sources, how many of the shown facts both tell; the diagonal is a source's own."""
    size = len(view.source_keys)
    counts = [[0] * size for _ in range(size)]
    for fact in view.agreement.shown if view.agreement is not None else ():
        told = [index for index, number in enumerate(fact.cells) if number]
        for one in told:
            for two in told:
                counts[one][two] += 1
    return counts


def group_days(view: View) -> list[tuple[str, Sequence[SourceRow]]]:
    """Return the sources by their day, earliest first; undated ones are left out."""
    days: dict[str, list[SourceRow]] = {}
    for row in view.sources.shown if view.sources is not None else ():
        if row.date is not None:
            days.setdefault(row.date, []).append(row)
    return sorted(days.items())
