"""The patterns and tables of the calendar: how dates are written in English news."""

import re
from collections.abc import Iterable, Iterator

from claimdiff.language.number_words import MONTHS
from claimdiff.language.tables import word_set

_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept(?:ember|\.)?|Sep\.?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?"
    r"|JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER)(?![\w-])"
)
_WEEKDAY = (
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY)s?(?!\w)"
)
_YEAR = r"(?:1[6-9]|20)\d\d"
_DAY = r"(?:[12]\d|3[01]|0?[1-9])(?:st|nd|rd|th)?(?![\w,]?\d|:)"
_UNIT = r"(?:day|week|fortnight|month|year|decade)s?"
_COUNT = (
    r"(?:\d{1,3}|an?|one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple of)"
)
_PART = r"(?: (?:morning|afternoon|evening|night))?"
_SEASON = r"(?:[Ss]pring|[Ss]ummer|[Aa]utumn|[Ff]all|[Ww]inter)"

# How any date begins: most words fail here at once, before all the alternatives below are tried.
_BEGINNING = (
    r"(?=\d|[JFMASOND][aepucoAEPUCO]|[MTWFS][oueraOUEhHRA]|[Tt]o[dmn]|[Yy]es|[EeLl]a|[Aa]n? [dwfmy]"
    r"|(?i:one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|few|several|couple of) [dwfmy]"
    r"|(?:[Ii]n|[Oo]ver|[Dd]uring) (?:the )?(?:[pln]|com|rec|a f)|[Tt]he (?:\d|[plnfc])"
    r"|past |[Nn]ext |coming |[Tt]his |[Ss]p|[Ss]u|[Aa]ut|[Ff]al|[Ww]int|New Y|Ch|Bo|Ha|Va)"
)

DATE = re.compile(
    rf"(?<![\w$£€]){_BEGINNING}(?:"
    rf"(?P<iso>{_YEAR}-[01]\d-[0-3]\d)(?!\d)"
    rf"|(?:{_WEEKDAY},? )?(?:the )?(?P<dm_day>{_DAY})(?: of)?[ -](?P<dm_month>{_MONTH})(?:,?["
    rf" -](?P<dm_year>{_YEAR})(?!\d))?"
    rf"|(?:{_WEEKDAY},? )?(?P<md_month>{_MONTH}) (?P<md_day>{_DAY})(?:(?:st|nd|rd"
    rf"|th)?,? (?P<md_year>{_YEAR})(?!\d))?"
    rf"|(?P<my_month>{_MONTH})(?: of)?,? (?P<my_year>{_YEAR})(?!\d)"
    rf"|(?P<month>{_MONTH})"
    rf"|(?P<weekday>{_WEEKDAY}){_PART}"
    r"|(?P<day>(?:[Ee]arlier )?[Tt]oday|[Yy]esterday|[Tt]omorrow|[Tt]onight"
    r"|[Ee]arlier in the day|[Ll]ater in the day)(?!\w)"
    rf"|(?P<ago_count>(?i:{_COUNT})) (?P<ago_unit>{_UNIT}) (?P<ago_way>ago|earlier|from now)(?!\w)"
    rf"|(?:[Ii]n |[Oo]ver |[Dd]uring )?(?:the )?(?P<span_way>past|last|next"
    rf"|coming) (?P<span_count>{_COUNT}) (?P<span_unit>{_UNIT})(?!\w)"
    rf"|(?P<rel_way>[Ll]ast|[Tt]his|[Nn]ext|[Tt]he (?:past|previous|following|current|coming)) "
    rf"(?P<rel_unit>week|weekend|month|year|season|decade|century|night|morning|afternoon"
    rf"|evening|{_SEASON})(?![\w-])"
    r"|[Ii]n recent (?P<recent>days|weeks|months|years)(?!\w)"
    r"|(?:[Ii]n )a fortnight(?P<fortnight>)(?!\w)"
    rf"|(?P<season>{_SEASON})(?: of)?,? (?P<season_year>{_YEAR})(?!\d)"
    r"|(?P<holiday>New Year(?:['’]s|s['’]|s) (?:Eve|Day)|Christmas (?:Eve|Day)|Boxing Day|Halloween"
    r"|Valentine(?:['’]s|s) Day)(?!\w)"
    rf"(?: (?P<holiday_year>{_YEAR})(?!\d))?"
    rf"|(?P<decade>(?:1[6-9]|20)\d0)['’]?s(?!\w)"
    rf"|(?P<year>{_YEAR})(?![\w%]|[.,:/-]\d|-[a-z])"
    r")"
)


def match_dates(text: str, places: Iterable[int], stop: int) -> Iterator[re.Match[str]]:
    """Yield the dates that begin at some places, which ascend, apart; `stop` ends the text."""
    position = 0
    for place in places:
        if place >= position and (match := DATE.match(text, place, stop)):
            position = match.end()
            yield match


def is_in_name(match: re.Match[str], before: str) -> bool:
    """Tell whether a date begins inside a longer name, by the text before it ("Long March 9 rocket")."""
    return match.group().lower().startswith("march") and _NAMED_MARCH.search(before) is not None


#: Every date without a digit holds one of these, in small letters.
DATE_WORDS = frozenset(MONTHS) | word_set(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays today yesterday tomorrow tonight day days week weeks fortnight fortnights month months
    year years decade decades weekend season century night morning afternoon evening spring summer autumn
    fall winter eve halloween"""
)
WEEKDAYS = {name: number for number, name in enumerate("mon tue wed thu fri sat sun".split())}
SEASON_MONTHS = {"spring": (3, 5), "summer": (6, 8), "autumn": (9, 11), "fall": (9, 11), "winter": (12, 2)}
HOLIDAYS = {
    "new years eve": (12, 31),
    "new years day": (1, 1),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "boxing day": (12, 26),
    "halloween": (10, 31),
    "valentines day": (2, 14),
}
#: A date begins with a digit or with one of these, in small letters.
DATE_OPENINGS = frozenset(MONTHS) | word_set(
    """monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays
    saturdays sundays today yesterday tomorrow tonight earlier later a an one two three four five six
    seven eight nine ten eleven twelve few several couple in over during the past last next coming this
    spring summer autumn fall winter new christmas boxing halloween valentine valentines"""
)
#: Of those, words that are common: they begin a date only before a digit or one of the following.
DATE_LEADING = word_set(
    "a an one two three four five six seven eight nine ten eleven twelve few several in over during the this"
)
DATE_LED = word_set(
    """day days week weeks fortnight fortnights month months year years decade decades past last next coming
    previous following current recent the a weekend season century night morning afternoon evening spring
    summer autumn fall winter"""
)
FUTURE = re.compile(
    r"\b(?:will|would|won['’]t|shall|scheduled|expected|due|set|planned|plans|planning"
    r"|upcoming|is to|are to|going to"
    r"|by|until|starting|next|to be|ahead of)\b",
    re.IGNORECASE,
)
#: What may stand between "by" and the date it leads to: "by the end of May" looks ahead, while "by selling it
#: in May" need not.
AFTER_BY = re.compile(
    r"(?:\s+(?:the|end|start|beginning|middle|of|early|mid|late|about|around|some|time|sometime|at|next|this"
    r"|coming|in))*[\s-]*",
    re.IGNORECASE,
)
#: A past verb before "by": "had fallen by Tuesday" does not look ahead.
PAST_BEFORE_BY = re.compile(
    r"\b(?:[a-z]+ed|fell|was|were|had|rose|came|left|got|went|grew)\b[^.;]{0,40}$", re.IGNORECASE
)
#: A year right after a month, told from the day of writing.
OF_YEAR = re.compile(r"(?: of)? (last|this|next) year\b")
PAST = re.compile(
    r"\b(?:said|told|announced|reported|added|was|were|had|last|statement|wrote|tweeted)\b", re.IGNORECASE
)
BEFORE_MONTH = re.compile(
    r"\b(?:in|since|until|till|by|last|next|this|during|from|between|early|mid|late|of"
    r"|through|before|after|and|to|for|the|every|each)[ -]$",
    re.IGNORECASE,
)
# "March" is a noun too: behind one of these, with a capital, it names a rocket, a rally or a walk.
_NAMED_MARCH = re.compile(
    r"(?<![\w-])(?:LONG|Long|Great|Grand|Silent|Red|White|Black|Green|Salt|Hunger|Death|Freedom|Peace|Pride"
    r"|Unity|Million Man) $"
)
SHY_MONTHS = ("may", "march", "mar", "august", "april", "june", "jan")
NOT_YEAR_AFTER = re.compile(
    r" (?:people|civilians|troops|soldiers|men|women|children|feet|miles|metres|meters|km"
    r"|dollars|euros|pounds"
    r"|jobs|workers|members|tons|tonnes|barrels|kilomet\w+|fans|officers|migrants|refugees|times|degrees)\b"
)
NUMERIC_LEAD = re.compile(
    r"(?:\b(?:number|no\.?|flight|room|some|about|nearly|roughly|least|than|resolution|most"
    r"|to as many as|almost)|[#,]) ?$",
    re.IGNORECASE,
)
