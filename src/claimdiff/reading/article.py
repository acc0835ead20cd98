"""One decoded article with its metadata → Document."""

import re
from collections.abc import Iterable, Sequence
from typing import Literal

import msgspec

from claimdiff.language.digest import content_id
from claimdiff.model import Block, Document, ReferenceDate, Skipped
from claimdiff.model.document import DateBasis
from claimdiff.reading.dates import DATE, normalise_date, read_date, to_day
from claimdiff.reading.decoding import replace_surrogates
from claimdiff.reading.labels import find_outlet, shorten_title
from claimdiff.reading.length import shorten_document
from claimdiff.reading.markdown import read_front_matter
from claimdiff.reading.outlets import find_byline_outlet, name_host, split_site_name
from claimdiff.reading.outline import Outline, outline_text

_PUBLISHED = re.compile(
    r"\b(?:published|posted|first published|publication date|date published)(?: on|"
    r" at)?\s*:?\s{0,3}(?=[\w,. ]{0,14}\d)",
    re.I,
)


class Metadata(msgspec.Struct, frozen=True):
    """What stands beside the text: in a record, in front matter, in the head of a page."""

    title: str | None = None
    outlet: str | None = None
    date: str | None = None
    url: str | None = None
    byline: str | None = None


class Article(msgspec.Struct, frozen=True):
    """A text as decoded, before anything is made of it.

    `start` is where the article begins in it; `headings` are lines that the format marks as headings.
    """

    path: str
    text: str
    format: str
    encoding: str
    metadata: Metadata = Metadata()
    start: int = 0
    headings: tuple[str, ...] = ()


Flavour = Literal["text", "markdown"]


def read_text(
    text: str,
    *,
    path: str = "<text>",
    title: str | None = None,
    outlet: str | None = None,
    date: str | None = None,
    url: str | None = None,
    label: str | None = None,
    markdown: bool = False,
) -> Document:
    """Return the document that a plain string makes, cut into blocks as a file would be.

    `date` is an ISO day or date-time, or a written-out date; one that can't be read counts as none.
    Never raises for what the text holds.
    """
    metadata = Metadata(title=title, outlet=outlet, date=date, url=url)
    text = replace_surrogates(text)
    flavour: Flavour = "markdown" if markdown else "text"
    article = Article(path=path, text=text, format=flavour, encoding="str", metadata=metadata)
    document = build_document(_take_front_matter(article) if markdown else article)
    return msgspec.structs.replace(document, label=label) if label else document


def build_document(article: Article) -> Document:
    """Return the document of an article; its label is not yet unique, its reference date not yet inferred."""
    given = article.metadata
    title, site = _split_title(given.title)
    outline = outline_text(
        article.text,
        article.start,
        markdown=article.format == "markdown",
        title=title,
        headings=article.headings,
    )
    published_at, basis = _find_date(article, outline)
    outlet = given.outlet or _find_outlet(article, outline, site)
    skipped = _skip_front(article) + outline.skipped
    byline = given.byline or next((front.byline for front in outline.fronts if front.byline), None)
    document = Document(
        id=content_id("d", article.text),
        path=article.path,
        format=article.format,
        encoding=article.encoding,
        text=article.text,
        label=outlet or (shorten_title(outline.title) if outline.title else article.path),
        outlet=outlet,
        title=outline.title,
        published_at=published_at,
        reference_date=ReferenceDate(to_day(published_at) if published_at else None, basis),
        language="en",
        blocks=tuple(outline.blocks),
        sections=tuple(outline.sections),
        skipped=tuple(skipped),
        url=given.url,
        byline=byline,
    )
    return shorten_document(document)


def _split_title(title: str | None) -> tuple[str | None, str | None]:
    found = split_site_name(title) if title else None
    if title is None or found is None:
        return title, None
    return title[: found[0]].rstrip(), found[1]


def open_markdown(article: Article) -> Article:
    """Return a Markdown article with its front matter read as metadata."""
    return _take_front_matter(article)


def infer_reference_dates(documents: Sequence[Document]) -> tuple[Document, ...]:
    """Give documents without a date the day on which most of their companions were published.

    Between days that are equally common the one nearest the middle is taken; the basis is "companions".
    """
    days = sorted(document.reference_date.date for document in documents if document.reference_date.date)
    if not days:
        return tuple(documents)
    counts = {day: days.count(day) for day in days}
    commonest = sorted(day for day, count in counts.items() if count == max(counts.values()))
    inferred = ReferenceDate(commonest[(len(commonest) - 1) // 2], "companions")
    return tuple(
        document
        if document.reference_date.date
        else msgspec.structs.replace(document, reference_date=inferred)
        for document in documents
    )


def number_ids(documents: Iterable[Document]) -> tuple[Document, ...]:
    """Give documents of equal content ids of their own, by an ordinal in path order."""
    seen: dict[str, int] = {}
    result = []
    for document in documents:
        count = seen[document.id] = seen.get(document.id, 0) + 1
        result.append(
            document if count == 1 else msgspec.structs.replace(document, id=f"{document.id}-{count}")
        )
    return tuple(result)


def read_metadata(values: dict[str, object]) -> Metadata:
    """Return the metadata among the fields of a record or of front matter, keys in lower case.

    Knows the names that news-please, trafilatura, NewsAPI and schema.org records use.
    """
    source = _first_text(values, "source")
    url = _first_text(values, "url", "link", "canonical", "canonical_url", "source_url")
    if url is None and source is not None and "://" in source:
        url, source = source, None
    host = _first_text(values, "hostname", "source_domain", "domain")
    named = _first_text(
        values, "outlet", "site_name", "sitename", "publisher", "publication", "site", "newspaper"
    )
    outlet = named or source or host or (name_host(url) if url else None)
    if outlet is not None and "." in outlet and " " not in outlet:
        outlet = name_host(outlet) or outlet
    date = next(
        (
            read
            for key in (
                "date",
                "published_at",
                "publishedat",
                "date_publish",
                "datepublished",
                "published",
                "pubdate",
                "publication_date",
                "published_date",
                "date_published",
                "timestamp",
            )
            if (read := normalise_date(values.get(key)))
        ),
        None,
    )
    return Metadata(
        title=_first_text(values, "title", "headline"),
        outlet=outlet,
        date=date,
        url=url,
        byline=_first_text(values, "author", "authors", "byline"),
    )


def _first_text(values: dict[str, object], *keys: str) -> str | None:
    for key in keys:
        value = values.get(key)
        if isinstance(value, dict):
            value = value.get("name")
        if isinstance(value, list):
            value = ", ".join(item for item in value[:20] if isinstance(item, str))
        if isinstance(value, str) and value.strip():
            return replace_surrogates(" ".join(value[:1000].split()))
    return None


def _take_front_matter(article: Article) -> Article:
    values, start = read_front_matter(article.text)
    if not start:
        return article
    read = read_metadata(dict(values))
    given = {
        key: value for key, value in msgspec.structs.asdict(article.metadata).items() if value is not None
    }
    return msgspec.structs.replace(article, metadata=msgspec.structs.replace(read, **given), start=start)


def _skip_front(article: Article) -> list[Skipped]:
    front = article.text[: article.start]
    bare = front.strip()
    if not bare:
        return []
    start = len(front) - len(front.lstrip())
    return [Skipped(start, start + len(bare), "front matter")]


def _find_outlet(article: Article, outline: Outline, site: str | None) -> str | None:
    byline = article.metadata.byline
    named = find_byline_outlet(byline) if byline else None
    notes = [(article.text[skip.start : skip.end], skip.reason) for skip in outline.skipped]
    return find_outlet(site or outline.site or named, outline.fronts, notes)


def _find_date(article: Article, outline: Outline) -> tuple[str | None, DateBasis]:
    given = normalise_date(article.metadata.date)
    if given is not None:
        return given, "metadata"
    for front in outline.fronts:
        if front.published_at:
            return front.published_at, "text" if front.outlet is None or front.byline else "dateline"
    for skip in outline.skipped:
        if skip.reason == "publication date":
            match = DATE.search(article.text[skip.start : skip.end])
            if match and (day := read_date(match)):
                return day, "text"
    return _find_published_note(article.text, outline.blocks)


def _find_published_note(text: str, blocks: list[Block]) -> tuple[str | None, DateBasis]:
    """Look for "Published: 4 May 2024" at the top and the foot; a date in the story itself never counts."""
    for block in blocks[:3] + blocks[-2:]:
        line = text[block.start : min(block.end, block.start + 200)]
        match = _PUBLISHED.match(line)
        found = DATE.match(line, match.end()) if match else None
        if found and (day := read_date(found)):
            return day, "text"
    return None, "none"
