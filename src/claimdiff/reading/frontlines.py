"""Lines around an article that say who wrote it and when, and the dateline in front of its first sentence."""

import re
from typing import NamedTuple

from claimdiff.language.patterns import compile_later
from claimdiff.reading.dates import CLOCK, DATE, read_date
from claimdiff.reading.outlets import find_byline_outlet, names_outlet

_LONGEST = 200
_LABEL = re.compile(
    r"(?:(?:first |last |originally )?(?:published|updated|posted|modified|created|added|filed|"
    r"publication date|"
    r"update|date|dated|issued)(?: (?:on|at|date))?|on|at|as of)\b[:\s]*",
    re.I,
)
_ZONE = re.compile(
    r"(?:GMT|UTC|[ECMP][SD]?T|BST|CES?T|IST|AE[SD]T|SGT|HKT|JST|MSK|Z)\b|(?:local time)\b|[+-]\d{2}:?\d{2}",
    re.I,
)
_EXTRA = re.compile(
    r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day\b,?|\d{1,3}[\s-]min(?:ute)?s?(?:[\s-]read)?|"
    r"\d{1,3} (?:minutes?|hours?|days?) ago|(?:an hour|"
    r"a day) ago)\b",
    re.I,
)
_SEPARATOR = re.compile(r"[\s|,·•–—:;/()\[\]-]+")
_BY = re.compile(r"(?:By|BY|Written by|Story by|Words by|Posted by|by:)[\s:]+(?=\S)")
_BY_DESK = re.compile(
    r"by (?:our|staff|an?|the)\b[\w ,&’'-]{0,60}\b(?:desk|staff|reporters?|correspondents?|writers?|team|"
    r"agencies|newsroom)\b"
    r"[\w ,&’'-]{0,50}$",
    re.I,
)
_SOURCE = re.compile(r"[A-Z][\w.&'’ -]{1,30}(?=\s*\|)")
_CONNECTORS_TEXT = """
    and & for in with of the de da del della di du la le van von der den bin ibn al el dos y e at |
    / - – —
"""
_CONNECTORS = frozenset(_CONNECTORS_TEXT.split())
_JOB = compile_later(
    r"(?:correspondent|editor|reporter|writer|staff|journalist|contributor|political|chief|senior|business|"
    r"science|"
    r"health|sports?|bureau|foreign|deputy|assistant|associate|news|special|diplomatic|agencies),?$",
    re.I,
)
_NAME_AND_ORG = re.compile(
    r"(?P<name>[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]*){1,3})(?:,| \||"
    r"/) (?P<org>[A-Z][\w.&'’-]*(?: [A-Z&][\w.&'’-]*){0,4})$"
)
_PLACE = r"[A-Z][\w.'’-]*(?: (?:[A-Z][\w.'’-]*|of|de|la|el|al|du)){0,3}"
_DAY = (
    r"(?:,? (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]{0,6}\.? \d{1,2}(?:,? \d{4})?|"
    r",? \d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?)"
)
_DATELINE = re.compile(
    rf"(?P<place>{_PLACE}(?:, {_PLACE}|/{_PLACE}){{0,2}}){_DAY}?"
    r"(?: ?\((?P<org>[A-Z][\w.&'’ /-]{1,30})\))?"
    r"(?P<mark>\s*—\s*|\s+[-–]{1,2}\s+|\s*--\s*|: (?=[A-Z“\"])|(?<=\))\s?(?=[A-Z“\"]))"
)
_BARE_ORG = re.compile(
    r"\((?P<org>CNN|AP|AFP|Reuters|REUTERS|UPI|Xinhua|[A-Z][A-Za-z]{1,12}(?: News)?)\)(?:\s*[—–-]{1,2}\s*|"
    r"\s?)(?=[A-Z“\"'])"
)


class FrontLine(NamedTuple):
    """What a byline or date line says; any part may be missing."""

    published_at: str | None = None
    byline: str | None = None
    outlet: str | None = None


class Dateline(NamedTuple):
    """The length of a dateline, and the organisation and the day it names.

    One that ends in a colon ("PORT ELLERY: ") is doubtful: the speakers of a transcript look the same.
    """

    length: int
    outlet: str | None
    published_at: str | None
    doubtful: bool = False


def read_front_line(line: str) -> FrontLine | None:
    """Return what a byline or date line says, None for a line that holds anything else."""
    if len(line) > _LONGEST:
        return None
    if _BY_DESK.match(line):
        return FrontLine(None, line, find_byline_outlet(line))
    at, published_at, byline, telling, labelled = 0, None, None, False, False
    while at < len(line):
        for pattern in (_SEPARATOR, _EXTRA, DATE, CLOCK, _ZONE, _LABEL):
            match = pattern.match(line, at)
            if match and match.end() > at:
                break
        else:
            match = None
        if match is not None:
            if match.re is DATE:
                published_at = published_at or read_date(match)
            telling = telling or match.re in (DATE, _EXTRA) or (match.re is CLOCK and labelled)
            labelled = labelled or (match.re is _LABEL and len(match.group()) > 6)
            at = match.end()
            continue
        end = _read_byline(line, at)
        if byline is None and end:
            byline, telling, at = line[at:end].strip(" |,·•–—-"), True, end
        elif at == 0 and (source := _SOURCE.match(line)):
            at = source.end()
        else:
            return None
    if not telling:
        return None
    return FrontLine(published_at, byline, find_byline_outlet(byline) if byline else None)


def read_name_line(line: str) -> FrontLine | None:
    """Return a byline without "By": a name and a publisher ("Ann Carver, Port Herald")."""
    match = _NAME_AND_ORG.match(line) if len(line) <= 80 else None
    if match is None or not names_outlet(match["org"]):
        return None
    return FrontLine(None, line, match["org"])


def read_dateline(paragraph: str) -> Dateline | None:
    """Return the dateline a paragraph opens with: "PORT ELLERY (AP) — ", "Port Ellery (CNN) — "."""
    head = paragraph[:110]
    if not ("(" in head or "—" in head or "-" in head or "–" in head or ":" in head):
        return None
    bare = _BARE_ORG.match(head)
    if bare:
        return Dateline(bare.end(), bare["org"], None)
    match = _DATELINE.match(head)
    if match is None or match.end() >= len(paragraph):
        return None
    org, place, mark = match["org"], match["place"], match["mark"].strip()
    town = re.split(r"[,/]", place)[0]
    shouted = town.isupper() and sum(map(str.isalpha, town)) >= 3
    if not shouted and org is None:
        return None
    if org is None and mark not in {"—", "–", "-", "--", ":"}:
        return None
    if (
        shouted
        and org is None
        and ((mark == ":" and len(town.split()) > 3) or not paragraph[match.end()].isupper())
    ):
        return None
    if not shouted and not (names_outlet(org or "") or mark):
        return None
    day = DATE.search(match.group())
    return Dateline(match.end(), org, read_date(day) if day else None, doubtful=mark == ":")


def _read_byline(line: str, at: int) -> int:
    """Return the end of the byline that starts at `at`, 0 where there is none."""
    opening = _BY.match(line, at)
    if opening is None:
        return 0
    end, names = opening.end(), 0
    for word in re.finditer(r"\S+", line[opening.end() :]):
        start = opening.end() + word.start()
        bare = word.group().strip(",;|()")
        if (
            DATE.match(line, start)
            or (_LABEL.match(line, start) and bare[:1].isupper() and names)
            or CLOCK.match(line, start)
        ):
            break
        if bare[:1].isupper():
            names += 1
        elif bare and bare.lower() not in _CONNECTORS and not _JOB.match(bare):
            return 0
        end = opening.end() + word.end()
        if names > 14:
            return 0
    return end if names else 0
