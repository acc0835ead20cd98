"""What only a paragraph's neighbours tell: lists of links, galleries, comments, notes at the foot."""

import re

from claimdiff.reading.furniture import is_promo_list, opens_comments, opens_related_list
from claimdiff.reading.rows import Row

_GALLERY_NUMBER = re.compile(r"\d{1,3}/(?P<total>\d{1,3})\s")
_AUTHOR_NOTE = re.compile(
    r"(?!The |A |An |In )[A-Z][\w.'’-]+ (?:[A-Z][\w.'’-]* ){0,2}?(?P<last>[A-Z][\w'’-]+)(?:,[^,.]{3,60},)? "
    r"(?:(?:is|was) (?:an? |the |our |[A-Z]\w*['’]s )[^.]{0,80}?\b(?:reporter|correspondent|editor|"
    r"columnist|"
    r"journalist|writer|contributor)\b|has (?:covered|reported|written)\b|covers (?!up)|"
    r"writes (?:about|for|on)\b|reports (?:on|for|from)\b)"
)


def leave_out_by_neighbours(text: str, rows: list[Row]) -> None:
    """Give a reason to rows that are no article by what stands around them; settle doubtful datelines."""
    _settle_datelines(rows)
    _leave_out_galleries(text, rows)
    _leave_out_tail(text, rows)
    _leave_out_links(text, rows)
    _leave_out_author_note(text, rows)


def _settle_datelines(rows: list[Row]) -> None:
    """Give back what looked like a dateline with a colon, unless it is the only one and opens the story."""
    doubtful = [number for number, row in enumerate(rows) if row.doubtful]
    if len(doubtful) == 1 and not any(
        row.kind == "sentence" and not row.reason for row in rows[: doubtful[0]]
    ):
        return
    for number in doubtful:
        row = rows[number]
        cut = next(cut for cut in row.cuts if cut.reason == "dateline")
        row.cuts.remove(cut)
        row.start, row.front, row.doubtful = cut.start, None, False


def _leave_out_galleries(text: str, rows: list[Row]) -> None:
    """Leave out a gallery of other pictures: captions numbered "3/34", at least four of one gallery."""
    numbered: dict[str, list[Row]] = {}
    for row in rows:
        if row.reason is None and text[row.start].isdigit():
            match = _GALLERY_NUMBER.match(text, row.start)
            if match:
                numbered.setdefault(match["total"], []).append(row)
    for gallery in numbered.values():
        if len(gallery) >= 4:
            for row in gallery:
                row.reason = "picture gallery"


def _leave_out_tail(text: str, rows: list[Row]) -> None:
    """Leave out readers' comments: everything after their heading, once most of the text is told."""
    sentences = 0
    for number, row in enumerate(rows):
        sentences += row.reason is None and row.kind == "sentence"
        late = row.start > 0.5 * len(text) and sentences >= 3
        if late and row.end - row.start <= 240 and opens_comments(text[row.start : row.end]):
            for later in rows[number:]:
                later.reason = later.reason or "reader comments"
            return


def _leave_out_links(text: str, rows: list[Row]) -> None:
    """Leave out the links under a heading such as "Related articles", up to the next sentence."""
    number = 0
    while number < len(rows):
        row = rows[number]
        number += 1
        if row.reason is None or row.end - row.start > 1500:
            continue
        line = text[row.start : row.end]
        if is_promo_list(line) and len(line) > 60:
            _leave_out_teaser(rows, number - 1)
        elif opens_related_list(line):
            listed = []
            while number < len(rows) and (rows[number].reason or rows[number].kind in ("line", "item")):
                if rows[number].reason is None:
                    listed.append(rows[number])
                number += 1
            if (
                number < len(rows)
                and len(listed) >= 2
                and len(text[listed[-1].start : listed[-1].end].split()) <= 4
            ):
                listed.pop()
            for link in listed:
                link.reason = "related link"


def _leave_out_author_note(text: str, rows: list[Row]) -> None:
    """Leave out a note at the foot on who wrote it: a person whom the story itself never names."""
    present = [row for row in rows if row.reason is None]
    for row in present[-2:] if len(present) > 3 else ():
        match = _AUTHOR_NOTE.match(text, row.start, min(row.end, row.start + 400))
        if match is None or row.end - row.start > 400:
            continue
        story = (text[other.start : other.end] for other in present if other is not row)
        if not any(match["last"] in paragraph for paragraph in story):
            row.reason = "author note"


def _leave_out_teaser(rows: list[Row], promo: int) -> None:
    """Leave out the title of a promoted video right before a list of promoted links."""
    if promo < 2:
        return
    teaser, before = rows[promo - 1], rows[promo - 2]
    if teaser.reason is None and teaser.kind == "line" and not teaser.cuts and before.kind == "sentence":
        teaser.reason = "related link"
