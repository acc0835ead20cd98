"""Why two claims were, or were not, taken for one fact: as text, and as JSON."""

from collections.abc import Sequence
from typing import Literal

from msgspec import Struct

from claimdiff.model import Difference, ScoredPair
from claimdiff.reporting.json_format import encode_report
from claimdiff.reporting.phrasing import percent
from claimdiff.reporting.terminal import Styling, close_console, open_console
from claimdiff.reporting.visible import show_text

BAR = 20
# Steps of less log-odds are shown as one, where there are so many.
_SLIGHT = 0.05
_FEW = 3

Standing = Literal["one version", "two versions of one fact", "two facts", "texts of their own"]


class ExplainedClaim(Struct, frozen=True):
    """One of the two claims: its words, and where it stands (None for a text of its own)."""

    statement: str
    speaker: str | None
    claim_id: str | None = None
    path: str | None = None
    line: int | None = None
    label: str | None = None


class ExplainedStep(Struct, frozen=True):
    """One feature's share of the log-odds; above 0 it speaks for one fact."""

    name: str
    share: float


class ExplainedPair(Struct, frozen=True):
    """A pair's probabilities, the steps from `base` to `score` (log-odds), and the details that differ."""

    left: ExplainedClaim
    right: ExplainedClaim
    standing: Standing
    same: float
    contradiction: float
    related: float
    relation: str
    one_fact: float
    threshold: float
    base: float
    steps: tuple[ExplainedStep, ...]
    score: float
    differences: tuple[Difference, ...]


def lay_out_pair(
    pair: ScoredPair,
    left: ExplainedClaim,
    right: ExplainedClaim,
    standing: Standing,
    threshold: float,
    steps: Sequence[tuple[str, float]],
) -> ExplainedPair:
    """Return everything there is to say of a pair; `steps` are in the order they are to be shown."""
    base = pair.features.get("base", 0.0)
    return ExplainedPair(
        left=left,
        right=right,
        standing=standing,
        same=pair.same,
        contradiction=pair.contradiction,
        related=pair.related,
        relation=pair.relation,
        one_fact=pair.one_fact,
        threshold=threshold,
        base=base,
        steps=tuple(ExplainedStep(name, share) for name, share in steps),
        score=base + sum(share for _, share in steps),
        differences=pair.differences,
    )


def render_explanation_json(pair: ExplainedPair) -> str:
    """Return the explanation as one JSON object."""
    return encode_report(pair)


def render_explanation(pair: ExplainedPair, *, width: int = 80, styling: Styling = "none") -> str:
    """Return the explanation for a terminal: both claims, the verdict, and the waterfall of the score."""
    from rich.table import Table
    from rich.text import Text

    console = open_console(width, styling)
    for name, claim in (("left", pair.left), ("right", pair.right)):
        head = Text()
        head.append(f"{name:<6}", "bold")
        head.append(f"{_say_place(claim)}", "dim")
        console.print(head)
        speaker = f"{show_text(claim.speaker)}: " if claim.speaker else ""
        console.print(Text(f"      {speaker}{show_text(claim.statement)}", overflow="fold"))
    console.print()
    verdict = "one fact" if pair.one_fact >= pair.threshold else "not one fact"
    console.print(
        Text.assemble(
            (f"{verdict}: {percent(pair.one_fact)}", "bold"),
            f" (from {percent(pair.threshold)} on it is one); they stand as {pair.standing}",
        )
    )
    if pair.one_fact >= pair.threshold and pair.standing == "two facts":
        console.print(Text("kept apart, because each has better partners or rivals in the story", "dim"))
    console.print(
        Text(
            f"same {percent(pair.same)} · contradiction {percent(pair.contradiction)} · "
            f"related {percent(pair.related)} · likeliest: {pair.relation}"
        )
    )
    console.print()
    table = Table.grid(padding=(0, 2))
    table.add_column(no_wrap=True)
    table.add_column(justify="right", no_wrap=True)
    table.add_column(no_wrap=True)
    largest = max((abs(step.share) for step in pair.steps), default=1.0) or 1.0
    table.add_row(Text("where a pair starts", "dim"), Text(f"{pair.base:+.2f}", "dim"), "")
    for step in _fold_steps(pair.steps):
        bar = ("+" if step.share > 0 else "-") * max(1, round(BAR * abs(step.share) / largest))
        style = "green" if step.share > 0 else "red"
        table.add_row(Text(_read_name(step.name)), Text(f"{step.share:+.2f}", style), Text(bar, style))
    table.add_row(Text("sum, in log-odds", "bold"), Text(f"{pair.score:+.2f}", "bold"), "")
    console.print(table)
    for difference in pair.differences:
        held = describe_strength(difference)
        settled = difference.exclusive or difference.strength <= 0
        note = f" ({show_text(difference.note)})" if difference.note and settled else ""
        left, right = show_text(difference.left) or "–", show_text(difference.right) or "–"
        console.print(Text(f"{difference.slot}: “{left}” / “{right}”: {held}{note}", overflow="fold"))
    return close_console(console)


def _fold_steps(steps: Sequence[ExplainedStep]) -> list[ExplainedStep]:
    """Return the steps with those that hardly count as one, so that what is shown still sums to the score."""
    small = [step for step in steps if abs(step.share) < _SLIGHT]
    if len(small) < _FEW:
        return list(steps)
    kept = [step for step in steps if abs(step.share) >= _SLIGHT]
    name = f"{len(small)} more, each under {_SLIGHT}"
    return [*kept, ExplainedStep(name, sum(step.share for step in small))]


def describe_strength(difference: Difference) -> str:
    """Say how surely two values can't both hold; not sure is that they are of one thing."""
    if difference.exclusive:
        return "can't both hold"
    if difference.strength <= 0:
        return "can both hold"
    return f"can't both hold if of one thing, {percent(difference.strength)} sure"


def _say_place(claim: ExplainedClaim) -> str:
    if claim.path is None:
        return "a text of its own"
    return f"{show_text(claim.path)}:{claim.line}  {show_text(claim.label or '')}  {claim.claim_id}"


def _read_name(name: str) -> str:
    return show_text(name.replace("_", " "))
