"""Notices of the house: how a transcript was made, whose opinions a column holds, what the outlet says it is.

A notice is told by several of its set phrases at once, or by its place at the foot: its words alone also
stand in sentences of stories on transcripts and on news outlets.
"""

import re

from claimdiff.language.patterns import compile_later

_LONGEST = 900
_FEWEST_PHRASES = 2
_TRANSCRIPT_PHRASES = (
    "transcripts are created",
    "transcripts are provided",
    "transcripts are produced",
    "transcript was created",
    "transcript is provided",
    "transcript text may be",
    "transcripts may vary",
    "transcript may contain",
    "transcript may not",
    "transcription process",
    "rush deadline",
    "rush transcript",
    "final form",
    "may be updated",
    "updated or revised",
    "accuracy and availability",
    "availability of",
    "may contain errors",
    "automatically generated",
    "generated using",
    "speech recognition",
    "original broadcast",
    "authoritative record",
    "audio record",
    "correct errors",
)
_OWN_OPINIONS = compile_later(
    r"(?:views?|opinions?)\b[^.!?]{0,60}?\bexpressed (?:here|above|herein|by|in|are)\b[^.!?]{0,120}?"
    r"(?:\b(?:not|solely|entirely|only|strictly)\b[^.!?]{0,50}?"
    r"\b(?:reflect|represent|those|the views?|the opinions?)\b|"
    r"\b(?:are|remain) (?:(?:their|his|her|my) own|those of the (?:author|writer|columnist)s?|"
    r"the (?:author|writer)s?['’]s?)\b)",
    re.I,
)
_OUTLET_NOTE = re.compile(
    r"(?:The [^.,!?]{3,60}, )?(?:The )?"
    r"(?P<name>[A-Z][\w.&'’-]*(?: (?:[A-Z&][\w.&'’-]*|of|for|and|in|the)){0,6}) is "
    r"(?:an?|the|our|[A-Z]\w+['’]s) (?P<kind>(?:[\w’'-]+,? ){0,7}?)"
    r"(?:outlet|organi[sz]ation|agency|service|site|website|portal|platform|publication|magazine|newspaper|"
    r"newsroom|network|newsletter|podcast|journal)\b"
)
_OF_NEWS = re.compile(
    r"\b(?:media|news|newsletter|newsroom|press|journalism|reporting|publication|magazine|newspaper|podcast|"
    r"online|journal)\b",
    re.I,
)
_STANDARDS = re.compile(
    r"\b(?:strives? for|abides? by|adheres? to|upholds?)\b[^.!?]{0,60}\b(?:journalis\w+|editorial)\b", re.I
)
_MISSION = re.compile(
    r"\b(?:strives?|striving|(?:dedicated|devoted|committed|designed) to|covering|providing|delivering"
    r"|(?:that|which) (?:aims|covers|provides|produces|brings|delivers|reports|focuses)"
    r"|bringing you|focus(?:ed|ing) on|whose mission|subscribe"
    r"|(?:supported|funded) by (?:(?:its )?readers|donations))\b",
    re.I,
)


def find_notice(line: str) -> str | None:
    """Return why a line is a notice about the text itself, None for a line that may be article."""
    if len(line) > _LONGEST:
        return None
    if _signals_transcript(line):
        lower = line.lower()
        if sum(phrase in lower for phrase in _TRANSCRIPT_PHRASES) >= _FEWEST_PHRASES:
            return None if '"' in line or "“" in line else "transcript note"
    if " expressed " in line and len(line) <= 500 and _OWN_OPINIONS.search(line):
        return None if '"' in line or "“" in line else "note on opinions"
    return None


def praises_standards(line: str) -> bool:
    """Tell whether a note speaks of its outlet's standards, which no story does of its own outlet."""
    return _STANDARDS.search(line) is not None


def find_noted_outlet(line: str) -> str | None:
    """Return the name of the outlet whose note about itself a line is, None for any other line."""
    match = _OUTLET_NOTE.match(line) if len(line) <= 600 and " is " in line[:160] else None
    if match is None or '"' in line or "“" in line:
        return None
    kind = line[match.start("kind") : match.end()]
    return match["name"] if _OF_NEWS.search(kind) and _MISSION.search(line, match.end()) else None


def _signals_transcript(line: str) -> bool:
    """Spare lines without any of a transcript note's words the count of the others."""
    return "ranscript" in line or "RANSCRIPT" in line or "inal form" in line or "udio record" in line
