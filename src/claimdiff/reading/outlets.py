"""Who publishes: outlet names as bylines, datelines, titles, promo and copyright lines give them."""

import re
from urllib.parse import urlsplit

from claimdiff.language.patterns import compile_later

_AGENCIES_TEXT = """
    ap | associated press | the associated press | reuters | thomson reuters | afp | agence
    france-presse | xinhua | dpa | upi | pa | pa media | press association | tass | kyodo | yonhap |
    ansa | efe | pti | ani | ians | aap | cp | canadian press | the canadian press | anadolu |
    anadolu agency | interfax | jiji | bernama | cna | ukrinform | sapa | nan | apa | belga | stt |
    ntb | ritzau | tt
"""
AGENCIES = frozenset(entry.strip() for entry in _AGENCIES_TEXT.split("|"))
_OUTLET_WORDS_TEXT = """
    news times post journal herald guardian telegraph tribune examiner gazette observer chronicle
    courier mail express mirror star sun sentinel register dispatch inquirer independent standard
    bulletin today online radio tv television broadcasting network press daily weekly magazine media
    globe press-telegram wire agency report reports review argus echo ledger monitor advertiser
    world bureau
"""
OUTLET_WORDS = frozenset(_OUTLET_WORDS_TEXT.split())
_JOB_WORDS_TEXT = """
    correspondent editor reporter writer staff journalist contributor columnist producer chief
    senior political business science health sports freelance photographer analyst presenter host
    intern
"""
_JOB_WORDS = frozenset(_JOB_WORDS_TEXT.split())
_SHORT_AGENCIES = {
    "associated press": "AP",
    "press association": "PA",
    "pa media": "PA",
    "agence france-presse": "AFP",
    "thomson reuters": "Reuters",
}
_PAPER_WORDS = frozenset(
    "news times post journal herald guardian telegraph tribune examiner gazette observer chronicle courier"
    " standard independent dispatch inquirer sentinel mercury echo argus".split()
)
_DOMAIN = re.compile(
    r"(?:[a-z0-9-]{1,40}\.){1,3}(?:com|org|net|co\.uk|ca|ie|in|co|news|info|tv|uk|au|nz|us|eu|de|cn|ru)$",
    re.I,
)
_ACRONYM = re.compile(r"[A-Z][A-Z0-9&]{1,6}$")
_SITE_TAIL = re.compile(r"\s+(?P<mark>[|•·»]|—|–|-{1,2})\s+(?P<site>[^|•·»—–]{2,45})$")
_PROMO = re.compile(
    r"(?:click here (?:to read|for) more|(?:read|see|find|get) more|(?:more|read more)(?: news| stories)?|"
    r"(?:subscribe|sign up) (?:to|for|with)) (?:news |stories |articles )?(?:from|at|on|"
    r"by)?\s*(?P<name>[A-Z][^.:!?]{1,50})$",
    re.I,
)
_NEWSLETTERS = compile_later(r"\bview all (?P<name>[A-Z][\w' ]{2,40}?) newsletters\b", re.I)
_COPYRIGHT = compile_later(
    r"(?:©|\bcopyright\b|\(c\))[\s©]{0,4}(?:\(c\)\s*)?(?:\d{4}(?:\s?[-–]\s?\d{4})?)?[,\s]{0,3}(?:by )?"
    r"(?P<name>[A-Z][\w&.'’-]*(?: (?:of |the |and |& )?[A-Z][\w&'’-]*){0,5})",
    re.I,
)
_MAILBOX = compile_later(r"[\w.+-]{1,64}@(?P<domain>[\w-]{1,40}(?:\.[\w-]{1,40}){1,3})")
_FREE_MAIL_TEXT = """
    gmail.com yahoo.com hotmail.com outlook.com icloud.com aol.com proton.me protonmail.com
"""
_FREE_MAIL = frozenset(_FREE_MAIL_TEXT.split())
_NEWS_TEAM = re.compile(
    r"\b(?:for|to) (?P<name>(?:The |the )?[A-Z][\w'’]*(?: [A-Z][\w'’]*){0,3}) (?:news ?(?:team|desk|room)|"
    r"newsletter)"
)


def is_agency(name: str) -> bool:
    """Tell whether a name is that of a news agency, whose copy many outlets print."""
    return name.strip(" .").lower() in AGENCIES


def names_outlet(name: str) -> bool:
    """Tell whether a short name looks like a publisher's: an acronym, a domain, or a word like "Herald"."""
    words = name.strip(" .").split()
    if not words or len(words) > 6 or not words[0][0].isalnum():
        return False
    if any(word.lower() in _JOB_WORDS for word in words):
        return False
    if len(words) == 1 and (_DOMAIN.match(words[0]) or _ACRONYM.match(words[0])):
        return True
    return (
        any(word.strip(",").lower() in OUTLET_WORDS for word in words) and words[0][0].isupper()
    ) or is_agency(name)


def is_masthead(line: str) -> bool:
    """Tell whether a line over a headline is but the name of a paper ("Port Ellery Gazette")."""
    words = line.split()
    return (
        2 <= len(words) <= 4
        and all(word[0].isupper() for word in words)
        and words[-1].lower() in _PAPER_WORDS
        and words[-1].isalpha()
    )


def shorten_agency(name: str) -> str:
    """Return an agency's short name ("AP" for "The Associated Press"), any other name as it is."""
    return _SHORT_AGENCIES.get(name.strip(" .").lower().removeprefix("the "), name)


def split_site_name(title: str) -> tuple[int, str] | None:
    """Return where a title ends and the site name after it ("Title — Port Herald"), None without one."""
    match = _SITE_TAIL.search(title[-60:])
    if match is None:
        return None
    site = match["site"].strip()
    words = site.split()
    capitalised = all(
        word[0].isupper() or word in {"of", "the", "and", "&"} or _DOMAIN.match(word) for word in words
    )
    if not capitalised or len(words) > 6 or not (match["mark"] == "|" or names_outlet(site)):
        return None
    cut = max(0, len(title) - 60) + match.start()
    return (cut, site) if cut >= 8 else None


def find_byline_outlet(byline: str) -> str | None:
    """Return the outlet a byline ends with: "By A. Writer, CNN", "By A. Writer for the Herald"."""
    for mark in (" | ", " for ", " For ", "/", ","):
        _, found, tail = byline.rpartition(mark)
        name = tail.strip(" .").removeprefix("the ")
        if found and name and (names_outlet(name) or (mark.strip().lower() == "for" and name[0].isupper())):
            return name
    return None


def find_promo_outlet(line: str) -> str | None:
    """Return the outlet a promotion or a sign-up form speaks for."""
    for pattern in (_NEWSLETTERS, _NEWS_TEAM):
        found = pattern.search(line[-400:])
        if found:
            return _tidy_name(found["name"])
    match = _PROMO.match(line.strip()[:120])
    if match and names_outlet(match["name"]):
        return _tidy_name(match["name"])
    return None


def find_copyright_outlet(line: str) -> str | None:
    """Return the holder that a copyright line names."""
    match = _COPYRIGHT.search(line[:200])
    if match is None:
        return None
    name = re.split(r"\s+(?:All|Rights|Reserved|Visit|This)\b", match["name"])[0].rstrip(".,")
    return name if names_outlet(name) else None


def find_mailbox_outlet(line: str) -> str | None:
    """Return the domain of the e-mail address a contact line gives."""
    match = _MAILBOX.search(line[:500])
    if match is None or match["domain"].lower() in _FREE_MAIL:
        return None
    return match["domain"].rstrip(".").lower()


def name_host(url: str) -> str | None:
    """Return the host of an address without its "www."."""
    try:
        host = urlsplit(url if "://" in url else f"//{url}").hostname
    except ValueError:
        return None
    return host.removeprefix("www.") if host and "." in host else None


def _tidy_name(name: str) -> str:
    """Give a name in capitals ("THE PORT HERALD") its usual letters and drop the article."""
    words = name.strip(" .").split()
    if words and words[0] == "THE" and len(words) > 2:
        words = words[1:]
    return " ".join(word.capitalize() if word.isupper() and len(word) > 4 else word for word in words)
