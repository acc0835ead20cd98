"""What only a paragraph's neighbours tell: lists of links, galleries, comments, notes at the foot."""

import re
from collections.abc import Iterator
from itertools import pairwise

from claimdiff.reading.english import name_other_language
from claimdiff.reading.furniture import is_promo_list, opens_comments, opens_form, opens_related_list
from claimdiff.reading.notices import find_noted_outlet, praises_standards
from claimdiff.reading.rows import Row

_GALLERY_NUMBER = re.compile(r"\d{1,3}/(?P<total>\d{1,3})\s")
# The place of the first picture in a gallery that stands in one line: "1/8", "1 of 8".
_FIRST_PLACE = re.compile(r"(?<![\w/.,$£€-])1(?P<mark>/| of )(?P<total>\d{1,3})(?![\w/%]|[.,]\d)")
_FEWEST_PLACES = 4
_WIDEST_HEAD = 600
_LONGEST_LISTED = 20_000
_MOST_TITLES = 200
_NEWSLETTER_HEADING = re.compile(r"(?:[\w&'’-]+ ){0,5}[Nn]ewsletters?:?$")
_FOOT_ROWS = 12
_ENGLISH_WORDS = (" the ", " of ", " and ", " to ")
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
    _leave_out_joined_galleries(text, rows)
    _leave_out_tail(text, rows)
    _leave_out_links(text, rows)
    _leave_out_newsletter(text, rows)
    _leave_out_author_note(text, rows)
    _leave_out_outlet_note(text, rows)
    _leave_out_foreign_foot(text, rows)


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


def _leave_out_joined_galleries(text: str, rows: list[Row]) -> None:
    """Leave out a gallery that stands in one line, every picture counted ("1 of 8" to "8 of 8"), and the
    pictures' titles where they follow as lines of their own."""
    if "1/" not in text and "1 of " not in text:
        return
    for number, row in enumerate(rows):
        if row.reason is not None or not _holds_gallery(text, row):
            continue
        row.reason = "picture gallery"
        listed = text[row.start : min(row.end, row.start + _LONGEST_LISTED)]
        for later in rows[number + 1 : number + 1 + _MOST_TITLES]:
            if later.reason is None and text[later.start : later.end] not in listed:
                break
            later.reason = later.reason or "picture gallery"


def _holds_gallery(text: str, row: Row) -> bool:
    """Tell whether a row counts pictures from the first to the last, with little before and behind them."""
    first = _FIRST_PLACE.search(text, row.start, min(row.end, row.start + _WIDEST_HEAD))
    if first is None or int(first["total"]) < _FEWEST_PLACES:
        return False
    at = first.end()
    for place in range(2, int(first["total"]) + 1):
        counted = f"{place}{first['mark']}{first['total']}"
        at = text.find(counted, at, row.end)
        if at < 0 or text[at - 1].isalnum():
            return False
        at += len(counted)
        if text[at : at + 1].isalnum():
            return False
    return row.end - at <= _WIDEST_HEAD


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


def _leave_out_newsletter(text: str, rows: list[Row]) -> None:
    """Leave out the heading of a newsletter's form ("Harbour Mail Newsletter") and the line that sells it."""
    for row, below in pairwise(rows):
        if row.reason is None is below.reason and row.end - row.start <= 60 and row.kind != "sentence":
            heading = _NEWSLETTER_HEADING.match(text[row.start : row.end])
            if heading and below.end - below.start <= 300 and opens_form(text[below.start : below.end]):
                row.reason = below.reason = "sign-up form"


def _leave_out_outlet_note(text: str, rows: list[Row]) -> None:
    """Leave out an outlet's note about itself at the foot, where the story never names that outlet."""
    present = [row for row in rows if row.reason is None]
    for row in present[-3:] if len(present) > 3 else ():
        line = text[row.start : row.end] if row.end - row.start <= 600 else ""
        name = find_noted_outlet(line)
        if name is None:
            continue
        story = (text[other.start : other.end] for other in present if other is not row)
        if praises_standards(line) or not any(name in paragraph for paragraph in story):
            row.reason = "outlet note"


def _leave_out_foreign_foot(text: str, rows: list[Row]) -> None:
    """Leave out a foot in another language under an English story."""
    foot: list[Row] = []
    for row in _go_up(rows):
        if len(foot) >= _FOOT_ROWS or _holds_english(text, row):
            break
        foot.append(row)
    present = [row for row in rows if row.reason is None] if foot else []
    if len(present) - len(foot) < 3:
        return
    story = text[present[0].start : foot[-1].start]
    while foot:
        first, last = foot[-1].start, foot[0].end
        alone = name_other_language(text[first : foot[-1].end])
        if alone and name_other_language(text[first:last]) and name_other_language(story) is None:
            for row in foot:
                row.reason = "another language"
            return
        foot.pop()


def _holds_english(text: str, row: Row) -> bool:
    return any(text.find(word, row.start, row.end) >= 0 for word in _ENGLISH_WORDS)


def _go_up(rows: list[Row]) -> Iterator[Row]:
    """Yield the rows that may be article from the last one upwards."""
    return (row for row in reversed(rows) if row.reason is None)


def _leave_out_teaser(rows: list[Row], promo: int) -> None:
    """Leave out the title of a promoted video right before a list of promoted links."""
    if promo < 2:
        return
    teaser, before = rows[promo - 1], rows[promo - 2]
    if teaser.reason is None and teaser.kind == "line" and not teaser.cuts and before.kind == "sentence":
        teaser.reason = "related link"
