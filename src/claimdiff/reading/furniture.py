"""Lines of a page that are not article: prompts, forms, promotions, labels. Each rule gives a reason.

Every pattern is anchored at the start of the line or runs over a bounded stretch, so that a line of a
megabyte costs no more than a short one.
"""

import re
from collections.abc import Callable

from claimdiff.reading.lines import has_final_stop
from claimdiff.reading.notices import find_notice
from claimdiff.reading.wording import (
    COMMENTS_HEADING,
    CONTRIBUTED,
    FORM_OPENING,
    FORM_PHRASES,
    LINK_TAIL,
    READER_CALL,
    RELATED_HEADING,
    SHOUTED_LABEL,
    SHOUTED_PROMO,
    WHOLE_LINE,
    Wording,
)

_LONGEST = 1500
_FEWEST_PROMOS = 3


_SOCIAL_WORDS_TEXT = """
    share tweet facebook twitter whatsapp linkedin pinterest reddit email e-mail mail print copy
    link x telegram messenger flipboard comment comments save like instagram youtube tumblr google
    google+ pocket digg stumbleupon rss sharesave sms viber wechat weibo threads bluesky tiktok
    snapchat bookmark on by via and or to this with pin
"""
_SOCIAL_WORDS = frozenset(_SOCIAL_WORDS_TEXT.split())
_BY_OPENING: dict[str, list[Wording]] = {}
for _wording in WHOLE_LINE:
    for _opening in sorted(_wording.openings):
        _BY_OPENING.setdefault(_opening, []).append(_wording)
_NETWORK = re.compile(r"share|tweet|facebook|twitter|whatsapp|linkedin|pinterest|reddit", re.I)
# The heading of a list of links and the links, run together on one line.
_RELATED_RUN = re.compile(
    r"(?i:(?:related|recommended|trending) (?:stories|articles|links|news|coverage|content|posts|videos)):? "
    r"(?=['‘“\"A-Z])"
)
_QUOTED = re.compile(r"[“”\"]")
_HASHTAGS_OR_LINKS = re.compile(
    r"(?:\s*(?:[#@]\w{1,60}|(?:https?://|www\.|pic\.twitter\.com/|t\.co/)\S{1,300}+))++\s*$"
)
_BRACKETED = re.compile(r"\[[^\[\]]{3,200}\]$")
_GALLERY_PLACE = re.compile(r"hide caption \d{1,3} of \d{1,3}$", re.I)
_READER = re.compile(r"\b(?:you|your|you're|please|we'll|us|our)\b|Sign Up|try again", re.I)
_TO_READER = re.compile(r"\b(?:you|your|us|our|here|now|newsletters?|alerts|e-?mails?)\b|[^.]$", re.I)
# The row of a table of share prices: symbol, company, price, change, change in per cent.
_SHARE_PRICE = re.compile(r"\|?(?:[^|]{1,60}\|){3,6}\s*[+-]?\d[\d.,]*\s?%\s*\|?$")
_PROMO_LABEL = re.compile(r"(?:\b[A-Z][A-Z'!?-]+ ){2,5}(?=['\"]?[A-Z][a-z])")
_PROMO_HEAD = re.compile(
    r"[Mm](?:ore (?:on|from)|ost (?:read|popular) (?:on|in)) [\w' -]{2,50}? (?:[A-Z][A-Z'!?-]+ ){2}"
)
_DROP_DOWN = re.compile(r"(?:Categories|Archives?|Topics)\s(?:\w+\s)?Select (?:Category|Month|Topic)\b")
_SLIDESHOW = re.compile(r"\b(?:play slideshow|view gallery|\d{1,3} of \d{1,3}\b)", re.I)


def find_furniture(line: str) -> str | None:
    """Return why a line is not article, None where it may be."""
    if len(line) > _LONGEST:
        return "page furniture" if _DROP_DOWN.search(line[:120]) else None
    if not any(map(str.isalnum, line)):
        return "separator"
    straight = line.replace("’", "'")
    for check in _CHECKS:
        reason = check(straight)
        if reason is not None:
            return reason
    return None


def opens_related_list(line: str) -> bool:
    """Tell whether a line is the heading of a list of links to other stories."""
    return len(line) <= 80 and RELATED_HEADING.match(line) is not None


def opens_comments(line: str) -> bool:
    """Tell whether a line is the heading of the readers' comments: what follows is not article."""
    return len(line) <= 240 and COMMENTS_HEADING.match(line) is not None


def opens_form(line: str) -> bool:
    """Tell whether a line begins as the text of a sign-up form does."""
    return FORM_OPENING.match(line) is not None


def is_promo_list(line: str) -> bool:
    """Tell whether a line runs a promo heading in capitals and its links together."""
    if SHOUTED_PROMO.match(line):
        return True
    if line[:5] in ("More ", "more ", "Most ", "most ") and _PROMO_HEAD.match(line):
        return len(_PROMO_LABEL.findall(line)) >= _FEWEST_PROMOS
    if line[:3].isupper() and len(line) > 160 and _PROMO_LABEL.match(line):
        return len(_PROMO_LABEL.findall(line)) > _FEWEST_PROMOS
    return SHOUTED_LABEL.match(line) is not None and not has_final_stop(line)


def _check_links(line: str) -> str | None:
    if line[0] in "#@hwpt" and _HASHTAGS_OR_LINKS.match(line):
        return "link or tag line"
    if line[0] == "[" and _BRACKETED.match(line):
        return None if line[-2] == "." and len(line.split()) >= 14 else "related link"
    if is_promo_list(line):
        return "promotion"
    if opens_related_list(line) or (_RELATED_RUN.match(line) and not has_final_stop(line)):
        return "related links"
    return "related link" if len(line) <= 260 and LINK_TAIL.match(line) else None


def _check_social(line: str) -> str | None:
    if len(line) > 120 or not _NETWORK.search(line):
        return None
    words = [word.strip(".,:|•·()").lower() for word in line.split()]
    counted = [word for word in words if word and not word.isdigit()]
    return "share prompt" if all(word in _SOCIAL_WORDS for word in counted) else None


def _check_rules(line: str) -> str | None:
    first = line[:40].split(maxsplit=1)[0].lower().strip("([“\"'•*")
    first = "#" if first[:1].isdigit() else "©" if first[:1] == "©" else first
    for wording in _BY_OPENING.get(first, ()):
        if wording.pattern.match(line):
            return wording.reason
    if "contributed" in line and CONTRIBUTED.match(line):
        return "contributor credit"
    if len(line) <= 400 and _signals_call(line) and not _QUOTED.search(line):
        return "reader prompt" if READER_CALL.search(line) else None
    return None


def _signals_call(line: str) -> bool:
    """Spare lines without any of a call's words the search for one."""
    return (
        "@" in line
        or " us " in line
        or "the author" in line
        or "share it" in line
        or "subscribing now" in line
        or "opinions expressed" in line
        or "up to date" in line
    )


def _signals_form(lower: str) -> bool:
    """Spare lines without any of a form's commonest words the count of the others."""
    return (
        "mail" in lower
        or "subscri" in lower
        or "sign up" in lower
        or "newsletter" in lower
        or "inbox" in lower
        or "privacy" in lower
        or "terms of" in lower
        or "click here" in lower
        or "updates" in lower
        or "alerts" in lower
        or "follow us" in lower
    )


def _check_form(line: str) -> str | None:
    lower = line.lower()
    if not _signals_form(lower):
        return None
    hits = sum(phrase in lower for phrase in FORM_PHRASES)
    if hits == 0:
        return None
    if _QUOTED.search(line):
        return None
    if hits >= 3 and _READER.search(line):
        return "sign-up form"
    if FORM_OPENING.match(line) and (hits >= 2 or (len(line) <= 120 and _TO_READER.search(line))):
        return "sign-up form"
    return None


def _check_player(line: str) -> str | None:
    if line[-1].isdigit() and _GALLERY_PLACE.search(line[-40:]):
        return "picture gallery"
    named = "lideshow" in line or "allery" in line
    if named and len(line) <= 400 and len(_SLIDESHOW.findall(line)) >= 2:
        return "player or gallery label"
    if "%" in line[-3:] and line.count("|") >= 3 and _SHARE_PRICE.match(line):
        return "share price"
    return "page furniture" if "elect " in line[:120] and _DROP_DOWN.search(line[:120]) else None


_CHECKS: tuple[Callable[[str], str | None], ...] = (
    _check_links,
    _check_social,
    _check_rules,
    _check_form,
    _check_player,
    find_notice,
)
