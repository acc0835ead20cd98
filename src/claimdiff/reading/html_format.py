"""HTML → text and metadata, by trafilatura (extra `html`); offsets count in the extracted text."""

import logging
import re
from typing import Any

from claimdiff.errors import MissingExtraError
from claimdiff.reading.article import Article, Metadata
from claimdiff.reading.dates import normalise_date
from claimdiff.reading.decoding import UndecodableError, decode_bytes, replace_surrogates
from claimdiff.reading.outlets import name_host

_CHARSET = re.compile(rb"<meta[^>]{0,200}?charset\s?=\s?[\"']?\s?([A-Za-z0-9_:.-]{2,40})", re.I)
_PUBLISHED = (
    re.compile(
        r"<meta[^>]{0,200}?(?:article:published_time|datePublished|parsely-pub-date|dc\.date(?:\.issued)?|"
        r"pubdate)"
        r"[\"'][^>]{0,200}?content\s?=\s?[\"']([^\"']{8,40})",
        re.I,
    ),
    re.compile(r"\"datePublished\"\s?:\s?\"([^\"]{8,40})\"", re.I),
)
_HEAD = 300_000
# The parser compares each attribute of a tag with every other: ten thousand take a second, more take minutes.
_ATTRIBUTE_FLOOD = re.compile(r"<[A-Za-z][^<>\s]*+\s++(?:[^<>\s]++\s++){10000}")
_LOGGERS = ("trafilatura", "htmldate", "courlan", "justext")


def read_page(path: str, data: bytes) -> Article:
    """Return the article of a saved page: its text, title, author, date and site name.

    Raises:
        MissingExtraError: trafilatura is not installed.
        UndecodableError: the page is binary, can't be parsed, or holds no article.
    """
    try:
        from trafilatura import bare_extraction
    except ImportError as error:
        raise MissingExtraError("HTML needs an extra; run: pip install 'claimdiff[html]'") from error
    declared = _CHARSET.search(data[:4096])
    decoded = decode_bytes(data, declared[1].decode("ascii") if declared else None)
    if _ATTRIBUTE_FLOOD.search(decoded.text):
        raise UndecodableError("a tag in the page has more than 10,000 attributes; save the article as text")
    for name in _LOGGERS:
        logging.getLogger(name).addHandler(logging.NullHandler())
    try:
        page: Any = bare_extraction(
            decoded.text,
            favor_precision=True,
            include_comments=False,
            with_metadata=True,
            date_extraction_params={"original_date": True, "extensive_search": False},
        )
    except (
        Exception
    ) as error:  # a parser fed with hostile markup may raise anything; one file must not stop the rest
        raise UndecodableError(
            f"the page can't be parsed ({type(error).__name__}); save the article as text"
        ) from error
    text = replace_surrogates(page.text or "") if page is not None else ""
    if not text.strip():
        raise UndecodableError("no article found in the page; save the article as text")
    return Article(
        path=path,
        text=text,
        format="html",
        encoding=decoded.encoding,
        metadata=_read_metadata(page, decoded.text),
        headings=_find_headings(page),
    )


def _read_metadata(page: Any, source: str) -> Metadata:
    """Return what the page's head says. A date found anywhere else may be an event's, and is not taken."""
    url = page.url if isinstance(page.url, str) else None
    site = _tidy(page.sitename)
    site = site.split(" | ")[0] if site else None
    return Metadata(
        title=_drop_site(_tidy(page.title), site),
        outlet=site if site and not site.startswith("@") else (name_host(url) if url else None),
        date=_find_date(source) or normalise_date(page.date),
        url=url,
        byline=", ".join(part.strip() for part in page.author.split(";")) if page.author else None,
    )


def _drop_site(title: str | None, site: str | None) -> str | None:
    """Return a headline without the site's own name behind it."""
    if title and site and title.lower().endswith(site.lower()):
        head = title[: -len(site)].rstrip()
        if head[-1:] in ("|", "-", "–", "—", "•", "·", ":") and len(head) > 10:
            return head[:-1].rstrip()
    return title


def _find_date(source: str) -> str | None:
    head = source[:_HEAD]
    for pattern in _PUBLISHED:
        match = pattern.search(head)
        if match and (date := normalise_date(match[1])):
            return date
    return None


def _find_headings(page: Any) -> tuple[str, ...]:
    """Return the words of the headings inside the article."""
    if page.body is None:
        return ()
    heads = (" ".join("".join(head.itertext()).split()) for head in page.body.iter("head"))
    return tuple(head for head in heads if 0 < len(head) <= 200)


def _tidy(value: object) -> str | None:
    return replace_surrogates(" ".join(value.split())) or None if isinstance(value, str) else None
