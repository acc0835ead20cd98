"""Whatever a text holds, reading keeps every visible character, once, at its true offset."""

import json

from hypothesis import example, given, settings
from hypothesis import strategies as st

from claimdiff.model import Document
from claimdiff.reading import read_text
from claimdiff.reading.decoding import UndecodableError, decode_bytes
from claimdiff.reading.records import read_records

PIECES = st.sampled_from(
    [
        "Pier shut", "The pier is closed.", "(AP) — ", "PORT ELLERY — ", "By Ann Carver, ENN", "2031-05-04",
        "Image caption ", "Getty Images ", "<!--", "-->", "# ", "## ", "**", "---", "===", "> ", "- ",
        "• ", "Related articles", "Leave a Reply", "MOST READ IN ", "1/9 ", "(Photo: AP)", " — Ellery Herald",
        "Advertisement", "“", "”", '"', "'", "\n", "\n\n", "\r\n", "\r", "\u2028", "\x85", "\t", " ",
        "\ufeff", "\u202e", "\u200b", "é", "𝒳", "said that ", "https://t.co/x — A (@a) May 4, 2031", "[x]",
        "CARVER: ",
    ]
)  # fmt: skip
TEXTS = st.lists(PIECES | st.text(max_size=12), max_size=40).map("".join)


def check_tiling(document: Document) -> None:
    holes = [True] * len(document.text)
    for span in (*document.blocks, *document.skipped):
        assert 0 <= span.start < span.end <= len(document.text)
        for at in range(span.start, span.end):
            assert holes[at], "two spans hold the same character"
            holes[at] = False
    assert not any(hole and not char.isspace() for hole, char in zip(holes, document.text, strict=True))
    starts = [block.start for block in document.blocks]
    assert starts == sorted(starts)
    for block in document.blocks:
        assert document.quote(block).strip() == document.quote(block) != ""
        if block.section is not None:
            section = document.sections[block.section]
            assert section.start <= block.start and block.end <= section.end


@settings(max_examples=300, deadline=None)
@given(TEXTS, st.booleans(), st.none() | st.text(max_size=20))
@example("Title\n<!-- a --> <!-- b\n\nc --> d", False, None)
@example("---\ntitle: x\n---\n# Pier\n", True, None)
def test_blocks_and_skipped_hold_every_visible_character_once(
    text: str, markdown: bool, title: str | None
) -> None:
    """Blocks and skipped stretches never overlap and leave no visible character out."""
    check_tiling(read_text(text, markdown=markdown, title=title))


@settings(max_examples=200, deadline=None)
@given(TEXTS)
def test_reading_is_a_function_of_the_text(text: str) -> None:
    """Reading twice gives equal documents, and what comes out can be written as UTF-8."""
    document = read_text(text)
    assert document == read_text(text)
    for value in (document.text, document.label, document.title or "", document.outlet or ""):
        value.encode("utf-8")


@settings(max_examples=200, deadline=None)
@given(st.binary(max_size=200) | TEXTS.map(lambda text: text.encode("utf-8", "replace")))
def test_any_bytes_are_decoded_or_refused(data: bytes) -> None:
    """Bytes give a text that can be written, or one refusal; never another error."""
    try:
        decoded = decode_bytes(data)
    except UndecodableError as refusal:
        assert "\n" not in str(refusal)
    else:
        decoded.text.encode("utf-8")


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=20),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["text", "body", "title", "date", "source", "author", "url", "outlet", "articles"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(st.lists(JSON, max_size=4), st.booleans())
def test_any_json_gives_articles_or_rejections(values: list[object], lines: bool) -> None:
    """Records of any shape are articles or single-line rejections."""
    from claimdiff.reading.article import Article, build_document
    from claimdiff.reading.decoding import Decoded

    text = "\n".join(map(json.dumps, values)) if lines else json.dumps(values)
    for read in read_records("rows.json", Decoded(text, "utf-8"), lines=lines):
        if isinstance(read, Article):
            check_tiling(build_document(read))
        else:
            assert "\n" not in read.reason
