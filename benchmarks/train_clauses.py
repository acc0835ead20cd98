"""Learn where clauses are cut from annotated stories; prints held-out figures, writes the weights.

    python -m benchmarks.train_clauses --stories DIR [--write]

A story is held out in turn (leave one story out); the weights written are learned from all of them.
Plain Python: logistic regression by AdaGrad with an L2 penalty, in a fixed order.
"""

import argparse
import json
import math
import random
from collections import Counter
from collections.abc import Iterable, Sequence
from pathlib import Path

from msgspec import Struct

from claimdiff.extraction.boundaries import TEMPLATES, BoundaryModel, list_features
from claimdiff.extraction.clause_rules import ClauseView
from claimdiff.extraction.stretch_view import EDGE
from claimdiff.extraction.stretches import Stretch
from claimdiff.extraction.surroundings import survey_document
from claimdiff.reading import read_paths
from claimdiff.settings import Settings

EPOCHS = 40
PENALTY = 2.0
RATE = 0.3
LEAST = 3
THRESHOLD = -1.0
TARGET = Path(__file__).parent.parent / "src" / "claimdiff" / "extraction" / "data" / "boundaries.json"

Range = tuple[int, int]


class Row(Struct, frozen=True):
    """One gap: its features by template, the tags at its sides, and whether the annotators cut there."""

    features: tuple[str, ...]
    pair: str
    cut: bool


def choose_apart(ranges: Iterable[Range]) -> list[Range]:
    """Return as many of the ranges as lie apart, covering most where the number is equal."""
    ordered = sorted(set(ranges), key=lambda pair: pair[1])
    best: list[tuple[int, int, list[Range]]] = [(0, 0, [])]
    for index, (first, last) in enumerate(ordered):
        before = index
        while before and ordered[before - 1][1] > first:
            before -= 1
        count, covered, chosen = best[before]
        candidate = (count + 1, covered + last - first, [*chosen, (first, last)])
        best.append(candidate if candidate[:2] > best[index][:2] else best[index])
    return best[-1][2]


def label_cuts(stretch: Stretch, gold: Sequence[Range]) -> set[int] | None:
    """Return the token indexes that begin a new clause, None where no annotated claim lies here.

    `gold` are the character ranges of the claims that annotators require.
    """
    tokens, tags = stretch.tokens, stretch.tags
    inside: list[Range] = []
    for start, end in gold:
        held = [at for at, token in enumerate(tokens) if start <= token.start and token.end <= end]
        if held:
            inside.append((held[0], held[-1] + 1))
    if not inside:
        return None
    cuts = set()
    for first, last in choose_apart(inside):
        while first and (tags[first - 1] in EDGE or tokens[first - 1].lower == "that"):
            first -= 1
        while last and tags[last - 1] in EDGE:
            last -= 1
        cuts |= {first, last}
    return cuts


def read_rows(story: Path) -> list[Row]:
    """Return the labelled gaps of one annotated story."""
    gold = json.loads((story / "gold.json").read_text("utf-8"))
    names = {name: source for source, name in gold["meta"]["sources"].items()}
    rows: list[Row] = []
    for document in read_paths([story / name for name in names], Settings()).documents:
        claims = gold["claims"][names[Path(document.path).name]]
        ranges = [(c["start"], c["end"]) for c in claims if not c.get("presupposed")]
        surroundings = survey_document(document)
        for number in range(len(document.blocks)):
            for stretch in surroundings.stretches_of(number):
                cuts = None if stretch.frame else label_cuts(stretch, ranges)
                rows += [] if cuts is None else _rows_of(stretch, cuts)
    return rows


def _rows_of(stretch: Stretch, cuts: set[int]) -> list[Row]:
    view = ClauseView(stretch.tokens, stretch.tags)
    rows = []
    last = 0
    for index in view.gaps(frozenset()):
        if view.belongs_together(index, last):
            continue
        pair = stretch.tags[index - 1] + stretch.tags[index]
        rows.append(Row(list_features(view.outline(index, last)), pair, index in cuts))
        if index in cuts:
            last = index
    return rows


def find_closed(rows: Sequence[Row]) -> frozenset[str]:
    """Return the pairs of tags that are frequent and (nearly) never cut."""
    seen = Counter(row.pair for row in rows)
    cut = Counter(row.pair for row in rows if row.cut)
    return frozenset(pair for pair, count in seen.items() if count >= 30 and cut[pair] <= 0.005 * count)


def learn(rows: Sequence[Row]) -> BoundaryModel:
    """Return the model that fits the rows; features seen fewer than LEAST times are left out."""
    closed = find_closed(rows)
    rows = [row for row in rows if row.pair not in closed]
    known = Counter(pair for row in rows for pair in enumerate(row.features))
    weights = {pair: 0.0 for pair, count in known.items() if count >= LEAST}
    steps = dict.fromkeys(weights, 1e-3)
    active = [[pair for pair in enumerate(row.features) if pair in weights] for row in rows]
    bias, bias_step = 0.0, 1e-3
    order = list(range(len(rows)))
    shuffle = random.Random(7)
    for _ in range(EPOCHS):
        shuffle.shuffle(order)
        for at in order:
            features = active[at]
            score = bias + sum(weights[pair] for pair in features)
            error = 1 / (1 + math.exp(-max(-30.0, min(30.0, score)))) - rows[at].cut
            bias_step += error * error
            bias -= RATE * error / math.sqrt(bias_step)
            for pair in features:
                slope = error + PENALTY * weights[pair] / known[pair]
                steps[pair] += slope * slope
                weights[pair] -= RATE * slope / math.sqrt(steps[pair])
    tables: list[dict[str, float]] = [{} for _ in TEMPLATES]
    for (template, value), weight in sorted(weights.items()):
        if abs(weight) >= 0.02:
            tables[template][value] = round(weight, 2)
    return BoundaryModel(THRESHOLD, round(bias, 2), closed, tuple(tables))


def measure(model: BoundaryModel, rows: Sequence[Row]) -> tuple[float, float, float]:
    """Return log loss a gap, precision and recall of the cuts at the model's threshold."""
    loss, hits, made, wanted = 0.0, 0, 0, 0
    for row in rows:
        score = -9.0
        if row.pair not in model.closed:
            pairs = zip(model.weights, row.features, strict=True)
            score = model.bias + sum(table.get(value, 0.0) for table, value in pairs)
        loss += math.log1p(math.exp(-score if row.cut else score))
        made += score > model.threshold
        wanted += row.cut
        hits += row.cut and score > model.threshold
    return loss / max(1, len(rows)), hits / max(1, made), hits / max(1, wanted)


def write_model(model: BoundaryModel) -> None:
    """Write the weights as readable JSON, one template after the other."""
    content = {
        "threshold": model.threshold,
        "bias": model.bias,
        "closed": sorted(model.closed),
        "weights": dict(zip(TEMPLATES, model.weights, strict=True)),
    }
    TARGET.write_text(json.dumps(content, ensure_ascii=False, indent=0) + "\n", encoding="utf-8")


def hold_out(stories: dict[str, list[Row]], name: str) -> BoundaryModel:
    """Return the model learned without the named story."""
    return learn([row for other in sorted(stories) if other != name for row in stories[other]])


def main() -> None:
    """Print held-out figures; with --write, learn from all stories and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("--stories", type=Path, required=True)
    parser.add_argument("--write", action="store_true")
    arguments = parser.parse_args()
    stories = {
        gold.parent.name: read_rows(gold.parent) for gold in sorted(arguments.stories.glob("*/gold.json"))
    }
    print(f"{'held out':14}{'gaps':>7}{'cuts':>7}{'loss':>8}{'prec':>7}{'rec':>7}")
    total = 0.0
    for name, rows in stories.items():
        loss, precision, recall = measure(hold_out(stories, name), rows)
        total += loss * len(rows)
        cuts = sum(row.cut for row in rows)
        print(f"{name:14}{len(rows):7}{cuts:7}{loss:8.4f}{precision:7.2f}{recall:7.2f}")
    print(f"loss over all gaps {total:.1f}")
    if arguments.write:
        write_model(learn([row for name in sorted(stories) for row in stories[name]]))


if __name__ == "__main__":
    main()
