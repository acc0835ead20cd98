"""Story grouping on articles of known events: B-cubed (Bagga and Baldwin, 1998), beside plain baselines."""

import gzip
import json
import math
import random
from collections import Counter
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

from rapidfuzz import fuzz

from claimdiff.archive.grouping import Signature, group_signatures
from claimdiff.language.signature import sign_document
from claimdiff.language.tokens import content_words
from claimdiff.reading import read_text

# Where the plain baselines link two articles: the best of nine cuts each, on these very events.
TITLES_ALIKE = 60.0
WORDS_ALIKE = 0.2
_SHARES = (0.2, 0.5)


class Article(NamedTuple):
    """An article with the event that it tells, and what grouping sees of it."""

    event: str
    title: str
    words: frozenset[str]
    signature: Signature


def score_events(path: Path) -> dict[str, float]:
    """Return B-cubed precision, recall and F1 of story grouping, and of plain baselines.

    Also how it holds on other archives than this one: on random parts of the events, and with at most two
    articles on each (the mean of five draws each).
    """
    articles = read_events(path)
    precision, recall, f1 = _score(articles, group_stories)
    figures = {"b3_precision": precision, "b3_recall": recall, "b3_f1": f1}
    for share in _SHARES:
        draws = [_score(_draw_events(articles, share, seed), group_stories)[2] for seed in range(5)]
        figures[f"b3_f1, {share:.0%} of the events"] = sum(draws) / len(draws)
    draws = [_score(_thin_out(articles, 2, seed), group_stories)[2] for seed in range(5)]
    figures["b3_f1, two articles an event"] = sum(draws) / len(draws)
    figures["plain titles, b3_f1"] = _score(articles, link_titles)[2]
    figures["plain tf-idf, b3_f1"] = _score(articles, link_words)[2]
    return figures


def read_events(path: Path) -> list[Article]:
    """Return the articles of a gzipped file of JSON lines with `event_id`, `title`, `date` and `text`."""
    articles = []
    with gzip.open(path, "rt", encoding="utf-8") as file:
        for number, line in enumerate(file):
            row = json.loads(line)
            document = read_text(row["text"], title=row["title"], date=row["date"], path=str(number))
            day = document.reference_date.date
            signature = Signature(
                number, date.fromisoformat(day).toordinal() if day else None, sign_document(document)
            )
            words = frozenset(content_words(row["text"]))
            articles.append(Article(row["event_id"], row["title"] or "", words, signature))
    return articles


Grouper = Callable[[Sequence[Article]], Sequence[Sequence[int]]]


def group_stories(articles: Sequence[Article]) -> Sequence[Sequence[int]]:
    """Return the stories of our grouping, as places in `articles`."""
    place = {article.signature.number: at for at, article in enumerate(articles)}
    stories = group_signatures(article.signature for article in articles).stories
    return [[place[number] for number in story] for story in stories]


def link_titles(articles: Sequence[Article]) -> Sequence[Sequence[int]]:
    """Return groups chained by rapidfuzz's token_set_ratio of the titles."""
    titles = [article.title.lower() for article in articles]
    return _chain(
        len(titles), lambda one, two: fuzz.token_set_ratio(titles[one], titles[two]) >= TITLES_ALIKE
    )


def link_words(articles: Sequence[Article]) -> Sequence[Sequence[int]]:
    """Return groups chained by the cosine of the texts' words, weighed by their rarity."""
    seen = Counter(word for article in articles for word in article.words)
    rarity = {word: math.log(len(articles) / count) ** 2 for word, count in seen.items()}
    lengths = [math.sqrt(sum(rarity[word] for word in article.words)) or 1.0 for article in articles]

    def are_linked(one: int, two: int) -> bool:
        shared = math.fsum(rarity[word] for word in articles[one].words & articles[two].words)
        return shared >= WORDS_ALIKE * lengths[one] * lengths[two]

    return _chain(len(articles), are_linked)


def _chain(count: int, are_linked: Callable[[int, int], bool]) -> list[list[int]]:
    groups: list[list[int]] = []
    for at in range(count):
        near = [group for group in groups if any(are_linked(other, at) for other in group)]
        groups = [group for group in groups if group not in near]
        groups.append([*(other for group in near for other in group), at])
    return groups


def _score(articles: Sequence[Article], group: Grouper) -> tuple[float, float, float]:
    """Return B-cubed precision, recall and F1."""
    sizes = Counter(article.event for article in articles)
    precision = recall = 0.0
    for members in group(articles):
        events = Counter(articles[at].event for at in members)
        precision += sum(count * count for count in events.values()) / len(members)
        recall += sum(count * count / sizes[event] for event, count in events.items())
    precision, recall = precision / len(articles), recall / len(articles)
    return precision, recall, 2 * precision * recall / (precision + recall)


def _draw_events(articles: Sequence[Article], share: float, seed: int) -> list[Article]:
    events = sorted({article.event for article in articles})
    drawn = set(random.Random(seed).sample(events, k=round(share * len(events))))
    return [article for article in articles if article.event in drawn]


def _thin_out(articles: Sequence[Article], most: int, seed: int) -> list[Article]:
    order = list(articles)
    random.Random(seed).shuffle(order)
    kept: list[Article] = []
    taken: Counter[str] = Counter()
    for article in order:
        if taken[article.event] < most:
            taken[article.event] += 1
            kept.append(article)
    return kept
