"""Credits and labels that stick to the front or the end of a line of article: cut off, the rest stays."""

import re
from typing import NamedTuple

from claimdiff.language.patterns import compile_later
from claimdiff.language.tables import word_set

_AGENCY = (
    r"(?:Getty(?: Images)?(?: - Contributor)?|GETTY(?: IMAGES)?|Reuters|REUTERS|AFP(?: or licensors)?|"
    r"AP(?: Photo| Images)?|Associated Press|EPA(?:-EFE)?|"
    r"PA(?: Wire| Images| Media| Archive)?|Rex(?: Features| Shutterstock)?|REX(?: FEATURES| SHUTTERSTOCK)?|"
    r"Shutterstock|SHUTTERSTOCK|Alamy(?: Stock Photo| Live News)?|ALAMY|SWNS(?:\.com)?|"
    r"Splash(?: News)?|SPLASH(?: NEWS)?|Press Association|PRESS ASSOCIATION|Xinhua|TASS|Sputnik|"
    r"Bloomberg(?: via Getty Images)?|Zuma(?: Press)?|iStock(?:photo)?|"
    r"Anadolu(?: Agency)?|NurPhoto|WireImage|FilmMagic|BACKGRID|Backgrid|Mega|MEGA|Caters|CATERS|"
    r"News Group Newspapers Ltd|Handout|HANDOUT)"
)
_PLATFORM = (
    r"(?:[Gg]oogle(?: [Mm]aps| [Ee]arth)?|GOOGLE(?: MAPS| EARTH)?|[Tt]witter|TWITTER|[Ff]acebook|FACEBOOK|"
    r"[Ii]nstagram|INSTAGRAM|[Yy]ou[Tt]ube|YOUTUBE|[Ll]inked[Ii]n)"
)
_OPENING_WORD = (
    r"(?:The|A|An|This|These|Those|That|It|He|She|They|His|Her|Their|One|Two|Three|Police|Officers|People|"
    r"Residents|Images?|Footage|Video|Photos?|Pictures?)\b"
)
_ARTICLE = r"(?:The|A|An|This|These|Those|That|It|He|She|They|His|Her|Their|Horrific|Shocking|Dramatic)\b"
_NAME_GOES_ON = (
    r"(?:News|Institute|Agency|Agencies|TV|Graphics?|Museum|Center|Centre|Trust|Foundation|Breakingviews|"
    r"Health|Events?|Video|Inc|Corp|Ltd|Plc|Group|Images|Oil|Sea|Classroom|Television)\b"
)
_AGENCY_PREFIX = compile_later(
    rf"(?:[A-Z][\w.&' -]{{1,40}}[•/·]\s?)?{_AGENCY}(?:(?:\s?[/•·:]\s?| - ){_AGENCY})?\s+"
    rf"(?!{_NAME_GOES_ON})(?=[A-Z“\"'‘])"
)
_OPENS_SENTENCE = compile_later(_OPENING_WORD)
_SHARE = r"(?:Facebook|Twitter|Pinterest|WhatsApp|LinkedIn|Reddit|Google\+|Email|E-mail|Messenger|Flipboard)"
_PREFIXES = (
    ("share prompt", compile_later(rf"{_SHARE}(?: {_SHARE}){{1,6}} (?=[A-Z“\"'‘])")),
    (
        "embedded post",
        compile_later(r"Skip (?:Twitter|Facebook|Instagram|YouTube) post (?:by|of) @?\w{1,40}\s+"),
    ),
    (
        "player or gallery label",
        compile_later(r"(?:CLOSE|Story highlights|STORY HIGHLIGHTS|Skip in [Pp]lay)\s+(?=[A-Z“\"'‘])"),
    ),
    (
        "image credit",
        compile_later(
            r"(?:Image|Media|Photo|Picture|Video) (?:copyright|source|"
            r"credit)[:,]?(?: [^\s]{1,30}){0,6}?\s+(?:Image|Media|Photo|Picture|Video) caption[:,]?\s+"
        ),
    ),
    (
        "player or gallery label",
        compile_later(
            r"Media playback is (?:un|not )supported on (?:your|this) device\s+|(?:Image|Media|Photo|"
            r"Picture|Video) caption[:,]?\s+(?=\S)|"
            r"(?:hide|toggle) caption\s+(?=\S)|Enlarge this image\s+"
        ),
    ),
    (
        "image label",
        compile_later(
            r"(?:FILE|File)(?:\s?(?:PHOTO|photo|picture|image))?\s?(?:[-–—]{1,2}|:)\s+(?=\S)|(?:PHOTO|"
            r"IMAGE|PICTURE|VIDEO)S?:\s+(?=\S)"
        ),
    ),
    ("image credit", _AGENCY_PREFIX),
    ("image credit", compile_later(rf"(?:[A-Z][\w.&' -]{{1,40}}[•·]\s?)?{_PLATFORM}\s+(?={_ARTICLE})")),
    (
        "correction label",
        compile_later(
            r"(?:CORRECTION|Correction|CLARIFICATION|Clarification|Editor['’]s note|"
            r"EDITOR['’]S NOTE)\s?[:–—-]\s+(?=\S)"
        ),
    ),
    ("link or tag line", compile_later(r"(?:#\w{1,60}\s+){2,12}(?=\S)")),
)
# The words that the prefixes above open with; they spare most lines eleven patterns.
_PREFIX_WORDS = word_set(
    """
    Image Media Photo Photos Picture Pictures Video Videos Images hide toggle Enlarge FILE File PHOTO PHOTOS
    IMAGE IMAGES PICTURE PICTURES VIDEO VIDEOS CORRECTION Correction CLARIFICATION Clarification Editor's
    Editor’s EDITOR'S EDITOR’S CLOSE Story STORY Skip Getty GETTY Reuters REUTERS AFP AP Associated EPA
    EPA-EFE PA Rex REX Shutterstock SHUTTERSTOCK Alamy ALAMY SWNS SWNS.com Splash SPLASH Press PRESS Xinhua
    TASS Sputnik Bloomberg Zuma iStock iStockphoto Anadolu NurPhoto WireImage FilmMagic BACKGRID Backgrid
    Mega MEGA Caters CATERS News Handout HANDOUT google Google GOOGLE twitter Twitter TWITTER facebook
    Facebook FACEBOOK instagram Instagram INSTAGRAM youtube youTube Youtube YouTube YOUTUBE linkedin Linkedin
    linkedIn LinkedIn Pinterest WhatsApp Email E-mail Reddit Google+ Messenger Flipboard
    """
)
_JOINED_NAMES = compile_later(r"[•/·]")
_LOWERCASE_PLATFORM = compile_later(r"(?:google|twitter|facebook|instagram)\s+(?=[A-Z])")
_CREDIT_WORD = compile_later(
    r"\b(?:AP|AFP|EPA|PA|Reuters|REUTERS|Getty|GETTY|Associated Press|Photo(?:s|graph|graphs|grapher)?|"
    r"Images?|Pictures?|Pic|Pool|Shutterstock|Alamy|Xinhua|Handout|Courtesy|courtesy|Credit|CREDIT|"
    r"Bloomberg|TASS|File|FILE|Screengrab|Screenshot|Rex|REX|Agencies)\b"
)
_AGENCY_CREDITS = compile_later(
    r"\s?\((?:(?:Additional )?(?:Reporting|Writing|Editing|Compiled|Written|Edited|Graphics?|"
    r"Production)(?: and (?:writing|editing))?|Additional reporting) by [^()]{2,300}\)\.?$",
    re.I,
)
_BRACKETS = compile_later(r"\s*[(\[](?P<inside>[^()\[\]]{2,120})[)\]]\.?$")
_SIGNED_PHOTO = compile_later(
    r"(?<=[.!?”\"’')])\s+(?:REUTERS|AFP PHOTO|AP Photo|EPA|Getty Images|"
    r"GETTY IMAGES)\s?/\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}(?:/\w[\w ]{1,30})?$|"
    r"\s*\b(?:Photograph|Photo(?: credit| by)?|Picture(?: credit)?|Image(?: credit)?|"
    r"Credit)\s?[:–-]\s?[A-Z@][^.!?:]{2,80}$|"
    r"(?<=[.!?”\"’')])\s+Credit [A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}"
    r"(?:\s?/\s?[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}|, via [A-Z][\w .'’-]{1,40}"
    r"| for The [A-Z][\w ]{2,30})$|"
    r"\s*(?<=\w)\s?©\s?[A-Z][^.!?©]{1,50}$|\s+(?:Photograph|Photo|Picture|"
    r"Image) by [A-Z][\w.'’-]+(?: [A-Z][\w.'’/-]+){1,5}$"
)
_PHOTO_WORD = compile_later(r"REUTERS|PHOTO|Photo|EPA|©|G[Ee][Tt][Tt][Yy]|Picture|Image|Credit")
_BARE_AGENCY = compile_later(rf"(?<=[.)”\"])\s+{_AGENCY}$")
_SOUND_NOTE = compile_later(r"\((?:SOUNDBITE|LAUGHTER|APPLAUSE|CROSSTALK|MUSIC|CHEERING)\b[^()]{0,80}\)$")
_POST_NOTE = compile_later(r"A (?:post|photo|video) (?:shared|posted) by .{1,80}\(@[\w.]{1,40}\).{0,60}$")
_NAMED_PHOTO = compile_later(
    rf"(?:\s|(?<=[.”\"']))(?:[A-Z][\w.'’-]+ (?!{_AGENCY}\b)[A-Z][\w.'’-]+|{_AGENCY})\s?/\s?"
    rf"(?:{_AGENCY}|Agence France-?[Pp]resse|The [A-Z]\w+|Pool)(?:\s?(?:/|via)\s?{_AGENCY})?(?:, FILE)?$"
)
_EMBEDDED_POST = compile_later(
    r"(?:\s+(?:https?://\S{1,200}|pic\.twitter\.com/\S{1,40}|"
    r"[#@]\w{1,60})){0,12}\s*[—–-]\s?[^@\n]{1,80}\(@\w{1,40}\)\s+"
    r"(?:[A-Z][a-z]{2,8}\.? \d{1,2},? \d{4}|\d{1,2} [A-Z][a-z]{2,8},? \d{4})$"
)
# The day under an agency's video: "(Feb. 4) AP".
_VIDEO_DAY = compile_later(
    rf"(?<=[.!?”\"'’])\s+\((?:Jan|Feb|March|April|May|June|July|Aug|Sept?|Oct|Nov|Dec)\.? \d{{1,2}}\)"
    rf"\s+{_AGENCY}$"
)
_FOOT_LINK = compile_later(
    r"(?<=[.!?”\"'’])\s+(?:Click (?:here )?(?:to|for)\b|Click here\b|For (?:more|further) information,? "
    r"(?:please )?(?:visit|see|go to|call|contact|click)\b|Read or [Ss]hare this (?:story|article)\b)"
    r"(?:[^.!?“”\"]|[.!?](?=\w)){0,140}[.!?]?$"
)
_PLAYER_TAIL = compile_later(
    r"\s+(?:Play [Vv]ideo \d{1,2}:\d{2}\b[^.!?]{0,160}|"
    r"(?:[A-Z][\w.'’-]+ [A-Z][\w.'’-]+/[A-Z][\w ]{1,30} )?Buy Photo"
    r"(?: Wait \d{1,2} seconds? to continue\.?)?)$"
)
_PAPER_CREDIT = compile_later(
    r"\s*\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,3}/(?:The )?[A-Z][\w.'’-]+(?: [A-Z&][\w.'’-]*){0,3}\)$"
)
_UPDATED_TAIL = compile_later(r"\s+(?:Updated|Published|Posted|Last updated):? ?(?=[\w ,]{0,12}\d).{8,70}$")
_CREDIT_LINE = compile_later(
    rf"(?:\(?(?:Image|Photo|Picture|Pic|Credit|Photograph|Video)s?(?: (?:copyright|credit|source|by|"
    rf"courtesy(?: of)?))?\s?[:–]?\s[\w.&'’/-]+(?:,? [\w.&'’/-]+){{0,6}}\)?|"
    rf"[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}\s?/\s?[A-Z][\w.'’ &-]{{1,40}}(?:/[A-Z][\w.'’ &-]{{1,40}})?|"
    rf"{_AGENCY}(?:\s?[/,•·–-]\s?{_AGENCY}){{0,3}}|(?:Courtesy of|COURTESY OF) [A-Z][^.!?]{{1,60}}|"
    rf"\([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){{1,3}}\s?/\s?[A-Z][\w.'’ ]{{1,40}}\)|"
    rf"\([A-Z][\w .]{{2,40}}\d{{1,4}}[\d/. -]{{0,12}} ?page ?\w{{1,4}}\)|"
    rf"(?:\w[\w -]{{0,40}})?(?:[Ii]mages?|[Pp]hotos?|[Ss]creenshots?) (?:via|"
    rf"courtesy of) [A-Z][\w .]{{1,40}}|"
    rf"[a-z]{{2,3}}(?:/[a-z]{{2,4}})+ ?\([A-Za-z, ]{{2,40}}\))\.?$"
)
_DOUBLED_CREDIT = compile_later(r"(?P<credit>[A-Z][^.!?]{2,60}) (?P=credit)$")
_COLON_LABEL = compile_later(r"(?:Image|Photo|Picture|Credit|Photograph|Video|Pic)s?\b", re.I)


class Trim(NamedTuple):
    """How many characters to cut off, and why."""

    length: int
    reason: str


def find_credit_line(line: str) -> str | None:
    """Return why a whole line is but a credit ("(Image: Name)", "Name/Agency"), None otherwise."""
    if len(line) > 140 or not ("/" in line or line[0] in "([" or len(line) <= 60):
        return None
    if line[0] == "(" and _SOUND_NOTE.match(line):
        return "sound note"
    if line.startswith("A ") and _POST_NOTE.match(line):
        return "embedded post credit"
    if _CREDIT_LINE.match(line):
        if _COLON_LABEL.match(line.lstrip("(")) and not (
            _CREDIT_WORD.search(line) and _has_credit_shape(line)
        ):
            return None
        return "image credit"
    bare = line.strip("()[]")
    bracketed = line[0] in "([" and line[-1] in ")]" and len(bare) <= 100
    if bracketed and _CREDIT_WORD.search(bare) and _is_credit(bare):
        return "image credit"
    return "image credit" if _DOUBLED_CREDIT.match(line) and "/" in line else None


def cut_prefix(line: str, *, stopped: bool) -> Trim | None:
    """Return the label or credit a line opens with, None without one.

    A sentence (`stopped`) may begin with a name that is also an agency's, so there the credit must be
    followed by a word that begins a sentence ("Getty Images The building …").
    """
    head = line[:160]
    first = head.split(maxsplit=1)[0].partition(":")[0]
    if first not in _PREFIX_WORDS and first[:1] != "#" and not _JOINED_NAMES.search(head[:60]):
        return None
    for reason, pattern in _PREFIXES:
        match = pattern.match(head)
        if match is None or match.end() == len(line):
            continue
        doubtful = pattern is _AGENCY_PREFIX and stopped and " / " not in match.group()
        if doubtful and not _OPENS_SENTENCE.match(head, match.end()):
            continue
        return Trim(match.end(), reason)
    match = _LOWERCASE_PLATFORM.match(head)
    return Trim(match.end(), "image credit") if match else None


def cut_suffix(line: str) -> Trim | None:
    """Return the credit a line ends with, None without one. Lengths include the space before it."""
    tail = line[-420:]
    last = line[-1]
    note = _find_foot_note(tail, last)
    if note is not None:
        return note
    agency = _BARE_AGENCY.search(tail[-24:])
    if agency:
        day = _VIDEO_DAY.search(tail[-60:])
        return Trim(len((day or agency).group()), "image credit")
    if last in ").":
        match = _AGENCY_CREDITS.search(tail)
        if match:
            return Trim(len(tail) - match.start(), "contributor credit")
    if last in ")].":
        match = _BRACKETS.search(tail[-130:])
        ended = match is not None and tail[: len(tail) - len(match.group())][-1:] in ".!?”\"’'"
        if (
            match
            and (last != "." or ended)
            and _CREDIT_WORD.search(match["inside"])
            and _is_credit(match["inside"])
        ):
            return Trim(len(match.group()), "image credit")
    if last.isdigit():
        match = _EMBEDDED_POST.search(tail)
        if match:
            return Trim(len(tail) - match.start(), "embedded post credit")
    match = _SIGNED_PHOTO.search(tail[-140:]) if _PHOTO_WORD.search(tail, max(0, len(tail) - 140)) else None
    if match and match.start() > 0:
        return Trim(len(match.group()), "image credit")
    match = _NAMED_PHOTO.search(tail[-120:]) if "/" in tail[-60:] else None
    if match:
        return Trim(len(match.group()), "image credit")
    match = _UPDATED_TAIL.search(tail[-90:])
    if match and len(line) > 60:
        return Trim(len(match.group()), "publication date")
    return None


def _find_foot_note(tail: str, last: str) -> Trim | None:
    """Return a link, a player's label or a paper's own credit at the end of a line, None without one."""
    if last == ")":
        match = _PAPER_CREDIT.search(tail[-120:]) if "/" in tail[-80:] else None
        return Trim(len(match.group()), "image credit") if match and match.start() else None
    match = None
    if "Click " in tail or " information" in tail or "Read or " in tail:
        match = _FOOT_LINK.search(tail)
        if match:
            return Trim(len(tail) - match.start(), "related link")
    if "Play " in tail or "Buy Photo" in tail:
        match = _PLAYER_TAIL.search(tail)
    return Trim(len(tail) - match.start(), "player or gallery label") if match and match.start() else None


def _is_credit(inside: str) -> bool:
    """Tell a credit in brackets from a remark that happens to name an agency or a picture."""
    words = inside.split()
    lower = sum(
        word[0].islower()
        and word
        not in {"via", "of", "by", "the", "and", "for", "file", "courtesy", "photo", "pool", "from", "image"}
        for word in words
    )
    return len(words) <= 12 and lower == 0


def _has_credit_shape(line: str) -> bool:
    words = line.strip("()[]. ").split()
    small = sum(
        word[0].islower()
        and word not in {"copyright", "credit", "source", "by", "courtesy", "of", "via", "the", "and"}
        for word in words
    )
    return small == 0 and len(words) <= 9
